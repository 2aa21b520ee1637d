"""What is due is a row: handled once, in the transaction that deletes it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable import timers
from bot.durable.database import Database
from bot.durable.scheduler import Scheduler
from bot.durable.tables import timers as rows
from bot.durable.timers import ATTEMPTS, BATCH, Timer, Timers
from tests.fakes.clock import MONDAY_NOON as NOON
from tests.fakes.communities import met

T = TypeVar("T")
HOUR = timedelta(hours=1)


@dataclass
class Alarms:
    """The timers of one community, each step a transaction of its own."""

    database: Database
    community: int

    async def set(self, name: str, subject: int = 1, after: timedelta = timedelta(0)) -> None:
        await self.within(lambda tx: Timers(tx, self.community).set(name, subject, NOON + after))

    async def cancel(self, name: str, subject: int = 1) -> None:
        await self.within(lambda tx: Timers(tx, self.community).cancel(name, subject))

    async def due(self, after: timedelta = timedelta(0), limit: int = BATCH) -> list[Timer]:
        return await self.within(lambda tx: timers.claim_due(tx, NOON + after, limit))

    async def take(self, timer: Timer) -> bool:
        return await self.within(lambda tx: timers.take(tx, timer))

    async def fail(self, timer: Timer, reference: str = "ABC234") -> bool:
        return await self.within(lambda tx: timers.fail(tx, timer, reference))

    async def within(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        async with self.database.transaction("test.timers") as tx:
            return await work(tx)


@pytest.fixture
async def alarms(database: Database) -> Alarms:
    return Alarms(database, await met(database))


def told(found: list[Timer]) -> list[tuple[str, int]]:
    return [(timer.name, timer.subject) for timer in found]


async def test_what_is_due_comes_oldest_first_and_what_is_not_does_not(alarms: Alarms) -> None:
    await alarms.set("later", after=HOUR)
    await alarms.set("now", 2)
    await alarms.set("now", 1)
    await alarms.set("earlier", after=-HOUR)
    assert told(await alarms.due()) == [("earlier", 1), ("now", 2), ("now", 1)]
    assert told(await alarms.due(HOUR)) == [("earlier", 1), ("now", 2), ("now", 1), ("later", 1)]
    assert told(await alarms.due(limit=2)) == [("earlier", 1), ("now", 2)]


async def test_a_timer_can_be_taken_once(alarms: Alarms) -> None:
    await alarms.set("check")
    (timer,) = await alarms.due()
    assert await alarms.take(timer)
    assert not await alarms.take(timer)
    assert await alarms.due() == []


async def test_setting_it_again_moves_it(alarms: Alarms) -> None:
    await alarms.set("check")
    (before,) = await alarms.due()
    await alarms.set("check", after=HOUR)
    assert await alarms.due() == []
    assert not await alarms.take(before)
    assert told(await alarms.due(HOUR)) == [("check", 1)]


async def test_a_cancelled_timer_is_gone_and_the_others_are_not(alarms: Alarms) -> None:
    for name, subject in (("check", 1), ("check", 2), ("other", 1)):
        await alarms.set(name, subject)
    await alarms.cancel("check")
    await alarms.cancel("never set")
    assert told(await alarms.due()) == [("check", 2), ("other", 1)]


async def test_timers_of_two_communities_do_not_meet(alarms: Alarms) -> None:
    other = Alarms(alarms.database, await met(alarms.database, "fake:other"))
    await alarms.set("check")
    await other.set("check", after=HOUR)
    await other.cancel("nothing")
    await alarms.cancel("check")
    assert [timer.community_id for timer in await alarms.due(HOUR)] == [other.community]


async def test_whoever_asks_hears_when_it_is_due(alarms: Alarms) -> None:
    await alarms.set("check", after=HOUR)
    due_at = await alarms.within(lambda tx: Timers(tx, alarms.community).due_at("check", 1))
    assert due_at == NOON + HOUR
    assert await alarms.within(lambda tx: Timers(tx, alarms.community).due_at("check", 2)) is None


async def test_a_timer_that_takes_the_place_of_a_claimed_one_is_not_taken_for_it(alarms: Alarms) -> None:
    """SQLite gives the id of a deleted last row to the next one."""
    await alarms.set("reminder")
    (claimed,) = await alarms.due()
    await alarms.cancel("reminder")
    await alarms.set("goodbye")
    assert not await alarms.take(claimed)
    assert told(await alarms.due()) == [("goodbye", 1)]


async def test_after_five_failures_it_is_set_aside_and_keeps_nobody_awake(alarms: Alarms) -> None:
    await alarms.set("poison")
    dead = []
    for attempt in range(ATTEMPTS):
        (timer,) = await alarms.due()
        assert timer.attempts == attempt
        dead.append(await alarms.fail(timer, f"REF{attempt}"))
    assert dead == [False, False, False, False, True]
    assert await alarms.due() == []
    assert await alarms.within(timers.next_due) is None
    async with alarms.database.reading() as tx:
        row = (await tx.execute(select(rows))).one()
    assert (row.dead, row.attempts, row.reference) == (True, 5, "REF4")


async def test_setting_a_dead_timer_again_revives_it(alarms: Alarms) -> None:
    await alarms.set("check")
    (timer,) = await alarms.due()
    for _ in range(ATTEMPTS):
        await alarms.fail(timer)
        (timer,) = await alarms.due() or [timer]
    await alarms.set("check")
    assert [timer.attempts for timer in await alarms.due()] == [0]


async def test_the_next_one_is_due_when_the_first_of_them_is(alarms: Alarms) -> None:
    assert await alarms.within(timers.next_due) is None
    await alarms.set("later", after=2 * HOUR)
    await alarms.set("sooner", after=HOUR)
    assert await alarms.within(timers.next_due) == NOON + HOUR


async def test_what_is_undone_was_not_taken(alarms: Alarms) -> None:
    await alarms.set("check")

    async def take_and_fall(tx: AsyncConnection) -> None:
        (timer,) = await timers.claim_due(tx, NOON)
        assert await timers.take(tx, timer)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await alarms.within(take_and_fall)
    assert told(await alarms.due()) == [("check", 1)]


@pytest.mark.postgres
async def test_two_processes_never_hold_one_timer(migrated_postgres_url: str) -> None:
    async with Database.open(migrated_postgres_url) as one, Database.open(migrated_postgres_url) as other:
        alarms = Alarms(one, await met(one))
        for subject in range(10):
            await alarms.set("check", subject)
        async with one.transaction("one") as tx:
            first = await timers.claim_due(tx, NOON, 4)
            second = await Alarms(other, alarms.community).due()
            for timer in first:
                assert await timers.take(tx, timer)
        assert sorted(timer.subject for timer in first + second) == list(range(10))
        assert not set(first) & set(second)


class TestTheTicker:
    """APScheduler calls plain functions; nothing that is due is ever a job of its own."""

    async def test_runs_a_job_again_and_again_but_never_twice_at_once(self) -> None:
        running, most, runs = 0, 0, 0

        async def slow() -> None:
            nonlocal running, most, runs
            running, runs = running + 1, runs + 1
            most = max(most, running)
            await asyncio.sleep(0.12)
            running -= 1

        await self._let_run({0.03: slow}, 0.6)
        assert most == 1
        assert runs >= 2

    async def test_catches_up_once_after_a_stall_however_late_it_is(self) -> None:
        often, rarely = 0, 0

        async def tick() -> None:
            nonlocal often
            often += 1

        async def sweep() -> None:
            nonlocal rarely
            rarely += 1

        def stall() -> None:
            time.sleep(2.6)  # as a machine that slept: one run is more than a second late

        scheduler = Scheduler({0.2: tick, 1.4: sweep})
        scheduler.start()
        stall()
        await asyncio.sleep(0.1)
        scheduler.stop()
        assert (often, rarely) == (1, 1)

    async def test_goes_on_with_a_job_that_failed(self, caplog: pytest.LogCaptureFixture) -> None:
        runs = 0

        async def fail() -> None:
            nonlocal runs
            runs += 1
            raise ZeroDivisionError

        await self._let_run({0.03: fail}, 0.4)
        assert runs >= 2

    async def test_keeps_no_job_in_the_database(self, database: Database) -> None:
        async def tick() -> None:
            """Nothing is due."""

        await self._let_run({0.03: tick}, 0.1)
        catalogue = (
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            if database.dialect == "sqlite"
            else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        async with database.reading() as tx:
            tables = list(await tx.scalars(text(catalogue)))
        assert "timers" in tables
        assert [name for name in tables if "job" in name or "apscheduler" in name] == []

    async def _let_run(self, jobs: dict[float, Callable[[], Awaitable[None]]], seconds: float) -> None:
        scheduler = Scheduler(jobs)
        scheduler.start()
        await asyncio.sleep(seconds)
        scheduler.stop()
