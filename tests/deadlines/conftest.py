"""A community whose team works from nine to six on weekdays; it is Monday, ten o'clock."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.composition.features import cogs
from bot.durable.database import Database
from bot.telemetry import start_logging
from cogs.deadlines import Deadlines
from tests.deadlines.hamlet import Hamlet
from tests.fakes.clock import FixedClock
from tests.scenarios.town import Town, town

BUCHAREST = ZoneInfo("Europe/Bucharest")
MONDAY = datetime(2026, 3, 2, 10, tzinfo=BUCHAREST).astimezone(UTC)


@pytest.fixture
async def office(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    start_logging("warning", as_json=False)
    features = [cog for cog in cogs() if cog.name != "deadlines"]
    async with town(sqlite_database, tmp_path / "world.db", features=(*features, Deadlines())) as opened:
        weekdays = (0, 1, 2, 3, 4)
        await opened.change(working_days=weekdays, day_starts=9 * 60, day_ends=18 * 60)
        await opened.change(check_in_days_of_week=weekdays, check_in_starts=10 * 60, check_in_ends=19 * 60)
        await opened.passes(seconds=(next_monday(opened.clock.now()) - opened.clock.now()).total_seconds())
        yield opened


@pytest.fixture
async def hamlet(sqlite_database: Database) -> Hamlet:
    """The same without a platform."""
    start_logging("warning", as_json=False)
    return await Hamlet.settle(sqlite_database, FixedClock(MONDAY))


@pytest.fixture
async def either_hamlet(database: Database) -> Hamlet:
    """Once on SQLite and once on PostgreSQL."""
    start_logging("warning", as_json=False)
    return await Hamlet.settle(database, FixedClock(MONDAY))


def next_monday(now: datetime) -> datetime:
    """Ten o'clock of the next Monday."""
    local = now.astimezone(BUCHAREST)
    monday = local.date() + timedelta(days=7 - local.weekday())
    return datetime(monday.year, monday.month, monday.day, 10, tzinfo=BUCHAREST)
