"""SQLite: one connection that writes, a pool that reads, and every setting they need."""

import asyncio
import logging
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.durable.engine import Engines, is_full, name_full_disk
from bot.durable.onetrip import connect
from bot.errors import StorageFull

BUSY_MILLISECONDS = 5_000
READERS = 4

# Patience comes first: changing the journal mode can meet a lock.
PRAGMAS = {
    "busy_timeout": str(BUSY_MILLISECONDS),
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
}


def sqlite_engines(path: Path) -> Engines:
    """Writing transactions begin IMMEDIATE, or two could wait for each other; only the writer checkpoints."""
    # aiosqlite logs every statement with what is in it.
    logging.getLogger("aiosqlite").setLevel(logging.INFO)
    reading = {"query_only": "ON", "wal_autocheckpoint": "0"}
    # SQLite alters a table by replacing it: with foreign keys on, its children would be in the way.
    return Engines(
        migrator=_engine(path, "BEGIN IMMEDIATE", {"foreign_keys": "OFF"}, pool_size=1, max_overflow=0),
        writer=_engine(path, "BEGIN IMMEDIATE", {"foreign_keys": "ON"}, pool_size=1, max_overflow=0),
        readers=_engine(path, "BEGIN", reading, pool_size=READERS, max_overflow=0),
    )


def _engine(path: Path, begin: str, pragmas: dict[str, str], **pool: int) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        async_creator=partial(connect, path),
        # They are what people wrote, and errors are logged.
        hide_parameters=True,
        **pool,
    )

    def configure(connection: Any, _entry: ConnectionPoolEntry) -> None:
        for name, value in (PRAGMAS | pragmas).items():
            connection.execute(f"PRAGMA {name}={value}")

    def begin_for_real(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", configure)
    event.listen(engine.sync_engine, "begin", begin_for_real)
    event.listen(engine.sync_engine, "handle_error", _let_go)
    event.listen(engine.sync_engine, "handle_error", name_full_disk)
    return engine


def _let_go(context: ExceptionContext) -> None:
    """Leave no transaction half open after an error."""
    if context.connection is None or context.connection.invalidated:
        return
    connection: Any = context.connection.connection.dbapi_connection
    if isinstance(context.original_exception, asyncio.CancelledError):
        # The statement still runs in the connection's thread: let it end, and undo it. SQLAlchemy closes the
        # connection next, but SQLite would keep the lock as long as the trace remembers the statement.
        connection.rollback()
    elif not connection.driver_connection.in_transaction:
        # A full disk made SQLite undo the whole transaction: what came next would be stored by itself.
        context.is_disconnect = True
        context.invalidate_pool_on_disconnect = False


async def truncate_wal(connection: AsyncConnection) -> bool:
    """Move all of the WAL into the file, and empty it; False when a reader still needs it.

    Raises:
        StorageFull: there is no space to move it to.
    """
    # Around SQLAlchemy, which would begin a transaction. With little patience: meanwhile nobody can write.
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.execute_fetchall("PRAGMA busy_timeout=100")
    try:
        ((busy, _, _),) = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        if is_full(error):
            raise StorageFull("the disk is full: the log can't be emptied") from error
        raise
    finally:
        await driver.execute_fetchall(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    return not busy
