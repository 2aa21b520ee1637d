"""The whole program on real platforms: one core, and every platform there is a token for."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.app import App
from bot.clock import SystemClock
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


LetIn = Callable[[Ground], Awaitable[Side]]


@asynccontextmanager
async def connected(
    settings: Settings, platforms: Sequence[LetIn], metrics: Metrics
) -> AsyncIterator[Sequence[tuple[Side, Connection]]]:
    """As long as the block lasts."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database.open(settings.database_url))
        translations, clock = Translations.load(), SystemClock()
        ground = Ground(stack, settings, database, translations)
        sides = [await let_in(ground) for let_in in platforms]
        watched = [Watched(side.platform, hears=side.hears) for side in sides]
        await show_health(stack, settings, database, clock, watched, metrics)
        adapters = {one.name: Adapter(one, side.directory) for one, side in zip(watched, sides, strict=True)}
        app = App(database, (*cogs(), Counting(metrics)), translations, clock, adapters, metrics.message)
        await stack.enter_async_context(app)
        yield [(side, await stack.enter_async_context(side.serving(app))) for side in sides]
