"""Incidents: one cause behind many cases. What the rest of the core and other features may know of them.

What people do with an incident is the feature's; here are its rows, and which cases it speaks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, func, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases, incident_cases, incidents
from bot.detection import Topic
from bot.durable.once import insert_once
from bot.durable.types import inserted_id


class Stage(StrEnum):
    """`proposed`: staff are asked. `open`: somebody has it. `solving`: those affected are told that it is over."""

    PROPOSED = "proposed"
    OPEN = "open"
    SOLVING = "solving"
    SOLVED = "solved"
    DISMISSED = "dismissed"
    LAPSED = "lapsed"


SPEAKING = (Stage.OPEN, Stage.SOLVING)
"""Stages in which an incident speaks for its cases."""


@dataclass(frozen=True, slots=True)
class Incident:
    """`since` is when the rise began, `people` how many it was proposed for, `usual` how many there are at that hour
    in half an hour. `nudges` counts how often staff were asked. `next_update_at` is what everybody was told.
    """

    id: int
    topic: Topic
    state: Stage
    since: datetime
    proposed_at: datetime
    people: int
    usual: float
    nudges: int
    taken_by: str | None = None
    taken_name: str | None = None
    next_update_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_live(self) -> bool:
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class Part:
    """A case and what it has heard: `told` is the id of the last update, 0: none yet.

    `joined_at` is None while it is only proposed.
    """

    case_id: int
    incident_id: int
    joined_at: datetime | None
    told: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How large an incident is."""

    cases: int
    people: int


