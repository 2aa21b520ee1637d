"""The tables of follow-ups: what was asked and answered, and who is not to be asked again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id

metadata = MetaData(naming_convention=NAMING)

check_ins = Table(
    "followups_check_ins",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("case_id", Id, ForeignKey(cases.c.id), nullable=False),
    Column("round", Integer, nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("reminded_at", Instant),
    Column("answered_at", Instant),
    Column("answer", String(20)),
    Column("score", Integer),
    UniqueConstraint("case_id", "round"),
)

quiet = Table(
    "followups_quiet",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One solving of a case that was asked about; `round` is how often the case had been re-opened by then."""

    id: int
    case_id: int
    round: int
    member_id: str
    asked_at: datetime
    reminded_at: datetime | None
    answered_at: datetime | None
    answer: str | None
    score: int | None


@dataclass(frozen=True, slots=True)
class Store:
    """Follow-ups of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def ask(self, case: int, round_: int, member: str, at: datetime) -> int:
        """Write down that it was asked; the check-in's id."""
        values = {"case_id": case, "round": round_, "member_id": member, "asked_at": at}
        return inserted_id(
            await self.tx.execute(insert(check_ins).values(community_id=self.community, **values))
        )

    async def latest(self, case: int) -> CheckIn | None:
        """The last check-in of the case."""
        rows = select(check_ins).where(self._here(), check_ins.c.case_id == case)
        row = (await self.tx.execute(rows.order_by(check_ins.c.round.desc()).limit(1))).one_or_none()
        return _check_in(row) if row else None

    async def remind(self, check_in: int, at: datetime) -> None:
        await self._change(check_in, reminded_at=at)

    async def answer(self, check_in: int, answer: str, at: datetime) -> None:
        await self._change(check_in, answer=answer, answered_at=at)

    async def rate(self, check_in: int, score: int) -> None:
        await self._change(check_in, score=score)

    async def last_asked(self, member: str) -> datetime | None:
        """When this member was asked last, about any case."""
        latest = select(func.max(check_ins.c.asked_at)).where(self._here(), check_ins.c.member_id == member)
        at: datetime | None = (await self.tx.execute(latest)).scalar_one()
        return at

    async def leave_alone(self, member: str) -> None:
        """Never ask this member again."""
        if not await self.is_left_alone(member):
            await self.tx.execute(insert(quiet).values(community_id=self.community, member_id=member))

    async def is_left_alone(self, member: str) -> bool:
        here = (quiet.c.community_id == self.community) & (quiet.c.member_id == member)
        return (await self.tx.execute(select(quiet.c.member_id).where(here))).first() is not None

    async def of_member(self, member: str) -> list[CheckIn]:
        rows = select(check_ins).where(self._here(), check_ins.c.member_id == member)
        return [_check_in(row) for row in await self.tx.execute(rows.order_by(check_ins.c.id))]

    async def forget(self, member: str) -> None:
        """The wish not to be asked goes too: nothing is left to tell by."""
        for table in (check_ins, quiet):
            here = (table.c.community_id == self.community) & (table.c.member_id == member)
            await self.tx.execute(delete(table).where(here))

    async def _change(self, check_in: int, **values: Any) -> None:
        await self.tx.execute(
            update(check_ins).where(self._here(), check_ins.c.id == check_in).values(**values)
        )

    def _here(self) -> ColumnElement[bool]:
        return check_ins.c.community_id == self.community


def _check_in(row: Any) -> CheckIn:
    return CheckIn(**{name: getattr(row, name) for name in CheckIn.__slots__})
