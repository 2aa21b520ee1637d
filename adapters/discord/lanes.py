"""One lane per channel: what was written there reaches the core in order, and no channel holds up another.

A lane is shut while it is not known what was missed there, and opened when that was caught up with.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from adapters.common.guard import Guard, report
from bot.errors import StorageFull
from bot.ports import Transient
from bot.vocabulary.events import PlatformEvent

LONGEST = 5000
"""Messages that wait in one lane; what is beyond is read from the channel's history later."""

LONGEST_WAIT = 30.0
"""Seconds between two attempts, at most; the first wait is half a second, then it doubles."""

TRIES = 5
"""Of an event that can't be taken in for a reason nobody foresaw."""

Later = Callable[[], Awaitable[PlatformEvent | None]]
"""What has to be asked for before it is an event; None if it is none."""

Told = PlatformEvent | Later

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Lane:
    server: int
    waiting: deque[Told] = field(default_factory=deque)
    missed: bool = False


class Lanes:
    """`receive` takes events in; `taken` is told of each that was, `missed` of a channel where too much came at once.

    `server` is the guild's id, 0 for direct messages. A lane is shut if its server is, or its channel.
    """

    def __init__(
        self,
        receive: Callable[[PlatformEvent], Awaitable[None]],
        taken: Callable[[PlatformEvent], None],
        missed: Callable[[int, int], None],
        guard: Guard,
    ) -> None:
        self._receive = receive
        self._taken = taken
        self._missed = missed
        self._guard = guard
        self._lanes: dict[int, Lane] = {}
        self.open_servers: set[int] = set()
        self._shut_channels: set[int] = set()
        self._opened = asyncio.Event()

    def put(self, server: int, channel: int, told: Told, *, in_history: bool = False) -> None:
        """Behind what is in the channel's lane. What is `in_history` too may be left out when it overflows."""
        lane = self._lanes.get(channel)
        if lane is None:
            lane = self._lanes[channel] = Lane(server)
            self._guard.start("lane", lambda: self._drain(channel, lane))
        if in_history and (lane.missed or len(lane.waiting) >= LONGEST):
            lane.missed = True
        else:
            lane.waiting.append(told)

    def shut_server(self, server: int) -> None:
        self.open_servers.discard(server)

    def open_server(self, server: int) -> None:
        self.open_servers.add(server)
        self._pulse()

    def shut_channel(self, channel: int) -> None:
        self._shut_channels.add(channel)

    def open_channel(self, channel: int) -> None:
        self._shut_channels.discard(channel)
        self._pulse()

    def _pulse(self) -> None:
        self._opened.set()
        self._opened = asyncio.Event()

    async def _drain(self, channel: int, lane: Lane) -> None:
        while lane.waiting or lane.missed:
            while lane.server not in self.open_servers or channel in self._shut_channels:
                await self._opened.wait()
            if lane.waiting:
                await self.take_in(lane.waiting[0])
                lane.waiting.popleft()
            else:
                lane.missed = False
                self._missed(lane.server, channel)
        del self._lanes[channel]

    async def take_in(self, told: Told) -> None:
        """Until the core has it; what fails `TRIES` times for no known reason is let go: it must stop nobody else."""
        wait = 0.5
        for _ in range(TRIES):
            try:
                await self._received(told)
            except Exception as error:  # an edge: a message that can't be read must not stop the channel
                report("receive", error)
                await asyncio.sleep(wait)
                wait *= 2
            else:
                return

    async def _received(self, told: Told) -> None:
        """Wait as long as there is no space, or no answer from Discord."""
        wait = 0.5
        while True:
            try:
                event = await told() if callable(told) else told
                if event is not None:
                    await self._receive(event)
                    self._taken(event)
            except (StorageFull, Transient) as error:
                log.warning("discord.waiting", seconds=wait, exc_info=error)
            else:
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
