"""What staff do with an incident: take it or not, tell everybody, end it, and say which cases are part of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.cases.incidents import Incident, Stage
from bot.cases.model import Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import Party, button, command, due, suggests
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.language.moments import format_moment
from bot.vocabulary.people import STAFF
from bot.vocabulary.places import Room, StaffRoom
from bot.vocabulary.replies import ButtonStyle, Mention, Message, MomentStyle, Runs, Text, say
from cogs.incidents.model import EVERY, FLOOR, LONGEST, NEXT_UPDATE, NUDGES, REMINDED, SHORTEST, WINDOW
from cogs.incidents.noticing import begin
from cogs.incidents.spreading import leave
from cogs.incidents.store import Update
from cogs.incidents.words import (
    LAPSE,
    NOTICE,
    NUDGE,
    SPREAD,
    UPDATE_DUE,
    hang_notices,
    incident_with,
    notices_stale,
    stale,
    store_of,
)
from cogs.incidents.words import (
    button as button_of,
)

BEFORE_IT_BREAKS = timedelta(minutes=2)
"""So long before the promised time everybody is told of another, once, if nobody has written."""


class Taking:
    """The buttons of the card, and the same as commands where there is one incident."""

    @button("incident take", roles=STAFF)
    async def take(self, ctx: Context, incident: int) -> Message:
        found = await incident_with(ctx, incident)
        who, voice = ctx.doer, ctx.own_voice
        taken = {"taken_by": who.id, "taken_name": who.name, "nudges": 0}
        if found.state is not Stage.PROPOSED or not await ctx.incidents.move(found, Stage.OPEN, **taken):
            raise await _late(ctx, incident)
        await ctx.timers.cancel(LAPSE, incident)
        await ctx.timers.set(NUDGE, incident, ctx.now + EVERY)
        await ctx.timers.set(SPREAD, incident, ctx.now)
        await stale(ctx, incident)
        notice = button_of(ctx, "incident notice", incident, ButtonStyle.PRIMARY)
        return say(*voice.say("incidents.take.done"), buttons=(notice,))

    @command("incident open")
    async def open(self, ctx: Context, case: Case) -> Message:
        """Staff know before any figures do: others have what this case is about."""
        if case.about is not None or not case.is_open:
            raise UserError("incidents.add.not_this", number=case.number)
        if await ctx.incidents.live_of(case.topic) is not None:
            raise UserError("incidents.open.there")
        people = await store_of(ctx).people(case.topic, ctx.now - WINDOW)
        number = await begin(ctx, case.topic, people, FLOOR)
        await ctx.incidents.attach(number, case.id, again=True)
        return await self.take(ctx, number)

    @button("incident not", roles=STAFF)
    async def dismiss(self, ctx: Context, incident: int) -> Message:
        """None: every case is a matter of its own again, and the notices are taken down."""
        found = await incident_with(ctx, incident)
        who = {"taken_by": ctx.doer.id, "taken_name": ctx.doer.name}
        ours = found.state in (Stage.PROPOSED, Stage.OPEN)
        if not ours or not await ctx.incidents.move(found, Stage.DISMISSED, ended_at=ctx.now, **who):
            raise await _late(ctx, incident)
        await _still(ctx, incident)
        for notice in await store_of(ctx).notices(incident):
            await ctx.outbox.hide(Room(notice.channel), View(NOTICE, notice.id))
        await ctx.timers.set(SPREAD, incident, ctx.now)
        await stale(ctx, incident)
        return say(*ctx.own_voice.say("incidents.not.done"))

    @button("incident notice", roles=STAFF, goes_out=True)
    async def notice(
        self, ctx: Context, incident: int, next_update: timedelta = NEXT_UPDATE, *, text: Words
    ) -> Message:
        """The first word: in public, and to everybody who has written."""
        if await store_of(ctx).latest(incident) is not None:
            raise UserError("incidents.notice.there")
        return await _word(ctx, await incident_with(ctx, incident), next_update, text)

    @suggests("incident notice")
    async def prepared(self, ctx: Context) -> Mapping[str, str]:
        """What can be said of the incident that nobody has been told of yet, in the community's language."""
        waiting = [one for one in await ctx.incidents.live() if one.state is Stage.OPEN]
        unsaid = [one for one in waiting if await store_of(ctx).latest(one.id) is None]
        if len(unsaid) != 1:
            return {"next_update": "1h"}
        voice, zone = ctx.voice(), ctx.community.settings.tz
        since = format_moment(unsaid[0].since, MomentStyle.TIME, voice.language, zone)
        topic = voice.text(f"topic.{unsaid[0].topic}")
        return {"next_update": "1h", "text": voice.text("incidents.prepared", topic=topic, time=since)}

    @button("incident tell", roles=STAFF, goes_out=True)
    async def tell_one(
        self, ctx: Context, incident: int, next_update: timedelta = NEXT_UPDATE, *, text: Words
    ) -> Message:
        return await _word(ctx, await incident_with(ctx, incident), next_update, text)

    @command("incident update", goes_out=True)
    async def update(self, ctx: Context, text: Words) -> Message:
        """To everybody who is affected, in private; the notice in public says the same."""
        return await _word(ctx, await _the_only(ctx), NEXT_UPDATE, text)

    @button("incident end", roles=STAFF, goes_out=True)
    async def end(self, ctx: Context, incident: int, text: Words) -> Message:
        return await _solve(ctx, await incident_with(ctx, incident), text)

    @command("incident solve", goes_out=True)
    async def solve(self, ctx: Context, text: Words) -> Message:
        """Every case of it is solved with these words, and each member is asked later whether it truly is."""
        return await _solve(ctx, await _the_only(ctx), text)

    @command("incident add")
    async def add(self, ctx: Context, case: Case) -> Message:
        """A case that has the same cause."""
        live = [one for one in await ctx.incidents.live() if one.state is not Stage.SOLVING]
        same = [one for one in live if one.topic == case.topic]
        found = live if len(live) == 1 else same
        if not found:
            raise UserError("incidents.none_open")
        if case.about is not None or not case.is_open:
            raise UserError("incidents.add.not_this", number=case.number)
        if not await ctx.incidents.attach(found[0].id, case.id, again=True):
            raise UserError("incidents.add.already", number=case.number)
        await ctx.timers.set(SPREAD, found[0].id, ctx.now)
        await stale(ctx, found[0].id)
        return say(*ctx.own_voice.say("incidents.add.done", number=case.number))

    @command("incident remove")
    async def remove(self, ctx: Context, case: Case) -> Message:
        """A case that is something else."""
        found = await ctx.incidents.of_case(case.id)
        if found is None:
            raise UserError("incidents.remove.not_in", number=case.number)
        await leave(ctx, found, case.id, ctx.doer.id)
        return say(*ctx.own_voice.say("incidents.remove.done", number=case.number))

    @button("incident apart", parties=[Party.MEMBER])
    async def apart(self, ctx: Context, case: Case) -> Message:
        """The member says that theirs is something else."""
        found = await ctx.incidents.of_case(case.id)
        if found is None:
            raise UserError("error.too_late")
        await leave(ctx, found, case.id, ctx.doer.id)
        by = ctx.moment(case.due_at or ctx.now)
        return say(*ctx.voice(case.language).say("incidents.apart.done", number=case.number, by=by))

    @due(UPDATE_DUE)
    async def update_due(self, ctx: Context, number: int) -> None:
        """Whoever has it is reminded; shortly before the time breaks everybody hears of another, once."""
        incident = await ctx.incidents.get(number)
        if incident is None or incident.state is not Stage.OPEN or incident.next_update_at is None:
            return
        until = incident.next_update_at
        last = await store_of(ctx).latest(number)
        if ctx.now < until - BEFORE_IT_BREAKS:
            await _remind(ctx, incident, "incidents.update.soon", f"soon:{until.isoformat()}")
            await ctx.timers.set(UPDATE_DUE, number, until - BEFORE_IT_BREAKS)
        elif last is not None and last.text is not None:
            later = until + NEXT_UPDATE
            await _say(ctx, incident, Update(0, number, "", "", True, None, ctx.now, later))
            told = await incident_with(ctx, number)
            await _remind(ctx, told, "incidents.update.put_off", f"put_off:{until.isoformat()}")
        elif incident.nudges < NUDGES:
            await ctx.incidents.note(number, nudges=incident.nudges + 1)
            key = f"late:{until.isoformat()}:{incident.nudges}"
            await _remind(ctx, incident, "incidents.update.late", key, level=True)
            await ctx.timers.set(UPDATE_DUE, number, ctx.now + EVERY)


