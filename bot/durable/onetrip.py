"""aiosqlite, with one trip to the connection's thread for a statement and its rows, instead of four.

A trip costs more than most of our statements: two context switches and a wake-up of the loop. SQLAlchemy asks for a
cursor, executes, fetches and closes, each a trip of its own.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiosqlite


class OneTrip(aiosqlite.Connection):
    """A connection whose cursors bring everything back at once."""

    def cursor(self) -> "WholeResult":  # type: ignore[override]  # what SQLAlchemy asks of a cursor
        return WholeResult(self)

    async def trip(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Have it done in the connection's thread, by the private door that aiosqlite's own cursors use."""
        door: Any = self._execute
        await door(lambda: work(self._conn))


class WholeResult:
    """A statement's rows and what else SQLAlchemy wants to know of it, after one trip."""

    def __init__(self, connection: OneTrip) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> Self:
        await self._connection.trip(lambda connection: self._take(connection.execute(sql, tuple(parameters))))
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Self:
        await self._connection.trip(lambda connection: self._take(connection.executemany(sql, parameters)))
        return self

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """It is closed already."""

    def _take(self, cursor: sqlite3.Cursor) -> None:
        """In the connection's thread."""
        try:
            self._rows = cursor.fetchall()
            self.description, self.lastrowid = cursor.description, cursor.lastrowid
            # SQLite counts what RETURNING gave only once it was fetched.
            self.rowcount = cursor.rowcount
        finally:
            cursor.close()


def connect(path: Path) -> OneTrip:
    """A connection that begins nothing by itself: sqlite3 would begin DEFERRED, and not before DDL."""

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    connection = OneTrip(open_file, iter_chunk_size=64)
    # Nobody waits for the thread of a connection that was forgotten.
    connection._thread.daemon = True  # noqa: SLF001  # as SQLAlchemy does
    return connection
