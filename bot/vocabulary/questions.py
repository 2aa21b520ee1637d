"""Facts about who of staff has something: questions to specialists, cases about staff, and who is gone.

Like the others they are rows of the case's timeline; none of them is shown to a member.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class CaseEscalated:
    """A question went to a team of specialists, and `name` of it was called; an answer is due at `until`.

    The question is for staff alone.
    """

    case: int
    by: str
    name: str
    team: str
    text: str | None
    until: datetime
    kind: Literal["case_escalated"] = "case_escalated"


Turn = Literal["taken", "passed_on", "asked", "answered", "declined", "late", "returned", "cancelled"]
"""What became of a question to specialists: `passed_on` to the person named, `asked` the member something first,
`returned` to the moderators because nobody is there."""


@dataclass(frozen=True, slots=True)
class QuestionMoved:
    """`name` is the specialist it is about, `watcher` whoever asked; `text` is a reason, for staff alone.

    `until` is the time of the next word, where the member was told another than before.
    """

    case: int
    turn: Turn
    by: str | None
    name: str
    team: str
    watcher: str
    watcher_name: str
    text: str | None = None
    until: datetime | None = None
    kind: Literal["question_moved"] = "question_moved"


@dataclass(frozen=True, slots=True)
class CaseSealed:
    """The case is about somebody of staff: it is the managers' from now on. Whom it is about is not told."""

    case: int
    by: str
    kind: Literal["case_sealed"] = "case_sealed"


@dataclass(frozen=True, slots=True)
class StaffLost:
    """Somebody a feature counts on as staff has no role any more. Told to the features only."""

    member: str
