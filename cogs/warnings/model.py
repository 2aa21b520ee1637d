"""What is put to staff as an attack on people, and what is told of a measure. Pure: no I/O, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.community import CommunitySettings
from bot.detection import PRESSING, Assessment, Label, thresholds
from bot.infractions.model import SETTLES, Infraction, Step, Undone
from bot.vocabulary.places import MessageRef

DECIDED_FOR = timedelta(days=30)
"""How long the card tells what became of a measure."""

UNDECIDED_FOR = timedelta(days=7)
"""After so long without a decision a proposal ends, and its words go."""

LATER = timedelta(hours=4)
"""Working time until a card that was put off is back."""

REASONS = 6


class Lost(StrEnum):
    """Why the words of a message are not there any more."""

    DELETED = "deleted"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Said:
    """One message; `text` is None once it was taken back. `reasons` are detection's rules with what they matched."""

    message: MessageRef
    text: str | None
    at: datetime
    abuse: float
    complaint: float
    urgent: bool = False
    reasons: tuple[tuple[str, str], ...] = ()
    lost: Lost | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A removal of the `nth` message that waits for a second moderator; `number` is the rule's."""

    by: str
    by_name: str
    nth: int
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one member said in one outburst. It is decided when it has an `infraction`.

    `context` is what the same member said just before. Until `hidden_until` nobody is shown the card. `reported` if a
    member asked for a look.
    """

    id: int
    member_id: str
    member_name: str
    language: str
    said: tuple[Said, ...]
    context: tuple[str, ...]
    last_at: datetime
    case_id: int | None = None
    reported: bool = False
    hidden_until: datetime | None = None
    asked: Asked | None = None
    infraction: int | None = None

    @property
    def nth(self) -> int | None:
        """Which message a step would be for: what was asked for, else the gravest that is still there."""
        if self.asked is not None:
            return self.asked.nth if self.said[self.asked.nth].text is not None else None
        there = [nth for nth, said in enumerate(self.said) if said.text is not None]
        return max(there, key=lambda nth: (self.said[nth].abuse, nth), default=None)

    @property
    def messages(self) -> tuple[MessageRef, ...]:
        return tuple(said.message for said in self.said)

    def holds(self, message: MessageRef) -> bool:
        return message in self.messages

    def with_message(self, new: Said) -> "Proposal":
        """Joined by a further message, or by the same one as it is now; each keeps its place."""
        said = tuple(new if known.message == new.message else known for known in self.said)
        if not self.holds(new.message):
            said = (*said, new)
        asked = self._asked_without(new.message)
        return replace(self, said=said, last_at=max(self.last_at, new.at), asked=asked)

    def decided(self, infraction: int) -> "Proposal":
        """Its words are the measure's from now on."""
        said = tuple(replace(known, text=None, reasons=()) for known in self.said)
        return replace(self, said=said, context=(), hidden_until=None, asked=None, infraction=infraction)

    def without_words(self, message: MessageRef, lost: Lost) -> "Proposal":
        """The author took these back."""
        said = (
            replace(known, text=None, lost=lost, reasons=()) if known.message == message else known
            for known in self.said
        )
        return replace(self, said=tuple(said), asked=self._asked_without(message))

    def _asked_without(self, message: MessageRef) -> Asked | None:
        """What a first moderator wanted was for the words as they were then."""
        asked = self.asked
        return None if asked is not None and self.said[asked.nth].message == message else asked


def attacks(seen: Assessment, settings: CommunitySettings) -> bool:
    """Whether it is surely abuse of people. What is pressing is not for the ladder: it is told at once, elsewhere."""
    return seen.abuse >= thresholds(settings.sensitivity).act and not is_urgent(seen)


def is_urgent(seen: Assessment) -> bool:
    return bool(PRESSING & seen.safety)


def lures(text: str, seen: Assessment, settings: CommunitySettings) -> bool:
    """Whether it surely is unasked-for and leads somewhere: a scam, or phishing."""
    return seen.spam >= thresholds(settings.sensitivity).act and "://" in text


def heard(message: MessageRef, text: str, at: datetime, seen: Assessment) -> Said:
    """The message with what detection says of it."""
    told = [(r.rule, r.match) for r in seen.reasons if r.label is Label.ABUSE and r.weight > 0]
    return Said(message, text, at, seen.abuse, seen.complaint, is_urgent(seen), tuple(told[:REASONS]))


def joins(proposals: Iterable[Proposal], at: datetime, burst: timedelta) -> Proposal | None:
    """The open proposal whose outburst still goes on."""
    return next((known for known in proposals if abs(at - known.last_at) <= burst), None)


def only_complains(said: Said, settings: CommunitySettings) -> bool:
    """A complaint without abuse: no step is ever taken for it."""
    limits = thresholds(settings.sensitivity)
    return said.complaint >= limits.maybe and said.abuse < limits.act


def state_of(measure: Infraction, now: datetime, *, removes: bool) -> str:
    """What is to be told of it: the name of a sentence, `warnings.state.<this>`."""
    if measure.undone is not None:
        return "pardoned" if measure.undone is Undone.PARDONED else "overturned"
    if measure.step is Step.REMOVAL:
        if not removes:
            return "lost" if measure.lost_at else "asked"
        if measure.removed_at is not None:
            return "removed"
        return "not_removed" if measure.lost_at else "removing"
    if measure.lost_at is not None:
        return "lost"
    if measure.delivered_at is None:
        return "on_its_way"
    if not measure.counts(now):
        return "expired"
    return "read" if measure.read_at(now) else "delivered"


def shows_reading(measure: Infraction, at: datetime) -> bool:
    """Whether a message of theirs at that time tells that they have had the time to read it, and nothing did before."""
    known = measure.acknowledged_at or measure.wrote_at
    return (
        known is None
        and measure.stands
        and measure.delivered_at is not None
        and measure.delivered_at + SETTLES <= at
    )


def rule_of(rules: Sequence[str], word: str) -> tuple[int, str] | None:
    """The rule that is meant, by its number; None if there is none of it."""
    text = word.strip().rstrip(".").lstrip("#")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0
    return (number, rules[number - 1]) if 1 <= number <= len(rules) else None
