"""The rules of appeals by themselves: times, what a reduced step counts as, and figures."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.cases.hours import WorkingHours
from cogs.appeals.model import reminder_at, working_days

OFFICE = WorkingHours(frozenset({0, 1, 2, 3, 4}), 9 * 60, 18 * 60, ZoneInfo("Europe/Bucharest"))
FRIDAY = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)


def test_three_working_days_from_a_friday_noon_end_on_wednesday_noon() -> None:
    assert working_days(OFFICE, FRIDAY, 3) == FRIDAY + timedelta(days=5)


def test_the_reminder_comes_a_working_day_before_and_not_at_all_where_there_is_none() -> None:
    assert reminder_at(OFFICE, FRIDAY, 3) == FRIDAY + timedelta(days=4)
    assert reminder_at(OFFICE, FRIDAY, 1) is None


@given(st.integers(0, 365 * 24 * 60), st.integers(1, 10))
def test_whenever_it_is_made_it_is_due_within_bounds_and_while_somebody_is_there(
    minutes: int, days: int
) -> None:
    since = FRIDAY + timedelta(minutes=minutes)
    due = working_days(OFFICE, since, days)
    assert timedelta(days=days) - timedelta(hours=15) <= due - since <= timedelta(days=2 * days + 3)
    assert OFFICE.open_at(due - timedelta(seconds=1))
