"""The table of proposals: open ones with their words, decided ones with what they became."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant, inserted_id
from bot.vocabulary.codec import from_json, to_json
from bot.vocabulary.places import MessageRef
from cogs.warnings.model import Asked, Proposal, Said

metadata = MetaData(naming_convention=NAMING)

proposals = Table(
    "warning_proposals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("member_name", String(200), nullable=False),
    Column("language", String(10), nullable=False),
    Column("said", JSON(none_as_null=True), nullable=False),
    Column("context", JSON(none_as_null=True), nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("case_id", Id),
    Column("reported", Boolean, nullable=False),
    Column("hidden_until", Instant),
    Column("asked", JSON(none_as_null=True)),
    Column("infraction", Id),
)
Index("ix_warning_proposals_member", proposals.c.community_id, proposals.c.member_id)


@dataclass(frozen=True, slots=True)
class Store:
    """The proposals of one community, within the caller's transaction or reading. `stir` is the context's."""

    tx: AsyncConnection
    community: int
    stir: Callable[[str], None]

    async def add(self, proposal: Proposal) -> Proposal:
        values = _written(proposal) | {"community_id": self.community}
        made = await self.tx.execute(insert(proposals).values(**values))
        self._stir(proposal)
        return replace(proposal, id=inserted_id(made))

    async def save(self, proposal: Proposal) -> None:
        here = self._here(proposals.c.id == proposal.id)
        await self.tx.execute(update(proposals).where(here).values(**_written(proposal)))
        self._stir(proposal)

    async def drop(self, proposal: Proposal) -> None:
        await self.tx.execute(delete(proposals).where(self._here(proposals.c.id == proposal.id)))
        self._stir(proposal)

    async def get(self, proposal: int) -> Proposal | None:
        """To be changed: nobody else changes it meanwhile, or takes a step for another one of the same member."""
        known = await self.look(proposal)
        if known is None:
            return None
        theirs = await self._find(proposals.c.member_id == known.member_id, lock=True)
        return next((one for one in theirs if one.id == proposal), None)

    async def look(self, proposal: int) -> Proposal | None:
        """To be shown: views are read where nothing can be locked."""
        found = await self._find(proposals.c.id == proposal)
        return found[0] if found else None

    async def open(self, member: str | None = None) -> Sequence[Proposal]:
        """Those that nobody has decided, of everybody or of one member, oldest first."""
        wanted = proposals.c.infraction.is_(None)
        return await self._find(wanted if member is None else wanted & (proposals.c.member_id == member))

    async def of_message(self, message: MessageRef) -> Proposal | None:
        """The open one that holds it."""
        return next((found for found in await self.open() if found.holds(message)), None)

    async def of_infraction(self, infraction: int) -> Proposal | None:
        found = await self._find(proposals.c.infraction == infraction)
        return found[0] if found else None

    async def of_member(self, member: str) -> Sequence[Proposal]:
        return await self._find(proposals.c.member_id == member)

    async def _find(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Proposal]:
        rows = select(proposals).where(self._here(wanted)).order_by(proposals.c.id)
        found = await self.tx.execute(rows.with_for_update() if lock else rows)
        return [_proposal(row) for row in found]

    def _here(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (proposals.c.community_id == self.community) & wanted

    def _stir(self, proposal: Proposal) -> None:
        for channel in {message.channel for message in proposal.messages}:
            self.stir(channel)


def _written(proposal: Proposal) -> dict[str, Any]:
    plain = ("member_id", "member_name", "language", "last_at", "case_id", "reported", "hidden_until")
    return {name: getattr(proposal, name) for name in plain} | {
        "said": to_json(tuple[Said, ...], proposal.said),
        "context": list(proposal.context),
        "asked": to_json(Asked, proposal.asked) if proposal.asked else None,
        "infraction": proposal.infraction,
    }


def _proposal(row: Any) -> Proposal:
    return Proposal(
        row.id,
        row.member_id,
        row.member_name,
        row.language,
        from_json(tuple[Said, ...], row.said),
        tuple(row.context),
        row.last_at,
        row.case_id,
        row.reported,
        row.hidden_until,
        from_json(Asked, row.asked) if row.asked else None,
        row.infraction,
    )
