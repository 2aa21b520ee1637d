"""Both sides after a walk: the community's file and the bot's database, and everything that is wrong with them."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.kill.runner import Order

UNDER_WAY = (
    "SELECT 1 FROM inbox WHERE state = 'new' UNION ALL "
    "SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') LIMIT 1"
)


def resting(order: Order) -> bool:
    """Whether everything that was said is taken in, handled and answered."""
    # The world first: an event leaves it only when the inbox has it.
    if _rows(order.world, "SELECT 1 FROM events WHERE NOT delivered LIMIT 1"):
        return False
    return not _rows(order.database, UNDER_WAY)


def _rows(file: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()
