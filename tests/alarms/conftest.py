"""A community whose managers are called one after another; it is Monday, ten o'clock, and people work until six."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.community import Contact
from bot.composition.features import cogs
from bot.durable.database import Database
from bot.telemetry import start_logging
from cogs.alarms import Alarms
from tests.scenarios.town import Town, town

BUCHAREST = ZoneInfo("Europe/Bucharest")
WEEKDAYS = (0, 1, 2, 3, 4)
PEOPLE = (Contact("elena", "Elena"), Contact("daria", "Daria"))


@pytest.fixture
async def office(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """Elena is called first, then Daria."""
    start_logging("warning", as_json=False)
    features = [cog for cog in cogs() if cog.name != "alarms"]
    async with town(sqlite_database, tmp_path / "world.db", features=(*features, Alarms())) as opened:
        await opened.change(working_days=WEEKDAYS, day_starts=9 * 60, day_ends=18 * 60, alarm_people=PEOPLE)
        await opened.change(managers_room="managers-room", safety_contact=None, safety_stand_in=None)
        await opened.passes(seconds=(next_monday(opened.clock.now()) - opened.clock.now()).total_seconds())
        yield opened


def next_monday(now: datetime) -> datetime:
    """Ten o'clock of the next Monday."""
    local = now.astimezone(BUCHAREST)
    monday = local.date() + timedelta(days=7 - local.weekday())
    return datetime(monday.year, monday.month, monday.day, 10, tzinfo=BUCHAREST)
