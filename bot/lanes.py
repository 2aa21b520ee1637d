"""The inbox, handled: one letter after another for each member, whatever happens in between.

A letter is handled in the transaction that settles it. One that fails is tried five times, then set aside. Where the
platform didn't say who wrote it, it is asked first, for as long as it takes.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

import structlog

from bot.aside import tell_staff
from bot.community import Community
from bot.context import Context
from bot.durable import inbox
from bot.durable.engine import is_full
from bot.errors import StorageFull
from bot.house import House
from bot.ports import Transient
from bot.sensing import Delivery, handler_context
from bot.telemetry import new_reference
from bot.vocabulary.codec import from_json, to_json

BACK_OFF = 0.2
FULL_DISK_PAUSE = 5.0
ASKED_AGAIN, LONGEST_WAIT = 1.0, 30.0
"""Seconds until a platform is asked again who somebody is, at least and at most."""

log = structlog.get_logger(__name__)

Handle = Callable[[Context, Delivery], Awaitable[None]]
Settled = Callable[[Delivery, str | None], Awaitable[None]]
"""Called after the transaction with the delivery, and a reference if it failed for good."""

Meet = Callable[[Community, Delivery], Awaitable[Delivery]]
"""Asks the platform who did it. Raises Transient."""


class _Unmet(Exception):
    """Who wrote the letter is to be asked first, outside of any transaction."""

    def __init__(self, letter: inbox.Letter, delivery: Delivery) -> None:
        super().__init__()
        self.letter = letter
        self.delivery = delivery


class Lanes:
    """A lane is one member in one community; lanes run side by side."""

    def __init__(self, house: House, meet: Meet, handle: Handle, settled: Settled) -> None:
        self._house = house
        self._meet = meet
        self._handle = handle
        self._settled = settled
        self._asked: Counter[tuple[int, str]] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Take up what a crash left."""
        async with self._house.database.reading() as tx:
            for lane in await inbox.waiting_lanes(tx):
                self.wake(*lane)

    async def stop(self) -> None:
        """Let go of what is being handled; it stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def wake(self, community: int, lane: str) -> None:
        """There is a letter for this lane."""
        key = (community, lane)
        self._asked[key] += 1
        if self._asked[key] == 1:
            task = asyncio.create_task(self._drain(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def busy(self, community: int, lane: str) -> bool:
        """Whether there may be a letter of this lane that is not settled."""
        return (community, lane) in self._asked

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
            letter, delivery, reference = await self._handled_known(community, lane)
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
            await self._tell(delivery, reference)
        elif reference is not None:
            await asyncio.sleep(BACK_OFF * 2**letter.attempts)
        return True

    async def _handled_known(
        self, community: int, lane: str
    ) -> tuple[inbox.Letter | None, Delivery | None, str | None]:
        """As `_handled`; who wrote it is known before."""
        while True:
            try:
                return await self._handled(community, lane)
            except _Unmet as unmet:
                await self._ask(community, unmet)

    async def _ask(self, community: int, unmet: _Unmet) -> None:
        """Who that is; if the platform doesn't say, wait a moment."""
        try:
            met = await self._meet(await self._house.community_with_id(community), unmet.delivery)
        except Transient as error:
            await asyncio.sleep(min(max(error.retry_after or 0.0, ASKED_AGAIN), LONGEST_WAIT))
            return
        async with self._house.database.transaction("inbox.meet") as tx:
            await inbox.rewrite(tx, unmet.letter, to_json(Delivery, met))

    async def _tell(self, delivery: Delivery, reference: str | None) -> None:
        """Best effort: the letter is settled, whether or not anybody still hears of it."""
        try:
            await self._settled(delivery, reference)
        except Exception as error:  # an edge: who hung up must not stop the lane
            log.error("inbox.untold", reference=new_reference(), exc_info=error)

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
            ctx = self._house.context(tx, known)
            delivery: Delivery | None = None
            try:
                delivery = _read(letter)
                if delivery.actor is None or not delivery.actor.bot:
                    async with tx.begin_nested():
                        await self._handle(handler_context(ctx, delivery), delivery)
            except _Unmet:
                raise
            except Exception as error:  # an edge: a poisonous event must not stop the lane
                if is_full(error):
                    raise
                reference = new_reference()
                log.error("inbox.failed", reference=reference, attempt=letter.attempts + 1, exc_info=error)
                dead = await inbox.fail(tx, letter, reference)
                if dead:
                    await tell_staff(ctx, reference)
                return letter, delivery if dead else None, reference
            await inbox.settle(tx, letter)
            return letter, delivery, None


def _read(letter: inbox.Letter) -> Delivery:
    """What the letter holds. Raises _Unmet."""
    delivery: Delivery = from_json(Delivery, letter.payload)
    if delivery.unmet:
        raise _Unmet(letter, delivery)
    return delivery
