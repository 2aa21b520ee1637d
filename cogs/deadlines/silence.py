"""Members who don't answer for long are asked once, kindly; then it is solved, with an easy way back.

Where they can't be asked, or shouldn't, staff are told instead.
"""

from datetime import timedelta

from bot.cases.doors import member_place
from bot.cases.model import Case, Ending, NextStep, Owed
from bot.catalogue.declare import Party, button, due, on
from bot.community import Contact
from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.facts import CaseReopened, CaseSolved, Fact, MemberWrote, StaffReplied, Undelivered
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.replies import Button, ButtonStyle, Message, Text, say
from bot.vocabulary.times import SilenceAsked, StillWaiting
from cogs.deadlines.model import LATE
from cogs.deadlines.rungs import called, staff_buttons
from cogs.deadlines.watching import SILENCE, watch

OWN = [Party.MEMBER]
LOOK_AGAIN = timedelta(hours=1)


class Silence:
    """Nobody's case is closed behind their back."""

    @due(SILENCE)
    async def long_silent(self, ctx: Context, case_id: int) -> None:
        case, settings = await ctx.cases.get(case_id), ctx.community.settings
        if case.next_step is not NextStep.MEMBER_REPLY:
            return
        asked, heard = _asked([entry.fact for entry in await ctx.timeline.of_case(case.id)])
        alone = case.member_id in settings.left_alone
        if alone or (asked and not heard):
            await _staff_decide(ctx, case, why="alone" if alone else "unheard")
            return
        # While the bot is paused nobody is asked anything.
        earliest = max(settings.paused_until, ctx.now + LOOK_AGAIN) if settings.paused_until else ctx.now
        hour = settings.check_in_hours.awake(earliest, LATE)
        if hour > ctx.now:
            await ctx.timers.set(SILENCE, case.id, hour)
        elif asked:
            ended = CaseSolved(case.id, None, Ending.SILENT, as_team=settings.as_team)
            await ctx.change(case.settled(Ending.SILENT, ctx.now), ended)
        else:
            changed = _later(ctx, case)
            case = await ctx.change(changed, SilenceAsked(case.id, changed.due_at or ctx.now))
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
        as_team = ctx.community.settings.as_team
        await ctx.change(changed, CaseSolved(case.id, case.member_id, Ending.SOLVED, as_team=as_team))
        return say(*ctx.voice(case.language).say("deadlines.silence.settled", number=case.number))

    @button("case waits", parties=OWN)
    async def waits(self, ctx: Context, case: Case) -> Message:
        """The member says that they are waiting still; what was solved for their silence is open again."""
        solved = not case.is_open
        changed = case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE))
        saved = await ctx.change(changed, StillWaiting(case.id, ctx.doer.id))
        if solved:
            await ctx.record(CaseReopened(case.id, ctx.doer.id, "wrote_again"))
        by = ctx.moment(saved.due_at or ctx.now)
        return say(*ctx.voice(case.language).say("deadlines.silence.waits", number=case.number, by=by))


def _asked(facts: list[Fact]) -> tuple[bool, bool]:
    """Whether they were asked since anybody last said anything, and whether the question has reached them."""
    said = (SilenceAsked, StaffReplied, MemberWrote, StillWaiting)
    at = max((place for place, fact in enumerate(facts) if isinstance(fact, said)), default=None)
    if at is None or not isinstance(facts[at], SilenceAsked):
        return False, False
    lost = any(isinstance(fact, Undelivered) and fact.what == "silence" for fact in facts[at:])
    return True, not lost


def _later(ctx: Context, case: Case) -> Case:
    """The member's time begins anew."""
    settings = ctx.community.settings
    until = settings.check_in_hours.next_open(ctx.now + timedelta(days=settings.silent_days))
    return case.postponed(Owed(NextStep.MEMBER_REPLY, until))


async def _staff_decide(ctx: Context, case: Case, *, why: str) -> None:
    """The member can't be asked: whoever has the case hears it, and again after as long, until they do something."""
    hour = ctx.community.settings.hours.awake(ctx.now, LATE)
    if hour > ctx.now:
        await ctx.timers.set(SILENCE, case.id, hour)
        return
    voice = ctx.voice()
    who = await called(ctx, case, Contact(case.assignee, case.assignee_name or "")) if case.assignee else None
    told = voice.say(f"deadlines.silent.{why}", number=case.number)
    message = say(*((who, Text(" ")) if who else ()), *told, buttons=staff_buttons(case, voice))
    key = f"silent:{case.id}:{ctx.now.isoformat()}"
    await ctx.outbox.say(CaseStaff(case.id), message, key, priority=Priority.STAFF, case=case.id)
    await watch(ctx, await ctx.reschedule(_later(ctx, case)), ctx.now)
