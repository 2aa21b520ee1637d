"""A moderator asks specialists, and keeps watch: who is called, and what happens when nobody takes it."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.hours import WorkingHours
from bot.cases.model import Case, NextStep, Owed, Status
from bot.cases.policy import GRID
from bot.catalogue.arguments import Word, Words
from bot.catalogue.declare import command, due, on
from bot.context import Context
from bot.detection import Severity
from bot.errors import UserError
from bot.vocabulary.events import MessageDeleted, MessageEdited
from bot.vocabulary.facts import (
    CaseClosed,
    CaseSolved,
    CaseWithdrawn,
    Fact,
    MemberWrote,
    StaffReplied,
    Undelivered,
)
from bot.vocabulary.questions import CaseEscalated, CaseSealed
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import EffectSettled, WordsTakenOut
from cogs.specialists.desk import (
    BRIEF,
    DUE,
    OPENING,
    REMIND,
    arm,
    disarm,
    due_for,
    errands_of,
    give_back,
    known_team,
    moved,
    next_of,
    pass_on,
    show_brief,
    teams_of,
    tell_member,
)
from cogs.specialists.model import Errand, Person, State, Step, Team

LATE = GRID + timedelta(minutes=2)
"""What is due when a day ends is rounded up, and a timer may fire a little late."""


class Asking:
    """The command, and what time and the case do to a question."""

    @command("case escalate")
    async def escalate(self, ctx: Context, case: Case, team: Word | None = None, *, text: Words) -> Message:
        if case.about is not None:
            raise UserError("specialists.sealed", number=case.number)
        chosen, who = await _chosen(ctx, case, team), ctx.doer
        person = await next_of(ctx, chosen, case.member_id, who.id)
        if person is None:
            return say(*ctx.own_voice.say("specialists.nobody", team=chosen.name, number=case.number))
        due_at, watcher = due_for(ctx, case, chosen), Person(who.id, who.name)
        await _cancel(ctx, case.id)
        await ctx.cases.keep_hours(case.id, chosen.own_hours)
        owed = Owed(NextStep.NEXT_RESPONSE, due_at)
        case = await ctx.reschedule(case.promised(who.id, who.name, ctx.now, owed))
        escalated = CaseEscalated(case.id, who.id, person.name, chosen.name, text, due_at)
        entry = await ctx.record(escalated)
        errand = Errand(0, case.id, entry, chosen.name, State.CALLED, person, watcher, ctx.now, due_at)
        errand = await tell_member(ctx, await errands_of(ctx).open(errand), entry)
        await errands_of(ctx).save(errand)
        await arm(ctx, case, errand, chosen)
        await show_brief(ctx, errand, anew=True)
        return _asked(ctx, case, errand, chosen)

    @due(REMIND)
    async def remind(self, ctx: Context, number: int) -> None:
        """Whoever has not taken it is passed over; whoever has it is called once more."""
        errand = await errands_of(ctx).get(number, to_change=True)
        if errand is None or errand.state not in (State.CALLED, State.TAKEN):
            return
        team, case = await teams_of(ctx).named(errand.team), await ctx.cases.get(errand.case_id)
        if team is not None and await _not_now(ctx, REMIND, errand, team.hours(ctx.community.settings.hours)):
            return
        if team is not None and errand.state is State.CALLED:
            person = await next_of(ctx, team, errand.person.id, errand.watcher.id, case.member_id)
            if person is not None:
                errand = await pass_on(ctx, errand, team, person)
        await errands_of(ctx).save(replace(errand, reminded_at=ctx.now))
        await ctx.timers.cancel(REMIND, errand.id)
        await show_brief(ctx, errand, anew=True)

    @due(DUE)
    async def came_due(self, ctx: Context, number: int) -> None:
        """The moderator who keeps watch hears of it, once, and in hours of their own."""
        errand = await errands_of(ctx).get(number, to_change=True)
        if errand is None or errand.state not in (State.CALLED, State.TAKEN) or errand.late_at:
            return
        case, settings = await ctx.cases.get(errand.case_id), ctx.community.settings
        grave = case.severity is Severity.HIGH and settings.high_at_any_hour
        if not grave and await _not_now(ctx, DUE, errand, settings.hours):
            return
        await errands_of(ctx).save(replace(errand, late_at=ctx.now))
        await moved(ctx, errand, "late")
        await show_brief(ctx, errand)

    @due(OPENING)
    async def opens(self, ctx: Context, number: int) -> None:
        """The team is there again: now somebody is called."""
        errand = await errands_of(ctx).get(number)
        if errand is None or errand.state not in (State.CALLED, State.TAKEN):
            return
        team = await teams_of(ctx).named(errand.team)
        if team is None or not await _not_now(ctx, OPENING, errand, team.hours(ctx.community.settings.hours)):
            await show_brief(ctx, errand, anew=True)

    @on(MemberWrote)
    async def heard(self, ctx: Context, fact: MemberWrote) -> None:
        """The member's words are in the brief; if they were asked, the clock goes on and somebody is called."""
        errand = await errands_of(ctx).open_of(fact.case)
        if errand is None:
            return
        team = await teams_of(ctx).named(errand.team)
        if errand.state is not State.ASKED or team is None:
            await show_brief(ctx, errand)
            return
        case = await ctx.cases.get(fact.case)
        errand = errand.heard(due_for(ctx, case, team))
        await errands_of(ctx).save(errand)
        await arm(ctx, case, errand, team)
        await show_brief(ctx, errand, anew=True)

    @on(WordsTakenOut)
    async def unsaid(self, ctx: Context, fact: WordsTakenOut) -> None:
        """Those words were no answer: whoever asked the member something is still waiting."""
        errand, case = await errands_of(ctx).open_of(fact.case), await ctx.cases.get(fact.case)
        if errand is None:
            return
        if errand.state is State.TAKEN and case.status is Status.PENDING:
            errand = errand.asked(errand.person)
            await errands_of(ctx).save(errand)
            await disarm(ctx, errand)
        await show_brief(ctx, errand)

    @on(MessageEdited, MessageDeleted)
    async def reworded(self, ctx: Context, event: MessageEdited | MessageDeleted) -> None:
        """What its author changed or took back changes in the brief too."""
        for entry in await ctx.timeline.about_message(event.message):
            for errand in await errands_of(ctx).of_case(entry.fact.case):
                await show_brief(ctx, errand)

    @on(StaffReplied)
    async def answered(self, ctx: Context, fact: StaffReplied) -> None:
        errand = await errands_of(ctx).open_of(fact.case)
        if errand is not None:
            await show_brief(ctx, errand)

    @on(CaseSolved, CaseClosed, CaseWithdrawn, CaseSealed)
    async def no_more(self, ctx: Context, fact: Fact) -> None:
        """Nobody needs the answer any more; of a closed case the brief keeps no words."""
        await _cancel(ctx, fact.case)
        for errand in await errands_of(ctx).of_case(fact.case):
            await show_brief(ctx, errand)

    @on(EffectSettled)
    async def settled(self, ctx: Context, told: EffectSettled) -> None:
        """A brief that can't be shown has reached nobody; a handover that wasn't read stands on the card."""
        if told.outcome in ("delivered", "expired"):
            return
        if told.name == BRIEF and told.effect == "show":
            errand = await errands_of(ctx).get(told.subject, to_change=True)
            if errand is not None and errand.is_open:
                await give_back(ctx, errand, Step.RETURN, "returned")
        elif told.case is not None and told.key.startswith("handover:"):
            await ctx.record(Undelivered(told.case, "handover", told.reason or told.outcome))


