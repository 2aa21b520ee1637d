"""What somebody typed into a form that could not be taken: kept 15 minutes behind an Edit button.

Or what waits for its author's decision, kept as long as the caller says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.tables import drafts
from bot.durable.types import inserted_id

KEPT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Draft:
    action: str
    values: dict[str, str]


async def keep_draft(
    tx: AsyncConnection, community: int, member: str, draft: Draft, now: datetime, kept: timedelta = KEPT
) -> int:
    """Store it; the number by which its author finds it again."""
    await tx.execute(delete(drafts).where(drafts.c.expires_at < now))
    made = await tx.execute(
        insert(drafts).values(
            community_id=community,
            member_id=member,
            action=draft.action,
            words=draft.values,
            expires_at=now + kept,
        )
    )
    return inserted_id(made)


async def drafts_of(tx: AsyncConnection, community: int, member: str, now: datetime) -> Sequence[Draft]:
    """The member's drafts, oldest first."""
    found = select(drafts.c.action, drafts.c.words).where(
        drafts.c.community_id == community, drafts.c.member_id == member, drafts.c.expires_at >= now
    )
    return [Draft(row.action, row.words) for row in await tx.execute(found.order_by(drafts.c.id))]


async def forget_drafts(tx: AsyncConnection, community: int, member: str) -> None:
    """Erase the member's drafts."""
    here = (drafts.c.community_id == community) & (drafts.c.member_id == member)
    await tx.execute(delete(drafts).where(here))


async def find_draft(
    tx: AsyncConnection, community: int, member: str, number: int, now: datetime
) -> Draft | None:
    """The member's own draft, unless it has expired."""
    found = select(drafts.c.action, drafts.c.words).where(
        drafts.c.id == number,
        drafts.c.community_id == community,
        drafts.c.member_id == member,
        drafts.c.expires_at >= now,
    )
    row = (await tx.execute(found)).one_or_none()
    return Draft(row.action, row.words) if row else None


async def author_of(
    tx: AsyncConnection, community: int, number: int, now: datetime
) -> tuple[str, Draft, datetime] | None:
    """Whose draft it is, the draft, and until when it is kept; None if it has expired."""
    found = select(drafts).where(
        drafts.c.id == number, drafts.c.community_id == community, drafts.c.expires_at >= now
    )
    row = (await tx.execute(found)).one_or_none()
    return (row.member_id, Draft(row.action, row.words), row.expires_at) if row else None


async def drop_drafts(tx: AsyncConnection, community: int, member: str, draft: Draft) -> None:
    """Those of the member's for the same action whose words have all of this one's."""
    here = (drafts.c.community_id == community) & (drafts.c.member_id == member)
    rows = await tx.execute(select(drafts.c.id, drafts.c.words).where(here, drafts.c.action == draft.action))
    same = [row.id for row in rows if draft.values.items() <= row.words.items()]
    await tx.execute(delete(drafts).where(drafts.c.id.in_(same)))


async def drop_draft(tx: AsyncConnection, community: int, member: str, number: int) -> bool:
    """Whether it was there: whoever drops it may use it, and nobody else."""
    here = (drafts.c.community_id == community) & (drafts.c.member_id == member)
    return (await tx.execute(delete(drafts).where(here, drafts.c.id == number))).rowcount == 1
