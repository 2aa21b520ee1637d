"""The tables of intake: thoughts that are being listened to or wait for a person's word, and acknowledgements."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Attended
from bot.cases.tables import cases
from bot.detection import Assessment
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id
from bot.vocabulary.codec import from_json, to_json
from bot.vocabulary.people import Member
from bot.vocabulary.places import MessageRef
from cogs.intake.model import Spoken

metadata = MetaData(naming_convention=NAMING)

thoughts = Table(
    "intake_thoughts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("member", JSON(none_as_null=True)),
    Column("spoken", JSON(none_as_null=True)),
    Column("assessment", JSON(none_as_null=True)),
    Column("state", String(10), nullable=False),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("answered_by", String(100)),
    Column("answered_name", String(200)),
    Column("answer", Text),
    Column("answer_message", String(100)),
)
Index("ix_intake_thoughts_state", thoughts.c.community_id, thoughts.c.state, thoughts.c.channel)

acks = Table(
    "intake_acks",
    metadata,
    Column("case_id", Id, ForeignKey(cases.c.id), primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("style", String(10), nullable=False),
    Column("wording", Integer, nullable=False),
    Column("after_hours", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
)
Index("ix_intake_acks_channel", acks.c.community_id, acks.c.channel, acks.c.at)

LISTENING, MAYBE = "listening", "maybe"


@dataclass(frozen=True, slots=True)
class Answering:
    """Words of staff that were said while we listened."""

    by: str
    name: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Thought:
    """What one member said in one channel, in one go. Its words are erased when it is done."""

    id: int
    channel: str
    member: Member
    spoken: tuple[Spoken, ...]
    assessment: Assessment
    state: str
    first_at: datetime
    last_at: datetime
    answering: Answering | None = None

    @property
    def origin(self) -> MessageRef:
        return MessageRef(self.channel, self.spoken[0].message)

    @property
    def text(self) -> str:
        return "\n".join(spoken.text for spoken in self.spoken)


@dataclass(frozen=True, slots=True)
class Ack:
    """How a case was acknowledged; `wording` stays the same whatever is retried."""

    case_id: int
    channel: str
    member_id: str
    style: str
    wording: int
    after_hours: bool
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Store:
    """Intake's rows of one community, within the caller's transaction or reading. `stir` is the context's."""

    tx: AsyncConnection
    community: int
    stir: Callable[[str], None]

    async def add(self, thought: Thought) -> Thought:
        self.stir(thought.channel)
        made = await self.tx.execute(
            insert(thoughts).values(community_id=self.community, **_written(thought))
        )
        return replace(thought, id=inserted_id(made))

    async def save(self, thought: Thought) -> None:
        self.stir(thought.channel)
        await self.tx.execute(update(thoughts).where(thoughts.c.id == thought.id).values(**_written(thought)))

    async def drop(self, thought: Thought) -> None:
        """It is over and its words go."""
        self.stir(thought.channel)
        await self.tx.execute(delete(thoughts).where(thoughts.c.id == thought.id))

    async def get(self, thought: int) -> Thought | None:
        here = (thoughts.c.community_id == self.community) & (thoughts.c.id == thought)
        row = (await self.tx.execute(select(thoughts).where(here))).one_or_none()
        return _thought(row) if row else None

    async def listening(self, channel: str, member: str | None = None) -> Sequence[Thought]:
        """Thoughts not over yet in a channel: everybody's or one member's."""
        here = (
            (thoughts.c.community_id == self.community)
            & (thoughts.c.state == LISTENING)
            & (thoughts.c.channel == channel)
        )
        if member is not None:
            here &= thoughts.c.member_id == member
        rows = await self.tx.execute(select(thoughts).where(here).order_by(thoughts.c.id))
        return [_thought(row) for row in rows]

    async def attended(self, channel: str) -> Sequence[Attended]:
        """Whom we listen to in a channel, and the messages that are held there, by us or in front of staff."""
        live = (thoughts.c.community_id == self.community) & thoughts.c.state.in_((LISTENING, MAYBE))
        rows = await self.tx.execute(select(thoughts).where(live, thoughts.c.channel == channel))
        return [
            Attended(
                thought.member.id if thought.state == LISTENING else None,
                tuple(spoken.message for spoken in thought.spoken),
            )
            for thought in map(_thought, rows)
        ]

    async def holding(self, message: MessageRef) -> Thought | None:
        """The thought (listened to, or a maybe) that holds this message."""
        here = (thoughts.c.community_id == self.community) & (thoughts.c.channel == message.channel)
        for row in await self.tx.execute(select(thoughts).where(here)):
            thought = _thought(row)
            if any(spoken.message == message.message for spoken in thought.spoken):
                return thought
        return None

    async def of_member(self, member: str) -> Sequence[Thought]:
        here = (thoughts.c.community_id == self.community) & (thoughts.c.member_id == member)
        return [_thought(row) for row in await self.tx.execute(select(thoughts).where(here))]

    async def keep_ack(self, ack: Ack) -> None:
        await self.tx.execute(delete(acks).where(acks.c.case_id == ack.case_id))
        values = {name: getattr(ack, name) for name in Ack.__slots__}
        await self.tx.execute(insert(acks).values(community_id=self.community, **values))

    async def ack_of(self, case: int) -> Ack | None:
        here = (acks.c.community_id == self.community) & (acks.c.case_id == case)
        row = (await self.tx.execute(select(acks).where(here))).one_or_none()
        return Ack(**{name: getattr(row, name) for name in Ack.__slots__}) if row else None

    async def count_acks(
        self, since: datetime, *, channel: str | None = None, member: str | None = None
    ) -> int:
        """Public acknowledgements since then, in a channel or of a member."""
        here = (acks.c.community_id == self.community) & (acks.c.style == "reply") & (acks.c.at >= since)
        if channel is not None:
            here &= acks.c.channel == channel
        if member is not None:
            here &= acks.c.member_id == member
        counted = select(func.count()).select_from(acks).where(here)
        return int((await self.tx.execute(counted)).scalar_one())

    async def last_wordings(self, channel: str, limit: int) -> Sequence[int]:
        """The wordings used last in the channel, latest first."""
        here = (acks.c.community_id == self.community) & (acks.c.channel == channel)
        rows = await self.tx.execute(
            select(acks.c.wording).where(here).order_by(acks.c.at.desc()).limit(limit)
        )
        return [row.wording for row in rows]

    async def forget(self, member: str) -> None:
        for table in (thoughts, acks):
            here = (table.c.community_id == self.community) & (table.c.member_id == member)
            await self.tx.execute(delete(table).where(here))


def _written(thought: Thought) -> dict[str, Any]:
    answering = thought.answering
    return {
        "channel": thought.channel,
        "member_id": thought.member.id,
        "member": to_json(Member, thought.member),
        "spoken": to_json(tuple[Spoken, ...], thought.spoken),
        "assessment": thought.assessment.to_json(),
        "state": thought.state,
        "first_at": thought.first_at,
        "last_at": thought.last_at,
        "answered_by": answering.by if answering else None,
        "answered_name": answering.name if answering else None,
        "answer": answering.text if answering else None,
        "answer_message": answering.message if answering else None,
    }


def _thought(row: Any) -> Thought:
    answered = row.answered_by is not None
    return Thought(
        id=row.id,
        channel=row.channel,
        member=from_json(Member, row.member),
        spoken=from_json(tuple[Spoken, ...], row.spoken),
        assessment=Assessment.from_json(row.assessment),
        state=row.state,
        first_at=row.first_at,
        last_at=row.last_at,
        answering=Answering(row.answered_by, row.answered_name, row.answer, row.answer_message)
        if answered
        else None,
    )
