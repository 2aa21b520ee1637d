"""The encoder's worker: bounded, patient for a moment only, and never a reason to hear nobody."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from bot.detection import Label, Meaning, Passage, first_look
from bot.detection.meaning import OUTPUTS
from bot.understanding import Condition, EncoderWorker, Understanding
from bot.understanding.worker import LONGEST_QUEUE, TOGETHER

DOUBTFUL = "well that update was something, candle number six"
CERTAIN = "Salut echipa, aveți program sâmbăta?"


def meaning(complaint: float) -> Meaning:
    return {**dict.fromkeys(map(str, OUTPUTS), -9.0), Label.COMPLAINT: complaint}


class SlowReader:
    """Answers when it is let; remembers what it was asked together."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.asked: list[Sequence[Passage]] = []

    def read(self, passages: Sequence[Passage]) -> Sequence[Meaning]:
        self.asked.append(list(passages))
        self.free.wait(20)
        return [meaning(float(len(passage.text))) for passage in passages]


@contextmanager
def let_go(reader: SlowReader) -> Iterator[None]:
    """The thread must not be waited for when a test has failed."""
    try:
        yield
    finally:
        reader.free.set()


async def until_asked(reader: SlowReader, times: int) -> None:
    async with asyncio.timeout(60):
        while len(reader.asked) < times:  # noqa: ASYNC110 - a thread sets it
            await asyncio.sleep(0.01)


async def test_each_gets_its_own_answer_and_what_waited_is_read_together() -> None:
    reader = SlowReader()
    async with EncoderWorker(lambda: reader, patience=60) as worker:
        with let_go(reader):
            first = asyncio.create_task(worker.meanings([Passage("a")]))
            await until_asked(reader, 1)
            others = [
                asyncio.create_task(worker.meanings([Passage("b" * n), Passage("")])) for n in (2, 3, 4)
            ]
            await asyncio.sleep(0)
            reader.free.set()
            assert [one[Label.COMPLAINT] for one in await first] == [1]
            found = [[one[Label.COMPLAINT] for one in await other] for other in others]
    assert found == [[2, 0], [3, 0], [4, 0]]
    assert [len(together) for together in reader.asked] == [1, 6]


async def test_it_is_waited_for_only_a_moment() -> None:
    reader = SlowReader()
    async with EncoderWorker(lambda: reader, patience=0.05) as worker:
        with let_go(reader):
            assert await worker.meanings([Passage("a")]) == ()
            assert (worker.skipped, worker.condition) == (1, Condition.OVERLOADED)


async def test_more_than_may_wait_do_without_at_once() -> None:
    reader = SlowReader()
    async with EncoderWorker(lambda: reader, patience=60) as worker:
        with let_go(reader):
            first = asyncio.create_task(worker.meanings([Passage("a")]))
            await until_asked(reader, 1)
            waiting = [asyncio.create_task(worker.meanings([Passage("b")])) for _ in range(LONGEST_QUEUE)]
            await asyncio.sleep(0)
            assert await worker.meanings([Passage("one too many")]) == ()
            assert worker.condition is Condition.OVERLOADED
            reader.free.set()
            assert all(await asyncio.gather(first, *waiting))
    assert max(map(len, reader.asked)) == TOGETHER
    assert (worker.read_count, worker.skipped) == (LONGEST_QUEUE + 1, 1)
    assert str(worker.condition) == "ready"


async def test_what_nobody_waits_for_any_more_is_not_read() -> None:
    reader = SlowReader()
    async with EncoderWorker(lambda: reader, patience=0.05) as worker:
        with let_go(reader):
            await asyncio.gather(*(worker.meanings([Passage(text)]) for text in ("a", "b", "c")))
            reader.free.set()
            await worker.meanings([Passage("d")])
    assert sum(passage.text == "c" for together in reader.asked[1:] for passage in together) == 0


async def test_without_an_encoder_nothing_is_said_and_health_can_tell() -> None:
    async with EncoderWorker(lambda: None) as worker:
        assert await worker.meanings([Passage("a")]) == ()
        assert await worker.meanings([Passage("b")]) == ()
        assert worker.condition is Condition.ABSENT


async def test_a_broken_file_is_no_reason_to_hear_nobody() -> None:
    def broken() -> None:
        raise RuntimeError("no such graph")

    async with Understanding(EncoderWorker(broken)) as understanding:
        seen = await understanding.assess(DOUBTFUL)
        assert seen == first_look(DOUBTFUL).conclude()
        assert understanding.worker is not None
        assert understanding.worker.condition is Condition.BROKEN


async def test_a_reader_that_fails_once_is_asked_again() -> None:
    class Fails:
        times = 0

        def read(self, passages: Sequence[Passage]) -> Sequence[Meaning]:
            self.times += 1
            if self.times == 1:
                raise MemoryError
            return [meaning(3.0) for _ in passages]

    reader = Fails()
    async with EncoderWorker(lambda: reader) as worker:
        assert await worker.meanings([Passage("a")]) == ()
        assert [one[Label.COMPLAINT] for one in await worker.meanings([Passage("a")])] == [3.0]


async def test_only_what_leaves_doubt_is_read_and_the_answer_counts() -> None:
    class Sure:
        def read(self, passages: Sequence[Passage]) -> Sequence[Meaning]:
            return [meaning(6.0) for _ in passages]

    reader = Sure()
    async with Understanding(EncoderWorker(lambda: reader)) as understanding:
        assert (await understanding.assess(DOUBTFUL)).complaint > first_look(DOUBTFUL).conclude().complaint
        assert await understanding.assess(CERTAIN) == first_look(CERTAIN).conclude()
        assert understanding.worker is not None
        assert understanding.worker.read_count == 1


@pytest.mark.parametrize("times", [1, 2])
async def test_it_ends_while_somebody_waits(times: int) -> None:
    reader = SlowReader()
    with let_go(reader):
        async with EncoderWorker(lambda: reader, patience=60) as worker:
            waiting = [asyncio.create_task(worker.meanings([Passage("a")])) for _ in range(times)]
            await until_asked(reader, 1)
            reader.free.set()
    for one in waiting:
        one.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
