"""A crash, an outage, a cut connection: the core sends again under the same key, and people read it once."""

import pytest

from adapters.slack.address import threaded
from adapters.slack.repeats import mark_of
from bot.ports import Destination, Door, Transient
from bot.vocabulary.replies import Fields, Heading, Message, Row, Text, say
from tests.fakes.slack.faults import CUT
from tests.slack.outbound.conftest import Stage

POST = "chat.postMessage"
KEY = "1:ack:1"
SEEN = say(Text("Seen."))
LONG = say(Text("not a parcel, " * 1000))


def answering(stage: Stage) -> Destination:
    return Destination(stage.beside.channel, stage.beside.message)


@pytest.mark.parametrize("status", [500, 503, CUT])
async def test_applied_and_then_not_heard_of_is_one_message(stage: Stage, status: int) -> None:
    stage.fake.faults.after(POST, status)
    with pytest.raises(Transient):
        await stage.platform.send(stage.community, answering(stage), SEEN, KEY)
    await stage.repeating()
    again = await stage.platform.send(stage.community, answering(stage), SEEN, KEY)
    assert [message.ts for message in stage.world.by_bot()] == [again.message]


@pytest.mark.parametrize("where", ["thread", "channel", "dm"])
async def test_what_an_earlier_attempt_posted_is_found(stage: Stage, where: str) -> None:
    channel = {"thread": stage.support, "channel": stage.room, "dm": stage.world.dm_with(stage.ana)}[where]
    thread = {"thread": stage.complaint.ts}.get(where)
    to = Destination(threaded(channel.id, thread))
    first = await stage.platform.send(stage.community, to, SEEN, KEY)
    await stage.repeating()
    await stage.open()
    assert await stage.platform.send(stage.community, to, SEEN, KEY) == first
    assert len(stage.world.by_bot()) == 1


async def test_a_card_is_known_again_when_it_says_something_else_by_now(stage: Stage) -> None:
    to = Destination(stage.room.id)
    card = Message((Heading("#1"), Fields((Row("Member", (Text("Ana"),)),))))
    first = await stage.platform.send(stage.community, to, card, KEY)
    await stage.platform.edit(stage.community, first, SEEN)
    await stage.repeating()
    assert await stage.platform.send(stage.community, to, card, KEY) == first


async def test_the_same_words_of_another_row_are_not_taken_for_these(stage: Stage) -> None:
    earlier = await stage.platform.send(stage.community, answering(stage), SEEN, "1:note:1")
    await stage.repeating()
    assert await stage.platform.send(stage.community, answering(stage), SEEN, "1:note:2") != earlier
    assert len(stage.world.by_bot()) == 2


async def test_one_key_in_two_channels_are_two_messages(stage: Stage) -> None:
    await stage.repeating()
    for channel in (stage.support, stage.room):
        await stage.platform.send(stage.community, Destination(channel.id), SEEN, KEY)
    assert len(stage.world.by_bot()) == 2


async def test_after_an_outage_only_what_may_be_there_already_is_looked_for(stage: Stage) -> None:
    """Hundreds of rows wait by then, and Slack answers fifty questions a minute about the past."""
    await stage.repeating()
    await stage.sending("ack:1", attempts=0)
    await stage.sending("ack:2", attempts=1)
    for key in ("ack:1", "ack:2"):
        await stage.platform.send(stage.community, answering(stage), SEEN, f"{stage.row}:{key}")
    assert stage.fake.requests.methods == [
        "conversations.replies",  # that the message it answers is still there
        POST,
        "conversations.replies",  # its own mark
        "conversations.replies",
        POST,
    ]


async def test_nothing_is_said_again_while_the_past_cannot_be_read(stage: Stage) -> None:
    await stage.repeating()
    stage.fake.faults.storm("conversations.replies", retry_after=60)
    with pytest.raises(Transient) as told:
        await stage.platform.send(stage.community, answering(stage), SEEN, KEY)
    assert told.value.retry_after == 60
    assert stage.world.by_bot() == []


async def test_an_answer_goes_out_the_first_time_while_the_past_cannot_be_read(stage: Stage) -> None:
    stage.fake.faults.storm("conversations.replies", retry_after=60)
    await stage.platform.send(stage.community, answering(stage), SEEN, KEY)
    assert [message.says for message in stage.world.by_bot()] == ["Seen."]


@pytest.mark.parametrize(
    "method", ["files.getUploadURLExternal", "upload", "files.completeUploadExternal", "chat.update"]
)
async def test_a_file_that_did_not_make_it_comes_with_the_next_attempt(stage: Stage, method: str) -> None:
    stage.fake.faults.before(method, 503)
    with pytest.raises(Transient):
        await stage.platform.send(stage.community, answering(stage), LONG, KEY)
    await stage.repeating()
    for _ in range(2):
        await stage.platform.send(stage.community, answering(stage), LONG, KEY)
    [said] = stage.world.by_bot()
    assert [file.name for file in said.files] == ["message.txt"]


@pytest.mark.parametrize("status", [500, CUT])
async def test_a_thread_that_was_begun_unheard_is_found_by_its_mark(stage: Stage, status: int) -> None:
    stage.fake.faults.after(POST, status)
    with pytest.raises(Transient):
        await stage.platform.open(stage.community, stage.private())
    await stage.repeating()
    await stage.open()
    opened = await stage.platform.open(stage.community, stage.private())
    [root] = stage.world.by_bot()
    assert opened == threaded(root.channel.id, root.ts)


async def test_a_channel_that_was_made_unheard_is_found_by_its_name(stage: Stage) -> None:
    stage.fake.faults.after("conversations.create", CUT)
    with pytest.raises(Transient):
        await stage.platform.open(stage.community, stage.private(Door.PRIVATE_CHANNEL))
    opened = await stage.platform.open(stage.community, stage.private(Door.PRIVATE_CHANNEL))
    made = [channel.id for channel in stage.world.channels.values() if channel.creator == stage.world.bot.id]
    assert made == [opened]


def test_marks_are_short_and_differ() -> None:
    marks = {mark_of("k" * length, "C1") for length in range(300)}
    assert len(marks) == 300
    assert {len(mark) for mark in marks} == {32}
