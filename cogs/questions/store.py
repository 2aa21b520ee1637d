"""The table of questions that wait for an answer. Their words go with the row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
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

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id
from bot.vocabulary.places import MessageRef
from cogs.questions.model import Question

metadata = MetaData(naming_convention=NAMING)

questions = Table(
    "questions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("message", String(100), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("member_name", String(200), nullable=False),
    Column("text", Text),
    Column("asked_at", Instant, nullable=False),
    Column("listed_at", Instant),
    UniqueConstraint("community_id", "channel", "message"),
)
Index("ix_questions_member", questions.c.community_id, questions.c.member_id)


@dataclass(frozen=True, slots=True)
class Store:
    """The questions of one community, within the caller's transaction or reading. `stir` is the context's."""

    tx: AsyncConnection
    community: int
    stir: Callable[[str], None]

    async def add(self, question: Question) -> Question:
        values = _written(question) | {"community_id": self.community}
        made = await self.tx.execute(insert(questions).values(**values))
        self.stir(question.message.channel)
        return replace(question, id=inserted_id(made))

    async def save(self, question: Question) -> None:
        here = self._here(questions.c.id == question.id)
        await self.tx.execute(update(questions).where(here).values(**_written(question)))

    async def drop(self, question: Question) -> None:
        """It is answered, or nobody's business any more."""
        await self.tx.execute(delete(questions).where(self._here(questions.c.id == question.id)))
        self.stir(question.message.channel)

    async def get(self, question: int) -> Question | None:
        """To be changed: nobody else changes it meanwhile."""
        found = await self._find(questions.c.id == question, lock=True)
        return found[0] if found else None

    async def of_message(self, message: MessageRef) -> Question | None:
        here = (questions.c.channel == message.channel) & (questions.c.message == message.message)
        found = await self._find(here)
        return found[0] if found else None

    async def waiting(self) -> Sequence[Question]:
        """Everything that nobody has answered, listed or not, oldest first."""
        return await self._find(questions.c.id > 0)

    async def listed(self) -> Sequence[Question]:
        """What staff should see, oldest first."""
        return await self._find(questions.c.listed_at.is_not(None))

    async def of_member(self, member: str) -> Sequence[Question]:
        return await self._find(questions.c.member_id == member)

    async def _find(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Question]:
        rows = select(questions).where(self._here(wanted)).order_by(questions.c.asked_at, questions.c.id)
        found = await self.tx.execute(rows.with_for_update() if lock else rows)
        return [_question(row) for row in found]

    def _here(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (questions.c.community_id == self.community) & wanted


def _written(question: Question) -> dict[str, Any]:
    return {
        "channel": question.message.channel,
        "message": question.message.message,
        "member_id": question.member_id,
        "member_name": question.member_name,
        "text": question.text,
        "asked_at": question.asked_at,
        "listed_at": question.listed_at,
    }


def _question(row: Any) -> Question:
    message = MessageRef(row.channel, row.message)
    name, text = row.member_name, row.text
    return Question(row.id, message, row.member_id, name, text, row.asked_at, row.listed_at)
