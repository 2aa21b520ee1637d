"""What people can do, as data: for platforms that want commands and menus registered before anybody types.

Nothing here depends on a person or a community. Who may really do it is asked again when they do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue.arguments import Argument, Kind
from bot.catalogue.collect import Action, Catalogue
from bot.catalogue.declare import Surface
from bot.language import Translations, Voice
from bot.vocabulary.people import Role

Words = Mapping[str, str]
"""A text in each language, by its code."""


@dataclass(frozen=True, slots=True)
class OfferedChoice:
    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class OfferedArgument:
    """`choices` are all there are; `suggested` says that `Core.suggest` completes it.

    What is not `demanded` may be left out of the command: it has a default, or a form asks for it.
    """

    name: str
    kind: Kind
    demanded: bool
    label: Words
    choices: tuple[OfferedChoice, ...]
    suggested: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A command or a menu: `name` is `case claim`, `help` is empty for menus.

    `roles` may use it whatever it is about; if it is `open_to_parties`, whoever a case belongs to may too.
    """

    name: str
    cog: str
    label: Words
    help: Words
    arguments: tuple[OfferedArgument, ...]
    roles: frozenset[Role]
    open_to_parties: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """Everything there is, in the order in which it was declared."""

    commands: tuple[Offer, ...]
    menus: tuple[Offer, ...]


SUGGESTED = frozenset({Kind.CASE, Kind.MEMBER, Kind.CHANNEL, Kind.GROUP})


def offers_of(catalogue: Catalogue, translations: Translations) -> Offers:
    """The catalogue in every language there is."""
    voices = [translations.voice(language) for language in translations.languages]
    return Offers(
        tuple(_offer(action, voices) for action in catalogue.surface(Surface.COMMAND)),
        tuple(_offer(action, voices) for action in catalogue.surface(Surface.MENU)),
    )


def _offer(action: Action, voices: Sequence[Voice]) -> Offer:
    is_command = action.mark.surface is Surface.COMMAND
    return Offer(
        action.name,
        action.cog,
        _words(voices, action.label),
        _words(voices, action.help) if is_command else {},
        tuple(_argument(argument, voices) for argument in action.arguments),
        action.mark.roles,
        bool(action.mark.parties),
    )


def _argument(argument: Argument, voices: Sequence[Voice]) -> OfferedArgument:
    choices = tuple(
        OfferedChoice(choice, _words(voices, f"{argument.name}.{choice}")) for choice in argument.choices
    )
    return OfferedArgument(
        argument.name,
        argument.kind,
        argument.required and not argument.takes_the_rest,
        _words(voices, f"argument.{argument.name}"),
        choices,
        argument.kind in SUGGESTED,
    )


def _words(voices: Sequence[Voice], key: str) -> Words:
    return {voice.language: voice.text(key) for voice in voices}
