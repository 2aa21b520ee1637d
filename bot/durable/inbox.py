"""What came in and mattered: stored once per event key, handled in order per lane, erased when done.

A row is handled in the transaction that settles it, so it takes effect once. Its key stays to know a repetition.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.once import insert_once
from bot.durable.tables import inbox
from bot.vocabulary.places import MessageRef

ATTEMPTS = 5
NOBODY = "-"
"""The lane of what nobody in particular did, and of what is done."""


class State(StrEnum):
    NEW = "new"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Letter:
    """One row waiting to be handled; `payload` is what `Delivery` (bot.sensing) was written as."""

    id: int
    community_id: int
    lane: str
    payload: Any
    attempts: int


async def store(tx: AsyncConnection, community: int, key: str, lane: str, payload: Any) -> bool:
    """Keep it; False if this key was stored before."""
    row = {
        "community_id": community,
        "key": key,
        "lane": lane,
        "payload": payload,
        "state": State.NEW,
        "attempts": 0,
        "received_at": datetime.now(UTC),
    }
    return await insert_once(tx, inbox, row)


async def next_in_lane(tx: AsyncConnection, community: int, lane: str) -> Letter | None:
    """The oldest letter of the lane that is not settled."""
    columns = (inbox.c.id, inbox.c.community_id, inbox.c.lane, inbox.c.payload, inbox.c.attempts)
    waiting = select(*columns).where(
        inbox.c.community_id == community, inbox.c.lane == lane, inbox.c.state == State.NEW
    )
    row = (await tx.execute(waiting.order_by(inbox.c.id).limit(1))).one_or_none()
    return Letter(*row) if row else None


async def lane_about(tx: AsyncConnection, community: int, message: MessageRef) -> str | None:
    """The lane in which the message, or an edit of it, is still waiting to be handled."""
    about = f"{message.channel}:{message.message}"
    posted, edited = (
        inbox.c.key == f"posted:{about}",
        inbox.c.key.startswith(f"edited:{about}:", autoescape=True),
    )
    waiting = (inbox.c.community_id == community) & (inbox.c.state == State.NEW)
    lane: str | None = await tx.scalar(select(inbox.c.lane).where(waiting, posted | edited).limit(1))
    return lane


async def waiting_lanes(tx: AsyncConnection) -> list[tuple[int, str]]:
    """(community id, lane) of every letter that is not settled: what a crash left."""
    rows = await tx.execute(
        select(inbox.c.community_id, inbox.c.lane).where(inbox.c.state == State.NEW).distinct()
    )
    return [(row.community_id, row.lane) for row in rows]


async def rewrite(tx: AsyncConnection, letter: Letter, payload: Any) -> None:
    """More is known of it now."""
    here = (inbox.c.id == letter.id) & (inbox.c.state == State.NEW)
    await tx.execute(update(inbox).where(here).values(payload=payload))


async def settle(tx: AsyncConnection, letter: Letter) -> None:
    """Done: the payload is erased, and whose it was."""
    changed = {"state": State.DONE, "payload": None, "lane": NOBODY, "settled_at": datetime.now(UTC)}
    await tx.execute(update(inbox).where(inbox.c.id == letter.id).values(**changed))


async def fail(tx: AsyncConnection, letter: Letter, reference: str) -> bool:
    """Count a failed attempt; True when it was the last one and the letter is set aside, payload kept."""
    dead = letter.attempts + 1 >= ATTEMPTS
    changed: dict[str, object] = {"attempts": letter.attempts + 1, "reference": reference}
    if dead:
        changed |= {"state": State.DEAD, "settled_at": datetime.now(UTC)}
    await tx.execute(update(inbox).where(inbox.c.id == letter.id).values(**changed))
    return dead


async def forget(tx: AsyncConnection, community: int, member: str) -> None:
    """Erase what the member wrote and nobody could handle."""
    await tx.execute(delete(inbox).where(inbox.c.community_id == community, inbox.c.lane == member))


async def prune(tx: AsyncConnection, before: datetime) -> None:
    """Forget letters settled before that time; no platform repeats an event after so long."""
    await tx.execute(delete(inbox).where(inbox.c.state != State.NEW, inbox.c.settled_at < before))
