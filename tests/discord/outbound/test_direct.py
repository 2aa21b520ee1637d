"""Direct messages: opened slowly, and not again where they were refused."""

import asyncio
import time

import pytest

from adapters.common.refusals import Refusals
from adapters.discord.channels import Channels
from adapters.discord.direct import IN_LINE, DirectMessages
from bot.ports import Destination, Door, DoorShut, Transient
from bot.vocabulary.places import CasePrivate
from bot.vocabulary.replies import Link, Text, say
from tests.discord.outbound.conftest import Stage

OPEN = "POST /users/@me/channels"
POST = "POST /channels/{channel_id}/messages"
HELLO = say(Text("Hello."))


def direct(stage: Stage, interval: float) -> DirectMessages:
    return DirectMessages(stage.client, Channels(stage.client), Refusals(stage.database), interval)


async def dm(stage: Stage) -> Destination:
    return Destination(await stage.platform.open(stage.community, stage.private(Door.DM)))


async def test_who_takes_no_direct_messages_is_not_asked_again(stage: Stage) -> None:
    stage.world.closes_dms(stage.ana)
    to = await dm(stage)
    with pytest.raises(DoorShut, match="dm_closed"):
        await stage.platform.send(stage.community, to, HELLO, "1:x")
    with pytest.raises(DoorShut, match="dm_closed"):
        await dm(stage)
    assert stage.fake.requests.routes == [OPEN, POST]


async def test_who_writes_to_the_bot_is_written_to_again(stage: Stage) -> None:
    stage.world.closes_dms(stage.ana)
    to = await dm(stage)
    with pytest.raises(DoorShut):
        await stage.platform.send(stage.community, to, HELLO, "1:x")
    stage.world.closes_dms(stage.ana, closed=False)
    await stage.platform.dm_answered(stage.community, str(stage.ana.id))
    assert await dm(stage) == to
    await stage.platform.send(stage.community, to, HELLO, "1:x")
    assert [message.content for message in stage.world.dm(stage.ana)] == ["Hello."]


async def test_who_shares_no_guild_with_the_bot_any_more_is_not_asked_again(stage: Stage) -> None:
    to = await dm(stage)
    stage.world.leaves(stage.ana)
    with pytest.raises(DoorShut, match="no_shared_server"):
        await stage.platform.send(stage.community, to, HELLO, "1:x")
    with pytest.raises(DoorShut, match="no_shared_server"):
        await dm(stage)


async def test_one_that_is_open_is_not_opened_again(stage: Stage) -> None:
    assert await dm(stage) == await dm(stage)
    assert stage.fake.requests.routes == [OPEN]


async def test_they_are_opened_one_after_the_other(stage: Stage) -> None:
    people = [stage.world.joins(stage.guild, f"Member {number}") for number in range(3)]
    slowly = direct(stage, 0.2)
    began = time.monotonic()
    await asyncio.gather(*(slowly.open(stage.row, person.id) for person in people))
    assert time.monotonic() - began >= 0.4


async def test_who_comes_when_many_wait_is_sent_away_for_a_while(stage: Stage) -> None:
    people = [stage.world.joins(stage.guild, f"Member {number}") for number in range(IN_LINE + 2)]
    slowly = direct(stage, 0.3)
    told = await asyncio.gather(*(slowly.open(stage.row, each.id) for each in people), return_exceptions=True)
    away = [each for each in told if isinstance(each, Transient)]
    assert away and all(each.retry_after == pytest.approx(IN_LINE * 0.3) for each in away)


async def test_when_discord_says_too_fast_nobody_is_asked_for_a_while(stage: Stage) -> None:
    stage.fake.settings.dm_openings = 0
    with pytest.raises(Transient):
        await dm(stage)
    asked = len(stage.fake.requests)
    with pytest.raises(Transient, match="dm_pace"):
        await dm(stage)
    assert len(stage.fake.requests) == asked


async def test_a_link_to_a_direct_message_leads_there(stage: Stage) -> None:
    to = await dm(stage)
    words = say(Link("In private", place=CasePrivate(1), channel=to.channel))
    await stage.platform.send(stage.community, Destination(stage.beside.channel), words, "1:x")
    [said] = stage.world.by_bot(stage.support)
    assert said.content == f"[In private](https://discord.com/channels/@me/{to.channel})"


async def test_a_link_to_a_message_leads_there(stage: Stage) -> None:
    words = say(Link("Here", message=stage.beside))
    await stage.platform.send(stage.community, Destination(stage.beside.channel), words, "1:x")
    [said] = stage.world.by_bot(stage.support)
    place = f"{stage.guild.id}/{stage.beside.channel}/{stage.beside.message}"
    assert said.content == f"[Here](https://discord.com/channels/{place})"
    assert stage.fake.requests.routes == [POST]
