"""Servers that come while the bot is getting ready: none is passed over."""

from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.durable.database import Database
from tests.contract.on_discord import on_discord
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.server import FakeDiscord


async def test_a_server_of_which_discord_py_said_nothing_is_greeted_all_the_same(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says nothing of one that comes in the moment in which it stops waiting for more."""
    async with FakeDiscord() as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(fake.gateway_url))
        async with on_discord(fake, sqlite_database, tmp_path) as stage:
            client, heard = stage.client, dict(stage.client.ears)
            client.ears = {**heard, "guild_join": lambda _: None, "guild_available": lambda _: None}
            brewery = fake.world.add_guild("Brewery", owner="Oleg")
            await eventually(lambda: client.get_guild(brewery.id))
            client.ears = heard
            client.dispatch("shard_ready", 0)
            greeted = brewery.system_channel
            assert greeted is not None
            await fake.world.hears(greeted, "Brewery")
