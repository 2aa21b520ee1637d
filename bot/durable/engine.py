"""What the engines of both databases have in common."""

import sqlite3
from dataclasses import dataclass

from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StorageFull

# IOERR_SHMSIZE: it is the index of the WAL that can't grow.
SQLITE_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
POSTGRES_FULL = "53100"


@dataclass(frozen=True, slots=True)
class Engines:
    """The three ways into one database. Nothing connects before it is used."""

    migrator: AsyncEngine
    writer: AsyncEngine
    readers: AsyncEngine

    async def dispose(self) -> None:
        """Close every connection; the writer last, because on SQLite the last one checkpoints."""
        for engine in (self.readers, self.migrator, self.writer):
            await engine.dispose()


def name_full_disk(context: ExceptionContext) -> StorageFull | None:
    """A listener for `handle_error`: raise StorageFull where a database says it in its own words."""
    full = is_full(context.original_exception)
    return StorageFull("the disk is full: nothing was stored") if full else None


def is_full(error: BaseException) -> bool:
    """Whether an error says that the disk is full, in our words or in those of a database."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", None) in SQLITE_FULL
    return isinstance(cause, StorageFull) or getattr(cause, "sqlstate", None) == POSTGRES_FULL
