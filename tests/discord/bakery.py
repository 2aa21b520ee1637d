"""A server with its people, and the bot as a process of its own beside it, started from the environment alone."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import SystemClock
from bot.community import CommunitySettings, Mode, meet_community
from bot.detection import Sensitivity
from bot.durable.database import Database
from tests.fakes.discord.model import Guild
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.nursery import Born, nursery

COMPLAINT = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."
PATIENCE = 60.0


class Bakery:
    """`support` is watched, `off_topic` is not; Max is a member, Daria a moderator by her role, Elena the owner."""

    def __init__(self, fake: FakeDiscord, folder: Path) -> None:
        self.fake = fake
        self.folder = folder
        self.world = world = fake.world
        self.guild: Guild = world.add_guild("Bakery", owner="Elena")
        self.staff = world.add_role(self.guild, "Staff", Permission.MANAGE_MESSAGES)
        self.support = world.add_channel(self.guild, "support")
        self.off_topic = world.add_channel(self.guild, "off-topic")
        self.staff_room = world.add_channel(self.guild, "staff-room", only=self.staff)
        self.max = world.joins(self.guild, "Max")
        self.daria = world.joins(self.guild, "Daria", self.staff)

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder}/ombud.db"

    @property
    def key(self) -> str:
        return f"discord:{self.guild.id}"

    def settings(self, **changed: object) -> CommunitySettings:
        """Loud from the first minute, and without a pause for thought."""
        usual: dict[str, object] = {
            "mode": Mode.FULL,
            "sensitivity": Sensitivity.BALANCED,
            "watched": frozenset({str(self.support.id)}),
            "staff_room": str(self.staff_room.id),
            "moderators": frozenset({str(self.staff.id)}),
            "thought_seconds": 0,
            "thought_longest_seconds": 0,
            "acks_a_day_per_member": 5,
        }
        return CommunitySettings.model_validate(usual | changed)

    async def set_up(self, **changed: object) -> int:
        """As if the managers had been through the set-up already; the community's row."""
        async with Database.open(self.database) as database, database.transaction("test.meet") as tx:
            met = await meet_community(tx, self.key, "Bakery", self.settings(**changed), SystemClock())
        return met.id

    def environment(self, **settings: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        usual = {"DATABASE_URL": self.database, "PYTHONPATH": str(Path.cwd()), "LOG_LEVEL": "info"}
        return kept | usual | self.fake.environment | settings


class Process:
    """`python -m bot` while it runs, and what it has said so far."""

    def __init__(self, process: Born) -> None:
        self._process = process
        self.said: list[str] = []
        self.logged: list[str] = []
        self._readers = [
            asyncio.create_task(self._read(process.stdout, self.said)),
            asyncio.create_task(self._read(process.stderr, self.logged)),
        ]

    async def stop(self) -> int:
        """With Ctrl+C's polite sister; the exit status."""
        self._process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def kill(self) -> None:
        self._process.kill()
        await self.ended()

    async def ended(self) -> int:
        async with asyncio.timeout(PATIENCE):
            status = await self._process.wait()
        await asyncio.gather(*self._readers)
        return status

    @property
    def running(self) -> bool:
        return self._process.returncode is None

    def errors(self) -> list[str]:
        """The log lines of level error, and tracebacks."""
        return [line for line in self.logged if "[error" in line or "Traceback" in line]

    async def _read(self, stream: asyncio.StreamReader | None, lines: list[str]) -> None:
        assert stream is not None
        async for line in stream:
            lines.append(line.decode().rstrip())


@asynccontextmanager
async def started(
    bakery: Bakery, *arguments: str, ready: bool = True, **settings: str
) -> AsyncIterator[Process]:
    """The bot's process, connected if it is to be `ready`; killed at the end if it still runs."""
    bakery.folder.mkdir(exist_ok=True)
    before = len(bakery.fake.gateway.connected)
    process = Process(await nursery().bear(arguments, bakery.folder, bakery.environment(**settings)))
    try:
        if ready:
            await bakery.fake.ready(sessions=before + 1)
        yield process
    finally:
        if process.running:
            await process.kill()
        # Shown by pytest when the test fails.
        sys.stdout.write("\n".join((*process.said, *process.logged, "")))
