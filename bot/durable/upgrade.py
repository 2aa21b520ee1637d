"""Reach the database and bring it to the newest version, at start."""

import sqlite3
from contextlib import AsyncExitStack

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.durable.migrations import migrate
from bot.errors import StartError


async def upgrade(engine: AsyncEngine) -> str:
    """Migrate in one transaction, so that a kill in the middle leaves nothing; close the engine.

    Returns:
        What the database calls itself, such as `SQLite 3.40.1`.

    Raises:
        StartError: it can't be reached, or isn't a database.
        NewerDatabase: it is at a version this program doesn't know.
        StorageFull: there is no space to migrate in.
    """
    async with AsyncExitStack() as stack:
        stack.push_async_callback(engine.dispose)
        connection = await _connect(engine, stack)
        version = await _alone(connection)
        await connection.run_sync(migrate)
        await connection.commit()
    return version


async def _connect(engine: AsyncEngine, stack: AsyncExitStack) -> AsyncConnection:
    try:
        return await stack.enter_async_context(engine.connect())
    except (OSError, DBAPIError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        where = engine.url.set(drivername=engine.dialect.name).render_as_string(hide_password=True)
        raise StartError(f"The database {where} can't be opened: {reason}. See DATABASE_URL.") from error


async def _alone(connection: AsyncConnection) -> str:
    """Begin, with nobody else migrating: the second of two processes waits here and finds the work done."""
    await connection.begin()
    if connection.dialect.name == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    await connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('ombud.migrate', 0))"))
    return f"PostgreSQL {await connection.scalar(text('SHOW server_version'))}"
