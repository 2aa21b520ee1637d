"""Who on staff could decide an appeal, as far as the bot has seen: with only one, nothing is ever removed.

A community names groups of its platform, and who is in them nobody tells us; so those are counted who have done
something as a moderator or manager within the last ninety days, and haven't lost that role since.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.once import insert_once
from bot.infractions.tables import deciders

LATELY = timedelta(days=90)
OFTEN_ENOUGH = timedelta(days=1)
"""Somebody who was noted so lately need not be noted again."""


@dataclass(frozen=True, slots=True)
class Deciders:
    """Of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def seen(self, member: str, now: datetime) -> None:
        """A moderator or manager has done something."""
        found = select(deciders.c.seen_at).where(self._is(member))
        known: datetime | None = (await self.tx.execute(found)).scalar_one_or_none()
        if known is None:
            row = {"community_id": self.community, "member_id": member, "seen_at": now}
            await insert_once(self.tx, deciders, row)
        elif now - known > OFTEN_ENOUGH:
            await self.tx.execute(update(deciders).where(self._is(member)).values(seen_at=now))

    async def all(self, now: datetime) -> Sequence[str]:
        """Their ids."""
        here = (deciders.c.community_id == self.community) & (deciders.c.seen_at > now - LATELY)
        rows = select(deciders.c.member_id).where(here).order_by(deciders.c.member_id)
        return list((await self.tx.execute(rows)).scalars())

    async def lost(self, member: str) -> None:
        """They are no longer staff, or are forgotten."""
        await self.tx.execute(delete(deciders).where(self._is(member)))

    def _is(self, member: str) -> ColumnElement[bool]:
        return (deciders.c.community_id == self.community) & (deciders.c.member_id == member)
