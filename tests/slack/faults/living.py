"""The bot as a process of its own on the fake Slack, from the environment alone: it can be killed, and made to hang."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.slack.http import PATH
from tests.discord.bakery import Process
from tests.fakes.nursery import Born, nursery
from tests.slack.bakery import Bakery, free_port


@dataclass(frozen=True, slots=True)
class Bot:
    """One life of it."""

    process: Process
    born: Born

    async def kill(self) -> None:
        await self.process.kill()

    @asynccontextmanager
    async def hanging(self) -> AsyncIterator[None]:
        """It does nothing at all as long as the block lasts."""
        self.born.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.born.send_signal(signal.SIGCONT)


@asynccontextmanager
async def started(bakery: Bakery, *, ready: bool = True) -> AsyncIterator[Bot]:
    """`python -m bot`, and Slack can reach it if it is to be `ready`; killed at the end if it still runs."""
    port = free_port()
    if bakery.way == "http":
        bakery.fake.deliver_to(f"http://127.0.0.1:{port}{PATH}")
    born = await nursery().bear((), bakery.folder, _environment(bakery, port))
    process = Process(born)
    try:
        if ready:
            await (bakery.fake.ready(2) if bakery.way == "socket" else _listens(port))
        yield Bot(process, born)
    finally:
        if process.running:
            await process.kill()
        # Shown by pytest when the test fails.
        sys.stdout.write("\n".join((*process.said, *process.logged, "")))


def _environment(bakery: Bakery, port: int) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    usual = {"DATABASE_URL": bakery.database, "PYTHONPATH": str(Path.cwd()), "LOG_LEVEL": "info"}
    slack = bakery.fake.environment | {"SLACK_MODE": bakery.way, "SLACK_HTTP_PORT": str(port)}
    return kept | usual | slack


async def _listens(port: int) -> None:
    async with asyncio.timeout(20):
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.02)
