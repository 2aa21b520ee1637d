"""From the complaint as it is posted in the sandbox to the acknowledgement that stands under it: p50 and p99.

Complaints are posted in the sandbox for 15 seconds, each by another member: 5 a second by themselves, 5 a second
while 500 plain messages a second go through `App.receive`, and 20 a second among as many. A complaint's time begins
when it should have been posted, so that a program that falls behind is not flattered. The wait for the rest of a
thought is off (8 seconds by default). An acknowledgement that took longer than ten minutes would not be said at all.
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
from bot.app import App
from bot.composition.features import cogs
from bot.durable.database import Database
from bot.house import Adapter
from bot.language import Translations
from bot.vocabulary.people import Role

SECONDS = 15
RUNS = (("alone", 5, 0), ("among 500 plain/s", 5, 500), ("among 500 plain/s", 20, 500))
"""What is said of a run, complaints a second, plain messages a second."""
PATIENCE = 60.0


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    async with _sandbox(stage) as (app, world):
        for run, (name, a_second, among) in enumerate(RUNS):
            took = await _acknowledged(app, world, f"r{run}-", a_second, among)
            figures |= {
                f"{a_second}/s {name}, p50 ms": percentile(took, 0.5),
                f"{a_second}/s {name}, p99 ms": percentile(took, 0.99),
                f"{a_second}/s {name}, share acknowledged in a minute": len(took) / (SECONDS * a_second),
            }
    return figures


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
        for run, (_, a_second, _) in enumerate(RUNS):
            for number in range(SECONDS * a_second):
                name = f"r{run}-{number}"
                person = Person(name, f"Member {name}", Role.MEMBER, "en", "UTC")
                await rows.add_person(connection, person)
                tell(PersonChanged(person))


async def _acknowledged(app: App, world: World, run: str, a_second: int, among: int) -> list[float]:
    """Milliseconds from when each complaint should have been posted to the bot's reply."""
    due: dict[str, float] = {}
    answered: dict[str, float] = {}

    def listen(change: Change) -> None:
        if isinstance(change, MessageChanged) and change.fresh and change.message.author == BOT:
            reply = change.message.reply
            if reply is not None:
                answered.setdefault(reply.id, perf_counter())

    with world.listening(listen):
        noise = asyncio.create_task(_talk(app, among)) if among else None
        await _complain(world, run, a_second, due)
        deadline = perf_counter() + PATIENCE
        while not due.keys() <= answered.keys() and perf_counter() < deadline:  # noqa: ASYNC110  # a count, not an event
            await asyncio.sleep(0.05)
        if noise is not None:
            noise.cancel()
    return [1000 * (at - due[message]) for message, at in answered.items() if message in due]


async def _complain(world: World, run: str, a_second: int, due: dict[str, float]) -> None:
    began = perf_counter()
    tasks = []
    for number, text in enumerate(islice(complaints(), SECONDS * a_second)):
        planned = began + number / a_second
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
