"""What Discord refuses: which door is shut, what comes back later, and when no more is asked."""

import asyncio
from datetime import UTC, datetime, timedelta

import discord
import pytest

from adapters.common.breaker import REFUSALS, Breaker
from bot.ports import Destination, Door, DoorShut, Gone, Transient
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Text, say
from tests.discord.outbound.conftest import Stage
from tests.fakes.discord.model import Message
from tests.fakes.discord.permissions import Permission

POST = "POST /channels/{channel_id}/messages"
HELLO = say(Text("Hello."))


async def private_thread(stage: Stage) -> Destination:
    return Destination(await stage.platform.open(stage.community, stage.private()))


async def test_without_the_permission_there_is_no_private_thread(stage: Stage) -> None:
    stage.world.removes_bot_permission(stage.support, Permission.CREATE_PRIVATE_THREADS)
    with pytest.raises(DoorShut, match="missing_permission"):
        await stage.platform.open(stage.community, stage.private())


async def test_after_some_refusals_nothing_more_is_asked_there(stage: Stage) -> None:
    stage.world.removes_bot_permission(stage.support, Permission.SEND_MESSAGES)
    for number in range(REFUSALS + 5):
        with pytest.raises(DoorShut, match="missing"):
            await stage.platform.send(
                stage.community, Destination(stage.beside.channel), HELLO, f"1:{number}"
            )
    assert len(stage.fake.requests.to(POST)) == REFUSALS
    elsewhere = stage.world.add_channel(stage.guild, "elsewhere")
    await stage.platform.send(stage.community, Destination(str(elsewhere.id)), HELLO, "1:elsewhere")


async def test_what_is_left_alone_is_tried_again_after_a_while() -> None:
    breaker = Breaker(pause=0.05)

    def refused() -> None:
        with breaker.watching("5"):
            raise DoorShut("missing_access")

    for _ in range(REFUSALS):
        with pytest.raises(DoorShut, match="missing_access"):
            refused()
    with pytest.raises(DoorShut, match="missing_permission"):
        refused()
    await asyncio.sleep(0.06)
    with breaker.watching("5"):
        pass


async def test_a_success_in_between_counts_anew() -> None:
    breaker = Breaker()
    for _ in range(3 * REFUSALS):
        with pytest.raises(DoorShut, match="missing_access"), breaker.watching("5"):
            raise DoorShut("missing_access")
        with breaker.watching("5"):
            pass


async def test_a_channel_that_is_hidden_from_the_bot_is_a_shut_door(stage: Stage) -> None:
    stage.world.removes_bot_permission(stage.support, Permission.VIEW_CHANNEL)
    with pytest.raises(DoorShut, match="missing_access"):
        await stage.platform.send(stage.community, Destination(stage.beside.channel), HELLO, "1:x")


@pytest.mark.parametrize("how", ["503", "refuse"])
async def test_a_discord_that_is_down_is_asked_again_later(stage: Stage, how: str) -> None:
    stage.fake.faults.outage(60.0, how)
    for attempt in (
        stage.platform.send(stage.community, Destination(stage.beside.channel), HELLO, "1:x"),
        stage.platform.open(stage.community, stage.private()),
        stage.platform.open(stage.community, stage.private(Door.DM)),
        stage.platform.edit(stage.community, stage.beside, HELLO),
        stage.platform.retract(stage.community, stage.beside),
        stage.platform.react(stage.community, stage.beside, "👀"),
    ):
        with pytest.raises(Transient):
            await attempt
    stage.fake.faults.clear()
    await stage.platform.send(stage.community, Destination(stage.beside.channel), HELLO, "1:x")
    assert [message.content for message in stage.world.by_bot(stage.support)] == ["Hello."]


async def test_a_rate_limit_is_waited_for(stage: Stage) -> None:
    stage.fake.faults.too_many(POST, retry_after=0.2)
    await stage.platform.send(stage.community, Destination(stage.beside.channel), HELLO, "1:x")
    assert [request.status for request in stage.fake.requests.to(POST)] == [429, 200]


async def test_before_login_nothing_can_be_said(stage: Stage) -> None:
    await stage.client.close()
    with pytest.raises(Transient, match="not_connected"):
        await stage.platform.send(stage.community, Destination(stage.beside.channel), HELLO, "1:x")


async def test_an_archived_thread_is_written_to(stage: Stage) -> None:
    to = await private_thread(stage)
    thread = stage.world.channels[int(to.channel)]
    stage.world.archives(thread)
    await stage.platform.send(stage.community, to, HELLO, "1:x")
    assert not thread.archived


async def test_a_message_in_an_archived_thread_is_edited_and_taken_down(stage: Stage) -> None:
    to = await private_thread(stage)
    thread = stage.world.channels[int(to.channel)]
    said = await stage.platform.send(stage.community, to, HELLO, "1:x")
    stage.world.archives(thread)
    await stage.platform.edit(stage.community, said, say(Text("Hello again.")))
    assert thread.messages[int(said.message)].content == "Hello again."
    stage.world.archives(thread)
    await stage.platform.react(stage.community, said, "👀")
    stage.world.archives(thread)
    await stage.platform.retract(stage.community, said)
    assert int(said.message) not in thread.messages


async def test_a_locked_thread_is_a_shut_door(stage: Stage) -> None:
    to = await private_thread(stage)
    stage.world.archives(stage.world.channels[int(to.channel)], locked=True)
    with pytest.raises(DoorShut, match="thread_archived"):
        await stage.platform.send(stage.community, to, HELLO, "1:x")


async def test_a_thread_that_was_deleted_is_gone(stage: Stage) -> None:
    to = await private_thread(stage)
    stage.world.deletes_channel(stage.world.channels[int(to.channel)])
    with pytest.raises(Gone):
        await stage.platform.send(stage.community, to, HELLO, "1:x")


async def test_nobody_can_be_let_in_who_has_left(stage: Stage) -> None:
    stage.world.leaves(stage.ana)
    with pytest.raises(DoorShut, match="member_not_let_in"):
        await stage.platform.open(stage.community, stage.private())
    assert [thread.archived for thread in stage.world.threads_of(stage.support)] == [True]


async def test_an_old_message_that_takes_no_more_edits_is_taken_down(stage: Stage) -> None:
    two_hours_ago = discord.utils.time_snowflake(datetime.now(UTC) - timedelta(hours=2))
    card = Message(
        two_hours_ago, stage.support, stage.world.bot, "#1", sent_at=datetime.now(UTC) - timedelta(hours=2)
    )
    stage.support.messages[card.id] = card
    stage.fake.settings.old_edits, stage.fake.settings.old_edit_retry_after = 0, 30.0
    with pytest.raises(Gone, match="edits_capped"):
        await stage.platform.edit(stage.community, MessageRef(stage.beside.channel, str(card.id)), HELLO)
    assert card.id not in stage.support.messages


async def test_nothing_is_asked_too_often_of_a_thread_limit(stage: Stage) -> None:
    """Discord's limit for new threads lasts minutes: within it every request must go through at once."""
    for number in range(5):
        await stage.platform.open(stage.community, stage.private(title=f"#{number}"))
    assert len(stage.world.threads_of(stage.support)) == 5


async def test_a_malformed_request_is_a_mistake_in_the_program(stage: Stage) -> None:
    with pytest.raises((ValueError, DoorShut)):
        await stage.platform.react(stage.community, stage.beside, "not an emoji")
