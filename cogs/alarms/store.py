"""The table of alarms: one a case, and what became of it. It holds no words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases
from bot.community import Contact
from bot.durable.once import insert_once
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant
from cogs.alarms.model import LIVE, Alarm, Reason, State

metadata = MetaData(naming_convention=NAMING)

alarms = Table(
    "alarms",
    metadata,
    Column("case_id", Id, ForeignKey(cases.c.id), primary_key=True, autoincrement=False),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("state", String(20), nullable=False),
    Column("since", Instant, nullable=False),
    Column("rung_at", Instant),
    Column("called", JSON, nullable=False),
    Column("now_id", String(100)),
    Column("now_name", String(200)),
    Column("place", String(200)),
)
Index("ix_alarms_state", alarms.c.community_id, alarms.c.state)


@dataclass(frozen=True, slots=True)
class Store:
    """The alarms of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def add(self, alarm: Alarm) -> bool:
        """False if there is one of this case already."""
        return await insert_once(self.tx, alarms, {"community_id": self.community} | _written(alarm))

    async def save(self, alarm: Alarm) -> None:
        await self.tx.execute(update(alarms).where(self._of(alarm.case_id)).values(**_written(alarm)))

    async def drop(self, case: int) -> None:
        await self.tx.execute(delete(alarms).where(self._of(case)))

    async def get(self, case: int) -> Alarm | None:
        """The alarm, to be changed: nobody else changes it meanwhile."""
        found = await self._find(alarms.c.case_id == case, lock=True)
        return found[0] if found else None

    async def look(self, case: int) -> Alarm | None:
        """The alarm, to be read."""
        found = await self._find(alarms.c.case_id == case)
        return found[0] if found else None

    async def live(self) -> Sequence[Alarm]:
        """Those that somebody has to take, or has taken and not ended."""
        return await self._find(alarms.c.state.in_(LIVE))

    async def unclaimed(self, place: str | None) -> Sequence[Alarm]:
        """What nobody has taken whose card stands there; without a card, what any room may show."""
        here = alarms.c.state == State.UNCLAIMED
        if place is not None:
            return await self._find(here & (alarms.c.place == place))
        plain = select(cases.c.id).where(cases.c.community_id == self.community, cases.c.about.is_(None))
        return await self._find(here & alarms.c.place.is_(None) & alarms.c.case_id.in_(plain))

    async def of_member(self, member: str) -> Sequence[Alarm]:
        """About this member's cases."""
        return await self._find(alarms.c.member_id == member)

    async def of_person(self, person: str) -> Sequence[Alarm]:
        """What this person is called for, has taken or has done."""
        return await self._find(alarms.c.now_id == person)

    async def forget_person(self, person: str) -> None:
        """Who was called is no longer known; that somebody was, stays."""
        for alarm in await self._find(alarms.c.case_id > 0):
            if person in alarm.called:
                left = tuple(one for one in alarm.called if one != person)
                await self.save(replace(alarm, called=left))

    async def rung_since(self, since: datetime) -> int:
        """How many managers heard of since then."""
        here = (alarms.c.community_id == self.community) & (alarms.c.rung_at > since)
        counted = select(func.count()).select_from(alarms).where(here)
        return int((await self.tx.execute(counted)).scalar_one())

    async def _find(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Alarm]:
        rows = select(alarms).where((alarms.c.community_id == self.community) & wanted)
        ordered = rows.order_by(alarms.c.since, alarms.c.case_id)
        found = await self.tx.execute(ordered.with_for_update() if lock else ordered)
        return [_alarm(row) for row in found]

    def _of(self, case: int) -> ColumnElement[bool]:
        return (alarms.c.community_id == self.community) & (alarms.c.case_id == case)


def _written(alarm: Alarm) -> dict[str, Any]:
    return {
        "case_id": alarm.case_id,
        "member_id": alarm.member_id,
        "reasons": list(alarm.reasons),
        "state": alarm.state,
        "since": alarm.since,
        "rung_at": alarm.rung_at,
        "called": list(alarm.called),
        "now_id": alarm.now.id if alarm.now else None,
        "now_name": alarm.now.name if alarm.now else None,
        "place": alarm.place,
    }


def _alarm(row: Any) -> Alarm:
    return Alarm(
        case_id=row.case_id,
        member_id=row.member_id,
        reasons=tuple(Reason(reason) for reason in row.reasons),
        state=State(row.state),
        since=row.since,
        rung_at=row.rung_at,
        called=tuple(row.called),
        now=Contact(row.now_id, row.now_name or "") if row.now_id else None,
        place=row.place,
    )
