"""Working hours, counted minute by minute on the clock of the wall, also in the nights when that clock is changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cases.hours import WorkingHours

BUCHAREST = ZoneInfo("Europe/Bucharest")
SPRING, AUTUMN = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
"""Both Sundays: at 03:00 it becomes 04:00, and at 04:00 it becomes 03:00."""

MINUTE = timedelta(minutes=1)
WEEK = frozenset(range(5))
OFFICE = WorkingHours(WEEK, 9 * 60, 18 * 60, BUCHAREST)


def wall(text: str) -> datetime:
    """A moment by the clocks of Bucharest, `Fri 2026-03-27 17:30`, in UTC."""
    weekday, rest = text.split(" ", 1)
    local = datetime.fromisoformat(rest).replace(tzinfo=BUCHAREST)
    assert local.strftime("%a") == weekday, text
    return local.astimezone(UTC)


def is_working(hours: WorkingHours, minute: datetime) -> bool:
    """What somebody sees who looks at the wall at the beginning of that minute."""
    local = minute.astimezone(hours.zone)
    return local.weekday() in hours.days and hours.start <= local.hour * 60 + local.minute < hours.end


def counted(hours: WorkingHours, since: datetime, minutes: int) -> datetime:
    """When so many working minutes have passed, found by counting them."""
    now = since
    while minutes:
        minutes -= is_working(hours, now)
        now += MINUTE
    return now


# Nobody's day begins or ends within the hour that is left out in spring and comes twice in autumn.
times_of_day = st.integers(0, 24 * 60).filter(lambda minute: not 180 < minute < 240)


@st.composite
def some_hours(draw: st.DrawFn) -> WorkingHours:
    start, end = sorted(draw(st.lists(times_of_day, min_size=2, max_size=2, unique=True)))
    days = draw(st.frozensets(st.integers(0, 6), min_size=1))
    return WorkingHours(days, start, end, BUCHAREST)


around_a_change = st.builds(
    lambda change, minutes: change + minutes * MINUTE,
    st.sampled_from([SPRING, AUTUMN]),
    st.integers(-3 * 24 * 60, 24 * 60),
)


@given(hours=some_hours(), since=around_a_change, minutes=st.integers(1, 3 * 60))
@example(
    hours=WorkingHours(frozenset(range(7)), 0, 24 * 60, BUCHAREST), since=SPRING - 30 * MINUTE, minutes=60
)
@example(
    hours=WorkingHours(frozenset(range(7)), 0, 24 * 60, BUCHAREST), since=AUTUMN - 90 * MINUTE, minutes=180
)
@example(hours=WorkingHours(frozenset({6}), 120, 300, BUCHAREST), since=SPRING - 60 * MINUTE, minutes=120)
@example(hours=WorkingHours(frozenset({6}), 120, 300, BUCHAREST), since=AUTUMN - 120 * MINUTE, minutes=180)
@example(hours=WorkingHours(frozenset({0}), 1, 2, BUCHAREST), since=SPRING, minutes=58)
def test_so_much_working_time_is_what_a_person_would_count(
    hours: WorkingHours, since: datetime, minutes: int
) -> None:
    assert hours.add(since, minutes * MINUTE) == counted(hours, since, minutes)


@given(hours=some_hours(), at=around_a_change)
def test_it_is_open_when_the_clock_on_the_wall_says_so(hours: WorkingHours, at: datetime) -> None:
    assert hours.open_at(at) == is_working(hours, at)
    opening = hours.next_open(at)
    assert is_working(hours, opening)
    assert opening >= at
    assert opening == at or not is_working(hours, opening - MINUTE)


@given(
    bounds=st.tuples(st.integers(0, 24 * 60), st.integers(1, 24 * 60)),
    days=st.frozensets(st.integers(0, 6)),
    since=around_a_change,
    minutes=st.integers(0, 3 * 60),
)
def test_whatever_the_hours_say_working_time_never_runs_faster_than_time(
    bounds: tuple[int, int], days: frozenset[int], since: datetime, minutes: int
) -> None:
    hours = WorkingHours(days, *bounds, BUCHAREST)
    assert hours.add(since, minutes * MINUTE) >= since + minutes * MINUTE
    assert hours.next_open(since) >= since


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        ("Mon 2026-03-02 10:00", 2, "Mon 2026-03-02 12:00"),
        ("Mon 2026-03-02 17:00", 2, "Tue 2026-03-03 10:00"),
        ("Mon 2026-03-02 03:00", 1, "Mon 2026-03-02 10:00"),
        ("Fri 2026-03-06 17:30", 1, "Mon 2026-03-09 09:30"),
        ("Sat 2026-03-07 12:00", 8, "Mon 2026-03-09 17:00"),
        ("Mon 2026-03-02 09:00", 9, "Mon 2026-03-02 18:00"),
        ("Mon 2026-03-02 18:00", 9, "Tue 2026-03-03 18:00"),
        ("Fri 2026-03-27 17:00", 2, "Mon 2026-03-30 10:00"),
        ("Fri 2026-10-23 17:00", 2, "Mon 2026-10-26 10:00"),
        ("Mon 2026-03-23 09:00", 50, "Mon 2026-03-30 14:00"),
    ],
)
def test_an_office_in_bucharest(since: str, hours: int, until: str) -> None:
    assert OFFICE.add(wall(since), timedelta(hours=hours)) == wall(until)


@pytest.mark.parametrize(
    ("at", "is_open", "opens"),
    [
        ("Mon 2026-03-02 09:00", True, "Mon 2026-03-02 09:00"),
        ("Mon 2026-03-02 17:59", True, "Mon 2026-03-02 17:59"),
        ("Mon 2026-03-02 18:00", False, "Tue 2026-03-03 09:00"),
        ("Fri 2026-03-27 18:00", False, "Mon 2026-03-30 09:00"),
        ("Sun 2026-10-25 12:00", False, "Mon 2026-10-26 09:00"),
    ],
)
def test_when_somebody_is_there(at: str, is_open: bool, opens: str) -> None:
    assert OFFICE.open_at(wall(at)) is is_open
    assert OFFICE.next_open(wall(at)) == wall(opens)


def test_a_team_that_never_works_promises_by_the_clock_instead_of_never() -> None:
    never = WorkingHours(frozenset(), 9 * 60, 18 * 60, BUCHAREST)
    since = wall("Mon 2026-03-02 10:00")
    assert never.add(since, timedelta(hours=2)) == since + timedelta(hours=2)
    assert never.next_open(since) == since


def test_a_day_that_ends_as_it_begins_is_no_working_day() -> None:
    never = WorkingHours(WEEK, 24 * 60, 24 * 60, BUCHAREST)
    since = wall("Mon 2026-03-02 10:00")
    assert never.add(since, timedelta(hours=2)) == since + timedelta(hours=2)


def test_an_hour_that_is_skipped_in_spring_does_not_count_backwards() -> None:
    early = WorkingHours(frozenset(range(7)), 3 * 60 + 30, 4 * 60, BUCHAREST)
    since = wall("Sat 2026-03-28 12:00")
    assert early.between(since, wall("Mon 2026-03-30 12:00")) == timedelta(minutes=30)
    assert early.next_open(since) == wall("Mon 2026-03-30 03:30")
