"""What is being sent not for the first time: only then has an adapter to look whether it arrived before."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.durable.database import Database
from bot.durable.outbox import State, live
from bot.durable.tables import outbox

CLOCKS_DIFFER = timedelta(minutes=2)
"""Between ours and the platform's, at most."""


async def repeated_since(database: Database, community: int) -> datetime | None:
    """When the oldest row was written that is being repeated now; None if every row goes out for the first time.

    `community` is its row id. The port doesn't say which row it is about. Looking once too often costs a request, and
    nothing else.
    """
    repeated = (outbox.c.community_id == community) & live() & (outbox.c.state == State.SENDING)
    query = select(func.min(outbox.c.created_at)).where(repeated, outbox.c.attempts > 0)
    async with database.reading() as tx:
        at: datetime | None = (await tx.execute(query)).scalar_one()
    return at - CLOCKS_DIFFER if at else None
