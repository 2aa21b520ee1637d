"""A look into a database at which another process may be working: nothing is written, locked or migrated."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.engine import Engines
from bot.durable.postgres import postgres_engines
from bot.durable.sqlite import sqlite_engines
from bot.durable.urls import parse_url


@asynccontextmanager
async def peek(url: str) -> AsyncIterator[AsyncConnection | None]:
    """A snapshot; None for a SQLite file that is not there yet.

    Raises BadDatabaseUrl, and SQLAlchemyError or OSError where there is no database of ours to look into.
    """
    engines = _engines(parse_url(url))
    if engines is None:
        yield None
        return
    try:
        async with engines.readers.begin() as connection:
            yield connection
    finally:
        await engines.dispose()


def _engines(address: URL) -> Engines | None:
    if address.get_backend_name() != "sqlite":
        return postgres_engines(address)
    path = Path(address.database or "")
    return sqlite_engines(path) if path.is_file() else None
