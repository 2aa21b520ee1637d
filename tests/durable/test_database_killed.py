"""The real process is killed with -9, and the database is opened again."""

import asyncio
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.durable.database import Database
from bot.errors import AlreadyRunning
from tests.durable.rows import add, names

pytestmark = pytest.mark.kill

# The first table, one in the middle, and the mark that the second version is done.
MOMENTS = ("CREATE TABLE communities", "CREATE TABLE timers", "UPDATE alembic_version")
VICTIM = Path(__file__).with_name("victim.py")


async def start(*arguments: str) -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, VICTIM, *arguments, stdout=PIPE)


async def die_of(*arguments: str) -> None:
    process = await start(*arguments)
    await process.communicate()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("moment", "stored"), [("before", ["kept"]), ("after", ["kept", "after"])])
async def test_a_kill_around_a_commit_loses_only_what_was_not_committed(
    database_url: str, moment: str, stored: list[str]
) -> None:
    await die_of("write", database_url, moment)
    async with Database.open(database_url) as database:
        assert await names(database) == stored
        async with database.transaction("test.next") as tx:
            await add(tx, "next")
        assert await names(database) == [*stored, "next"]


async def test_a_second_process_is_refused_until_the_first_is_dead(sqlite_url: str) -> None:
    first = await start("hold", sqlite_url)
    assert first.stdout is not None
    assert await first.stdout.readline() == b"open\n"
    with pytest.raises(
        AlreadyRunning, match=rf"in use by another Ombud \(process {first.pid}\).*DATABASE_URL"
    ):
        async with Database.open(sqlite_url):
            pass
    first.kill()
    await first.communicate()
    async with Database.open(sqlite_url) as database:
        assert await names(database) == []


async def test_a_migration_killed_in_the_middle_leaves_nothing_and_works_the_next_time(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'ombud.db'}"
    for words in MOMENTS:
        await die_of("migrate", url, words)
        assert tables(url) == []
    async with Database.open(url) as database, database.transaction("test.first") as tx:
        await add(tx, "first")
    assert {"alembic_version", "communities", "cases"} <= set(tables(url))


@pytest.mark.postgres
async def test_a_migration_killed_on_postgresql_works_the_next_time(postgres_url: str) -> None:
    for words in MOMENTS:
        await die_of("migrate", postgres_url, words)
    async with Database.open(postgres_url) as database, database.transaction("test.first") as tx:
        await add(tx, "first")


def tables(url: str) -> list[str]:
    connection = sqlite3.connect(make_url(url).database or "")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    finally:
        connection.close()
