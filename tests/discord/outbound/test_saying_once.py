"""A crash, an outage, a cut connection: the core sends again under the same key, and people read it once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from adapters.discord.limits import NONCE
from adapters.discord.repeats import mark_of
from bot.durable.outbox import Outbox, Priority, State
from bot.durable.tables import outbox
from bot.ports import Destination, Transient
from bot.vocabulary.places import MessageRef, Public
from bot.vocabulary.replies import Button, Fields, Heading, Message, Row, Text, say
from tests.discord.outbound.conftest import Stage
from tests.fakes.discord.faults import CUT
from tests.fakes.discord.interactions import eventually

POST = "POST /channels/{channel_id}/messages"
THREADS = "POST /channels/{channel_id}/threads"
HISTORY = "GET /channels/{channel_id}/messages"
KEY = "1:ack:1"


async def repeating(stage: Stage, *, place: str = "public", minutes: int = 10) -> None:
    """The outbox says that a row is being sent again, written so many minutes ago."""
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    async with stage.database.transaction("test.row") as tx:
        await Outbox(tx, stage.row).say(
            Public(stage.beside), say(Text("-")), f"{place}", priority=Priority.ACKNOWLEDGEMENT
        )
        changed = {"state": State.SENDING, "attempts": 1, "created_at": at}
        await tx.execute(update(outbox).values(**changed))


async def settled(stage: Stage, message: MessageRef) -> None:
    """The outbox says that this message is what another row has posted."""
    async with stage.database.transaction("test.settled") as tx:
        row = dict((await tx.execute(select(outbox).limit(1))).mappings().one())
        row |= {"id": None, "key": "another", "state": State.DELIVERED}
        row |= {"channel": message.channel, "message": message.message}
        await tx.execute(insert(outbox).values(**row))


def nonces_are_forgotten(stage: Stage) -> None:
    """The few minutes have passed in which Discord knows a nonce again."""
    stage.fake.settings.seconds_of_nonce = 0.0


@pytest.mark.parametrize("status", [502, CUT])
async def test_applied_and_then_not_heard_of_is_one_message(stage: Stage, status: int) -> None:
    to, words = Destination(stage.beside.channel, stage.beside.message), say(Text("Seen."))
    stage.fake.faults.after(POST, status)
    try:
        first = await stage.platform.send(stage.community, to, words, KEY)
    except Transient:
        first = None
    again = await stage.platform.send(stage.community, to, words, KEY)
    assert first in (None, again)
    assert len(stage.world.by_bot(stage.support)) == 1


MESSAGES = {
    "words": say(Text("Seen.")),
    "buttons": say(Text("Solved?"), buttons=(Button("Yes", "case solved", (1,)),)),
    "card": Message((Heading("#1"), Fields((Row("Member", (Text("Ana"),)),)))),
}


@pytest.mark.parametrize("kind", MESSAGES)
async def test_after_the_nonce_is_forgotten_the_channel_is_read(stage: Stage, kind: str) -> None:
    to, words = Destination(stage.beside.channel, stage.beside.message), MESSAGES[kind]
    first = await stage.platform.send(stage.community, to, words, KEY)
    nonces_are_forgotten(stage)
    await repeating(stage)
    assert await stage.platform.send(stage.community, to, words, KEY) == first
    assert len(stage.world.by_bot(stage.support)) == 1


async def test_a_card_is_known_again_when_it_says_something_else_by_now(stage: Stage) -> None:
    to = Destination(stage.beside.channel)
    first = await stage.platform.send(stage.community, to, MESSAGES["card"], KEY)
    nonces_are_forgotten(stage)
    await repeating(stage)
    changed = Message((Heading("#1 · open"), Fields((Row("Member", (Text("Ana"),)),))))
    assert await stage.platform.send(stage.community, to, changed, KEY) == first


async def test_what_was_found_and_edited_is_found_by_the_life_after_that(stage: Stage) -> None:
    to = Destination(stage.beside.channel)
    first = await stage.platform.send(stage.community, to, MESSAGES["buttons"], KEY)
    nonces_are_forgotten(stage)
    await repeating(stage)
    asked = say(Text("Solved by now?"), buttons=(Button("Yes, thanks", "case close", (1,)),))
    await stage.platform.edit(stage.community, first, asked)
    later = say(Text("All is well."), buttons=(Button("No", "case reopen", (1,)),))
    assert await stage.platform.send(stage.community, to, later, KEY) == first


async def test_the_same_words_of_another_row_are_not_taken_for_these(stage: Stage) -> None:
    to, words = Destination(stage.beside.channel), say(Text("ok"))
    earlier = await stage.platform.send(stage.community, to, words, "1:note:1")
    await repeating(stage)
    await settled(stage, earlier)
    assert await stage.platform.send(stage.community, to, words, "1:note:2") != earlier
    assert [message.content for message in stage.world.by_bot(stage.support)] == ["ok", "ok"]


async def test_words_of_people_are_never_taken_for_ours(stage: Stage) -> None:
    stage.world.posts(stage.ana, stage.support, "ok")
    await repeating(stage)
    await stage.platform.send(stage.community, Destination(stage.beside.channel), say(Text("ok")), KEY)
    assert [message.content for message in stage.world.by_bot(stage.support)] == ["ok"]


async def test_what_goes_out_for_the_first_time_costs_one_request(stage: Stage) -> None:
    await stage.platform.send(stage.community, Destination(stage.beside.channel), say(Text("Seen.")), KEY)
    assert stage.fake.requests.routes == [POST]


async def test_one_key_in_two_channels_are_two_messages(stage: Stage) -> None:
    other = stage.world.add_channel(stage.guild, "other")
    for channel in (stage.support, other):
        await stage.platform.send(stage.community, Destination(str(channel.id)), say(Text("Seen.")), KEY)
    assert len(stage.world.by_bot(stage.support, other)) == 2


def test_a_key_of_any_length_has_a_nonce_that_discord_takes() -> None:
    marks = {mark_of("k" * length, "1") for length in range(300)}
    assert len({mark.nonce for mark in marks}) == len({mark.number for mark in marks}) == 300
    assert all(len(mark.nonce) <= NONCE and 0 < mark.number < 2**31 for mark in marks)


@pytest.mark.parametrize("status", [502, CUT])
async def test_a_thread_that_was_made_unheard_is_found_by_its_name(stage: Stage, status: int) -> None:
    stage.fake.faults.after(THREADS, status)
    for _ in range(3):
        try:
            opened = await stage.platform.open(stage.community, stage.private())
        except Transient:
            await repeating(stage)
        else:
            break
    else:
        pytest.fail("it never opened")
    assert [str(thread.id) for thread in stage.world.threads_of(stage.support)] == [opened]
    assert stage.ana.id in stage.world.channels[int(opened)].members


async def test_a_thread_of_an_earlier_attempt_is_found_in_the_archive(stage: Stage) -> None:
    opened = await stage.platform.open(stage.community, stage.private())
    thread = stage.world.channels[int(opened)]
    stage.world.archives(thread)
    await eventually(lambda: stage.client.get_channel(thread.id) is None)
    await repeating(stage)
    assert await stage.platform.open(stage.community, stage.private()) == opened
    assert not thread.archived


async def test_a_thread_of_somebody_else_with_that_name_is_not_ours(stage: Stage) -> None:
    stage.world.starts_thread(stage.ana, stage.support, "#1")
    await repeating(stage)
    opened = await stage.platform.open(stage.community, stage.private())
    assert stage.world.channels[int(opened)].owner_id == stage.world.bot.id
