"""A community in a file of its own, and servers on ports of their own."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.server import SandboxServer
from adapters.sandbox.world import World
from bot.language import Translations
from tests.sandbox.fakes import FakeCore

IDS = {COMMUNITY: 1}.__getitem__
"""The row ids of the communities, as the core would know them."""

Serve = Callable[..., AbstractAsyncContextManager[SandboxServer]]


@pytest.fixture(scope="session")
def translations() -> Translations:
    return Translations.load()


@pytest.fixture
def world_file(tmp_path: Path) -> Path:
    return tmp_path / "world.db"


@pytest.fixture
async def world(world_file: Path) -> AsyncIterator[World]:
    async with World.open(world_file) as world:
        yield world


@pytest.fixture
def platform(world: World) -> SandboxPlatform:
    return SandboxPlatform(world, IDS)


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def serve(platform: SandboxPlatform, core: FakeCore, translations: Translations) -> Serve:
    """Serves the page for the fake core, or for another one, on a free port."""

    @asynccontextmanager
    async def serve(
        other: FakeCore | None = None, host: str = "127.0.0.1", password: str | None = None
    ) -> AsyncIterator[SandboxServer]:
        served = other or core
        async with SandboxServer(
            platform, served, served, translations, host=host, port=0, password=password
        ) as server:
            yield server

    return serve
