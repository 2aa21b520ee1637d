"""Days on which nobody works: public holidays, from a calendar library, and the team's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

AHEAD = 400


@dataclass(frozen=True, slots=True)
class DaysOff:
    """`country` is a code like `RO`, or `DE-BY` where a part of a country has its own (None: no public holidays)."""

    country: str | None = None
    own: frozenset[date] = frozenset()

    def closed(self, day: date) -> bool:
        return day in self.own or (self.country is not None and day in public(self.country, day.year))

    def ahead(self, today: date) -> Iterator[tuple[date, str]]:
        """From today on, soonest first, with the name of the holiday; empty for a day of the team's own."""
        for day in (today + timedelta(days=offset) for offset in range(AHEAD)):
            if self.closed(day):
                yield day, public(self.country, day.year).get(day, "") if self.country else ""


@lru_cache(maxsize=256)
def public(country: str, year: int) -> Mapping[date, str]:
    """The public holidays of a year with their names; none for a country that nobody knows."""
    # Here: only communities that chose a country need it, and it would make every start slower.
    from holidays import country_holidays  # noqa: PLC0415

    code, _, part = country.partition("-")
    return dict(country_holidays(code, subdiv=part or None, years=year)) if is_known(country) else {}


def is_known(country: str) -> bool:
    """Whether there is a calendar for that code."""
    from holidays import list_supported_countries  # noqa: PLC0415

    code, _, part = country.partition("-")
    parts = list_supported_countries().get(code)
    return parts is not None and (not part or part in parts)
