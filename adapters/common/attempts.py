"""What is being sent not for the first time: only then has an adapter to look whether it arrived before."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.durable.database import Database
from bot.durable.outbox import State, live
from bot.durable.tables import outbox

CLOCKS_DIFFER = timedelta(minutes=2)
"""Between ours and the platform's, at most."""


async def repeated_since(database: Database, community: int, key: str | None = None) -> datetime | None:
    """When the oldest row was written that is being repeated now; None if every row goes out for the first time.

    `community` is its row id. The port doesn't always say which row it is about; where a row with this `key` is being
    sent, only that one counts. Looking once too often costs a request, and nothing else.
    """
    sent = (outbox.c.community_id == community) & live() & (outbox.c.state == State.SENDING)
    oldest = select(func.min(outbox.c.created_at)).where(sent, outbox.c.attempts > 0)
    mine = select(outbox.c.attempts, outbox.c.created_at).where(sent, outbox.c.key == key)
    async with database.reading() as tx:
        row = (await tx.execute(mine)).one_or_none() if key is not None else None
        if row is not None:
            at: datetime | None = row.created_at if row.attempts else None
        else:
            at = (await tx.execute(oldest)).scalar_one()
    return at - CLOCKS_DIFFER if at else None
