"""A town with a team of specialists."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.composition.features import cogs
from bot.durable.database import Database
from bot.telemetry import start_logging
from cogs.deadlines import Deadlines
from tests.scenarios.town import Town, town
from tests.specialists.desk import settle


@pytest.fixture
async def desk(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """Promised times are kept there too."""
    start_logging("warning", as_json=False)
    others = [cog for cog in cogs() if cog.name != "deadlines"]
    async with town(sqlite_database, tmp_path / "world.db", features=(*others, Deadlines())) as opened:
        await settle(opened)
        yield opened
