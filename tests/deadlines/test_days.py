"""Days as managers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.deadlines.days import days_in, written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-12-24", {date(2026, 12, 24)}),
        ("24.12.2026", {date(2026, 12, 24)}),
        ("2026-12-24, 2026-12-31", {date(2026, 12, 24), date(2026, 12, 31)}),
        ("2026-12-31..2027-01-02", {date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)}),
        ("1.5.2026; 2.5.2026\n2026-05-03", {date(2026, 5, 1), date(2026, 5, 2), date(2026, 5, 3)}),
    ],
)
def test_a_day_can_be_written_in_several_ways(text: str, days: set[date]) -> None:
    assert days_in(text) == frozenset(days)


@pytest.mark.parametrize(
    "text", ["tomorrow", "2026-02-30", "31.02.2026", "2026-12-31..2026-12-24", "2026-01-01..2036-01-01", ""]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    assert days_in(text) is None


@given(st.frozensets(st.dates(date(2020, 1, 1), date(2021, 12, 31)), min_size=1, max_size=60))
def test_what_is_shown_can_be_typed_again(days: frozenset[date]) -> None:
    assert days_in(written(sorted(days))) == days
