"""When who is told that a time is running out, and what becomes of a promise. Pure: no I/O, no clock of its own."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.cases.allowances import Allowance
from bot.cases.hours import WorkingHours
from bot.cases.model import Case, Ending, NextStep, Status

ANSWERS = (NextStep.FIRST_RESPONSE, NextStep.NEXT_RESPONSE)
OURS = (*ANSWERS, NextStep.THIRD_PARTY)
"""Steps whose time the member waits for, so that they are told when it breaks."""

AT_WORK = (Status.NEW, Status.OPEN)

LATEST_REMINDER = timedelta(minutes=10)
BEFORE_IT_BREAKS = timedelta(minutes=30)
LATE = timedelta(minutes=2)
"""How late a timer may fire and still be of the hour that it was set for."""
MOST_HOLDING = 2
"""Holding messages in one case; then a person has to write."""


class Outcome(StrEnum):
    """What became of a promise; `breached` also if it was kept later than promised."""

    MET = "met"
    BREACHED = "breached"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Promise:
    """A time by which a step is owed. While its clock stands still there are `seconds_left` of working time.

    `reminded_at` is when whoever has the case was called, or the team; `raised_at` when the next level heard of it.
    """

    id: int
    case_id: int
    step: NextStep
    started_at: datetime
    due_at: datetime
    seconds_left: int | None = None
    reminded_at: datetime | None = None
    breached_at: datetime | None = None
    raised_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None

    @property
    def paused(self) -> bool:
        return self.seconds_left is not None

    def is_over(self, now: datetime) -> bool:
        return self.breached_at is not None or (not self.paused and now > self.due_at)

    def pause(self, now: datetime, hours: WorkingHours) -> "Promise":
        """Its clock stands still. What was broken before stays broken."""
        if self.paused:
            return self
        left = int(hours.between(now, self.due_at).total_seconds())
        broken = self.due_at if self.is_over(now) else None
        return replace(self, seconds_left=left, breached_at=self.breached_at or broken)

    def resume(self, now: datetime, hours: WorkingHours) -> "Promise":
        """It goes on with what was left."""
        if self.seconds_left is None:
            return self
        if self.breached_at is not None:
            return replace(self, seconds_left=None)
        due_at = hours.add(now, timedelta(seconds=self.seconds_left))
        return replace(self, seconds_left=None, started_at=now, due_at=due_at)

    def end(self, outcome: Outcome, now: datetime) -> "Promise":
        """What was due before now was broken, whatever came afterwards."""
        if self.is_over(now):
            return replace(
                self, ended_at=now, outcome=Outcome.BREACHED, breached_at=self.breached_at or self.due_at
            )
        return replace(self, ended_at=now, outcome=outcome)


class Fate(StrEnum):
    """What a promise makes of what has happened to its case."""

    RUN = "run"
    PAUSE = "pause"
    KEPT = "kept"
    OBSOLETE = "obsolete"


def fate(step: NextStep, case: Case, *, answered: bool, held: bool) -> Fate:
    """`answered` if staff have just spoken to the member, `held` if it was just put on hold (again)."""
    if case.status is Status.CLOSED or case.ending is Ending.SILENT:
        return Fate.OBSOLETE
    if case.status is Status.SOLVED:
        return Fate.KEPT
    if step is NextStep.RESOLUTION:
        return Fate.RUN if case.status in AT_WORK else Fate.PAUSE
    if step is NextStep.THIRD_PARTY:
        return Fate.RUN if case.status is Status.ON_HOLD and not held else Fate.KEPT
    if answered or case.status is Status.PENDING:
        return Fate.KEPT
    return Fate.PAUSE if case.status is Status.ON_HOLD else Fate.RUN


class Rung(StrEnum):
    """Who is told next."""

    REMIND = "remind"
    BREACH = "breach"
    RAISE = "raise"


@dataclass(frozen=True, slots=True)
class Ladder:
    """When whoever is told. `any_hour`: also at night and on days off.

    The time runs in the `hours` of whoever owes the step; those who are told are `there` at others.
    """

    allowance: Allowance
    hours: WorkingHours
    there: WorkingHours
    any_hour: bool

    def next(self, promise: Promise, now: datetime) -> tuple[Rung, datetime] | None:
        """What comes next for a promise, and when; None when all were told, or its clock stands still.

        Nobody is reminded any more of what is over.
        """
        if promise.paused or promise.ended_at is not None:
            return None
        if promise.breached_at is None:
            remind = self.awake(self._remind_at(promise))
            if promise.reminded_at is None and max(remind, now) < promise.due_at:
                return Rung.REMIND, remind
            return Rung.BREACH, self.awake(promise.due_at)
        if promise.raised_at is None:
            return Rung.RAISE, self.awake(self._raise_at(promise))
        return None

    def _remind_at(self, promise: Promise) -> datetime:
        time = self.hours.between(promise.started_at, promise.due_at)
        at = self.hours.add(promise.started_at, time * self.allowance.remind_percent / 100)
        return max(min(at, promise.due_at - LATEST_REMINDER), promise.started_at)

    def _raise_at(self, promise: Promise) -> datetime:
        delay = timedelta(minutes=self.allowance.raise_after)
        return promise.due_at + delay if self.any_hour else self.hours.add(promise.due_at, delay)

    def awake(self, at: datetime, late: timedelta = timedelta(minutes=1)) -> datetime:
        """Then, if somebody is there to hear it; the end of a day still belongs to it."""
        return at if self.any_hour else self.there.awake(at, late)


def holding_at(since: datetime, due: datetime, day: WorkingHours) -> datetime:
    """When the member hears that a time will not be kept: half an hour before, in their day, or before it ends.

    Of a short time no more than a quarter is left. `day` is when members may be written to. What was both promised
    and broken in one night, as where people answer at night, is told in the morning after it.
    """
    at = max(due - BEFORE_IT_BREAKS, since + (due - since) * 3 / 4)
    if day.open_at(at):
        return at
    evenings = [end for _, end in takewhile(lambda window: window[1] <= at, day.windows(since))]
    before = evenings[-1] - timedelta(minutes=1) if evenings else None
    return before if before is not None and before >= since else day.next_open(at)


def members_day(zone: ZoneInfo) -> WorkingHours:
    """When a member may be written to without having asked: every day from nine to eight."""
    return WorkingHours(frozenset(range(7)), 9 * 60, 20 * 60, zone)


def digest_hours(hours: WorkingHours, minutes: int) -> WorkingHours:
    """When the morning list may come, if it is late: from then, or when people come, until they go."""
    starts, ends = min(hours.start, minutes), max(hours.end, minutes + 60)
    return WorkingHours(hours.days, starts, ends, hours.zone, hours.off)


def next_morning(now: datetime, hours: WorkingHours, minutes: int) -> datetime:
    """The next time of that many minutes after midnight on a day on which people work (UTC)."""
    morning = WorkingHours(hours.days, minutes, minutes + 1, hours.zone, hours.off)
    later = now + timedelta(minutes=1)
    return next((start for start, _ in morning.windows(later) if start > now), now + timedelta(days=1))


def begins_the_week(day: date, hours: WorkingHours) -> bool:
    """Whether nobody has worked in this week before that day."""
    earlier = (day - timedelta(days=back) for back in range(1, day.weekday() + 1))
    return not any(hours.works_on(each) for each in earlier)