@dataclass(frozen=True, slots=True)
class Incidents:
    """The incidents of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def hushes(self, topic: Topic) -> bool:
        """Whether nobody is acknowledged aloud who writes about this: staff are asked, or are at it."""
        return await self.live_of(topic) is not None

    async def covers(self, case: int) -> bool:
        """Whether an incident speaks for the case, so that its own times rest."""
        mine = incident_cases.c.case_id == case
        return (await self.tx.execute(_spoken_for().where(mine).limit(1))).first() is not None

    async def affects(self, member: str) -> bool:
        """Whether a case of theirs is in an incident that is not over: nobody asks them how other things went."""
        theirs = (cases.c.community_id == self.community) & (cases.c.member_id == member)
        rows = _spoken_for().join(cases, cases.c.id == incident_cases.c.case_id).where(theirs)
        return (await self.tx.execute(rows.limit(1))).first() is not None

    async def propose(self, topic: Topic, since: datetime, now: datetime, people: int, usual: float) -> int:
        """A new one; its id."""
        made = await self.tx.execute(
            insert(incidents).values(
                community_id=self.community,
                topic=topic,
                state=Stage.PROPOSED,
                since=since,
                proposed_at=now,
                people=people,
                usual=usual,
                nudges=0,
            )
        )
        return inserted_id(made)

    async def get(self, incident: int) -> Incident | None:
        found = await self._many(incidents.c.id == incident)
        return found[0] if found else None

    async def live(self) -> Sequence[Incident]:
        """All that are not over, oldest first."""
        return await self._many(incidents.c.ended_at.is_(None))

    async def live_of(self, topic: Topic) -> Incident | None:
        found = await self._many(incidents.c.ended_at.is_(None) & (incidents.c.topic == topic))
        return found[0] if found else None

    async def last_of(self, topic: Topic) -> Incident | None:
        """The latest about this, over or not."""
        found = await self._many(incidents.c.topic == topic)
        return found[-1] if found else None

    async def of_case(self, case: int) -> Incident | None:
        """The live incident that the case is a part of."""
        mine = select(incident_cases.c.incident_id).where(
            incident_cases.c.case_id == case, ~incident_cases.c.apart
        )
        found = await self._many(incidents.c.ended_at.is_(None) & incidents.c.id.in_(mine))
        return found[0] if found else None

    async def move(self, incident: Incident, to: Stage, **changed: object) -> bool:
        """From the stage it was read in to another; False if somebody else was quicker."""
        here = (incidents.c.id == incident.id) & (incidents.c.state == incident.state)
        done = await self.tx.execute(update(incidents).where(here).values(state=to, **changed))
        return done.rowcount == 1

    async def note(self, incident: int, **changed: object) -> None:
        await self.tx.execute(update(incidents).where(incidents.c.id == incident).values(**changed))

    async def attach(self, incident: int, case: int, *, again: bool = False) -> bool:
        """Make the case a part; what was taken out comes back only if somebody wants it `again`."""
        known = (await self.tx.execute(_row(case))).one_or_none()
        if known is None:
            row = {"case_id": case, "incident_id": incident, "told": 0, "apart": False}
            return await insert_once(self.tx, incident_cases, row)
        if not again or (known.incident_id == incident and not known.apart):
            return False
        values = {"incident_id": incident, "joined_at": None, "told": 0, "apart": False}
        await self.tx.execute(update(incident_cases).where(incident_cases.c.case_id == case).values(**values))
        return True

    async def detach(self, case: int) -> None:
        """It is none of them after all, and doesn't come back by itself."""
        await self.mark(case, apart=True)

    async def mark(self, case: int, **changed: object) -> None:
        await self.tx.execute(
            update(incident_cases).where(incident_cases.c.case_id == case).values(**changed)
        )

    async def part(self, case: int) -> Part | None:
        rows = await self.tx.execute(_row(case).where(~incident_cases.c.apart))
        return next((_part(row) for row in rows), None)

    async def parts(self, incident: int, *, unheard_of: int, limit: int) -> Sequence[Part]:
        """Cases that haven't joined yet, or haven't heard this update; oldest first."""
        behind = incident_cases.c.joined_at.is_(None) | (incident_cases.c.told < unheard_of)
        mine = (incident_cases.c.incident_id == incident) & ~incident_cases.c.apart & behind
        rows = select(incident_cases).where(mine).order_by(incident_cases.c.case_id).limit(limit)
        return [_part(row) for row in await self.tx.execute(rows)]

    async def joined(self, incident: int, limit: int) -> Sequence[Part]:
        """Cases that it speaks or spoke for, and that are still open."""
        mine = (incident_cases.c.incident_id == incident) & ~incident_cases.c.apart
        going = incident_cases.c.joined_at.is_not(None) & cases.c.status.not_in(("solved", "closed"))
        joined = incident_cases.join(cases, cases.c.id == incident_cases.c.case_id)
        rows = select(*incident_cases.c).select_from(joined).where(mine, going)
        found = await self.tx.execute(rows.order_by(incident_cases.c.case_id).limit(limit))
        return [_part(row) for row in found]

    async def counted(self, incident: int) -> Counted:
        mine = (incident_cases.c.incident_id == incident) & ~incident_cases.c.apart
        counts = select(func.count(), func.count(cases.c.member_id.distinct()))
        rows = counts.select_from(incident_cases.join(cases, cases.c.id == incident_cases.c.case_id))
        return Counted(*(await self.tx.execute(rows.where(mine))).one())

    async def channels(self, incident: int) -> Sequence[str]:
        """Where its cases began, in public."""
        mine = (incident_cases.c.incident_id == incident) & ~incident_cases.c.apart
        rows = (
            select(cases.c.channel)
            .distinct()
            .select_from(incident_cases.join(cases, cases.c.id == incident_cases.c.case_id))
        )
        found = await self.tx.execute(
            rows.where(mine, cases.c.channel.is_not(None)).order_by(cases.c.channel)
        )
        return list(found.scalars())

    async def forget(self, member: str) -> None:
        """Who of staff had one is no longer known."""
        here = (incidents.c.community_id == self.community) & (incidents.c.taken_by == member)
        await self.tx.execute(update(incidents).where(here).values(taken_by="-", taken_name="-"))

    async def _many(self, wanted: ColumnElement[bool]) -> Sequence[Incident]:
        rows = select(incidents).where(incidents.c.community_id == self.community, wanted)
        return [_incident(row) for row in await self.tx.execute(rows.order_by(incidents.c.id))]


def _spoken_for() -> Select[tuple[int]]:
    joined = incident_cases.join(incidents, incidents.c.id == incident_cases.c.incident_id)
    rows = select(incident_cases.c.case_id).select_from(joined)
    return rows.where(~incident_cases.c.apart, incidents.c.state.in_(SPEAKING))


def _row(case: int) -> Select[tuple[object, ...]]:
    return select(*incident_cases.c).where(incident_cases.c.case_id == case)


def _part(row: Row[tuple[object, ...]]) -> Part:
    return Part(**{field.name: getattr(row, field.name) for field in fields(Part)})


def _incident(row: Row[tuple[object, ...]]) -> Incident:
    values = {field.name: getattr(row, field.name) for field in fields(Incident)}
    return Incident(**values | {"topic": Topic(row.topic), "state": Stage(row.state)})
