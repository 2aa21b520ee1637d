"""Health and metrics, where they are asked for."""

from collections.abc import Sequence
from contextlib import AsyncExitStack

from bot.durable.database import Database
from bot.health.metrics import Metrics
from bot.health.report import Health
from bot.health.server import HealthServer
from bot.health.watching import Watched
from bot.ports import Clock
from bot.settings import Settings
from bot.understanding import Understanding


async def show_health(
    stack: AsyncExitStack,
    settings: Settings,
    database: Database,
    clock: Clock,
    watched: Sequence[Watched],
    metrics: Metrics,
    understanding: Understanding,
) -> None:
    """On its port, as long as the stack lasts; nothing without a port."""
    if settings.health_port is not None:
        health = Health(database, clock, watched, understanding)
        served = HealthServer(health, metrics, host=settings.health_host, port=settings.health_port)
        await stack.enter_async_context(served)
