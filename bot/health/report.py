"""What health says, and when it is bad news: `failing` is for a restart or a call at night, `degraded` for a look."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.durable.database import Database
from bot.health.readings import Queue, Readings, read
from bot.health.watching import Condition, Watched
from bot.ports import Clock
from bot.understanding import Condition as Encoder
from bot.understanding import Understanding

PATIENCE = 5.0
LATE = 120.0
"""Seconds. Longer than any pause between two attempts: what is older is not on its way."""


class Status(StrEnum):
    OK = "ok"
    DEGRADED = "degraded"
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """`writable` is False after a write failed for want of space, until one succeeds or nothing was tried for long.

    `wal_reset_bug` is known of this version of SQLite; see Database.has_wal_reset_bug.
    """

    kind: str
    version: str
    wal_reset_bug: bool
    reachable: bool
    writable: bool


@dataclass(frozen=True, slots=True)
class PlatformHealth:
    name: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class EncoderHealth:
    """Stage 2 of detection: messages it `read`, and those it was too busy for. Without it detection does with less."""

    condition: Encoder
    read: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Report:
    """`readings` is None when the database can't be read."""

    database: DatabaseHealth
    platforms: tuple[PlatformHealth, ...]
    readings: Readings | None
    encoder: EncoderHealth

    @property
    def status(self) -> Status:
        """Failing: nothing can be taken in. Degraded: it works, and somebody should look."""
        if not (self.database.reachable and self.database.writable):
            return Status.FAILING
        return Status.DEGRADED if self.reasons else Status.OK

    @property
    def reasons(self) -> tuple[str, ...]:
        """A short code for each thing that is not as it should be: `outbox.late`, `platform.down:sandbox`."""
        return (*self._of_database(), *self._of_platforms(), *self._of_queues(), *self._of_encoder())

    def to_json(self) -> dict[str, Any]:
        queues = asdict(self.readings) if self.readings else {"inbox": None, "outbox": None, "timers": None}
        queues.pop("cases", None)
        return {
            "status": self.status,
            "reasons": list(self.reasons),
            "database": asdict(self.database),
            "platforms": [asdict(platform) for platform in self.platforms],
            "encoder": asdict(self.encoder),
            **queues,
        }

    def _of_database(self) -> Iterator[str]:
        if not self.database.reachable:
            yield "database.unreachable"
        elif not self.database.writable:
            yield "database.not_writable"

    def _of_platforms(self) -> Iterator[str]:
        for platform in self.platforms:
            if platform.condition is Condition.DOWN:
                yield f"platform.down:{platform.name}"

    def _of_queues(self) -> Iterator[str]:
        if self.readings is None:
            return
        for name, queue in queues(self.readings):
            if queue.lag_seconds > LATE:
                yield f"{name}.late"
            if queue.dead:
                yield f"{name}.dead"

    def _of_encoder(self) -> Iterator[str]:
        """Absent is somebody's choice; broken and overloaded are not."""
        if self.encoder.condition in (Encoder.BROKEN, Encoder.OVERLOADED):
            yield f"encoder.{self.encoder.condition}"


def queues(readings: Readings) -> Sequence[tuple[str, Queue]]:
    """The three with their names."""
    return (("inbox", readings.inbox), ("outbox", readings.outbox), ("timers", readings.timers))


class Health:
    """Asks whoever knows."""

    def __init__(
        self, database: Database, clock: Clock, platforms: Sequence[Watched], understanding: Understanding
    ) -> None:
        self.platforms = platforms
        self._understanding = understanding
        self._database = database
        self._clock = clock

    async def report(self) -> Report:
        """How things are now. Never raises: a database that can't be read is something to report."""
        readings = await self._read()
        database = DatabaseHealth(
            self._database.dialect,
            self._database.version,
            self._database.has_wal_reset_bug,
            reachable=readings is not None,
            writable=self._database.writable,
        )
        platforms = tuple(PlatformHealth(each.name, each.condition) for each in self.platforms)
        return Report(database, platforms, readings, self._encoder())

    def _encoder(self) -> EncoderHealth:
        worker = self._understanding.worker
        if worker is None:
            return EncoderHealth(Encoder.ABSENT, 0, 0)
        return EncoderHealth(worker.condition, worker.read_count, worker.skipped)

    async def _read(self) -> Readings | None:
        try:
            async with asyncio.timeout(PATIENCE), self._database.reading() as tx:
                return await read(tx, self._clock.now())
        except (OSError, SQLAlchemyError):
            return None
