"""The numbers of a report: waits, columns of time, and which rows a page shows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.archive import figures
from adapters.archive.figures import Span
from tests.archive.report.making import alarm, findings


def test_half_wait_less_than_the_median_and_nine_in_ten_less_than_the_ninth() -> None:
    waited = [alarm(n, answered_after=float(n)) for n in range(1, 12)]
    found = figures.waits([*waited, alarm(12, answered_after=None)])
    assert (found.answered, found.median, found.p90) == (11, 6.0, 10.0)


def test_where_nobody_answered_there_is_no_median() -> None:
    assert figures.waits([alarm(answered_after=None)]) == figures.Waits(0, None, None)
    assert figures.waits([alarm(answered_after=5.0)]) == figures.Waits(1, 5.0, 5.0)


def test_staff_are_counted_where_they_were_the_first() -> None:
    mixed = [alarm(1, answered_after=10.0, answered_by_staff=True), alarm(2, answered_after=30.0)]
    assert figures.waits(mixed, by_staff=True) == figures.Waits(1, 10.0, 10.0)


@pytest.mark.parametrize(
    ("seconds", "step"),
    [
        (0, "minutes_5"),
        (300, "minutes_5"),
        (300.5, "hour"),
        (14_400, "hours_4"),
        (86_400, "day"),
        (86_401, "days"),
        (None, "never"),
    ],
)
def test_a_wait_falls_into_one_step(seconds: float | None, step: str) -> None:
    steps = figures.waits_by_step([alarm(answered_after=seconds)])
    assert {name for name, count in steps.items() if count} == {step}


def test_what_was_said_at_the_end_of_an_export_may_still_be_answered() -> None:
    waiting = [alarm(1, answered_after=None), alarm(2, answered_after=None, too_early=True)]
    assert (figures.never_answered(waiting), figures.too_early(waiting)) == (1, 1)
    steps = figures.waits_by_step(waiting)
    assert {name for name, count in steps.items() if count} == {"never", "early"}


def test_no_messages_have_no_rate() -> None:
    assert figures.per_thousand(0, 0) is None
    assert figures.per_thousand(3, 1500) == 2.0


def days(first: date, count: int) -> dict[str, tuple[int, int, int]]:
    return {(first + timedelta(days=n)).isoformat(): (n + 1, 1, 0) for n in range(count)}


@pytest.mark.parametrize(
    ("count", "span", "columns"),
    [
        (1, Span.DAY, 1),
        (120, Span.DAY, 120),
        (121, Span.WEEK, 18),
        (2000, Span.MONTH, 66),
        (5000, Span.YEAR, 14),
    ],
)
def test_the_longer_the_export_the_wider_the_columns(count: int, span: Span, columns: int) -> None:
    found = figures.columns(findings(per_day=days(date(2012, 1, 2), count)))
    assert (found[0], len(found[1])) == (span, columns)
    assert sum(column.messages for column in found[1]) == count * (count + 1) // 2


def test_silent_days_are_columns_too_and_weeks_begin_on_monday() -> None:
    _, found = figures.columns(findings(per_day={"2026-03-02": (1, 0, 0), "2026-03-05": (2, 0, 1)}))
    assert [column.messages for column in found] == [1, 0, 0, 2]
    span, weeks = figures.columns(findings(per_day={"2026-03-04": (1, 0, 0), "2026-12-31": (2, 0, 1)}))
    assert (span, weeks[0].start, weeks[-1].start) == (Span.WEEK, date(2026, 3, 2), date(2026, 12, 28))


def test_a_date_from_the_stone_age_does_not_make_a_million_columns() -> None:
    span, found = figures.columns(findings(per_day={"0001-01-01": (1, 0, 0), "9999-12-31": (2, 0, 0)}))
    assert (span, len(found), found[-1].messages) == (Span.YEAR, figures.WIDEST, 2)


@given(st.sets(st.dates(), min_size=1, max_size=40))
def test_every_date_has_its_column(dates: set[date]) -> None:
    span, found = figures.columns(findings(per_day={day.isoformat(): (1, 0, 0) for day in sorted(dates)}))
    starts = [column.start for column in found]
    assert starts == sorted(set(starts))
    assert len(found) <= figures.WIDEST
    assert starts[0] <= max(dates)
    if span is not Span.YEAR:
        assert sum(column.messages for column in found) == len(dates)


def test_of_too_many_the_gravest_are_listed_in_order_of_time() -> None:
    many = [alarm(n, severity="high" if n % 10 == 0 else "low") for n in range(1, 101)]
    many += [alarm(101, decision="maybe"), alarm(102, decision="quiet")]
    shown = figures.listed(many, of_each=10)
    assert [one.number for one in shown] == [*range(10, 101, 10), 101, 102]
