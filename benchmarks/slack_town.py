"""A workspace on a fake Slack, and the processes beside it: the bot as anybody starts it, and the bare app.

The server runs in the process of the benchmark, the apps in their own: what the server costs is not theirs.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from time import perf_counter

import yaml

from adapters.slack.communities import DOORS
from adapters.slack.http import PATH
from benchmarks.stage import WallClock, settings
from benchmarks.talk import complaints, plain
from benchmarks.town import Client, free_port
from bot.community import CommunitySettings, meet_community
from bot.durable.database import Database
from tests.fakes.slack.model import Message
from tests.fakes.slack.server import FakeSlack

MANIFEST = Path("slack-manifest.yaml")
CHANNELS, MEMBERS, COMPLAINERS = 20, 500, 400
PATIENCE = 60.0
AT_ONCE = 25
"""Events that are on their way together while a flood is sent."""


class SlackTown:
    """20 watched channels, 500 members who talk, 400 who complain, and a staff room."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.world = world = fake.world
        fake.delivery.events = frozenset()
        moderator = world.add_user("Moderator")
        self.members = [world.add_user(f"Member {number}") for number in range(MEMBERS)]
        self.complainers = [world.add_user(f"Complainer {number}") for number in range(COMPLAINERS)]
        everybody = (*self.members, *self.complainers)
        self.channels = [world.add_channel(f"channel-{number}", *everybody) for number in range(CHANNELS)]
        self.staff_room = world.add_channel("staff-room", moderator, private=True)
        fake.install(yaml.safe_load(MANIFEST.read_text("utf-8")))
        self._talk, self._complaints = plain(), complaints()
        self._said, self._complained = count(), count()

    @property
    def seeds(self) -> CommunitySettings:
        """Every channel watched, and no wait for the rest of a thought."""
        watched = frozenset(channel.id for channel in self.channels)
        changed = {"watched": watched, "staff_room": self.staff_room.id, "doors": DOORS}
        return settings().model_copy(update=changed)

    async def set_up(self, url: str) -> None:
        async with Database.open(url) as database, database.transaction("bench.meet") as tx:
            await meet_community(tx, f"slack:{self.world.team}", "Town", self.seeds, WallClock())

    def talks(self) -> Message:
        """A plain message, by members and in channels in turn."""
        number = next(self._said)
        place = self.channels[number % CHANNELS]
        return self.world.posts(self.members[number % MEMBERS], place, next(self._talk))

    def complains(self) -> Message:
        """A complaint, each by another member and in the next channel."""
        number = next(self._complained)
        place = self.channels[number % CHANNELS]
        return self.world.posts(self.complainers[number], place, next(self._complaints))

    async def flood(self, number: int) -> None:
        """So many plain messages, until each is acknowledged."""
        for _ in range(number // AT_ONCE):
            for _ in range(AT_ONCE):
                self.talks()
            while not self.fake.delivery.idle:  # noqa: ASYNC110  # the server has no event for it
                await asyncio.sleep(0.001)

    def forget(self) -> None:
        """What was said, so that the server's memory has an end."""
        for channel in self.channels:
            channel.messages.clear()
        self.fake.delivery.attempts.clear()


@asynccontextmanager
async def app_beside(
    town: SlackTown, module: str, way: str, folder: Path, **environment: str
) -> AsyncIterator[Client]:
    """`python -m bot`, or the bare app, and Slack can reach it."""
    fake, port = town.fake, free_port()
    told = fake.environment | {"SLACK_MODE": way, "SLACK_HTTP_PORT": str(port), "LOG_LEVEL": "error"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd())} | told | environment,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        if way == "http":
            await _listens(port)
            fake.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        else:
            await fake.ready(1, PATIENCE)
        yield Client(process)
    finally:
        process.kill()
        await process.wait()


async def _listens(port: int) -> None:
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        with contextlib.suppress(ConnectionRefusedError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.05)
    raise TimeoutError(f"nobody listens on {port}")
