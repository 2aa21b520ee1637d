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
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from adapters.discord.client import UNSET, Access, IntentsRefused, OmbudClient, Shards, log_in, point_at
from adapters.discord.doctor import examine
from adapters.discord.invite import invitation
from adapters.discord.pacing import requests_of, trace_of
from adapters.discord.server import DiscordServer
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
from bot.clock import SystemClock
from bot.commandline import Assess, Doctor, Invite, Replay, Run, Sandbox, read_command_line
from bot.community import Community, find_community
from bot.durable.database import Database
from bot.durable.peek import peek
from bot.errors import OmbudError, StartError
from bot.health.metrics import Counting, Metrics
from bot.health.report import Health
from bot.health.server import HealthServer
from bot.health.watching import Watched
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Clock, Platform
from bot.settings import Settings, read_settings
from bot.telemetry import start_logging
from cogs.cases import Cases
from cogs.followups import Followups
from cogs.intake import Intake
from cogs.setup import Setup

OpenDatabase = Callable[[str], AbstractAsyncContextManager[Database]]


@dataclass(frozen=True, slots=True)
class Running:
    """The sandbox while it runs."""

    app: App
    world: World
    server: SandboxServer


def cogs() -> Sequence[Cog]:
    """Every feature, in the order in which they hear of what happened."""
    return (Intake(), Cases(), Followups(), Setup())


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
        await _show_health(stack, settings, database, clock, watched, metrics)
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


@asynccontextmanager
async def discord(
    settings: Settings,
    *,
    access: Access,
    metrics: Metrics,
    open_database: OpenDatabase = Database.open,
    around: Callable[[Platform], Platform] = lambda platform: platform,
) -> AsyncIterator[tuple[OmbudClient, asyncio.Task[None]]]:
    """The whole program on Discord: the client, and the connection, which ends when it is lost for good."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url))
        client = await log_in(_client(settings, database), _token(settings), access)
        stack.push_async_callback(client.close)
        translations, clock = Translations.load(), SystemClock()
        server = DiscordServer(client, database, translations)
        await server.load()
        watched = Watched(around(server.platform))
        await _show_health(stack, settings, database, clock, watched, metrics)
        adapters = {watched.name: Adapter(watched, server.directory)}
        app = App(database, (*cogs(), Counting(metrics)), translations, clock, adapters, metrics.message)
        await stack.enter_async_context(app)
        yield client, await stack.enter_async_context(server.serving(app))


def _client(settings: Settings, database: Database) -> Callable[[Access], OmbudClient]:
    """Makes clients of discord.py that send no more than Discord takes, together with all that share the database."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    shards = Shards(settings.discord_shard_ids, settings.discord_shard_count)
    bot = sha256(_token(settings).encode()).hexdigest()[:32]
    pacer = requests_of(database, bot)
    return lambda access: OmbudClient(access, shards, trace_of(pacer))


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        raise StartError(UNSET)
    return settings.discord_token.get_secret_value()


async def _show_health(
    stack: AsyncExitStack,
    settings: Settings,
    database: Database,
    clock: Clock,
    watched: Watched,
    metrics: Metrics,
) -> None:
    if settings.health_port is not None:
        health = Health(database, clock, (watched,))
        served = HealthServer(health, metrics, host=settings.health_host, port=settings.health_port)
        await stack.enter_async_context(served)


async def run(settings: Settings, metrics: Metrics, *, sandboxed: bool) -> None:
    """Until Ctrl+C or SIGTERM."""
    work = _on_sandbox if sandboxed or settings.discord_token is None else _on_discord
    working = asyncio.create_task(work(settings, metrics))
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, working.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await working


async def _on_sandbox(settings: Settings, metrics: Metrics) -> None:
    async with sandbox(settings, metrics=metrics) as running:
        words = Translations.load().voice("en")
        print(words.text("process.no_tokens", url=running.server.url), flush=True)
        await asyncio.Event().wait()


async def _on_discord(settings: Settings, metrics: Metrics) -> None:
    """Once more with less, where Discord grants an intent and then refuses it."""
    try:
        await _connected(settings, metrics, Access())
    except IntentsRefused:
        await _connected(settings, metrics, Access(message_content=False, members=False))


async def _connected(settings: Settings, metrics: Metrics, access: Access) -> None:
    async with discord(settings, access=access, metrics=metrics) as (client, connection):
        words = Translations.load().voice("en")
        print(words.text("process.discord", name=str(client.user)), flush=True)
        await connection
    raise StartError("Discord ended the connection; start Ombud again.")


async def _invite(settings: Settings) -> None:
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    for line in await invitation(_token(settings), Translations.load().voice("en")):
        print(line)


async def _examine(settings: Settings) -> int:
    """1 if there is something to do."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    voice, status = Translations.load().voice("en"), 0

    async def settings_of(key: str) -> Community | None:
        async with peek(settings.database_url) as database:
            return await find_community(database, key) if database is not None else None

    async for finding in examine(_token(settings), voice, settings_of):
        print(finding)
        status = 1 if finding.well is False else status
    return status


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


def _replay(order: Replay) -> int:
    # Here: what only a replay needs would make every start slower.
    from rich.console import Console  # noqa: PLC0415

    from adapters.archive.command import replay  # noqa: PLC0415

    start_logging("warning", as_json=False)
    asyncio.run(replay(order, cogs(), Console()))
    return 0


def _serve(*, sandboxed: bool) -> int:
    settings = read_settings()
    metrics = Metrics()
    start_logging(settings.log_level, as_json=settings.log_format == "json", count=metrics.error)
    asyncio.run(run(settings, metrics, sandboxed=sandboxed))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0; 1 when a part of the input could not be read; 2 when it could not start."""
    order = read_command_line(arguments)
    try:
        match order:
            case Assess(file):
                return assess_file(file)
            case Replay():
                return _replay(order)
            case Invite():
                asyncio.run(_invite(read_settings()))
                return 0
            case Doctor():
                return asyncio.run(_examine(read_settings()))
            case Run() | Sandbox():
                return _serve(sandboxed=isinstance(order, Sandbox))
    except KeyboardInterrupt:
        return 0
    except OmbudError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
