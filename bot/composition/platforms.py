"""The whole program on real platforms: one core, and every platform there is a token for.

One that can't be reached at the start comes in when it can be: the others don't wait for it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.app import App
from bot.clock import SystemClock
from bot.composition.encoder import understanding_of
from bot.composition.features import cogs
from bot.composition.observing import show_health
from bot.core import Core
from bot.durable.database import Database
from bot.health.metrics import Counting, Metrics
from bot.health.watching import Watched
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Directory, Platform
from bot.settings import Settings

PATIENCE = 5.0
"""Seconds that all wait for whichever platform takes longest to let us in."""

Connection = asyncio.Future[None]
"""Ends when the connection is lost for good."""


@dataclass(frozen=True, slots=True)
class Side:
    """A platform that has let us in: its side of the ports, before there is a core behind them.

    `name` is what the bot is called there. `hears` tells whether the platform can reach us now, where that can be told.
    """

    name: str
    platform: Platform
    directory: Directory
    serving: Callable[[Core], AbstractAsyncContextManager[Connection]]
    hears: Callable[[], bool | None] = lambda: None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a platform needs to let us in; what it opens is closed with the stack."""

    stack: AsyncExitStack
    settings: Settings
    database: Database
    translations: Translations


LetIn = Callable[[Ground], Coroutine[Any, Any, Side]]


@asynccontextmanager
async def connected(
    settings: Settings, platforms: Sequence[LetIn], metrics: Metrics, say: Callable[[Side], None]
) -> AsyncIterator[Sequence[Connection]]:
    """As long as the block lasts. `say` is told of every platform that hears us, also of one that let us in late."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database.open(settings.database_url))
        clients = await stack.enter_async_context(AsyncExitStack())
        translations, clock = Translations.load(), SystemClock()
        ground = Ground(clients, settings, database, translations)
        there, late = await _let_in(stack, ground, platforms)
        adapters: dict[str, Adapter] = {}
        watched: list[Watched] = []
        for side in there:
            _take_in(side, adapters, watched)
        reading = await stack.enter_async_context(understanding_of(settings))
        await show_health(stack, settings, database, clock, watched, metrics, reading)
        features = (*cogs(), Counting(metrics))
        app = App(database, features, translations, clock, adapters, metrics.message, reading)
        await stack.enter_async_context(app)
        lost: list[Connection] = []
        for side in there:
            lost.append(await stack.enter_async_context(side.serving(app)))
            say(side)

        async def wait_for(arrival: asyncio.Task[Side]) -> None:
            side = await arrival
            _take_in(side, adapters, watched)
            async with side.serving(app) as connection:
                say(side)
                await connection

        lost += [_task(stack, wait_for(arrival)) for arrival in late]
        yield lost


async def _let_in(
    stack: AsyncExitStack, ground: Ground, platforms: Sequence[LetIn]
) -> tuple[list[Side], list[asyncio.Task[Side]]]:
    """Whom the platforms let in by now, and those that still don't answer: they hold up no other.

    Without any there is nothing to do but wait. Raises StartError for a token that is refused.
    """
    arrivals = [_task(stack, let_in(ground)) for let_in in platforms]
    await asyncio.wait(arrivals, timeout=PATIENCE, return_when=asyncio.FIRST_EXCEPTION)
    if not any(arrival.done() for arrival in arrivals):
        await asyncio.wait(arrivals, return_when=asyncio.FIRST_COMPLETED)
    late = [arrival for arrival in arrivals if not arrival.done()]
    return [arrival.result() for arrival in arrivals if arrival.done()], late


def _task(stack: AsyncExitStack, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
    """Ended with the stack."""
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    stack.push_async_callback(end)
    return task


def _take_in(side: Side, adapters: dict[str, Adapter], watched: list[Watched]) -> None:
    one = Watched(side.platform, hears=side.hears)
    watched.append(one)
    adapters[one.name] = Adapter(one, side.directory)
