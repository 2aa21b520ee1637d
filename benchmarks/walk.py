"""From the complaint as it is posted in the sandbox to the acknowledgement that stands under it: p50 and p99.

20 complaints a second are posted in the sandbox for 15 seconds, each by another member, while 500 plain messages a
second go through `App.receive`. A complaint's time begins when it should have been posted, so that a program that
falls behind is not flattered. The wait for the rest of a thought is off (8 seconds by default). `alone` is the same
without the plain messages.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from adapters.sandbox import deeds, rows
from adapters.sandbox.directory import SandboxDirectory
from adapters.sandbox.guard import Guard
from adapters.sandbox.inbound import Inbound
from adapters.sandbox.model import COMMUNITY as SANDBOX
from adapters.sandbox.model import (
    Change,
    Channel,
    ChannelChanged,
    Kind,
    MessageChanged,
    Person,
    PersonChanged,
)
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.seeds import BOT
from adapters.sandbox.world import World
from benchmarks.stage import CHANNELS, Stage, WallClock, percentile, posted, settings
from benchmarks.talk import complaints, plain
from bot.__main__ import cogs
from bot.app import App
from bot.durable.database import Database
from bot.house import Adapter
from bot.language import Translations
from bot.vocabulary.people import Role

SECONDS = 15
COMPLAINTS_A_SECOND = 20
PLAIN_A_SECOND = 500
PATIENCE = 60.0


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> dict[str, Any]:
    async with _sandbox(stage) as (app, world):
        alone = await _acknowledged(app, world, "a", among=0)
        among = await _acknowledged(app, world, "b", among=PLAIN_A_SECOND)
    return {
        "alone, p50 ms": percentile(alone, 0.5),
        "alone, p99 ms": percentile(alone, 0.99),
        "among 500 plain/s, p50 ms": percentile(among, 0.5),
        "among 500 plain/s, p99 ms": percentile(among, 0.99),
        "acknowledged": len(among),
        "of": SECONDS * COMPLAINTS_A_SECOND,
    }


@asynccontextmanager
async def _sandbox(stage: Stage) -> AsyncIterator[tuple[App, World]]:
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(stage.url) as database, World.open(Path(folder) / "world.db") as world:
            await _populate(world)
            ids: dict[str, int] = {}
            platform = SandboxPlatform(world, ids.__getitem__)
            adapters = {platform.name: Adapter(platform, SandboxDirectory(world))}
            app = App(database, cogs(), Translations.load(), WallClock(), adapters)
            ids[SANDBOX] = (await app.welcome(SANDBOX, "Bench", settings())).id
            async with app, Inbound(world, app, Guard()).running():
                yield app, world


async def _populate(world: World) -> None:
    """The channels of the benchmark, and a member for each complaint."""
    async with world.writing() as (connection, tell):
        for name in CHANNELS:
            channel = Channel(name, Kind.PUBLIC, name)
            await rows.add_channel(connection, channel)
            tell(ChannelChanged(channel))
        for run in "ab":
            for number in range(SECONDS * COMPLAINTS_A_SECOND):
                person = Person(f"{run}{number}", f"Member {run}{number}", Role.MEMBER, "en", "UTC")
                await rows.add_person(connection, person)
                tell(PersonChanged(person))


async def _acknowledged(app: App, world: World, run: str, *, among: int) -> list[float]:
    """Milliseconds from when each complaint should have been posted to the bot's reply."""
    due: dict[str, float] = {}
    answered: dict[str, float] = {}

    def listen(change: Change) -> None:
        if isinstance(change, MessageChanged) and change.fresh and change.message.author == BOT:
            reply = change.message.reply
            answered.setdefault(reply.id if reply else "", perf_counter())

    with world.listening(listen):
        noise = asyncio.create_task(_talk(app, among)) if among else None
        await _complain(world, run, due)
        deadline = perf_counter() + PATIENCE
        while len(answered) < len(due) and perf_counter() < deadline:  # noqa: ASYNC110  # a count, not an event
            await asyncio.sleep(0.05)
        if noise is not None:
            noise.cancel()
    return [1000 * (at - due[message]) for message, at in answered.items() if message in due]


async def _complain(world: World, run: str, due: dict[str, float]) -> None:
    began = perf_counter()
    tasks = []
    for number, text in enumerate(islice(complaints(), SECONDS * COMPLAINTS_A_SECOND)):
        planned = began + number / COMPLAINTS_A_SECOND
        await asyncio.sleep(max(0.0, planned - perf_counter()))
        tasks.append(asyncio.create_task(_post(world, f"{run}{number}", number, text, planned, due)))
    await asyncio.gather(*tasks)


async def _post(
    world: World, author: str, number: int, text: str, planned: float, due: dict[str, float]
) -> None:
    channel = CHANNELS[number % len(CHANNELS)]
    message = await deeds.post(world, world.people[author], channel, text)
    due[message.id] = planned


async def _talk(app: App, a_second: int) -> None:
    """Plain messages at an even pace; whoever falls behind catches up."""
    began = perf_counter()
    for number, text in enumerate(plain()):
        wait = began + number / a_second - perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        await app.receive(posted(number, text))
