"""What is due, done: `tick` is a plain function that the scheduler calls, and so may a test or a moved clock."""

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.aside import tell_staff
from bot.durable.engine import is_full
from bot.durable.timers import BATCH, Timer, claim_due, fail, next_due, take
from bot.errors import StorageFull
from bot.house import House
from bot.telemetry import new_reference

log = structlog.get_logger(__name__)


class _Stumbled(Exception):
    """The handler of this timer raised; the cause is what it raised."""

    def __init__(self, timer: Timer) -> None:
        super().__init__(timer.name)
        self.timer = timer


class Ticking:
    """Runs due-time handlers, each in the transaction that deletes its timer; a hundred share one."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def tick(self) -> None:
        """Everything that is due by the clock of promises; who stumbles waits for the next tick."""
        stumbled: set[int] = set()
        try:
            while await self._batch(stumbled):
                pass
        except StorageFull:
            log.error("storage.full", what="timers")
        except Exception as error:  # an edge: the next tick tries again
            log.error("tick.failed", reference=new_reference(), exc_info=error)

    async def _batch(self, stumbled: set[int]) -> bool:
        """Whether more may be due. If one stumbles all of them are undone, and done again without it."""
        now = self._house.clock.now()
        async with self._house.database.reading() as tx:
            soonest = await next_due(tx)
        if soonest is None or soonest > now:
            return False
        try:
            async with self._house.database.transaction("timers.tick") as tx:
                due = await claim_due(tx, now)
                for timer in due:
                    if timer.id not in stumbled:
                        await self._handle(tx, timer)
        except _Stumbled as error:
            await self._set_back(error.timer, error.__cause__)
            stumbled.add(error.timer.id)
            return True
        self._house.wake_relay()
        return len(due) == BATCH

    async def _handle(self, tx: AsyncConnection, timer: Timer) -> None:
        community = await self._house.community_with_id(timer.community_id)
        try:
            if await take(tx, timer):
                await self._house.catalogue.due(timer.name)(self._house.context(tx, community), timer.subject)
        except Exception as error:  # an edge: one poisonous timer must not stop the others
            if is_full(error):
                raise
            raise _Stumbled(timer) from error

    async def _set_back(self, timer: Timer, error: BaseException | None) -> None:
        reference = new_reference()
        log.error("timer.failed", reference=reference, timer=timer.name, exc_info=error)
        async with self._house.database.transaction("timers.failed") as tx:
            if await fail(tx, timer, reference):
                community = await self._house.community_with_id(timer.community_id)
                await tell_staff(self._house.context(tx, community), reference)
        self._house.wake_relay()
