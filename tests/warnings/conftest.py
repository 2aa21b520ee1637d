"""A community with two rules and two moderators who have been seen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.durable.database import Database
from bot.telemetry import start_logging
from tests.scenarios.town import Town, town

RULES = ("Stay on topic.", "No attacks on people.")


@pytest.fixture
async def village(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    start_logging("warning", as_json=False)
    async with town(sqlite_database, tmp_path / "world.db") as opened:
        await opened.change(rules=RULES)
        await opened.mihai.types("help")
        await opened.daria.types("help")
        yield opened
