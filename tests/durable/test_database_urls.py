"""What people write as the address of the database, and what they are told when it can't be used."""

from pathlib import Path

import pytest

from bot.durable.database import Database
from bot.durable.urls import parse_url
from bot.errors import BadDatabaseUrl, StartError
from tests.durable.rows import add, names
from tests.fixtures.postgres import PostgresServer


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sqlite:///ombud.db", "sqlite+aiosqlite:///ombud.db"),
        ("sqlite:////var/lib/ombud.db", "sqlite+aiosqlite:////var/lib/ombud.db"),
        ("sqlite+aiosqlite:///ombud.db", "sqlite+aiosqlite:///ombud.db"),
        ("sqlite://", "sqlite+aiosqlite:///%3Amemory%3A"),
        ("sqlite:///:memory:", "sqlite+aiosqlite:///%3Amemory%3A"),
        ("postgresql://ana:pw@db/ombud", "postgresql+asyncpg://ana:pw@db/ombud"),
        ("postgresql+asyncpg://db/ombud", "postgresql+asyncpg://db/ombud"),
        ("postgres://db:5433/ombud", "postgresql+asyncpg://db:5433/ombud"),
        ("postgresql://db/ombud?sslmode=require", "postgresql+asyncpg://db/ombud?ssl=require"),
    ],
)
def test_an_address_may_be_written_in_many_ways(written: str, meant: str) -> None:
    assert parse_url(written).render_as_string(hide_password=False) == meant


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "can't be read"),
        ("ombud.db", "can't be read"),
        ("postgresql://ana:s3cret@db:port/ombud", "can't be read"),
        ("mysql://ana:s3cret@db/ombud", "doesn't work with mysql"),
        ("postgresql+psycopg2://ana:s3cret@db/ombud", r"doesn't work with postgresql\+psycopg2"),
        ("postgresql://ana:s3cret@db", "names no database"),
        ("sqlite://ombud.db", "and a path, no more"),
        ("sqlite:///ombud.db?mode=ro", "and a path, no more"),
    ],
)
async def test_an_address_that_cannot_be_used_is_refused_with_those_that_can(
    written: str, reason: str
) -> None:
    with pytest.raises(BadDatabaseUrl, match=rf"{reason}.*sqlite:///ombud\.db.*postgresql://") as caught:
        async with Database.open(written):
            pass
    assert "s3cret" not in str(caught.value)


async def test_a_relative_path_begins_where_ombud_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with Database.open("sqlite:///data/ombud.db") as database, database.transaction("test.write") as tx:
        await add(tx, "here")
    assert (tmp_path / "data/ombud.db").exists()


async def test_a_database_in_memory_works_like_any_other_and_is_gone_at_the_end() -> None:
    async with Database.open("sqlite://") as database:
        async with database.transaction("test.write") as tx:
            await add(tx, "brief")
            assert await names(database) == []
        assert await names(database) == ["brief"]
    async with Database.open("sqlite://") as database:
        assert await names(database) == []


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary, " * 100)
    with pytest.raises(StartError, match=r"diary\.txt can't be opened: file is not a database"):
        async with Database.open(f"sqlite:///{diary}"):
            pass
    assert diary.read_text() == "Dear diary, " * 100


async def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDatabaseUrl, match=r"can't be opened: Is a directory"):
        async with Database.open(f"sqlite:///{tmp_path}"):
            pass


async def test_a_file_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadDatabaseUrl, match=r"can't be opened: (Not a directory|File exists)"):
        async with Database.open(f"sqlite:///{tmp_path / 'file' / 'ombud.db'}"):
            pass


async def test_a_server_that_is_not_there_is_said_to_be_so_without_the_password() -> None:
    # Port 1 of this machine: nobody listens there.
    with pytest.raises(StartError, match=r"can't be opened: .*Connect") as caught:
        async with Database.open("postgresql://ana:s3cret@127.0.0.1:1/ombud"):
            pass
    assert "s3cret" not in str(caught.value)
    assert "127.0.0.1:1/ombud" in str(caught.value)


async def test_a_server_that_lacks_the_database_says_so(postgres_server: PostgresServer) -> None:
    with pytest.raises(StartError, match=r"""can't be opened: .*"missing" does not exist"""):
        async with Database.open(f"postgresql://postgres@/missing?host={postgres_server.socket_folder}"):
            pass
