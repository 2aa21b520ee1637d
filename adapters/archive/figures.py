"""The numbers of a report, computed from its alarms; every output takes them from here."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from heapq import nsmallest

from adapters.archive.model import Alarm, Findings

FEW = 20
"""From so many cases on a percentage says something; below, only counts are shown."""

WIDEST = 120
"""So many columns still fit on a phone."""

DECISIONS = ("acknowledged", "quiet", "private", "maybe")
SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Waits:
    """How long first answers took, in seconds; None where there was none."""

    answered: int
    median: float | None
    p90: float | None


def waits(alarms: Iterable[Alarm], *, by_staff: bool = False) -> Waits:
    """The waits for somebody else's first answer, or only for those that staff gave first."""
    taken = [
        alarm.answered_after
        for alarm in alarms
        if alarm.answered_after is not None and (alarm.answered_by_staff or not by_staff)
    ]
    if not taken:
        return Waits(0, None, None)
    p90 = taken[0] if len(taken) == 1 else statistics.quantiles(taken, n=10, method="inclusive")[8]
    return Waits(len(taken), statistics.median(taken), p90)


def never_answered(alarms: Iterable[Alarm]) -> int:
    """Those whose time for an answer was over before the export was."""
    return sum(alarm.answered_after is None and not alarm.too_early for alarm in alarms)


def too_early(alarms: Iterable[Alarm]) -> int:
    """Those that nobody answered yet when the export ends."""
    return sum(alarm.too_early for alarm in alarms)


STEPS: Mapping[str, float] = {
    "minutes_5": 300,
    "hour": 3600,
    "hours_4": 4 * 3600,
    "day": 86_400,
    "days": float("inf"),
}
"""The ends of the steps in which waits are shown, in seconds, each included."""


def waits_by_step(alarms: Iterable[Alarm]) -> dict[str, int]:
    """How many were answered in each step of STEPS, "never", or "early" to tell; all steps, also the empty ones."""
    steps = dict.fromkeys([*STEPS, "never", "early"], 0)
    for alarm in alarms:
        steps[wait_step(alarm)] += 1
    return steps


def wait_step(alarm: Alarm) -> str:
    after = alarm.answered_after
    if after is None:
        return "early" if alarm.too_early else "never"
    return next(step for step, end in STEPS.items() if after <= end)


def decisions(alarms: Iterable[Alarm]) -> dict[str, int]:
    """How often each decision was made; all four, also those that never were."""
    made = Counter(alarm.decision for alarm in alarms)
    return {decision: made[decision] for decision in DECISIONS}


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many cases and how many cards for staff were about one topic."""

    topic: str
    cases: int
    maybes: int


def topics(alarms: Iterable[Alarm]) -> list[TopicCount]:
    """The most frequent first."""
    pairs = Counter((alarm.topic, alarm.decision == "maybe") for alarm in alarms)
    found = {topic for topic, _ in pairs}
    counts = (TopicCount(topic, pairs[topic, False], pairs[topic, True]) for topic in found)
    return sorted(counts, key=lambda count: (-count.cases - count.maybes, count.topic))


def reasons(alarms: Iterable[Alarm]) -> list[tuple[str, int]]:
    """Rule and number of alarms it had a part in, the most frequent first."""
    counts = Counter(rule for alarm in alarms for rule in alarm.reasons)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def per_thousand(count: int, messages: int) -> float | None:
    """Alarms per 1,000 messages; None where there were no messages."""
    return 1000 * count / messages if messages else None


class Span(StrEnum):
    """How much time one column covers. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Column:
    """What happened from `start` until the next column begins."""

    start: date
    messages: int
    cases: int
    maybes: int


def columns(findings: Findings) -> tuple[Span, list[Column]]:
    """The days, or weeks, months, years where the days are too many; empty ones between them included."""
    days = {date.fromisoformat(day): counts for day, counts in findings.per_day.items()}
    if not days:
        return Span.DAY, []
    span = next((span for span in Span if _extent(span, days) <= WIDEST), Span.YEAR)
    sums: dict[int, list[int]] = {}
    for day, counts in days.items():
        column = sums.setdefault(_index(span, day), [0, 0, 0])
        column[:] = [old + new for old, new in zip(column, counts, strict=True)]
    shown = range(min(sums), max(sums) + 1)[-WIDEST:]
    return span, [Column(_start(span, index), *sums.get(index, (0, 0, 0))) for index in shown]


def _extent(span: Span, days: Mapping[date, object]) -> int:
    return _index(span, max(days)) - _index(span, min(days)) + 1


def _index(span: Span, day: date) -> int:
    """Columns counted from the first of January of the year 1, which was a Monday."""
    match span:
        case Span.DAY:
            return day.toordinal()
        case Span.WEEK:
            return (day.toordinal() - 1) // 7
        case Span.MONTH:
            return day.year * 12 + day.month - 1
        case Span.YEAR:
            return day.year


def _start(span: Span, index: int) -> date:
    match span:
        case Span.DAY:
            return date.fromordinal(index)
        case Span.WEEK:
            return date.fromordinal(index * 7 + 1)
        case Span.MONTH:
            return date(index // 12, index % 12 + 1, 1)
        case Span.YEAR:
            return date(index, 1, 1)


def listed(alarms: Sequence[Alarm], of_each: int) -> list[Alarm]:
    """In order of time, at most `of_each` of every decision: the most severe, and of those the surest."""
    chosen = [
        alarm
        for decision in DECISIONS
        for alarm in nsmallest(of_each, (a for a in alarms if a.decision == decision), key=_gravity)
    ]
    return sorted(chosen, key=lambda alarm: alarm.number)


def _gravity(alarm: Alarm) -> tuple[int, float, int]:
    return SEVERITIES.index(alarm.severity), -alarm.probability, alarm.number
