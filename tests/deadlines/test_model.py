"""When who is told, and what becomes of a promise."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.allowances import Policy
from bot.cases.daysoff import DaysOff
from bot.cases.hours import WorkingHours
from bot.cases.model import Case, Ending, NextStep, Status
from bot.detection import Severity
from cogs.deadlines.model import (
    ANSWERS,
    Fate,
    Ladder,
    Outcome,
    Promise,
    Rung,
    begins_the_week,
    fate,
    holding_at,
    members_day,
    next_morning,
)
from tests.cases.making import case_that_is

BUCHAREST = ZoneInfo("Europe/Bucharest")
OFFICE = WorkingHours(frozenset(range(5)), 9 * 60, 18 * 60, BUCHAREST)
MINUTE = timedelta(minutes=1)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BUCHAREST).astimezone(UTC)


def promise(since: str, due: str, step: NextStep = NextStep.FIRST_RESPONSE) -> Promise:
    return Promise(1, 7, step, wall(since), wall(due))


def ladder(
    severity: Severity = Severity.MEDIUM, *, any_hour: bool = False, hours: WorkingHours = OFFICE
) -> Ladder:
    return Ladder(Policy().of(severity), hours, hours, any_hour)


def rungs(steps: Ladder, made: Promise) -> list[tuple[Rung, datetime]]:
    """Everybody who is told, and when, if nothing ever happens."""
    told: list[tuple[Rung, datetime]] = []
    now = made.started_at
    while (coming := steps.next(made, now)) is not None:
        rung, now = coming[0], max(now, coming[1])
        told.append((rung, now))
        made = {
            Rung.REMIND: replace(made, reminded_at=now),
            Rung.BREACH: replace(made, breached_at=made.due_at),
            Rung.RAISE: replace(made, raised_at=now),
        }[rung]
    return told


@pytest.mark.parametrize(
    ("severity", "since", "due", "told"),
    [
        ("medium", "2026-03-02 10:00", "2026-03-02 12:00", ["11:30", "12:00", "16:00"]),
        ("high", "2026-03-02 10:00", "2026-03-02 10:30", ["10:15", "10:30", "11:00"]),
        ("high", "2026-03-02 10:00", "2026-03-02 12:00", ["11:00", "12:00", "12:30"]),
        ("low", "2026-03-02 09:00", "2026-03-02 17:00", ["15:00", "17:00", "03-04 15:00"]),
        # The end of a day still belongs to it.
        ("medium", "2026-03-02 16:00", "2026-03-02 18:00", ["17:30", "18:00", "03-03 13:00"]),
        # Over a weekend.
        ("medium", "2026-03-06 17:00", "2026-03-09 10:00", ["09:30", "10:00", "14:00"]),
    ],
)
def test_a_reminder_the_team_then_the_next_level(
    severity: str, since: str, due: str, told: list[str]
) -> None:
    made = promise(since, due)
    expected = [wall(f"2026-{each}" if " " in each else f"{due[:10]} {each}") for each in told]
    assert rungs(ladder(Severity(severity)), made) == list(zip(Rung, expected, strict=True))


def test_at_night_nobody_is_called_unless_it_is_grave_and_the_team_wants_it() -> None:
    night = promise("2026-03-02 22:00", "2026-03-03 02:00")
    morning, later = wall("2026-03-03 09:00"), wall("2026-03-03 09:30")
    assert rungs(ladder(Severity.HIGH), night) == [(Rung.BREACH, morning), (Rung.RAISE, later)]
    called = [at for _, at in rungs(ladder(Severity.HIGH, any_hour=True), night)]
    assert called[1:] == [wall("2026-03-03 02:00"), wall("2026-03-03 02:30")]


def test_on_a_holiday_nobody_is_called() -> None:
    off = replace(OFFICE, off=DaysOff(None, frozenset({date(2026, 3, 3)})))
    told = rungs(ladder(hours=off), promise("2026-03-02 16:00", "2026-03-03 11:00"))
    assert all(at.astimezone(BUCHAREST).date() != date(2026, 3, 3) for _, at in told)


def test_nobody_is_reminded_of_what_is_over_already() -> None:
    made = promise("2026-03-02 10:00", "2026-03-02 12:00")
    coming = ladder().next(made, wall("2026-03-02 13:00"))
    assert coming == (Rung.BREACH, made.due_at)


def test_while_its_clock_stands_still_nobody_is_told() -> None:
    made = promise("2026-03-02 10:00", "2026-03-02 12:00").pause(wall("2026-03-02 11:00"), OFFICE)
    assert made.seconds_left == 3600
    assert ladder().next(made, wall("2026-03-05 11:00")) is None


def test_it_goes_on_with_what_was_left() -> None:
    paused = promise("2026-03-06 16:00", "2026-03-06 18:00").pause(wall("2026-03-06 17:00"), OFFICE)
    assert paused.pause(wall("2026-03-08 17:00"), OFFICE) == paused
    again = paused.resume(wall("2026-03-07 12:00"), OFFICE)
    assert again.due_at == wall("2026-03-09 10:00")
    assert again.resume(wall("2026-03-09 09:00"), OFFICE) == again


def test_what_was_broken_before_it_stood_still_stays_broken() -> None:
    late = promise("2026-03-02 10:00", "2026-03-02 12:00").pause(wall("2026-03-02 13:00"), OFFICE)
    assert late.breached_at == wall("2026-03-02 12:00")
    assert late.resume(wall("2026-03-04 13:00"), OFFICE).due_at == wall("2026-03-02 12:00")


@pytest.mark.parametrize(
    ("ended", "outcome", "became"),
    [
        ("2026-03-02 12:00", Outcome.MET, Outcome.MET),
        ("2026-03-02 12:01", Outcome.MET, Outcome.BREACHED),
        ("2026-03-02 11:00", Outcome.CANCELLED, Outcome.CANCELLED),
        ("2026-03-02 13:00", Outcome.CANCELLED, Outcome.BREACHED),
    ],
)
def test_kept_broken_and_owed_no_more_are_three_things(ended: str, outcome: Outcome, became: Outcome) -> None:
    assert promise("2026-03-02 10:00", "2026-03-02 12:00").end(outcome, wall(ended)).outcome is became


# (status, answered just now, held just now) and what becomes of a first or next answer, a resolution, a review.
FATES = """
status    answered  held  answer    resolution  third_party
new       no        no    run       run         kept
open      no        no    run       run         kept
open      yes       no    kept      run         kept
pending   yes       no    kept      pause       kept
on_hold   no        yes   pause     pause       kept
on_hold   no        no    pause     pause       run
solved    no        no    kept      kept        kept
closed    no        no    obsolete  obsolete    obsolete
"""


def fates() -> list[tuple[str, bool, bool, NextStep, Fate]]:
    _, *lines = (line.split() for line in FATES.strip().splitlines())
    return [
        (status, answered == "yes", held == "yes", step, Fate(fated))
        for status, answered, held, answer, resolution, outside in lines
        for step, fated in (
            *((step, answer) for step in ANSWERS),
            (NextStep.RESOLUTION, resolution),
            (NextStep.THIRD_PARTY, outside),
        )
    ]


@pytest.mark.parametrize(("status", "answered", "held", "step", "fated"), fates())
def test_a_promise_follows_its_case(
    status: str, answered: bool, held: bool, step: NextStep, fated: Fate
) -> None:
    case = case_that_is(Status(status))
    assert fate(step, case, answered=answered, held=held) is fated


def test_what_ended_in_silence_was_neither_kept_nor_broken() -> None:
    silent: Case = replace(case_that_is(Status.SOLVED), ending=Ending.SILENT)
    assert fate(NextStep.RESOLUTION, silent, answered=False, held=False) is Fate.OBSOLETE


@pytest.mark.parametrize(
    ("since", "due", "told"),
    [
        ("2026-03-02 10:00", "2026-03-02 14:00", "2026-03-02 13:30"),
        # Of half an hour, a quarter is left.
        ("2026-03-02 10:00", "2026-03-02 10:32", "2026-03-02 10:24"),
        # Early in the morning: the evening before, while they are up.
        ("2026-03-02 10:00", "2026-03-03 09:15", "2026-03-02 19:59"),
        # Promised and broken in one night: in the morning.
        ("2026-03-02 23:00", "2026-03-03 09:00", "2026-03-03 09:00"),
        ("2026-03-02 21:00", "2026-03-03 05:00", "2026-03-03 09:00"),
        ("2026-03-02 12:00", "2026-03-02 21:00", "2026-03-02 19:59"),
    ],
)
def test_the_member_hears_it_before_it_breaks_and_in_their_day(since: str, due: str, told: str) -> None:
    assert holding_at(wall(since), wall(due), members_day(BUCHAREST)) == wall(told)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(since=moments, minutes=st.integers(15, 20_000))
def test_it_is_told_in_the_members_day_and_before_it_breaks_unless_both_was_in_one_night(
    since: datetime, minutes: int
) -> None:
    due, day = since + minutes * MINUTE, members_day(BUCHAREST)
    told = holding_at(since, due, day)
    assert since <= told and day.open_at(told)
    assert told < due or day.between(since, due) <= MINUTE


@given(since=moments, minutes=st.integers(15, 5_000), severity=st.sampled_from(Severity), grave=st.booleans())
def test_everybody_is_told_once_in_order_and_while_somebody_is_there(
    since: datetime, minutes: int, severity: Severity, grave: bool
) -> None:
    due = OFFICE.add(since, minutes * MINUTE)
    made = Promise(1, 7, NextStep.NEXT_RESPONSE, since, due)
    told = rungs(ladder(severity, any_hour=grave), made)
    assert [rung for rung, _ in told][-2:] == [Rung.BREACH, Rung.RAISE]
    assert [at for _, at in told] == sorted(at for _, at in told)
    assert len({rung for rung, _ in told}) == len(told)
    assert all(at >= due for rung, at in told if rung is not Rung.REMIND)
    assert grave or all(OFFICE.open_at(at) or OFFICE.open_at(at - MINUTE) for _, at in told)


@given(
    since=moments,
    allowed=st.integers(15, 3_000),
    pauses=st.lists(st.tuples(st.integers(1, 400), st.integers(1, 3_000)), max_size=5),
)
def test_standing_still_takes_nothing_away_and_gives_nothing(
    since: datetime, allowed: int, pauses: list[tuple[int, int]]
) -> None:
    """However often it stands still, and over whatever change of the clocks: the working time is what was promised."""
    made = Promise(1, 7, NextStep.RESOLUTION, since, OFFICE.add(since, allowed * MINUTE))
    now, run = since, timedelta(0)
    for worked, waited in pauses:
        stops = now + worked * MINUTE
        if stops > made.due_at:
            break
        run += OFFICE.between(now, stops)
        made = made.pause(stops, OFFICE)
        now = stops + waited * MINUTE
        made = made.resume(now, OFFICE)
    left = allowed * MINUTE - run
    assert abs(OFFICE.between(now, made.due_at) - left) <= timedelta(seconds=len(pauses))


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-03-02 10:00", "2026-03-03 09:00"),
        ("2026-03-02 08:00", "2026-03-02 09:00"),
        ("2026-03-06 09:00", "2026-03-09 09:00"),
        ("2026-03-28 12:00", "2026-03-30 09:00"),
    ],
)
def test_lists_come_on_working_mornings(now: str, morning: str) -> None:
    assert next_morning(wall(now), OFFICE, 9 * 60) == wall(morning)


def test_the_week_begins_with_its_first_working_day() -> None:
    off = replace(OFFICE, off=DaysOff(None, frozenset({date(2026, 3, 9)})))
    assert begins_the_week(date(2026, 3, 2), OFFICE)
    assert not begins_the_week(date(2026, 3, 3), OFFICE)
    assert begins_the_week(date(2026, 3, 10), off)
