"""The ladder: what comes next for whom, and the one proof that a message may be removed. Pure: no I/O, no clock.

Only abuse of people is on it. A step counts from the moment it was delivered until it expires, and the next one is
for what was said after it was read.
"""

from collections.abc import Sequence
from dataclasses import InitVar, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.vocabulary.places import MessageRef

READ_AFTER = timedelta(hours=24)
"""What was delivered counts as read by then, whatever the member does."""

SETTLES = timedelta(minutes=10)
"""Whoever writes so long after the delivery has had the time to read it."""

ENOUGH = 2
"""Delivered warnings before a message can be removed; and people on staff, so that somebody else hears the appeal."""

OFFERED = timedelta(hours=24)
"""So long after it was said a message can be removed; later it has been read by whoever reads there."""


class Step(StrEnum):
    """The ladder, from a request to the removal of one message."""

    NOTICE = "notice"
    FIRST_WARNING = "first_warning"
    SECOND_WARNING = "second_warning"
    REMOVAL = "removal"


WARNINGS = (Step.FIRST_WARNING, Step.SECOND_WARNING)
LADDER = tuple(Step)
"""From the mildest to the last."""


class Undone(StrEnum):
    """Why a measure counts no more."""

    PARDONED = "pardoned"
    OVERTURNED = "overturned"


@dataclass(frozen=True, slots=True)
class Offence:
    """One message of somebody's that attacks people, as it was when it was judged.

    `abuse` and `complaint` are detection's probabilities, 0..1, of the text as it is now. `text` is None once its
    words are gone. `urgent` tells of a threat and the like: such a matter is not for the ladder.
    """

    message: MessageRef
    member_id: str
    member_name: str
    text: str | None
    said_at: datetime
    abuse: float
    complaint: float
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Infraction:
    """One measure. `step` is what was taken, `counts_as` what it weighs since an appeal reduced it.

    `rule` is the community's rule as it read then, `number` its place in the list, from 1. `by` took the measure;
    `reason` is theirs, `context` what the same member said just before. It counts between `delivered_at` and
    `expires_at`.
    `acknowledged_at` is the button, `wrote_at` the member's first message at least ten minutes after the delivery.
    `removed_at` is when the platform confirmed that the message is gone. `abuse`, `complaint` and `urgent` are what
    detection says of the message as it stands now; `second_by` is the other moderator, where two are asked for.
    """

    id: int
    member_id: str
    member_name: str
    step: Step
    message: MessageRef
    said_at: datetime
    text: str | None
    context: tuple[str, ...]
    rule: str
    number: int
    by: str
    by_name: str
    reason: str | None
    language: str
    taken_at: datetime
    case_id: int | None = None
    counts_as: Step | None = None
    delivered_at: datetime | None = None
    refused: tuple[str, ...] = ()
    """Doors that were shut when it was brought."""
    lost_at: datetime | None = None
    """When every door had been shut: it was not delivered, and doesn't count."""
    acknowledged_at: datetime | None = None
    wrote_at: datetime | None = None
    expires_at: datetime | None = None
    undone: Undone | None = None
    undone_at: datetime | None = None
    undone_by: str | None = None
    removed_at: datetime | None = None
    abuse: float = 0.0
    complaint: float = 0.0
    urgent: bool = False
    second_by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not taken back, and not every door was shut to it."""
        return self.undone is None and self.lost_at is None

    @property
    def offence(self) -> Offence:
        """What it is about, as detection sees it now."""
        return Offence(
            self.message,
            self.member_id,
            self.member_name,
            self.text,
            self.said_at,
            self.abuse,
            self.complaint,
            urgent=self.urgent,
        )

    @property
    def weight(self) -> Step:
        """The step that it counts as today."""
        return self.counts_as or self.step

    def counts(self, now: datetime) -> bool:
        """Whether it is delivered, not undone and not expired."""
        if self.undone is not None or self.delivered_at is None:
            return False
        return self.expires_at is None or now < self.expires_at

    def read_at(self, now: datetime) -> datetime | None:
        """When it counts as read, None: not yet."""
        if self.delivered_at is None:
            return None
        by_then = self.delivered_at + READ_AFTER
        known = [at for at in (self.acknowledged_at, self.wrote_at) if at is not None]
        known += [by_then] if by_then <= now else []
        return min(known, default=None)


class Wait(StrEnum):
    """Why no further step can be taken for a message."""

    UNDELIVERED = "undelivered"
    UNREAD = "unread"
    SAME_OUTBURST = "same_outburst"


@dataclass(frozen=True, slots=True)
class Standing:
    """What comes next for a member who said something at a given time; `wait` tells why it can't be taken."""

    step: Step
    wait: Wait | None
    counting: Sequence[Infraction]


def standing(
    infractions: Sequence[Infraction], said_at: datetime, now: datetime, *, burst: timedelta
) -> Standing:
    """What comes next for a member, given all measures there are against them, oldest first.

    A removal leads no further up: neither does it count, nor does the next one wait for it.
    """
    steps = [one for one in infractions if one.weight is not Step.REMOVAL]
    counting = [one for one in steps if one.counts(now)]
    return Standing(_next(counting), _wait(steps, counting, said_at, now, burst), counting)


