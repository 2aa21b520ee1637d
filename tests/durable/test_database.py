"""What the rest of Ombud relies on, the same on SQLite and on PostgreSQL."""

import asyncio
import random
import traceback
from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import Select, func, insert, literal, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from bot.durable.database import Database
from bot.durable.tables import communities, members
from bot.errors import StorageFull
from tests.durable.rows import NOON, add, names
from tests.fixtures.postgres import PostgresServer


async def test_what_a_transaction_wrote_is_read_afterwards(database: Database) -> None:
    async with database.transaction("test.write") as tx:
        await add(tx, "țară")
        await add(tx, "ёлка")
    assert await names(database) == ["țară", "ёлка"]


async def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction("test.fail") as tx:
            await add(tx, "lost")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await names(database) == []


async def test_after_a_failed_statement_the_next_transaction_works(database: Database) -> None:
    async with database.transaction("test.once") as tx:
        await add(tx, "same")
    with pytest.raises(IntegrityError):
        async with database.transaction("test.twice") as tx:
            await add(tx, "same")
    async with database.transaction("test.next") as tx:
        await add(tx, "other")
    assert await names(database) == ["same", "other"]


async def test_a_savepoint_undoes_its_own_part_only(database: Database) -> None:
    async with database.transaction("test.savepoint") as tx:
        await add(tx, "kept")
        with suppress(ZeroDivisionError):
            async with tx.begin_nested():
                await add(tx, "undone")
                raise ZeroDivisionError
        await add(tx, "kept too")
    assert await names(database) == ["kept", "kept too"]


async def test_a_transaction_is_seen_by_nobody_before_it_ends(database: Database) -> None:
    async with database.transaction("test.unseen") as tx:
        await add(tx, "soon")
        assert await names(database) == []
    assert await names(database) == ["soon"]


async def test_a_reader_sees_one_moment(database: Database) -> None:
    count = select(func.count()).select_from(communities)
    async with database.reading() as reader:
        assert await reader.scalar(count) == 0
        async with database.transaction("test.meanwhile") as tx:
            await add(tx, "meanwhile")
        assert await reader.scalar(count) == 0
    assert await names(database) == ["meanwhile"]


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        async with database.reading() as reader:
            await add(reader, "smuggled")
    assert await names(database) == []


async def test_a_transaction_inside_a_transaction_is_refused_instead_of_waiting_for_ever(
    database: Database,
) -> None:
    with pytest.raises(RuntimeError, match=r"inner was asked for inside the transaction outer"):
        async with database.transaction("outer"), database.transaction("inner"):
            pass
    async with database.transaction("after") as tx:
        await add(tx, "after")
    assert await names(database) == ["after"]


async def test_a_task_started_inside_a_transaction_may_write_once_that_has_ended(database: Database) -> None:
    async def child(gate: asyncio.Event) -> None:
        await gate.wait()
        async with database.transaction("child") as tx:
            await add(tx, "child")

    open_gate, shut_gate = asyncio.Event(), asyncio.Event()
    open_gate.set()
    async with asyncio.TaskGroup() as tasks:
        async with database.transaction("parent") as tx:
            await add(tx, "parent")
            later = tasks.create_task(child(shut_gate))
            with pytest.raises(RuntimeError, match="child was asked for inside the transaction parent"):
                await asyncio.create_task(child(open_gate))
        shut_gate.set()
        await later
    assert await names(database) == ["parent", "child"]


class CancelledAtCommit(Database):
    """A database whose user is cancelled while it commits."""

    async def before_commit(self, name: str) -> None:
        task = asyncio.current_task()
        assert task is not None
        if name == "test.cancelled":
            asyncio.get_running_loop().call_soon(task.cancel)


async def test_a_task_cancelled_while_it_commits_leaves_all_or_nothing(database_url: str) -> None:
    async def store() -> None:
        async with database.transaction("test.cancelled") as tx:
            await add(tx, "first")
            await add(tx, "second")

    async with CancelledAtCommit.open(database_url) as database:
        with pytest.raises(asyncio.CancelledError):
            await asyncio.create_task(store())
        stored = await names(database)
        assert stored in ([], ["first", "second"])
        async with database.transaction("test.next") as tx:
            await add(tx, "next")
        assert await names(database) == [*stored, "next"]


async def test_a_task_cancelled_between_two_statements_leaves_nothing(database: Database) -> None:
    written = asyncio.Event()

    async def store() -> None:
        async with database.transaction("test.cancelled") as tx:
            await add(tx, "lost")
            written.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(store())
    await written.wait()
    await cancel(task)
    await write_one_more(database)


async def test_a_task_cancelled_in_a_long_statement_leaves_nothing(database: Database) -> None:
    started = asyncio.Event()

    async def store() -> None:
        async with database.transaction("test.cancelled") as tx:
            await add(tx, "lost")
            started.set()
            await tx.execute(counting_to(500_000))

    task = asyncio.create_task(store())
    await started.wait()
    await cancel(task)
    await write_one_more(database)


async def test_a_task_cancelled_while_it_waits_for_its_turn_keeps_nobody_waiting(database: Database) -> None:
    taken, asked = asyncio.Event(), asyncio.Event()

    async def store() -> None:
        await taken.wait()
        asked.set()
        async with database.transaction("test.cancelled") as tx:
            await database.advisory(tx, "one")
            await add(tx, "lost")

    waiting = asyncio.create_task(store())
    async with database.transaction("test.long") as tx:
        await database.advisory(tx, "one")
        taken.set()
        await asked.wait()
        await cancel(waiting)
    await write_one_more(database)


