"""At most 40 requests a second for the whole bot: discord.py has no limit of its own, and Discord's is 50.

A turn is a moment on a line of moments 25 ms apart. Whoever wants one takes the next free moment and waits for it; a
short burst may go at once. Where several processes share a PostgreSQL database they take their moments from one row
of it, as many at a time as are waiting, by the database's own clock. No library does that (aiolimiter and
pyrate-limiter count within one process), and in one process it is the same three lines.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Protocol

import aiohttp
from sqlalchemy import Float, cast, extract, func, select, update

from adapters.discord.tables import pace
from bot.durable.database import Database
from bot.durable.once import insert_once

RATE = 40.0
"""Turns a second."""

BURST = 8
"""Turns that may be taken at once after a pause: together with a second's turns they stay below 50."""

HELD = frozenset({"interactions", "webhooks"})
"""Answers to people who wait; Discord does not count them into the limit."""


class Line(Protocol):
    """Where moments are taken from."""

    async def take(self, turns: int) -> float:
        """Seconds until the first of so many moments in a row; negative if they may go at once."""
        ...


def next_moments(free: float, now: float, turns: int, rate: float, burst: int) -> tuple[float, float]:
    """The first of these moments, and the next free one after them. All in seconds of one clock."""
    first = max(free, now - (burst - 1) / rate)
    return first, first + turns / rate


class OwnLine(Line):
    """For a process that shares the bot with nobody."""

    def __init__(self, rate: float = RATE, burst: int = BURST) -> None:
        self._rate = rate
        self._burst = burst
        self._free = 0.0

    async def take(self, turns: int) -> float:
        now = time.monotonic()
        first, self._free = next_moments(self._free, now, turns, self._rate, self._burst)
        return first - now


class SharedLine(Line):
    """For processes with one database; `bot` and `what` name the row, times are the database's."""

    def __init__(
        self, database: Database, bot: str, what: str = "requests", rate: float = RATE, burst: int = BURST
    ) -> None:
        self._database = database
        self._row = {"bot": bot, "what": what}
        self._rate = rate
        self._burst = burst

    async def take(self, turns: int) -> float:
        now = cast(extract("epoch", func.clock_timestamp()), Float)
        here = (pace.c.bot == self._row["bot"]) & (pace.c.what == self._row["what"])
        async with self._database.transaction("discord.pace") as tx:
            await insert_once(tx, pace, self._row | {"free_at": 0.0})
            free = await tx.scalar(select(pace.c.free_at).where(here).with_for_update())
            told = float((await tx.execute(select(now))).scalar_one())
            first, after = next_moments(float(free or 0.0), told, turns, self._rate, self._burst)
            await tx.execute(update(pace).where(here).values(free_at=after))
        return first - told


class Pacer:
    """Gives turns in the order in which they were asked for."""

    def __init__(self, line: Line, rate: float = RATE) -> None:
        self._line = line
        self._rate = rate
        self._waiting = 0
        self._ready: list[float] = []
        self._door = asyncio.Lock()

    async def turn(self) -> None:
        """Return when one request may go."""
        self._waiting += 1
        try:
            async with self._door:
                moment = await self._moment()
        finally:
            self._waiting -= 1
        await asyncio.sleep(max(0.0, moment - time.monotonic()))

    async def _moment(self) -> float:
        if not self._ready:
            turns = min(max(1, self._waiting), BURST)
            first = time.monotonic() + await self._line.take(turns)
            self._ready = [first + number / self._rate for number in range(turns)]
        return self._ready.pop(0)


def line_for(database: Database, bot: str) -> Line:
    """One process alone works on an SQLite file; on PostgreSQL there may be others of the same bot."""
    return OwnLine() if database.dialect == "sqlite" else SharedLine(database, bot)


class Unheard(aiohttp.ClientError):
    """Discord may have made a thread, and failed to say so."""


def trace_of(pacer: Pacer) -> aiohttp.TraceConfig:
    """For `discord.Client(http_trace=...)`: every request of the client waits here for its turn, retries too.

    A thread that was asked for and answered with an error may be there all the same. discord.py would ask again at
    once, and make a second one, so it is stopped: the relay's next attempt looks for the thread by its name.
    """
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_waits(pacer))
    trace.on_request_end.append(_stop_after_a_thread)
    return trace


def _waits(
    pacer: Pacer,
) -> Callable[[aiohttp.ClientSession, SimpleNamespace, aiohttp.TraceRequestStartParams], Awaitable[None]]:
    async def wait(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, request: aiohttp.TraceRequestStartParams
    ) -> None:
        if HELD.isdisjoint(request.url.parts):
            await pacer.turn()

    return wait


async def _stop_after_a_thread(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, request: aiohttp.TraceRequestEndParams
) -> None:
    if request.method == "POST" and request.url.name == "threads" and request.response.status >= 500:
        request.response.close()
        raise Unheard
