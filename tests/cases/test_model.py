"""What may happen to a case, in which status, and what it leads to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.model import SOLVING, Act, Case, Ending, NextStep, Owed, Status
from bot.errors import UserError
from tests.cases.making import LATER, OPEN, ORIGIN, case_that_is
from tests.fakes.clock import MONDAY_NOON as NOON

# What each act makes of each status; a blank means that it is refused. Written out by hand, from the words of the
# design: pending waits for the member, on hold for a third party, solved can be opened again and closed cannot.
EXPECTED = """
                new      open     pending  on_hold  solved   closed
claim           open     open     pending  on_hold  .        .
release         .        open     pending  on_hold  .        .
transfer        open     open     pending  on_hold  .        .
answer          pending  pending  pending  pending  .        .
member_writes   new      open     open     open     open     .
hold            on_hold  on_hold  on_hold  on_hold  .        .
wait_again      .        pending  .        .        .        .
promise         open     open     open     open     .        .
postpone        new      open     pending  on_hold  .        .
solve           solved   solved   solved   solved   .        .
reopen          .        .        .        .        open     .
close           closed   closed   closed   closed   closed   .
withdraw        closed   closed   closed   closed   closed   .
"""

REVIEW = Owed(NextStep.MEMBER_REPLY, NOON + timedelta(days=5))
THIRD_PARTY = Owed(NextStep.THIRD_PARTY, NOON + timedelta(days=7))

DO: dict[str, Callable[[Case], Case]] = {
    "claim": lambda case: case.claimed("olga", "Olga"),
    "release": lambda case: case.released(),
    "transfer": lambda case: case.transferred("olga", "Olga"),
    "answer": lambda case: case.answered("olga", "Olga", NOON, REVIEW),
    "member_writes": lambda case: case.member_wrote(LATER),
    "hold": lambda case: case.held(THIRD_PARTY),
    "wait_again": lambda case: case.waits_again(REVIEW),
    "promise": lambda case: case.promised("olga", "Olga", NOON, LATER),
    "postpone": lambda case: case.postponed(LATER),
    "solve": lambda case: case.solved(Ending.SOLVED, "olga", "Olga", NOON),
    "reopen": lambda case: case.reopen(LATER),
    "close": lambda case: case.closed(NOON),
    "withdraw": lambda case: case.withdrawn(NOON),
}


def expected() -> list[tuple[str, str, str]]:
    """(act, status before, status after or ".") of every pair."""
    header, *lines = (line.split() for line in EXPECTED.strip().splitlines())
    return [(act, before, after) for act, *row in lines for before, after in zip(header, row, strict=True)]


def test_the_table_is_complete() -> None:
    assert {(act, before) for act, before, _ in expected()} == {
        (act, status) for act in Act for status in Status
    }
    assert DO.keys() == {act.value for act in Act}


@pytest.mark.parametrize(("act", "before", "after"), expected())
def test_each_act_in_each_status(act: str, before: str, after: str) -> None:
    case = case_that_is(Status(before))
    if after == ".":
        assert not case.can(Act(act))
        with pytest.raises(UserError) as refused:
            DO[act](case)
        assert (refused.value.key, refused.value.values) == (
            "error.wrong_status",
            {"number": 42, "status": before},
        )
        return
    assert case.can(Act(act))
    changed = DO[act](case)
    assert changed.status == after
    assert changed.team, "a case is always a team's"
    assert (changed.next_step is None, changed.due_at is None) == (not changed.is_open,) * 2
    assert (changed.id, changed.number, changed.member_id, changed.version) == (7, 42, "max", 3)
    assert case == case_that_is(Status(before)), "the case itself does not change"


@pytest.mark.parametrize("status", OPEN)
def test_claiming_takes_it_over_and_owes_what_was_owed(status: Status) -> None:
    case = case_that_is(status)
    claimed = case.claimed("olga", "Olga")
    assert (claimed.assignee, claimed.assignee_name) == ("olga", "Olga")
    assert (claimed.next_step, claimed.due_at) == (case.next_step, case.due_at)


def test_releasing_leaves_it_to_the_team() -> None:
    released = case_that_is(Status.OPEN).released()
    assert (released.assignee, released.assignee_name, released.team) == (None, None, "front_desk")


def test_whoever_answers_first_has_it_and_whoever_answers_second_does_not() -> None:
    first = case_that_is(Status.NEW).answered("mihai", "Mihai", NOON, REVIEW)
    assert (first.assignee, first.assignee_name, first.answered_at) == ("mihai", "Mihai", NOON)
    second = first.answered("olga", "Olga", NOON + timedelta(hours=1), THIRD_PARTY)
    assert (second.assignee, second.assignee_name, second.answered_at) == ("mihai", "Mihai", NOON)
    assert (second.next_step, second.due_at) == (THIRD_PARTY.step, THIRD_PARTY.due_at)


@pytest.mark.parametrize("status", [Status.NEW, Status.OPEN])
def test_a_member_who_writes_again_does_not_move_the_deadline(status: Status) -> None:
    case = case_that_is(status)
    assert case.member_wrote(LATER) == case


@pytest.mark.parametrize("status", [Status.PENDING, Status.ON_HOLD])
def test_a_member_who_answers_is_owed_the_next_response(status: Status) -> None:
    again = case_that_is(status).member_wrote(LATER)
    assert (again.next_step, again.due_at, again.assignee) == (LATER.step, LATER.due_at, "mihai")
    assert again.reopened == 0


@pytest.mark.parametrize("act", ["reopen", "member_writes"])
def test_a_solved_case_comes_back_to_the_same_people(act: str) -> None:
    way = DO[act]
    solved = case_that_is(Status.OPEN).solved(Ending.WORKAROUND, "olga", "Olga", NOON)
    again = way(solved)
    assert (again.assignee, again.assignee_name, again.team) == ("mihai", "Mihai", "front_desk")
    assert (again.ending, again.solved_at, again.reopened) == (None, None, 1)
    assert (again.next_step, again.due_at) == (LATER.step, LATER.due_at)
    twice = way(again.solved(Ending.SOLVED, "olga", "Olga", NOON))
    assert twice.reopened == 2


@pytest.mark.parametrize("ending", sorted(SOLVING))
def test_how_it_ended_is_known(ending: Ending) -> None:
    solved = case_that_is(Status.PENDING).solved(ending, "olga", "Olga", NOON)
    assert (solved.ending, solved.solved_at, solved.assignee) == (ending, NOON, "mihai")


def test_whoever_solves_a_case_that_is_nobodys_has_it() -> None:
    solved = case_that_is(Status.NEW).solved(Ending.SOLVED, "olga", "Olga", NOON)
    assert (solved.assignee, solved.assignee_name) == ("olga", "Olga")


def test_a_withdrawn_case_says_so_and_a_closed_one_keeps_how_it_ended() -> None:
    withdrawn = case_that_is(Status.NEW).withdrawn(NOON)
    assert (withdrawn.ending, withdrawn.closed_at) == (Ending.WITHDRAWN, NOON)
    closed = replace(case_that_is(Status.SOLVED), ending=Ending.DECLINED).closed(NOON)
    assert (closed.ending, closed.closed_at) == (Ending.DECLINED, NOON)


def test_only_a_moderator_can_choose_how_it_ended_and_not_that_it_was_withdrawn() -> None:
    assert {"solved", "workaround", "waiting", "declined"} == SOLVING
    assert set(Ending) - SOLVING == {Ending.WITHDRAWN, Ending.SILENT}


def test_whoever_gives_the_member_a_new_time_has_answered_and_owes_the_next_word() -> None:
    promised = case_that_is(Status.NEW).promised("olga", "Olga", NOON, LATER)
    assert (promised.assignee, promised.answered_at) == ("olga", NOON)
    assert (promised.next_step, promised.due_at) == (LATER.step, LATER.due_at)


def test_what_is_postponed_is_owed_by_the_same_people() -> None:
    case = case_that_is(Status.OPEN)
    postponed = case.postponed(LATER)
    assert replace(postponed, next_step=case.next_step, due_at=case.due_at) == case


def test_a_case_can_be_settled_without_anybody_of_staff() -> None:
    settled = case_that_is(Status.NEW).settled(Ending.SILENT, NOON)
    assert (settled.ending, settled.solved_at, settled.assignee) == (Ending.SILENT, NOON, None)


def test_a_case_knows_where_it_began_if_it_began_somewhere() -> None:
    case = case_that_is(Status.NEW)
    assert case.origin == ORIGIN
    assert replace(case, channel=None, message=None).origin is None
