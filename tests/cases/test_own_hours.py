"""What a team owes in hours of its own, by whatever clocks, also in the nights when those are changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from bot.cases.allowances import Policy
from bot.cases.daysoff import DaysOff
from bot.cases.hours import AS_USUAL, NO_HOLIDAYS, OwnHours, WorkingHours
from bot.cases.model import NextStep
from bot.cases.policy import GRID, allowed, owed
from bot.detection import Severity

USUAL = WorkingHours(frozenset(range(5)), 9 * 60, 18 * 60, ZoneInfo("Europe/Bucharest"), DaysOff("RO"))
# East and west of the date line, half and quarter hours, changes in both halves of the year, of half an hour, and none.
ZONES = [
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Europe/Bucharest",
    "Pacific/Auckland",
    "Pacific/Marquesas",
    "UTC",
]
DAY = 24 * 60
quarters = st.integers(0, 95).map(lambda quarter: quarter * 15)


@st.composite
def own_hours(draw: st.DrawFn) -> OwnHours:
    starts, length = draw(quarters), draw(st.integers(4, 96)) * 15
    days = draw(st.frozensets(st.integers(0, 6), min_size=1))
    country = draw(st.sampled_from([None, NO_HOLIDAYS, "JP", "US", "DE-BY"]))
    zone = draw(st.sampled_from(ZONES))
    return OwnHours(tuple(sorted(days)), starts, starts + length, zone, country)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at_work(hours: WorkingHours, minute: datetime) -> bool:
    """What somebody of the team sees on their own wall at the beginning of that minute."""
    local = minute.astimezone(hours.zone)
    today, yesterday = local.date(), local.date() - timedelta(days=1)
    clock = local.hour * 60 + local.minute
    by_day = hours.works_on(today) and hours.start <= clock < hours.end
    return by_day or (hours.works_on(yesterday) and hours.start <= clock + DAY < hours.end)


@given(own_hours(), moments, st.sampled_from(Severity))
@example(
    OwnHours((0, 1, 2, 3, 4), 9 * 60, 17 * 60, "Australia/Lord_Howe"),
    datetime(2026, 4, 3, tzinfo=UTC),
    Severity.LOW,
)
@example(
    OwnHours((5, 6), 22 * 60, 30 * 60, "Europe/Bucharest"), datetime(2026, 3, 28, tzinfo=UTC), Severity.MEDIUM
)
@example(
    OwnHours((5, 6), 22 * 60, 30 * 60, "Europe/Bucharest"),
    datetime(2026, 10, 24, tzinfo=UTC),
    Severity.MEDIUM,
)
def test_it_is_due_when_the_team_has_worked_as_long_as_it_may_take(
    own: OwnHours, now: datetime, severity: Severity
) -> None:
    hours = own.within(USUAL)
    due = owed(NextStep.NEXT_RESPONSE, severity, now, hours).due_at
    time = allowed(NextStep.NEXT_RESPONSE, Policy().of(severity))
    worked = hours.between(now, due)
    assert time <= worked < time + GRID, "rounded up by less than a quarter of an hour"
    assert due.minute % 15 == 0 and due.second == 0


@given(own_hours(), moments, st.sampled_from(Severity))
def test_when_it_is_due_somebody_of_the_team_is_there(
    own: OwnHours, now: datetime, severity: Severity
) -> None:
    """By the clock on their own wall; the end of a day belongs to it."""
    hours = own.within(USUAL)
    ends = hours.add(now, allowed(NextStep.NEXT_RESPONSE, Policy().of(severity)))
    assert at_work(hours, (ends - timedelta(seconds=1)).replace(second=0, microsecond=0))


@given(moments, st.sampled_from(Severity))
def test_a_team_without_hours_of_its_own_owes_when_its_community_does(
    now: datetime, severity: Severity
) -> None:
    step = NextStep.NEXT_RESPONSE
    assert owed(step, severity, now, AS_USUAL.within(USUAL)) == owed(step, severity, now, USUAL)


def test_days_off_of_its_own_a_community_has_for_every_team() -> None:
    day = datetime(2026, 5, 1, tzinfo=UTC).date()
    off = WorkingHours(USUAL.days, USUAL.start, USUAL.end, USUAL.zone, DaysOff("RO", frozenset({day})))
    assert not OwnHours(country=NO_HOLIDAYS).within(off).works_on(day)
    assert OwnHours(country=NO_HOLIDAYS).within(USUAL).works_on(day), "the first of May is none for them"
