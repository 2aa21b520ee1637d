"""How often a platform may be asked, kept on our side: a turn is a moment on a line of moments.

Whoever wants one takes the next free moment and waits for it; a short burst may go at once. Where several processes
share a PostgreSQL database they take their moments from one row of it, as many at a time as are waiting, by the
database's own clock. No library does that (aiolimiter and pyrate-limiter count within one process), and in one process
it is the same three lines.
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Float, cast, extract, func, select, update

from adapters.common import tables
from bot.durable.database import Database
from bot.durable.once import insert_once


class Line(Protocol):
    """Where moments are taken from."""

    async def take(self, turns: int) -> float:
        """Seconds until the first of so many moments in a row; negative if they may go at once."""
        ...


@dataclass(frozen=True, slots=True)
class Pace:
    """Turns a second, and how many may be taken at once after a pause."""

    rate: float
    burst: int = 1

    def next_moments(self, free: float, now: float, turns: int) -> tuple[float, float]:
        """The first of these moments, and the next free one after them. All in seconds of one clock."""
        first = max(free, now - (self.burst - 1) / self.rate)
        return first, first + turns / self.rate


class OwnLine(Line):
    """For a process that shares the bot with nobody."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._free = 0.0

    async def take(self, turns: int) -> float:
        now = time.monotonic()
        first, self._free = self._pace.next_moments(self._free, now, turns)
        return first - now


IDLE = 3600.0
"""Seconds after which the row of a line says nothing any more. None takes longer to be free again."""


class SharedLine(Line):
    """For processes with one database; `bot` and `what` name the row, times are the database's.

    Whoever makes a new row takes away those that nobody has used for an hour: there is one for each channel.
    """

    def __init__(self, database: Database, bot: str, what: str, pace: Pace) -> None:
        self._database = database
        self._row = {"bot": bot, "what": what}
        self._pace = pace

    async def take(self, turns: int) -> float:
        now = cast(extract("epoch", func.clock_timestamp()), Float)
        row = tables.pace.c
        here = (row.bot == self._row["bot"]) & (row.what == self._row["what"])
        async with self._database.transaction("pace.take") as tx:
            is_new = await insert_once(tx, tables.pace, self._row | {"free_at": 0.0})
            free = await tx.scalar(select(row.free_at).where(here).with_for_update())
            told = float((await tx.execute(select(now))).scalar_one())
            if is_new:
                idle = (row.bot == self._row["bot"]) & (row.free_at < told - IDLE) & ~here
                # What another process is about to use is left to it.
                old = select(row.what).where(idle).with_for_update(skip_locked=True)
                await tx.execute(tables.pace.delete().where(row.bot == self._row["bot"], row.what.in_(old)))
            first, after = self._pace.next_moments(float(free or 0.0), told, turns)
            await tx.execute(update(tables.pace).where(here).values(free_at=after))
        return first - told


class Pacer:
    """Gives turns in the order in which they were asked for."""

    def __init__(self, line: Line, pace: Pace) -> None:
        self._line = line
        self._pace = pace
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
            turns = min(max(1, self._waiting), self._pace.burst)
            wait = await self._line.take(turns)
            # The clock is read after the answer: a slow one may make us late, and never early.
            first = time.monotonic() + wait
            self._ready = [first + number / self._pace.rate for number in range(turns)]
        return self._ready.pop(0)


def pacer_for(database: Database, bot: str, what: str, pace: Pace) -> Pacer:
    """One process alone works on an SQLite file; on PostgreSQL there may be others of the same bot."""
    alone = database.dialect == "sqlite"
    return Pacer(OwnLine(pace) if alone else SharedLine(database, bot, what, pace), pace)
