"""The whole program on the sandbox community."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.community import NAME, community_settings
from adapters.sandbox.directory import SandboxDirectory
from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.server import SandboxServer
from adapters.sandbox.world import World
from bot.app import App
from bot.composition.encoder import understanding_of
from bot.composition.features import cogs
from bot.composition.observing import show_health
from bot.durable.database import Database
from bot.health.metrics import Counting, Metrics
from bot.health.watching import Watched
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Platform
from bot.settings import Settings

OpenDatabase = Callable[[str], AbstractAsyncContextManager[Database]]


@dataclass(frozen=True, slots=True)
class Running:
    """The sandbox while it runs."""

    app: App
    world: World
    server: SandboxServer


@asynccontextmanager
async def sandbox(
    settings: Settings,
    *,
    deduplicate: bool = True,
    open_database: OpenDatabase = Database.open,
    around: Callable[[Platform], Platform] = lambda platform: platform,
    metrics: Metrics | None = None,
) -> AsyncIterator[Running]:
    """As long as the block lasts. A test may put its own database and port `around` in."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url))
        world = await stack.enter_async_context(World.open(settings.sandbox_world, deduplicate=deduplicate))
        rows: dict[str, int] = {}
        platform = SandboxPlatform(world, rows.__getitem__)
        watched, clock, metrics = Watched(around(platform)), SandboxClock(world), metrics or Metrics()
        reading = await stack.enter_async_context(understanding_of(settings))
        await show_health(stack, settings, database, clock, [watched], metrics, reading)
        adapters = {platform.name: Adapter(watched, SandboxDirectory(world))}
        translations = Translations.load()
        features = (*cogs(), Counting(metrics))
        app = App(database, features, translations, clock, adapters, metrics.message, reading)
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
