"""The catalogue: every declaration of every cog, checked once at start."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.catalogue.arguments import NUMBERS, Argument, Kind, arguments_of, survey_of
from bot.catalogue.declare import MARK, ActionMark, NamedMark, ReactionMark, Surface

Handler = Callable[..., Awaitable[Any]]
TITLE_LIMIT = 24
FIELD_LIMIT = 5
MENU_LIMIT = 5


class Cog(Protocol):
    """A feature: an object with a name and declared methods."""

    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do. `label` and `help` are sentences of the cog's catalogue."""

    mark: ActionMark
    cog: str
    handler: Handler
    arguments: tuple[Argument, ...]
    survey: str | None = None
    """The parameter that is filled with a survey of the platform."""

    @property
    def name(self) -> str:
        return self.mark.name

    @property
    def key(self) -> str:
        """The action's name as part of a sentence's key."""
        return self.name.replace(" ", "_").replace("-", "_")

    @property
    def label(self) -> str:
        return f"{self.cog}.label.{self.key}"

    @property
    def help(self) -> str:
        return f"{self.cog}.help.{self.key}"

    @property
    def asks(self) -> str:
        """What its form asks for: the label of the field for free text."""
        return f"{self.cog}.asks.{self.key}"

    @property
    def numbers(self) -> tuple[Argument, ...]:
        """The arguments a button can carry: they come first."""
        return tuple(argument for argument in self.arguments if argument.kind in NUMBERS)

    @property
    def typed(self) -> tuple[Argument, ...]:
        """The arguments a person has to type: the fields of its form."""
        return tuple(argument for argument in self.arguments if argument.kind not in NUMBERS)

    @property
    def opens_form(self) -> bool:
        """Pressed, it opens a form; so it never defers."""
        return any(argument.required for argument in self.typed)

    @property
    def carries_words(self) -> bool:
        """Sent, it holds somebody's own words; so it goes through the inbox."""
        return any(argument.kind is Kind.WORDS for argument in self.arguments)


class Catalogue:
    """What the cogs can do. Raises ValueError at once for a declaration no platform could offer."""

    def __init__(self, cogs: Sequence[Cog]) -> None:
        self.actions: dict[str, Action] = {}
        self._named: dict[tuple[str, str], Handler] = {}
        self._single: dict[str, list[Handler]] = defaultdict(list)
        self._reactions: dict[type, list[Handler]] = defaultdict(list)
        for cog in cogs:
            for mark, handler in _declarations(cog):
                self._add(cog, mark, handler)
        if len(self.surface(Surface.MENU)) > MENU_LIMIT:
            raise ValueError(f"a platform shows at most {MENU_LIMIT} message menus")

    def _add(self, cog: Cog, mark: Any, handler: Handler) -> None:
        match mark:
            case ActionMark(name=name):
                arguments = () if mark.surface is Surface.MENU else arguments_of(handler)
                action = Action(mark, cog.name, handler, arguments, survey_of(handler))
                _check(action, taken=name in self.actions)
                self.actions[name] = action
            case ReactionMark(types):
                for kind in types:
                    self._reactions[kind].append(handler)
            case NamedMark("due" | "view" | "suggests" | "completes" as kind, name):
                if (kind, name) in self._named:
                    raise ValueError(f"{kind} {name!r} is declared twice")
                self._named[kind, name] = handler
            case NamedMark(kind, _):
                self._single[kind].append(handler)

    def surface(self, surface: Surface) -> Sequence[Action]:
        return [action for action in self.actions.values() if action.mark.surface is surface]

    def reactions(self, happened: object) -> Sequence[Handler]:
        return self._reactions[type(happened)]

    def due(self, name: str) -> Handler:
        return self._named["due", name]

    def view(self, name: str) -> Handler:
        return self._named["view", name]

    def suggests(self, action: str) -> Handler | None:
        """What fills the action's form."""
        return self._named.get(("suggests", action))

    def completes(self, argument: str) -> Handler | None:
        """What the names are that such an argument can have."""
        return self._named.get(("completes", argument))

    def every(self, kind: str) -> Sequence[Handler]:
        """The handlers of all cogs for `matters`, `attends`, `export` or `forget`."""
        return self._single[kind]

    def command_for(self, line: str) -> tuple[Action, str] | None:
        """The command a typed line begins with, and the rest of the line."""
        words = line.split(None, 2)
        for length in (2, 1):
            action = self.actions.get(" ".join(words[:length]).lower())
            if action is not None and action.mark.surface is Surface.COMMAND:
                return action, line.split(None, length)[length] if len(
                    line.split(None, length)
                ) > length else ""
        return None


def _declarations(cog: Cog) -> Iterator[tuple[Any, Handler]]:
    for name in dir(type(cog)):
        mark = getattr(getattr(type(cog), name), MARK, None)
        if mark is not None:
            yield mark, getattr(cog, name)


def _check(action: Action, *, taken: bool) -> None:
    if taken:
        raise ValueError(f"{action.name!r} is declared twice")
    if len(action.typed) > FIELD_LIMIT:
        raise ValueError(f"{action.name!r} needs a form of more than {FIELD_LIMIT} fields")
    kinds = [argument.kind for argument in action.arguments]
    numbers = len(action.numbers)
    if any(kind not in NUMBERS for kind in kinds[:numbers]):
        raise ValueError(f"{action.name!r}: numbers come first, a button carries them in order")
    if any(argument.takes_the_rest for argument in action.arguments[:-1]):
        raise ValueError(f"{action.name!r}: free text and lists come last, they take the rest of the line")
    if action.mark.goes_out and ("text", Kind.WORDS) not in [(a.name, a.kind) for a in action.arguments]:
        raise ValueError(f"{action.name!r}: words that go out to members are called text")
    if action.carries_words and (action.survey or {Kind.CHANNEL, Kind.GROUP} & set(kinds)):
        raise ValueError(f"{action.name!r}: what is asked of the platform doesn't go through the inbox")


def labels(catalogue: Catalogue) -> Mapping[str, int | None]:
    """Every sentence the catalogue itself needs, with its greatest length: labels, form titles and helps."""
    needed: dict[str, int | None] = {}
    for action in catalogue.actions.values():
        needed[action.label] = TITLE_LIMIT if action.opens_form else None
        if action.mark.surface is Surface.COMMAND:
            needed[action.help] = None
    return needed
