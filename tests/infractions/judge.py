"""A judge who knows what was promised and what happened, and nothing of the code that is to keep the promises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.infractions.model import Infraction, Step
from bot.vocabulary.people import Member
from bot.vocabulary.places import MessageRef

SURE = 0.8
WARNINGS = (Step.FIRST_WARNING, Step.SECOND_WARNING)

Kind = tuple[float, float]
"""The probabilities that it is abuse, and that it is a complaint."""

ABUSE, COMPLAINT, BOTH, DANGER, HARMLESS = (0.95, 0.02), (0.1, 0.95), (0.9, 0.9), (0.97, 0.1), (0.05, 0.05)


@dataclass
class Said:
    """A message, as it reads now."""

    ref: MessageRef
    author: str
    at: datetime
    kind: Kind


@dataclass
class Told:
    """What the judge knows of a measure: when it arrived and was read, and whether it was taken back."""

    member: str
    step: Step
    about: Said
    taken_at: datetime
    by: str
    reason: str | None
    second_by: str | None = None
    arrived: datetime | None = None
    read: list[datetime] = field(default_factory=list)
    taken_back: bool = False
    milder: Step | None = None
    until: datetime | None = None

    def warns(self, now: datetime) -> bool:
        """Whether it is a warning that counts now."""
        if self.arrived is None or self.until is None or self.taken_back or now >= self.until:
            return False
        return (self.milder or self.step) in WARNINGS

    def was_read_before(self, said_at: datetime) -> bool:
        """By the button, by writing ten minutes later, or by a day going by."""
        if self.arrived is None:
            return False
        return any(at <= said_at for at in (*self.read, self.arrived + timedelta(hours=24)))


@dataclass(frozen=True)
class Around:
    """The time, what the community wants, and when each moderator was last at work."""

    now: datetime
    removal_on: bool
    two_needed: bool
    at_work: Mapping[str, datetime]


def judge(said: Said, told: Iterable[Told], around: Around) -> None:
    """The promises, one after another. Raises AssertionError if this message should still be there."""
    known = [one for one in told if one.member == said.author]
    abuse, _ = said.kind
    here = [who for who, at in around.at_work.items() if around.now - at < timedelta(days=90)]
    assert around.removal_on, "the community wants none"
    assert abuse >= SURE and said.kind is not DANGER, "a complaint, something mild, or a danger"
    assert len(here) >= 2, "nobody to appeal to"
    assert any(_wanted(one, said, around) for one in known), "nobody wanted it as it has to be wanted"
    warned = [one for one in known if _went_before(one, said, around.now)]
    assert len(warned) >= 2, "not after two warnings that arrived, were read and weren't heeded"


def _wanted(one: Told, said: Said, around: Around) -> bool:
    """By a moderator, with a reason, on the day it was said; by two where that is asked for."""
    enough = not around.two_needed or one.second_by not in (None, one.by)
    why = bool(one.reason and one.reason.strip())
    in_time = one.taken_at - said.at <= timedelta(hours=24)
    stands = one.about is said and one.step is Step.REMOVAL and not one.taken_back
    return stands and enough and why and in_time and one.by != one.member


def _went_before(one: Told, said: Said, now: datetime) -> bool:
    later = said.at > one.about.at + timedelta(minutes=15)
    return one.warns(now) and one.was_read_before(said.at) and later


def wanted(said: Said, step: Step, by: Member, reason: str, now: datetime) -> Infraction:
    """The measure that somebody writes down."""
    abuse, complaint = said.kind
    return Infraction(
        id=0,
        member_id=said.author,
        member_name=said.author.title(),
        step=step,
        message=said.ref,
        said_at=said.at,
        text="What was said.",
        context=(),
        rule="Be kind",
        number=1,
        by=by.id,
        by_name=by.name,
        reason=reason,
        language="en",
        taken_at=now,
        abuse=abuse,
        complaint=complaint,
        urgent=said.kind is DANGER,
    )
