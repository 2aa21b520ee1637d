"""Who may send what, and when: one row in flight per place, leases that can be lost, outcomes that are final."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable import claims
from bot.durable.claims import BATCH, Errand, Outcome
from bot.durable.database import Database
from bot.durable.outbox import Outbox, Priority, State
from bot.durable.tables import outbox
from bot.vocabulary.places import CaseStaff, MemberDM, MessageRef
from tests.fakes.board import words
from tests.fakes.village import Village

T = TypeVar("T")


@dataclass
class Office:
    """The outbox of one community, each step a transaction of its own."""

    database: Database
    community: int

    async def post(self, key: str, to: str = "max", priority: Priority = Priority.STAFF) -> None:
        await self.within(
            lambda tx: Outbox(tx, self.community).say(MemberDM(to), words(key), key, priority=priority)
        )

    async def claim(self, limit: int = BATCH) -> list[Errand]:
        return await self.within(lambda tx: claims.claim(tx, limit))

    async def claimed_keys(self, limit: int = BATCH) -> list[str]:
        return [errand.key.partition(":")[2] for errand in await self.claim(limit)]

    async def settle(self, errand: Errand, state: State = State.DELIVERED, **more: Any) -> bool:
        return await self.within(lambda tx: claims.settle(tx, Outcome(errand, state, **more)))

    async def reclaim(self, *, every: bool = False) -> int:
        return await self.within(lambda tx: claims.reclaim(tx, every=every))

    async def still_ours(self, errand: Errand) -> bool:
        return await self.within(lambda tx: claims.still_ours(tx, errand))

    async def next_wake(self) -> datetime | None:
        return await self.within(claims.next_wake)

    async def let_leases_run_out(self) -> None:
        past = datetime.now(UTC) - timedelta(seconds=1)
        await self.within(lambda tx: tx.execute(update(outbox).values(lease_until=past)))

    async def within(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        async with self.database.transaction("test.outbox") as tx:
            return await work(tx)


@pytest.fixture
async def office(database: Database) -> Office:
    return Office(database, (await Village(database).community()).id)


async def test_of_each_place_only_the_first_row_is_in_flight(office: Office) -> None:
    for key, to in (("a1", "ana"), ("m1", "max"), ("a2", "ana"), ("m2", "max"), ("a3", "ana")):
        await office.post(key, to)
    first = await office.claim()
    assert [errand.key[-2:] for errand in first] == ["a1", "m1"]
    assert await office.claim() == []
    await office.settle(first[0])
    assert await office.claimed_keys() == ["a2"]


async def test_a_row_that_is_tried_again_later_holds_its_place_but_no_other(office: Office) -> None:
    for key, to in (("a1", "ana"), ("a2", "ana")):
        await office.post(key, to)
    (first,) = await office.claim()
    await office.settle(first, State.WAITING, again_after=60.0)
    await office.post("m1", "max")
    assert await office.claimed_keys() == ["m1"]


async def test_what_is_urgent_goes_before_what_is_not_and_then_what_is_older(office: Office) -> None:
    order = (Priority.BULK, Priority.STAFF, Priority.ACKNOWLEDGEMENT, Priority.REMINDER, Priority.HUMAN_REPLY)
    for number, priority in enumerate([*order, *order]):
        await office.post(f"{priority.name.lower()}.{number}", f"member {number}", priority)
    assert await office.claimed_keys(6) == [
        "acknowledgement.2",
        "acknowledgement.7",
        "human_reply.4",
        "human_reply.9",
        "staff.1",
        "staff.6",
    ]


async def test_urgency_does_not_overtake_within_a_place(office: Office) -> None:
    await office.post("first", priority=Priority.BULK)
    await office.post("second", priority=Priority.ACKNOWLEDGEMENT)
    assert await office.claimed_keys() == ["first"]


async def test_the_same_place_in_another_community_is_another_place(office: Office) -> None:
    async with office.database.transaction("test.meet") as tx:
        await tx.exec_driver_sql(
            "INSERT INTO communities (id, key, name, created_at)"
            " VALUES (99, 'fake:other', 'Other', '2026-03-01 00:00:00')"
        )
    await office.post("here")
    await Office(office.database, 99).post("there")
    assert await office.claimed_keys() == ["here", "there"]


@pytest.mark.parametrize("state", [State.DELIVERED, State.SHUT, State.GONE, State.EXPIRED, State.DEAD])
async def test_every_ending_frees_the_place_and_erases_the_words(office: Office, state: State) -> None:
    await office.post("first")
    await office.post("second")
    (first,) = await office.claim()
    assert await office.settle(first, state)
    assert await office.claimed_keys() == ["second"]
    rows = await Village(office.database).rows()
    assert [(row.state, row.payload is None) for row in rows] == [(state, True), (State.SENDING, False)]


async def test_where_it_was_delivered_is_kept(office: Office) -> None:
    await office.post("first")
    (errand,) = await office.claim()
    outcome = Outcome(errand, State.DELIVERED, MessageRef("dm-max", "17"))
    assert await office.within(lambda tx: claims.settle(tx, outcome))
    (row,) = await Village(office.database).rows()
    assert (row.channel, row.message) == ("dm-max", "17")


async def test_an_attempt_counts_unless_nothing_was_tried(office: Office) -> None:
    await office.post("first")
    for counted in (True, False, True):
        (errand,) = await office.claim()
        await office.settle(errand, State.WAITING, counted=counted)
    (errand,) = await office.claim()
    assert (errand.attempts, errand.generation) == (2, 4)
    assert errand.payload == (await Village(office.database).rows())[0].payload


class TestALostLease:
    async def test_nobody_loses_a_lease_before_its_time(self, office: Office) -> None:
        await office.post("first")
        (errand,) = await office.claim()
        assert await office.reclaim() == 0
        assert await office.still_ours(errand)

    async def test_what_was_in_flight_goes_to_another_and_the_first_may_neither_send_nor_settle(
        self, office: Office
    ) -> None:
        await office.post("first")
        (frozen,) = await office.claim()
        await office.let_leases_run_out()
        assert await office.reclaim() == 1
        (taken_over,) = await office.claim()
        assert not await office.still_ours(frozen)
        assert await office.still_ours(taken_over)
        assert not await office.settle(frozen)
        assert not await office.settle(frozen, State.WAITING, again_after=0.0)
        assert await Village(office.database).states() == [State.SENDING]
        assert await office.settle(taken_over)
        assert not await office.settle(frozen, State.DEAD)
        assert await Village(office.database).states() == [State.DELIVERED]

    async def test_it_may_not_send_even_before_another_has_taken_over(self, office: Office) -> None:
        await office.post("first")
        (frozen,) = await office.claim()
        await office.let_leases_run_out()
        await office.reclaim()
        assert not await office.still_ours(frozen)

    async def test_a_process_that_is_alone_takes_everything_back_at_once(self, office: Office) -> None:
        await office.post("first")
        await office.claim()
        assert await office.reclaim(every=True) == 1
        assert await office.claimed_keys() == ["first"]

    async def test_what_is_settled_is_not_taken_back(self, office: Office) -> None:
        await office.post("first")
        (errand,) = await office.claim()
        await office.settle(errand)
        assert await office.reclaim(every=True) == 0


class TestTheNextWake:
    async def test_is_never_when_nothing_waits(self, office: Office) -> None:
        assert await office.next_wake() is None

    async def test_is_when_the_first_row_may_be_tried(self, office: Office) -> None:
        await office.post("later", "ana")
        (errand,) = await office.claim()
        await office.settle(errand, State.WAITING, again_after=30.0)
        wake = await office.next_wake()
        assert wake is not None
        assert timedelta(seconds=25) < wake - datetime.now(UTC) < timedelta(seconds=30)
        await office.post("now", "max")
        soon = await office.next_wake()
        assert soon is not None and soon <= datetime.now(UTC)

    async def test_does_not_come_for_rows_that_stand_behind_another(self, office: Office) -> None:
        """Else a platform that is down would keep the relay spinning for as long as anybody waits."""
        await office.post("first")
        await office.post("second")
        (first,) = await office.claim()
        assert await office.next_wake() is None
        await office.settle(first, State.WAITING, again_after=30.0)
        wake = await office.next_wake()
        assert wake is not None and wake > datetime.now(UTC) + timedelta(seconds=25)


@pytest.mark.postgres
class TestSeveralProcesses:
    """On PostgreSQL any number of processes share the outbox."""

    async def test_none_of_two_hundred_rows_is_claimed_twice(self, migrated_postgres_url: str) -> None:
        async with AsyncExitStack() as stack:
            opened = [await stack.enter_async_context(Database.open(migrated_postgres_url)) for _ in range(3)]
            community = (await Village(opened[0]).community()).id
            offices = [Office(database, community) for database in opened]
            async with opened[0].transaction("test.post") as tx:
                for number in range(200):
                    place = CaseStaff(number % 20)
                    await Outbox(tx, community).say(
                        place, words(f"{number}"), f"{number}", priority=Priority.BULK
                    )
            sent: dict[str, list[int]] = defaultdict(list)

            async def work(office: Office) -> None:
                idle = 0
                while idle < 20:
                    errands = await office.claim(7)
                    idle = 0 if errands else idle + 1
                    for errand in errands:
                        sent[errand.place].append(int(errand.key.partition(":")[2]))
                    for errand in errands:
                        assert await office.settle(errand)

            await asyncio.gather(*(work(office) for office in offices))
            assert sum(map(len, sent.values())) == 200
            assert all(numbers == sorted(set(numbers)) for numbers in sent.values())

    async def test_a_row_that_was_begun_earlier_and_committed_later_does_not_join_one_in_flight(
        self, migrated_postgres_url: str
    ) -> None:
        """Ids are given when a row is written, so the lower one may appear second."""
        async with (
            Database.open(migrated_postgres_url) as slow,
            Database.open(migrated_postgres_url) as quick,
        ):
            office = Office(quick, (await Village(quick).community()).id)
            async with slow.transaction("test.slow") as tx:
                await Outbox(tx, office.community).say(
                    MemberDM("max"), words("slow"), "slow", priority=Priority.STAFF
                )
                await office.post("quick")
                (errand,) = await office.claim()
            assert await office.claim() == []
            await office.settle(errand)
            assert await office.claimed_keys() == ["slow"]
