"""What only SQLite needs: its file, its one writer, and what it leaves behind."""

import asyncio
import logging
import sqlite3
import stat
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, String, delete, make_url, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.database import Database
from bot.durable.engine import Engines
from bot.durable.sqlite import sqlite_engines
from bot.durable.tables import communities
from bot.errors import AlreadyRunning, StorageFull
from tests.durable.rows import add, names

SECRET = "my landlord reads my letters and so does his dog "


def file_of(url: str) -> Path:
    return Path(make_url(url).database or "")


async def pragma(connection: AsyncConnection, name: str) -> object:
    return await connection.scalar(text(f"PRAGMA {name}"))


async def test_the_connections_are_set_as_they_must_be(sqlite_database: Database) -> None:
    async with sqlite_database.transaction("test.pragmas") as writer, sqlite_database.reading() as reader:
        for connection in (writer, reader):
            assert await pragma(connection, "journal_mode") == "wal"
            assert await pragma(connection, "synchronous") == 2  # FULL
            assert await pragma(connection, "secure_delete") == 1
            assert await pragma(connection, "busy_timeout") == 5000
            assert await pragma(connection, "mmap_size") == 0
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            assert driver.isolation_level is None
        assert await pragma(writer, "foreign_keys") == 1
        assert await pragma(writer, "wal_autocheckpoint") == 1000
        assert await pragma(reader, "wal_autocheckpoint") == 0
        assert await pragma(reader, "query_only") == 1


async def test_health_can_name_the_library_and_its_bug(sqlite_database: Database) -> None:
    assert sqlite_database.version == f"SQLite {sqlite3.sqlite_version}"
    assert sqlite_database.has_wal_reset_bug is (sqlite3.sqlite_version_info <= (3, 51, 2))


async def test_the_files_are_their_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "data" / "ombud.db"
    async with Database.open(f"sqlite:///{file}") as database, database.transaction("test.write") as tx:
        await add(tx, "private")
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    assert found == dict.fromkeys(["ombud.db", "ombud.db-wal", "ombud.db-shm", "ombud.db.lock"], 0o600)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


