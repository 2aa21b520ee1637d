"""The sandbox community with saved replies."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.composition.features import cogs
from bot.durable.database import Database
from bot.telemetry import start_logging
from cogs.replies import Replies
from tests.scenarios.town import Town, town


@pytest.fixture
async def room(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    async with opened(sqlite_database, tmp_path) as town_of_ours:
        yield town_of_ours


@pytest.fixture
async def either_room(database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """Once on SQLite and once on PostgreSQL."""
    async with opened(database, tmp_path) as town_of_ours:
        yield town_of_ours


@asynccontextmanager
async def opened(database: Database, folder: Path) -> AsyncIterator[Town]:
    start_logging("warning", as_json=False)
    features = [cog for cog in cogs() if cog.name != "replies"]
    async with town(database, folder / "world.db", features=(*features, Replies())) as town_of_ours:
        yield town_of_ours
