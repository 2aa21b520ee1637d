"""The tables of promises: each time that was promised in a case, what became of it, and how often who was called."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.model import NextStep
from bot.cases.tables import cases
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id
from cogs.deadlines.model import Outcome, Promise

metadata = MetaData(naming_convention=NAMING)

promises = Table(
    "deadlines_promises",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("case_id", Id, ForeignKey(cases.c.id), nullable=False),
    Column("step", String(30), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("seconds_left", Integer),
    Column("reminded_at", Instant),
    Column("breached_at", Instant),
    Column("raised_at", Instant),
    Column("ended_at", Instant),
    Column("outcome", String(20)),
)
Index("ix_deadlines_promises_case", promises.c.case_id, promises.c.id)
Index(
    "ix_deadlines_promises_open",
    promises.c.community_id,
    promises.c.due_at,
    sqlite_where=text("ended_at is null"),
    postgresql_where=text("ended_at is null"),
)

pings = Table(
    "deadlines_pings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("person", String(100), nullable=False),
    Column("at", Instant, nullable=False),
)
"""Who of staff was called by name when; older than a day it is nobody's business."""
Index("ix_deadlines_pings_person", pings.c.community_id, pings.c.person, pings.c.at)


@dataclass(frozen=True, slots=True)
class Store:
    """The promises of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def begin(self, case: int, step: NextStep, now: datetime, due_at: datetime) -> Promise:
        promise = Promise(0, case, step, now, due_at)
        values = asdict(promise) | {"community_id": self.community}
        del values["id"]
        made = await self.tx.execute(insert(promises).values(**values))
        return Promise(inserted_id(made), case, step, now, due_at)

    async def save(self, promise: Promise) -> None:
        await self.tx.execute(update(promises).where(promises.c.id == promise.id).values(**asdict(promise)))

    async def get(self, promise: int) -> Promise | None:
        """The promise, to be changed: nobody else changes it meanwhile."""
        found = await self._find(promises.c.id == promise, lock=True)
        return found[0] if found else None

    async def open_of(self, case: int) -> Sequence[Promise]:
        """What is still owed in the case, oldest promise first, to be changed."""
        return await self._find((promises.c.case_id == case) & promises.c.ended_at.is_(None), lock=True)

    async def of_case(self, case: int) -> Sequence[Promise]:
        """Every promise that was ever made in it."""
        return await self._find(promises.c.case_id == case)

    async def pressing(self) -> Sequence[Promise]:
        """What the team is told of, longest overdue first: it is over, or nobody has it.

        Without the cases that somebody of staff may not see.
        """
        nobodys = promises.c.reminded_at.is_not(None) & cases.c.assignee.is_(None)
        return await self._listed(promises.c.breached_at.is_not(None) | nobodys)

    async def raised(self) -> Sequence[Promise]:
        """What the next level was told of and is still owed, in the same way."""
        return await self._listed(promises.c.raised_at.is_not(None))

    async def _listed(self, wanted: ColumnElement[bool]) -> Sequence[Promise]:
        going = promises.c.ended_at.is_(None) & promises.c.seconds_left.is_(None)
        rows = select(promises).join(cases, cases.c.id == promises.c.case_id)
        here = rows.where(promises.c.community_id == self.community, going, cases.c.about.is_(None), wanted)
        found = await self.tx.execute(here.order_by(promises.c.due_at, promises.c.id))
        return [_promise(row) for row in found]

    async def pings(self, person: str, since: datetime) -> int:
        """How often somebody was called since then."""
        theirs = (pings.c.community_id == self.community) & (pings.c.person == person)
        counted = select(func.count()).select_from(pings).where(theirs, pings.c.at > since)
        return int((await self.tx.execute(counted)).scalar_one())

    async def call(self, person: str, now: datetime, kept: datetime) -> None:
        """Somebody is called; what was before `kept` is not kept."""
        theirs = (pings.c.community_id == self.community) & (pings.c.person == person)
        await self.tx.execute(delete(pings).where(theirs, pings.c.at <= kept))
        await self.tx.execute(insert(pings).values(community_id=self.community, person=person, at=now))

    async def forget(self, person: str) -> None:
        """That they were called is no longer known."""
        theirs = (pings.c.community_id == self.community) & (pings.c.person == person)
        await self.tx.execute(delete(pings).where(theirs))

    async def _find(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Promise]:
        here = (promises.c.community_id == self.community) & wanted
        rows = select(promises).where(here).order_by(promises.c.due_at, promises.c.id)
        found = await self.tx.execute(rows.with_for_update() if lock else rows)
        return [_promise(row) for row in found]


def _promise(row: Row[tuple[object, ...]]) -> Promise:
    values = row._asdict()
    del values["community_id"]
    outcome = Outcome(values["outcome"]) if values["outcome"] else None
    return Promise(**values | {"step": NextStep(values["step"]), "outcome": outcome})
