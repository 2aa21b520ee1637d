"""What is owed by when."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.allowances import Allowance, Policy
from bot.cases.hours import WorkingHours
from bot.cases.model import NextStep
from bot.cases.policy import owed, round_up
from bot.detection import Severity

ALWAYS = WorkingHours(frozenset(range(7)), 0, 24 * 60, ZoneInfo("UTC"))
OFFICE = WorkingHours(frozenset(range(5)), 9 * 60, 18 * 60, ZoneInfo("UTC"))
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

# Working hours; written out by hand from the table of deadlines.
DEADLINES = """
                high  medium  low
first_response  0.5   2       8
next_response   2     8       16
resolution      8     24      40
"""


def deadlines() -> list[tuple[str, str, float]]:
    header, *lines = (line.split() for line in DEADLINES.strip().splitlines())
    return [
        (step, severity, float(h)) for step, *row in lines for severity, h in zip(header, row, strict=True)
    ]


@pytest.mark.parametrize(("step", "severity", "hours"), deadlines())
def test_each_step_has_its_time(step: str, severity: str, hours: float) -> None:
    promise = owed(NextStep(step), Severity(severity), MONDAY, ALWAYS)
    assert (promise.step, promise.due_at) == (step, MONDAY + timedelta(hours=hours))


@pytest.mark.parametrize(("step", "days"), [(NextStep.MEMBER_REPLY, 5), (NextStep.THIRD_PARTY, 7)])
@pytest.mark.parametrize("severity", Severity)
def test_who_waits_for_somebody_else_is_looked_at_again_by_the_calendar(
    step: NextStep, days: int, severity: Severity
) -> None:
    assert owed(step, severity, MONDAY, OFFICE).due_at == MONDAY + timedelta(days=days)


def test_a_community_can_promise_something_else() -> None:
    patient = Policy(medium=Allowance(60, 120, 600, 75, 60))
    promise = owed(NextStep.RESOLUTION, Severity.MEDIUM, MONDAY, ALWAYS, patient)
    assert promise.due_at == MONDAY + timedelta(hours=10)
    assert owed(NextStep.RESOLUTION, Severity.LOW, MONDAY, ALWAYS, patient).due_at == MONDAY + timedelta(
        hours=40
    )


def test_every_step_is_one_or_the_other() -> None:
    by_hours = {step for step, _, _ in deadlines()}
    assert by_hours | {NextStep.MEMBER_REPLY, NextStep.THIRD_PARTY} == set(NextStep)


@pytest.mark.parametrize(
    ("written", "promised"),
    [
        ("2026-03-02T10:00:00", "2026-03-02T12:00"),
        ("2026-03-02T10:00:01", "2026-03-02T12:15"),
        ("2026-03-02T10:07:30", "2026-03-02T12:15"),
        ("2026-03-02T10:15:00", "2026-03-02T12:15"),
        ("2026-03-02T17:10:00", "2026-03-03T10:15"),
        ("2026-03-06T17:10:00", "2026-03-09T10:15"),
        ("2026-03-08T03:33:00", "2026-03-09T11:00"),
    ],
)
def test_a_promise_is_rounded_up_to_the_quarter_of_an_hour(written: str, promised: str) -> None:
    now = datetime.fromisoformat(written).replace(tzinfo=UTC)
    due = owed(NextStep.FIRST_RESPONSE, Severity.MEDIUM, now, OFFICE).due_at
    assert due == datetime.fromisoformat(promised).replace(tzinfo=UTC)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_rounding_up_is_never_early_and_never_a_quarter_late(at: datetime) -> None:
    rounded = round_up(at)
    assert timedelta(0) <= rounded - at < timedelta(minutes=15)
    assert (rounded.minute % 15, rounded.second, rounded.microsecond) == (0, 0, 0)
    assert round_up(rounded) == rounded
