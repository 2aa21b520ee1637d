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


class Ticking:
    """Runs due-time handlers, each in the transaction that deletes its timer."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def tick(self) -> None:
        """Everything that is due by the clock of promises."""
        try:
            while await self._batch() == BATCH:
                pass
        except StorageFull:
            log.error("storage.full", what="timers")
        except Exception as error:  # an edge: the next tick tries again
            log.error("tick.failed", reference=new_reference(), exc_info=error)

    async def _batch(self) -> int:
        """How many were done; a failed one waits for the next tick."""
        now = self._house.clock.now()
        async with self._house.database.reading() as tx:
            soonest = await next_due(tx)
        if soonest is None or soonest > now:
            return 0
        async with self._house.database.transaction("timers.tick") as tx:
            done = [await self._run(tx, timer) for timer in await claim_due(tx, now)]
        self._house.wake_relay()
        return sum(done)

    async def _run(self, tx: AsyncConnection, timer: Timer) -> bool:
        community = await self._house.community_with_id(timer.community_id)
        ctx = self._house.context(tx, community)
        try:
            async with tx.begin_nested():
                if await take(tx, timer):
                    await self._house.catalogue.due(timer.name)(ctx, timer.subject)
        except Exception as error:  # an edge: one poisonous timer must not stop the others
            if is_full(error):
                raise
            reference = new_reference()
            log.error("timer.failed", reference=reference, timer=timer.name, exc_info=error)
            if await fail(tx, timer, reference):
                await tell_staff(ctx, reference)
            return False
        return True
