"""A case: one matter of one member. Pure: no I/O, no clock of its own.

Every act returns a changed copy; what an act does to the status stands in `TRANSITIONS` and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from bot.cases.allowances import Policy
from bot.cases.hours import OwnHours
from bot.detection import Severity, Topic
from bot.errors import UserError
from bot.vocabulary.places import MessageRef


class Status(StrEnum):
    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on_hold"
    SOLVED = "solved"
    CLOSED = "closed"


class Priority(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class NextStep(StrEnum):
    """What is owed next; each has its time in `policy`."""

    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    RESOLUTION = "resolution"
    MEMBER_REPLY = "member_reply"
    THIRD_PARTY = "third_party"


class Ending(StrEnum):
    """How it ended; the check-in asks in the words that fit."""

    SOLVED = "solved"
    WORKAROUND = "workaround"
    WAITING = "waiting"
    DECLINED = "declined"
    SILENT = "silent"
    WITHDRAWN = "withdrawn"


SOLVING = frozenset({Ending.SOLVED, Ending.WORKAROUND, Ending.WAITING, Ending.DECLINED})
"""What a moderator can choose; withdrawing is the member's, and so is silence."""

PRIORITY_OF = {Severity.LOW: Priority.NORMAL, Severity.MEDIUM: Priority.NORMAL, Severity.HIGH: Priority.HIGH}


