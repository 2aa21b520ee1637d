"""The core with fakes on the other side of every port."""

import pytest

from bot.durable.database import Database
from bot.telemetry import start_logging
from tests.fakes.board import Board
from tests.fakes.village import Village


@pytest.fixture(autouse=True)
def logging() -> None:
    """As in a running process: an error's trace, not its values."""
    start_logging("warning", as_json=False)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def village(database: Database, board: Board) -> Village:
    """A community with a notice board, once on SQLite and once on PostgreSQL."""
    return Village(database, board)


@pytest.fixture
def sqlite_village(sqlite_database: Database, board: Board) -> Village:
    """The same on SQLite, for what is not about the database."""
    return Village(sqlite_database, board)
