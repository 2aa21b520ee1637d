"""A town on a fake Discord, and the processes that live in it: the bot as anybody starts it, and the bare client.

The server runs in the process of the benchmark, the clients in their own: what the server costs is not theirs.
"""

import asyncio
import os
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter

import aiohttp

from benchmarks.bare import COMPLAINER
from benchmarks.stage import MEMBERS, WallClock, settings
from benchmarks.talk import plain
from bot.community import meet_community
from bot.durable.database import Database
from tests.fakes.discord.model import EPOCH_MS, Message, Snowflakes
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.server import FakeDiscord

CHANNELS = 100
BUSY = 20
"""Channels in which the plain messages are written; complaints are written in all of them."""

COMPLAINERS = 400
FLOOD = 5_000
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE") / 1e6
PATIENCE = 60.0


class Crowded(Snowflakes):
    """As many ids in a millisecond as are made in it: those of a flood must not run ahead of the clock."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._id = after

    def next(self) -> int:
        self._id = max((time.time_ns() // 1_000_000 - EPOCH_MS) << 22, self._id + 1)
        return self._id


class Town:
    """100 watched channels, 2,000 members who talk, 400 who complain, and a staff room."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake = fake
        self.world = world = fake.world
        self.guild = world.add_guild("Town")
        staff = world.add_role(self.guild, "Staff", Permission.MANAGE_MESSAGES)
        self.channels = [world.add_channel(self.guild, f"channel-{n}") for n in range(CHANNELS)]
        self.staff_room = world.add_channel(self.guild, "staff-room", only=staff)
        self.members = [world.joins(self.guild, f"Member {n}") for n in range(MEMBERS)]
        self.complainers = [world.joins(self.guild, f"{COMPLAINER} {n}") for n in range(COMPLAINERS)]
        world.snowflakes = Crowded(world.snowflakes.next())
        self._talk = plain()
        self._said = 0
        self._complained = 0

    async def set_up(self, url: str) -> None:
        """Every channel watched, and no wait for the rest of a thought."""
        watched = frozenset(str(channel.id) for channel in self.channels)
        seeds = settings().model_copy(update={"watched": watched, "staff_room": str(self.staff_room.id)})
        async with Database.open(url) as database, database.transaction("bench.meet") as tx:
            await meet_community(tx, f"discord:{self.guild.id}", "Town", seeds, WallClock())

    def talks(self, count: int = 1) -> None:
        """Plain messages, by members and in channels in turn."""
        for text in islice(self._talk, count):
            number, self._said = self._said, self._said + 1
            self.world.posts(self.members[number % MEMBERS], self.channels[number % BUSY], text)

    def complains(self, text: str) -> Message:
        """A complaint, each by another member and in the next channel."""
        number, self._complained = self._complained, self._complained + 1
        return self.world.posts(self.complainers[number], self.channels[number % CHANNELS], text)

    async def flood(self) -> float:
        """As many as `FLOOD` plain messages at once; the moment from which they go out."""
        async with self.fake.gateway.dammed():
            self.talks(FLOOD)
        return perf_counter()


class Client:
    """A client's process."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def resident(self) -> float:
        """Memory, MB."""
        return int(Path(f"/proc/{self._process.pid}/statm").read_text("ascii").split()[1]) * PAGE


class BareClient(Client):
    """`benchmarks.bare`."""

    async def told(self) -> float:
        """The next moment it prints."""
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            return float(await self._process.stdout.readline())


class BotClient(Client):
    """`python -m bot`; what it has heard so far is asked for at its door for Prometheus."""

    def __init__(self, process: Process, port: int, http: aiohttp.ClientSession) -> None:
        super().__init__(process)
        self._url = f"http://127.0.0.1:{port}/metrics"
        self._http = http

    async def heard(self, count: int) -> float:
        """The moment when so many messages had been looked at, give or take a hundredth of a second."""
        async with asyncio.timeout(PATIENCE):
            while await self.looked_at() < count:  # noqa: ASYNC110  # another process counts
                await asyncio.sleep(0.01)
        return perf_counter()

    async def looked_at(self) -> int:
        try:
            async with self._http.get(self._url) as answer:
                text = await answer.text()
        except aiohttp.ClientConnectionError:
            return 0
        found = (line for line in text.splitlines() if line.startswith("ombud_messages_received_total "))
        return int(float(next(found).split()[1]))


@asynccontextmanager
async def bare_client(
    fake: FakeDiscord, folder: Path, *, assesses: bool = False
) -> AsyncIterator[BareClient]:
    environment = fake.environment | {"FLOOD": str(FLOOD)} | ({"ASSESS": "1"} if assesses else {})
    async with _started("benchmarks.bare", folder, environment) as process:
        yield BareClient(process)


@asynccontextmanager
async def bot_client(fake: FakeDiscord, folder: Path, url: str) -> AsyncIterator[BotClient]:
    port = free_port()
    environment = fake.environment | {"DATABASE_URL": url, "HEALTH_PORT": str(port), "LOG_LEVEL": "error"}
    async with _started("bot", folder, environment) as process, aiohttp.ClientSession() as http:
        yield BotClient(process, port, http)


@asynccontextmanager
async def _started(module: str, folder: Path, environment: dict[str, str]) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd())} | environment,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        await process.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
