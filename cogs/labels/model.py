"""What people say of a message, as data. Pure: no I/O, no clock of its own."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.vocabulary.corrections import How, NotOne
from bot.vocabulary.places import MessageRef

KEPT = timedelta(days=180)


class What(StrEnum):
    """What a message can be called."""

    COMPLAINT = "complaint"
    ABUSE = "abuse"


@dataclass(frozen=True, slots=True)
class Label:
    """Somebody said that the message is one, or that it `is_one` not; without its words.

    `rules` are detection's that matched. `by` is who said so; None once that is forgotten, or was never told. `reason`
    and `note`, in their own words, are why, where that was asked.
    """

    message: MessageRef
    member_id: str
    language: str
    what: What
    is_one: bool
    how: How
    rules: tuple[str, ...]
    at: datetime
    by: str | None = None
    by_name: str | None = None
    reason: NotOne | None = None
    note: str | None = None
    id: int = 0


def stands(known: Label | None, new: Label) -> bool:
    """Whether the new one takes the place of what is known of the message: the last word counts.

    Not over whoever heard both sides; and that a member needs no help says less than what staff said.
    """
    if known is None or known.how is new.how:
        return True
    return known.how is not How.APPEAL_WON and new.how is not How.NO_HELP_NEEDED


def counts(labels: Iterable[Label]) -> Counter[tuple[What, bool]]:
    """How many were called one, and how many none."""
    return Counter((label.what, label.is_one) for label in labels)
