"""The decorators. They only put a declaration on a method; `collect.Catalogue` reads it from the cog's instance.

    class Cases:
        name = "cases"

        @command("case claim")
        async def claim(self, ctx: Context, case: Case) -> Message: ...

The handler's signature is the command's: each parameter after `ctx` is an argument, its annotation says how it is
read (`arguments.KINDS`). A button is a command line typed in advance, so every command can be pressed; `@button`
declares what can only be pressed. An action whose words are missing opens a form made from its arguments.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from bot.vocabulary.people import EVERYONE, STAFF, Role

MARK = "__ombud__"
F = TypeVar("F", bound=Callable[..., Any])


class Party(StrEnum):
    """Whoever a case belongs to; may use an action whatever their role."""

    MEMBER = "member"
    ASSIGNEE = "assignee"


class Surface(StrEnum):
    COMMAND = "command"
    BUTTON = "button"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class ActionMark:
    """An action and who may take it: one of `roles`, or one of the case's `parties`.

    The words of one that `goes_out` are for members; its argument for them is called `text`.
    """

    name: str
    surface: Surface
    roles: frozenset[Role]
    parties: frozenset[Party]
    private: bool
    goes_out: bool = False


@dataclass(frozen=True, slots=True)
class ReactionMark:
    """Called with `(ctx, happened)` for each event or fact of these types."""

    types: tuple[type, ...]


@dataclass(frozen=True, slots=True)
class NamedMark:
    """A due-time handler, a view, what fills a form, or one of a kind: `matters`, `attends`, `roster`..."""

    kind: str
    name: str


Mark = ActionMark | ReactionMark | NamedMark


def _marked(mark: Mark) -> Callable[[F], F]:
    def put(handler: F) -> F:
        setattr(handler, MARK, mark)
        return handler

    return put


def command(
    name: str,
    *,
    roles: Iterable[Role] = STAFF,
    parties: Iterable[Party] = (),
    private: bool = True,
    goes_out: bool = False,
) -> Callable[[F], F]:
    """A command `noun verb`; its answer is for the person alone unless `private` is False."""
    return _marked(ActionMark(name, Surface.COMMAND, frozenset(roles), frozenset(parties), private, goes_out))


def button(
    name: str,
    *,
    roles: Iterable[Role] = (),
    parties: Iterable[Party] = (),
    private: bool = True,
    goes_out: bool = False,
) -> Callable[[F], F]:
    """An action that is only ever pressed."""
    return _marked(ActionMark(name, Surface.BUTTON, frozenset(roles), frozenset(parties), private, goes_out))


def message_menu(name: str, *, roles: Iterable[Role] = EVERYONE) -> Callable[[F], F]:
    """An entry of a message's menu; the handler takes `(ctx, chosen)`."""
    return _marked(ActionMark(name, Surface.MENU, frozenset(roles), frozenset(), True))


def on(*types: type) -> Callable[[F], F]:
    """React to events of a platform or facts of other features, in the same transaction."""
    return _marked(ReactionMark(types))


def due(name: str) -> Callable[[F], F]:
    """Called with `(ctx, subject)` when a timer of this name is due."""
    return _marked(NamedMark("due", name))


def view(name: str) -> Callable[[F], F]:
    """Renders `(ctx, subject)` to a message as things are now, None if there is nothing to show any more.

    It only reads, and may raise `NotYet` while what it needs is still on its way.
    """
    return _marked(NamedMark("view", name))


def suggests(action: str) -> Callable[[F], F]:
    """Called with `(ctx)`, reading only: the values by argument that the action's form is filled with."""
    return _marked(NamedMark("suggests", action))


def completes(argument: str) -> Callable[[F], F]:
    """Called with `(ctx)`, reading only: the names that an argument of this name, a `Word`, can have."""
    return _marked(NamedMark("completes", argument))


def matters(handler: F) -> F:
    """Called with `(glance, event)`, not awaited: should this be kept and handled? Any cog's yes is enough.

    It is asked for every message there is, so it has nothing but the glance; see `attends`.
    """
    return _marked(NamedMark("matters", "matters"))(handler)


def attends(handler: F) -> F:
    """Called with `(ctx, channel)`, reading only: whom the feature listens to there, and which messages it holds.

    The answer is remembered: whoever changes it calls `ctx.stir(channel)`.
    """
    return _marked(NamedMark("attends", "attends"))(handler)


def roster(handler: F) -> F:
    """Called with `(ctx)`, reading only: the ids of those whom the feature counts on as staff.

    Whoever of them has no role any more is told of as `StaffLost`.
    """
    return _marked(NamedMark("roster", "roster"))(handler)


def offers(handler: F) -> F:
    """Called with `(ctx, case)`, reading only: the buttons it adds to the card of a case, if any make sense now."""
    return _marked(NamedMark("offers", "offers"))(handler)


def advises(handler: F) -> F:
    """Called with `(ctx, outgoing)` before words go out to members: what their author should think about, or None."""
    return _marked(NamedMark("advises", "advises"))(handler)


def agenda(handler: F) -> F:
    """Called with `(ctx, place)`, reading only: what it adds to the morning's list in the staff room or the managers'.

    It returns parts of a message. Whoever has something for it dispatches `MorningNeeded`, so that there is a list.
    """
    return _marked(NamedMark("agenda", "agenda"))(handler)


def export(handler: F) -> F:
    """Called with `(ctx, member id)`: everything this feature keeps about the member, as JSON."""
    return _marked(NamedMark("export", "export"))(handler)


def forget(handler: F) -> F:
    """Called with `(ctx, member id)`: erase it."""
    return _marked(NamedMark("forget", "forget"))(handler)


class NotYet(Exception):
    """A view needs something that is still on its way; asked again in a moment, without counting an attempt."""
