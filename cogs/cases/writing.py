"""Two people don't write the same answer: others see that one is being written, and who has the case hears of one."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.doors import card_of
from bot.catalogue.declare import due, on
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.vocabulary.facts import CaseSolved, StaffReplied
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.replies import Mention, Name, say
from bot.vocabulary.signals import AnswerBegun, FormOpened
from bot.vocabulary.times import TimeGiven
from cogs.cases.store import Store, Writer

WRITING = "cases.writing"
FOR_SO_LONG = timedelta(minutes=5)
"""Nobody tells us of a form that was closed without being sent."""

ANSWERS = frozenset({"case reply", "case attach", "case time", "case solve", "reply change"})
"""Forms whose words a member reads."""


class Writing:
    """The mark on the card, and the word to whoever has the case."""

    @on(FormOpened)
    async def opened(self, ctx: Context, opened: FormOpened) -> None:
        if opened.action in ANSWERS:
            await self.begun(ctx, AnswerBegun(opened.case, opened.by, opened.name))

    @on(AnswerBegun)
    async def begun(self, ctx: Context, begun: AnswerBegun) -> None:
        until = ctx.now + FOR_SO_LONG
        await _store(ctx).begin(begun.case, Writer(begun.by, begun.name, until))
        await _changed(ctx, begun.case)

    @on(StaffReplied, TimeGiven, CaseSolved)
    async def written(self, ctx: Context, fact: StaffReplied | TimeGiven | CaseSolved) -> None:
        if fact.by is not None and await _store(ctx).end(fact.case, fact.by):
            await _changed(ctx, fact.case)

    @due(WRITING)
    async def nothing_came(self, ctx: Context, case: int) -> None:
        await _store(ctx).end_all(case, ctx.now)
        await _changed(ctx, case)

    @on(StaffReplied, TimeGiven)
    async def for_another(self, ctx: Context, fact: StaffReplied | TimeGiven) -> None:
        """Whoever has the case hears that somebody else has answered in it."""
        case = await ctx.cases.get(fact.case)
        if case.assignee is None or case.assignee == fact.by:
            return
        assignee = Mention(case.assignee, case.assignee_name or "")
        told = ctx.voice().say(
            "cases.for_another", assignee=assignee, name=Name(fact.name), number=case.number
        )
        key = f"for_another:{ctx.told}"
        await ctx.outbox.say(CaseStaff(case.id), say(*told), key, priority=Priority.STAFF, case=case.id)


async def writers(ctx: Context, case: int, *, but: str | None = None) -> list[str]:
    """The names of those who are writing to the member now."""
    found = await _store(ctx).writers(case, ctx.now)
    return [writer.name for writer in found if writer.id != but]


async def _changed(ctx: Context, case: int) -> None:
    """The card shows who is at it, until the first of them is no longer waited for."""
    left = await _store(ctx).writers(case, ctx.now)
    if left:
        await ctx.timers.set(WRITING, case, left[0].until)
    else:
        await ctx.timers.cancel(WRITING, case)
    stands = card_of(await replace(ctx, reader=None).cases.get(case))
    if stands is not None:
        await ctx.outbox.show(stands[0], View(stands[1], case), case=case)


def _store(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)
