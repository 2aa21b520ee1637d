"""What a sudden rise is: many different people, far more than usual, and not by chance."""

from datetime import UTC, datetime, timedelta
from math import exp
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.incidents.model import AT_FIRST, LOOK_BACK, WINDOW, Past, busy_as_ever, rise, tail, usually

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
KNOWN = timedelta(days=60)
BUCHAREST = ZoneInfo("Europe/Bucharest")


def quiet(age: timedelta = KNOWN, *earlier: datetime) -> Past:
    return Past(earlier, age, BUCHAREST)


def daily(number: int, hour: int) -> list[datetime]:
    """So many at this hour (UTC) of each of the last 28 days."""
    days = (NOON - timedelta(days=back) for back in range(1, 29))
    return [day.replace(hour=hour) + timedelta(minutes=n % 60) for day in days for n in range(number)]


def test_six_people_where_hardly_anybody_ever_writes() -> None:
    assert rise(5, NOON, quiet()) is None
    found = rise(6, NOON, quiet())
    assert found is not None and found.usual == 0.5 and found.chance < 0.0001


def test_a_new_community_takes_ten() -> None:
    young = quiet(AT_FIRST - timedelta(hours=1))
    assert rise(9, NOON, young) is None
    assert rise(10, NOON, young) is not None


def test_what_is_usual_at_this_hour_is_no_rise() -> None:
    busy_noon = Past(daily(12, hour=12), KNOWN, BUCHAREST)
    assert rise(6, NOON, busy_noon) is None
    assert rise(6, NOON + timedelta(hours=9), Past(daily(2, hour=12), KNOWN, BUCHAREST)) is not None


def test_four_times_as_many_are_needed_however_unlikely_fewer_are() -> None:
    past = Past(daily(60, hour=12), KNOWN, BUCHAREST)
    usual = usually(NOON, past)
    assert tail(int(3.9 * usual), usual) < 0.001
    assert rise(int(3.9 * usual), NOON, past) is None
    assert rise(int(4.1 * usual) + 1, NOON, past) is not None


def test_hours_around_midnight_are_neighbours() -> None:
    midnight = NOON.replace(hour=22)  # in Bucharest
    late = Past(daily(30, hour=21), KNOWN, BUCHAREST)
    assert usually(midnight, late) == pytest.approx(usually(midnight - timedelta(hours=1), late))


def test_where_there_are_always_many_nothing_is_counted_one_by_one() -> None:
    assert busy_as_ever(20, 20_000, KNOWN)
    assert not busy_as_ever(60, 20_000, KNOWN)
    assert not busy_as_ever(6, 400, KNOWN)


@given(st.integers(1, 60), st.floats(0.05, 50.0))
def test_the_tail_is_what_is_left_of_the_whole(count: int, mean: float) -> None:
    term, below = exp(-mean), 0.0
    for number in range(count):
        below += term
        term *= mean / (number + 1)
    assert tail(count, mean) == pytest.approx(1 - below, abs=1e-9)


def alarms(a_day: float, days: int, random: Random) -> int:
    """False alarms in a community where people write by themselves, most of them by day."""
    opened: list[datetime] = []
    found, quiet_until = 0, NOON
    for half_hour in range(days * 48):
        now = NOON + half_hour * WINDOW
        share = 1.7 if 9 <= now.hour < 21 else 0.3
        arrivals = _poisson(a_day / 48 * share, random)
        times = sorted(now + random.random() * WINDOW for _ in range(arrivals))
        for at in times:
            opened.append(at)
            opened = [old for old in opened if old > at - LOOK_BACK]
            people = sum(old > at - WINDOW for old in opened)
            past = Past([old for old in opened if old <= at - WINDOW], at - NOON, BUCHAREST)
            if people >= 6 and at > quiet_until and rise(people, at, past):
                found += 1
                quiet_until = at + timedelta(hours=2)
    return found


def _poisson(mean: float, random: Random) -> int:
    count, left = 0, random.expovariate(1.0)
    while left < mean:
        count += 1
        left += random.expovariate(1.0)
    return count


@pytest.mark.parametrize("a_day", [2, 10, 20])
def test_a_topic_that_nothing_happens_to_hardly_ever_alarms_anybody(a_day: int) -> None:
    """So many cases a day, for half a year."""
    assert alarms(a_day, 180, Random(a_day)) <= 2
