"""What the core remembers about a member: the name last seen, and the language they use with us."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.tables import members
from bot.vocabulary.people import Member


@dataclass(frozen=True, slots=True)
class Members:
    """The members of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def language_of(self, member: str) -> str | None:
        """The language last used with us, if any was."""
        found = select(members.c.language).where(self._is(member))
        language: str | None = (await self.tx.execute(found)).scalar_one_or_none()
        return language

    async def remember(self, member: Member, language: str) -> None:
        """Keep the name and the language for the next time."""
        changed = {"name": member.name, "language": language}
        done = await self.tx.execute(update(members).where(self._is(member.id)).values(**changed))
        if done.rowcount == 0:
            row = {"community_id": self.community, "member_id": member.id} | changed
            await self.tx.execute(insert(members).values(**row))

    async def forget(self, member: str) -> None:
        await self.tx.execute(delete(members).where(self._is(member)))

    def _is(self, member: str) -> ColumnElement[bool]:
        return (members.c.community_id == self.community) & (members.c.member_id == member)
