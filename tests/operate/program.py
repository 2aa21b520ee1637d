"""The whole program with its health served, in this process, and what its operator sees of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from bot.composition.sandbox import Running, sandbox
from bot.durable.database import Database
from bot.health.metrics import Metrics
from bot.settings import Settings
from bot.telemetry import start_logging
from tests.process.test_main import free_port
from tests.scenarios.town import Town

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What `/healthz` said."""

    status: int
    json: dict[str, Any]

    @property
    def is_well(self) -> bool:
        return bool(self.json["status"] == "ok")


Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@dataclass(frozen=True, slots=True)
class Program:
    """`town` is its community; `health` and `metrics` are asked over HTTP."""

    running: Running
    town: Town
    url: str
    client: aiohttp.ClientSession

    @property
    def database(self) -> Database:
        return self.running.app.house.database

    async def health(self) -> Answer:
        async with self.client.get(f"{self.url}/healthz") as answer:
            return Answer(answer.status, await answer.json())

    async def text(self, path: str) -> str:
        async with self.client.get(self.url + path) as answer:
            return await answer.text()

    async def metrics(self) -> Samples:
        """Every sample by its name and labels."""
        families = text_string_to_metric_families(await self.text("/metrics"))
        return {(s.name, tuple(sorted(s.labels.items()))): s.value for each in families for s in each.samples}

    async def metric(self, name: str, **labels: str) -> float | None:
        return (await self.metrics()).get((f"ombud_{name}", tuple(sorted(labels.items()))))

    async def becomes(self, wanted: Callable[[Answer], bool]) -> Answer:
        """Wait until health says what is wanted."""
        async with asyncio.timeout(PATIENCE):
            while not wanted(found := await self.health()):  # noqa: ASYNC110  # it is asked over HTTP
                await asyncio.sleep(0.05)
        return found

    async def complaint(self, text: str) -> None:
        """Ana complains, and the bot's pause for thought passes; what it then sends is not waited for."""
        await self.town.ana.says("support", text)
        await self.town.clock.advance(timedelta(seconds=9))
        await self.running.app.tick()

    async def platform_goes(self, *, down: bool) -> None:
        world = self.running.world
        await world.set_weather(replace(world.weather, down=down))


@asynccontextmanager
async def program(folder: Path, **settings: object) -> AsyncIterator[Program]:
    """Open it, as `main` does, on ports of its own."""
    usual: dict[str, object] = {
        "database_url": f"sqlite:///{folder}/ombud.db",
        "sandbox_world": folder / "world.db",
        "sandbox_port": free_port(),
        "health_port": free_port(),
    }
    chosen = Settings.model_validate(usual | settings)
    metrics = Metrics()
    start_logging("warning", as_json=False, count=metrics.error)
    async with sandbox(chosen, metrics=metrics) as running, aiohttp.ClientSession() as client:
        known = await running.app.house.community(COMMUNITY)
        assert known is not None
        platform = SandboxPlatform(running.world, {COMMUNITY: known.id}.__getitem__)
        town = Town(running.app, running.world, platform, known.id)
        yield Program(running, town, f"http://127.0.0.1:{chosen.health_port}", client)
