"""A fake Discord, a client that has logged in to it, and the platform port over both."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from adapters.common.pacing import OwnLine, Pacer
from adapters.discord.pacing import PACE, trace_of
from adapters.discord.permissions import NEEDED
from adapters.discord.platform import DiscordPlatform
from bot.community import CommunitySettings, meet_community
from bot.durable.database import Database
from bot.ports import Door, Opening
from bot.vocabulary.places import CasePrivate, MessageRef
from tests.discord.openapi import validate_all
from tests.fakes.clock import FixedClock
from tests.fakes.discord.model import Channel, Guild, Member, Message
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import World

LEAST = reduce(or_, (Permission[code.upper()] for codes in NEEDED.values() for code in codes))
"""What the bot asks for when it is invited, and no more."""


@dataclass
class Stage:
    """One guild with a support channel, in which Ana has complained."""

    fake: FakeDiscord
    guild: Guild
    support: Channel
    ana: Member
    complaint: Message
    client: discord.Client
    platform: DiscordPlatform
    community: str
    row: int
    database: Database

    @property
    def world(self) -> World:
        return self.fake.world

    @property
    def beside(self) -> MessageRef:
        return ref(self.complaint)

    def private(self, door: Door = Door.PRIVATE_THREAD, *, title: str = "#1") -> Opening:
        return Opening(
            CasePrivate(1), title, f"{self.row}:open:private:1:{door}", door, str(self.ana.id), self.beside
        )


def ref(message: Message) -> MessageRef:
    return MessageRef(str(message.channel.id), str(message.id))


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    """The server, found by every client of this test in the place of Discord."""
    async with FakeDiscord() as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(fake.gateway_url))
        yield fake
        assert validate_all(fake.requests) == []


@contextlib.asynccontextmanager
async def connected(fake: FakeDiscord) -> AsyncIterator[discord.Client]:
    """A client as the bot's own process has it."""
    client = discord.Client(
        intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=True),
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
        max_messages=None,
        allowed_mentions=discord.AllowedMentions.none(),
        http_trace=trace_of(Pacer(OwnLine(PACE), PACE)),
        guild_ready_timeout=0.1,
    )
    async with client:
        running = asyncio.create_task(client.start(fake.token))
        await client.wait_until_ready()
        yield client
        await client.close()
        await running


@pytest.fixture
async def stage(fake: FakeDiscord, sqlite_database: Database) -> AsyncIterator[Stage]:
    world = fake.world
    guild = world.add_guild("Bakery", bot_may=LEAST)
    support = world.add_channel(guild, "support")
    ana = world.joins(guild, "Ana")
    complaint = world.posts(ana, support, "Day nine, still no parcel.")
    community = f"discord:{guild.id}"
    async with sqlite_database.transaction("test.meet") as tx:
        met = await meet_community(tx, community, "Bakery", CommunitySettings(), FixedClock())
    async with connected(fake) as client:
        platform = DiscordPlatform(client, {community: met.id}.__getitem__, sqlite_database)
        fake.requests.clear()
        yield Stage(
            fake, guild, support, ana, complaint, client, platform, community, met.id, sqlite_database
        )
