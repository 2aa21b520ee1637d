"""Communities as rows, for tests of single tables."""

from datetime import UTC, datetime

from sqlalchemy import insert

from bot.durable.database import Database
from bot.durable.tables import communities
from bot.durable.types import inserted_id


async def met(database: Database, key: str = "fake:main") -> int:
    """Make a community known; its id."""
    async with database.transaction("test.meet") as tx:
        made = await tx.execute(
            insert(communities).values(key=key, name="Main", created_at=datetime(2026, 3, 1, tzinfo=UTC))
        )
        return inserted_id(made)
