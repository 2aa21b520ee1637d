"""What happens inside, for people who learn how Ombud works: typed rows a surface can show.

Codes (`state`, `effect`, `name`, ...) are the words of the code; sentences are in the language asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.vocabulary.places import MessageRef


@dataclass(frozen=True, slots=True)
class Score:
    """How probable a label is, 0 to 1."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class AssessedMessage:
    """What detection said of a message. Its text is not here: the platform has it, if it still exists."""

    message: MessageRef
    at: datetime
    scores: tuple[Score, ...]
    severity: str
    topic: str
    language: str
    reasons: tuple[str, ...]
    decision: str


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An effect that is to be performed, or was; `age` in seconds of real time."""

    place: str
    effect: str
    state: str
    attempts: int
    age: float


@dataclass(frozen=True, slots=True)
class TimerRow:
    """Something that falls due; `subject` is what it is about, such as `#42`."""

    name: str
    subject: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as its card tells it; `due_at` is None once it is solved."""

    number: int
    status: str
    owner: str
    next_step: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """One look inside: newest assessments and outbox rows first, timers by due time, cases by number."""

    assessments: Sequence[AssessedMessage] = ()
    outbox: Sequence[OutboxRow] = ()
    timers: Sequence[TimerRow] = ()
    cases: Sequence[CaseRow] = ()


class Inspector(Protocol):
    """Looks inside a community; `bot.app.App` is the one implementation."""

    async def inside(self, community: str, language: str) -> Inside:
        """The last 20 of each; sentences in `language`."""
        ...
