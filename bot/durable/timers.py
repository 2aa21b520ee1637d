"""What is due. A timer is a row: its name (which handler), its subject (a case's id, say) and its time.

Times are those of the `Clock`. A timer is handled in the transaction that deletes it, so it is handled once.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.tables import timers

ATTEMPTS = 5
BATCH = 100


@dataclass(frozen=True, slots=True)
class Timer:
    """One row of `timers`; at most one lives per community, name and subject."""

    id: int
    community_id: int
    name: str
    subject: int
    due_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Timers:
    """The timers of one community, within the caller's transaction."""

    tx: AsyncConnection
    community: int

    async def set(self, name: str, subject: int, due_at: datetime) -> None:
        """Due at that time, and no longer when it was due before."""
        await self.cancel(name, subject)
        await self.tx.execute(
            insert(timers).values(
                community_id=self.community, name=name, subject=subject, due_at=due_at, attempts=0, dead=False
            )
        )

    async def cancel(self, name: str, subject: int) -> None:
        await self.tx.execute(delete(timers).where(self._named(name), timers.c.subject == subject))

    async def due_at(self, name: str, subject: int) -> datetime | None:
        """When it is due, or None if there is no such timer."""
        found = select(timers.c.due_at).where(self._named(name), timers.c.subject == subject)
        due: datetime | None = (await self.tx.execute(found)).scalar_one_or_none()
        return due

    def _named(self, name: str) -> ColumnElement[bool]:
        return (timers.c.community_id == self.community) & (timers.c.name == name)


async def claim_due(tx: AsyncConnection, now: datetime, limit: int = BATCH) -> list[Timer]:
    """Due timers, oldest first, locked until the transaction ends where the database has row locks."""
    columns = (
        timers.c.id,
        timers.c.community_id,
        timers.c.name,
        timers.c.subject,
        timers.c.due_at,
        timers.c.attempts,
    )
    due = select(*columns).where(timers.c.due_at <= now, ~timers.c.dead)
    due = due.order_by(timers.c.due_at, timers.c.id).limit(limit).with_for_update(skip_locked=True)
    return [Timer(*row) for row in await tx.execute(due)]


async def take(tx: AsyncConnection, timer: Timer) -> bool:
    """Delete the timer; False if it is gone or was set anew since it was claimed."""
    # Not by its id alone: SQLite gives the id of a deleted last row to the next one.
    this = (timers.c.id == timer.id) & (timers.c.name == timer.name) & (timers.c.subject == timer.subject)
    gone = await tx.execute(delete(timers).where(this, timers.c.due_at == timer.due_at))
    return gone.rowcount == 1


async def fail(tx: AsyncConnection, timer: Timer, reference: str) -> bool:
    """Count a failed attempt; True when it was the last one and the timer is set aside."""
    dead = timer.attempts + 1 >= ATTEMPTS
    changed = {"attempts": timer.attempts + 1, "dead": dead, "reference": reference}
    await tx.execute(update(timers).where(timers.c.id == timer.id).values(**changed))
    return dead


async def next_due(tx: AsyncConnection) -> datetime | None:
    """When the next timer is due, if there is one."""
    due: datetime | None = (
        await tx.execute(select(func.min(timers.c.due_at)).where(~timers.c.dead))
    ).scalar_one()
    return due
