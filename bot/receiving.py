"""What comes in: is it something to us, keep it, then handle it; one after another for each member.

A message that is nothing to us leaves no row. What matters is stored before the platform hears that we have it,
and is handled in the transaction that settles it.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.community import Community
from bot.context import Context
from bot.detection import Assessment, assess
from bot.detection import Context as Around
from bot.durable import inbox
from bot.durable.engine import is_full
from bot.durable.places import Places
from bot.errors import StorageFull
from bot.house import House
from bot.looking import Seen
from bot.recent import Recent, speaker
from bot.telemetry import new_reference
from bot.text import clean
from bot.vocabulary.codec import from_json, to_json
from bot.vocabulary.events import Event, MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.people import Member
from bot.vocabulary.places import MemberDM, Place, parse_place, place_key

BACK_OFF = 0.2
FULL_DISK_PAUSE = 5.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the inbox keeps: the event and all that had to be asked before a transaction.

    `people` are the members that a command's words name, by argument.
    """

    event: Event
    actor: Member | None = None
    assessment: dict[str, Any] | None = None
    places: tuple[str, ...] = ()
    people: dict[str, Member] | None = None


Handle = Callable[[Context, Delivery], Awaitable[None]]
Settled = Callable[[Delivery, str | None], Awaitable[None]]
"""Called after the transaction with the delivery, and a reference if it failed for good."""


class Receiver:
    """Takes in what platforms tell."""

    def __init__(self, house: House, handle: Handle, settled: Settled, note: Callable[[Seen], None]) -> None:
        self._house = house
        self._note = note
        self._handle = handle
        self._settled = settled
        self._recent = Recent()
        self._asked: Counter[tuple[int, str]] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Take up what a crash left."""
        async with self._house.database.reading() as tx:
            for lane in await inbox.waiting_lanes(tx):
                self._wake(*lane)

    async def stop(self) -> None:
        """Let go of what is being handled; it stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def idle(self) -> None:
        """Wait until everything that came in so far is handled."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def receive(self, event: MessageEvent) -> None:
        """Keep the event if any feature says it matters. Raises StorageFull when it can't be kept."""
        community = await self._house.community(event.community)
        if community is None:
            log.warning("event.of_unknown_community", platform=event.community.partition(":")[0])
            return
        delivery = await self._prepare(community, event)
        if delivery is not None:
            await self.keep(community, delivery)

    async def keep(self, community: Community, delivery: Delivery) -> bool:
        """Store it and have it handled; False if it was there before."""
        event = delivery.event
        lane = delivery.actor.id if delivery.actor else inbox.NOBODY
        async with self._house.database.transaction("inbox.store") as tx:
            fresh = await inbox.store(tx, community.id, event.key, lane, to_json(Delivery, delivery))
        self._wake(community.id, lane)
        return fresh

    async def _prepare(self, community: Community, event: MessageEvent) -> Delivery | None:
        """Everything that must be asked outside a transaction; None if the event is nothing to us."""
        actor = await self._author(community, event)
        if actor is not None and actor.bot:
            return None
        async with self._house.database.reading() as tx:
            places = await Places(tx, community.id).of_channel(event.message.channel)
            assessment = None
            if not isinstance(event, MessageDeleted) and actor is not None:
                event = replace(event, text=clean(event.text))
                assessment = self._assess(community.id, event, actor)
            ctx = self._house.context(tx, community)
            ctx = replace(ctx, actor=actor, assessment=assessment, **_located(places))
            kept = await self._matters(ctx, event)
        if assessment is not None:
            self._note(Seen(community.id, event.message, event.at, assessment, kept))
        if not kept:
            return None
        keys = tuple(map(place_key, places))
        return Delivery(event, actor, assessment.to_json() if assessment else None, keys)

    async def _matters(self, ctx: Context, event: MessageEvent) -> bool:
        """Whether any feature says so."""
        for matters in self._house.catalogue.every("matters"):
            if await matters(ctx, event):
                return True
        return False

    async def _author(self, community: Community, event: MessageEvent) -> Member | None:
        if event.author is None:
            return None
        known = await self._house.adapter(community).directory.member(community.key, event.author)
        return known or Member(event.author, event.author)

    def _assess(self, community: int, event: MessagePosted | MessageEdited, actor: Member) -> Assessment:
        channel = event.message.channel
        before = self._recent.before(community, channel, actor.id)
        if isinstance(event, MessagePosted):
            self._recent.add(community, channel, actor, event.text)
        return assess(event.text, Around(speaker=speaker(actor), before=before))

    def _wake(self, community: int, lane: str) -> None:
        key = (community, lane)
        self._asked[key] += 1
        if self._asked[key] == 1:
            task = asyncio.create_task(self._drain(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _drain(self, key: tuple[int, str]) -> None:
        """Handle the lane until nothing is left; a wake in the meantime is never missed."""
        try:
            while True:
                asked = self._asked[key]
                while await self._next(*key):
                    pass
                if self._asked[key] == asked:
                    break
        finally:
            del self._asked[key]

    async def _next(self, community: int, lane: str) -> bool:
        """Handle the oldest letter of the lane; False if there is none."""
        try:
            letter, delivery, reference = await self._handled(community, lane)
        except StorageFull:
            log.error("storage.full", what="inbox")
            await asyncio.sleep(FULL_DISK_PAUSE)
            return True
        except Exception as error:  # an edge: the database itself failed; the letter is still there
            log.error("inbox.unreachable", reference=new_reference(), exc_info=error)
            await asyncio.sleep(FULL_DISK_PAUSE)
            return True
        if letter is None:
            return False
        self._house.wake_relay()
        if delivery is not None:
            await self._settled(delivery, reference)
        elif reference is not None:
            await asyncio.sleep(BACK_OFF * 2**letter.attempts)
        return True

    async def _handled(
        self, community: int, lane: str
    ) -> tuple[inbox.Letter | None, Delivery | None, str | None]:
        """(letter, its delivery once it is settled for good, the reference of what went wrong)."""
        known = await self._house.community_with_id(community)
        database = self._house.database
        async with database.transaction("inbox.handle") as tx:
            await database.advisory(tx, f"lane:{community}:{lane}")
            letter = await inbox.next_in_lane(tx, community, lane)
            if letter is None:
                return None, None, None
            delivery: Delivery = from_json(Delivery, letter.payload)
            try:
                async with tx.begin_nested():
                    await self._handle(_handler_context(self._house.context(tx, known), delivery), delivery)
            except Exception as error:  # an edge: a poisonous event must not stop the lane
                if is_full(error):
                    raise
                reference = new_reference()
                log.error("inbox.failed", reference=reference, attempt=letter.attempts + 1, exc_info=error)
                dead = await inbox.fail(tx, letter, reference)
                return letter, delivery if dead else None, reference
            await inbox.settle(tx, letter)
            return letter, delivery, None


def _handler_context(ctx: Context, delivery: Delivery) -> Context:
    places = tuple(parse_place(key) for key in delivery.places)
    assessment = Assessment.from_json(delivery.assessment) if delivery.assessment else None
    return replace(ctx, actor=delivery.actor, assessment=assessment, **_located(places))


def _located(channel: tuple[Place, ...]) -> dict[str, Any]:
    """The case's places among those of a channel: that a DM is a DM is said by the event itself."""
    places = tuple(place for place in channel if not isinstance(place, MemberDM))
    return {"place": places[0] if places else None, "also": places[1:]}
