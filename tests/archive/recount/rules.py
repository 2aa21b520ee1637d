"""What the bot would have done, a second time: the documented rules in the plainest way, sharing only detection.

The figures are those of the manual and of the settings' defaults; they are written out here so that a change of one
of them is seen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.detection import Assessment, Context, Safety, Said, Speaker, assess
from tests.archive.recount.raw import Line

CAREFUL, MAYBE = 0.80, 0.50
REMEMBERED, REMEMBERED_LETTERS = 5, 500
CASE_ENDS = timedelta(hours=6)
CAPS = ((timedelta(minutes=10), 5), (timedelta(hours=1), 15))
CAP_OF_A_MEMBER = (timedelta(days=1), 2)
NOT_WORTH_A_CARD = {Safety.PERSONAL_DATA, Safety.HEALTH}


@dataclass(slots=True)
class Row:
    """A case or card that should be in the report, and where in the stream it came about."""

    place: int
    line: Line
    decision: str
    seen: Assessment
    joined: int = 0


@dataclass(slots=True)
class Recount:
    """Reads the lines in order; then `rows` are the alarms, and `heard` what people said."""

    lines: Sequence[Line]
    staff: Collection[str] = ()
    heard: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        for line in self.lines:
            if line.person and line.text.strip():
                self._read(line)

    def _read(self, line: Line) -> None:
        before = [other for other in self.heard if other.channel == line.channel][-REMEMBERED:]
        self.heard.append(line)
        said = tuple(Said(self._who(b), b.author == line.author, _remembered(b.text)) for b in before)
        seen = assess(line.text, Context(speaker=self._who(line), before=said))
        if line.author in self.staff or not _worth_a_card(seen):
            return
        case = self._case_to_join(line, seen)
        if case is not None:
            case.joined += 1
        elif not (seen.spam >= CAREFUL > seen.complaint):
            self.rows.append(Row(len(self.heard), line, self._decision(line, seen), seen))

    def _who(self, line: Line) -> Speaker:
        return Speaker.STAFF if line.author in self.staff else Speaker.MEMBER

    def _case_to_join(self, line: Line, seen: Assessment) -> Row | None:
        """The member's latest case of the last six hours about the same thing, or where either is not clear."""
        for row in reversed(self.rows):
            theirs = row.decision != "maybe" and row.line.author == line.author
            same = row.seen.topic == seen.topic or "other" in (row.seen.topic, seen.topic)
            if theirs and same and line.at - row.line.at <= CASE_ENDS:
                return row
        return None

    def _decision(self, line: Line, seen: Assessment) -> str:
        if seen.complaint < CAREFUL:
            return "maybe"
        if seen.safety:
            return "private"
        aloud = [row.line for row in self.rows if row.decision == "acknowledged"]
        there = [other for other in aloud if other.channel == line.channel]
        full = [_since(there, line.at - span) >= most for span, most in CAPS]
        span, most = CAP_OF_A_MEMBER
        full.append(_since([o for o in aloud if o.author == line.author], line.at - span) >= most)
        return "quiet" if any(full) else "acknowledged"


def _worth_a_card(seen: Assessment) -> bool:
    return seen.complaint >= MAYBE or bool(seen.safety - NOT_WORTH_A_CARD)


def _remembered(text: str) -> str:
    return text if len(text) <= REMEMBERED_LETTERS else text[: REMEMBERED_LETTERS - 1].rstrip() + "…"


def _since(lines: Sequence[Line], moment: datetime) -> int:
    return sum(line.at >= moment for line in lines)
