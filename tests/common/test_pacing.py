"""A pace: never more than a platform takes, whoever asks, in however many processes."""

import asyncio
import time

import pytest
from sqlalchemy import select, update

from adapters.common.pacing import IDLE, OwnLine, Pace, Pacer, SharedLine, pacer_for
from adapters.common.tables import pace
from bot.durable.database import Database

PACE = Pace(rate=40.0, burst=8)


def never_ahead(moments: list[float], began: float, pace: Pace = PACE) -> bool:
    """Whether each came when its turn was or after it: a machine that is busy may be late."""
    due = (began + (number - pace.burst) / pace.rate for number in range(1, len(moments) + 1))
    return all(at >= turn - 0.001 for at, turn in zip(sorted(moments), due, strict=True))


async def turns_of(pacer: Pacer, count: int) -> list[float]:
    taken: list[float] = []

    async def take() -> None:
        await pacer.turn()
        taken.append(time.monotonic())

    await asyncio.gather(*(take() for _ in range(count)))
    return taken


async def test_a_flood_is_spread_out() -> None:
    began = time.monotonic()
    taken = await turns_of(Pacer(OwnLine(PACE), PACE), 80)
    assert never_ahead(taken, began)
    assert max(taken) - began < 8 * 80 / PACE.rate


async def test_a_few_go_at_once() -> None:
    slow = Pace(rate=0.2, burst=8)
    began = time.monotonic()
    await turns_of(Pacer(OwnLine(slow), slow), slow.burst)
    assert time.monotonic() - began < 1 / slow.rate


async def test_turns_come_in_the_order_in_which_they_were_asked_for() -> None:
    fast = Pace(200.0)
    pacer, order = Pacer(OwnLine(fast), fast), list[int]()

    async def take(number: int) -> None:
        await pacer.turn()
        order.append(number)

    await asyncio.gather(*(take(number) for number in range(20)))
    assert order == list(range(20))


async def test_who_gives_up_waiting_takes_nobody_elses_turn() -> None:
    slow = Pace(20.0)
    pacer = Pacer(OwnLine(slow), slow)
    tired = [asyncio.create_task(pacer.turn()) for _ in range(5)]
    await asyncio.sleep(0)
    for task in tired:
        task.cancel()
    await asyncio.gather(*tired, return_exceptions=True)
    await asyncio.wait_for(pacer.turn(), 5.0)


async def test_an_answer_that_comes_late_makes_nobody_early() -> None:
    class FarAway(OwnLine):
        async def take(self, turns: int) -> float:
            await asyncio.sleep(0.2)
            return await super().take(turns)

    began = time.monotonic()
    pacers = [Pacer(line, PACE) for line in [FarAway(PACE)] * 2]
    taken = await asyncio.gather(*(turns_of(pacer, 20) for pacer in pacers))
    assert never_ahead([moment for moments in taken for moment in moments], began)


def test_moments_that_nobody_took_are_over() -> None:
    first, free = PACE.next_moments(free=0.0, now=100.0, turns=1)
    assert first == pytest.approx(100.0 - 7 / 40)
    assert free == pytest.approx(first + 1 / 40)


@pytest.mark.postgres
async def test_two_processes_of_one_bot_share_its_pace(migrated_postgres_url: str) -> None:
    async with Database.open(migrated_postgres_url) as one, Database.open(migrated_postgres_url) as two:
        pacers = [pacer_for(database, "bot", "requests", PACE) for database in (one, two)]
        began = time.monotonic()
        taken = await asyncio.gather(*(turns_of(pacer, 50) for pacer in pacers))
    together = [moment for moments in taken for moment in moments]
    assert never_ahead(together, began)
    assert max(together) - began < 8 * 100 / PACE.rate


@pytest.mark.postgres
async def test_two_bots_in_one_database_have_a_pace_each(migrated_postgres_url: str) -> None:
    async with Database.open(migrated_postgres_url) as database:
        busy, idle = (SharedLine(database, bot, "requests", PACE) for bot in ("busy", "idle"))
        await busy.take(400)
        assert await busy.take(1) > 1.0
        assert await idle.take(1) <= 0.0


@pytest.mark.postgres
async def test_lines_that_nobody_used_for_long_are_taken_away(migrated_postgres_url: str) -> None:
    """There is one for each channel that was ever written to."""
    async with Database.open(migrated_postgres_url) as database:
        old, other, new = (
            SharedLine(database, bot, what, PACE)
            for bot, what in (("tidy", "old"), ("other", "old"), ("tidy", "new"))
        )
        await old.take(1)
        await other.take(1)
        async with database.transaction("test.age") as tx:
            await tx.execute(update(pace).values(free_at=pace.c.free_at - IDLE - 1))
        await new.take(400)
        async with database.reading() as tx:
            rows = await tx.execute(select(pace.c.bot, pace.c.what).where(pace.c.bot.in_(("tidy", "other"))))
            assert {tuple(row) for row in rows} == {("tidy", "new"), ("other", "old")}
        assert await new.take(1) > 1.0, "its own pace is kept"
        assert await old.take(1) <= 0.0
