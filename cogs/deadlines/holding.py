"""The member hears that a time will not be kept before it breaks, and from the bot twice at most."""

from collections.abc import Sequence
from datetime import datetime

from bot.cases.doors import member_place
from bot.cases.model import Case, NextStep, Owed
from bot.cases.policy import allowed, round_up
from bot.catalogue.declare import due, on
from bot.community import Contact
from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.facts import CaseHeld, Fact, Undelivered
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.questions import CaseEscalated, QuestionMoved
from bot.vocabulary.replies import Mention, Name, Runs, Text, say
from bot.vocabulary.signals import EffectSettled
from bot.vocabulary.times import HoldingSent, TimeGiven
from cogs.deadlines.model import LATE, MOST_HOLDING, OURS, members_day
from cogs.deadlines.rungs import called, staff_buttons
from cogs.deadlines.watching import HOLDING, ladder, watch

TO_MEMBERS = ("holding", "held", "silence")
SAID = (HoldingSent, TimeGiven, CaseHeld, CaseEscalated, QuestionMoved)
"""What names a time that the member reads."""


class Holding:
    """Honest messages instead of silence."""

    @due(HOLDING)
    async def hold(self, ctx: Context, case_id: int) -> None:
        case = await ctx.cases.get(case_id)
        if case.next_step not in OURS or case.due_at is None:
            return
        facts = [entry.fact for entry in await ctx.timeline.of_case(case.id)]
        sent = sum(isinstance(fact, HoldingSent) for fact in facts)
        alone = case.member_id in ctx.community.settings.left_alone
        person = sent >= MOST_HOLDING or alone
        hour = ladder(ctx, case).awake(ctx.now, LATE) if person else _members_hour(ctx)
        if hour > ctx.now:
            await ctx.timers.set(HOLDING, case.id, hour)
        elif person:
            await _a_person_must_write(ctx, case, case.due_at, why="alone" if alone else "twice")
        else:
            first, was = sent == 0, case.due_at
            changed = case.postponed(Owed(case.next_step, _until(ctx, case, first=first)))
            told = HoldingSent(case.id, was, changed.due_at or was, first, said=was in _said(facts))
            await watch(ctx, await ctx.change(changed, told), ctx.now)

    @on(CaseHeld)
    async def held(self, ctx: Context, fact: CaseHeld) -> None:
        """Nobody waits for a time that no longer holds."""
        case = await ctx.cases.get(fact.case)
        by = ctx.moment(fact.until or case.due_at or ctx.now)
        words = ctx.voice(case.language).say("deadlines.holding.outside", number=case.number, by=by)
        place, key = member_place(case), f"held:{ctx.told}"
        await ctx.outbox.say(place, say(*words), key, priority=Priority.HUMAN_REPLY, case=case.id)

    @on(HoldingSent)
    async def tell(self, ctx: Context, fact: HoldingSent) -> None:
        case = await ctx.cases.get(fact.case)
        voice, until = ctx.voice(case.language), ctx.moment(fact.until)
        key = f"holding:{ctx.told}"
        words: Runs
        if not fact.first and not (fact.said and fact.was > ctx.now):
            words = voice.say("deadlines.holding.untold", number=case.number, by=until)
        elif not fact.first:
            was = ctx.moment(fact.was)
            words = voice.say("deadlines.holding.second", number=case.number, was=was, by=until)
        elif case.next_step is NextStep.THIRD_PARTY:
            words = voice.say("deadlines.holding.outside", number=case.number, by=until)
        elif case.assignee_name and not ctx.community.settings.as_team:
            name = Name(case.assignee_name)
            words = voice.say("deadlines.holding.first", number=case.number, name=name, by=until)
        else:
            words = voice.say("deadlines.holding.team", number=case.number, by=until)
        await ctx.outbox.say(member_place(case), say(*words), key, priority=Priority.REMINDER, case=case.id)

    @on(EffectSettled)
    async def not_delivered(self, ctx: Context, settled: EffectSettled) -> None:
        """Staff see on the card that the member does not know."""
        what = settled.key.partition(":")[0]
        if settled.case is not None and settled.outcome != "delivered" and what in TO_MEMBERS:
            await ctx.record(Undelivered(settled.case, what, settled.reason or settled.outcome))


def _members_hour(ctx: Context) -> datetime:
    return members_day(ctx.community.settings.tz).awake(ctx.now, LATE)


def _said(facts: Sequence[Fact]) -> set[datetime | None]:
    """Every time that the member was told in words."""
    return {fact.until for fact in facts if isinstance(fact, SAID)}


def _until(ctx: Context, case: Case, *, first: bool) -> datetime:
    """The first time one step of the policy; then only as long as somebody may take to name a time."""
    settings = ctx.community.settings
    step = case.next_step if first and case.next_step else NextStep.FIRST_RESPONSE
    time = allowed(step, (case.policy or settings.policy).of(case.severity))
    return round_up(ctx.hours_of(case).add(max(case.due_at or ctx.now, ctx.now), time))


async def _a_person_must_write(ctx: Context, case: Case, due_at: datetime, *, why: str) -> None:
    """The bot has said all that it may say: whoever has the case, and the next level, hear it."""
    voice, next_level = ctx.voice(), ctx.community.settings.next_level
    people: list[Mention | Name] = []
    if case.assignee is not None:
        people.append(await called(ctx, case, Contact(case.assignee, case.assignee_name or "")))
    if next_level is not None and next_level.id not in (case.assignee, case.about):
        people.append(await called(ctx, case, next_level))
    names = tuple(run for person in people for run in (person, Text(" ")))
    told = voice.say(f"deadlines.must_write.{why}", number=case.number, due=ctx.moment(due_at))
    message = say(*names, *told, buttons=staff_buttons(case, voice))
    key = f"must_write:{case.id}:{due_at.isoformat()}"
    await ctx.outbox.say(CaseStaff(case.id), message, key, priority=Priority.STAFF, case=case.id)
