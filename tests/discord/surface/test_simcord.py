"""The whole bot in a Discord that nobody here wrote: what our own fake misunderstands, this one may not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import discord
import pytest
import simcord

from adapters.discord.client import Access, OmbudClient, Shards
from adapters.discord.community import key_of
from adapters.discord.guilds import LOOK
from adapters.discord.server import DiscordServer
from bot.app import App
from bot.community import Mode
from bot.composition.features import cogs
from bot.detection import Sensitivity
from bot.durable.database import Database
from bot.house import Adapter
from tests.discord.bakery import COMPLAINT
from tests.fakes.clock import FixedClock
from tests.fakes.discord.interactions import eventually
from tests.fakes.sentences import translations


@dataclass
class Village:
    support: simcord.ChannelHandle
    staff_room: simcord.ChannelHandle
    ana: simcord.MemberActor
    daria: simcord.MemberActor


@pytest.fixture
async def village(sqlite_database: Database) -> AsyncIterator[Village]:
    client = OmbudClient(Access(), Shards(count=1))
    env = simcord.Env(client)
    server = DiscordServer(client, sqlite_database, translations())
    adapters = {"discord": Adapter(server.platform, server.directory)}
    await env.start()
    # Its messages are as old as its ids, and those are the same in each run.
    clock = FixedClock(discord.utils.snowflake_time(client.application_id or 0))
    app = App(sqlite_database, cogs(), translations(), clock, adapters)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(server.listening(app))
            await client.tree.sync()
            guild = env.create_guild()
            staff = guild.create_role("Staff", permissions=discord.Permissions(manage_messages=True))
            support, room = guild.create_text_channel("support"), guild.create_text_channel("staff-room")
            while (known := await app.community(key_of(guild.id))) is None:  # noqa: ASYNC110  # no event tells
                await asyncio.sleep(0.01)
            for name, value in {
                "mode": Mode.FULL,
                "sensitivity": Sensitivity.BALANCED,
                "watched": [str(support.id)],
                "staff_room": str(room.id),
                "moderators": [str(staff.id)],
                "thought_seconds": 0,
                "thought_longest_seconds": 0,
            }.items():
                known = await app.house.set(known, name, value)
            await asyncio.sleep(LOOK + 0.5)
            await stack.enter_async_context(app)
            ana = guild.add_member(env.create_user("ana"))
            daria = guild.add_member(env.create_user("daria"), roles=[staff])
            yield Village(support, room, ana, daria)
    finally:
        await env.shutdown()


async def test_a_complaint_is_acknowledged_and_claimed(village: Village) -> None:
    await village.ana.send(village.support, COMPLAINT)
    await eventually(lambda: any("#1" in each.content for each in village.support.history()))
    card = await eventually(lambda: next(iter(village.staff_room.history()), None))
    done = await village.daria.click(card, custom_id="1:case.claim:1:1")
    assert done.response is not None and "#1 is yours" in done.response.content
