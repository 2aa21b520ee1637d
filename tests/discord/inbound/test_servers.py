"""Servers that come and go, settings that change while the bot runs, and several shards."""

import asyncio

import pytest

from tests.discord.bakery import COMPLAINT, Bakery, started
from tests.fakes.discord.interactions import eventually

HISTORY = "GET /channels/{channel_id}/messages"
COMMANDS = "PUT /applications/{application_id}/commands"


async def test_a_server_the_bot_is_added_to_is_greeted_with_the_set_up(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        await asyncio.sleep(1)
        brewery = bakery.world.add_guild("Brewery", owner="Oleg")
        greeted = brewery.system_channel
        assert greeted is not None
        await bakery.world.hears(greeted, "")
        assert process.errors() == []


async def test_a_server_that_added_the_bot_while_it_was_away_is_greeted_too(bakery: Bakery) -> None:
    general = bakery.guild.system_channel
    assert general is not None
    async with started(bakery) as process:
        first = await bakery.world.hears(general, "")
        await asyncio.sleep(1)
        await process.stop()
    async with started(bakery):
        await asyncio.sleep(1.5)
        assert bakery.world.by_bot(general) == [first]


async def test_a_channel_is_read_from_the_moment_on_that_it_is_watched(bakery: Bakery) -> None:
    await bakery.set_up()
    owner = bakery.guild.members[bakery.guild.owner_id]
    async with started(bakery) as process:
        await eventually(lambda: bakery.fake.requests.to(COMMANDS), waiting_for="the commands")
        bakery.world.posts(bakery.max, bakery.off_topic, COMPLAINT)
        # Heard, and left alone, before the channel is watched.
        await asyncio.sleep(2)
        options = {"channels": f"<#{bakery.support.id}> <#{bakery.off_topic.id}>"}
        await bakery.world.slash(owner, bakery.staff_room, "set watched", options).answer()
        await asyncio.sleep(2)
        assert bakery.world.by_bot(bakery.off_topic) == []
        said = bakery.world.posts(bakery.max, bakery.off_topic, COMPLAINT)
        await bakery.world.hears(bakery.off_topic, "#1", after=said)
        assert bakery.fake.requests.to(HISTORY) == []
        assert process.errors() == []


async def test_each_shard_catches_up_for_itself(bakery: Bakery) -> None:
    bakery.fake.gateway.shards = 2
    await bakery.set_up()
    async with started(bakery, ready=False) as process:
        await bakery.fake.ready(30, sessions=2)
        before = bakery.world.posts(bakery.max, bakery.support, "Good morning")
        await asyncio.sleep(2)
        bakery.fake.gateway.forget()
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", 20, after=before)
        bakery.world.writes_to_bot(bakery.max, "Thanks in advance")
        assert process.running


@pytest.mark.parametrize("shard", [0, 1])
async def test_a_process_serves_the_shards_it_is_given(bakery: Bakery, shard: int) -> None:
    """The server belongs to one of two shards: only the process of that shard hears it."""
    await bakery.set_up()
    async with started(bakery, DISCORD_SHARD_IDS=str(shard), DISCORD_SHARD_COUNT="2"):
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        if (bakery.guild.id >> 22) % 2 == shard:
            await bakery.world.hears(bakery.support, "#1")
        else:
            await asyncio.sleep(2)
            assert bakery.world.by_bot(bakery.support) == []


async def test_a_member_who_leaves_disturbs_nothing(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        said = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", after=said)
        bakery.world.leaves(bakery.max)
        await asyncio.sleep(1)
        assert process.errors() == []
