"""Cases in the database: SQL in, `Case` out. Every change checks the version it was made from."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select, true, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.allowances import Policy
from bot.cases.hours import OwnHours
from bot.cases.model import PRIORITY_OF, Case, Ending, NextStep, Owed, Priority, Status
from bot.cases.queues import Queue, belongs
from bot.cases.tables import cases
from bot.detection import Severity, Topic
from bot.durable.tables import communities
from bot.durable.types import inserted_id
from bot.errors import Conflict, UserError
from bot.text import shorten
from bot.vocabulary.codec import from_json, to_json
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import MessageRef

FORGOTTEN = "-"
"""Stands for a member who asked to be forgotten."""

LONGEST_NAME = 80

OPEN = (Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD)


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a case begins with; `owed` is the first thing promised."""

    member: Member
    severity: Severity
    topic: Topic
    language: str
    team: str
    owed: Owed
    origin: MessageRef | None = None
    in_public: bool = False


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of one community, within the caller's transaction or reading.

    To a `reader` a case that is about them does not exist, nor, unless they are a manager, one about somebody else
    of staff: this is the one gate. Nobody reads on behalf of everybody, so without a reader nothing is hidden.
    """

    tx: AsyncConnection
    community: int
    reader: Member | None = None

    async def open(self, new: NewCase, now: datetime) -> Case:
        """Write a case with the community's next number."""
        # Two who complain at once take turns, where the database would let them count side by side.
        turn = select(communities.c.id).where(communities.c.id == self.community)
        await self.tx.execute(turn.with_for_update(key_share=True))
        last = select(func.max(cases.c.number)).where(cases.c.community_id == self.community)
        number = ((await self.tx.execute(last)).scalar_one() or 0) + 1
        case = Case(
            id=0,
            community_id=self.community,
            number=number,
            member_id=new.member.id,
            member_name=shorten(new.member.name, LONGEST_NAME),
            status=Status.NEW,
            severity=new.severity,
            priority=PRIORITY_OF[new.severity],
            topic=new.topic,
            language=new.language,
            team=new.team,
            assignee=None,
            assignee_name=None,
            next_step=new.owed.step,
            due_at=new.owed.due_at,
            channel=new.origin.channel if new.origin else None,
            message=new.origin.message if new.origin else None,
            in_public=new.in_public,
            ending=None,
            opened_at=now,
            answered_at=None,
            solved_at=None,
            closed_at=None,
            reopened=0,
            version=1,
        )
        values = asdict(case)
        del values["id"]
        made = await self.tx.execute(insert(cases).values(**values))
        return replace(case, id=inserted_id(made))

    async def save(self, case: Case) -> Case:
        """Write a changed case. Raises Conflict if it was changed by somebody else since it was read."""
        values = asdict(case) | {"version": case.version + 1}
        del values["policy"], values["hours"]
        here = (cases.c.id == case.id) & (cases.c.version == case.version)
        done = await self.tx.execute(update(cases).where(here).values(**values))
        if done.rowcount != 1:
            raise Conflict("error.stale", number=case.number, status=case.status)
        return replace(case, version=case.version + 1)

    async def freeze(self, case: int, policy: Policy) -> None:
        """What the case is promised from its first hour on: it does not change with the community's settings."""
        here = (cases.c.id == case) & cases.c.policy.is_(None)
        await self.tx.execute(update(cases).where(here).values(policy=to_json(Policy, policy)))

    async def keep_hours(self, case: int, hours: OwnHours | None) -> None:
        """Whoever owes the next answer in it works at these times; None: when the community does."""
        kept = to_json(OwnHours, hours) if hours else None
        await self.tx.execute(update(cases).where(cases.c.id == case).values(hours=kept))

    async def get(self, case: int) -> Case:
        """The case with this id. Raises UserError if it isn't this community's."""
        return await self._one(cases.c.id == case, case)

    async def by_number(self, number: int) -> Case:
        """The case the community knows as #number. Raises UserError if there is none."""
        return await self._one(cases.c.number == number, number)

    async def of_member(self, member: str, *, open_only: bool = False, limit: int = 25) -> Sequence[Case]:
        """The member's cases, latest first."""
        wanted: ColumnElement[bool] = cases.c.member_id == member
        if open_only:
            wanted &= cases.c.status.in_(OPEN)
        return await self._many(wanted, limit)

    async def latest(self, limit: int) -> Sequence[Case]:
        """The newest cases, latest first."""
        return await self._many(true(), limit)

    async def queue(self, queue: Queue, who: str, now: datetime, limit: int = 25) -> Sequence[Case]:
        """Open cases of a queue of this person's, most pressing first."""
        wanted = cases.c.status.in_(OPEN) & belongs(queue, who, now)
        rows = select(cases).where(cases.c.community_id == self.community, wanted, self.readable())
        found = await self.tx.execute(rows.order_by(cases.c.due_at, cases.c.id).limit(limit))
        return [_case(row) for row in found]

    async def assignees(self) -> set[str]:
        """Everybody who has an open case."""
        theirs = cases.c.status.in_(OPEN) & cases.c.assignee.is_not(None)
        rows = select(cases.c.assignee).where(cases.c.community_id == self.community, theirs).distinct()
        return set((await self.tx.execute(rows)).scalars())

    async def forget_member(self, member: str) -> None:
        """The member's cases stay as counts: nobody's, of no message."""
        gone = {"member_id": FORGOTTEN, "member_name": FORGOTTEN, "channel": None, "message": None}
        here = (cases.c.community_id == self.community) & (cases.c.member_id == member)
        await self.tx.execute(update(cases).where(here).values(**gone))
        subject = (cases.c.community_id == self.community) & (cases.c.about == member)
        await self.tx.execute(update(cases).where(subject).values(about=FORGOTTEN))

    def readable(self) -> ColumnElement[bool]:
        """Whether the reader may know of the case: for everybody who asks the table of cases by themselves."""
        if self.reader is None:
            return true()
        plain = cases.c.about.is_(None) | (cases.c.member_id == self.reader.id)
        if self.reader.role is not Role.MANAGER:
            return plain
        return plain | (cases.c.about != self.reader.id)

    async def sees(self, case: int) -> bool:
        """Whether there is such a case for the reader."""
        here = select(cases.c.id).where(cases.c.id == case, cases.c.community_id == self.community)
        return (await self.tx.execute(here.where(self.readable()))).first() is not None

    async def _one(self, wanted: ColumnElement[bool], number: int) -> Case:
        here = select(cases).where(cases.c.community_id == self.community, wanted, self.readable())
        row = (await self.tx.execute(here)).one_or_none()
        if row is None:
            raise UserError("error.case_not_found", number=str(number))
        return _case(row)

    async def _many(self, wanted: ColumnElement[bool], limit: int) -> Sequence[Case]:
        rows = select(cases).where(cases.c.community_id == self.community, wanted, self.readable())
        found = await self.tx.execute(rows.order_by(cases.c.id.desc()).limit(limit))
        return [_case(row) for row in found]


def _case(row: Row[tuple[object, ...]]) -> Case:
    values = row._asdict()
    return Case(
        **values
        | {
            "status": Status(values["status"]),
            "severity": Severity(values["severity"]),
            "priority": Priority(values["priority"]),
            "topic": Topic(values["topic"]),
            "next_step": NextStep(values["next_step"]) if values["next_step"] else None,
            "ending": Ending(values["ending"]) if values["ending"] else None,
            "policy": from_json(Policy, values["policy"]) if values["policy"] else None,
            "hours": from_json(OwnHours, values["hours"]) if values["hours"] else None,
        }
    )
