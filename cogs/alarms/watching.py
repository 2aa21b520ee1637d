"""What happens to a case, and what that does to its alarm."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.model import Case, Status
from bot.catalogue.declare import due, on, roster
from bot.community import Contact
from bot.context import Context
from bot.detection import PRESSING, assess
from bot.durable.outbox import View
from bot.vocabulary.events import MemberLeft, MessageDeleted, MessageEdited
from bot.vocabulary.facts import (
    CaseClaimed,
    CaseClosed,
    CaseMerged,
    CaseOpened,
    CaseReleased,
    CaseReopened,
    CaseSolved,
    CaseTransferred,
    CaseWithdrawn,
    Fact,
    MemberWrote,
    StaffReplied,
)
from bot.vocabulary.people import Role
from bot.vocabulary.places import ManagersRoom, MemberDM, StaffRoom, parse_place, place_key
from bot.vocabulary.questions import CaseSealed, StaffLost
from bot.vocabulary.signals import EffectSettled, SafetyRaised, WordsTakenOut
from cogs.alarms.model import Alarm, Reason, State, at_any_hour, names, of_history, of_opening, of_words
from cogs.alarms.raising import (
    CARD,
    LIST,
    NEXT,
    call_next,
    place_of,
    raise_alarm,
    ring,
    show,
    show_elsewhere,
    show_list,
    store_of,
    unread,
)

LATE = timedelta(minutes=2)
"""How late a timer may fire and still be of the hour that it was set for."""


class Watching:
    """Reactions to facts."""

    @on(CaseOpened)
    async def opened(self, ctx: Context, fact: CaseOpened) -> None:
        case = await unread(ctx).cases.get(fact.case)
        await raise_alarm(ctx, case, of_opening(case.severity, fact.rules, fact.safety))

    @on(MemberWrote)
    async def wrote(self, ctx: Context, fact: MemberWrote) -> None:
        case = await unread(ctx).cases.get(fact.case)
        if fact.by != case.member_id or not case.is_open:
            return
        seen = assess(fact.text or "")
        pressing = tuple(sorted(PRESSING & seen.safety))
        if pressing and case.about is None:
            await _danger(ctx, case, pressing)
        reasons = of_words(seen)
        if case.answered_at is not None:
            reasons |= of_history(case, await ctx.timeline.of_case(case.id))
        await raise_alarm(ctx, case, reasons)
        await _refresh(ctx, case)

    @on(CaseReopened, CaseTransferred)
    async def handed(self, ctx: Context, fact: Fact) -> None:
        """It may have gone from one to the next too often."""
        case = await unread(ctx).cases.get(fact.case)
        await raise_alarm(ctx, case, of_history(case, await ctx.timeline.of_case(case.id)))
        await _refresh(ctx, case)

    @on(CaseReleased)
    async def released(self, ctx: Context, fact: CaseReleased) -> None:
        """Whoever took the alarm with the case gives it back with the case."""
        case, alarm = await unread(ctx).cases.get(fact.case), await store_of(ctx).get(fact.case)
        if alarm is not None and alarm.state is State.TAKEN and alarm.now and alarm.now.id == fact.by:
            await call_next(ctx, case, replace(alarm, now=None))
        await _refresh(ctx, case)

    @on(CaseClaimed, StaffReplied)
    async def claimed(self, ctx: Context, fact: CaseClaimed | StaffReplied) -> None:
        """Whoever is called and takes the case, or answers the member, has taken the alarm too."""
        case = await unread(ctx).cases.get(fact.case)
        if isinstance(fact, CaseClaimed):
            await raise_alarm(ctx, case, of_history(case, await ctx.timeline.of_case(case.id)))
        alarm = await store_of(ctx).get(case.id)
        if alarm is None or alarm.state not in (State.CALLED, State.UNCLAIMED, State.WAITING):
            return
        manager = ctx.actor is not None and ctx.actor.id == fact.by and ctx.actor.role is Role.MANAGER
        named = {person.id for person in names(ctx.community.settings, case.about)}
        if manager or fact.by in named | set(alarm.called):
            await hold(ctx, case, alarm.held_by(Contact(fact.by, fact.name), State.TAKEN))
        else:
            await _refresh(ctx, case)

    @on(CaseSolved, CaseClosed, CaseWithdrawn)
    async def ended(self, ctx: Context, fact: CaseSolved | CaseClosed | CaseWithdrawn) -> None:
        """There is nothing left to take; the words go from the card."""
        alarm = await store_of(ctx).get(fact.case)
        if alarm is None or alarm.state is State.OVER:
            return
        case = await unread(ctx).cases.get(fact.case)
        if fact.by in (None, case.member_id) and alarm.waits_for_a_person:
            # Who takes their words back, or says no more, may still be in danger: only a person of ours ends it.
            await show(ctx, case, alarm)
        else:
            await hold(ctx, case, alarm.over())

    @on(CaseMerged)
    async def merged(self, ctx: Context, fact: CaseMerged) -> None:
        """The case it goes on in has the alarm from now on."""
        alarm, case = await store_of(ctx).get(fact.case), await unread(ctx).cases.get(fact.case)
        if alarm is None or case.solved_at is not None:
            return  # what was solved before needs nobody
        had = alarm.now if alarm.state is State.OVER else alarm.over().now
        await drop(ctx, alarm)
        into = await unread(ctx).cases.get(fact.into)
        # Whoever was called last is called for it where it is now; the others were called.
        await raise_alarm(ctx, into, alarm.reasons, alarm.called[:-1])
        known = await store_of(ctx).get(into.id)
        waits = (State.WAITING, State.CALLED, State.UNCLAIMED)
        if had is not None and known is not None and known.state in waits:
            # Whoever has taken the one has taken both.
            await hold(ctx, into, known.held_by(had, State.TAKEN))

    @on(CaseSealed)
    async def sealed(self, ctx: Context, fact: CaseSealed) -> None:
        """It stands where its subject does not see it, and is not theirs to take."""
        alarm = await store_of(ctx).get(fact.case)
        if alarm is None:
            return
        case = await unread(ctx).cases.get(fact.case)
        theirs = alarm.now is not None and alarm.now.id == case.about
        waits = alarm.state in (State.CALLED, State.UNCLAIMED)
        nowhere = waits and place_of(ctx.community.settings, case, alarm.now) is None
        if case.is_open and alarm.state is not State.OVER and (theirs or nowhere):
            await call_next(ctx, case, replace(alarm, now=None))
        elif alarm.state is not State.WAITING and (alarm.place is not None or waits):
            await show(ctx, case, alarm)
        await show_list(ctx)

    @on(MessageEdited, MessageDeleted)
    async def reworded(self, ctx: Context, event: MessageEdited | MessageDeleted) -> None:
        """The card quotes what the member says now."""
        for entry in await ctx.timeline.about_message(event.message):
            await _refresh(ctx, await unread(ctx).cases.get(entry.fact.case))

    @on(WordsTakenOut)
    async def unsaid(self, ctx: Context, fact: WordsTakenOut) -> None:
        """Nor does it quote what belongs to another case."""
        await _refresh(ctx, await unread(ctx).cases.get(fact.case))

    @on(EffectSettled)
    async def unseen(self, ctx: Context, told: EffectSettled) -> None:
        """A card that can't be shown has called nobody: another place has it, or the next one is called."""
        if told.effect != "show" or told.outcome in ("delivered", "expired"):
            return
        managers = told.place == place_key(ManagersRoom())
        if told.name == LIST and managers:
            await ctx.outbox.show(StaffRoom(), View(LIST, 0))
        alarm = await store_of(ctx).get(told.subject) if told.name == CARD else None
        if alarm is None or alarm.place != told.place:
            return
        case = await unread(ctx).cases.get(alarm.case_id)
        if managers:
            await show_elsewhere(ctx, case, alarm)
        elif alarm.state is State.CALLED and alarm.place != place_key(StaffRoom()):
            await call_next(ctx, case, replace(alarm, now=None))

    @on(StaffLost, MemberLeft)
    async def lost(self, ctx: Context, told: StaffLost | MemberLeft) -> None:
        """Nobody is called who is not of staff any more; what they had goes to the next name."""
        people = ctx.community.settings.alarm_people
        left = tuple(person for person in people if person.id != told.member)
        if left != people:
            ctx = await ctx.set("alarm_people", left)
        for alarm in await store_of(ctx).of_person(told.member):
            case, nobody = await unread(ctx).cases.get(alarm.case_id), replace(alarm, now=None)
            if alarm.state in (State.CALLED, State.TAKEN):
                await call_next(ctx, case, nobody)
            elif alarm.place == place_key(MemberDM(told.member)):
                await show(ctx, case, nobody)

    @roster
    async def counts_on(self, ctx: Context) -> set[str]:
        people = {person.id for person in ctx.community.settings.alarm_people}
        return people | {alarm.now.id for alarm in await store_of(ctx).live() if alarm.now}

    @due(NEXT)
    async def came_due(self, ctx: Context, case_id: int) -> None:
        """Somebody is there now, or the one who was called has not taken it."""
        alarm = await store_of(ctx).get(case_id)
        if alarm is None:
            return
        case = await ctx.cases.get(case_id)
        # What was late itself, as after an outage, does not call anybody at night.
        hours = ctx.community.settings.hours
        awake = ctx.now if at_any_hour(alarm.reasons, ctx.community.settings) else hours.awake(ctx.now, LATE)
        if awake > ctx.now:
            await ctx.timers.set(NEXT, case_id, awake)
        elif alarm.state is State.WAITING:
            await ring(ctx, case, alarm)
        elif alarm.state is State.CALLED:
            await call_next(ctx, case, alarm)


