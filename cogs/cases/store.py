"""Who is writing an answer just now, which cases are about the same, and which lie beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    delete,
    insert,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases
from bot.durable.once import insert_once
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

writing = Table(
    "cases_writing",
    metadata,
    Column("case_id", Id, ForeignKey(cases.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("name", String(200), nullable=False),
    Column("until", Instant, nullable=False),
)

merged = Table(
    "cases_merged",
    metadata,
    Column("case_id", Id, ForeignKey(cases.c.id), primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("into_id", Id, ForeignKey(cases.c.id), nullable=False),
)
Index("ix_cases_merged_into", merged.c.into_id)

links = Table(
    "cases_links",
    metadata,
    Column("case_id", Id, ForeignKey(cases.c.id), primary_key=True),
    Column("other_id", Id, ForeignKey(cases.c.id), primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
)
Index("ix_cases_links_other", links.c.other_id)


@dataclass(frozen=True, slots=True)
class Writer:
    """One of staff with an answer begun; nobody waits for it after `until`."""

    id: str
    name: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Store:
    """What lies beside the cases of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def begin(self, case: int, writer: Writer) -> None:
        """Instead of what the same person had begun before."""
        await self.end(case, writer.id)
        row = {"case_id": case, "member_id": writer.id, "name": writer.name, "until": writer.until}
        await self.tx.execute(insert(writing).values(community_id=self.community, **row))

    async def end(self, case: int, who: str) -> bool:
        """Whether this person had begun one."""
        gone = delete(writing).where(self._writing(case), writing.c.member_id == who)
        return (await self.tx.execute(gone)).rowcount > 0

    async def end_all(self, case: int, before: datetime) -> None:
        """Whatever nobody waits for any more."""
        await self.tx.execute(delete(writing).where(self._writing(case), writing.c.until <= before))

    async def writers(self, case: int, now: datetime) -> Sequence[Writer]:
        """Who is at it, in the order in which that ends."""
        rows = select(writing).where(self._writing(case), writing.c.until > now)
        found = await self.tx.execute(rows.order_by(writing.c.until, writing.c.member_id))
        return [Writer(row.member_id, row.name, row.until) for row in found]

    async def forget(self, who: str) -> None:
        here = (writing.c.community_id == self.community) & (writing.c.member_id == who)
        await self.tx.execute(delete(writing).where(here))

    async def merge(self, case: int, into: int) -> None:
        """Whatever was merged into the case before goes along: no way leads over two corners."""
        row = {"community_id": self.community, "into_id": into}
        here = (merged.c.community_id == self.community) & (merged.c.into_id == case)
        await self.tx.execute(merged.update().where(here).values(into_id=into))
        await self.tx.execute(insert(merged).values(case_id=case, **row))

    async def goes_on_in(self, case: int) -> int | None:
        """The case that this one was merged into; None if it stands for itself."""
        found = select(merged.c.into_id).where(
            merged.c.community_id == self.community, merged.c.case_id == case
        )
        into: int | None = (await self.tx.execute(found)).scalar_one_or_none()
        return into

    async def merged_into(self, case: int) -> Sequence[int]:
        """The cases that go on in this one, oldest first."""
        rows = select(merged.c.case_id).where(
            merged.c.community_id == self.community, merged.c.into_id == case
        )
        return list((await self.tx.execute(rows.order_by(merged.c.case_id))).scalars())

    async def link(self, one: int, other: int) -> bool:
        """Whether they were not linked before. It holds both ways."""
        low, high = sorted((one, other))
        row = {"case_id": low, "other_id": high, "community_id": self.community}
        return await insert_once(self.tx, links, row)

    async def unlink(self, one: int, other: int) -> bool:
        low, high = sorted((one, other))
        here = (links.c.case_id == low) & (links.c.other_id == high)
        gone = await self.tx.execute(delete(links).where(links.c.community_id == self.community, here))
        return gone.rowcount > 0

    async def linked_to(self, case: int) -> Sequence[int]:
        """The cases beside this one, oldest first."""
        rows = select(links.c.case_id, links.c.other_id).where(
            links.c.community_id == self.community,
            or_(links.c.case_id == case, links.c.other_id == case),
        )
        return sorted({row.case_id + row.other_id - case for row in await self.tx.execute(rows)})

    def _writing(self, case: int) -> ColumnElement[bool]:
        return (writing.c.community_id == self.community) & (writing.c.case_id == case)
