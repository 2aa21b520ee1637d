"""Lanes: order within a channel, none between channels, and patience."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.common.guard import Guard
from adapters.discord.lanes import LONGEST, Lanes
from bot.errors import StorageFull
from bot.vocabulary.events import MessagePosted, PlatformEvent
from bot.vocabulary.places import MessageRef
from tests.fakes.discord.interactions import eventually

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def message(channel: int, number: int) -> MessagePosted:
    return MessagePosted("discord:1", MessageRef(str(channel), str(number)), "7", "words", AT)


class Reader:
    """A core that writes down what it was told; `stuck` channels wait, `full` refuses so many times."""

    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []
        self.taken: list[str] = []
        self.missed: list[tuple[int, int]] = []
        self.stuck: dict[str, asyncio.Event] = {}
        self.full = 0
        self.broken: set[str] = set()

    async def receive(self, event: PlatformEvent) -> None:
        assert isinstance(event, MessagePosted)
        if event.message.channel in self.stuck:
            await self.stuck[event.message.channel].wait()
        if self.full:
            self.full -= 1
            raise StorageFull
        if event.message.message in self.broken:
            raise LookupError
        self.read.append((event.message.channel, event.message.message))

    def done(self, event: PlatformEvent) -> None:
        assert isinstance(event, MessagePosted)
        self.taken.append(event.message.message)

    def too_much(self, server: int, channel: int) -> None:
        self.missed.append((server, channel))


@pytest.fixture
async def guard() -> AsyncIterator[Guard]:
    guard = Guard()
    yield guard
    await guard.stop()


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def lanes(reader: Reader, guard: Guard) -> Lanes:
    lanes = Lanes(reader.receive, reader.done, reader.too_much, guard)
    lanes.open_server(1)
    return lanes


async def test_a_channel_keeps_its_order_and_holds_up_no_other(reader: Reader, lanes: Lanes) -> None:
    reader.stuck["10"] = asyncio.Event()
    for number in (1, 2, 3):
        lanes.put(1, 10, message(10, number))
    lanes.put(1, 20, message(20, 4))
    await eventually(lambda: reader.read == [("20", "4")])
    reader.stuck["10"].set()
    await eventually(lambda: reader.taken == ["4", "1", "2", "3"])


async def test_nothing_is_told_of_a_server_before_it_is_open(reader: Reader, lanes: Lanes) -> None:
    lanes.put(2, 30, message(30, 1))
    lanes.shut_channel(30)
    await asyncio.sleep(0.05)
    lanes.open_server(2)
    await asyncio.sleep(0.05)
    assert reader.read == []
    lanes.open_channel(30)
    await eventually(lambda: reader.taken == ["1"])


async def test_a_full_disk_is_waited_out(reader: Reader, lanes: Lanes) -> None:
    reader.full = 1
    lanes.put(1, 10, message(10, 1))
    lanes.put(1, 10, message(10, 2))
    await eventually(lambda: reader.taken == ["1", "2"])


async def test_what_overflows_a_lane_is_left_to_the_history(reader: Reader, lanes: Lanes) -> None:
    lanes.shut_channel(10)
    for number in range(LONGEST + 5):
        lanes.put(1, 10, message(10, number), in_history=True)
    lanes.put(1, 10, message(10, 99_999))
    lanes.open_channel(10)
    await eventually(lambda: reader.missed == [(1, 10)])
    assert len(reader.taken) == LONGEST + 1
    assert reader.taken[-1] == "99999"


async def test_what_is_no_event_is_passed_over(reader: Reader, lanes: Lanes) -> None:
    async def nothing() -> None:
        return None

    lanes.put(1, 10, nothing)
    lanes.put(1, 10, message(10, 1))
    await eventually(lambda: reader.taken == ["1"])
