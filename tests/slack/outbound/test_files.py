"""People's files on Slack: read with the bot's token from Slack alone, and uploaded before anything is said."""

import pytest

from bot.attachments import described
from bot.ports import Destination, DoorShut, Gone, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import File, Message, Paragraph, Text, say
from tests.fakes.slack.model import File as SlackFile
from tests.slack.outbound.conftest import Stage

BYTES = b"\x89PNG\r\n\x1a\n and more"
CARRIED = Message((Paragraph((Text("The member wrote:"),)), File("proof.png", "image/png", BYTES)))


def posted(stage: Stage) -> tuple[Attachment, SlackFile]:
    said = stage.world.posts(stage.ana, stage.support, "", files={"proof.png": BYTES})
    [held] = said.files
    return described(held.id, held.name, len(BYTES), MessageRef(stage.support.id, said.ts)), held


async def test_a_file_is_read_with_the_bots_token(stage: Stage) -> None:
    file, _ = posted(stage)
    assert await stage.platform.fetch(stage.community, file, 1000) == BYTES
    assert stage.fake.requests.methods == ["files.info"]


async def test_a_file_that_was_deleted_is_gone(stage: Stage) -> None:
    file, held = posted(stage)
    held.deleted = True
    with pytest.raises(Gone):
        await stage.platform.fetch(stage.community, file, 1000)


async def test_what_slack_only_links_to_is_not_asked(stage: Stage) -> None:
    file, held = posted(stage)
    held.external = True
    with pytest.raises(Gone):
        await stage.platform.fetch(stage.community, file, 1000)


@pytest.mark.parametrize(
    "home", ["https://files.slack.com.evil.net", "http://files.slack.com", "http://10.0.0.1"]
)
async def test_the_token_is_shown_to_nobody_else(stage: Stage, home: str) -> None:
    file, held = posted(stage)
    held.home = home
    with pytest.raises(Gone, match="not_our_host"):
        await stage.platform.fetch(stage.community, file, 1000)


async def test_no_more_is_read_than_allowed(stage: Stage) -> None:
    file, _ = posted(stage)
    with pytest.raises(DoorShut, match="too_large"):
        await stage.platform.fetch(stage.community, file, len(BYTES) - 1)


async def test_a_token_that_may_not_read_files_loses_them_and_no_words(stage: Stage) -> None:
    file, _ = posted(stage)
    stage.fake.granted = stage.fake.granted - {"files:read"}
    with pytest.raises(DoorShut, match="missing_permission"):
        await stage.platform.fetch(stage.community, file, 1000)


async def test_a_carried_file_is_part_of_the_message(stage: Stage) -> None:
    await stage.platform.send(stage.community, Destination(stage.room.id), CARRIED, "1:x")
    [said] = [each for each in stage.room.messages.values() if each.bot_id]
    assert [(each.name, each.content) for each in said.files] == [("proof.png", BYTES)]


async def test_where_files_are_refused_nothing_is_said_yet(stage: Stage) -> None:
    """The core says the words alone then: said before, they would be said twice."""
    stage.fake.granted = stage.fake.granted - {"files:write"}
    with pytest.raises(DoorShut):
        await stage.platform.send(stage.community, Destination(stage.room.id), CARRIED, "1:x")
    assert not [each for each in stage.room.messages.values() if each.bot_id]


async def test_a_file_whose_message_did_not_come_about_is_not_left_behind(stage: Stage) -> None:
    stage.fake.faults.storm("chat.postMessage")
    with pytest.raises(Transient):
        await stage.platform.send(stage.community, Destination(stage.room.id), CARRIED, "1:x")
    assert [file.deleted for file in stage.world.files.values()] == [True]


async def test_an_edit_without_files_deletes_them(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.room.id), CARRIED, "1:x")
    await stage.platform.edit(stage.community, sent, say(Text("erased")))
    assert [file.deleted for file in stage.world.files.values()] == [True]
