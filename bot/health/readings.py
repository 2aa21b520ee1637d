"""The figures of health that are in the database, read at the moment they are asked for."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases
from bot.durable import inbox as letters
from bot.durable import outbox as effects
from bot.durable.tables import communities, inbox, outbox, timers
from bot.durable.timers import next_due


@dataclass(frozen=True, slots=True)
class Queue:
    """Rows that wait. `lag_seconds` is the age of the oldest that is due, `dead` how many were set aside."""

    waiting: int
    lag_seconds: float
    dead: int


@dataclass(frozen=True, slots=True)
class Readings:
    """`timers.waiting` counts those that are due. `cases` is how many were ever opened."""

    inbox: Queue
    outbox: Queue
    timers: Queue
    cases: int


async def read(tx: AsyncConnection, now: datetime) -> Readings:
    """`now` is the time of promises, by which timers are due."""
    return Readings(await _inbox(tx), await _outbox(tx), await _timers(tx, now), await _cases(tx))


async def _inbox(tx: AsyncConnection) -> Queue:
    waiting = inbox.c.state == _said(letters.State.NEW)
    found = await tx.execute(select(func.count(), func.min(inbox.c.received_at)).where(waiting))
    count, oldest = found.one()
    dead = await _count(tx, inbox.c.state == _said(letters.State.DEAD))
    return Queue(count, _age(oldest, datetime.now(UTC)), dead)


async def _outbox(tx: AsyncConnection) -> Queue:
    """A row that was tried is late since it was written, however long its pause until the next attempt."""
    now = datetime.now(UTC)
    count = await _count(tx, effects.live())
    due = effects.live() & or_(outbox.c.not_before <= now, outbox.c.attempts > 0)
    oldest = await tx.scalar(select(func.min(outbox.c.created_at)).where(due))
    dead = await _count(tx, outbox.c.state == _said(effects.State.DEAD))
    return Queue(count, _age(oldest, now), dead)


async def _timers(tx: AsyncConnection, now: datetime) -> Queue:
    count = await _count(tx, (timers.c.due_at <= now) & ~timers.c.dead)
    return Queue(count, _age(await next_due(tx), now), await _count(tx, timers.c.dead))


async def _cases(tx: AsyncConnection) -> int:
    """Cases are numbered from 1 in each community, and a number is never used again."""
    mine = cases.c.community_id == communities.c.id
    last = select(func.max(cases.c.number)).where(mine).correlate(communities).scalar_subquery()
    opened = await tx.scalar(select(func.sum(last)).select_from(communities))
    return int(opened or 0)


def _said(state: str) -> ColumnElement[str]:
    """Not a parameter: SQLite knows a partial index by its very words."""
    return bindparam(None, state, literal_execute=True)


async def _count(tx: AsyncConnection, which: ColumnElement[bool]) -> int:
    return await tx.scalar(select(func.count()).where(which)) or 0


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, round((now - since).total_seconds(), 1)) if since else 0.0
