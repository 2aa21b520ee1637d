"""A community whose team works from nine to six on weekdays; it is Monday, ten o'clock, and two of staff are known."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.durable.database import Database
from bot.telemetry import start_logging
from tests.scenarios.town import Town, town

BUCHAREST = ZoneInfo("Europe/Bucharest")


@pytest.fixture
async def court(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    start_logging("warning", as_json=False)
    async with town(sqlite_database, tmp_path / "world.db") as opened:
        await opened.change(
            working_days=(0, 1, 2, 3, 4),
            day_starts=9 * 60,
            day_ends=18 * 60,
            rules=("Be kind to people.", "No spam."),
        )
        local = opened.clock.now().astimezone(BUCHAREST)
        monday = local.date() + timedelta(days=7 - local.weekday())
        at = datetime(monday.year, monday.month, monday.day, 10, tzinfo=BUCHAREST)
        await opened.passes(seconds=(at - opened.clock.now()).total_seconds())
        for person in (opened.mihai, opened.daria):
            await person.types("questions")
        yield opened
