"""One thread that runs the encoder, with a bounded queue before it: what waits is read together, in small batches."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

import structlog

from bot.detection import Meaning, Passage

LONGEST_QUEUE = 64
"""Messages that may wait; more, and detection does without for those that come."""
TOGETHER = 8
"""Messages read in one go."""
PATIENCE = 1.0
"""Seconds after which a message is assessed without: Slack waits three in all to hear that we have what it told."""

log = structlog.get_logger()


class Reader(Protocol):
    """What the worker runs: `bot.detection.encoder.network.Encoder`, or a stand-in of a test."""

    def read(self, passages: Sequence[Passage]) -> Sequence[Meaning]:
        """What each passage means."""


class Condition(StrEnum):
    """How it is with the encoder. `absent`: not installed, or switched off; `overloaded`: some did without lately."""

    READY = "ready"
    ABSENT = "absent"
    BROKEN = "broken"
    OVERLOADED = "overloaded"


@dataclass(frozen=True, slots=True)
class _Waiting:
    passages: Sequence[Passage]
    answer: "asyncio.Future[Sequence[Meaning]]"


class EncoderWorker:
    """`async with EncoderWorker(load)`: loads the encoder when it is first asked, and runs it beside the event loop.

    `load` gives None where there is no encoder. `read` and `skipped` count messages that were read, and those that
    were assessed without because too much was waiting.
    """

    def __init__(self, load: Callable[[], Reader | None], patience: float = PATIENCE) -> None:
        """Nothing is loaded yet."""
        self.read_count = 0
        self.skipped = 0
        self._load = load
        self._patience = patience
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue(LONGEST_QUEUE)
        self._thread = ThreadPoolExecutor(1, "encoder")
        self._task: asyncio.Task[None] | None = None
        self._state = Condition.READY
        self._behind = False

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._work())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self._thread.shutdown(wait=True, cancel_futures=True)

    @property
    def condition(self) -> Condition:
        """As of now; `overloaded` from a message that did without until the queue has been empty again."""
        if self._state is Condition.READY and self._behind:
            return Condition.OVERLOADED
        return self._state

    async def meanings(self, passages: Sequence[Passage]) -> Sequence[Meaning]:
        """What the passages mean; nothing where the encoder is absent, or busy for too long."""
        if self._task is None or self._state is not Condition.READY:
            return ()
        waiting = _Waiting(passages, asyncio.get_running_loop().create_future())
        try:
            self._queue.put_nowait(waiting)
            async with asyncio.timeout(self._patience):
                return await waiting.answer
        except (asyncio.QueueFull, TimeoutError):
            self.skipped += 1
            self._behind = True
            return ()

    async def _work(self) -> None:
        first = await self._queue.get()
        reader = await self._loaded()
        while reader is not None:
            await self._answer(reader, [first, *self._more()])
            if self._queue.empty():
                self._behind = False
            first = await self._queue.get()
        for waiting in (first, *self._more(LONGEST_QUEUE)):
            _settle(waiting, ())

    async def _loaded(self) -> Reader | None:
        loop = asyncio.get_running_loop()
        try:
            reader = await loop.run_in_executor(self._thread, self._load)
        except Exception as error:
            # A broken file is no reason to hear nobody: detection does without, and health says so.
            log.error("encoder.not_loaded", error=type(error).__name__)
            self._state = Condition.BROKEN
            return None
        if reader is None:
            self._state = Condition.ABSENT
        return reader

    def _more(self, most: int = TOGETHER - 1) -> list[_Waiting]:
        found: list[_Waiting] = []
        while len(found) < most and not self._queue.empty():
            found.append(self._queue.get_nowait())
        return found

    async def _answer(self, reader: Reader, batch: Sequence[_Waiting]) -> None:
        """Read what is still waited for, all in one go."""
        wanted = [waiting for waiting in batch if not waiting.answer.done()]
        passages = [passage for waiting in wanted for passage in waiting.passages]
        if not passages:
            return
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(self._thread, reader.read, passages)
        except Exception as error:
            log.error("encoder.failed", error=type(error).__name__)
            found = ()
        self.read_count += len(wanted)
        at = 0
        for waiting in wanted:
            _settle(waiting, found[at : at + len(waiting.passages)])
            at += len(waiting.passages)


def _settle(waiting: _Waiting, answer: Sequence[Meaning]) -> None:
    if not waiting.answer.done():
        waiting.answer.set_result(answer)
