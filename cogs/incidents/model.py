"""When a topic rises suddenly, against its own past. Pure: no I/O, no clock of its own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

WINDOW = timedelta(minutes=30)
LOOK_BACK = timedelta(days=28)
HOURS_FROM = timedelta(days=7)
"""Younger than that, a community has no usual hours yet."""

PEOPLE, PEOPLE_AT_FIRST = 6, 10
AT_FIRST = timedelta(days=14)
TIMES = 4.0
CHANCE = 0.0001
"""A tenth of what would do for one look: it is looked at with each case, and by day that is often."""

FLOOR = 0.5
"""In half an hour: below it the past is too little to say how rare something is."""

MANY = 5_000
"""Cases of one topic in the time that is looked back."""

EVERY = timedelta(minutes=5)
NUDGES = 3
NEXT_UPDATE = timedelta(minutes=60)
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(days=2)
REMINDED = timedelta(minutes=10)
QUIET_AFTER_NO = timedelta(hours=2)
"""How long a topic is not proposed again when somebody said that it is no incident."""

LAPSES = timedelta(hours=2)
"""How long after the last case a proposal that nobody took is given up."""


@dataclass(frozen=True, slots=True)
class Past:
    """Earlier cases of the topic, without those of earlier incidents; `age` is how long the community is known."""

    opened_at: Sequence[datetime]
    age: timedelta
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Rise:
    """So many `people` in half an hour, where `usual` is what the past has at that hour; `chance` that it is chance."""

    people: int
    usual: float
    chance: float


def needed(age: timedelta) -> int:
    """How many different people there have to be at least."""
    return PEOPLE if age >= AT_FIRST else PEOPLE_AT_FIRST


def rise(people: int, now: datetime, past: Past) -> Rise | None:
    """Whether so many different people within the last half hour are a sudden rise; None if they are not."""
    usual = usually(now, past)
    chance = tail(people, usual)
    if people < needed(past.age) or people < TIMES * usual or chance >= CHANCE:
        return None
    return Rise(people, usual, chance)


def usually(now: datetime, past: Past) -> float:
    """Cases in half an hour, at this hour of the day or at any, whichever are more.

    One case more than there were: of a short past little is known.
    """
    span = min(past.age, LOOK_BACK)
    rate = (len(past.opened_at) + 1) / max(span / WINDOW, 1.0)
    if span >= HOURS_FROM:
        hour = now.astimezone(past.zone).hour
        near = sum(_apart(at.astimezone(past.zone).hour, hour) <= 1 for at in past.opened_at)
        rate = max(rate, (near + 1) / (span / timedelta(days=1) * (timedelta(hours=3) / WINDOW)))
    return max(rate, FLOOR)


def busy_as_ever(people: int, cases: int, age: timedelta) -> bool:
    """Whether so many people are nothing new where there are always many: then nobody looks at each of the cases."""
    return cases > MANY and people < TIMES * cases / (min(age, LOOK_BACK) / WINDOW)


def _apart(hour: int, other: int) -> int:
    """Hours between two hours of the day."""
    return min((hour - other) % 24, (other - hour) % 24)


def tail(count: int, mean: float) -> float:
    """The chance of `count` or more, where `mean` is usual and each comes by itself (Poisson)."""
    if count <= 0:
        return 1.0
    term = math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
    total, number = 0.0, count
    while term > total * 1e-12:
        total += term
        number += 1
        term *= mean / number
    return min(total, 1.0)
