"""Members who don't answer for long are asked once, kindly; then it is solved, with an easy way back."""

from datetime import datetime, timedelta

from bot.cases.doors import member_place
from bot.cases.model import Case, Ending, NextStep, Owed
from bot.catalogue.declare import Party, button, due, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.facts import CaseSolved, Fact, MemberWrote, StaffReplied
from bot.vocabulary.replies import Button, ButtonStyle, Message, say
from bot.vocabulary.times import SilenceAsked, StillWaiting
from cogs.deadlines.watching import SILENCE, watch

OWN = [Party.MEMBER]
LOOK_AGAIN = timedelta(hours=1)


class Silence:
    """Nobody's case is closed behind their back."""

    @due(SILENCE)
    async def long_silent(self, ctx: Context, case_id: int) -> None:
        case, settings = await ctx.cases.get(case_id), ctx.community.settings
        if case.next_step is not NextStep.MEMBER_REPLY or case.member_id in settings.left_alone:
            return
        if settings.paused_until is not None:
            await _look_again(ctx, case, settings.paused_until)
            return
        if _was_asked([entry.fact for entry in await ctx.timeline.of_case(case.id)]):
            await ctx.change(case.settled(Ending.SILENT, ctx.now), CaseSolved(case.id, None, Ending.SILENT))
            return
        later = ctx.now + timedelta(days=settings.silent_days)
        until = settings.check_in_hours.next_open(later)
        changed = case.postponed(Owed(NextStep.MEMBER_REPLY, until))
        case = await ctx.change(changed, SilenceAsked(case.id, until))
        await watch(ctx, case, ctx.now)

    @on(SilenceAsked)
    async def ask(self, ctx: Context, fact: SilenceAsked) -> None:
        case = await ctx.cases.get(fact.case)
        voice = ctx.voice(case.language)
        settled = Button(
            voice.text("deadlines.label.case_settled"), "case settled", (case.number,), ButtonStyle.PRIMARY
        )
        waits = Button(voice.text("deadlines.label.case_waits"), "case waits", (case.number,))
        told = voice.say("deadlines.silence.asked", number=case.number, by=ctx.moment(fact.until))
        message, key = say(*told, buttons=(settled, waits)), f"silence:{ctx.told}"
        await ctx.outbox.say(member_place(case), message, key, priority=Priority.REMINDER, case=case.id)

    @button("case settled", parties=OWN)
    async def settled(self, ctx: Context, case: Case) -> Message:
        """The member says that nothing is owed any more."""
        changed = case.settled(Ending.SOLVED, ctx.now)
        await ctx.change(changed, CaseSolved(case.id, case.member_id, Ending.SOLVED))
        return say(*ctx.voice(case.language).say("deadlines.silence.settled", number=case.number))

    @button("case waits", parties=OWN)
    async def waits(self, ctx: Context, case: Case) -> Message:
        """The member says that they are waiting still."""
        changed = case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE))
        saved = await ctx.change(changed, StillWaiting(case.id, ctx.doer.id))
        by = ctx.moment(saved.due_at or ctx.now)
        return say(*ctx.voice(case.language).say("deadlines.silence.waits", number=case.number, by=by))


def _was_asked(facts: list[Fact]) -> bool:
    """Since anybody last said anything."""
    said = (SilenceAsked, StaffReplied, MemberWrote, StillWaiting)
    last = [fact for fact in facts if isinstance(fact, said)][-1:]
    return any(isinstance(fact, SilenceAsked) for fact in last)


async def _look_again(ctx: Context, case: Case, paused_until: datetime) -> None:
    """While the bot is paused nobody is asked anything."""
    later = max(paused_until, ctx.now + LOOK_AGAIN)
    await ctx.timers.set(SILENCE, case.id, ctx.community.settings.check_in_hours.next_open(later))
