"""Where a benchmark plays: the whole core with its cogs on a real SQLite file; the platform's side is in memory."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.app import App
from bot.catalogue.collect import Cog
from bot.community import CommunitySettings, Mode
from bot.composition.features import cogs
from bot.durable.database import Database
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Channel, Clock, Destination, Directory, Door, Group, Opening, Platform, Purpose
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.people import Member
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Message

COMMUNITY = "bench:main"
CHANNELS = tuple(f"channel-{number}" for number in range(20))
MEMBERS = 2000


@dataclass(frozen=True, slots=True)
class Stage:
    """The database file a benchmark plays on, with so many cases in it from before."""

    database: Path
    cases: int

    @property
    def url(self) -> str:
        return f"sqlite:///{self.database}"


class WallClock(Clock):
    """Real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Crowd(Directory):
    """Everybody is an ordinary member, known from a cache as on a real platform."""

    def __init__(self) -> None:
        self._known: dict[str, Member] = {}

    async def member(self, community: str, member: str) -> Member | None:
        if member not in self._known:
            self._known[member] = Member(member, f"Member {member}")
        return self._known[member]

    async def find(self, community: str, text: str) -> Sequence[Member]:
        return ()

    async def channel_name(self, community: str, channel: str) -> str | None:
        return channel

    async def channels(self, community: str) -> Sequence[Channel]:
        return ()

    async def groups(self, community: str) -> Sequence[Group]:
        return ()

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        return ()


@dataclass
class Counter(Platform):
    """Takes everything at once, and counts it."""

    name: str = "bench"
    doors: frozenset[Door] = frozenset(Door)
    performed: int = 0
    numbers: Any = field(default_factory=lambda: count(1_000_000_000))

    async def open(self, community: str, opening: Opening) -> str:
        self.performed += 1
        return f"place-{next(self.numbers)}"

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        self.performed += 1
        return MessageRef(to.channel, str(next(self.numbers)))

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        self.performed += 1

    async def retract(self, community: str, message: MessageRef) -> None:
        self.performed += 1

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        self.performed += 1

    async def pin(self, community: str, message: MessageRef) -> None:
        self.performed += 1


def settings() -> CommunitySettings:
    """Everything on, and no wait for the rest of a thought: a benchmark measures the program, not its patience."""
    return CommunitySettings(
        mode=Mode.FULL,
        watched=frozenset(CHANNELS),
        staff_room="staff-room",
        thought_seconds=0,
        thought_longest_seconds=0,
        acks_in_10_minutes=60,
        acks_an_hour=60,
    )


@asynccontextmanager
async def playing(stage: Stage, *more: Cog) -> AsyncIterator[tuple[App, Counter]]:
    """The core, running, and what stands for the platform."""
    async with Database.open(stage.url) as database:
        platform = Counter()
        adapters = {platform.name: Adapter(platform, Crowd())}
        app = App(database, (*cogs(), *more), Translations.load(), WallClock(), adapters)
        await app.welcome(COMMUNITY, "Bench", settings())
        async with app:
            yield app, platform


def posted(number: int, text: str, author: str | None = None) -> MessagePosted:
    """A message as an adapter tells of it: ids like a platform's, channels and authors in turn."""
    message = MessageRef(CHANNELS[number % len(CHANNELS)], str((1 << 60) + number * 7919))
    return MessagePosted(COMMUNITY, message, author or f"m{number % MEMBERS}", text, datetime.now(UTC))


async def rate(work: Callable[[MessagePosted], Awaitable[None]], events: Sequence[MessagePosted]) -> float:
    """How many events a second, one after the other."""
    began = perf_counter()
    for event in events:
        await work(event)
    return len(events) / (perf_counter() - began)


@asynccontextmanager
async def watching_the_loop() -> AsyncIterator[list[float]]:
    """The longest time, in milliseconds, that the loop did not come round meanwhile; the list is filled at the end."""
    longest, found = 0.0, list[float]()

    async def watch() -> None:
        nonlocal longest
        while True:
            slept = perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, perf_counter() - slept - 0.001)

    task = asyncio.create_task(watch())
    try:
        yield found
    finally:
        task.cancel()
        found.append(1000 * longest)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which so large a share of the others lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
