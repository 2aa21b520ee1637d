"""Working hours: when people answer. Pure; correct over changes to and from daylight saving."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cases.daysoff import DaysOff

LONGEST = 400
"""Days looked ahead before giving up on a calendar without a working hour."""

NONE_OFF = DaysOff()


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """`days` are weekdays (0 is Monday); the day lasts from `start` to `end`, in minutes since midnight, in `zone`.

    Nobody is there on the days `off`.
    """

    days: frozenset[int]
    start: int
    end: int
    zone: ZoneInfo
    off: DaysOff = NONE_OFF

    def _window(self, day: date) -> tuple[datetime, datetime]:
        return self._at(day, self.start), self._at(day, self.end)

    def _at(self, day: date, minutes: int) -> datetime:
        days, rest = divmod(minutes, 24 * 60)
        local = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), self.zone)
        return local.astimezone(UTC)

    def awake(self, at: datetime, late: timedelta = timedelta(0)) -> datetime:
        """`at` itself if people are there, or were so little before that it still belongs to it; else `next_open`."""
        return at if self.open_at(at - late) or self.open_at(at) else self.next_open(at)

    def windows(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The working times from `since` on, as (start, end) in UTC, earliest first."""
        first = since.astimezone(self.zone).date()
        for offset in range(-1, LONGEST):
            day = first + timedelta(days=offset)
            start, end = self._window(day)
            # In the night when clocks go forward an hour that is skipped may end before it begins.
            if end > max(start, since) and self.works_on(day):
                yield max(start, since), end

    def works_on(self, day: date) -> bool:
        return day.weekday() in self.days and not self.off.closed(day)

    def open_at(self, at: datetime) -> bool:
        return self.next_open(at) == at

    def next_open(self, at: datetime) -> datetime:
        """`at` itself during working hours, else the next moment somebody is there (UTC)."""
        return next((start for start, _ in self.windows(at)), at)

    def add(self, since: datetime, duration: timedelta) -> datetime:
        """The moment when `duration` of working time has passed since `since` (UTC)."""
        left, last = duration, since
        for start, end in self.windows(since):
            if end - start >= left:
                return start + left
            left, last = left - (end - start), end
        # Where people work for minutes a week it takes longer than was looked ahead; by the clock where nobody does.
        return self.add(last, left) if last > since else since + duration

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from the one moment to the other; by the clock where nobody ever works."""
        if next(self.windows(start), None) is None:
            return max(end - start, timedelta(0))
        passed = timedelta(0)
        for opens, closes in self.windows(start):
            if opens >= end:
                break
            passed += min(closes, end) - opens
        return passed


NO_HOLIDAYS = "-"
"""Stands for a country without holidays: who works on all of them."""


@dataclass(frozen=True, slots=True)
class OwnHours:
    """When a team works that is not there when its community is; what is None is as in the community.

    `days` are weekdays (0 is Monday), `starts` and `ends` minutes since midnight in `zone` (`ends` past 24 hours: at
    night, until the next day), `country` the code of a calendar of public holidays.
    """

    days: tuple[int, ...] | None = None
    starts: int | None = None
    ends: int | None = None
    zone: str | None = None
    country: str | None = None

    def within(self, usual: WorkingHours) -> WorkingHours:
        """With what the community has for the rest; on days off of its own nobody works."""
        off = usual.off
        if self.country is not None:
            off = DaysOff(None if self.country == NO_HOLIDAYS else self.country, off.own)
        return WorkingHours(
            usual.days if self.days is None else frozenset(self.days),
            usual.start if self.starts is None else self.starts,
            usual.end if self.ends is None else self.ends,
            usual.zone if self.zone is None else ZoneInfo(self.zone),
            off,
        )


AS_USUAL = OwnHours()
