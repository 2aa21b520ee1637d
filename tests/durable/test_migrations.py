"""The versions of the schema: they make what the program expects, and refuse what it doesn't know."""

import asyncio
import pkgutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, MetaData, create_engine, inspect, text
from sqlalchemy.engine.interfaces import ReflectedIndex
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.schema import sort_tables

import adapters.common
import adapters.discord
import bot
import cogs
from bot.durable import migrations
from bot.durable.database import Database
from bot.durable.migrations import migrate
from bot.durable.migrations.__main__ import write
from bot.durable.urls import parse_url
from bot.errors import NewerDatabase, StartError
from tests.durable.rows import add, names


def defined() -> list[MetaData]:
    """The tables of the whole program, wherever a `tables.py` or a `store.py` has some."""
    modules = [
        module for package in (bot, cogs, adapters.common, adapters.discord) for module in _modules(package)
    ]
    return [module.metadata for module in modules if isinstance(getattr(module, "metadata", None), MetaData)]


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if found.name.endswith((".tables", ".store")):
            yield import_module(found.name)


async def test_the_migrated_schema_is_the_one_the_program_is_written_for(database: Database) -> None:
    async with database.reading() as reader:
        assert await reader.run_sync(differences) == []


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    # Its annotation forgets that it takes several.
    return list(compare_metadata(context, defined()))  # type: ignore[arg-type]


async def test_it_is_so_in_what_alembic_does_not_compare_too(database_url: str, fresh_url: str) -> None:
    """Checks and conditions of indexes: compared with what the database makes of the tables themselves."""
    async with begun(fresh_url) as fresh:
        for table in sort_tables([table for metadata in defined() for table in metadata.tables.values()]):
            await fresh.run_sync(table.create)
        wanted = await fresh.run_sync(catalogue)
    async with Database.open(database_url) as database, database.reading() as reader:
        migrated = await reader.run_sync(catalogue)
    assert {"communities", "cases"} < wanted.keys()
    assert any(table["checks"] for table in wanted.values())
    assert migrated.keys() == wanted.keys()
    assert [
        f"{table}, {part}: {migrated[table][part]} instead of {parts[part]}"
        for table, parts in wanted.items()
        for part in parts
        if migrated[table][part] != wanted[table][part]
    ] == []


def catalogue(connection: Connection) -> dict[str, dict[str, Any]]:
    """What the database itself says of each table, without the order of columns."""
    inspector = inspect(connection)
    return {
        name: {
            "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)},
            "key": inspector.get_pk_constraint(name),
            "references": sorted(inspector.get_foreign_keys(name), key=str),
            "unique": sorted(inspector.get_unique_constraints(name), key=str),
            "checks": sorted(inspector.get_check_constraints(name), key=str),
            "indexes": {index["name"]: written_out(index) for index in inspector.get_indexes(name)},
        }
        for name in inspector.get_table_names()
        if name != "alembic_version"
    }


def written_out(index: ReflectedIndex) -> dict[str, Any]:
    """An index, with its conditions as text: two equal expressions are not the same object."""
    return {
        **index,
        "dialect_options": {name: str(of) for name, of in index.get("dialect_options", {}).items()},
    }


@pytest.fixture
def fresh_url(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> str:
    """An empty database of the same kind as `database_url`."""
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'fresh.db'}"
    return str(request.getfixturevalue("postgres_url"))


async def test_a_database_of_a_newer_version_is_refused_and_left_alone(database_url: str) -> None:
    async with Database.open(database_url) as database, database.transaction("test.future") as tx:
        await add(tx, "from the future")
        now = await tx.scalar(text("SELECT version_num FROM alembic_version"))
        await tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for _ in range(2):
        with pytest.raises(
            NewerDatabase, match=r"newer version of Ombud \(revision 9999\); install that version"
        ):
            async with Database.open(database_url):
                pass
    async with begun(database_url) as connection:
        await connection.execute(text(f"UPDATE alembic_version SET version_num = '{now}'"))
    async with Database.open(database_url) as database:
        assert await names(database) == ["from the future"]


