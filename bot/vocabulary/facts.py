"""What one feature tells another, in the past tense, and what the rows of a case's timeline are.

Every fact names its case by id. `by` is the platform's id of whoever did it (None: the bot or time itself),
`text` somebody's own words, `message` where they stand, `files` what came with them: the words name it, too.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from bot.vocabulary.corrections import NotOne
from bot.vocabulary.files import Attachment
from bot.vocabulary.incidents import CaseJoinedIncident, CaseLeftIncident
from bot.vocabulary.places import MessageRef
from bot.vocabulary.questions import CaseEscalated, CaseSealed, QuestionMoved
from bot.vocabulary.times import (
    DeadlineBreached,
    DeadlineCancelled,
    DeadlineMet,
    HoldingSent,
    SilenceAsked,
    StillWaiting,
    TimeGiven,
)

Origin = Literal["public", "private", "staff", "member"]
"""Where a case began: in public, in the bot's DM, by staff for a member, by the member's own command or menu."""


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """`rules` moved detection, `safety` are its safety flags; `late` if found too late to be told aloud.

    `angry` if nobody may call it none without a reason.
    """

    case: int
    by: str | None = None
    origin: Origin = "public"
    late: bool = False
    rules: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    angry: bool = False
    kind: Literal["case_opened"] = "case_opened"


@dataclass(frozen=True, slots=True)
class MemberWrote:
    """The member's words, in public or in the private conversation; `edited` when they were changed since."""

    case: int
    by: str
    text: str | None
    message: MessageRef | None = None
    in_public: bool = False
    edited: bool = False
    files: tuple[Attachment, ...] = ()
    kind: Literal["member_wrote"] = "member_wrote"


@dataclass(frozen=True, slots=True)
class StaffReplied:
    """A human answer. `relayed` when the bot has to carry it to the member, not when it was typed before them.

    `as_team` if the member reads it as the team's: `name` is for staff alone then.
    """

    case: int
    by: str
    name: str
    text: str | None
    message: MessageRef | None = None
    relayed: bool = True
    as_team: bool = False
    files: tuple[Attachment, ...] = ()
    kind: Literal["staff_replied"] = "staff_replied"


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """Never shown to the member. `typed` when it stands in the staff thread already."""

    case: int
    by: str
    name: str
    text: str | None
    message: MessageRef | None = None
    typed: bool = False
    files: tuple[Attachment, ...] = ()
    kind: Literal["note_added"] = "note_added"


@dataclass(frozen=True, slots=True)
class CaseClaimed:
    case: int
    by: str
    name: str
    kind: Literal["case_claimed"] = "case_claimed"


@dataclass(frozen=True, slots=True)
class CaseReleased:
    case: int
    by: str
    kind: Literal["case_released"] = "case_released"


@dataclass(frozen=True, slots=True)
class CaseTransferred:
    case: int
    by: str | None
    to: str
    name: str
    quietly: bool = False
    """The member hears of it in another message."""
    kind: Literal["case_transferred"] = "case_transferred"


@dataclass(frozen=True, slots=True)
class CaseHeld:
    """Waits for a third party; the member was told that the next word comes by `until`."""

    case: int
    by: str
    until: datetime | None = None
    kind: Literal["case_held"] = "case_held"


@dataclass(frozen=True, slots=True)
class CaseSolved:
    """`ending` says how; `text` what was done, in words the member may read.

    `by` is the member where it was they who said so, None where they did not say anything for long.
    """

    case: int
    by: str | None
    ending: str
    text: str | None = None
    as_team: bool = False
    kind: Literal["case_solved"] = "case_solved"


@dataclass(frozen=True, slots=True)
class CaseReopened:
    case: int
    by: str | None
    reason: Literal["not_solved", "wrote_again", "staff"]
    kind: Literal["case_reopened"] = "case_reopened"


@dataclass(frozen=True, slots=True)
class CaseClosed:
    case: int
    by: str | None
    kind: Literal["case_closed"] = "case_closed"