async def _word(ctx: Context, incident: Incident, after: timedelta, text: str) -> Message:
    if not SHORTEST <= after <= LONGEST:
        raise UserError("incidents.update.range")
    if incident.state is not Stage.OPEN:
        raise await _late(ctx, incident.id)
    until = (ctx.now + after).replace(second=0, microsecond=0)
    who, as_team = ctx.doer, ctx.community.settings.as_team
    await _say(ctx, incident, Update(0, incident.id, who.id, who.name, as_team, text, ctx.now, until))
    await ctx.timers.cancel(NUDGE, incident.id)
    counted, hung = await ctx.incidents.counted(incident.id), await store_of(ctx).notices(incident.id)
    told = ctx.own_voice.count(
        "incidents.update.done", counted.people, channels=len(hung), until=ctx.moment(until)
    )
    return say(*told)


async def _say(ctx: Context, incident: Incident, word: Update) -> None:
    """Everybody hears it, and by when the next word comes; whoever has it is reminded in time."""
    await store_of(ctx).tell(word)
    await ctx.incidents.note(incident.id, next_update_at=word.until, nudges=0)
    await ctx.timers.set(SPREAD, incident.id, ctx.now)
    if word.until is not None:
        await ctx.timers.set(UPDATE_DUE, incident.id, _remind_at(ctx.now, word.until))
    await hang_notices(ctx, incident.id)
    await stale(ctx, incident.id)


