"""In the morning everybody of staff finds their own cases, and once a week the next level what was forgotten."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.cases.model import Case
from bot.cases.queues import Queue
from bot.catalogue.declare import command, due, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.places import ManagersRoom, MemberDM, Place, StaffRoom, place_key
from bot.vocabulary.replies import Heading, Message, Part, say
from bot.vocabulary.signals import MorningNeeded
from cogs.deadlines.lists import LISTED, Line, listed, written
from cogs.deadlines.model import AT_WORK, begins_the_week, digest_hours
from cogs.deadlines.store import Store
from cogs.deadlines.watching import MORNING, wind_digest

LOOKED_AT = 1000
FORGOTTEN = 5
FORGOTTEN_AFTER = timedelta(days=1)
ROOMS: tuple[Place, ...] = (StaffRoom(), ManagersRoom())
"""Where lists stand that are nobody's own."""


class Morning:
    """Lists that come by themselves, and only if there is something in them."""

    @due(MORNING)
    async def morning(self, ctx: Context, _: int) -> None:
        found = await ctx.cases.queue(Queue.ALL, "", ctx.now, LOOKED_AT)
        agendas = [(place, await _agenda(ctx, place)) for place in ROOMS]
        if not found and not any(parts for _, parts in agendas):
            return
        await wind_digest(ctx)
        settings = ctx.community.settings
        if not digest_hours(settings.hours, settings.digest_at).open_at(ctx.now):
            return
        today = ctx.now.astimezone(ctx.community.settings.tz)
        evening = today.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        for person, cases in _by_person(found, evening).items():
            if person not in ctx.community.settings.no_digest:
                await _digest(ctx, person, cases)
        if begins_the_week(today.date(), ctx.community.settings.hours):
            await _forgotten(ctx)
        for place, parts in agendas:
            await _for_the_room(ctx, place, parts)

    @on(MorningNeeded)
    async def needed(self, ctx: Context, _: MorningNeeded) -> None:
        """There is something to list, be there open cases or not."""
        await wind_digest(ctx)

    @command("digest off")
    async def digest_off(self, ctx: Context) -> Message:
        await ctx.set("no_digest", ctx.community.settings.no_digest | {ctx.doer.id})
        return say(*ctx.own_voice.say("deadlines.digest.off"))

    @command("digest on")
    async def digest_on(self, ctx: Context) -> Message:
        await ctx.set("no_digest", ctx.community.settings.no_digest - {ctx.doer.id})
        return say(*ctx.own_voice.say("deadlines.digest.on"))


def _by_person(cases: Sequence[Case], evening: datetime) -> dict[str, list[Case]]:
    """Whose move it is, or whose time comes today, by whoever has it."""
    theirs = defaultdict(list)
    for case in cases:
        soon = case.due_at is not None and case.due_at < evening
        if case.assignee is not None and (case.status in AT_WORK or soon):
            theirs[case.assignee].append(case)
    return theirs


async def _agenda(ctx: Context, place: Place) -> list[Part]:
    """What other features have for this room."""
    return [part for adds in ctx.catalogue.every("agenda") for part in await adds(ctx, place)]


async def _for_the_room(ctx: Context, place: Place, parts: Sequence[Part]) -> None:
    if parts:
        key = f"agenda:{ctx.now:%Y-%m-%d}:{place_key(place)}"
        await ctx.outbox.say(place, Message(tuple(parts)), key, priority=Priority.REMINDER)


async def _digest(ctx: Context, person: str, cases: Sequence[Case]) -> None:
    voice = ctx.voice()
    lines = [Line(c, c.next_step, c.due_at) for c in cases if c.next_step and c.due_at]
    title = Heading(voice.text("deadlines.digest.title"))
    parts = written(ctx, lines[:LISTED], len(lines) - LISTED, voice)
    key = f"digest:{ctx.now:%Y-%m-%d}:{person}"
    await ctx.outbox.say(MemberDM(person), Message((title, *parts)), key, priority=Priority.REMINDER)


async def _forgotten(ctx: Context) -> None:
    """The longest overdue, to the next level; to the staff room where nobody is named."""
    long_ago = ctx.now - FORGOTTEN_AFTER
    pressing = await Store(ctx.tx, ctx.community.id).pressing()
    forgotten = [promise for promise in pressing if promise.due_at < long_ago]
    if not forgotten:
        return
    voice, contact = ctx.voice(), ctx.community.settings.next_level
    place: Place = MemberDM(contact.id) if contact else StaffRoom()
    year, week, _ = ctx.now.isocalendar()
    title = Heading(voice.text("deadlines.forgotten.title"))
    message = Message((title, *await listed(ctx, forgotten, voice, FORGOTTEN)))
    await ctx.outbox.say(place, message, f"forgotten:{year}-{week}", priority=Priority.REMINDER)