@dataclass(frozen=True, slots=True)
class CaseWithdrawn:
    """The member needs no help after all, or took back what they wrote; or staff say that it never was a case.

    `why` they say so, where they were asked.
    """

    case: int
    by: str | None
    reason: Literal["no_help_needed", "deleted", "edited", "not_a_complaint"]
    why: NotOne | None = None
    kind: Literal["case_withdrawn"] = "case_withdrawn"


@dataclass(frozen=True, slots=True)
class CaseMerged:
    """It is about the same as another case of the same member, and goes on there: `into` is its id, `number` its
    number.
    """

    case: int
    by: str
    into: int
    number: int
    kind: Literal["case_merged"] = "case_merged"


@dataclass(frozen=True, slots=True)
class CaseAbsorbed:
    """Another case of the same member goes on in this one: `other` is its id, `number` its number."""

    case: int
    by: str
    other: int
    number: int
    kind: Literal["case_absorbed"] = "case_absorbed"


@dataclass(frozen=True, slots=True)
class CaseLinked:
    """Staff put another case beside this one; never shown to the member, for the other may be somebody else's."""

    case: int
    by: str
    number: int
    kind: Literal["case_linked"] = "case_linked"


@dataclass(frozen=True, slots=True)
class CaseUnlinked:
    case: int
    by: str
    number: int
    kind: Literal["case_unlinked"] = "case_unlinked"


@dataclass(frozen=True, slots=True)
class StayedPublic:
    case: int
    by: str
    kind: Literal["stayed_public"] = "stayed_public"


@dataclass(frozen=True, slots=True)
class DoorOpened:
    case: int
    door: str
    kind: Literal["door_opened"] = "door_opened"


@dataclass(frozen=True, slots=True)
class DoorRefused:
    """A private place could not be opened; `reason` is the platform's short code."""

    case: int
    door: str
    reason: str
    kind: Literal["door_refused"] = "door_refused"


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Something the member should have read did not reach them."""

    case: int
    what: str
    reason: str
    kind: Literal["undelivered"] = "undelivered"


@dataclass(frozen=True, slots=True)
class CheckInAsked:
    case: int
    reminder: bool = False
    kind: Literal["check_in_asked"] = "check_in_asked"


@dataclass(frozen=True, slots=True)
class CheckInAnswered:
    case: int
    by: str
    answer: str
    kind: Literal["check_in_answered"] = "check_in_answered"


@dataclass(frozen=True, slots=True)
class ClosingAnswered:
    """Asked whether onlookers may read in public that it is solved, the member said yes (`shown`) or no."""

    case: int
    by: str
    shown: bool
    kind: Literal["closing_answered"] = "closing_answered"


@dataclass(frozen=True, slots=True)
class ComplaintDeleted:
    """One of staff says that they deleted the member's public message with the platform's own tools, and why."""

    case: int
    by: str
    name: str
    text: str | None
    kind: Literal["complaint_deleted"] = "complaint_deleted"


Fact = (
    CaseOpened
    | MemberWrote
    | StaffReplied
    | NoteAdded
    | CaseClaimed
    | CaseReleased
    | CaseTransferred
    | CaseEscalated
    | QuestionMoved
    | CaseSealed
    | CaseHeld
    | TimeGiven
    | HoldingSent
    | DeadlineMet
    | DeadlineBreached
    | DeadlineCancelled
    | SilenceAsked
    | StillWaiting
    | CaseSolved
    | CaseReopened
    | CaseClosed
    | CaseWithdrawn
    | CaseMerged
    | CaseAbsorbed
    | CaseLinked
    | CaseUnlinked
    | CaseJoinedIncident
    | CaseLeftIncident
    | StayedPublic
    | DoorOpened
    | DoorRefused
    | Undelivered
    | CheckInAsked
    | CheckInAnswered
    | ClosingAnswered
    | ComplaintDeleted
)
AnyFact = Annotated[Fact, Field(discriminator="kind")]

AMONG_STAFF = (
    NoteAdded,
    CaseLinked,
    CaseUnlinked,
    CaseEscalated,
    QuestionMoved,
    CaseSealed,
    CaseJoinedIncident,
    CaseLeftIncident,
    ComplaintDeleted,
)
"""What a member is not shown of their own case."""
