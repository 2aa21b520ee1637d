"""The command line, and the composition root: the only file that names the core, the cogs and the adapters.

`python -m bot --help` lists what it can do.
"""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console

from adapters.archive.command import replay
from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.community import NAME, community_settings
from adapters.sandbox.directory import SandboxDirectory
from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.server import SandboxServer
from adapters.sandbox.world import World
from bot.app import App
from bot.assessing import assess_lines
from bot.catalogue.collect import Cog
from bot.commandline import Assess, Replay, Run, read_command_line
from bot.durable.database import Database
from bot.errors import OmbudError, StartError
from bot.health.metrics import Counting, Metrics
from bot.health.report import Health
from bot.health.server import HealthServer
from bot.health.watching import Watched
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Platform
from bot.settings import Settings, read_settings
from bot.telemetry import start_logging
from cogs.cases import Cases
from cogs.followups import Followups
from cogs.intake import Intake

OpenDatabase = Callable[[str], AbstractAsyncContextManager[Database]]


@dataclass(frozen=True, slots=True)
class Running:
    """The sandbox while it runs."""

    app: App
    world: World
    server: SandboxServer


def cogs() -> Sequence[Cog]:
    """Every feature, in the order in which they hear of what happened."""
    return (Intake(), Cases(), Followups())


@asynccontextmanager
async def sandbox(
    settings: Settings,
    *,
    deduplicate: bool = True,
    open_database: OpenDatabase = Database.open,
    around: Callable[[Platform], Platform] = lambda platform: platform,
    metrics: Metrics | None = None,
) -> AsyncIterator[Running]:
    """The whole program on the sandbox community. A test may put its own database and port `around` in."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url))
        world = await stack.enter_async_context(World.open(settings.sandbox_world, deduplicate=deduplicate))
        rows: dict[str, int] = {}
        platform = SandboxPlatform(world, rows.__getitem__)
        watched, clock, metrics = Watched(around(platform)), SandboxClock(world), metrics or Metrics()
        if settings.health_port is not None:
            health = Health(database, clock, (watched,))
            served = HealthServer(health, metrics, host=settings.health_host, port=settings.health_port)
            await stack.enter_async_context(served)
        adapters = {platform.name: Adapter(watched, SandboxDirectory(world))}
        translations = Translations.load()
        app = App(database, (*cogs(), Counting(metrics)), translations, clock, adapters, metrics.message)
        rows[COMMUNITY] = (await app.welcome(COMMUNITY, NAME, community_settings())).id
        await stack.enter_async_context(app)
        password = settings.sandbox_password.get_secret_value() if settings.sandbox_password else None
        server = SandboxServer(
            platform,
            app,
            app,
            translations,
            host=settings.sandbox_host,
            port=settings.sandbox_port,
            password=password,
        )
        yield Running(app, world, await stack.enter_async_context(server))


async def run(settings: Settings, metrics: Metrics) -> None:
    """Until Ctrl+C or SIGTERM."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with sandbox(settings, metrics=metrics) as running:
        words = Translations.load().voice("en")
        print(words.text("process.no_tokens", url=running.server.url), flush=True)
        await stop.wait()


def assess_file(file: str) -> int:
    """Assess a file's messages to standard output; 1 if some lines could not be read."""
    words = Translations.load().voice("en")
    with contextlib.ExitStack() as stack:
        lines = sys.stdin if file == "-" else stack.enter_context(_opened(file))
        return 1 if assess_lines(lines, sys.stdout, sys.stderr, words) else 0


def _opened(file: str) -> TextIO:
    try:
        return Path(file).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise StartError(f"{file} can't be read: {error.strerror}.") from None


def _serve() -> int:
    settings = read_settings()
    metrics = Metrics()
    start_logging(settings.log_level, as_json=settings.log_format == "json", count=metrics.error)
    asyncio.run(run(settings, metrics))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0; 1 when a part of the input could not be read; 2 when it could not start."""
    order = read_command_line(arguments)
    try:
        match order:
            case Assess(file):
                return assess_file(file)
            case Replay():
                start_logging("warning", as_json=False)
                asyncio.run(replay(order, cogs(), Console()))
                return 0
            case Run():
                return _serve()
    except KeyboardInterrupt:
        return 0
    except OmbudError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
