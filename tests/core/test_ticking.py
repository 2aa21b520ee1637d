"""What is due is done: once, whatever else is due, and whatever the clock does."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.durable.database import Database
from bot.durable.tables import timers
from bot.durable.timers import ATTEMPTS
from bot.ticking import Ticking
from tests.fakes.alarm import Alarm
from tests.fakes.village import STAFF_ROOM, Village

RING = "alarm.ring"


@pytest.fixture
def alarm() -> Alarm:
    return Alarm()


@pytest.fixture
def hall(database: Database, alarm: Alarm) -> Village:
    """A village with an alarm, once on SQLite and once on PostgreSQL."""
    return Village(database, alarm)


async def wind(village: Village, *subjects: int, name: str = RING, **after: float) -> None:
    """Set the alarm for each subject, in so much time from now."""
    async with village.doing() as ctx:
        for subject in subjects:
            await ctx.timers.set(name, subject, ctx.now + timedelta(**after))


async def tick(village: Village) -> None:
    await Ticking(village.house).tick()


async def said(village: Village) -> list[int]:
    """What was said of it, in order: only what was not undone."""
    return [int(row.key.split(":")[2]) for row in await village.rows() if ":rang:" in row.key]


async def told_staff(village: Village) -> str:
    """What staff will read about it."""
    async with village.relaying():
        await village.delivered()
    return "\n".join(village.platform.texts(STAFF_ROOM))


async def left(village: Village) -> list[tuple[str, int, int, bool]]:
    """(name, subject, attempts, set aside) of every timer there still is."""
    columns = (timers.c.name, timers.c.subject, timers.c.attempts, timers.c.dead)
    async with village.database.reading() as tx:
        return [tuple(row) for row in await tx.execute(select(*columns).order_by(timers.c.id))]


async def test_it_is_handled_when_it_is_due_and_only_once(hall: Village) -> None:
    await wind(hall, 1, hours=1)
    await tick(hall)
    assert await said(hall) == []
    hall.clock.move(hours=1)
    await asyncio.gather(*(tick(hall) for _ in range(5)))
    await tick(hall)
    assert await said(hall) == [1]
    assert await left(hall) == []


async def test_set_again_it_is_handled_at_the_new_time_only(hall: Village) -> None:
    await wind(hall, 1, hours=1)
    await wind(hall, 1, hours=3)
    hall.clock.move(hours=2)
    await tick(hall)
    assert await said(hall) == []
    hall.clock.move(hours=2)
    await tick(hall)
    assert await said(hall) == [1]


async def test_set_again_by_its_own_handler_it_rings_again_later(hall: Village, alarm: Alarm) -> None:
    alarm.again[1] = timedelta(days=1)
    await wind(hall, 1)
    for _ in range(3):
        await tick(hall)
        await tick(hall)
        hall.clock.move(days=1)
    assert await said(hall) == [1, 1, 1]


async def test_what_it_said_before_it_stumbled_is_undone_and_said_once(hall: Village, alarm: Alarm) -> None:
    alarm.breaks[1] = 2
    await wind(hall, 1)
    for attempts in (1, 2):
        await tick(hall)
        assert await said(hall) == []
        assert await left(hall) == [(RING, 1, attempts, False)]
    await tick(hall)
    assert await said(hall) == [1]
    assert alarm.rang[1] == 3


async def test_one_that_stumbles_every_time_is_set_aside_and_stops_nobody(
    hall: Village, alarm: Alarm
) -> None:
    alarm.breaks[2] = 100
    await wind(hall, 1, 2, 3)
    await tick(hall)
    assert await said(hall) == [1, 3]
    for _ in range(ATTEMPTS + 2):
        await tick(hall)
    assert alarm.rang[2] == ATTEMPTS
    assert await left(hall) == [(RING, 2, ATTEMPTS, True)]
    async with hall.database.reading() as tx:
        reference = (await tx.execute(select(timers.c.reference))).scalar_one()
    assert await said(hall) == [1, 3]
    assert reference in await told_staff(hall)


async def test_one_that_no_feature_knows_is_set_aside_and_stops_nobody(hall: Village) -> None:
    """Its feature was renamed, or is not there any more."""
    await wind(hall, 7, name="alarm.of_long_ago")
    await wind(hall, 1)
    for _ in range(ATTEMPTS):
        await tick(hall)
    assert await said(hall) == [1]
    assert await left(hall) == [("alarm.of_long_ago", 7, ATTEMPTS, True)]


async def test_two_thousand_that_are_due_at_once_are_all_handled_in_one_tick(
    hall: Village, alarm: Alarm
) -> None:
    alarm.silent = True
    community = await hall.community()
    row = {
        "community_id": community.id,
        "name": RING,
        "due_at": hall.clock.now(),
        "attempts": 0,
        "dead": False,
    }
    async with hall.database.transaction("test.many") as tx:
        await tx.execute(insert(timers), [row | {"subject": subject} for subject in range(2000)])
    turns: list[float] = []
    watching = asyncio.create_task(_watch(turns))
    await tick(hall)
    watching.cancel()
    assert alarm.rang == dict.fromkeys(range(2000), 1)
    assert await left(hall) == []
    assert len(turns) > 10, "others had their turn meanwhile"


async def _watch(turns: list[float]) -> None:
    while True:
        await asyncio.sleep(0.01)
        turns.append(asyncio.get_running_loop().time())


async def test_a_clock_that_leaps_on_leaves_nothing_out_and_one_that_leaps_back_repeats_nothing(
    hall: Village,
) -> None:
    for day in range(1, 6):
        await wind(hall, day, days=day)
    hall.clock.move(days=400)
    await tick(hall)
    assert await said(hall) == [1, 2, 3, 4, 5]
    hall.clock.move(days=-800)
    await tick(hall)
    assert await said(hall) == [1, 2, 3, 4, 5]
    await wind(hall, 6, hours=1)
    hall.clock.move(hours=2)
    await tick(hall)
    assert await said(hall) == [1, 2, 3, 4, 5, 6]


@pytest.mark.postgres
async def test_two_processes_ring_each_alarm_once(migrated_postgres_url: str) -> None:
    async with Database.open(migrated_postgres_url) as one, Database.open(migrated_postgres_url) as two:
        first, second = Village(one, Alarm()), Village(two, Alarm())
        await wind(first, *range(250))
        await second.community()
        await asyncio.gather(tick(first), tick(second))
        await tick(first)
        assert sorted(await said(first)) == list(range(250))
        assert await left(first) == []
