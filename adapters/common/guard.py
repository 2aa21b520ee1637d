"""The adapter's edge: what goes wrong behind it is logged under a reference code and goes no further."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

import structlog

from bot.telemetry import new_reference

log = structlog.get_logger(__name__)


class Guard:
    """Runs what a platform set off: in the background, and so that one failure ends nothing else."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, doing: str, work: Callable[[], Coroutine[None, None, object]]) -> asyncio.Task[None]:
        """Do this in the background."""
        task = asyncio.create_task(self._guarded(doing, work), name=doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def succeeds(self, doing: str, work: Callable[[], Awaitable[object]]) -> bool:
        """Do this now; False, and a line in the log, if it failed."""
        try:
            await work()
        except Exception as error:  # an edge: one failure must not end what listens
            report(doing, error)
            return False
        return True

    async def stop(self) -> None:
        """Let go of what still runs."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _guarded(self, doing: str, work: Callable[[], Coroutine[None, None, object]]) -> None:
        await self.succeeds(doing, work)


def report(doing: str, error: BaseException) -> None:
    """A line in the log, with a reference code."""
    log.error("adapter.failed", doing=doing, reference=new_reference(), exc_info=error)
