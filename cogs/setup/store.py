"""The tables of set-up: where it stands in a community, what people said of its cards, where the notice hangs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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
    case,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant
from bot.ports import Channel, Group, Purpose
from bot.vocabulary.codec import from_json, to_json
from cogs.setup.model import LAST_ACKS, Score

metadata = MetaData(naming_convention=NAMING)

progress = Table(
    "setup_progress",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("card", String(120)),
    Column("seen", JSON(none_as_null=True)),
    Column("notice_reason", Text),
    Column("paused_by", String(200)),
    Column("asked", Boolean, nullable=False),
    Column("trusted_at", Instant),
    Column("suggested", String(20)),
)

judgements = Table(
    "setup_judgements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("case_id", Id, ForeignKey(cases.c.id), unique=True),
    Column("language", String(10), nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("acked_at", Instant),
    Column("right", Boolean),
    Column("at", Instant, nullable=False),
)
Index("ix_setup_judgements_acked", judgements.c.community_id, judgements.c.acked_at)

notices = Table(
    "setup_notices",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("channel", String(100), primary_key=True),
    Column("state", String(10), nullable=False),
)


class Notice(StrEnum):
    """What became of the notice in a channel."""

    ASKED = "asked"
    POSTED = "posted"
    PINNED = "pinned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Lack:
    """What the bot may not do in a channel, as codes of the platform."""

    channel: str
    purpose: Purpose
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The last survey of the platform; `groups` has the people who were named, too."""

    channels: tuple[Channel, ...] = ()
    groups: tuple[Group, ...] = ()
    lacks: tuple[Lack, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """`card` is the key of the place where the card stands; `paused_by` a name, None for the brake.

    `asked` says that the pause is over and staff were asked; acknowledgements before `trusted_at` no longer count
    for the brake; `suggested` is the mode that was suggested last.
    """

    since: datetime
    card: str | None = None
    seen: Seen = Seen()
    notice_reason: str | None = None
    paused_by: str | None = None
    asked: bool = False
    trusted_at: datetime | None = None
    suggested: str | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """The rows of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def progress(self, now: datetime) -> Progress:
        """How far it is; a community that was never looked at begins now."""
        found = await self.tx.execute(select(progress).where(progress.c.community_id == self.community))
        row = found.one_or_none()
        if row is None:
            return Progress(now)
        values = {name: getattr(row, name) for name in Progress.__slots__}
        return Progress(**{**values, "seen": from_json(Seen, row.seen) if row.seen else Seen()})

    async def save(self, changed: Progress) -> None:
        await self.tx.execute(delete(progress).where(progress.c.community_id == self.community))
        values = {name: getattr(changed, name) for name in Progress.__slots__}
        values["seen"] = to_json(Seen, changed.seen)
        await self.tx.execute(insert(progress).values(community_id=self.community, **values))

    async def opened(self, case_id: int, language: str, at: datetime) -> None:
        """The bot opened this case by itself; nobody has said yet if it was right."""
        await self._judged(case_id, language, at, sure=True, right=None)

    async def judged(self, language: str, at: datetime, *, sure: bool, right: bool, case: int | None) -> None:
        """A person decided on a card that asked; if it became a case, that one needs no other judgement."""
        if case is not None:
            await self.tx.execute(delete(judgements).where(self._mine(), judgements.c.case_id == case))
        await self._judged(case, language, at, sure=sure, right=right)

    async def _judged(
        self, case_id: int | None, language: str, at: datetime, *, sure: bool, right: bool | None
    ) -> None:
        row = {"case_id": case_id, "language": language, "sure": sure, "right": right, "at": at}
        await self.tx.execute(insert(judgements).values(community_id=self.community, **row))

    async def acknowledged(self, case_id: int, at: datetime) -> None:
        await self._change(case_id, acked_at=at)

    async def called(self, case_id: int, *, right: bool) -> bool:
        """Somebody treated it as a case, or said that it was none; whether it had been acknowledged aloud.

        A no counts whatever was said before; a yes only if nothing was.
        """
        unsaid = judgements.c.right.is_(None) if right else judgements.c.right.is_not(False)
        await self._change(case_id, unsaid, right=right)
        here = self._mine() & (judgements.c.case_id == case_id)
        acked = select(judgements.c.acked_at).where(here)
        return (await self.tx.execute(acked)).scalar_one_or_none() is not None

    async def last_acks(self, since: datetime | None) -> Sequence[bool | None]:
        """Whether the last acknowledgements were right, latest first."""
        here = self._mine() & judgements.c.acked_at.is_not(None)
        if since is not None:
            here &= judgements.c.acked_at > since
        latest = select(judgements.c.right).where(here).order_by(judgements.c.acked_at.desc())
        return [row.right for row in await self.tx.execute(latest.limit(LAST_ACKS))]

    async def scores(self, since: datetime) -> Sequence[Score]:
        """What people said of the cards that would have been acted on, by language; most cards first."""
        judged = func.count().label("judged")
        right = func.sum(case((judgements.c.right, 1), else_=0)).label("well")
        here = self._mine() & judgements.c.sure & judgements.c.right.is_not(None) & (judgements.c.at >= since)
        found = select(judgements.c.language, judged, right).where(here).group_by(judgements.c.language)
        rows = await self.tx.execute(found.order_by(judged.desc(), judgements.c.language))
        return [Score(row.language, row.judged, row.well) for row in rows]

    async def notices(self) -> Mapping[str, Notice]:
        """Where the notice was asked to hang, by channel."""
        rows = await self.tx.execute(select(notices).where(notices.c.community_id == self.community))
        return {row.channel: Notice(row.state) for row in rows}

    async def keep_notice(self, channel: str, state: Notice | None) -> None:
        """None: it hangs there no more."""
        here = (notices.c.community_id == self.community) & (notices.c.channel == channel)
        await self.tx.execute(delete(notices).where(here))
        if state is not None:
            row = {"community_id": self.community, "channel": channel, "state": state}
            await self.tx.execute(insert(notices).values(**row))

    async def _change(self, case_id: int, *where: ColumnElement[bool], **values: Any) -> None:
        here = self._mine() & (judgements.c.case_id == case_id)
        await self.tx.execute(update(judgements).where(here, *where).values(**values))

    def _mine(self) -> ColumnElement[bool]:
        return judgements.c.community_id == self.community
