"""Rows for tests of the database: communities, which need nothing else to exist."""

from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.database import Database
from bot.durable.tables import communities

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, UTC)


async def add(tx: AsyncConnection, name: str) -> None:
    """Add a community; its key is its name."""
    await tx.execute(insert(communities).values(key=name, name=name, created_at=NOON))


async def names(database: Database) -> list[str]:
    """The names of all communities, in the order they were added."""
    async with database.reading() as reader:
        return list(await reader.scalars(select(communities.c.name).order_by(communities.c.id)))
