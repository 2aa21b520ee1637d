"""The check-in from the solving of a case to its answer."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.cases.model import Case, Ending, NextStep, Status
from bot.cases.store import NewCase
from bot.catalogue.arguments import Words
from bot.catalogue.declare import Party, button, due, export, forget, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.codec import to_json
from bot.vocabulary.events import MemberLeft
from bot.vocabulary.facts import (
    CaseClosed,
    CaseOpened,
    CaseReopened,
    CaseSolved,
    CheckInAnswered,
    CheckInAsked,
    MemberWrote,
)
from bot.vocabulary.places import CasePrivate
from bot.vocabulary.replies import (
    Button,
    Message,
    Moment,
    MomentStyle,
    Name,
    Paragraph,
    Part,
    Quotation,
    Runs,
    Text,
    say,
)
from cogs.followups.model import KINDS, Answer, due_at, reminder_at
from cogs.followups.store import CheckIn, Store

CHECK_IN, REMINDER, CLOSE = "followups.check_in", "followups.reminder", "followups.close"
OWN = [Party.MEMBER]
SCORES = range(1, 6)
QUOTED = 600
GREETED = 32
LATE = timedelta(minutes=2)
"""How late a timer may fire and still be of the hour that it was set for."""
LOOK_AGAIN = timedelta(hours=1)
"""How soon a check-in is tried again that a pause held back."""
SILENCE_KEPT = timedelta(days=30)
"""How long a case can be opened again that was solved because the member said nothing any more."""


class Followups:
    """Asks in the words that fit how the case ended, reminds once, and hears the answer."""

    name = "followups"

    @on(CaseSolved)
    async def plan(self, ctx: Context, fact: CaseSolved) -> None:
        case, store, settings = await ctx.cases.get(fact.case), _store(ctx), ctx.community.settings
        await _cancel(ctx, case.id)
        if case.ending is Ending.SILENT:
            await ctx.timers.set(CLOSE, case.id, ctx.now + SILENCE_KEPT)
            return
        if fact.by == case.member_id or await _left_alone(ctx, case.member_id):
            await ctx.timers.set(CLOSE, case.id, ctx.now + timedelta(days=settings.close_after_days))
            return
        last_asked = await store.last_asked(case.member_id)
        await ctx.timers.set(CHECK_IN, case.id, due_at(case, ctx.now, last_asked, settings))

    @on(CaseReopened, CaseClosed)
    async def void(self, ctx: Context, fact: CaseReopened | CaseClosed) -> None:
        """Nothing to ask about any more, or not yet."""
        await _cancel(ctx, fact.case)

    @on(MemberLeft)
    async def left(self, ctx: Context, event: MemberLeft) -> None:
        """Nobody is asked after they have left; what is solved stays so, and is closed in its time."""
        for case in await ctx.cases.of_member(event.member):
            if case.status is Status.SOLVED:
                await ctx.timers.cancel(CHECK_IN, case.id)
                await ctx.timers.cancel(REMINDER, case.id)
                await ctx.timers.set(CLOSE, case.id, _closing(ctx))

    @due(CHECK_IN)
    async def ask(self, ctx: Context, case_id: int) -> None:
        case, store = await ctx.cases.get(case_id), _store(ctx)
        if (
            case.status is not Status.SOLVED
            or case.ending not in KINDS
            or await _left_alone(ctx, case.member_id)
        ):
            return
        if await _postponed(ctx, CHECK_IN, case_id):
            return
        await store.ask(case.id, case.reopened, case.member_id, ctx.now)
        await ctx.record(CheckInAsked(case.id))
        voice = ctx.voice(case.language)
        await self._send(ctx, case, Message(await _asked(ctx, case, voice), _buttons(case, voice)), "asked")
        await ctx.timers.set(REMINDER, case.id, reminder_at(ctx.now, ctx.community.settings))

    @due(REMINDER)
    async def remind(self, ctx: Context, case_id: int) -> None:
        case, store = await ctx.cases.get(case_id), _store(ctx)
        asked = await store.latest(case_id)
        if case.status is not Status.SOLVED or asked is None or asked.answered_at or asked.reminded_at:
            return
        if await _postponed(ctx, REMINDER, case_id):
            return
        await store.remind(asked.id, ctx.now)
        await ctx.record(CheckInAsked(case.id, reminder=True))
        voice = ctx.voice(case.language)
        words = voice.say(f"followups.reminder.{case.ending}", number=case.number)
        await self._send(ctx, case, Message((Paragraph(words),), _buttons(case, voice)), "reminded")
        await ctx.timers.set(CLOSE, case.id, _closing(ctx))

    @due(CLOSE)
    async def close(self, ctx: Context, case_id: int) -> None:
        """Silence is an end too."""
        case = await ctx.cases.get(case_id)
        if case.status is Status.SOLVED:
            await ctx.change(case.closed(ctx.now), CaseClosed(case.id, None))

    @button("check-in solved", parties=OWN)
    async def solved(self, ctx: Context, case: Case) -> Message:
        asked = await self._answer(ctx, case, Answer.SOLVED)
        voice = ctx.voice(case.language)
        if asked.score is not None:
            return say(*voice.say("followups.solved.again", number=case.number))
        scores = tuple(Button(str(n), "check-in score", (case.number, n)) for n in SCORES)
        return say(*voice.say("followups.solved.done", number=case.number), buttons=scores)

    @button("check-in score", parties=OWN)
    async def score(self, ctx: Context, case: Case, score: int) -> Message:
        """Only after a yes, once per solving."""
        asked = await _store(ctx).latest(case.id)
        voice = ctx.voice(case.language)
        if asked is None or asked.answer != Answer.SOLVED or score not in SCORES or asked.score is not None:
            raise UserError("error.too_late")
        await _store(ctx).rate(asked.id, score)
        return say(*voice.say("followups.score.done"))

    @button("check-in not-yet", parties=OWN)
    async def not_yet(self, ctx: Context, case: Case) -> Message:
        """Open again, with the same people."""
        await self._answer(ctx, case, Answer.NOT_YET)
        case = await self._again(ctx, case, keep_assignee=True)
        return say(*_who_answers(ctx, case))

    @button("check-in somebody", parties=OWN)
    async def somebody_else(self, ctx: Context, case: Case) -> Message:
        await self._answer(ctx, case, Answer.SOMEBODY_ELSE)
        case = await self._again(ctx, case, keep_assignee=False)
        return say(*_who_answers(ctx, case))

    @button("check-in else", parties=OWN)
    async def something_else(self, ctx: Context, case: Case, text: Words) -> Message:
        """Further words, whatever they are about: the same people read them."""
        await self._answer(ctx, case, Answer.SOMETHING_ELSE)
        case = await self._again(ctx, case, keep_assignee=True)
        await ctx.record(MemberWrote(case.id, ctx.doer.id, text))
        return say(*_who_answers(ctx, case))

    @button("check-in never", parties=OWN)
    async def never(self, ctx: Context, case: Case) -> Message:
        """Don't ask me: about this or anything else."""
        await _store(ctx).leave_alone(ctx.doer.id)
        await self._answer(ctx, case, Answer.NEVER)
        return say(*ctx.voice(case.language).say("followups.never.done"))

    async def _answer(self, ctx: Context, case: Case, answer: Answer) -> CheckIn:
        """Keep the answer; the same answer twice changes nothing. Raises UserError when nothing was asked."""
        store = _store(ctx)
        asked = await store.latest(case.id)
        if asked is None or (asked.round != case.reopened and case.is_open):
            raise UserError("followups.answered_already", number=case.number)
        await ctx.timers.cancel(REMINDER, case.id)
        if case.status is Status.SOLVED:
            await ctx.timers.set(CLOSE, case.id, _closing(ctx))
        if asked.answer != answer:
            await store.answer(asked.id, answer, ctx.now)
            await ctx.record(CheckInAnswered(case.id, ctx.doer.id, answer))
        return asked

    async def _again(self, ctx: Context, case: Case, *, keep_assignee: bool) -> Case:
        """The case is open again; one that was closed meanwhile gets a successor with the same people."""
        if case.is_open:
            return case
        owed = ctx.owed_in(case, NextStep.FIRST_RESPONSE)
        if case.status is Status.CLOSED:
            return await self._successor(ctx, case, keep_assignee=keep_assignee)
        changed = case.reopen(owed)
        if not keep_assignee:
            changed = replace(changed, assignee=None, assignee_name=None)
        return await ctx.change(changed, CaseReopened(case.id, ctx.doer.id, "not_solved"))

    async def _successor(self, ctx: Context, case: Case, *, keep_assignee: bool) -> Case:
        owed = ctx.owed(NextStep.FIRST_RESPONSE, case.severity)
        new = NewCase(ctx.doer, case.severity, case.topic, case.language, case.team, owed, case.origin)
        opened = await ctx.cases.open(new, ctx.now)
        channel = await ctx.places.channel_of(CasePrivate(case.id))
        if channel is not None:
            await ctx.settle_in(CasePrivate(opened.id), channel)
        if keep_assignee and case.assignee and case.assignee_name:
            opened = await ctx.cases.save(opened.claimed(case.assignee, case.assignee_name))
        await ctx.timers.set("cases.due", opened.id, owed.due_at)
        await ctx.record(CaseOpened(opened.id, ctx.doer.id, origin="private"))
        return opened

    async def _send(self, ctx: Context, case: Case, message: Message, which: str) -> None:
        place, key = CasePrivate(case.id), f"checkin:{case.id}:{case.reopened}:{which}"
        await ctx.outbox.say(place, message, key, priority=Priority.REMINDER, case=case.id)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        store = _store(ctx)
        asked = [to_json(CheckIn, check_in) for check_in in await store.of_member(member)]
        return {"check_ins": asked, "never_asked": await store.is_left_alone(member)}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        await _store(ctx).forget(member)


