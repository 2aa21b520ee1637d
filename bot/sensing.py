"""What an event is to us: who did it, where, what detection says of it, and whether any feature cares.

Everything here is asked before a transaction; nothing is written.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from types import TracebackType
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Attended, Glance, Heed, heed
from bot.cases.belonging import case_of_message
from bot.cases.timeline import Timeline
from bot.community import Community
from bot.context import Context
from bot.detection import Assessment
from bot.detection import Context as Around
from bot.durable import inbox
from bot.durable.database import Database
from bot.durable.places import Places
from bot.house import House
from bot.looking import Seen
from bot.ports import Transient
from bot.recent import speaker
from bot.text import clean
from bot.vocabulary.events import Event, MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.people import Member
from bot.vocabulary.places import Aside, MemberDM, Place, parse_place, place_key

LONGEST_ASKED, A_GLANCE, QUIET = 1.5, 0.05, 5.0
"""Seconds in which a platform may say who somebody is: some wait three to hear that we have what they told. And for how
long one that did not answer is waited for no longer than a glance: others stand in line behind.
"""

Reading = Callable[[], Awaitable[AsyncConnection]]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the inbox keeps: the event and all that had to be asked before a transaction.

    `people` are the members that a command's words name, by argument. Of an `unmet` actor only the id is known: the
    platform didn't say who that is, so it is asked again before the event is handled.
    """

    event: Event
    actor: Member | None = None
    assessment: dict[str, Any] | None = None
    places: tuple[str, ...] = ()
    people: dict[str, Member] | None = None
    unmet: bool = False


class Sensing:
    """Looks at events. `note` is told of every message that was assessed.

    `busy` tells whether what a member did before may not be handled yet.
    """

    def __init__(self, house: House, note: Callable[[Seen], None], busy: Callable[[int, str], bool]) -> None:
        self._house = house
        self._note = note
        self._busy = busy
        self._quiet: dict[str, float] = {}

    async def look(
        self, community: Community, event: MessageEvent, tx: AsyncConnection | None = None
    ) -> Delivery | None:
        """What a handler needs to know of the event; None if it is nothing to us. Reads in `tx` if there is one."""
        event = _not_ahead(event, self._house.clock.now())
        actor, unmet = await self._author(community, event)
        if actor is not None and actor.bot:
            return None
        async with _Lazily(self._house.database, tx) as reading:
            heed = await self._heed(community, event.message.channel, reading)
            in_case = await self._in_case(community, event, heed, reading)
            if _out_of_sight(community, event, heed, in_case=in_case):
                return None
            if actor is None:
                actor = await _waiting_author(await reading(), community.id, event)
            assessment = None
            if not isinstance(event, MessageDeleted) and actor is not None:
                text = clean(event.text)
                event = event if text == event.text else replace(event, text=text)
                assessment = await self._assess(community.id, event, actor)
            glance = _glance(community, event, heed, actor, assessment, in_case=in_case)
            kept = self._matters(glance, event) or await self._still_waiting(community.id, actor, reading)
        if assessment is not None and actor is not None and not actor.is_staff:
            self._note(Seen(community.id, event.message, event.at, assessment, kept))
        if not kept:
            return None
        keys = tuple(map(place_key, heed.places))
        return Delivery(event, actor, assessment.to_json() if assessment else None, keys, unmet=unmet)

    async def met(self, community: Community, delivery: Delivery) -> Delivery:
        """The same with who did it, as the platform says now. Raises Transient."""
        if delivery.actor is None:
            return replace(delivery, unmet=False)
        try:
            async with asyncio.timeout(QUIET):
                return replace(delivery, actor=await self._asked(community, delivery.actor.id), unmet=False)
        except TimeoutError:
            raise Transient("no_answer") from None

    async def _heed(self, community: Community, channel: str, reading: Reading) -> Heed:
        """What is attended to in the channel: as it is remembered, or asked anew."""
        attention = self._house.attention
        known = attention.of(community.id, channel)
        if known is not None:
            return known
        stirred = attention.stirred
        tx = await reading()
        ctx = self._house.context(tx, community)
        attended = [one for ask in ctx.catalogue.every("attends") for one in await ask(ctx, channel)]
        # An edit may make harmless what is about to be removed: it has to be heard in time.
        attended.append(Attended(messages=tuple(await ctx.infractions.to_be_removed(channel))))
        found = heed(await Places(tx, community.id).of_channel(channel), attended)
        attention.keep(community.id, channel, found, stirred)
        return found

    async def _in_case(self, community: Community, event: MessageEvent, heed: Heed, reading: Reading) -> bool:
        """Whether a case holds the words: of the message itself, or of the one it replies to in public."""
        if isinstance(event, MessagePosted) and (event.reply_to is None or _place(heed, event) is not None):
            return False
        timeline = Timeline(await reading(), community.id)
        if isinstance(event, MessagePosted) and event.reply_to is not None:
            return await case_of_message(timeline, event.reply_to) is not None
        return bool(await timeline.about_message(event.message))

    def _matters(self, glance: Glance, event: MessageEvent) -> bool:
        """Whether any feature says so."""
        return any(matters(glance, event) for matters in self._house.catalogue.every("matters"))

    async def _still_waiting(self, community: int, actor: Member | None, reading: Reading) -> bool:
        """Whether what they did before is not handled yet: then no feature can know what this is about."""
        if actor is None or not self._busy(community, actor.id):
            return False
        return await inbox.next_in_lane(await reading(), community, actor.id) is not None

    async def _author(self, community: Community, event: MessageEvent) -> tuple[Member | None, bool]:
        """Who did it, and whether that is all we know of them: what they wrote is not to be lost over it."""
        if event.author is None:
            return None, False
        quiet = time.monotonic() < self._quiet.get(community.platform, 0.0)
        try:
            async with asyncio.timeout(A_GLANCE if quiet else LONGEST_ASKED):
                return await self._asked(community, event.author), False
        except TimeoutError:
            if not quiet:
                self._quiet[community.platform] = time.monotonic() + QUIET
        except Transient:
            pass
        return Member(event.author, event.author), True

    async def _asked(self, community: Community, member: str) -> Member:
        adapter = self._house.adapters.get(community.platform)
        if adapter is None:
            raise Transient("not_connected")
        return await adapter.directory.member(community.key, member) or Member(member, member)

    async def _assess(
        self, community: int, event: MessagePosted | MessageEdited, actor: Member
    ) -> Assessment:
        lines = self._house.recent.of(community, event.message.channel)
        before = lines.seen_by(actor)
        if isinstance(event, MessagePosted):
            lines.add(actor, event.text)
        return await self._house.understanding.assess(
            event.text, Around(speaker=speaker(actor), before=before)
        )


