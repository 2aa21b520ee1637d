"""1,000,000 timers: how long a start takes, a look when nothing is due, and 2,000 that are due at once.

The rows are due in a year, but for the 2,000. They run a handler that does nothing, in the transactions in which any
handler runs. The stall is the longest time that the loop did not come round while they were worked off (aim: below
50 ms).
"""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.stage import COMMUNITY, Stage, playing, watching_the_loop
from bot.catalogue.declare import due
from bot.context import Context

PENDING = 1_000_000
DUE = 2000


class Idle:
    """A feature that is called at a time, and does nothing."""

    name = "idle"

    def __init__(self) -> None:
        self.called = 0

    @due("idle.nothing")
    async def nothing(self, ctx: Context, subject: int) -> None:
        self.called += 1


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> dict[str, Any]:
    idle = Idle()
    async with playing(stage, idle):
        pass
    _fill(stage, "pending", PENDING, datetime.now(UTC) + timedelta(days=365))
    began = perf_counter()
    async with playing(stage, idle) as (app, _):
        started = perf_counter() - began
        looks = [await _timed(app.tick) for _ in range(50)]
        await asyncio.to_thread(_fill, stage, "nothing", DUE, datetime.now(UTC) - timedelta(seconds=1))
        async with watching_the_loop() as stall:
            began = perf_counter()
            while idle.called < DUE:
                await app.tick()
            worked = perf_counter() - began
    return {
        "start, ms": 1000 * started,
        "a look when nothing is due, ms": median(looks),
        "2,000 due at once, timers/s": DUE / worked,
        "longest stall of the loop, ms": stall[0],
    }


async def _timed(work: Callable[[], Any]) -> float:
    began = perf_counter()
    await work()
    return 1000 * (perf_counter() - began)


def _fill(stage: Stage, name: str, number: int, due_at: datetime) -> None:
    """Rows as the program writes them, in one statement."""
    with sqlite3.connect(stage.database) as file:
        (community,) = file.execute("SELECT id FROM communities WHERE key = ?", (COMMUNITY,)).fetchone()
        file.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO timers (community_id, name, subject, due_at, attempts, dead) "
            "SELECT ?, ?, i, ?, 0, 0 FROM n",
            (number, community, f"idle.{name}", due_at.strftime("%Y-%m-%d %H:%M:%S.%f")),
        )
    file.close()