def _next(counting: Sequence[Infraction]) -> Step:
    warnings = sum(one.weight in WARNINGS for one in counting)
    if warnings >= ENOUGH:
        return Step.REMOVAL
    if warnings:
        return Step.SECOND_WARNING
    return Step.FIRST_WARNING if counting else Step.NOTICE


def _wait(
    steps: Sequence[Infraction],
    counting: Sequence[Infraction],
    said_at: datetime,
    now: datetime,
    burst: timedelta,
) -> Wait | None:
    if any(one.stands and one.delivered_at is None for one in steps):
        return Wait.UNDELIVERED
    if any(not _read_before(one, said_at, now) for one in counting):
        return Wait.UNREAD
    if any(one.stands and said_at <= one.said_at + burst for one in steps):
        return Wait.SAME_OUTBURST
    return None


def _read_before(one: Infraction, said_at: datetime, now: datetime) -> bool:
    """Strictly: the message that shows that it was read is not held against anybody by itself."""
    read_at = one.read_at(now)
    return read_at is not None and read_at < said_at


class Refusal(StrEnum):
    """Why a message can't be removed."""

    OFF = "off"
    ALONE = "alone"
    SECOND = "second"
    """A second moderator has to agree first."""
    UNDONE = "undone"
    """The measure itself was taken back."""
    NO_WARNINGS = "no_warnings"
    UNDELIVERED = "undelivered"
    UNREAD = "unread"
    SAME_OUTBURST = "same_outburst"
    COMPLAINT = "complaint"
    NOT_ABUSE = "not_abuse"
    """Too mild to be certain, and no complaint either."""
    URGENT = "urgent"
    NO_REASON = "no_reason"
    GONE = "gone"
    NOT_THEIRS = "not_theirs"
    TOO_LATE = "too_late"
    """It was said more than a day before somebody wanted it removed."""


class Refused(Exception):
    """The message stays."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Terms:
    """What a community asks of a removal. `staff` is how many people could decide an appeal.

    At `threshold` and above a probability is sure. `second` if two moderators have to want it.
    """

    community: str
    enabled: bool
    staff: int
    threshold: float
    burst: timedelta
    second: bool = False


_SEAL = object()


@dataclass(frozen=True, slots=True)
class Removal:
    """The proof that this one message may be removed. Only `permit` can make it.

    `community` is the community's key, `warnings` are the ids of those that were delivered, read and not heeded.
    """

    community: str
    message: MessageRef
    infraction: int
    warnings: tuple[int, ...]
    by: str
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("only the ladder permits a removal")


def permit(
    infraction: Infraction,
    offence: Offence,
    infractions: Sequence[Infraction],
    now: datetime,
    terms: Terms,
) -> Removal:
    """The proof that the message of this measure may be removed. Raises Refused.

    `offence` is the message as it stands now; `infractions` are all the measures against the member, oldest first,
    this one among them or not.
    """
    others = [one for one in infractions if one.id != infraction.id]
    _check_terms(infraction, terms)
    _check_measure(infraction, offence, others)
    _check_offence(offence, terms.threshold)
    stands = standing(others, offence.said_at, now, burst=terms.burst)
    if stands.wait is not None:
        raise Refused(Refusal(stands.wait.value))
    if stands.step is not Step.REMOVAL:
        raise Refused(Refusal.NO_WARNINGS)
    warnings = tuple(one.id for one in stands.counting if one.weight in WARNINGS)
    return Removal(terms.community, infraction.message, infraction.id, warnings, infraction.by, _SEAL)


def _check_terms(infraction: Infraction, terms: Terms) -> None:
    """Whether this community removes at all, and enough people stand behind it."""
    if not terms.enabled:
        raise Refused(Refusal.OFF)
    if terms.staff < ENOUGH:
        raise Refused(Refusal.ALONE)
    if terms.second and infraction.second_by in (None, infraction.by):
        raise Refused(Refusal.SECOND)


def _check_measure(infraction: Infraction, offence: Offence, others: Sequence[Infraction]) -> None:
    """Whether it is a removal of this very message of theirs, with a reason, that nobody took back."""
    whose = {infraction.member_id, offence.member_id, *(one.member_id for one in others)}
    same = (infraction.message, infraction.said_at) == (offence.message, offence.said_at)
    if len(whose) != 1 or not same or infraction.by == infraction.member_id:
        raise Refused(Refusal.NOT_THEIRS)
    if infraction.undone is not None:
        raise Refused(Refusal.UNDONE)
    if infraction.step is not Step.REMOVAL or infraction.counts_as is not None:
        raise Refused(Refusal.NO_WARNINGS)
    if not (infraction.reason or "").strip():
        raise Refused(Refusal.NO_REASON)
    if infraction.taken_at - infraction.said_at > OFFERED:
        raise Refused(Refusal.TOO_LATE)


def _check_offence(offence: Offence, threshold: float) -> None:
    """Whether it is abuse, and nothing that is not for the ladder."""
    if offence.text is None:
        raise Refused(Refusal.GONE)
    if offence.urgent:
        raise Refused(Refusal.URGENT)
    if offence.abuse < threshold:
        mild = offence.complaint < threshold
        raise Refused(Refusal.NOT_ABUSE if mild else Refusal.COMPLAINT)