async def _not_now(ctx: Context, timer: str, errand: Errand, hours: WorkingHours) -> bool:
    """Whether nobody is there to be called, as when a timer fires late; it is set for when somebody is."""
    hour = hours.awake(ctx.now, LATE)
    if hour > ctx.now:
        await ctx.timers.set(timer, errand.id, hour)
    return hour > ctx.now


async def _chosen(ctx: Context, case: Case, team: Word | None) -> Team:
    """The team that was named, else the one that has the topic."""
    if team is not None:
        return await known_team(ctx, team)
    found = await teams_of(ctx).for_case(case.topic, case.severity)
    if found is None:
        every = ", ".join(known.name for known in await teams_of(ctx).all()) or "-"
        raise UserError("specialists.which_team", teams=every)
    return found


async def _cancel(ctx: Context, case: int) -> None:
    """The question that is open, if there is one."""
    errand = await errands_of(ctx).open_of(case)
    if errand is None:
        return
    ended = errand.ended(Step.CANCEL, ctx.now)
    await errands_of(ctx).save(ended)
    await disarm(ctx, ended)
    await moved(ctx, ended, "cancelled")
    await show_brief(ctx, ended)


def _asked(ctx: Context, case: Case, errand: Errand, team: Team) -> Message:
    """Who was called, by when they answer, and when they are there if not now."""
    hours, voice = team.hours(ctx.community.settings.hours), ctx.own_voice
    name, due_at = errand.person.name, ctx.moment(errand.due_at or ctx.now)
    done = voice.say("specialists.asked", number=case.number, name=name, team=team.name, due=due_at)
    if hours.open_at(ctx.now):
        return say(*done)
    opens = voice.say("specialists.closed_now", team=team.name, opens=ctx.moment(hours.next_open(ctx.now)))
    return Message((*say(*done).parts, *say(*opens).parts))
