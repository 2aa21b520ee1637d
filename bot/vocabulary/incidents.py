"""Facts about a case that is one of many: an incident is the parent of all that have the same cause.

Like the others they are rows of the case's timeline; neither is shown to a member.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CaseJoinedIncident:
    """What is said to all who are affected is said here too, and its own times rest; `by` is None where time did it."""

    case: int
    by: str | None
    incident: int
    kind: Literal["case_joined_incident"] = "case_joined_incident"


@dataclass(frozen=True, slots=True)
class CaseLeftIncident:
    """It is a matter of its own, or the incident was none; `by` as above."""

    case: int
    by: str | None
    incident: int
    kind: Literal["case_left_incident"] = "case_left_incident"
