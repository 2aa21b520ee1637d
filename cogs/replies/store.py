"""The table of saved replies: one name, a text in each language there is one for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, inserted_id
from cogs.replies.model import SavedReply

metadata = MetaData(naming_convention=NAMING)

MOST = 200
"""Saved replies of one community."""

saved = Table(
    "replies_saved",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("name", String(60), nullable=False),
    Column("key", String(120), nullable=False),
    Column("used", Integer, nullable=False),
    UniqueConstraint("community_id", "key"),
)
"""`key` is the name as it is looked for: in any case of letters."""

texts = Table(
    "replies_texts",
    metadata,
    Column("reply_id", Id, ForeignKey(saved.c.id), primary_key=True),
    Column("language", String(10), primary_key=True),
    Column("text", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Store:
    """The saved replies of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def count(self) -> int:
        here = select(func.count()).select_from(saved).where(self._here())
        return int((await self.tx.execute(here)).scalar_one())

    async def all(self, limit: int = MOST) -> Sequence[SavedReply]:
        """Those that are used most come first."""
        rows = select(saved).where(self._here()).order_by(saved.c.used.desc(), saved.c.key).limit(limit)
        found = (await self.tx.execute(rows)).all()
        words = await self._texts([row.id for row in found])
        return [SavedReply(row.id, row.name, words.get(row.id, {})) for row in found]

    async def named(self, name: str) -> SavedReply | None:
        return await self._one(saved.c.key == _key(name))

    async def get(self, reply: int) -> SavedReply | None:
        return await self._one(saved.c.id == reply)

    async def keep(self, name: str, language: str, text: str) -> SavedReply:
        """The text in that language, instead of the one there was; a name that is new begins a new reply."""
        known = await self.named(name)
        if known is None:
            row = {"community_id": self.community, "name": name, "key": _key(name), "used": 0}
            known = SavedReply(inserted_id(await self.tx.execute(insert(saved).values(**row))), name, {})
        await self._drop_text(known.id, language)
        row = {"reply_id": known.id, "language": language, "text": text}
        await self.tx.execute(insert(texts).values(**row))
        return SavedReply(known.id, known.name, {**known.texts, language: text})

    async def remove(self, reply: SavedReply, language: str | None) -> None:
        """One language of it, or all; without a text there is no reply."""
        for one in reply.texts if language is None else (language,):
            await self._drop_text(reply.id, one)
        if language is None or set(reply.texts) <= {language}:
            await self.tx.execute(delete(saved).where(self._here(), saved.c.id == reply.id))

    async def used(self, reply: int) -> None:
        here = self._here() & (saved.c.id == reply)
        await self.tx.execute(update(saved).where(here).values(used=saved.c.used + 1))

    async def _one(self, wanted: ColumnElement[bool]) -> SavedReply | None:
        row = (await self.tx.execute(select(saved).where(self._here(), wanted))).one_or_none()
        if row is None:
            return None
        return SavedReply(row.id, row.name, (await self._texts([row.id])).get(row.id, {}))

    async def _texts(self, replies: Sequence[int]) -> dict[int, dict[str, str]]:
        rows = select(texts).where(texts.c.reply_id.in_(replies)).order_by(texts.c.language)
        found: dict[int, dict[str, str]] = {}
        for row in await self.tx.execute(rows):
            found.setdefault(row.reply_id, {})[row.language] = row.text
        return found

    async def _drop_text(self, reply: int, language: str) -> None:
        here = (texts.c.reply_id == reply) & (texts.c.language == language)
        await self.tx.execute(delete(texts).where(here))

    def _here(self) -> ColumnElement[bool]:
        return saved.c.community_id == self.community


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
