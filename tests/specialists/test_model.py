"""Whose turn it is, and what becomes of a question."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.hours import OwnHours, WorkingHours
from bot.errors import UserError
from cogs.specialists.model import (
    OPEN,
    TRANSITIONS,
    Away,
    Errand,
    Person,
    State,
    Step,
    Team,
    in_turn,
    numbered,
    remind_at,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
IOANA, PETRU, ANDREI = (Person(name.lower(), name) for name in ("Ioana", "Petru", "Andrei"))
TEAM = Team(1, "billing", people=(IOANA, PETRU, ANDREI))
OFFICE = WorkingHours(frozenset(range(5)), 9 * 60, 18 * 60, ZoneInfo("Europe/Bucharest"))
QUESTION = Errand(1, 1, 1, "billing", State.CALLED, IOANA, Person("mihai", "Mihai"), NOW, LATER)


def test_turns_go_round() -> None:
    team, called = TEAM, []
    for _ in range(4):
        found = in_turn(team, {}, NOW)
        assert found is not None
        called.append(found[0])
        team = replace(team, turn=found[1])
    assert called == [IOANA, PETRU, ANDREI, IOANA]


def test_whoever_is_away_is_skipped_or_represented() -> None:
    alone, instead = Away(IOANA, LATER), Away(IOANA, LATER, ANDREI)
    assert in_turn(TEAM, {"ioana": alone}, NOW) == (PETRU, 2)
    assert in_turn(TEAM, {"ioana": instead}, NOW) == (ANDREI, 1)
    assert in_turn(TEAM, {"ioana": instead, "andrei": Away(ANDREI, LATER)}, NOW) == (PETRU, 2)
    assert in_turn(TEAM, {"ioana": alone}, LATER) == (IOANA, 1), "an absence that is over is none"


@given(
    turn=st.integers(0, 2),
    gone=st.sets(st.sampled_from(["ioana", "petru", "andrei"])),
    skip=st.sets(st.sampled_from(["ioana", "petru", "andrei"])),
)
def test_somebody_is_called_exactly_if_somebody_is_there(turn: int, gone: set[str], skip: set[str]) -> None:
    away = {person.id: Away(person, LATER) for person in TEAM.people if person.id in gone}
    there = {person.id for person in TEAM.people} - gone - skip
    found = in_turn(replace(TEAM, turn=turn), away, NOW, skip)
    assert (found is not None) == bool(there)
    assert found is None or found[0].id in there


@given(st.lists(st.sampled_from(list(Step)), max_size=12))
def test_a_question_is_always_somebodys_with_a_time_or_waits_for_the_member_or_is_over(
    steps: list[Step],
) -> None:
    errand = QUESTION
    for step in steps:
        if errand.state not in TRANSITIONS[step]:
            with pytest.raises(UserError):
                done(errand, step)
            continue
        errand = done(errand, step)
        assert errand.person.id
        assert (errand.due_at is not None) == (errand.state in (State.CALLED, State.TAKEN))
        assert (errand.ended_at is None) == (errand.state in OPEN)


def done(errand: Errand, step: Step) -> Errand:
    match step:
        case Step.CALL:
            return errand.called(PETRU, "billing", LATER)
        case Step.TAKE:
            return errand.taken(PETRU)
        case Step.ASK:
            return errand.asked(PETRU)
        case Step.HEAR:
            return errand.heard(LATER)
    return errand.ended(step, NOW)


def test_the_second_call_comes_when_half_of_the_working_time_is_over() -> None:
    friday = datetime(2026, 3, 6, 15, tzinfo=UTC)
    monday = datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert remind_at(friday, monday, OFFICE, 50) == datetime(2026, 3, 6, 16, tzinfo=UTC)


def test_hours_that_are_not_set_are_the_communitys() -> None:
    assert TEAM.hours(OFFICE) == OFFICE
    assert TEAM.own_hours is None
    night = replace(TEAM, own=OwnHours((5, 6), 20 * 60, 24 * 60, "UTC"))
    assert night.hours(OFFICE) == WorkingHours(frozenset({5, 6}), 20 * 60, 24 * 60, ZoneInfo("UTC"))


def test_cases_in_one_line() -> None:
    assert numbered([4, 1]) == "#1, #4"
