"""The one way to the database: a transaction to write, a snapshot to read.

SQLite has one writing connection and a lock in front of it, so tasks write in the order they asked. On
PostgreSQL transactions run side by side, and `advisory` excludes where only one may work. `sqlite.py` and
`postgres.py` have the settings, `upgrade.py` and `migrations/` the schema, `lockfile.py` the one process.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    ExitStack,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Self

import structlog
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.engine import Engines
from bot.durable.lockfile import owned
from bot.durable.postgres import postgres_engines
from bot.durable.sqlite import sqlite_engines, truncate_wal
from bot.durable.upgrade import upgrade
from bot.durable.urls import parse_url
from bot.errors import StorageFull

CHECKPOINT_TRIES = 10
REFUSAL_REMEMBERED = 60.0
WAL_RESET_FIXED = (3, 51, 3)

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Turn:
    """A transaction of one task, and of the tasks it starts meanwhile."""

    name: str
    open: bool = True
    afterwards: list[Callable[[], None]] = field(default_factory=list)


class Database:
    """An open, migrated database. One per process; `open` makes it."""

    dialect: str
    """`sqlite` or `postgresql`."""
    version: str
    """What is behind it, such as `SQLite 3.40.1`, for health."""

    def __init__(self, engines: Engines, version: str) -> None:
        self.dialect = engines.writer.dialect.name
        self.version = version
        self._engines = engines
        one_at_a_time = self.dialect == "sqlite"
        self._writing: AbstractAsyncContextManager[Any] = asyncio.Lock() if one_at_a_time else nullcontext()
        self._turn: ContextVar[_Turn | None] = ContextVar("turn", default=None)
        self._refused_at: float | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncIterator[Self]:
        """Bring the database to the newest version, and keep it until the end of the block.

        Args:
            url: `sqlite:///path`, `sqlite://` (gone at the end) or `postgresql://...`.

        Raises:
            BadDatabaseUrl: the address can't be used.
            AlreadyRunning: another process works on this SQLite file.
            NewerDatabase: it was written by a newer version.
            StartError: it can't be reached, or isn't a database.
            StorageFull: there is no space to migrate in.
        """
        address = parse_url(url)
        with ExitStack() as stack:
            if address.get_backend_name() == "sqlite":
                engines = sqlite_engines(stack.enter_context(owned(address.database or "")))
            else:
                engines = postgres_engines(address)
            version = await upgrade(engines.migrator)
            try:
                yield cls(engines, version)
            finally:
                await engines.dispose()

    @property
    def has_wal_reset_bug(self) -> bool:
        """Whether this SQLite (to 3.51.2) can spoil a file when two connections checkpoint. Ours don't."""
        return self.dialect == "sqlite" and sqlite3.sqlite_version_info < WAL_RESET_FIXED

    @property
    def writable(self) -> bool:
        """Whether the last write was not refused. What waits is tried again within a minute: an older no is old."""
        return self._refused_at is None or perf_counter() - self._refused_at > REFUSAL_REMEMBERED

    @asynccontextmanager
    async def transaction(self, name: str) -> AsyncIterator[AsyncConnection]:
        """The only way to write: all of the block is stored at its end, or nothing on error or cancellation.

        Args:
            name: what it does, such as `inbox.store`; for logs and hooks.

        Raises:
            StorageFull: the disk is full. Nothing of the block was stored.
            RuntimeError: this task is inside a transaction already.
        """
        with self._alone(name) as turn, self._noting_refusals():
            async with self._writing, self._engines.writer.connect() as connection:
                began = perf_counter()
                await connection.begin()
                yield connection
                await self.before_commit(name)
                await connection.commit()
                for refresh in turn.afterwards:
                    refresh()
                milliseconds = round(1000 * (perf_counter() - began), 1)
        log.debug("transaction", transaction=name, milliseconds=milliseconds)
        await self.after_commit(name)

    def afterwards(self, refresh: Callable[[], None]) -> None:
        """Call it once the transaction that this task is in is stored; never if it is undone.

        It may only refresh what memory knows of the database: it is called for what a savepoint took back too.
        """
        turn = self._turn.get()
        if turn is None or not turn.open:
            raise RuntimeError("nothing is being written, so nothing comes after it")
        turn.afterwards.append(refresh)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot that can't be written to. Keep it short: SQLite's WAL keeps erased text meanwhile."""
        # Closed without a commit: nothing was written, and the pool would undo once more after one.
        async with self._engines.readers.connect() as connection:
            await connection.begin()
            yield connection

    async def checkpoint(self) -> bool:
        """After an erase: leave nothing of it in SQLite's WAL. Others write between two tries.

        Returns:
            Whether nothing is left. False when somebody kept reading for seconds: call again later.

        Raises:
            StorageFull: there is no space to move the WAL to.
        """
        if self.dialect != "sqlite":
            return True
        with self._alone("checkpoint"):
            for _ in range(CHECKPOINT_TRIES):
                async with self._writing, self._engines.writer.connect() as connection:
                    if await truncate_wal(connection):
                        return True
                await asyncio.sleep(0.1)
        log.warning("database.checkpoint_refused")
        return False

    async def advisory(self, tx: AsyncConnection, key: str) -> None:
        """Exclude whoever asks for this key, until the transaction ends. SQLite has but one writer anyway."""
        if self.dialect == "postgresql":
            await tx.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": key})

    async def before_commit(self, name: str) -> None:
        """A hook for subclasses: everything is done, nothing is stored."""

    async def after_commit(self, name: str) -> None:
        """A hook for subclasses: everything is stored."""

    @contextmanager
    def _noting_refusals(self) -> Iterator[None]:
        try:
            yield
        except (StorageFull, OperationalError):
            self._refused_at = perf_counter()
            raise
        self._refused_at = None

    @contextmanager
    def _alone(self, name: str) -> Iterator[_Turn]:
        outer = self._turn.get()
        if outer is not None and outer.open:
            raise RuntimeError(
                f"{name} was asked for inside the transaction {outer.name}, and would wait for it for ever: "
                "pass the connection on, or end the first one before"
            )
        turn = _Turn(name)
        self._turn.set(turn)
        try:
            yield turn
        finally:
            turn.open = False
