"""The catalogue as Discord's application commands: slash commands with typed options, and message menus.

Every cog of the core becomes a cog of discord.py, and `case claim` the command `/case claim`. Names are the same in
every language; what explains them is translated.
"""

from collections.abc import Callable, Coroutine, Sequence
from inspect import Parameter, Signature
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Command, ContextMenu, Group, locale_str
from discord.ext import commands

from adapters.discord.client import OmbudClient
from adapters.discord.interactions import Interactions
from adapters.discord.responder import Interaction
from bot.catalogue.arguments import Kind
from bot.surface import Offer, OfferedArgument, Offers, Words
from bot.text import shorten
from bot.vocabulary.people import Role

DESCRIPTION, MENU, CHOICE, CHOICES = 100, 32, 100, 25
"""Discord's limits ("Application Commands"): characters, and choices of one option."""

NUMBERS = frozenset({Kind.CASE, Kind.NUMBER})
LARGEST = 999_999_999
TRANSLATED = ("ro", "ru")

Callback = Callable[..., Coroutine[Any, Any, None]]


class LanguageTranslator(app_commands.Translator):
    """Takes the translation that a text carries with it."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        translated: str | None = string.extras.get(locale.value.partition("-")[0])
        return translated


async def install(client: OmbudClient, offers: Offers, interactions: Interactions) -> None:
    """Give the client its cogs and menus; `trees` tells Discord of them."""
    await client.tree.set_translator(LanguageTranslator())
    nouns: dict[str, list[Offer]] = {}
    for offer in offers.commands:
        nouns.setdefault(_noun(offer), []).append(offer)
    # One command of Discord belongs to one cog, also where several cogs of ours add to it.
    cogs: dict[str, list[list[Offer]]] = {}
    for members in nouns.values():
        cogs.setdefault(members[0].cog, []).append(members)
    for name, commands_ in cogs.items():
        await client.add_cog(_cog(name, commands_, interactions))
    for offer in offers.menus:
        client.tree.add_command(_menu(offer, interactions))


def _cog(name: str, nouns: Sequence[Sequence[Offer]], interactions: Interactions) -> commands.Cog:
    """A cog as if it had been written by hand: a class whose attributes are its commands."""
    attributes: dict[str, object] = {"__doc__": f"The commands of {name}.", "__module__": __name__}
    for members in nouns:
        made = _whole(members, interactions)
        made.default_permissions = default_permissions(members)
        attributes[f"offered_{made.name.replace('-', '_')}"] = made
    cog: commands.Cog = commands.CogMeta(name, (commands.Cog,), attributes)()
    return cog


def _whole(members: Sequence[Offer], interactions: Interactions) -> Group | Command[Any, ..., Any]:
    """A command of one word, or a group of two-worded ones. Raises ValueError for a mixture: Discord knows none."""
    noun = _noun(members[0])
    if all(offer.name != noun for offer in members):
        return _group(noun, members, interactions)
    if len(members) > 1:
        raise ValueError(f"Discord can't offer {noun!r} and {members[-1].name!r} together")
    return _command(members[0], interactions)


def _noun(offer: Offer) -> str:
    return offer.name.split()[0]


def _group(noun: str, offers: Sequence[Offer], interactions: Interactions) -> Group:
    # People never see a group's own description; Discord wants one.
    group = Group(name=noun, description=noun, auto_locale_strings=False)
    for offer in offers:
        group.add_command(_command(offer, interactions))
    return group


def _command(offer: Offer, interactions: Interactions) -> Command[Any, ..., Any]:
    return Command(
        name=offer.name.split()[-1],
        description=text(offer.help, DESCRIPTION),
        callback=_callback(offer, interactions),
        auto_locale_strings=False,
    )


def _callback(offer: Offer, interactions: Interactions) -> Callback:
    """A method whose signature has the options, as discord.py reads them."""

    async def used(_cog: commands.Cog, interaction: Interaction, /, **values: object) -> None:
        await interactions.command(interaction, offer.name, values)

    method: Any = used
    method.__qualname__ = "Offered.used"
    method.__signature__ = Signature(
        [
            Parameter("self", Parameter.POSITIONAL_ONLY),
            Parameter("interaction", Parameter.POSITIONAL_ONLY),
            *(_parameter(argument) for argument in offer.arguments),
        ]
    )
    app_commands.describe(**{a.name: text(a.label, DESCRIPTION) for a in offer.arguments})(method)
    app_commands.choices(**{a.name: _choices(a) for a in offer.arguments if _choices(a)})(method)
    suggested = (a for a in offer.arguments if a.suggested or len(a.choices) > CHOICES)
    app_commands.autocomplete(**{a.name: _completer(offer, a, interactions) for a in suggested})(method)
    callback: Callback = method
    return callback


def _parameter(argument: OfferedArgument) -> Parameter:
    kind: Any = app_commands.Range[int, 1, LARGEST] if argument.kind in NUMBERS else str
    default = Parameter.empty if argument.demanded else None
    return Parameter(argument.name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _choices(argument: OfferedArgument) -> list[Choice[str]]:
    if len(argument.choices) > CHOICES:
        return []
    return [Choice(name=text(choice.label, CHOICE), value=choice.value) for choice in argument.choices]


def _completer(offer: Offer, argument: OfferedArgument, interactions: Interactions) -> Any:
    read: type[int | str] = int if argument.kind in NUMBERS else str

    async def complete(interaction: Interaction, typed: object) -> list[Choice[Any]]:
        found = await interactions.suggest(interaction, offer.name, argument.name, str(typed))
        return [Choice(name=shorten(one.label, CHOICE), value=read(one.value)) for one in found]

    return complete


def _menu(offer: Offer, interactions: Interactions) -> ContextMenu:
    async def used(interaction: Interaction, message: discord.Message) -> None:
        await interactions.menu(interaction, offer.name, message)

    menu = ContextMenu(name=text(offer.label, MENU), callback=used, auto_locale_strings=False)
    menu.default_permissions = default_permissions([offer])
    return menu


def default_permissions(offers: Sequence[Offer]) -> discord.Permissions | None:
    """Who is shown the command, unless the server's owner decides otherwise: None shows it to everybody.

    It hides what most people could not use. Whether somebody may use it is asked when they do.
    """
    if any(offer.open_to_parties or offer.roles & {Role.MEMBER, Role.SPECIALIST} for offer in offers):
        return None
    if any(Role.MODERATOR in offer.roles for offer in offers):
        return discord.Permissions(manage_messages=True)
    return discord.Permissions(manage_guild=True)


def text(words: Words, limit: int) -> locale_str:
    """English, with the translations that Discord is told of."""
    others = {language: shorten(words[language], limit) for language in TRANSLATED if language in words}
    return locale_str(shorten(words["en"], limit), **others)