async def test_a_task_cancelled_at_any_moment_leaves_all_or_nothing(database: Database) -> None:
    async def store(number: int) -> None:
        async with database.transaction("test.cancelled") as tx:
            await add(tx, f"{number} first")
            await add(tx, f"{number} second")

    dice = random.Random(1)
    finished = 0
    for number in range(60):
        task = asyncio.create_task(store(number))
        await asyncio.sleep(dice.uniform(0, 0.008))
        task.cancel()
        finished += not (await asyncio.gather(task, return_exceptions=True))[0]
    stored = await names(database)
    assert stored == [f"{row.split()[0]} {half}" for row in stored[::2] for half in ("first", "second")]
    assert 2 * finished <= len(stored) < 2 * 60
    async with database.transaction("test.next") as tx:
        await add(tx, "next")
    assert await names(database) == [*stored, "next"]


async def cancel(task: asyncio.Task[None]) -> None:
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def write_one_more(database: Database) -> None:
    async with database.transaction("test.next") as tx:
        await add(tx, "next")
    assert await names(database) == ["next"]


def counting_to(end: int) -> Select[int]:
    """A statement that keeps either database busy for a while."""
    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < end))
    return select(func.count()).select_from(numbers)


async def test_whoever_asks_for_the_same_key_waits(database: Database) -> None:
    order: list[str] = []
    taken = asyncio.Event()

    async def second() -> None:
        await taken.wait()
        async with database.transaction("second") as tx:
            await database.advisory(tx, "case:42")
            order.append("second")

    waiting = asyncio.create_task(second())
    async with database.transaction("first") as tx:
        await database.advisory(tx, "case:42")
        taken.set()
        await asyncio.sleep(0.2)
        order.append("first")
    await waiting
    assert order == ["first", "second"]


@pytest.mark.postgres
async def test_on_postgresql_whoever_asks_for_another_key_does_not_wait(migrated_postgres_url: str) -> None:
    async with Database.open(migrated_postgres_url) as database:
        taken, done = asyncio.Event(), asyncio.Event()

        async def second() -> None:
            await taken.wait()
            async with database.transaction("second") as tx:
                await database.advisory(tx, "case:43")
            done.set()

        other = asyncio.create_task(second())
        async with database.transaction("first") as tx:
            await database.advisory(tx, "case:42")
            taken.set()
            await asyncio.wait_for(done.wait(), 10)
        await other


async def test_foreign_keys_are_enforced(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.transaction("test.orphan") as tx:
            await tx.execute(insert(members).values(community_id=404, member_id="1", name="Ana"))


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 1, 12, 0)  # noqa: DTZ001 - that is the point
    with pytest.raises(StatementError, match="a time without a zone can't be stored"):
        async with database.transaction("test.naive") as tx:
            await tx.execute(insert(communities).values(key="k", name="n", created_at=naive))


async def test_a_time_with_any_zone_comes_back_as_the_same_moment_in_utc(database: Database) -> None:
    in_chisinau = NOON.astimezone(timezone(timedelta(hours=2)))
    async with database.transaction("test.aware") as tx:
        await tx.execute(insert(communities).values(key="k", name="n", created_at=in_chisinau))
    async with database.reading() as reader:
        stored = await reader.scalar(select(communities.c.created_at))
        found = await reader.scalar(select(communities.c.name).where(communities.c.created_at <= in_chisinau))
    assert stored is not None
    assert (stored, stored.utcoffset(), found) == (NOON, timedelta(0), "n")


async def test_an_error_repeats_nobodys_words(database: Database) -> None:
    """Errors are logged with their trace; what somebody wrote must not be in it, whoever quotes it."""
    words = "my landlord reads my letters"
    async with database.transaction("test.row") as tx:
        await add(tx, words)
    nameless = update(communities).values(name=None)
    again = insert(communities).values(key=words, name=words, created_at=NOON)
    for statement in (nameless, again):
        with pytest.raises(IntegrityError) as caught:
            async with database.transaction("test.quoting") as tx:
                await tx.execute(statement)
        trace = "".join(traceback.format_exception(caught.value))
        assert "await tx.execute(statement)" in trace
        assert words not in trace
        assert words not in repr(caught.value.orig.__dict__)


@pytest.mark.postgres
async def test_a_postgresql_that_was_restarted_is_used_again(
    migrated_postgres_url: str, postgres_server: PostgresServer
) -> None:
    async with Database.open(migrated_postgres_url) as database:
        await write_one_more(database)
        postgres_server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ombud'"
        )
        await asyncio.sleep(0.05)
        async with database.transaction("test.again") as tx:
            await add(tx, "again")
        assert await names(database) == ["next", "again"]


FULL_ON_POSTGRES = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"


@pytest.mark.postgres
async def test_a_full_disk_of_postgresql_has_our_name_for_it(migrated_postgres_url: str) -> None:
    async with Database.open(migrated_postgres_url) as database:
        with pytest.raises(StorageFull):
            async with database.transaction("test.full") as tx:
                await tx.execute(text(FULL_ON_POSTGRES))
        await write_one_more(database)
