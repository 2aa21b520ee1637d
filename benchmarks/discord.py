"""The whole bot on Discord beside a bare client of discord.py, both processes of their own on a fake Discord.

*Plain messages*: 10,000 are written while the gateway is dammed, and then go out as fast as the socket takes them; the
clock runs from there until the client has looked at the last. Bot and bare client take turns, three rounds each, after
one to warm up; the ratio is that of the medians. `a CPU second` divides by the processor time that the client used,
which what else runs on the machine disturbs less.

*Complaints*: 20 a second for ten seconds, each by another member, in 100 channels, among 500 plain messages a second.
A complaint's time begins when it should have been written, so that a program that falls behind is not flattered, and
ends when the server has the reply. The bare client only replies. The wait for the rest of a thought is off (8 seconds
by default), and the caps on acknowledgements are raised. Discord's limits are in force.

*Requests a complaint*: five complaints, one after the other, each until the bot has said all that it says.

*Ready*: from the gateway's READY until a message that was written right after it has been looked at.
"""

import asyncio
import tempfile
import time
from collections import Counter
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
SECONDS = 10
COMPLAINTS_A_SECOND = 20
PLAIN_A_SECOND = 500
PATIENCE = 30.0
ONE_BY_ONE = 5
QUIET = 1.5
"""Seconds without a request after which nothing more is said."""

Figures = dict[str, float]


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> Figures:
    figures: Figures = {}
    async with FakeDiscord() as fake, FakeDiscord() as other:
        town, village = Town(fake), Town(other)
        await town.set_up(stage.url)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            async with bot_client(fake, folder, stage.url) as bot, bare_client(other, folder) as bare:
                figures |= await _ready(town, bot, village, bare)
                figures |= await _plain(town, bot, village, bare)
                figures |= await _requests(town)
                figures |= await _complaints("bot", town)
                figures |= await _complaints("bare client", village)
    return figures


async def _ready(town: Town, bot: BotClient, village: Town, bare: BareClient) -> Figures:
    await town.fake.ready()
    began = time.monotonic() - perf_counter()
    identified = town.fake.gateway.identifies[-1][0] - began
    town.talks()
    ready = await bot.heard(1) - identified
    bare_ready = await bare.told() - (village.fake.gateway.identifies[-1][0] - began)
    return {
        "READY to serving, ms": 1000 * ready,
        "READY to on_ready of the bare client, ms": 1000 * bare_ready,
    }


async def _plain(town: Town, bot: BotClient, village: Town, bare: BareClient) -> Figures:
    before, bare_before, heard = bot.resident, bare.resident, await bot.looked_at()
    rates: dict[str, list[tuple[float, float]]] = {"bot": [], "bare": []}
    for number in range(ROUNDS + 1):
        cpu, began = bot.cpu, await town.flood()
        done = await bot.heard(heard + (number + 1) * FLOOD)
        rates["bot"].append((FLOOD / (done - began), FLOOD / (bot.cpu - cpu)))
        cpu, began = bare.cpu, await village.flood()
        done = await bare.told()
        rates["bare"].append((FLOOD / (done - began), FLOOD / (bare.cpu - cpu)))
    (mine, mine_cpu), (theirs, theirs_cpu) = (_medians(rates[who][1:]) for who in ("bot", "bare"))
    return {
        "plain, bot, messages/s": mine,
        "plain, bare client, messages/s": theirs,
        "plain, bot to bare client": mine / theirs,
        "plain, bot to bare client by CPU": mine_cpu / theirs_cpu,
        "memory when ready, MB": before,
        "memory with 2,000 members heard, MB": bot.resident,
        "memory of the bare client when ready, MB": bare_before,
        "memory of the bare client after the same, MB": bare.resident,
    }


def _medians(rates: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _ in rates), median(cpu for _, cpu in rates)


async def _requests(town: Town) -> Figures:
    """What one complaint costs, by route."""
    before = len(town.fake.requests)
    for number, text in enumerate(islice(complaints(seed=3), ONE_BY_ONE)):
        town.complains(-1 - number, text)
        await _quiet(town)
    routes = Counter(request.route for request in town.fake.requests[before:])
    total = sum(routes.values()) / ONE_BY_ONE
    return {"requests a complaint": total} | {
        f"requests a complaint, {route}": count / ONE_BY_ONE for route, count in routes.most_common()
    }


async def _quiet(town: Town) -> None:
    since, count = perf_counter(), len(town.fake.requests)
    while perf_counter() - since < QUIET:
        await asyncio.sleep(0.05)
        if len(town.fake.requests) != count:
            since, count = perf_counter(), len(town.fake.requests)


async def _complaints(who: str, town: Town) -> Figures:
    due: dict[str, float] = {}
    answered: dict[str, float] = {}
    bot = str(town.world.bot.id)

    def listen(event: Event) -> None:
        if event.name == "MESSAGE_CREATE" and event.data["author"]["id"] == bot:
            reference = event.data.get("message_reference") or {}
            answered.setdefault(reference.get("message_id", ""), perf_counter())

    town.world.listeners.append(listen)
    await _write(town, due)
    deadline = perf_counter() + PATIENCE
    while not due.keys() <= answered.keys() and perf_counter() < deadline:
        await asyncio.sleep(0.05)
    town.world.listeners.remove(listen)
    waits = [1000 * (answered[message] - since) for message, since in due.items() if message in answered]
    return {
        f"complaints, {who}, p50 ms": percentile(waits, 0.5),
        f"complaints, {who}, p99 ms": percentile(waits, 0.99),
        f"complaints, {who}, answered of {len(due)}": len(waits),
    }


async def _write(town: Town, due: dict[str, float]) -> None:
    """Complaints and plain messages at an even pace; whoever falls behind catches up."""
    texts = list(islice(complaints(), SECONDS * COMPLAINTS_A_SECOND))
    every = PLAIN_A_SECOND // COMPLAINTS_A_SECOND
    began = perf_counter()
    for number in range(SECONDS * PLAIN_A_SECOND):
        planned = began + number / PLAIN_A_SECOND
        await asyncio.sleep(max(0.0, planned - perf_counter()))
        town.talks()
        if number % every == 0:
            message = town.complains(number // every, texts[number // every])
            due[str(message.id)] = planned
