"""One thing after the other, where the order matters, and each once at a time, however often it is asked for."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


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


class Together:
    """Answers that several wait for: whoever asks for what is being asked for waits for the same answer."""

    def __init__(self) -> None:
        self._asked: dict[str, asyncio.Task[Any]] = {}

    async def ask(self, what: str, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Raises what the work raises. Whoever stops waiting does not stop the others."""
        task = self._asked.get(what)
        if task is None:
            task = self._asked[what] = asyncio.create_task(work(), name=what)
            task.add_done_callback(lambda done: self._answered(what, done))
        answer: T = await asyncio.shield(task)
        return answer

    def _answered(self, what: str, task: "asyncio.Task[Any]") -> None:
        del self._asked[what]
        if not task.cancelled():
            # Perhaps nobody waits for it any more.
            task.exception()
