"""The whole bot on Discord beside a bare client of discord.py, both processes of their own on a fake Discord.

*Plain messages*: 5,000 are written while the gateway is dammed, and then go out as fast as the socket takes them; the
clock runs from there until the client has looked at the last. The bot, the bare client with an `on_message` that only
counts, and one that asks detection about the words take turns, three rounds each after one to warm up; the medians are
compared. `by CPU` compares the processor time that the clients used, which what else runs on the machine disturbs
less. The bare client that assesses shows how near the bot could come while it reads every message.

*Complaints*: for eight seconds, each by another member, in 100 channels, among 500 plain messages a second. A
complaint's time begins when it should have been written, so that a program that falls behind is not flattered, and
ends when the server has the reply. The bare client only replies. The wait for the rest of a thought is off (8 seconds
by default), and the caps on acknowledgements are raised. Discord's limits are in force, and so is the bot's own pace of
40 requests a second: at 20 complaints a second it is asked for four times as much, so acknowledgements wait in line. At
4 a second they need not.

*Requests a complaint*: five complaints, one after the other, each until the bot has said all that it says. Their
processor time is that of the whole process.

*Ready*: from IDENTIFY until a message that was written right after READY has been looked at.
"""

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.stage import Stage, percentile
from benchmarks.talk import complaints
from benchmarks.town import FLOOD, BareClient, BotClient, Client, Town, bare_client, bot_client
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.state import Event

ROUNDS = 3
SECONDS = 8
PLAIN_A_SECOND = 500
PATIENCE = 30.0
ONE_BY_ONE = 5
QUIET = 1.5
"""Seconds without a request after which nothing more is said."""

Figures = dict[str, float]


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> Figures:
    async with FakeDiscord() as one, FakeDiscord() as two, FakeDiscord() as three:
        town, village, school = Town(one), Town(two), Town(three)
        await town.set_up(stage.url)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            async with bot_client(one, folder, stage.url) as bot, bare_client(two, folder) as bare:
                figures = await _ready(town, bot, village, bare)
                async with bare_client(three, folder, assesses=True) as reader:
                    await reader.told()
                    figures |= await _plain((town, bot), (village, bare), (school, reader))
                figures |= await _requests(town, bot)
                figures |= await _complaints("bot", town, 4)
                figures |= await _complaints("bot", town, 20)
                figures |= await _complaints("bare client", village, 20)
    return figures


async def _ready(town: Town, bot: BotClient, village: Town, bare: BareClient) -> Figures:
    await town.fake.ready()
    town.talks()
    serving = await bot.heard(1) - _identified(town)
    bare_ready = await bare.told() - _identified(village)
    return {"READY to serving, ms": 1000 * serving, "READY to on_ready, bare client, ms": 1000 * bare_ready}


def _identified(town: Town) -> float:
    """On the clock of `perf_counter`."""
    return town.fake.gateway.identifies[-1][0] - time.monotonic() + perf_counter()


async def _plain(
    ours: tuple[Town, BotClient], bare: tuple[Town, BareClient], reader: tuple[Town, BareClient]
) -> Figures:
    (town, bot), heard = ours, await ours[1].looked_at()
    before, rates = bot.resident, dict[str, list[tuple[float, float]]](bot=[], bare=[], reader=[])
    for number in range(ROUNDS + 1):
        so_far = heard + (number + 1) * FLOOD
        rates["bot"].append(await _rate(town, bot, partial(bot.heard, so_far)))
        rates["bare"].append(await _rate(*bare, bare[1].told))
        rates["reader"].append(await _rate(*reader, reader[1].told))
    mine, theirs, readers = (_medians(each[1:]) for each in rates.values())
    return {
        "plain, bot, messages/s": mine[0],
        "plain, bare client, messages/s": theirs[0],
        "plain, bot to bare client": mine[0] / theirs[0],
        "plain, bot to bare client, by CPU": mine[1] / theirs[1],
        "plain, bare client that assesses to bare client, by CPU": readers[1] / theirs[1],
        "plain, bot to bare client that assesses, by CPU": mine[1] / readers[1],
        "memory when ready, MB": before,
        "memory with 2,000 members heard, MB": bot.resident,
        "memory after the same, bare client, MB": bare[1].resident,
    }


async def _rate(town: Town, client: Client, done: Callable[[], Awaitable[float]]) -> tuple[float, float]:
    """Messages a second, and a second of processor time."""
    cpu, began = client.cpu, await town.flood()
    seconds = await done() - began
    return FLOOD / seconds, FLOOD / (client.cpu - cpu)


def _medians(rates: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _ in rates), median(cpu for _, cpu in rates)


async def _requests(town: Town, bot: BotClient) -> Figures:
    """What one complaint costs, by route."""
    before, cpu = len(town.fake.requests), bot.cpu
    for text in islice(complaints(seed=3), ONE_BY_ONE):
        asked = len(town.fake.requests)
        town.complains(text)
        await _until(partial(_asks, town, asked))
        await _quiet(town)
    routes = Counter(request.route for request in town.fake.requests[before:])
    named = {f"requests a complaint, {route}": n / ONE_BY_ONE for route, n in routes.most_common()}
    total = sum(routes.values()) / ONE_BY_ONE
    return {"CPU a complaint, ms": 1000 * (bot.cpu - cpu) / ONE_BY_ONE, "requests a complaint": total} | named


def _asks(town: Town, since: int) -> bool:
    return len(town.fake.requests) > since


async def _quiet(town: Town) -> None:
    since, count = perf_counter(), len(town.fake.requests)
    while perf_counter() - since < QUIET:
        await asyncio.sleep(0.05)
        if len(town.fake.requests) != count:
            since, count = perf_counter(), len(town.fake.requests)


async def _until(done: Callable[[], bool]) -> None:
    deadline = perf_counter() + PATIENCE
    while not done() and perf_counter() < deadline:  # noqa: ASYNC110  # a count, not an event
        await asyncio.sleep(0.05)


async def _complaints(who: str, town: Town, a_second: int) -> Figures:
    due: dict[str, float] = {}
    answered: dict[str, float] = {}
    bot = str(town.world.bot.id)

    def listen(event: Event) -> None:
        if event.name == "MESSAGE_CREATE" and event.data["author"]["id"] == bot:
            reference = event.data.get("message_reference") or {}
            answered.setdefault(reference.get("message_id", ""), perf_counter())

    town.world.listeners.append(listen)
    await _write(town, a_second, due)
    await _until(lambda: due.keys() <= answered.keys())
    town.world.listeners.remove(listen)
    waits = [1000 * (answered[message] - since) for message, since in due.items() if message in answered]
    name = f"{a_second} complaints/s, {who}"
    return {
        f"{name}, p50 ms": percentile(waits, 0.5),
        f"{name}, p99 ms": percentile(waits, 0.99),
        f"{name}, answered of {len(due)}": len(waits),
    }


async def _write(town: Town, a_second: int, due: dict[str, float]) -> None:
    """Complaints and plain messages at an even pace; whoever falls behind catches up."""
    texts, every = complaints(), PLAIN_A_SECOND // a_second
    began = perf_counter()
    for number in range(SECONDS * PLAIN_A_SECOND):
        planned = began + number / PLAIN_A_SECOND
        await asyncio.sleep(max(0.0, planned - perf_counter()))
        town.talks()
        if number % every == 0:
            due[str(town.complains(next(texts)).id)] = planned
