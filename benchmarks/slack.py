"""The whole bot on Slack beside a bare AsyncApp of slack-bolt, processes of their own on fake Slacks.

*CPU an event*: 3,000 plain messages, 25 on their way at a time, until each is acknowledged; the bot and the bare app,
whose listener does nothing, take turns: three rounds each after one to warm up; the medians are compared. Once by
Socket Mode, once by HTTP, where both check signatures. The bare app once more, with a listener that asks detection
about the words, shows how near the bot could come while it reads every message. What an app costs by the second
without any events, its clocks and the pings of its connections, is told by itself, and not counted with the events.

*Acknowledgement*: 50 events a second for a minute, one in 250 a complaint; how long Slack waits until it is told that
an event has arrived, which is after what matters was stored.

*Reply*: 5 complaints a second for 20 seconds, in 20 channels, from when each was written to the bot's reply below it.
Slack takes one message a second in a channel, 50 conversations that are opened and 50 histories that are read in a
minute; the bot keeps to that, and at 5 a second everything waits in line. *Unpaced* is the same without a pace, in the
process of the server: what the program itself takes. At one complaint in 3 seconds nobody has to wait.

*Memory*: resident set of the bot's process after 10,000 events and after 110,000.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from adapters.common.pacing import OwnLine, Pace, Pacer
from adapters.slack.login import log_in
from adapters.slack.server import SlackServer, Socket
from adapters.slack.web import connected
from benchmarks.slack_town import SlackTown, app_beside
from benchmarks.stage import Stage, WallClock, percentile
from benchmarks.town import Client
from bot.app import App
from bot.composition.features import cogs
from bot.durable.database import Database
from bot.house import Adapter
from bot.language import Translations
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import Event

ROUNDS, FLOOD = 3, 3000
SETTLES, IDLE = 2.0, 5.0
A_SECOND, SECONDS, A_COMPLAINT = 50, 60, 250
REPLIES_SECONDS = 20
WARM, EVENTS, AT_A_TIME = 10_000, 100_000, 5_000
PATIENCE = 180.0
UNPACED = Pace(1e6, 1000)

Figures = dict[str, float]


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage.database.parent))


async def _measure(folder: Path) -> Figures:
    figures: Figures = {}
    with tempfile.TemporaryDirectory(dir=folder) as name:
        for number, part in enumerate(PARTS):
            place = Path(name) / str(number)
            place.mkdir()
            figures |= await part(place)
    return figures


@asynccontextmanager
async def _bot(folder: Path, way: str) -> AsyncIterator[tuple[SlackTown, Client]]:
    """The bot's process in a town of its own."""
    url = f"sqlite:///{folder}/{way}.db"
    async with FakeSlack() as fake:
        fake.limits.off()
        fake.settings.ack_seconds = 30.0
        town = SlackTown(fake)
        await town.set_up(url)
        async with app_beside(town, "bot", way, folder, DATABASE_URL=url) as client:
            yield town, client


@asynccontextmanager
async def _bare(folder: Path, way: str, *, assesses: bool = False) -> AsyncIterator[tuple[SlackTown, Client]]:
    async with FakeSlack() as fake:
        fake.settings.ack_seconds = 30.0
        town = SlackTown(fake)
        told = {"ASSESS": "1"} if assesses else {}
        async with app_beside(town, "benchmarks.bare_slack", way, folder, **told) as client:
            yield town, client


async def _cpu_by_socket(folder: Path) -> Figures:
    return await _cpu(folder, "socket")


async def _cpu_by_http(folder: Path) -> Figures:
    return await _cpu(folder, "http")


async def _cpu(folder: Path, way: str) -> Figures:
    async with (
        _bot(folder, way) as bot,
        _bare(folder, way) as bare,
        _bare(folder, way, assesses=True) as reader,
    ):
        idle = [await _idle(client) for _, client in (bot, bare, reader)]
        costs: list[list[float]] = [[], [], []]
        for _ in range(ROUNDS + 1):
            for (town, client), cost, each in zip((bot, bare, reader), costs, idle, strict=True):
                cost.append(await _cost(town, client, each))
    ours, theirs, reading = (median(cost[1:]) for cost in costs)
    return {
        f"CPU an event, bot, {way}, ms": ours,
        f"CPU an event, bare app, {way}, ms": theirs,
        f"CPU an event, bot to bare app, {way}": ours / theirs,
        f"CPU an event, bare app that assesses to bare app, {way}": reading / theirs,
        f"CPU an event, bot to bare app that assesses, {way}": ours / reading,
        f"CPU a second without events, bot, {way}, ms": 1000 * idle[0],
        f"CPU a second without events, bare app, {way}, ms": 1000 * idle[1],
    }


async def _idle(client: Client) -> float:
    """Seconds of processor time a second."""
    await asyncio.sleep(SETTLES)
    before = client.cpu
    await asyncio.sleep(IDLE)
    return (client.cpu - before) / IDLE