class Act(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    TRANSFER = "transfer"
    ANSWER = "answer"
    MEMBER_WRITES = "member_writes"
    HOLD = "hold"
    WAIT_AGAIN = "wait_again"
    PROMISE = "promise"
    POSTPONE = "postpone"
    SOLVE = "solve"
    REOPEN = "reopen"
    CLOSE = "close"
    WITHDRAW = "withdraw"


_N, _O, _P, _H, _S, _C = Status
TRANSITIONS: Mapping[Act, Mapping[Status, Status]] = MappingProxyType(
    {
        Act.CLAIM: {_N: _O, _O: _O, _P: _P, _H: _H},
        Act.RELEASE: {_O: _O, _P: _P, _H: _H},
        Act.TRANSFER: {_N: _O, _O: _O, _P: _P, _H: _H},
        Act.ANSWER: {_N: _P, _O: _P, _P: _P, _H: _P},
        Act.MEMBER_WRITES: {_N: _N, _O: _O, _P: _O, _H: _O, _S: _O},
        Act.HOLD: {_N: _H, _O: _H, _P: _H, _H: _H},
        Act.WAIT_AGAIN: {_O: _P},
        Act.PROMISE: {_N: _O, _O: _O, _P: _O, _H: _O},
        Act.POSTPONE: {_N: _N, _O: _O, _P: _P, _H: _H},
        Act.SOLVE: {_N: _S, _O: _S, _P: _S, _H: _S},
        Act.REOPEN: {_S: _O},
        Act.CLOSE: {_N: _C, _O: _C, _P: _C, _H: _C, _S: _C},
        Act.WITHDRAW: {_N: _C, _O: _C, _P: _C, _H: _C, _S: _C},
    }
)


@dataclass(frozen=True, slots=True)
class Owed:
    """The next step and when it is due (UTC)."""

    step: NextStep
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """One row of `cases`. `id` is the database's, `number` the community's ("#42").

    `team` is never empty; `next_step` and `due_at` are None only while solved or closed. `channel` and `message`
    say where it began. `version` counts changes. `policy` is the community's as it was when the case began;
    `hours` those of a team of specialists that owes the next answer (None: the community's).
    Somebody of staff whom it is `about` doesn't see it; `about_manager` if they would see the managers' room.
    """

    id: int
    community_id: int
    number: int
    member_id: str
    member_name: str
    status: Status
    severity: Severity
    priority: Priority
    topic: Topic
    language: str
    team: str
    assignee: str | None
    assignee_name: str | None
    next_step: NextStep | None
    due_at: datetime | None
    channel: str | None
    message: str | None
    in_public: bool
    ending: Ending | None
    opened_at: datetime
    answered_at: datetime | None
    solved_at: datetime | None
    closed_at: datetime | None
    reopened: int
    version: int
    policy: Policy | None = None
    about: str | None = None
    about_manager: bool = False
    hours: OwnHours | None = None

    @property
    def is_open(self) -> bool:
        return self.status not in (Status.SOLVED, Status.CLOSED)

    @property
    def origin(self) -> MessageRef | None:
        """The message it began with, where there is one."""
        return MessageRef(self.channel, self.message) if self.channel and self.message else None

    def can(self, act: Act) -> bool:
        return self.status in TRANSITIONS[act]

    def _after(self, act: Act) -> Status:
        if not self.can(act):
            raise UserError("error.wrong_status", number=self.number, status=self.status)
        return TRANSITIONS[act][self.status]

    def claimed(self, by: str, name: str) -> "Case":
        return replace(self, status=self._after(Act.CLAIM), assignee=by, assignee_name=name)

    def released(self) -> "Case":
        return replace(self, status=self._after(Act.RELEASE), assignee=None, assignee_name=None)

    def transferred(self, to: str, name: str) -> "Case":
        return replace(self, status=self._after(Act.TRANSFER), assignee=to, assignee_name=name)

    def answered(self, by: str, name: str, now: datetime, owed: Owed) -> "Case":
        """Staff answered; whoever answers an unclaimed case has it from then on."""
        return replace(
            self,
            status=self._after(Act.ANSWER),
            assignee=self.assignee or by,
            assignee_name=self.assignee_name or name,
            answered_at=self.answered_at or now,
            next_step=owed.step,
            due_at=owed.due_at,
        )

    def member_wrote(self, owed: Owed) -> "Case":
        """The member wrote again. What was owed already stays owed, unless the case was waiting for them."""
        waiting = self.status in (Status.NEW, Status.OPEN)
        status = self._after(Act.MEMBER_WRITES)
        if waiting:
            return replace(self, status=status)
        return self._revived(status, owed)

    def sealed(self, about: str, team: str, *, manager: bool) -> "Case":
        """It is about this person of staff, so it is that team's, and nobody's yet."""
        return replace(self, about=about, about_manager=manager, team=team, assignee=None, assignee_name=None)

    def held(self, owed: Owed) -> "Case":
        return replace(self, status=self._after(Act.HOLD), next_step=owed.step, due_at=owed.due_at)

    def waits_again(self, owed: Owed) -> "Case":
        """It waits for the member, as before: what seemed to be their answer belongs to another case."""
        return replace(self, status=self._after(Act.WAIT_AGAIN), next_step=owed.step, due_at=owed.due_at)

    def promised(self, by: str, name: str, now: datetime, owed: Owed) -> "Case":
        """Staff gave the member a new time, in words of their own: that is an answer, and the next one is ours."""
        return replace(self.answered(by, name, now, owed), status=self._after(Act.PROMISE))

    def postponed(self, owed: Owed) -> "Case":
        """It is due at another time than it was."""
        return replace(self, status=self._after(Act.POSTPONE), next_step=owed.step, due_at=owed.due_at)

    def solved(self, ending: Ending, by: str, name: str, now: datetime) -> "Case":
        had_it, called = self.assignee or by, self.assignee_name or name
        return replace(self.settled(ending, now), assignee=had_it, assignee_name=called)

    def settled(self, ending: Ending, now: datetime) -> "Case":
        """Solved without anybody of staff: the member says so, or says nothing any more."""
        status = self._after(Act.SOLVE)
        return replace(self, status=status, ending=ending, solved_at=now, next_step=None, due_at=None)

    def reopen(self, owed: Owed) -> "Case":
        """Open again for the same people."""
        return self._revived(self._after(Act.REOPEN), owed)

    def closed(self, now: datetime) -> "Case":
        return replace(self, status=self._after(Act.CLOSE), closed_at=now, next_step=None, due_at=None)

    def withdrawn(self, now: datetime) -> "Case":
        status = self._after(Act.WITHDRAW)
        return replace(
            self, status=status, ending=Ending.WITHDRAWN, closed_at=now, next_step=None, due_at=None
        )

    def _revived(self, status: Status, owed: Owed) -> "Case":
        again = self.status is Status.SOLVED
        return replace(
            self,
            status=status,
            ending=None,
            solved_at=None,
            next_step=owed.step,
            due_at=owed.due_at,
            reopened=self.reopened + again,
        )
