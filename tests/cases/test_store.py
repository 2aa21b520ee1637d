"""Cases in the database: always somebody's, numbered without gaps, never changed behind anybody's back."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from bot.cases.model import Case, Ending, NextStep, Owed, Priority, Status
from bot.cases.queues import Queue
from bot.cases.store import FORGOTTEN, Cases
from bot.cases.tables import cases
from bot.detection import Severity, Topic
from bot.durable.database import Database
from bot.errors import Conflict, UserError
from tests.cases.making import FIRST, LATER, OPEN, ORIGIN, new_case
from tests.fakes.clock import MONDAY_NOON as NOON
from tests.fakes.communities import met
from tests.fakes.directory import ANA, MAX

T = TypeVar("T")


@dataclass
class Desk:
    """The cases of one community, each step a transaction of its own."""

    database: Database
    community: int

    async def open(self, **changes: object) -> Case:
        return await self.within(lambda cases: cases.open(new_case(**changes), NOON))

    async def save(self, case: Case) -> Case:
        return await self.within(lambda cases: cases.save(case))

    async def get(self, case: int) -> Case:
        return await self.within(lambda cases: cases.get(case))

    async def within(self, work: Callable[[Cases], Awaitable[T]]) -> T:
        async with self.database.transaction("test.cases") as tx:
            return await work(Cases(tx, self.community))


@pytest.fixture
async def desk(database: Database) -> Desk:
    return Desk(database, await met(database))


async def test_a_case_is_read_as_it_was_written(desk: Desk) -> None:
    opened = await desk.open()
    assert (opened.number, opened.status, opened.version) == (1, Status.NEW, 1)
    assert (opened.team, opened.assignee, opened.priority) == ("front_desk", None, Priority.NORMAL)
    assert (opened.origin, opened.next_step, opened.due_at) == (ORIGIN, FIRST.step, FIRST.due_at)
    assert await desk.get(opened.id) == opened
    assert await desk.within(lambda cases: cases.by_number(1)) == opened


async def test_every_change_is_read_as_it_was_written(desk: Desk) -> None:
    case = await desk.open(
        member=ANA, severity=Severity.HIGH, topic=Topic.SAFETY, origin=None, in_public=True
    )
    assert case.priority is Priority.HIGH
    owed = Owed(NextStep.MEMBER_REPLY, NOON + timedelta(days=5))
    changes: tuple[Callable[[Case], Case], ...] = (
        lambda c: c.claimed("mihai", "Mihai"),
        lambda c: c.answered("mihai", "Mihai", NOON, owed),
        lambda c: c.member_wrote(LATER),
        lambda c: c.solved(Ending.WAITING, "mihai", "Mihai", NOON + timedelta(hours=1)),
        lambda c: c.reopen(LATER),
        lambda c: c.withdrawn(NOON + timedelta(hours=2)),
    )
    for change in changes:
        changed = change(case)
        saved = await desk.save(changed)
        assert saved == replace(changed, version=case.version + 1)
        case = await desk.get(case.id)
        assert case == saved


async def test_two_people_cannot_overwrite_each_other(desk: Desk) -> None:
    seen_by_both = await desk.open()
    claimed = await desk.save(seen_by_both.claimed("mihai", "Mihai"))
    with pytest.raises(Conflict) as refused:
        await desk.save(seen_by_both.claimed("olga", "Olga"))
    assert (refused.value.key, refused.value.values["number"]) == ("error.stale", 1)
    assert await desk.get(seen_by_both.id) == claimed


async def test_of_ten_who_claim_at_once_one_has_it_and_nine_are_told(desk: Desk) -> None:
    case = await desk.open()
    tries = (desk.save(case.claimed(f"moderator {n}", "M")) for n in range(10))
    done = await asyncio.gather(*tries, return_exceptions=True)
    (winner,) = (each for each in done if isinstance(each, Case))
    assert sum(isinstance(each, Conflict) for each in done) == 9
    assert await desk.get(case.id) == winner


async def test_numbers_have_no_gap_and_no_double_however_many_complain_at_once(desk: Desk) -> None:
    opened = await asyncio.gather(*(desk.open() for _ in range(25)))
    assert sorted(case.number for case in opened) == list(range(1, 26))


async def test_a_case_that_was_not_opened_after_all_leaves_no_gap(desk: Desk) -> None:
    async def fall(cases: Cases) -> None:
        await cases.open(new_case(), NOON)
        raise ZeroDivisionError

    await desk.open()
    with pytest.raises(ZeroDivisionError):
        await desk.within(fall)
    assert (await desk.open()).number == 2


async def test_each_community_counts_for_itself_and_sees_its_own(desk: Desk) -> None:
    other = Desk(desk.database, await met(desk.database, "fake:other"))
    mine, theirs = await desk.open(), await other.open(member=ANA)
    assert (mine.number, theirs.number) == (1, 1)
    for ask in (
        lambda cases: cases.get(theirs.id),
        lambda cases: cases.by_number(2),
    ):
        with pytest.raises(UserError) as refused:
            await desk.within(ask)
        assert refused.value.key == "error.case_not_found"
    assert await desk.within(lambda cases: cases.of_member(ANA.id)) == []
    assert await desk.within(lambda cases: cases.queue(Queue.ALL, "mihai", NOON)) == [mine]
    assert await desk.within(lambda cases: cases.latest(5)) == [mine]


class TestTheDatabaseItself:
    """The promise is a rule of the database, not a habit."""

    @pytest.mark.parametrize("gone", ["next_step", "due_at"])
    async def test_refuses_an_open_case_that_nobody_owes_anything(self, desk: Desk, gone: str) -> None:
        case = await desk.open()
        for status in OPEN:
            with pytest.raises(IntegrityError):
                await self._set(desk, case, status=status, **{gone: None})
        for status in (Status.SOLVED, Status.CLOSED):
            await self._set(desk, case, status=status, **{gone: None})

    async def test_refuses_a_case_without_a_team_and_a_status_nobody_knows(self, desk: Desk) -> None:
        case = await desk.open()
        for values in ({"team": ""}, {"team": None}, {"status": "escalated"}, {"status": None}):
            with pytest.raises(IntegrityError):
                await self._set(desk, case, **values)
        assert await desk.get(case.id) == case

    async def test_refuses_a_second_case_of_the_same_number(self, desk: Desk) -> None:
        await desk.open()
        second = await desk.open()
        with pytest.raises(IntegrityError):
            await self._set(desk, second, number=1)

    async def _set(self, desk: Desk, case: Case, **values: object) -> None:
        async with desk.database.transaction("test.force") as tx:
            await tx.execute(update(cases).where(cases.c.id == case.id).values(**values))


async def test_the_queue_is_what_is_open_most_pressing_first(desk: Desk) -> None:
    def due(hours: int) -> Owed:
        return Owed(NextStep.FIRST_RESPONSE, NOON + timedelta(hours=hours))

    later, soon, solved, mine = [await desk.open(owed=due(hours)) for hours in (8, 1, 2, 4)]
    mine = await desk.save(mine.claimed("mihai", "Mihai"))
    await desk.save(solved.solved(Ending.SOLVED, "mihai", "Mihai", NOON))
    queue = await desk.within(lambda cases: cases.queue(Queue.ALL, "mihai", NOON))
    assert [case.number for case in queue] == [soon.number, mine.number, later.number]
    assert await desk.within(lambda cases: cases.queue(Queue.MINE, "mihai", NOON)) == [mine]
    assert await desk.within(lambda cases: cases.queue(Queue.UNCLAIMED, "mihai", NOON)) == [soon, later]
    assert await desk.within(lambda cases: cases.queue(Queue.ALL, "mihai", NOON, limit=1)) == [soon]


async def test_a_queue_is_by_what_is_waited_for_and_by_when(desk: Desk) -> None:
    def owed(step: NextStep, hours: int) -> Owed:
        return Owed(step, NOON + timedelta(hours=hours))

    late, soon, later = [await desk.open(owed=owed(NextStep.FIRST_RESPONSE, hours)) for hours in (-1, 4, 5)]
    answered = await desk.save(later.answered("mihai", "Mihai", NOON, owed(NextStep.MEMBER_REPLY, 72)))

    async def numbers(queue: Queue) -> list[int]:
        return [case.number for case in await desk.within(lambda cases: cases.queue(queue, "mihai", NOON))]

    assert await numbers(Queue.OVERDUE) == [late.number]
    assert await numbers(Queue.DUE_SOON) == [soon.number]
    assert await numbers(Queue.WAITING_ON_US) == [late.number, soon.number]
    assert await numbers(Queue.WAITING_ON_MEMBER) == [answered.number]


async def test_a_members_cases_are_theirs_latest_first(desk: Desk) -> None:
    first, second, third = [await desk.open(member=member) for member in (MAX, ANA, MAX)]
    closed = await desk.save(first.closed(NOON))
    assert await desk.within(lambda cases: cases.of_member("max")) == [third, closed]
    assert await desk.within(lambda cases: cases.of_member("max", open_only=True)) == [third]
    assert await desk.within(lambda cases: cases.of_member("ana")) == [second]
    assert await desk.within(lambda cases: cases.latest(2)) == [third, second]


async def test_a_member_who_is_forgotten_leaves_a_number_and_nothing_else(desk: Desk) -> None:
    theirs, others = await desk.open(), await desk.open(member=ANA)
    elsewhere = Desk(desk.database, await met(desk.database, "fake:other"))
    untouched = await elsewhere.open()
    await desk.within(lambda cases: cases.forget_member("max"))
    left = await desk.get(theirs.id)
    assert (left.member_id, left.member_name, left.origin) == (FORGOTTEN, FORGOTTEN, None)
    assert (left.number, left.status, left.due_at) == (theirs.number, theirs.status, theirs.due_at)
    assert await desk.get(others.id) == others
    assert await elsewhere.get(untouched.id) == untouched
    assert await desk.within(lambda cases: cases.of_member("max")) == []