async def _cost(town: SlackTown, client: Client, idle: float) -> float:
    """Milliseconds of processor time an event."""
    before, began = client.cpu, perf_counter()
    await town.flood(FLOOD)
    used = client.cpu - before - idle * (perf_counter() - began)
    town.forget()
    return 1000 * used / FLOOD


async def _acks_by_socket(folder: Path) -> Figures:
    return await _acks(folder, "socket")


async def _acks_by_http(folder: Path) -> Figures:
    return await _acks(folder, "http")


async def _acks(folder: Path, way: str) -> Figures:
    async with _bot(folder, way) as (town, _):
        await town.flood(1000)
        town.forget()
        began = perf_counter()
        for number in range(A_SECOND * SECONDS):
            await asyncio.sleep(max(0.0, began + number / A_SECOND - perf_counter()))
            if number % A_COMPLAINT:
                town.talks()
            else:
                town.complains()
        await town.fake.delivered()
        took = [1000 * sent.took for sent in town.fake.delivery.attempts]
    name = f"acknowledgement at {A_SECOND} events/s, {way}"
    return {
        f"{name}, p50 ms": percentile(took, 0.5),
        f"{name}, p99 ms": percentile(took, 0.99),
        f"{name}, longest": max(took),
    }


async def _replies_paced(folder: Path) -> Figures:
    async with _bot(folder, "socket") as (town, bot):
        await town.flood(100)
        before = bot.cpu
        figures = await _replies(town, "5 complaints/s, at Slack's pace", 5.0)
        return figures | {"CPU a complaint, ms": 1000 * (bot.cpu - before) / (5 * REPLIES_SECONDS)}


async def _replies_slowly(folder: Path) -> Figures:
    async with _bot(folder, "socket") as (town, _):
        await town.flood(100)
        return await _replies(town, "1 complaint in 3 s, at Slack's pace", 1 / 3)


async def _replies_unpaced(folder: Path) -> Figures:
    async with _here(folder) as town:
        await town.flood(100)
        return await _replies(town, "5 complaints/s, unpaced", 5.0)


async def _replies(town: SlackTown, name: str, a_second: float) -> Figures:
    """From when a complaint should have been written, so that who falls behind is not flattered."""
    due: dict[str, float] = {}
    answered: dict[str, float] = {}

    def listen(event: Event) -> None:
        if event.data.get("user") == town.world.bot.id and event.data.get("thread_ts"):
            answered.setdefault(event.data["thread_ts"], perf_counter())

    town.world.listeners.append(listen)
    began = perf_counter()
    for number in range(int(REPLIES_SECONDS * a_second)):
        planned = began + number / a_second
        await asyncio.sleep(max(0.0, planned - perf_counter()))
        due[town.complains().ts] = planned
    until = perf_counter() + PATIENCE
    while due.keys() - answered.keys() and perf_counter() < until:  # noqa: ASYNC110  # a count, not an event
        await asyncio.sleep(0.05)
    town.world.listeners.remove(listen)
    waits = [1000 * (answered[each] - since) for each, since in due.items() if each in answered]
    return {
        f"{name}, p50 ms": percentile(waits, 0.5),
        f"{name}, p99 ms": percentile(waits, 0.99),
        f"{name}, answered of {len(due)}": len(waits),
    }


@asynccontextmanager
async def _here(folder: Path) -> AsyncIterator[SlackTown]:
    """The bot in this process, without a pace."""
    url, translations = f"sqlite:///{folder}/here.db", Translations.load()
    async with FakeSlack() as fake, AsyncExitStack() as stack:
        fake.limits.off()
        town = SlackTown(fake)
        await town.set_up(url)
        database = await stack.enter_async_context(Database.open(url))
        client = await stack.enter_async_context(connected(fake.bot_token, fake.api_url))
        server = SlackServer(
            client, await log_in(client), database, translations, Socket(fake.app_token), _unpaced
        )
        await server.load()
        adapters = {server.platform.name: Adapter(server.platform, server.directory)}
        app = await stack.enter_async_context(App(database, cogs(), translations, WallClock(), adapters))
        await stack.enter_async_context(server.serving(app))
        await fake.ready(2)
        yield town


def _unpaced(_what: str, _pace: Pace) -> Pacer:
    return Pacer(OwnLine(UNPACED), UNPACED)


async def _memory(folder: Path) -> Figures:
    async with _bot(folder, "socket") as (town, bot):
        await _flooded(town, WARM)
        warm = bot.resident
        await _flooded(town, EVENTS)
        full = bot.resident
    return {
        "memory after 10,000 events, MB": warm,
        "memory after 110,000 events, MB": full,
        "memory, growth, MB": full - warm,
    }


async def _flooded(town: SlackTown, number: int) -> None:
    for _ in range(number // AT_A_TIME):
        await town.flood(AT_A_TIME)
        town.forget()


PARTS: tuple[Callable[[Path], Any], ...] = (
    _cpu_by_socket,
    _cpu_by_http,
    _acks_by_socket,
    _acks_by_http,
    _replies_unpaced,
    _replies_slowly,
    _replies_paced,
    _memory,
)
