"""Connections end in every way they do, and the client comes back: with what it missed, or without."""

import asyncio
import time

import discord
import pytest

from tests.discord.fake.conftest import Listener, connected
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel, Member
from tests.fakes.discord.server import FakeDiscord


async def test_after_a_drop_the_session_is_resumed_and_nothing_is_missed(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.world.posts(ana, support, "before")
    await client.hears("before")
    fake.gateway.drop()
    fake.world.posts(ana, support, "meanwhile")
    fake.world.posts(ana, support, "and again")
    await client.hears("and again")
    fake.world.posts(ana, support, "after")
    await client.hears("after")
    assert client.words == ["before", "meanwhile", "and again", "after"]
    await eventually(lambda: client.resumes == 1)
    assert (client.readies, len(fake.gateway.identifies), len(fake.gateway.resumes)) == (1, 1, 1)


async def test_a_close_code_is_survived_too(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.gateway.drop(4000)
    fake.world.posts(ana, support, "meanwhile")
    await client.hears("meanwhile")
    assert client.readies == 1


async def test_being_asked_to_reconnect_loses_nothing(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.gateway.reconnect()
    fake.world.posts(ana, support, "meanwhile")
    await client.hears("meanwhile")
    await eventually(lambda: client.resumes == 1)
    assert client.words == ["meanwhile"]


async def test_an_invalid_session_that_may_be_resumed_loses_nothing(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.gateway.invalidate(resumable=True)
    fake.world.posts(ana, support, "meanwhile")
    await client.hears("meanwhile")
    assert client.readies == 1


async def test_an_invalidated_session_loses_what_happened_meanwhile_but_history_has_it(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    before = fake.world.posts(ana, support, "before")
    await client.hears("before")
    fake.gateway.invalidate()
    fake.world.posts(ana, support, "never told")
    await eventually(lambda: client.readies == 2)
    fake.world.posts(ana, support, "after")
    await client.hears("after")
    assert client.words == ["before", "after"]
    assert client.resumes == 0
    missed = [
        each.content async for each in client.text_channel(support).history(after=discord.Object(before.id))
    ]
    assert missed == ["never told", "after"]


async def test_a_session_forgotten_during_a_drop_begins_anew(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.gateway.forget()
    fake.world.posts(ana, support, "never told")
    await eventually(lambda: client.readies == 2, 20.0)
    assert len(fake.gateway.resumes) == 1
    assert client.words == []


async def test_what_is_told_twice_is_heard_twice(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.world.posts(ana, support, "once")
    await client.hears("once")
    fake.gateway.replays()
    fake.world.posts(ana, support, "end")
    await client.hears("end")
    assert client.words == ["once", "once", "end"]


async def test_events_come_late_when_the_gateway_lags(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.gateway.lag = 0.5
    posted = time.monotonic()
    fake.world.posts(ana, support, "slowly")
    await client.hears("slowly")
    assert time.monotonic() - posted >= 0.5


async def test_a_gateway_that_refuses_once_costs_the_session(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    """discord.py tries to resume once; after a refusal it identifies, and what happened meanwhile is never told."""
    fake.gateway.closed = True
    fake.gateway.drop()
    fake.world.posts(ana, support, "never told")
    await eventually(lambda: fake.gateway.refused)
    fake.gateway.closed = False
    await eventually(lambda: client.readies == 2, 30.0)
    fake.world.posts(ana, support, "after")
    await client.hears("after")
    assert client.words == ["after"]


async def test_a_client_that_says_goodbye_has_no_session_left(
    fake: FakeDiscord, support: Channel, ana: Member
) -> None:
    async with connected(fake, Listener()):
        assert len(fake.gateway.sessions) == 1
    await eventually(lambda: not fake.gateway.sessions)


async def test_a_client_that_dies_leaves_its_session_for_a_while(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.gateway.closed = True
    fake.gateway.drop()
    assert len(fake.gateway.sessions) == 1 and fake.gateway.connected == []
    fake.gateway.closed = False
    await fake.ready(30.0)


async def test_a_guild_in_an_outage_is_told_away_and_back(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    assert support.guild is not None
    fake.world.guild_fails(support.guild)
    fake.world.posts(ana, support, "unheard")
    told = client.get_guild(support.guild.id)
    assert told is not None
    await eventually(lambda: told.unavailable)
    fake.world.guild_is_back(support.guild)
    fake.world.posts(ana, support, "heard")
    await client.hears("heard")
    assert client.words == ["heard"]


async def test_a_flood_is_kept_back_and_let_go_in_order(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    async with fake.gateway.dammed():
        for number in range(500):
            fake.world.posts(ana, support, f"{number}")
        assert client.heard == []
    await client.hears("499")
    assert client.words == [f"{number}" for number in range(500)]


async def test_starting_again_within_five_seconds_can_be_refused(fake: FakeDiscord) -> None:
    fake.gateway.one_identify_per_5_seconds = True
    async with connected(fake, Listener()):
        pass
    began = time.monotonic()
    async with connected(fake, Listener()):
        assert time.monotonic() - began > 4.0
    assert len(fake.gateway.identifies) > 2


async def test_a_token_reset_while_connected_ends_the_connection(fake: FakeDiscord) -> None:
    async with Listener() as client:
        running = asyncio.create_task(client.start(fake.token))
        await fake.ready()
        fake.gateway.drop(4004)
        with pytest.raises(discord.ConnectionClosed) as refused:
            await running
    assert refused.value.code == 4004
