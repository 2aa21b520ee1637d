"""From cases to a proposal: many people, one topic, half an hour. From then on nobody is acknowledged aloud."""

from bot.cases.incidents import Incident, Stage
from bot.cases.model import Case
from bot.catalogue.declare import due, on
from bot.context import Context
from bot.detection import PRESSING, Safety, Topic
from bot.durable.outbox import Priority, View
from bot.vocabulary.facts import CaseOpened
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.questions import CaseSealed
from bot.vocabulary.replies import Mention, Runs, Text, say
from bot.vocabulary.signals import CaseAcknowledged
from cogs.incidents.model import (
    EVERY,
    LAPSES,
    LOOK_BACK,
    NUDGES,
    QUIET_AFTER_NO,
    WINDOW,
    Past,
    busy_as_ever,
    needed,
    rise,
)
from cogs.incidents.spreading import hear, leave
from cogs.incidents.words import CARD, LAPSE, NUDGE, hang_notices, stale, store_of

APART = frozenset({*PRESSING, Safety.ABOUT_STAFF, Safety.HARASSMENT})
"""What is never one of many: a person looks at it by itself."""


class Noticing:
    """Counts people, asks staff, and asks again."""

    @on(CaseOpened)
    async def another(self, ctx: Context, fact: CaseOpened) -> None:
        case = await ctx.cases.get(fact.case)
        if case.about is not None or APART & set(fact.safety):
            return
        incident = await ctx.incidents.live_of(case.topic)
        if incident is None:
            await _look(ctx, case.topic)
        elif incident.state is not Stage.SOLVING and await ctx.incidents.attach(incident.id, case.id):
            await stale(ctx, incident.id)

    @on(CaseAcknowledged)
    async def joins(self, ctx: Context, fact: CaseAcknowledged) -> None:
        """What everybody was told the newcomer hears at once, and the notice hangs where they wrote."""
        incident = await ctx.incidents.of_case(fact.case)
        if incident is None or incident.state is not Stage.OPEN:
            return
        part, word = await ctx.incidents.part(fact.case), await store_of(ctx).latest(incident.id)
        if part is not None:
            await hear(ctx, incident, word, part)
        if word is not None:
            await _hang_there(ctx, incident, await ctx.cases.get(fact.case))

    @on(CaseSealed)
    async def sealed(self, ctx: Context, fact: CaseSealed) -> None:
        """A case about somebody of staff is not one of many, and nothing of it is counted in a room of all."""
        incident = await ctx.incidents.of_case(fact.case)
        if incident is not None:
            await leave(ctx, incident, fact.case, fact.by)

    @due(NUDGE)
    async def nudge(self, ctx: Context, number: int) -> None:
        """Nobody has taken it, or nobody has written the notice: said three times, the last time to the next level."""
        incident = await ctx.incidents.get(number)
        waits = incident is not None and await _waits(ctx, incident)
        if incident is None or not waits or incident.nudges >= NUDGES:
            return
        nudges = incident.nudges + 1
        await ctx.incidents.note(number, nudges=nudges)
        counted, voice = await ctx.incidents.counted(number), ctx.voice()
        topic = voice.text(f"topic.{incident.topic}")
        if incident.state is Stage.PROPOSED:
            told = voice.count("incidents.nudge.proposed", counted.people, topic=topic)
        else:
            told = voice.say("incidents.nudge.no_notice", topic=topic)
        message = say(*_called(ctx, incident, last=nudges == NUDGES), *told)
        key = f"incident_nudge:{number}:{incident.state}:{nudges}"
        await ctx.outbox.say(StaffRoom(), message, key, priority=Priority.STAFF)
        await ctx.outbox.show_anew(StaffRoom(), View(CARD, number))
        if nudges < NUDGES:
            await ctx.timers.set(NUDGE, number, ctx.now + EVERY)

    @due(LAPSE)
    async def lapse(self, ctx: Context, number: int) -> None:
        """Nobody took it and nobody writes about it any more: the channel is as loud as before."""
        incident = await ctx.incidents.get(number)
        if incident is None or incident.state is not Stage.PROPOSED:
            return
        last = await store_of(ctx).last_opened(number) or incident.proposed_at
        if last + LAPSES > ctx.now:
            await ctx.timers.set(LAPSE, number, last + LAPSES)
        elif await ctx.incidents.move(incident, Stage.LAPSED, ended_at=ctx.now):
            await ctx.timers.cancel(NUDGE, number)
            await stale(ctx, number)


async def _look(ctx: Context, topic: Topic) -> None:
    """Whether it is a sudden rise; then staff are asked."""
    store, since = store_of(ctx), ctx.now - WINDOW
    people, age = await store.people(topic, since), await store.age(ctx.now)
    if people < needed(age) or await _denied(ctx, topic):
        return
    earliest = ctx.now - min(age, LOOK_BACK)
    if busy_as_ever(people, await store.how_many(topic, earliest, since), age):
        return
    opened = await store.past(topic, earliest, since)
    found = rise(people, ctx.now, Past(opened, age, ctx.community.settings.tz))
    if found is None:
        return
    number = await begin(ctx, topic, found.people, found.usual)
    await ctx.timers.set(NUDGE, number, ctx.now + EVERY)
    await ctx.timers.set(LAPSE, number, ctx.now + LAPSES)
    await stale(ctx, number)


async def begin(ctx: Context, topic: Topic, people: int, usual: float) -> int:
    """A proposal with the cases of the last half hour; its id."""
    store, since = store_of(ctx), ctx.now - WINDOW
    number = await ctx.incidents.propose(topic, since, ctx.now, people, usual)
    for case in await store.rising(topic, since):
        if not await _apart(ctx, case):
            await ctx.incidents.attach(number, case)
    return number


async def _apart(ctx: Context, case: int) -> bool:
    entries = await ctx.timeline.of_case(case)
    return any(isinstance(e.fact, CaseOpened) and APART & set(e.fact.safety) for e in entries)


async def _denied(ctx: Context, topic: Topic) -> bool:
    """Somebody has just said that it is none."""
    last = await ctx.incidents.last_of(topic)
    ended = last.ended_at if last is not None and last.state is Stage.DISMISSED else None
    return ended is not None and ctx.now - ended < QUIET_AFTER_NO


async def _waits(ctx: Context, incident: Incident) -> bool:
    if incident.state is Stage.PROPOSED:
        return True
    return incident.state is Stage.OPEN and await store_of(ctx).latest(incident.id) is None


async def _hang_there(ctx: Context, incident: Incident, case: Case) -> None:
    known = {notice.channel for notice in await store_of(ctx).notices(incident.id)}
    if case.channel is not None and case.channel not in known:
        await hang_notices(ctx, incident.id)


def _called(ctx: Context, incident: Incident, *, last: bool) -> Runs:
    """Whoever has it; the last time the next level too."""
    people: list[Mention] = []
    if incident.taken_by is not None:
        people.append(Mention(incident.taken_by, incident.taken_name or ""))
    level = ctx.community.settings.next_level
    if last and level is not None and level.id != incident.taken_by:
        people.append(Mention(level.id, level.name))
    return tuple(run for person in people for run in (person, Text(" ")))
