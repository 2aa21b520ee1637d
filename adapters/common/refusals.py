"""Who doesn't take direct messages from the bot, remembered: asking again and again gets a bot restricted."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, select

from adapters.common.tables import refusals
from bot.durable.database import Database
from bot.durable.once import insert_once

REMEMBERED = timedelta(days=7)
"""Then it is tried once more: people change their settings."""


class Refusals:
    """Rows of one member of a community each; times are real ones."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, community: int, member: str) -> str | None:
        """Why a direct message was refused lately, or None."""
        lately = refusals.c.at > datetime.now(UTC) - REMEMBERED
        query = select(refusals.c.code).where(_here(community, member), lately)
        async with self._database.reading() as tx:
            code: str | None = (await tx.execute(query)).scalar_one_or_none()
        return code

    async def remember(self, community: int, member: str, code: str) -> None:
        """From now on; what is too old to count is deleted with it."""
        now = datetime.now(UTC)
        row = {"community_id": community, "member_id": member, "code": code, "at": now}
        async with self._database.transaction("refusals.remember") as tx:
            over = refusals.c.at <= now - REMEMBERED
            await tx.execute(refusals.delete().where(_here(community, member) | over))
            await insert_once(tx, refusals, row)

    async def forget(self, community: int, member: str) -> None:
        """They wrote to the bot, or are to be forgotten."""
        if await self.of(community, member) is not None:
            async with self._database.transaction("refusals.forget") as tx:
                await tx.execute(refusals.delete().where(_here(community, member)))


def _here(community: int, member: str) -> ColumnElement[bool]:
    return (refusals.c.community_id == community) & (refusals.c.member_id == member)
