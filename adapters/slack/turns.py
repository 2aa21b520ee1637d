"""One thing after the other, where the order matters, and each once at a time, however often Slack tells of it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Turns:
    """Lines in which whoever came first goes first; no line holds up another."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    @asynccontextmanager
    async def turn(self, line: str) -> AsyncIterator[None]:
        mine = self._lines.setdefault(line, _Line())
        mine.waiting += 1
        try:
            async with mine.lock:
                yield
        finally:
            mine.waiting -= 1
            if not mine.waiting:
                del self._lines[line]


class Once:
    """Work that is known by an id: while it goes on, a second request for it is the first."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[None]] = {}

    def __len__(self) -> int:
        return len(self._running)

    def start(self, id_: str, work: Callable[[], Coroutine[None, None, None]]) -> asyncio.Task[None]:
        """Do this in the background, if it is not being done."""
        task = self._running.get(id_)
        if task is None:
            task = self._running[id_] = asyncio.create_task(work(), name=id_)
            task.add_done_callback(lambda _: self._running.pop(id_, None))
        return task

    async def do(self, id_: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Raises what the work raises. Whoever stops waiting does not stop the work."""
        await asyncio.shield(self.start(id_, work))

    async def finish(self, within: float) -> None:
        """Wait, for so many seconds at most, until nothing goes on; let go of the rest."""
        if not self._running:
            return
        _, late = await asyncio.wait(tuple(self._running.values()), timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