def _remind_at(now: datetime, until: datetime) -> datetime:
    """Ten minutes before; of a short time, when half of it is over."""
    return max(until - REMINDED, now + (until - now) / 2)


async def _solve(ctx: Context, incident: Incident, text: str) -> Message:
    taken = incident.state is Stage.OPEN
    if not taken or not await ctx.incidents.move(incident, Stage.SOLVING):
        raise await _late(ctx, incident.id)
    who, as_team = ctx.doer, ctx.community.settings.as_team
    store = store_of(ctx)
    await store.tell(Update(0, incident.id, who.id, who.name, as_team, text, ctx.now, None))
    await _still(ctx, incident.id)
    await ctx.timers.set(SPREAD, incident.id, ctx.now)
    await notices_stale(ctx, incident.id)
    await stale(ctx, incident.id)
    counted = await ctx.incidents.counted(incident.id)
    return say(*ctx.own_voice.count("incidents.solve.done", counted.cases))


async def _still(ctx: Context, incident: int) -> None:
    """Nobody is reminded of it any more."""
    for timer in (LAPSE, NUDGE, UPDATE_DUE):
        await ctx.timers.cancel(timer, incident)


async def _the_only(ctx: Context) -> Incident:
    """The open incident; with several the card says which is meant. Raises UserError."""
    found = [one for one in await ctx.incidents.live() if one.state is Stage.OPEN]
    if not found:
        raise UserError("incidents.none_open")
    if len(found) > 1:
        raise UserError("incidents.which")
    return found[0]


async def _late(ctx: Context, incident: int) -> UserError:
    """Somebody else was quicker, or nobody has it yet."""
    now = await incident_with(ctx, incident)
    if now.state is Stage.OPEN:
        return UserError("incidents.taken", name=now.taken_name or "")
    return UserError("incidents.not_taken" if now.state is Stage.PROPOSED else "incidents.over_already")


async def _remind(ctx: Context, incident: Incident, sentence: str, key: str, *, level: bool = False) -> None:
    voice, contact = ctx.voice(), ctx.community.settings.next_level
    people: list[Mention] = [Mention(incident.taken_by or "", incident.taken_name or "")]
    if level and contact is not None and contact.id != incident.taken_by:
        people.append(Mention(contact.id, contact.name))
    called: Runs = tuple(run for person in people for run in (person, Text(" ")))
    topic = voice.text(f"topic.{incident.topic}")
    told = voice.say(sentence, topic=topic, until=ctx.moment(incident.next_update_at or ctx.now))
    tell = button_of(ctx, "incident tell", incident.id)
    message = say(*called, *told, buttons=(tell,))
    key = f"incident_due:{incident.id}:{key}"
    await ctx.outbox.say(StaffRoom(), message, key, priority=Priority.ACKNOWLEDGEMENT)
