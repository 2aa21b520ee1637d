"""The table of labels, and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.context import Context
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id
from bot.vocabulary.corrections import How, NotOne
from bot.vocabulary.places import MessageRef
from cogs.labels.model import Label, What

metadata = MetaData(naming_convention=NAMING)

labels = Table(
    "labels",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("message", String(100), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("language", String(10), nullable=False),
    Column("what", String(20), nullable=False),
    Column("is_one", Boolean, nullable=False),
    Column("how", String(20), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String(100)),
    Column("by_name", String(200)),
    Column("reason", String(20)),
    Column("note", Text),
    UniqueConstraint("community_id", "channel", "message", "what"),
)
Index("ix_labels_member", labels.c.community_id, labels.c.member_id)


@dataclass(frozen=True, slots=True)
class Store:
    """The labels of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def of_message(self, message: MessageRef, what: What) -> Label | None:
        found = await self._find(_is(message) & (labels.c.what == what))
        return found[0] if found else None

    async def save(self, label: Label) -> int:
        """Instead of the one with its id, if it has one; the row's id."""
        row = _row(label) | {"community_id": self.community}
        if not label.id:
            return inserted_id(await self.tx.execute(insert(labels).values(**row)))
        await self.tx.execute(update(labels).where(self._here(labels.c.id == label.id)).values(**row))
        return label.id

    async def all(self) -> Sequence[Label]:
        """Oldest first."""
        return await self._find(labels.c.id.is_not(None))

    async def of_member(self, member: str) -> Sequence[Label]:
        """Those of what they said."""
        return await self._find(labels.c.member_id == member)

    async def drop(self, label: int) -> bool:
        """Whether there was one of that id."""
        gone = await self.tx.execute(delete(labels).where(self._here(labels.c.id == label)))
        return gone.rowcount == 1

    async def drop_message(self, message: MessageRef, what: What) -> None:
        await self.tx.execute(delete(labels).where(self._here(_is(message) & (labels.c.what == what))))

    async def drop_member(self, member: str) -> None:
        await self.tx.execute(delete(labels).where(self._here(labels.c.member_id == member)))

    async def forget(self, person: str) -> None:
        """What was said of their words; and of what they said as staff, their id, name and words."""
        await self.drop_member(person)
        unnamed = {"by": None, "by_name": None, "note": None}
        await self.tx.execute(update(labels).where(self._here(labels.c.by == person)).values(**unnamed))

    async def _find(self, wanted: ColumnElement[bool]) -> Sequence[Label]:
        rows = await self.tx.execute(
            select(labels).where(self._here(wanted)).order_by(labels.c.at, labels.c.id)
        )
        return [_label(row) for row in rows]

    def _here(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (labels.c.community_id == self.community) & wanted


def store_of(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)


def _is(message: MessageRef) -> ColumnElement[bool]:
    return (labels.c.channel == message.channel) & (labels.c.message == message.message)


def _row(label: Label) -> dict[str, Any]:
    return {
        "channel": label.message.channel,
        "message": label.message.message,
        "member_id": label.member_id,
        "language": label.language,
        "what": label.what,
        "is_one": label.is_one,
        "how": label.how,
        "rules": list(label.rules),
        "at": label.at,
        "by": label.by,
        "by_name": label.by_name,
        "reason": label.reason,
        "note": label.note,
    }


def _label(row: Any) -> Label:
    return Label(
        MessageRef(row.channel, row.message),
        row.member_id,
        row.language,
        What(row.what),
        row.is_one,
        How(row.how),
        tuple(row.rules),
        row.at,
        row.by,
        row.by_name,
        NotOne(row.reason) if row.reason else None,
        row.note,
        row.id,
    )