def _store(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)


async def _left_alone(ctx: Context, member: str) -> bool:
    """Whether they don't want to be asked, or not to be written to at all unless they begin."""
    return member in ctx.community.settings.left_alone or await _store(ctx).is_left_alone(member)


async def _cancel(ctx: Context, case: int) -> None:
    for timer in (CHECK_IN, REMINDER, CLOSE):
        await ctx.timers.cancel(timer, case)


async def _postponed(ctx: Context, timer: str, case: int) -> bool:
    """Nobody is asked anything while the bot is paused, nor at night: it comes after that, at a decent hour.

    Nor while they are affected by an incident: how another matter went is not what is on their mind.
    """
    settings = ctx.community.settings
    affected = await ctx.incidents.affects((await ctx.cases.get(case)).member_id)
    earliest = ctx.now + LOOK_AGAIN if affected or settings.paused_until else ctx.now
    earliest = max(settings.paused_until or earliest, earliest)
    later = settings.check_in_hours.awake(earliest, LATE)
    if later > ctx.now:
        await ctx.timers.set(timer, case, later)
    return later > ctx.now


def _closing(ctx: Context) -> datetime:
    return ctx.now + timedelta(days=ctx.community.settings.close_after_days)


async def _asked(ctx: Context, case: Case, voice: Voice) -> tuple[Part, ...]:
    """What was done and when, then the questions in the words that fit."""
    entries = await ctx.timeline.of_case(case.id)
    done = [e.fact.text for e in entries if isinstance(e.fact, CaseSolved)][-1:]
    at = Moment(case.solved_at or ctx.now, MomentStyle.DATE)
    intro = voice.say(f"followups.check_in.{case.ending}", number=case.number, at=at)
    hello = (*voice.say("followups.hello", name=Name(case.member_name)), Text(" "))
    first = Paragraph((*hello, *intro) if _greetable(case.member_name) else intro)
    quoted = tuple(Quotation(shorten(text, QUOTED)) for text in done if text)
    return (first, *quoted, Paragraph(voice.say(f"followups.questions.{case.ending}")))


def _greetable(name: str) -> bool:
    """A name that can stand in a greeting: letters, not a nickname with digits or emoji."""
    return len(name) <= GREETED and name.replace(" ", "").replace("-", "").isalpha()


def _buttons(case: Case, voice: Voice) -> tuple[Button, ...]:
    kind = KINDS.get(case.ending) if case.ending else None
    pairs = kind.buttons if kind else ()
    return tuple(Button(voice.text(label), action, (case.number,)) for action, label in pairs)


def _who_answers(ctx: Context, case: Case) -> Runs:
    """Who has it now, and when the next word comes."""
    voice, by = ctx.voice(case.language), ctx.moment(case.due_at or ctx.now)
    if case.assignee_name and not ctx.community.settings.as_team:
        return voice.say("followups.again.same", number=case.number, name=Name(case.assignee_name), by=by)
    return voice.say("followups.again.other", number=case.number, by=by)
