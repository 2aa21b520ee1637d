"""What may follow in a command line, for adapters whose platform completes: reads only."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.calls import usage
from bot.cases.model import Case
from bot.cases.queues import Queue
from bot.catalogue.arguments import Argument, Kind, zones_like
from bot.catalogue.collect import Action
from bot.catalogue.declare import Party, Surface
from bot.catalogue.gate import may_try
from bot.context import Context
from bot.help import offered
from bot.house import House
from bot.language import Voice
from bot.ports import ActionHelp, Choice, Directory
from bot.submitting import as_actor
from bot.text import first_line

LIMIT = 25
LABEL = 80


class Completing:
    """Commands, menus and completions for one person."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def commands(self, community: str, author: str) -> Sequence[ActionHelp]:
        """The commands this person may use, in their language."""
        async with self._reading(community, author) as ctx:
            return [_help(action, ctx.own_voice) for action in offered(ctx)] if ctx else ()

    async def menus(self, community: str, author: str) -> Sequence[Choice]:
        """The message menus this person may use: action and label."""
        async with self._reading(community, author) as ctx:
            if ctx is None:
                return ()
            menus = [a for a in ctx.catalogue.surface(Surface.MENU) if may_try(a.mark, ctx.doer)]
            return [Choice(action.name, ctx.own_voice.text(action.label)) for action in menus]

    async def complete(self, community: str, author: str, line: str) -> Sequence[Choice]:
        """Whole lines that may follow from what has been typed so far, best first, at most 25."""
        async with self._reading(community, author) as ctx:
            if ctx is None:
                return ()
            matched = ctx.catalogue.command_for(line)
            if matched is None or not line[len(matched[0].name) :].startswith(" "):
                names = [a for a in offered(ctx) if a.name.startswith(line.lower().lstrip())]
                return [Choice(a.name, ctx.own_voice.text(a.help)) for a in names][:LIMIT]
            return await self._arguments(ctx, *matched)

    async def _arguments(self, ctx: Context, action: Action, rest: str) -> Sequence[Choice]:
        words = rest.split(" ") if rest else [""]
        argument = _argument(action, len(words) - 1)
        if argument is None or not may_try(action.mark, ctx.doer):
            return ()
        before = " ".join((action.name, *words[:-1]))
        directory = self._house.adapter(ctx.community).directory
        options = await _options(ctx, argument, action, words[-1], directory)
        return [Choice(f"{before} {option.value}", option.label) for option in options][:LIMIT]

    async def suggest(
        self, community: str, author: str, action: str, argument: str, text: str
    ) -> Sequence[Choice]:
        """Values for one argument of a command, as its field may hold them, best first, at most 25."""
        async with self._reading(community, author) as ctx:
            known = ctx.catalogue.actions.get(action) if ctx else None
            if ctx is None or known is None or not may_try(known.mark, ctx.doer):
                return ()
            wanted = next((one for one in known.arguments if one.name == argument), None)
            if wanted is None:
                return ()
            directory = self._house.adapter(ctx.community).directory
            if wanted.many:
                before, space, last = text.rpartition(" ")
                options = await _options(ctx, wanted, known, last, directory)
                return [Choice(f"{before}{space}{o.value}", f"{before}{space}{o.label}") for o in options][
                    :LIMIT
                ]
            options = await _options(ctx, wanted, known, text, directory)
            return [Choice(option.value.strip('"'), option.label) for option in options][:LIMIT]

    @asynccontextmanager
    async def _reading(self, community: str, author: str) -> AsyncIterator[Context | None]:
        """A snapshot as this person sees it; None if they or the community are not known."""
        known = await self._house.community(community)
        actor = known and await self._house.adapter(known).directory.member(community, author)
        if known is None or not actor:
            yield None
            return
        async with self._house.database.reading() as tx:
            yield await as_actor(self._house.context(tx, known), actor)


def _help(action: Action, voice: Voice) -> ActionHelp:
    names = tuple(argument.name for argument in action.arguments)
    return ActionHelp(action.name, usage(action), voice.text(action.help), names)


async def _options(
    ctx: Context, argument: Argument, action: Action, word: str, directory: Directory
) -> Sequence[Choice]:
    match argument.kind:
        case Kind.CASE:
            return await _cases(ctx, action, word)
        case Kind.MEMBER:
            found = await directory.find(ctx.community.key, word.removeprefix("@"))
            return [Choice(_quoted(m.name), m.name) for m in found]
        case Kind.CHANNEL:
            channels = await directory.channels(ctx.community.key)
            return _named([channel.name for channel in channels], word.removeprefix("#"))
        case Kind.GROUP:
            groups = await directory.groups(ctx.community.key)
            return _named([group.name for group in groups], word.removeprefix("@"))
        case Kind.ZONE:
            return [Choice(zone, zone) for zone in zones_like(word)]
        case Kind.WORD:
            names = ctx.catalogue.completes(argument.name)
            return _named(await names(ctx), word) if names else ()
        case Kind.CHOICE:
            fitting = [choice for choice in argument.choices if choice.startswith(word.lower())]
            return [Choice(choice, ctx.own_voice.text(f"{argument.name}.{choice}")) for choice in fitting]
    return ()


def _argument(action: Action, index: int) -> Argument | None:
    """The argument that the word at this place belongs to; a list takes all words that are left."""
    if index < len(action.arguments):
        return action.arguments[index]
    last = action.arguments[-1] if action.arguments else None
    return last if last is not None and last.many else None


def _named(names: Sequence[str], begun: str) -> list[Choice]:
    fitting = [name for name in names if name.casefold().startswith(begun.casefold())]
    return [Choice(_quoted(name), name) for name in fitting]


def _quoted(name: str) -> str:
    """A name with spaces is held together by quotes."""
    return f'"{name}"' if " " in name else name


async def _cases(ctx: Context, action: Action, word: str) -> Sequence[Choice]:
    """The cases this person could mean: for staff the queue, for members their own."""
    if ctx.doer.role in action.mark.roles:
        found = await ctx.cases.queue(Queue.ALL, ctx.doer.id, ctx.now, limit=100)
    elif Party.MEMBER in action.mark.parties:
        found = await ctx.cases.of_member(ctx.doer.id)
    else:
        found = []
    fitting = [case for case in found if str(case.number).startswith(word.lstrip("#"))]
    return [Choice(str(case.number), first_line(_summary(ctx, case), LABEL)) for case in fitting]


def _summary(ctx: Context, case: Case) -> str:
    return f"#{case.number} {case.member_name}: {ctx.own_voice.text(f'status.{case.status}')}"
