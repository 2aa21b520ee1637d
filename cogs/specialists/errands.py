"""Questions to specialists in the database. Whoever reads one to change it holds it until the transaction ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.store import FORGOTTEN
from bot.cases.tables import cases
from bot.durable.types import inserted_id
from cogs.specialists.model import Errand, Person, State
from cogs.specialists.tables import errands


@dataclass(frozen=True, slots=True)
class Errands:
    """The errands of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def open(self, errand: Errand) -> Errand:
        made = await self.tx.execute(insert(errands).values(**_values(errand), community_id=self.community))
        return replace(errand, id=inserted_id(made))

    async def save(self, errand: Errand) -> None:
        await self.tx.execute(update(errands).where(errands.c.id == errand.id).values(**_values(errand)))

    async def get(self, errand: int, *, to_change: bool = False) -> Errand | None:
        found = await self._find(errands.c.id == errand, lock=to_change)
        return found[0] if found else None

    async def open_of(self, case: int) -> Errand | None:
        """The question that is open in the case, to be changed: there is one at most."""
        found = await self._find((errands.c.case_id == case) & errands.c.ended_at.is_(None), lock=True)
        return found[-1] if found else None

    async def of_case(self, case: int) -> Sequence[Errand]:
        return await self._find(errands.c.case_id == case)

    async def open_ones(self, *, team: str | None = None, to_change: bool = True) -> Sequence[Errand]:
        """All that are open, or those of a team."""
        wanted: ColumnElement[bool] = errands.c.ended_at.is_(None)
        if team is not None:
            wanted &= errands.c.team == team
        return await self._find(wanted, lock=to_change)

    async def of_members(self, member: str) -> Sequence[Errand]:
        """Those in the cases of this member, and of the forgotten, one of whom they may be already."""
        theirs = select(cases.c.id).where(cases.c.community_id == self.community)
        theirs = theirs.where(cases.c.member_id.in_((member, FORGOTTEN)))
        return await self._find(errands.c.case_id.in_(theirs))

    async def forget(self, person: str) -> None:
        """Somebody of staff leaves no name behind."""
        here = errands.c.community_id == self.community
        nobody = {"person": FORGOTTEN, "person_name": FORGOTTEN}
        await self.tx.execute(update(errands).where(here, errands.c.person == person).values(**nobody))
        unseen = {"watcher": FORGOTTEN, "watcher_name": FORGOTTEN}
        await self.tx.execute(update(errands).where(here, errands.c.watcher == person).values(**unseen))
        await self.tx.execute(update(errands).where(here, errands.c.told == person).values(told=None))

    async def _find(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Errand]:
        rows = select(errands).where(errands.c.community_id == self.community, wanted).order_by(errands.c.id)
        found = await self.tx.execute(rows.with_for_update() if lock else rows)
        return [_errand(row) for row in found]


PLAIN = (
    "case_id",
    "entry_id",
    "team",
    "state",
    "told",
    "opened_at",
    "due_at",
    "reminded_at",
    "late_at",
    "ended_at",
)


def _values(errand: Errand) -> dict[str, Any]:
    told = {name: getattr(errand, name) for name in PLAIN}
    who = {"person": errand.person.id, "person_name": errand.person.name}
    return told | who | {"watcher": errand.watcher.id, "watcher_name": errand.watcher.name}


def _errand(row: Any) -> Errand:
    values = row._asdict()
    told = {name: values[name] for name in PLAIN} | {"state": State(values["state"])}
    person = Person(values["person"], values["person_name"])
    return Errand(
        id=values["id"], person=person, watcher=Person(values["watcher"], values["watcher_name"]), **told
    )