async def test_one_file_is_opened_once_under_whatever_name(sqlite_url: str, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(file_of(sqlite_url))
    async with Database.open(sqlite_url):
        with pytest.raises(AlreadyRunning):
            async with Database.open(f"sqlite:///{link}"):
                pass
    async with Database.open(f"sqlite:///{link}") as database:
        assert await names(database) == []


async def test_tasks_write_in_the_order_they_asked(sqlite_database: Database) -> None:
    async def write(name: str) -> None:
        async with sqlite_database.transaction("test.turn") as tx:
            await add(tx, name)

    wanted = [str(number) for number in range(30)]
    async with asyncio.TaskGroup() as tasks:
        for name in wanted:
            tasks.create_task(write(name))
    assert await names(sqlite_database) == wanted


async def test_a_task_that_writes_without_end_lets_others_in(sqlite_database: Database) -> None:
    async def write(name: str, times: int) -> None:
        for _ in range(times):
            async with sqlite_database.transaction("test.turn") as tx:
                await add(tx, f"{name} {len(order)}")
            order.append(name)

    order: list[str] = []
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(write("busy", 30))
        tasks.create_task(write("modest", 3))
    assert order[:6] == ["busy", "modest"] * 3


async def test_readers_do_not_wait_for_a_writer(sqlite_database: Database) -> None:
    async with sqlite_database.transaction("test.long") as tx:
        await add(tx, "unfinished")
        async with asyncio.timeout(20):
            assert await asyncio.gather(*(names(sqlite_database) for _ in range(20))) == [[]] * 20


@pytest.fixture
async def two(sqlite_url: str) -> AsyncIterator[tuple[Engines, Engines]]:
    """Two sets of engines on one file, as two processes would have but for the lock file."""
    first, second = sqlite_engines(file_of(sqlite_url)), sqlite_engines(file_of(sqlite_url))
    yield first, second
    await first.dispose()
    await second.dispose()


async def test_two_who_read_and_then_write_wait_for_each_other(two: tuple[Engines, Engines]) -> None:
    """Without IMMEDIATE both would read, and one would be refused at once when it writes."""

    async def count_up(engines: Engines) -> None:
        for _ in range(40):
            async with engines.writer.begin() as tx:
                so_far = int(await tx.scalar(text("SELECT name FROM communities")) or 0)
                await tx.execute(update(communities).values(name=str(so_far + 1)))

    async with two[0].writer.begin() as tx:
        await add(tx, "0")
    await asyncio.gather(*(count_up(engines) for engines in two))
    async with two[0].readers.begin() as reader:
        assert await reader.scalar(text("SELECT name FROM communities")) == "80"


async def test_a_migration_may_replace_a_table_that_others_refer_to(two: tuple[Engines, Engines]) -> None:
    """That is how SQLite alters one; with foreign keys on, its children would be in the way."""
    engines, _ = two
    async with engines.writer.begin() as tx:
        await add(tx, "parent")
        await tx.execute(text("INSERT INTO places VALUES (1, 'child', 'c', '2026-01-01 00:00:00')"))
    async with engines.migrator.begin() as tx:
        await tx.run_sync(replace_communities)
    async with engines.readers.begin() as reader:
        assert await reader.scalar(text("SELECT place FROM places")) == "child"
        assert await reader.scalar(text("SELECT name FROM communities WHERE motto IS NULL")) == "parent"


def replace_communities(connection: Connection) -> None:
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table("communities", recreate="always") as table:
        table.add_column(Column("motto", String(20)))


class TestErased:
    """What was erased is in no byte of any file, once the checkpoint is done."""

    @pytest.mark.parametrize("length", [1, 400], ids=["short", "long"])
    @pytest.mark.parametrize("how", ["deleted", "overwritten"])
    async def test_erased_text_is_gone(self, sqlite_url: str, how: str, length: int) -> None:
        words = SECRET * length
        async with Database.open(sqlite_url) as database:
            async with database.transaction("test.write") as tx:
                await add(tx, words)
            assert await database.checkpoint()
            assert holding(SECRET, sqlite_url) == {"ombud.db"}
            async with database.transaction("test.erase") as tx:
                erase = (
                    delete(communities) if how == "deleted" else update(communities).values(name="", key="")
                )
                await tx.execute(erase)
            assert await database.checkpoint()
            assert holding(SECRET, sqlite_url) == set()

    async def test_text_erased_before_any_checkpoint_is_gone_from_the_log_too(self, sqlite_url: str) -> None:
        async with Database.open(sqlite_url) as database:
            async with database.transaction("test.write") as tx:
                await add(tx, SECRET)
            async with database.transaction("test.erase") as tx:
                await tx.execute(delete(communities))
            assert holding(SECRET, sqlite_url) == {"ombud.db-wal"}
            assert await database.checkpoint()
            assert holding(SECRET, sqlite_url) == set()

    async def test_a_reader_of_an_old_snapshot_keeps_it_and_is_told_of(self, sqlite_url: str) -> None:
        async with Database.open(sqlite_url) as database:
            async with database.transaction("test.write") as tx:
                await add(tx, SECRET)
            async with database.reading() as reader:
                await reader.scalar(text("SELECT count(*) FROM communities"))
                async with database.transaction("test.erase") as tx:
                    await tx.execute(delete(communities))
                refused = asyncio.create_task(database.checkpoint())
                await asyncio.sleep(0.05)
                async with database.transaction("test.meanwhile") as tx:
                    await add(tx, "meanwhile")
                assert not refused.done()
                assert await refused is False
            assert await database.checkpoint()
            assert holding(SECRET, sqlite_url) == set()
            assert await names(database) == ["meanwhile"]

    async def test_a_checkpoint_inside_a_transaction_is_refused(self, sqlite_database: Database) -> None:
        with pytest.raises(RuntimeError, match="checkpoint was asked for inside the transaction outer"):
            async with sqlite_database.transaction("outer"):
                await sqlite_database.checkpoint()

    async def test_the_driver_does_not_log_what_people_wrote(
        self, sqlite_database: Database, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        async with sqlite_database.transaction("test.write") as tx:
            await add(tx, SECRET)
        assert await names(sqlite_database) == [SECRET]
        assert SECRET not in caplog.text


def holding(words: str, url: str) -> set[str]:
    """The names of the database's files that hold the words."""
    file = file_of(url)
    return {path.name for path in file.parent.glob(f"{file.name}*") if words.encode() in path.read_bytes()}


class TestFullDisk:
    """A full disk says so, takes nothing in, and recovers."""

    async def test_a_file_that_may_not_grow(self, sqlite_database: Database) -> None:
        async with sqlite_database.transaction("test.limit") as tx:
            await tx.execute(text(f"PRAGMA max_page_count = {await pragma(tx, 'page_count')}"))
        with pytest.raises(StorageFull):
            async with sqlite_database.transaction("test.full") as tx:
                await fill(tx)
        assert await names(sqlite_database) == []
        async with sqlite_database.transaction("test.space") as tx:
            await tx.execute(text("PRAGMA max_page_count = 1000000"))
            await fill(tx)
        assert len(await names(sqlite_database)) == 100

    async def test_a_savepoint_on_a_full_disk(self, sqlite_database: Database) -> None:
        async with sqlite_database.transaction("test.limit") as tx:
            await tx.execute(text(f"PRAGMA max_page_count = {await pragma(tx, 'page_count')}"))
        with pytest.raises(StorageFull):
            async with sqlite_database.transaction("test.full") as tx, tx.begin_nested():
                await fill(tx)
        assert await names(sqlite_database) == []

    async def test_a_real_disk_that_is_full(self, small_disk: Path, sqlite_url: str) -> None:
        (small_disk / "ombud.db").write_bytes(file_of(sqlite_url).read_bytes())
        async with Database.open(f"sqlite:///{small_disk / 'ombud.db'}") as database:
            async with database.transaction("test.before") as tx:
                await add(tx, "before")
            ballast = fill_up(small_disk)
            for _ in range(3):
                with pytest.raises(StorageFull):
                    async with database.transaction("test.full") as tx:
                        await fill(tx)
            assert await names(database) == ["before"]
            ballast.unlink()
            async with database.transaction("test.after") as tx:
                await fill(tx)
            assert len(await names(database)) == 101

    async def test_no_space_even_to_begin(self, small_disk: Path) -> None:
        ballast = fill_up(small_disk)
        with pytest.raises(StorageFull):
            async with Database.open(f"sqlite:///{small_disk / 'ombud.db'}"):
                pass
        ballast.unlink()
        async with Database.open(f"sqlite:///{small_disk / 'ombud.db'}") as database:
            assert await names(database) == []

    async def test_no_space_to_open_it_again(self, small_disk: Path) -> None:
        url = f"sqlite:///{small_disk / 'ombud.db'}"
        async with Database.open(url) as database, database.transaction("test.before") as tx:
            await add(tx, "before")
        ballast = fill_up(small_disk)
        with pytest.raises(StorageFull):
            async with Database.open(url):
                pass
        ballast.unlink()
        async with Database.open(url) as database:
            assert await names(database) == ["before"]


def fill_up(disk: Path) -> Path:
    """Leave no byte free; returns the file to remove for that."""
    ballast = disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 1024)
    return ballast


async def fill(tx: AsyncConnection) -> None:
    for number in range(100):
        await add(tx, f"{number} " + "x" * 4000)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    mount = subprocess.run(command, capture_output=True, text=True, check=False)
    if mount.returncode:
        pytest.skip(f"a small disk can't be made here: {mount.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)
