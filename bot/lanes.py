"""The inbox, handled: one letter after another for each member, whatever happens in between.

A letter is handled in the transaction that settles it. One that fails is tried five times, then set aside.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

import structlog

from bot.aside import tell_staff
from bot.context import Context
from bot.durable import inbox
from bot.durable.engine import is_full
from bot.errors import StorageFull
from bot.house import House
from bot.sensing import Delivery, handler_context
from bot.telemetry import new_reference
from bot.vocabulary.codec import from_json

BACK_OFF = 0.2
FULL_DISK_PAUSE = 5.0

log = structlog.get_logger(__name__)

Handle = Callable[[Context, Delivery], Awaitable[None]]
Settled = Callable[[Delivery, str | None], Awaitable[None]]
"""Called after the transaction with the delivery, and a reference if it failed for good."""


class Lanes:
    """A lane is one member in one community; lanes run side by side."""

    def __init__(self, house: House, handle: Handle, settled: Settled) -> None:
        self._house = house
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
            await self._tell(delivery, reference)
        elif reference is not None:
            await asyncio.sleep(BACK_OFF * 2**letter.attempts)
        return True

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
                delivery = from_json(Delivery, letter.payload)
                async with tx.begin_nested():
                    await self._handle(handler_context(ctx, delivery), delivery)
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
