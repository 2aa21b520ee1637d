"""Getting in: tokens, intents, outages, and not asking for more sessions than there are."""

import asyncio

import discord
import pytest

from adapters.discord.client import Access, granted_by, pause_before_session
from tests.discord.bakery import COMPLAINT, Bakery, Process, started
from tests.fakes.discord.intents import Intent
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.permissions import Permission

COMMANDS = "PUT /applications/{application_id}/commands"


async def refused(bakery: Bakery, *arguments: str, **settings: str) -> Process:
    """A process that could not start."""
    async with started(bakery, *arguments, ready=False, **settings) as process:
        assert await process.ended() == 2
    assert not any("Traceback" in line for line in process.logged)
    return process


async def test_it_says_who_it_is_in_one_line(bakery: Bakery) -> None:
    async with started(bakery) as process:
        await eventually(lambda: process.said, waiting_for="a first line")
        assert await process.stop() == 0
    assert process.said == ["On Discord as Ombud#0001 (Ctrl+C stops it)."]
    assert process.errors() == []


async def test_a_wrong_token_is_explained(bakery: Bakery) -> None:
    process = await refused(bakery, DISCORD_TOKEN="wrong.token.indeed")
    assert "Reset Token" in process.logged[-1]
    assert not any("wrong.token" in line for line in process.logged)


async def test_a_token_that_is_taken_away_is_explained(bakery: Bakery) -> None:
    async with started(bakery) as process:
        # Whoever was writing when the line was closed has missed the code, and asks again.
        bakery.fake.gateway.token = "another"
        bakery.fake.gateway.drop(4004)
        assert await process.ended() == 2
    assert "Reset Token" in process.logged[-1]


@pytest.mark.parametrize("order", ["invite", "doctor"])
async def test_orders_about_discord_need_its_token(bakery: Bakery, order: str) -> None:
    process = await refused(bakery, order, DISCORD_TOKEN="")
    assert "DISCORD_TOKEN" in process.logged[-1]


async def test_shards_of_which_nobody_says_how_many_are_a_mistake(bakery: Bakery) -> None:
    process = await refused(bakery, DISCORD_SHARD_IDS="0,1")
    assert any("DISCORD_SHARD_COUNT" in line for line in process.logged)


async def test_the_sandbox_can_be_had_with_a_token_too(bakery: Bakery) -> None:
    async with started(bakery, "sandbox", ready=False, SANDBOX_WORLD=f"{bakery.folder}/world.db") as process:
        await eventually(lambda: process.said, 20, "a first line")
        assert "127.0.0.1" in process.said[0]
        assert bakery.fake.requests == []


async def test_without_message_content_it_hears_what_is_meant_for_it_and_says_so(bakery: Bakery) -> None:
    bakery.fake.grant(Intent.GUILD_MEMBERS)
    await bakery.set_up()
    async with started(bakery) as process:
        await bakery.world.hears(bakery.staff_room, "message content intent")
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        bakery.world.writes_to_bot(bakery.max, COMPLAINT)
        await bakery.world.hears(bakery.world.dm_with(bakery.max.user), "#1")
        assert bakery.world.by_bot(bakery.support) == []
        assert len(bakery.fake.gateway.identifies) == 1
        await process.stop()
    async with started(bakery):
        await asyncio.sleep(1)
        assert sum("intent" in each.says for each in bakery.world.by_bot(bakery.staff_room)) == 1


async def test_an_intent_that_is_granted_and_then_refused(bakery: Bakery) -> None:
    """The application's flags promise more than the gateway keeps: once more, with less."""
    bakery.fake.gateway.granted = Intent.GUILD_MEMBERS
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.writes_to_bot(bakery.max, COMPLAINT)
        await bakery.world.hears(bakery.world.dm_with(bakery.max.user), "#1")
        assert len(bakery.fake.gateway.identifies) == 2
        assert process.running


async def test_an_outage_at_the_start_is_waited_out(bakery: Bakery) -> None:
    await bakery.set_up()
    bakery.fake.faults.outage(4, "refuse")
    async with started(bakery) as process:
        said = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", after=said)
        assert process.running


