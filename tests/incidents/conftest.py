"""A town in which many people have the same trouble, and the team that hears of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.composition.features import cogs
from bot.durable.database import Database
from bot.telemetry import start_logging
from cogs.incidents import Incidents
from tests.incidents.crowd import Crowd, crowded
from tests.scenarios.town import town


@pytest.fixture
async def crowd(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Crowd]:
    start_logging("warning", as_json=False)
    others = [cog for cog in cogs() if cog.name != "incidents"]
    features = (*others, Incidents())
    async with town(sqlite_database, tmp_path / "world.db", features=features) as opened:
        yield await crowded(opened)
