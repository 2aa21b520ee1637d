"""The rows of measures against members, and the trail of what was done about each."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.types import inserted_id
from bot.infractions.model import Infraction, Step, Undone
from bot.infractions.tables import infraction_log, infractions
from bot.vocabulary.places import MessageRef

NOBODY = "-"
"""What stands for whoever of staff wants to be forgotten."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of the trail. `what` is a code; `by` None: nobody, it happened by itself. `detail` has no words."""

    infraction_id: int
    at: datetime
    what: str
    by: str | None
    by_name: str | None
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Infractions:
    """The measures of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def add(self, infraction: Infraction) -> Infraction:
        """A new one; its `id` is given here."""
        values = _values(infraction) | {"community_id": self.community}
        made = await self.tx.execute(insert(infractions).values(**values))
        return replace(infraction, id=inserted_id(made))

    async def get(self, infraction: int) -> Infraction | None:
        """None: there is no such measure in this community."""
        found = await self._many(infractions.c.id == infraction)
        return found[0] if found else None

    async def save(self, infraction: Infraction, was: Infraction | None = None) -> None:
        """With `was` only what differs from it: the rest may have changed meanwhile, and is not put back."""
        values, before = _values(infraction), _values(was) if was is not None else {}
        changed = {
            name: value for name, value in values.items() if name not in before or before[name] != value
        }
        if changed:
            here = self._here(infractions.c.id == infraction.id)
            await self.tx.execute(update(infractions).where(here).values(**changed))

    async def of_member(self, member: str) -> Sequence[Infraction]:
        """All measures against them, oldest first."""
        return await self._many(infractions.c.member_id == member)

    async def of_message(self, message: MessageRef) -> Sequence[Infraction]:
        """All measures about this message, oldest first."""
        return await self._many(_about(message))

    async def takes_down(self, message: MessageRef) -> bool:
        """Whether it was decided that this message goes: its author didn't take it back then."""
        about = [one for one in await self.of_message(message) if one.step is Step.REMOVAL]
        return any(one.stands or (one.removed_at is not None and one.undone is None) for one in about)

    async def of_staff(self, member: str) -> Sequence[Infraction]:
        """All that they took, oldest first."""
        return await self._many(infractions.c.by == member)

    async def since(self, at: datetime) -> Sequence[Infraction]:
        """All that were taken since then, oldest first."""
        return await self._many(infractions.c.taken_at >= at)

    async def to_be_removed(self, channel: str) -> Sequence[str]:
        """The ids of messages there whose removal is on its way."""
        going = (infractions.c.channel == channel) & (infractions.c.step == Step.REMOVAL)
        open_ = (
            infractions.c.removed_at.is_(None)
            & infractions.c.undone.is_(None)
            & infractions.c.lost_at.is_(None)
        )
        rows = select(infractions.c.message).where(self._here(going & open_))
        return list((await self.tx.execute(rows)).scalars())

    async def weigh(self, message: MessageRef, abuse: float, complaint: float, *, urgent: bool) -> None:
        """The message reads like this now: its writer has edited it. What was judged stays as evidence."""
        values = {"abuse": abuse, "complaint": complaint, "urgent": urgent}
        await self.tx.execute(update(infractions).where(self._here(_about(message))).values(**values))

    async def log(
        self, infraction: int, what: str, by: str | None, by_name: str | None, now: datetime, **detail: object
    ) -> None:
        """Write a line of the trail. No line is ever changed."""
        row = {"infraction_id": infraction, "at": now, "what": what, "by": by, "by_name": by_name}
        await self.tx.execute(insert(infraction_log).values(**row, detail=detail))

    async def logged(self, infraction: int) -> Sequence[Logged]:
        """The trail of one measure of this community, oldest first."""
        mine = infraction_log.c.infraction_id.in_(self._ids(infractions.c.id == infraction))
        rows = select(infraction_log).where(mine).order_by(infraction_log.c.id)
        return [_logged(row) for row in await self.tx.execute(rows)]

    async def purge(self, taken_before: datetime, over_before: datetime) -> None:
        """Words and their context go from measures taken before that time, measures that were over before then whole.

        Over is what has expired, was taken back or never arrived; a removal is over when it was taken.
        """
        old = self._here(infractions.c.taken_at < taken_before)
        kept = infractions.c.text.is_not(None) | infractions.c.context.is_not(None)
        emptied = {"text": None, "context": None}
        await self.tx.execute(update(infractions).where(old, kept).values(**emptied))
        await self._delete(old & (infractions.c.taken_at < over_before) & _over(over_before))

    async def forget(self, member: str) -> None:
        """Measures against them go with their trail; of those they took as staff their name goes."""
        await self._delete(infractions.c.member_id == member)
        nameless = {"by": NOBODY, "by_name": NOBODY}
        await self.tx.execute(
            update(infractions).where(self._here(infractions.c.by == member)).values(**nameless)
        )
        for column in (infractions.c.undone_by, infractions.c.second_by):
            await self.tx.execute(
                update(infractions).where(self._here(column == member)).values({column.name: NOBODY})
            )
        mine = infraction_log.c.infraction_id.in_(self._ids(infractions.c.id.is_not(None)))
        theirs = update(infraction_log).where(mine, infraction_log.c.by == member)
        await self.tx.execute(theirs.values(**nameless))

    async def _delete(self, wanted: ColumnElement[bool]) -> None:
        await self.tx.execute(
            delete(infraction_log).where(infraction_log.c.infraction_id.in_(self._ids(wanted)))
        )
        await self.tx.execute(delete(infractions).where(self._here(wanted)))

    def _ids(self, wanted: ColumnElement[bool]) -> Any:
        return select(infractions.c.id).where(self._here(wanted))

    def _here(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (infractions.c.community_id == self.community) & wanted

    async def _many(self, wanted: ColumnElement[bool]) -> Sequence[Infraction]:
        rows = select(infractions).where(self._here(wanted)).order_by(infractions.c.id)
        return [_infraction(row) for row in await self.tx.execute(rows)]


def _about(message: MessageRef) -> ColumnElement[bool]:
    return (infractions.c.channel == message.channel) & (infractions.c.message == message.message)


def _over(before: datetime) -> ColumnElement[bool]:
    return (
        (infractions.c.expires_at < before)
        | (infractions.c.undone_at < before)
        | (infractions.c.lost_at < before)
        | (infractions.c.step == Step.REMOVAL)
    )


_PLAIN = tuple(field.name for field in fields(Infraction) if field.name not in {"id", "message"})


def _values(infraction: Infraction) -> dict[str, object]:
    plain = {name: getattr(infraction, name) for name in _PLAIN}
    lists = {"context": list(infraction.context) or None, "refused": list(infraction.refused)}
    return plain | lists | {"channel": infraction.message.channel, "message": infraction.message.message}


def _infraction(row: Row[Any]) -> Infraction:
    plain = {name: getattr(row, name) for name in _PLAIN}
    typed = {
        "step": Step(row.step),
        "counts_as": Step(row.counts_as) if row.counts_as else None,
        "undone": Undone(row.undone) if row.undone else None,
        "context": tuple(row.context or ()),
        "refused": tuple(row.refused),
    }
    return Infraction(**plain | typed | {"id": row.id, "message": MessageRef(row.channel, row.message)})


def _logged(row: Row[Any]) -> Logged:
    return Logged(**{field.name: getattr(row, field.name) for field in fields(Logged)})