async def test_commands_are_told_once(bakery: Bakery) -> None:
    async with started(bakery) as process:
        await eventually(lambda: bakery.fake.requests.to(COMMANDS), waiting_for="the commands")
        await asyncio.sleep(2)
        await process.stop()
    async with started(bakery):
        await asyncio.sleep(1)
        assert len(bakery.fake.requests.to(COMMANDS)) == 1


async def test_the_invitation_asks_for_no_more_than_is_needed(bakery: Bakery) -> None:
    async with started(bakery, "invite", ready=False) as process:
        assert await process.ended() == 0
    link = next(line for line in process.said if line.startswith("https://"))
    asked = int(link.rpartition("permissions=")[2])
    assert f"client_id={bakery.world.bot.id}" in link
    assert "applications.commands" in link
    assert asked & Permission.CREATE_PRIVATE_THREADS and asked & Permission.VIEW_CHANNEL
    assert not asked & (Permission.ADMINISTRATOR | Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES)
    assert any("Create Private Threads" in line for line in process.said)
    async with started(bakery, "invite", "--with-removal", ready=False) as process:
        assert await process.ended() == 0
    link = next(line for line in process.said if line.startswith("https://"))
    assert int(link.rpartition("permissions=")[2]) == asked | Permission.MANAGE_MESSAGES


async def test_the_doctor_is_content(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery), started(bakery, "doctor", ready=False) as doctor:
        assert await doctor.ended() == 0
    assert not any(line.startswith("!!") for line in doctor.said)
    assert any("#support" in line for line in doctor.said)


@pytest.mark.parametrize("wanted", [True, False])
async def test_that_it_may_not_manage_messages_is_advice_where_removal_is_wanted(
    bakery: Bakery, *, wanted: bool
) -> None:
    bakery.world.removes_bot_permission(bakery.support, Permission.MANAGE_MESSAGES)
    await bakery.set_up(removal=wanted)
    async with started(bakery, "doctor", ready=False) as doctor:
        assert await doctor.ended() == 0
    assert any("Manage Messages" in line for line in doctor.said) is wanted


async def test_the_doctor_says_what_is_missing_and_what_to_do(bakery: Bakery) -> None:
    await bakery.set_up(watched=frozenset({str(bakery.support.id), "42"}))
    bakery.fake.grant(Intent.GUILD_MEMBERS)
    bakery.world.removes_bot_permission(bakery.support, Permission.CREATE_PRIVATE_THREADS)
    async with started(bakery, "doctor", ready=False) as doctor:
        assert await doctor.ended() == 1
    wrong = [line for line in doctor.said if line.startswith("!!")]
    assert any("Privileged Gateway Intents" in line for line in wrong)
    assert any("support" in line and "Create Private Threads" in line for line in wrong)
    assert any("42" in line for line in wrong)
    assert len(wrong) == 3


async def test_the_doctor_knows_a_server_that_nobody_set_up(bakery: Bakery) -> None:
    async with started(bakery, "doctor", ready=False) as doctor:
        assert await doctor.ended() == 1
    assert any("/setup" in line for line in doctor.said)


def test_sessions_are_spared_when_few_are_left() -> None:
    day = 24 * 3600.0
    assert pause_before_session(1000, 1000, day) == 0
    assert pause_before_session(1000, 500, day) == 0
    assert pause_before_session(1000, 431, day) == 200
    assert pause_before_session(1000, 0, day) == day


async def test_few_sessions_left_make_it_wait(bakery: Bakery) -> None:
    bakery.fake.gateway.starts_left = 10
    async with started(bakery, ready=False) as process:
        await eventually(
            lambda: any("discord.sessions_spared" in line for line in process.logged), 20, "patience"
        )
        assert bakery.fake.gateway.identifies == []
        assert await process.stop() == 0


def test_an_application_in_few_servers_has_its_intents_as_limited() -> None:
    limited = discord.ApplicationFlags(gateway_message_content_limited=True)
    assert granted_by(limited) == Access(message_content=True, members=False)
