"""The member is asked in private, once a matter is truly solved; only their yes puts a line under their message."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.doors import ACK
from bot.cases.model import Case, Ending
from bot.catalogue.declare import Party, button, on, view
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.durable.views import Views
from bot.errors import UserError
from bot.vocabulary.events import MessageDeleted
from bot.vocabulary.facts import (
    CaseMerged,
    CaseReopened,
    CaseSolved,
    CaseWithdrawn,
    CheckInAnswered,
    ClosingAnswered,
    Fact,
)
from bot.vocabulary.places import CasePrivate, Public
from bot.vocabulary.questions import CaseSealed
from bot.vocabulary.replies import Button, Message, say
from cogs.closing.model import AGREES, answer, may_ask, may_say, wording

OWN = [Party.MEMBER]
LINE = "closing.line"
LOOKED_AT = 100


class Closing:
    """Asks, and says no more than that it is solved."""

    name = "closing"

    @on(CheckInAnswered)
    async def confirmed(self, ctx: Context, fact: CheckInAnswered) -> None:
        if fact.answer == "solved":
            await self._ask(ctx, await ctx.cases.get(fact.case))
        elif fact.answer not in AGREES:
            await self._take_down(ctx, await ctx.cases.get(fact.case))

    @on(CaseSolved)
    async def solved(self, ctx: Context, fact: CaseSolved) -> None:
        """By the member's own word."""
        case = await ctx.cases.get(fact.case)
        if fact.by == case.member_id and case.ending is Ending.SOLVED:
            await self._ask(ctx, case)

    async def _ask(self, ctx: Context, case: Case) -> None:
        settings = ctx.community.settings
        if settings.paused or case.member_id in settings.left_alone or not await _acknowledged(ctx, case):
            return
        if not may_ask(case, await _facts(ctx, case)) or await _never_asked(ctx, case.member_id):
            return
        voice = ctx.voice(case.language)
        buttons = tuple(
            Button(voice.text(f"closing.label.{action.replace(' ', '_')}"), action, (case.number,))
            for action in ("closing say", "closing keep")
        )
        asked = say(*voice.say("closing.asked", number=case.number), buttons=buttons)
        key = f"closing:{case.id}:{case.reopened}"
        place = CasePrivate(case.id)
        await ctx.outbox.say(place, asked, key, priority=Priority.REMINDER, case=case.id)

    @button("closing say", parties=OWN)
    async def shown(self, ctx: Context, case: Case) -> Message:
        await self._answered(ctx, case, shown=True)
        return say(*ctx.voice(case.language).say("closing.shown", number=case.number))

    @button("closing keep", parties=OWN)
    async def kept(self, ctx: Context, case: Case) -> Message:
        await self._answered(ctx, case, shown=False)
        return say(*ctx.voice(case.language).say("closing.kept"))

    async def _answered(self, ctx: Context, case: Case, *, shown: bool) -> None:
        """The same answer twice changes nothing; another one is taken too."""
        facts = await _facts(ctx, case)
        if case.origin is None or not may_say(case, facts):
            raise UserError("error.too_late")
        if answer(facts) is shown:
            return
        await ctx.record(ClosingAnswered(case.id, ctx.doer.id, shown))
        await ctx.outbox.show(
            Public(case.origin), View(LINE, case.id), priority=Priority.HUMAN_REPLY, case=case.id
        )

    @on(CaseReopened, CaseSealed, CaseWithdrawn, CaseMerged)
    async def no_more(
        self, ctx: Context, fact: CaseReopened | CaseSealed | CaseWithdrawn | CaseMerged
    ) -> None:
        """It is not true any more, or nobody's business."""
        await self._take_down(ctx, await replace(ctx, reader=None).cases.get(fact.case))

    @on(MessageDeleted)
    async def taken_back(self, ctx: Context, event: MessageDeleted) -> None:
        """What it stands under is gone: an end to nothing would only point at them."""
        for entry in await ctx.timeline.about_message(event.message):
            case = await ctx.cases.get(entry.fact.case)
            if case.origin == event.message and answer(await _facts(ctx, case)):
                await self._take_down(ctx, case)

    async def _take_down(self, ctx: Context, case: Case) -> None:
        if case.origin is not None:
            await ctx.outbox.hide(Public(case.origin), View(LINE, case.id), case=case.id)

    @view(LINE)
    async def line(self, ctx: Context, case_id: int) -> Message | None:
        case = await ctx.cases.get(case_id)
        facts = await _facts(ctx, case)
        if not answer(facts) or not may_say(case, facts):
            return None
        return say(*ctx.voice(case.language).say(f"closing.line.{wording(case)}", number=case.number))


async def _facts(ctx: Context, case: Case) -> Sequence[Fact]:
    return [entry.fact for entry in await ctx.timeline.of_case(case.id)]


async def _never_asked(ctx: Context, member: str) -> bool:
    """Whether they have said at any check-in that they don't want to be asked."""
    theirs = await ctx.cases.of_member(member, limit=LOOKED_AT)
    facts = [fact for case in theirs for fact in await _facts(ctx, case)]
    return any(isinstance(fact, CheckInAnswered) and fact.answer == "never" for fact in facts)


async def _acknowledged(ctx: Context, case: Case) -> bool:
    """Whether our answer stands under their message for everybody."""
    if case.origin is None:
        return False
    shown = await Views(ctx.tx, ctx.community.id).find(Public(case.origin), View(ACK, case.id))
    return shown is not None and shown.message is not None