async def hold(ctx: Context, case: Case, alarm: Alarm) -> None:
    """Somebody has it, or it is over: nobody else is called, and no list has it."""
    await ctx.timers.cancel(NEXT, alarm.case_id)
    listed = alarm.place is None
    if listed and alarm.state is State.OVER:
        await store_of(ctx).save(alarm)
    else:
        await show(ctx, case, alarm)
    if listed:
        await show_list(ctx)


async def drop(ctx: Context, alarm: Alarm) -> None:
    """As if it had never been."""
    await ctx.timers.cancel(NEXT, alarm.case_id)
    await store_of(ctx).drop(alarm.case_id)
    if alarm.place is not None:
        await ctx.outbox.hide(parse_place(alarm.place), View(CARD, alarm.case_id))
    else:
        await show_list(ctx)


async def _danger(ctx: Context, case: Case, flags: tuple[str, ...]) -> None:
    """The contacts are called, unless somebody is at it; again if it is said again when nobody is any more."""
    alarm = await store_of(ctx).look(case.id)
    if alarm is None or Reason.SAFETY not in alarm.reasons:
        await ctx.dispatch(ctx, SafetyRaised(case.id, flags))
    elif alarm.news({Reason.SAFETY}):
        await ctx.dispatch(ctx, SafetyRaised(case.id, flags, again=ctx.told))


async def _refresh(ctx: Context, case: Case) -> None:
    """Its card is stale, if it has one."""
    alarm = await store_of(ctx).look(case.id)
    if alarm is not None and alarm.place is not None and case.status is not Status.CLOSED:
        await ctx.outbox.show(parse_place(alarm.place), View(CARD, case.id))
