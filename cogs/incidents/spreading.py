"""How one word reaches everybody: some cases at a time, each in the transaction that notes that it has heard.

Killed in between, it goes on with those who have not heard yet.
"""

from dataclasses import replace

from bot.cases.doors import member_place
from bot.cases.incidents import SPEAKING, Incident, Part, Stage
from bot.cases.model import Case, Ending, NextStep, Owed, Status
from bot.catalogue.declare import due, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.replying import signed
from bot.vocabulary.facts import CaseSolved
from bot.vocabulary.incidents import CaseJoinedIncident, CaseLeftIncident
from bot.vocabulary.places import MemberDM
from bot.vocabulary.replies import Button, Message, Name, Paragraph, Quotation
from bot.vocabulary.times import HoldingSent, TimeGiven
from cogs.incidents.store import Update
from cogs.incidents.words import SPREAD, stale, store_of

AT_ONCE = 25
"""Cases in one transaction: others want to write meanwhile."""


class Spreading:
    """Tells, solves, lets go."""

    @due(SPREAD)
    async def spread(self, ctx: Context, number: int) -> None:
        incident = await ctx.incidents.get(number)
        if incident is None:
            return
        if incident.state in SPEAKING:
            more = await _everybody(ctx, incident)
        else:
            more = await _let_go(ctx, incident)
        if more:
            await ctx.timers.set(SPREAD, number, ctx.now)

    @on(TimeGiven)
    async def tell(self, ctx: Context, fact: TimeGiven) -> None:
        """In private, or where they wanted to be answered: the same words for everybody, with a way out."""
        incident = await ctx.incidents.get(fact.incident) if fact.incident is not None else None
        if incident is None or fact.text is None:
            return
        case = await ctx.cases.get(fact.case)
        voice = ctx.voice(case.language)
        topic = voice.text(f"topic.{incident.topic}")
        name = Name(signed(fact.name, voice, as_team=fact.as_team))
        time = voice.say("incidents.told", number=case.number, topic=topic, by=ctx.moment(fact.until))
        parts = (Paragraph(voice.say("incidents.says", name=name)), Quotation(fact.text), Paragraph(time))
        other = Button(voice.text("incidents.label.incident_apart"), "incident apart", (case.number,))
        key, priority = f"time:{ctx.told}", Priority.HUMAN_REPLY
        message = Message(parts, (other,))
        await ctx.outbox.say(member_place(case), message, key, priority=priority, case=case.id)


async def _everybody(ctx: Context, incident: Incident) -> bool:
    """Whether somebody is left who has not heard the last word."""
    store = store_of(ctx)
    word = await store.latest(incident.id)
    parts = await ctx.incidents.parts(incident.id, unheard_of=word.id if word else 0, limit=AT_ONCE)
    for part in parts:
        await hear(ctx, incident, word, part)
    if len(parts) == AT_ONCE:
        return True
    if incident.state is Stage.SOLVING and word is not None:
        return await _tell_affected(ctx, incident, word)
    return False


async def hear(ctx: Context, incident: Incident, word: Update | None, part: Part) -> None:
    """One case joins, and hears the last word."""
    case = await ctx.cases.get(part.case_id)
    told = word.id if word is not None else part.told
    await ctx.incidents.mark(case.id, joined_at=part.joined_at or ctx.now, told=told)
    if not case.is_open:
        return
    if part.joined_at is None and incident.state is Stage.OPEN:
        await ctx.record(CaseJoinedIncident(case.id, None, incident.id))
    if word is None or part.told >= word.id:
        return
    if word.text is None and part.told == 0:
        word = await _in_words(ctx, word)
    if incident.state is Stage.SOLVING:
        solved = CaseSolved(case.id, word.by, Ending.SOLVED, word.text, word.as_team)
        await ctx.change(case.solved(Ending.SOLVED, word.by, word.name, ctx.now), solved)
    else:
        await _give_time(ctx, incident, case, word)


async def _in_words(ctx: Context, word: Update) -> Update:
    """Whoever has heard nothing yet hears what was written, with the time that holds now."""
    written = await store_of(ctx).latest(word.incident_id, with_text=True)
    return replace(written, until=word.until) if written is not None else word


async def _give_time(ctx: Context, incident: Incident, case: Case, word: Update) -> None:
    """The case is due when the incident is; what waits for the member, or for others, goes on waiting."""
    was, until = case.due_at, word.until
    if until is None or was is None:
        return
    if case.status in (Status.NEW, Status.OPEN):
        step = NextStep.NEXT_RESPONSE if word.text else case.next_step or NextStep.NEXT_RESPONSE
        case = case.postponed(Owed(step, until))
    if word.text is None:
        await ctx.change(case, HoldingSent(case.id, was, until, first=True))
        return
    answered = replace(case, answered_at=case.answered_at or ctx.now)
    given = TimeGiven(case.id, word.by, word.name, until, word.text, word.as_team, incident.id)
    await ctx.change(answered, given)


async def _tell_affected(ctx: Context, incident: Incident, word: Update) -> bool:
    """Those who only said "same here" hear that it is over; then the incident is."""
    store = store_of(ctx)
    untold = await store.untold(incident=incident.id, limit=AT_ONCE)
    for one in untold:
        await store.told(one.id)
        if not await store.has_case(incident.id, one.member_id):
            voice = ctx.voice(one.language)
            topic = voice.text(f"topic.{incident.topic}")
            parts = (
                Paragraph(voice.say("incidents.over.affected", topic=topic)),
                Quotation(word.text or ""),
            )
            key = f"incident_over:{incident.id}:{one.id}"
            message = Message(parts, (tell_button(ctx, one.language),))
            await ctx.outbox.say(MemberDM(one.member_id), message, key, priority=Priority.HUMAN_REPLY)
    if len(untold) == AT_ONCE:
        return True
    await ctx.incidents.move(incident, Stage.SOLVED, ended_at=ctx.now)
    await stale(ctx, incident.id)
    return True


def tell_button(ctx: Context, language: str) -> Button:
    """For whom it is not over."""
    return Button(ctx.voice(language).text("intake.label.complain"), "complain")


async def _let_go(ctx: Context, incident: Incident) -> bool:
    """It is over: what is still open has times of its own again."""
    parts = await ctx.incidents.joined(incident.id, AT_ONCE)
    for part in parts:
        await ctx.incidents.mark(part.case_id, joined_at=None)
        await ctx.record(CaseLeftIncident(part.case_id, None, incident.id))
    return len(parts) == AT_ONCE


async def leave(ctx: Context, incident: Incident, case: int, by: str) -> None:
    """It is a matter of its own, with times of its own."""
    part = await ctx.incidents.part(case)
    await ctx.incidents.detach(case)
    if part is not None and part.joined_at is not None:
        await ctx.record(CaseLeftIncident(case, by, incident.id))
    await stale(ctx, incident.id)