async def test_an_older_database_is_brought_up_to_date_with_what_is_in_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ombud.db'}"
    old_database(
        tmp_path / "ombud.db", "INSERT INTO communities VALUES (1, 'k', 'old', '2026-01-01 00:00:00')"
    )
    async with Database.open(url) as database:
        assert await names(database) == ["old"]
        async with database.reading() as reader:
            assert await reader.scalar(text("SELECT count(*) FROM cases")) == 0


async def test_a_migration_that_would_leave_broken_references_is_undone(tmp_path: Path) -> None:
    file = tmp_path / "ombud.db"
    old_database(file, "INSERT INTO members (community_id, member_id, name) VALUES (404, 'm', 'nobody')")
    with pytest.raises(StartError, match="Rows of members refer to rows that don't exist"):
        async with Database.open(f"sqlite:///{file}"):
            pass
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'cases'").fetchall()


def old_database(file: Path, row: str) -> None:
    """A database of the first version, with a row in it."""
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        migrate(connection, "0001")
        connection.execute(text(row))
    engine.dispose()


@asynccontextmanager
async def begun(url: str) -> AsyncIterator[AsyncConnection]:
    """A transaction on a database that is nobody's yet, or no longer ours."""
    engine = create_async_engine(parse_url(url))
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


@pytest.mark.postgres
async def test_processes_that_start_at_once_on_postgresql_migrate_once(postgres_url: str) -> None:
    async def start(name: str) -> None:
        async with Database.open(postgres_url) as database, database.transaction("test.start") as tx:
            await add(tx, name)

    await asyncio.gather(*(start(str(number)) for number in range(4)))
    async with Database.open(postgres_url) as database:
        assert sorted(await names(database)) == ["0", "1", "2", "3"]


SHELF = """
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, MetaData, String, Table, text

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)
books = Table(
    "books",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("lent_at", Instant),
    CheckConstraint("id > 0", name="positive"),
)
Index("ix_books_lent", books.c.lent_at, sqlite_where=text("lent_at is not null"))
"""


CHANGED = """
from sqlalchemy import Column, Integer, MetaData

from bot.durable.tables import NAMING, communities, members

metadata = MetaData(naming_convention=NAMING)
communities.to_metadata(metadata)
members.to_metadata(metadata).append_column(Column("age", Integer))
"""


def test_a_feature_gets_the_version_of_its_tables_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "shelf.py").write_text(SHELF)
    number = f"{int(newest()) + 1:04}"
    version = load(write(number, "shelf", ["shelf"], tmp_path))
    assert (version.revision, version.down_revision) == (number, newest())
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        migrate(connection)
        with Operations.context(MigrationContext.configure(connection)):
            version.upgrade()
        made = catalogue(connection)
    engine.dispose()
    assert made["books"]["columns"] == {
        "id": ("INTEGER", False), "community_id": ("INTEGER", False), "lent_at": ("DATETIME", True)
    }  # fmt: skip
    assert [check["name"] for check in made["books"]["checks"]] == ["ck_books_positive"]
    assert made["books"]["indexes"]["ix_books_lent"]["dialect_options"] == {
        "sqlite_where": "lent_at is not null"
    }


def test_a_changed_table_gets_a_version_that_changes_only_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "changed.py").write_text(CHANGED)
    number = f"{int(newest()) + 1:04}"
    version = load(write(number, "age", ["changed"], tmp_path))
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        migrate(connection)
        before = catalogue(connection)
        with Operations.context(MigrationContext.configure(connection)):
            version.upgrade()
        after = catalogue(connection)
    engine.dispose()
    assert after["members"]["columns"].pop("age") == ("INTEGER", True)
    assert after == before


def newest() -> str:
    """The number of the newest version."""
    return max(path.name[:4] for path in (Path(str(migrations.__file__)).parent / "versions").glob("0*.py"))


def load(file: Path) -> Any:
    spec = spec_from_file_location(f"version_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
