"""Until when, as people say it: for so long, until a day of the week, or until a date. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from babel.dates import get_day_names

from bot.cases.hours import WorkingHours

BEFORE = frozenset(("until", "till", "til", "to", "pana", "la", "pe", "до"))
"""Words that stand before a day."""

LANGUAGES = ("en", "ro", "ru")
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Until:
    """One of these: so long from now; a day of the week (0 is Monday); a day of a month, of a year if one was named."""

    time: timedelta | None = None
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def at(self, now: datetime, hours: WorkingHours) -> datetime:
        """When that is (UTC): of a day, when people are there on it, or next after it; `now` if it is over."""
        if self.time is not None:
            return now + self.time
        today = now.astimezone(hours.zone).date()
        day = self._on(today)
        if day is None or day <= today:
            return now
        return hours.next_open(datetime.combine(day, time(), hours.zone))

    def _on(self, today: date) -> date | None:
        if self.weekday is not None:
            return today + timedelta(days=(self.weekday - today.weekday() - 1) % 7 + 1)
        years = (today.year, today.year + 1) if self.year is None else (self.year,)
        days = [day for year in years if (day := _date(year, self.month or 0, self.day or 0)) is not None]
        return next((day for day in days if day > today), None)


def until_day(words: str) -> Until | None:
    """A day, with or without a word before it: friday, until Friday, 2026-12-01, 1.12, до пятницы; None for others."""
    said = folded(words).split()
    while said and said[0] in BEFORE:
        said = said[1:]
    if len(said) != 1:
        return None
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said[0])
    if iso is not None:
        year, month, day = (int(part) for part in iso.groups())
        return _known(Until(year=year, month=month, day=day))
    dotted = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.?(\d{4})?", said[0])
    if dotted is not None:
        return _known(
            Until(day=int(dotted[1]), month=int(dotted[2]), year=int(dotted[3]) if dotted[3] else None)
        )
    return next((Until(weekday=day) for day in range(7) if _called(said[0], day)), None)


def folded(words: str) -> str:
    """Small, and without the marks of letters: people leave them out."""
    plain = unicodedata.normalize("NFD", words.strip().lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _called(word: str, weekday: int) -> bool:
    """By its name, by how that begins, or by another case of it, as Russian has them."""
    names = [folded(get_day_names("wide", locale=language)[weekday]) for language in LANGUAGES]
    begun = len(word) >= SHORTEST_NAME and any(name.startswith(word) for name in names)
    bent = len(word) > SHORTEST_NAME + 1 and any(
        name[:4] == word[:4] and abs(len(name) - len(word)) <= 1 for name in names
    )
    return begun or bent


def _known(until: Until) -> Until | None:
    """None if no calendar has that day; a leap day is in some year."""
    return until if _date(until.year or 2024, until.month or 0, until.day or 0) is not None else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
