"""The tables of incidents: what was told to everybody, where the notices hang, and who said "same here"."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import (
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
    func,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases, incident_cases, incidents
from bot.detection import Topic
from bot.durable.once import insert_once
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id
from bot.vocabulary.places import MessageRef

metadata = MetaData(naming_convention=NAMING)

updates = Table(
    "incidents_updates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("incident_id", Id, ForeignKey(incidents.c.id), nullable=False),
    Column("by", String(100), nullable=False),
    Column("name", String(200), nullable=False),
    Column("as_team", Boolean, nullable=False),
    Column("text", Text),
    Column("at", Instant, nullable=False),
    Column("until", Instant),
)
Index("ix_incidents_updates_incident", updates.c.incident_id, updates.c.id)

notices = Table(
    "incidents_notices",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("incident_id", Id, ForeignKey(incidents.c.id), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("message", String(100)),
    UniqueConstraint("incident_id", "channel"),
)
Index("ix_incidents_notices_message", notices.c.community_id, notices.c.channel, notices.c.message)

affected = Table(
    "incidents_affected",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("incident_id", Id, ForeignKey(incidents.c.id)),
    Column("case_id", Id, ForeignKey(cases.c.id)),
    Column("member_id", String(100), nullable=False),
    Column("language", String(10), nullable=False),
    Column("told", Boolean, nullable=False),
    UniqueConstraint("incident_id", "member_id"),
    UniqueConstraint("case_id", "member_id"),
)
Index("ix_incidents_affected_member", affected.c.community_id, affected.c.member_id)


@dataclass(frozen=True, slots=True)
class Update:
    """What `name` told everybody; the next word comes at `until`, None: it is over.

    Without a text it only puts off the next word: the time had come, and nobody had written.
    """

    id: int
    incident_id: int
    by: str
    name: str
    as_team: bool
    text: str | None
    at: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Notice:
    """The public notice in one channel; `message` is None until it stands there."""

    id: int
    incident_id: int
    channel: str
    message: str | None


@dataclass(frozen=True, slots=True)
class Affected:
    """Somebody who said that it is the same with them."""

    id: int
    member_id: str
    language: str


@dataclass(frozen=True, slots=True)
class Store:
    """What one community has of this, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def age(self, now: datetime) -> timedelta:
        """How long the community is known."""
        born = select(communities.c.created_at).where(communities.c.id == self.community)
        since: datetime = (await self.tx.execute(born)).scalar_one()
        return now - since

    async def people(self, topic: Topic, since: datetime) -> int:
        """Different members with a case about it since then."""
        rows = select(func.count(cases.c.member_id.distinct())).where(self._about(topic, since))
        return int((await self.tx.execute(rows)).scalar_one())

    async def rising(self, topic: Topic, since: datetime) -> Sequence[int]:
        """Cases about it since then that are not over and not hidden from anybody of staff, oldest first."""
        plain = cases.c.status.not_in(("solved", "closed")) & cases.c.about.is_(None)
        rows = select(cases.c.id).where(self._about(topic, since), plain).order_by(cases.c.id)
        return list((await self.tx.execute(rows)).scalars())

    async def past(self, topic: Topic, since: datetime, until: datetime) -> Sequence[datetime]:
        """When its cases were opened, without those of incidents."""
        known = select(incident_cases.c.case_id).where(
            incident_cases.c.case_id == cases.c.id, ~incident_cases.c.apart
        )
        here = self._about(topic, since) & (cases.c.opened_at < until) & ~known.exists()
        return list((await self.tx.execute(select(cases.c.opened_at).where(here))).scalars())

    async def how_many(self, topic: Topic, since: datetime, until: datetime) -> int:
        """The same as a count, with those of incidents: cheap, however many there are."""
        here = self._about(topic, since) & (cases.c.opened_at < until)
        rows = select(func.count()).select_from(cases).where(here)
        return int((await self.tx.execute(rows)).scalar_one())

    async def last_opened(self, incident: int) -> datetime | None:
        """When the newest of its cases was opened."""
        joined = incident_cases.join(cases, cases.c.id == incident_cases.c.case_id)
        rows = select(func.max(cases.c.opened_at)).select_from(joined)
        found = await self.tx.execute(rows.where(incident_cases.c.incident_id == incident))
        newest: datetime | None = found.scalar_one()
        return newest

    def _about(self, topic: Topic, since: datetime) -> ColumnElement[bool]:
        return (
            (cases.c.community_id == self.community) & (cases.c.topic == topic) & (cases.c.opened_at >= since)
        )

    async def tell(self, word: Update) -> int:
        """Keep what everybody is to hear; its id."""
        values = {field.name: getattr(word, field.name) for field in fields(Update) if field.name != "id"}
        made = await self.tx.execute(updates.insert().values(community_id=self.community, **values))
        return inserted_id(made)

    async def latest(self, incident: int, *, with_text: bool = False) -> Update | None:
        """The last word, or the last in somebody's own words."""
        mine = updates.c.incident_id == incident
        mine &= updates.c.text.is_not(None) if with_text else true()
        rows = select(updates).where(mine).order_by(updates.c.id.desc()).limit(1)
        row = (await self.tx.execute(rows)).one_or_none()
        return Update(**{field.name: getattr(row, field.name) for field in fields(Update)}) if row else None

    async def hang(self, incident: int, channel: str) -> None:
        """There is to be a notice in this channel."""
        row = {"community_id": self.community, "incident_id": incident, "channel": channel}
        await insert_once(self.tx, notices, row)

    async def notices(self, incident: int) -> Sequence[Notice]:
        return await self._notices(notices.c.incident_id == incident)

    async def notice(self, notice: int) -> Notice | None:
        return next(iter(await self._notices(notices.c.id == notice)), None)

    async def notice_at(self, message: MessageRef) -> Notice | None:
        """The notice that this message is."""
        here = (notices.c.channel == message.channel) & (notices.c.message == message.message)
        return next(iter(await self._notices(here)), None)

    async def stands(self, notice: int, message: MessageRef) -> None:
        """It was posted."""
        await self.tx.execute(update(notices).where(notices.c.id == notice).values(message=message.message))

    async def _notices(self, wanted: ColumnElement[bool]) -> Sequence[Notice]:
        rows = select(notices).where(notices.c.community_id == self.community, wanted)
        found = await self.tx.execute(rows.order_by(notices.c.id))
        return [Notice(row.id, row.incident_id, row.channel, row.message) for row in found]

    async def join(self, member: str, language: str, *, incident: int | None, case: int | None) -> bool:
        """It is the same with this member; False if that was known."""
        row = {
            "community_id": self.community,
            "incident_id": incident,
            "case_id": case,
            "member_id": member,
            "language": language,
            "told": False,
        }
        return await insert_once(self.tx, affected, row)

    async def untold(
        self, *, incident: int | None = None, case: int | None = None, limit: int = 1000
    ) -> Sequence[Affected]:
        """Who is to hear how it ended."""
        here = affected.c.incident_id == incident if case is None else affected.c.case_id == case
        rows = select(affected).where(affected.c.community_id == self.community, here, ~affected.c.told)
        found = await self.tx.execute(rows.order_by(affected.c.id).limit(limit))
        return [Affected(row.id, row.member_id, row.language) for row in found]

    async def told(self, one: int) -> None:
        await self.tx.execute(update(affected).where(affected.c.id == one).values(told=True))

    async def count_affected(self, incident: int) -> int:
        rows = select(func.count()).select_from(affected).where(affected.c.incident_id == incident)
        return int((await self.tx.execute(rows)).scalar_one())

    async def has_case(self, incident: int, member: str) -> bool:
        """Whether the member hears of it by a case of their own."""
        joined = incident_cases.join(cases, cases.c.id == incident_cases.c.case_id)
        mine = (incident_cases.c.incident_id == incident) & (cases.c.member_id == member)
        rows = select(cases.c.id).select_from(joined).where(mine, ~incident_cases.c.apart)
        return (await self.tx.execute(rows.limit(1))).first() is not None

    async def of_member(self, member: str) -> int:
        """How often they said so."""
        rows = select(func.count()).select_from(affected).where(self._is(affected.c.member_id == member))
        return int((await self.tx.execute(rows)).scalar_one())

    async def drop(self, case: int) -> None:
        """Nobody is told any more what became of the case."""
        await self.tx.execute(delete(affected).where(affected.c.case_id == case))

    async def forget(self, member: str) -> None:
        """What they joined; and of staff, whose words they were."""
        await self.tx.execute(delete(affected).where(self._is(affected.c.member_id == member)))
        mine = (updates.c.community_id == self.community) & (updates.c.by == member)
        await self.tx.execute(update(updates).where(mine).values(by="-", name="-"))

    def _is(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (affected.c.community_id == self.community) & wanted
