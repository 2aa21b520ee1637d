"""The command line: `python -m bot --help` lists what it can do.

What is made of which parts is said in `composition`. What only one order needs is imported when it is given: every
start would be slower for it.
"""
# ruff: noqa: PLC0415 (so the imports inside)

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import TextIO

from adapters.common.findings import Finding
from bot.assessing import assess_lines
from bot.commandline import Assess, Doctor, Invite, Manifest, Replay, Run, Sandbox, read_command_line
from bot.community import Community, find_community
from bot.durable.peek import peek
from bot.errors import OmbudError, StartError
from bot.health.metrics import Metrics
from bot.language import Translations
from bot.settings import Settings, read_settings
from bot.telemetry import start_logging

NO_TOKENS = (
    "There is no token to examine: neither DISCORD_TOKEN nor SLACK_BOT_TOKEN is set. docs/discord.md and "
    "docs/slack.md show where they come from."
)


async def run(settings: Settings, metrics: Metrics, *, sandboxed: bool) -> None:
    """Until Ctrl+C or SIGTERM."""
    alone = settings.discord_token is None and settings.slack_bot_token is None
    work = _on_sandbox if sandboxed or alone else _on_platforms
    working = asyncio.create_task(work(settings, metrics))

    def stop() -> None:
        """Once: a second signal, as `timeout` sends it, would break off the stopping."""
        if not working.cancelling():
            working.cancel()

    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop)
    with contextlib.suppress(asyncio.CancelledError):
        await working


async def _on_sandbox(settings: Settings, metrics: Metrics) -> None:
    from bot.composition.sandbox import sandbox

    async with sandbox(settings, metrics=metrics) as running:
        words = Translations.load().voice("en")
        print(words.text("process.no_tokens", url=running.server.url), flush=True)
        await asyncio.Event().wait()


async def _on_platforms(settings: Settings, metrics: Metrics) -> None:
    """Once more with less, where Discord grants an intent and then refuses it."""
    if await _connected(settings, metrics, fully=True):
        await _connected(settings, metrics, fully=False)
    raise StartError("The connection ended for good; start Ombud again.")


async def _connected(settings: Settings, metrics: Metrics, *, fully: bool) -> bool:
    """Until a connection ends for good; True if it did because Discord refused an intent."""
    from bot.composition.platforms import LetIn, Side, connected

    platforms: list[LetIn] = []
    refusals: tuple[type[Exception], ...] = ()
    if settings.discord_token is not None:
        from bot.composition.discord import IntentsRefused, on_discord

        platforms.append(on_discord(fully=fully))
        refusals = (IntentsRefused,)
    if settings.slack_bot_token is not None:
        from bot.composition.slack import on_slack

        platforms.append(on_slack())
    words = Translations.load().voice("en")

    def say(side: Side) -> None:
        print(words.text(f"process.{side.platform.name}", name=side.name), flush=True)

    try:
        async with connected(settings, platforms, metrics, say) as connections:
            done, _ = await asyncio.wait(connections, return_when=asyncio.FIRST_COMPLETED)
            done.pop().result()
    except refusals:
        return True
    return False


def _invite(*, with_removal: bool) -> int:
    from bot.composition.discord import invited

    for line in asyncio.run(invited(read_settings(), with_removal=with_removal)):
        print(line)
    return 0


def _manifest(url: str | None, *, with_removal: bool) -> int:
    from bot.composition.slack import written_manifest

    print(written_manifest(url, with_removal=with_removal), end="")
    return 0


async def _examine(settings: Settings) -> int:
    """1 if there is something to do."""
    status = 0
    async with aclosing(_findings(settings)) as findings:
        async for finding in findings:
            print(finding)
            status = 1 if finding.well is False else status
    return status


async def _findings(settings: Settings) -> AsyncGenerator[Finding]:
    """On every platform there is a token for. Raises StartError if there is none."""

    async def settings_of(key: str) -> Community | None:
        async with peek(settings.database_url) as database:
            return await find_community(database, key) if database is not None else None

    if settings.discord_token is None and settings.slack_bot_token is None:
        raise StartError(NO_TOKENS)
    if settings.discord_token is not None:
        from bot.composition import discord

        async for finding in discord.examination(settings, settings_of):
            yield finding
    if settings.slack_bot_token is not None:
        from bot.composition import slack

        async for finding in slack.examination(settings, settings_of):
            yield finding


def assess_file(file: str) -> int:
    """Assess a file's messages to standard output; 1 if some lines could not be read."""
    from bot.composition.encoder import load_encoder

    words = Translations.load().voice("en")
    with contextlib.ExitStack() as stack:
        lines = sys.stdin if file == "-" else stack.enter_context(_opened(file))
        return 1 if assess_lines(lines, sys.stdout, sys.stderr, words, load_encoder()) else 0


def _opened(file: str) -> TextIO:
    try:
        return Path(file).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise StartError(f"{file} can't be read: {error.strerror}.") from None


def _replay(order: Replay) -> int:
    from rich.console import Console

    from adapters.archive.command import replay
    from bot.composition.encoder import unhurried
    from bot.composition.features import rehearsed

    start_logging("warning", as_json=False)
    asyncio.run(replay(order, rehearsed(), Console(), unhurried()))
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
            case Invite(with_removal):
                return _invite(with_removal=with_removal)
            case Manifest(url, with_removal):
                return _manifest(url, with_removal=with_removal)
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
