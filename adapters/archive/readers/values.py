"""Values of somebody else's JSON, taken out with care: nothing is where it should be in a damaged export."""

from datetime import UTC, datetime, tzinfo
from typing import TypeVar

from adapters.archive.readers.watched import clean

# Before the platforms were, or after all of us: the mark of a damaged date, which would lead a clock astray.
YEARS = range(2000, 2100)

T = TypeVar("T")


class Unusable(Exception):
    """What was read is no message. `code` is that of a `Problem`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def needed(value: T | None, code: str) -> T:
    """`value`, which a message can't do without. Raises Unusable with `code` when it is missing or empty."""
    if not value:
        raise Unusable(code)
    return value


def get(value: object, *path: str) -> object:
    """What is at `path` in nested objects, or None."""
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def text(value: object) -> str:
    """A text, or the digits of a number; "" for anything else."""
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def each(value: object) -> list[object]:
    """The elements of a list; none of anything else."""
    return value if isinstance(value, list) else []


def moment(value: str, zone: tzinfo) -> datetime | None:
    """An ISO date with time as aware UTC, taken to be in `zone` where it names none. None if it's no date."""
    try:
        return plausible(datetime.fromisoformat(value), zone)
    except ValueError:
        return None


def plausible(at: datetime, zone: tzinfo) -> datetime | None:
    """`at` in UTC, or None for a time in which nobody can have written."""
    if at.year not in YEARS:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
