"""Reading and writing appeals and reports."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.context import Context
from bot.durable.once import insert_once
from bot.durable.types import inserted_id
from bot.vocabulary.places import MessageRef
from cogs.appeals.model import Appeal, Outcome, Report, Result
from cogs.appeals.tables import appeals, reports


@dataclass(frozen=True, slots=True)
class Store:
    """Those of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def add(self, appeal: Appeal) -> Appeal | None:
        """None if there is one against this measure already."""
        made = await insert_once(self.tx, appeals, _appeal_row(appeal) | {"community_id": self.community})
        return await self.of_infraction(appeal.infraction_id) if made else None

    async def save(self, appeal: Appeal) -> None:
        here = self._appeals(appeals.c.id == appeal.id)
        await self.tx.execute(update(appeals).where(here).values(**_appeal_row(appeal)))

    async def get(self, appeal: int, *, lock: bool = False) -> Appeal | None:
        """With `lock` nobody else changes it meanwhile."""
        found = await self._find(appeals.c.id == appeal, lock=lock)
        return found[0] if found else None

    async def of_infraction(self, infraction: int) -> Appeal | None:
        found = await self._find(appeals.c.infraction_id == infraction)
        return found[0] if found else None

    async def of_member(self, member: str) -> Sequence[Appeal]:
        return await self._find(appeals.c.member_id == member)

    async def waiting(self, place: str) -> Sequence[Appeal]:
        """What nobody has decided yet and whose card stands there, oldest first."""
        return await self._find(appeals.c.outcome.is_(None) & (appeals.c.place == place))

    async def decided_since(self, at: datetime) -> Sequence[Appeal]:
        return await self._find(appeals.c.decided_at >= at)

    async def drop(self, appeal: int) -> None:
        await self.tx.execute(delete(appeals).where(self._appeals(appeals.c.id == appeal)))

    async def report(self, report: Report) -> Report:
        row = _report_row(report) | {"community_id": self.community}
        return replace(report, id=inserted_id(await self.tx.execute(insert(reports).values(**row))))

    async def save_report(self, report: Report) -> None:
        here = self._reports(reports.c.id == report.id)
        await self.tx.execute(update(reports).where(here).values(**_report_row(report)))

    async def get_report(self, report: int, *, lock: bool = False) -> Report | None:
        found = await self._find_reports(reports.c.id == report, lock=lock)
        return found[0] if found else None

    async def reported(self, reporter: str, message: MessageRef) -> Report | None:
        """Theirs about this message."""
        found = await self._find_reports((reports.c.reporter_id == reporter) & _is(message))
        return found[0] if found else None

    async def reports_of(self, reporter: str) -> Sequence[Report]:
        return await self._find_reports(reports.c.reporter_id == reporter)

    async def reports_about(self, person: str) -> Sequence[Report]:
        """Those with a card of their own about something that this person wrote."""
        return await self._find_reports(reports.c.about == person)

    async def open_reports_about(self, messages: Collection[MessageRef]) -> Sequence[Report]:
        if not messages:
            return ()
        about = or_(*(_is(message) for message in messages))
        return await self._find_reports(reports.c.result.is_(None) & about)

    async def open_reports_in(self, place: str) -> Sequence[Report]:
        """Those that wait for a decision on a card of their own there, oldest first."""
        return await self._find_reports(reports.c.result.is_(None) & (reports.c.place == place))

    async def open_since(self, reporter: str, at: datetime) -> int:
        """How many of theirs, made since then, are still open."""
        theirs = (reports.c.reporter_id == reporter) & reports.c.result.is_(None) & (reports.c.made_at >= at)
        counted = select(func.count()).select_from(reports).where(self._reports(theirs))
        return int((await self.tx.execute(counted)).scalar_one())

    async def drop_report(self, report: int) -> None:
        await self.tx.execute(delete(reports).where(self._reports(reports.c.id == report)))

    async def forget(self, person: str) -> None:
        """Of what they did as staff, their id and name."""
        for who, name in ((appeals.c.taken_by, "taken_name"), (appeals.c.decided_by, "decided_name")):
            gone = {who.name: None, name: None}
            await self.tx.execute(update(appeals).where(self._appeals(who == person)).values(**gone))
        here = self._reports(reports.c.about == person)
        await self.tx.execute(update(reports).where(here).values(about=None, about_name=None, text=None))

    async def _find(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Appeal]:
        rows = select(appeals).where(self._appeals(wanted)).order_by(appeals.c.id)
        found = await self.tx.execute(rows.with_for_update() if lock else rows)
        return [_appeal(row) for row in found]

    async def _find_reports(self, wanted: ColumnElement[bool], *, lock: bool = False) -> Sequence[Report]:
        rows = select(reports).where(self._reports(wanted)).order_by(reports.c.id)
        found = await self.tx.execute(rows.with_for_update() if lock else rows)
        return [_report(row) for row in found]

    def _appeals(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (appeals.c.community_id == self.community) & wanted

    def _reports(self, wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return (reports.c.community_id == self.community) & wanted


def store_of(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)


def _is(message: MessageRef) -> ColumnElement[bool]:
    return (reports.c.channel == message.channel) & (reports.c.message == message.message)


def _appeal_row(appeal: Appeal) -> dict[str, Any]:
    row = asdict(appeal)
    del row["id"]
    return row


def _appeal(row: Any) -> Appeal:
    values = row._asdict()
    del values["community_id"]
    outcome = Outcome(row.outcome) if row.outcome is not None else None
    return Appeal(**(values | {"outcome": outcome}))


def _report_row(report: Report) -> dict[str, Any]:
    row = asdict(report)
    del row["id"], row["message"]
    message = report.message
    return row | {
        "channel": message.channel if message else None,
        "message": message.message if message else None,
    }


def _report(row: Any) -> Report:
    values = row._asdict()
    del values["community_id"], values["channel"]
    message = MessageRef(row.channel, row.message) if row.message is not None else None
    result = Result(row.result) if row.result is not None else None
    return Report(**(values | {"message": message, "result": result}))
