"""Opens the sandbox's file: SQLite of its own, one connection, every transaction begun at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from adapters.sandbox.tables import VERSION, metadata
from bot.durable.onetrip import connect
from bot.errors import StartError

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=5000")


@asynccontextmanager
async def open_engine(path: Path) -> AsyncIterator[AsyncEngine]:
    """The file's engine, with its tables made. Raises StartError for a file of another version."""
    _make_file(path)
    url = URL.create("sqlite+aiosqlite", database=str(path))
    engine = create_async_engine(
        url, async_creator=partial(connect, path), pool_size=1, max_overflow=0, pool_timeout=60
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    try:
        async with engine.begin() as connection:
            await _make_tables(connection, path)
        yield engine
    finally:
        await engine.dispose()


def _make_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)


async def _make_tables(connection: AsyncConnection, path: Path) -> None:
    version = (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one()
    if version in (0, VERSION):
        # Tables that came later are made in a file that is there, too.
        await connection.run_sync(metadata.create_all)
        await connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
    else:
        raise StartError(
            f"{path} holds a sandbox community of another version of Ombud ({version}, not {VERSION}). "
            "Move the file away to start with a new community."
        )


def _prepare(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
