"""Days on which nobody works: what a calendar library knows, and what the team has set."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.daysoff import DaysOff, is_known
from bot.cases.hours import WorkingHours

BUCHAREST = ZoneInfo("Europe/Bucharest")
WEEK = frozenset(range(5))
MINUTE = timedelta(minutes=1)


def office(country: str | None = None, *own: date) -> WorkingHours:
    return WorkingHours(WEEK, 9 * 60, 18 * 60, BUCHAREST, DaysOff(country, frozenset(own)))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BUCHAREST).astimezone(UTC)


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("RO", date(2026, 4, 13)),  # Easter Monday, the Orthodox one
        ("MD", date(2026, 4, 13)),
        ("DE", date(2026, 4, 6)),  # Easter Monday, the other one
        ("RU", date(2026, 1, 7)),
        ("DE-BY", date(2026, 1, 6)),
    ],
)
def test_each_country_has_its_own(country: str, day: date) -> None:
    assert DaysOff(country).closed(day)


def test_a_part_of_a_country_can_have_more() -> None:
    assert not DaysOff("DE").closed(date(2026, 1, 6))


def test_the_team_has_days_of_its_own() -> None:
    assert DaysOff(None, frozenset({date(2026, 7, 1)})).closed(date(2026, 7, 1))
    assert not DaysOff().closed(date(2026, 12, 25))


@pytest.mark.parametrize(
    ("code", "known"),
    [("RO", True), ("DE-BY", True), ("XX", False), ("RO-XX", False), ("", False), ("ro", False)],
)
def test_what_there_is_a_calendar_for_is_known(code: str, known: bool) -> None:
    assert is_known(code) is known
    assert known or not DaysOff(code).closed(date(2026, 12, 25))


def test_the_next_ones_are_told_with_their_names() -> None:
    off = DaysOff("RO", frozenset({date(2026, 12, 28)}))
    coming = list(islice(off.ahead(date(2026, 12, 24)), 3))
    assert [day for day, _ in coming] == [date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 28)]
    assert coming[0][1] and coming[2][1] == ""


def test_a_promise_is_not_due_on_a_holiday() -> None:
    """Thursday before the Orthodox Easter of 2026; Friday and Monday are days off."""
    thursday = wall("2026-04-09 17:00")
    assert office("RO").add(thursday, timedelta(hours=2)) == wall("2026-04-14 10:00")
    assert office().add(thursday, timedelta(hours=2)) == wall("2026-04-10 10:00")
    assert office("RO").next_open(wall("2026-04-10 12:00")) == wall("2026-04-14 09:00")


moments = st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 20), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at.replace(second=0, microsecond=0)
)


@given(start=moments, minutes=st.integers(0, 3 * 24 * 60))
def test_working_time_between_two_moments_is_what_a_person_would_count(start: datetime, minutes: int) -> None:
    """Over the change of the clocks on 29 March and the holidays of April."""
    hours = office("RO")
    end = start + minutes * MINUTE
    counted = sum(hours.open_at(start + each * MINUTE) for each in range(minutes))
    assert hours.between(start, end) == counted * MINUTE


@given(start=moments, minutes=st.integers(1, 40 * 60))
def test_adding_working_time_and_counting_it_are_each_others_reverse(start: datetime, minutes: int) -> None:
    hours = office("RO", date(2026, 4, 1))
    assert hours.between(start, hours.add(start, minutes * MINUTE)) == minutes * MINUTE


def test_where_nobody_ever_works_it_is_the_clock_that_counts() -> None:
    never = WorkingHours(frozenset(), 9 * 60, 18 * 60, BUCHAREST)
    start = wall("2026-03-02 10:00")
    assert never.between(start, start + timedelta(hours=5)) == timedelta(hours=5)
    assert never.between(start, start - timedelta(hours=5)) == timedelta(0)
