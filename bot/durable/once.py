"""Inserting what may be there already: the same on SQLite and PostgreSQL."""

from collections.abc import Mapping

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def insert_once(tx: AsyncConnection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert the row; False if its key is taken, be it by a transaction that ended only now."""
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    statement = insert(table).values(**row).on_conflict_do_nothing()
    return (await tx.execute(statement)).rowcount == 1
