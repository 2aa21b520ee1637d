"""A community with two rules and two moderators who have been seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.durable.database import Database
from bot.telemetry import start_logging
from tests.scenarios.town import Town, town

RULES = ("Stay on topic.", "No attacks on people.")


@pytest.fixture
async def village(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    async with with_rules(sqlite_database, tmp_path) as opened:
        yield opened


@pytest.fixture
async def either_village(database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """The same, once on SQLite and once on PostgreSQL."""
    async with with_rules(database, tmp_path) as opened:
        yield opened


@asynccontextmanager
async def with_rules(database: Database, folder: Path) -> AsyncIterator[Town]:
    start_logging("warning", as_json=False)
    async with town(database, folder / "world.db") as opened:
        await opened.change(rules=RULES)
        await opened.mihai.types("help")
        await opened.daria.types("help")
        yield opened
