"""The ladder: what comes next for whom, and the one proof that a message may be removed. Pure: no I/O, no clock.

Only abuse of people is on it. A step counts from the moment it was delivered until it expires, and the next one is
for what was said after it was read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.vocabulary.places import MessageRef

READ_AFTER = timedelta(hours=24)
"""What was delivered counts as read by then, whatever the member does."""

SETTLES = timedelta(minutes=10)
"""Whoever writes so long after the delivery has had the time to read it."""

ENOUGH = 2
"""Delivered warnings before a message can be removed."""


class Step(StrEnum):
    """The ladder, from a request to the removal of one message."""

    NOTICE = "notice"
    FIRST_WARNING = "first_warning"
    SECOND_WARNING = "second_warning"
    REMOVAL = "removal"


WARNINGS = (Step.FIRST_WARNING, Step.SECOND_WARNING)


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
    `reason` is theirs, `context` what was said before it. It counts between `delivered_at` and `expires_at`.
    `acknowledged_at` is the button, `wrote_at` the member's first message at least ten minutes after the delivery.
    `removed_at` is when the platform confirmed that the message is gone.
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