class _Lazily:
    """A snapshot that is taken when it is first asked for: most messages need none."""

    def __init__(self, database: Database, tx: AsyncConnection | None) -> None:
        self._database = database
        self._tx = tx
        self._opened: AbstractAsyncContextManager[AsyncConnection] | None = None

    async def __aenter__(self) -> Reading:
        return self._read

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._opened is not None:
            await self._opened.__aexit__(kind, error, trace)

    async def _read(self) -> AsyncConnection:
        if self._tx is None:
            opened = self._database.reading()
            self._tx = await opened.__aenter__()
            self._opened = opened
        return self._tx


def _not_ahead(event: MessageEvent, now: datetime) -> MessageEvent:
    """A platform's clock may be ahead of ours; a thought that ends in the future would be waited for."""
    return event if event.at <= now else replace(event, at=now)


def _out_of_sight(community: Community, event: MessageEvent, heed: Heed, *, in_case: bool) -> bool:
    """Whether it was said where nobody asked us to read: it is not even assessed."""
    if isinstance(event, MessageDeleted) or event.direct or heed.places or in_case:
        return False
    return event.message.message not in heed.messages and not community.settings.watches(event)


def _glance(
    community: Community,
    event: MessageEvent,
    heed: Heed,
    actor: Member | None,
    assessment: Assessment | None,
    *,
    in_case: bool,
) -> Glance:
    held = event.message.message in heed.messages
    settings, place = community.settings, _place(heed, event)
    return Glance(settings, actor, assessment, place, heed.members, heed.awaited, held=held, in_case=in_case)


def _place(heed: Heed, event: Event) -> Place | None:
    return _located(heed.places, event)["place"] if heed.places else None


async def _waiting_author(tx: AsyncConnection, community: int, event: MessageEvent) -> Member | None:
    """Who wrote the message, where the platform does not say and it is not handled yet."""
    lane = await inbox.lane_about(tx, community, event.message)
    return Member(lane, lane) if lane is not None else None


def handler_context(ctx: Context, delivery: Delivery) -> Context:
    """The context in which a delivery is handled."""
    places = tuple(parse_place(key) for key in delivery.places)
    assessment = Assessment.from_json(delivery.assessment) if delivery.assessment else None
    return replace(ctx, actor=delivery.actor, assessment=assessment, **_located(places, delivery.event))


def _located(channel: tuple[Place, ...], event: Event) -> dict[str, Any]:
    """The case's places among those of a channel: that a DM is a DM is said by the event itself.

    A member who was told of a measure in a DM goes on there with their case, or begins a new matter.
    """
    cases = [place for place in channel if not isinstance(place, MemberDM | Aside)]
    direct = isinstance(event, MessagePosted | MessageEdited) and event.direct
    asides = [place for place in channel if isinstance(place, Aside) and not direct]
    places = (*cases, *asides)
    return {"place": places[0] if places else None, "also": places[1:]}
