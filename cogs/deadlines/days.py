"""Days as managers write them: 2026-12-24, 24.12.2026, 2026-12-24..2026-12-31. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

MOST_IN_A_SPAN = 366


def days_in(text: str) -> frozenset[date] | None:
    """Every day that is named, between commas, spaces or line ends; None if something isn't a day."""
    found: set[date] = set()
    for word in re.split(r"[\s,;]+", text.strip()):
        first, _, last = word.partition("..")
        start, end = _day(first), _day(last or first)
        if start is None or end is None or not 0 <= (end - start).days < MOST_IN_A_SPAN:
            return None
        found.update(start + timedelta(days=each) for each in range((end - start).days + 1))
    return frozenset(found)


def _day(word: str) -> date | None:
    european = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", word)
    try:
        if european:
            day, month, year = map(int, european.groups())
            return date(year, month, day)
        return date.fromisoformat(word)
    except ValueError:
        return None


def written(days: Sequence[date]) -> str:
    """Sorted days in a form that `days_in` reads; days in a row as a span."""
    return ", ".join(f"{first}..{last}" if last > first else str(first) for first, last in spans(days))


def spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """(first, last) of the days that follow each other."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = day
        elif day - last != timedelta(days=1):
            yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last
