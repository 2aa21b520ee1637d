"""The fake Discord with an unmodified discord.py on the other end of the wire."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from tests.discord.openapi import WHERE, description, wrong_answers
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel, Guild, Member
from tests.fakes.discord.permissions import MODERATOR
from tests.fakes.discord.server import FakeDiscord

INTENTS = discord.Intents(
    guilds=True, guild_messages=True, dm_messages=True, message_content=True, members=True
)


class Listener(discord.AutoShardedClient):
    """A client that notes what it hears. `tree` is there for the tests that need commands."""

    def __init__(self, intents: discord.Intents = INTENTS, **options: Any) -> None:
        # Two seconds are waited for late guilds by default; here none is late.
        options = {"guild_ready_timeout": 0.1, "chunk_guilds_at_startup": False} | options
        super().__init__(intents=intents, **options)
        self.tree = discord.app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.raw: list[Any] = []
        self.readies = 0
        self.resumes = 0

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_shard_ready(self, _shard: int) -> None:
        self.readies += 1

    async def on_shard_resumed(self, _shard: int) -> None:
        self.resumes += 1

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        self.raw.append(event)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.raw.append(event)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        self.raw.append(event)

    async def on_raw_member_remove(self, event: discord.RawMemberRemoveEvent) -> None:
        self.raw.append(event)

    async def on_raw_thread_update(self, event: discord.RawThreadUpdateEvent) -> None:
        self.raw.append(event)

    @property
    def words(self) -> list[str]:
        """What the messages it heard say."""
        return [message.content for message in self.heard]

    async def hears(self, words: str, seconds: float = 10.0) -> discord.Message:
        """The first message with those words, as soon as it is heard."""

        def look() -> discord.Message | None:
            return next((each for each in self.heard if each.content == words), None)

        return await eventually(look, seconds, f"{words!r} to be heard")

    def text_channel(self, channel: Channel) -> discord.TextChannel:
        """The client's own object for a text channel."""
        found = self.get_channel(channel.id)
        assert isinstance(found, discord.TextChannel)
        return found


@contextlib.asynccontextmanager
async def connected(fake: FakeDiscord, client: Listener, shards: int = 1) -> AsyncIterator[Listener]:
    """A client that is logged in and ready, for as long as the block lasts."""
    async with client:
        running = asyncio.create_task(client.start(fake.token))
        await eventually(lambda: running.done() or client.readies >= shards, 15.0, "READY")
        if running.done():
            await running
        yield client
        await client.close()
        await running


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    """The server, found by every client of this test in the place of Discord."""
    async with FakeDiscord() as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(fake.gateway_url))
        yield fake
        known = WHERE.exists() and description()
        assert not known or wrong_answers(fake.requests, known) == [], (
            "the fake answers what Discord would not"
        )


@pytest.fixture
def guild(fake: FakeDiscord) -> Guild:
    return fake.world.add_guild("Bakery")


@pytest.fixture
def support(fake: FakeDiscord, guild: Guild) -> Channel:
    return fake.world.add_channel(guild, "support")


@pytest.fixture
def room(fake: FakeDiscord, guild: Guild) -> Channel:
    """The staff room, which only moderators see."""
    return fake.world.add_channel(guild, "staff-room", only=fake.world.add_role(guild, "Staff", MODERATOR))


@pytest.fixture
def ana(fake: FakeDiscord, guild: Guild) -> Member:
    return fake.world.joins(guild, "Ana")


@pytest.fixture
def daria(fake: FakeDiscord, guild: Guild, room: Channel) -> Member:
    """A moderator."""
    staff = next(role for role in guild.roles.values() if role.name == "Staff")
    return fake.world.joins(guild, "Daria", staff)


@pytest.fixture
async def client(fake: FakeDiscord, support: Channel, ana: Member) -> AsyncIterator[Listener]:
    """An unmodified client that is ready."""
    async with connected(fake, Listener()) as client:
        yield client


class Raw:
    """The API without a client's help: what a request of one's own gets as status, headers and JSON."""

    def __init__(self, fake: FakeDiscord, session: aiohttp.ClientSession) -> None:
        self._fake = fake
        self._session = session

    async def __call__(
        self, method: str, path: str, json: Any = None, *, token: str | None = None
    ) -> tuple[int, dict[str, str], Any]:
        headers = {"Authorization": f"Bot {token or self._fake.token}"}
        url = self._fake.api_url + path
        async with self._session.request(method, url, json=json, headers=headers) as answer:
            is_json = answer.headers.get("Content-Type") == "application/json"
            return (
                answer.status,
                dict(answer.headers),
                await answer.json() if is_json else await answer.text(),
            )


@pytest.fixture
async def raw(fake: FakeDiscord) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(fake, session)
