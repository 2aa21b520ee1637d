"""Facts about the times that a member was promised; like all of them, rows of the case's timeline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """Staff told the member by when they hear again, and what is still missing; `until` is that time.

    `incident` is its id, where the same was told to everybody who is affected by one.
    """

    case: int
    by: str
    name: str
    until: datetime
    text: str | None
    as_team: bool = False
    incident: int | None = None
    kind: Literal["time_given"] = "time_given"


@dataclass(frozen=True, slots=True)
class HoldingSent:
    """The member was told that the time `was` will not be kept: by `until` there is an answer, or another time.

    `first` if the policy allowed the new time; the next one only says when a person will give one. `said` if the
    member had read of the time `was` in words.
    """

    case: int
    was: datetime
    until: datetime
    first: bool
    said: bool = True
    kind: Literal["holding_sent"] = "holding_sent"


@dataclass(frozen=True, slots=True)
class DeadlineMet:
    """`step` was done in time, by `due_at`."""

    case: int
    step: str
    due_at: datetime
    kind: Literal["deadline_met"] = "deadline_met"


@dataclass(frozen=True, slots=True)
class DeadlineBreached:
    """`step` was not done by `due_at`."""

    case: int
    step: str
    due_at: datetime
    kind: Literal["deadline_breached"] = "deadline_breached"


@dataclass(frozen=True, slots=True)
class DeadlineCancelled:
    """`step` is owed no more, and its time had not come."""

    case: int
    step: str
    due_at: datetime
    kind: Literal["deadline_cancelled"] = "deadline_cancelled"


@dataclass(frozen=True, slots=True)
class SilenceAsked:
    """The member had not answered for long, and was asked whether it is settled; without a word it is, `until` then."""

    case: int
    until: datetime
    kind: Literal["silence_asked"] = "silence_asked"


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """Asked whether it is settled, the member said no."""

    case: int
    by: str
    kind: Literal["still_waiting"] = "still_waiting"
