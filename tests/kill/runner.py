"""The real program, composed by `bot.__main__` as always, that dies of kill -9 at a moment somebody named.

A moment is `before:` or `after:` the commit of a transaction (`after:inbox.store`) or a call of the port
(`before:send:reply`). Every one the process comes by is written down, so nobody has to keep a list of them.
"""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from bot.composition.sandbox import sandbox
from bot.durable.database import Database
from bot.ports import Platform
from bot.settings import Settings
from bot.telemetry import start_logging
from tests.kill.ports import Cut, Watched


@dataclass(frozen=True, slots=True)
class Order:
    """Where the program works and when it dies: the `nth` time it comes by one of the moments, or never."""

    folder: Path
    deadly: frozenset[str] = frozenset()
    nth: int = 1
    deduplicate: bool = True
    cut: float | None = None
    """Where the platform is cut off at each call (see `ports.Cut`): seconds until it is tried again."""

    @property
    def database(self) -> Path:
        return self.folder / "ombud.db"

    @property
    def world(self) -> Path:
        return self.folder / "world.db"

    @property
    def moments(self) -> Path:
        """The moments that the last process came by, one a line."""
        return self.folder / "moments.txt"

    @property
    def log(self) -> Path:
        """What every process wrote on standard error."""
        return self.folder / "log.txt"


def run(order: Order, line: Connection) -> None:
    """Serve on a free port and say where, until the other end of the line is closed."""
    with order.log.open("a") as log:
        os.dup2(log.fileno(), 2)
    start_logging("warning", as_json=False)
    asyncio.run(_serve(order, line))


async def _serve(order: Order, line: Connection) -> None:
    # Nothing of this machine's environment or .env; port 0 is whichever is free.
    settings = Settings.model_construct(
        database_url=f"sqlite:///{order.database}", sandbox_world=order.world, sandbox_port=0
    )
    hung_up = asyncio.Event()
    asyncio.get_running_loop().add_reader(line.fileno(), hung_up.set)
    with order.moments.open("wb", buffering=0) as file:
        moments = Moments(order, file.fileno())
        async with sandbox(
            settings,
            deduplicate=order.deduplicate,
            open_database=_watched(moments).open,
            around=lambda platform: Watched(_cut(platform, order), moments.around),
        ) as running:
            line.send(running.server.url)
            await hung_up.wait()


class Moments:
    """Writes down each moment, and dies at the chosen one."""

    def __init__(self, order: Order, file: int) -> None:
        self._order = order
        self._file = file
        self._times: Counter[str] = Counter()

    def reached(self, moment: str) -> None:
        os.write(self._file, f"{moment}\n".encode())
        self._times[moment] += 1
        if moment in self._order.deadly and self._times[moment] == self._order.nth:
            os.kill(os.getpid(), signal.SIGKILL)

    @contextmanager
    def around(self, name: str) -> Iterator[None]:
        self.reached(f"before:{name}")
        yield
        self.reached(f"after:{name}")


def passed(order: Order) -> Sequence[str]:
    """The moments the last process came by, in order."""
    return order.moments.read_text("utf-8").splitlines() if order.moments.exists() else []


def _cut(platform: Platform, order: Order) -> Platform:
    return platform if order.cut is None else Cut(platform, order.cut)


def _watched(moments: Moments) -> type[Database]:
    class WatchedDatabase(Database):
        async def before_commit(self, name: str) -> None:
            moments.reached(f"before:{name}")

        async def after_commit(self, name: str) -> None:
            moments.reached(f"after:{name}")

    return WatchedDatabase
