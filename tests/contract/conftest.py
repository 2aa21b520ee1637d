"""Every scenario asks for a stage, and is played on each platform."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.catalogue.collect import Cog
from bot.durable.database import Database
from bot.language import Translations
from bot.telemetry import start_logging
from tests.contract.on_discord import on_discord
from tests.contract.on_sandbox import on_sandbox
from tests.contract.on_slack import on_slack
from tests.contract.stage import Stage
from tests.discord.openapi import validate_all
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.slack.server import FakeSlack
from tests.slack.referee import problems

WAYS = {"slack": "socket", "slack-http": "http"}
"""How Slack reaches us, by the name of the platform."""

BY_HTTP = {"test_catalogue", "test_loop"}
"""Where the second way is walked too: behind the door there is no difference, so the rest is for `make soak`."""

IN_TOWN = {"test_members", "test_staff"}
"""What tests/scenarios walks in the same sandbox: here it is for `make soak`."""


class Theatre:
    """Where the curtain rises, as often as a test says."""

    def __init__(self, platform: str, database: Database, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.platform = platform
        self._database = database
        self._folder = folder
        self._patch = patch

    def opens(
        self, *, new: bool = False, cogs: Sequence[Cog] | None = None, words: Translations | None = None
    ) -> AbstractAsyncContextManager[Stage]:
        if self.platform == "sandbox":
            return on_sandbox(self._database, self._folder, new=new, cogs=cogs, words=words)
        if self.platform == "discord":
            return self._on_discord(new, cogs, words)
        return self._on_slack(WAYS[self.platform], new, cogs, words)

    @asynccontextmanager
    async def _on_discord(
        self, new: bool, cogs: Sequence[Cog] | None, words: Translations | None
    ) -> AsyncIterator[Stage]:
        async with FakeDiscord() as fake:
            self._patch.setattr(Route, "BASE", fake.api_url)
            self._patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(fake.gateway_url))
            async with on_discord(
                fake, self._database, self._folder, new=new, cogs=cogs, words=words
            ) as stage:
                yield stage
            assert validate_all(fake.requests) == []

    @asynccontextmanager
    async def _on_slack(
        self, way: str, new: bool, cogs: Sequence[Cog] | None, words: Translations | None
    ) -> AsyncIterator[Stage]:
        async with FakeSlack() as fake:
            async with on_slack(
                fake, self._database, self._folder, way, new=new, cogs=cogs, words=words
            ) as stage:
                yield stage
            assert problems(fake.requests) == []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before those that are marked are left out."""
    here = [item for item in items if item.path.parent == Path(__file__).parent]
    for item in here:
        again = "slack-http" in item.name and item.path.stem not in BY_HTTP
        if again or ("[sandbox" in item.name and item.path.stem in IN_TOWN):
            item.add_marker(pytest.mark.soak)


@pytest.fixture(params=["sandbox", "discord", *WAYS])
def theatre(
    request: pytest.FixtureRequest, sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Theatre:
    start_logging("warning", as_json=False)
    return Theatre(request.param, sqlite_database, tmp_path, monkeypatch)


@pytest.fixture
async def stage(theatre: Theatre) -> AsyncIterator[Stage]:
    """A community whose managers have been through the set-up, loud from the first minute."""
    async with theatre.opens() as opened:
        yield opened


@pytest.fixture
async def new(theatre: Theatre) -> AsyncIterator[Stage]:
    """A community to which the bot has just been added."""
    async with theatre.opens(new=True) as opened:
        yield opened
