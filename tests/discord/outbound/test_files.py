"""People's files on Discord: read again from their message, and from Discord's own network for files alone."""

import pytest

from bot.attachments import described
from bot.ports import Destination, DoorShut, Gone
from bot.vocabulary.files import Attachment
from bot.vocabulary.replies import File, Message, Paragraph, Text, say
from tests.discord.outbound.conftest import Stage, ref
from tests.fakes.discord.permissions import Permission

BYTES = b"\x89PNG\r\n\x1a\n and more"


def posted(stage: Stage, name: str = "proof.png") -> Attachment:
    said = stage.world.posts(stage.ana, stage.support, "", files={name: BYTES})
    [held] = said.attachments
    return described(str(held.id), held.filename, len(BYTES), ref(said))


def carried(*files: File) -> Message:
    return Message((Paragraph((Text("The member wrote:"),)), *files))


async def test_a_file_is_read_from_its_message(stage: Stage) -> None:
    file = posted(stage)
    assert await stage.platform.fetch(stage.community, file, 1000) == BYTES


async def test_it_is_read_by_an_address_of_this_moment(stage: Stage) -> None:
    """The addresses of files end after a day: none is kept."""
    file = posted(stage)
    await stage.platform.fetch(stage.community, file, 1000)
    [request] = stage.fake.requests.to("GET /channels/{channel_id}/messages/{message_id}")
    assert request.path.endswith(file.message.message)


async def test_whoever_deletes_the_message_has_taken_the_file_back(stage: Stage) -> None:
    said = stage.world.posts(stage.ana, stage.support, "", files={"proof.png": BYTES})
    file = described(str(said.attachments[0].id), "proof.png", len(BYTES), ref(said))
    stage.world.deletes(said)
    with pytest.raises(Gone):
        await stage.platform.fetch(stage.community, file, 1000)


async def test_whoever_takes_the_file_out_of_the_message_has_too(stage: Stage) -> None:
    said = stage.world.posts(stage.ana, stage.support, "look", files={"proof.png": BYTES})
    file = described(str(said.attachments[0].id), "proof.png", len(BYTES), ref(said))
    stage.world.edit(said, {"attachments": []})
    with pytest.raises(Gone):
        await stage.platform.fetch(stage.community, file, 1000)


async def test_no_more_is_read_than_allowed_whatever_size_was_told(stage: Stage) -> None:
    with pytest.raises(DoorShut, match="too_large"):
        await stage.platform.fetch(stage.community, posted(stage), len(BYTES) - 1)


async def test_an_address_elsewhere_is_not_asked(stage: Stage) -> None:
    file = posted(stage)
    stage.world.base = "http://localhost:1"
    with pytest.raises(Gone, match="not_our_host"):
        await stage.platform.fetch(stage.community, file, 1000)


async def test_ten_files_go_with_one_message(stage: Stage) -> None:
    files = [File(f"{number}.png", "image/png", BYTES) for number in range(10)]
    to = Destination(stage.beside.channel)
    sent = [await stage.platform.send(stage.community, to, carried(*files), "1:mirror:1") for _ in range(2)]
    [said] = stage.world.by_bot(stage.support)
    assert sent[0] == sent[1] == ref(said)
    assert [each.content for each in said.attachments] == [BYTES] * 10


async def test_a_name_in_other_letters_keeps_its_ending(stage: Stage) -> None:
    files = (File("снимок.png", "image/png", BYTES), File("снимок.png", "image/png", BYTES))
    await stage.platform.send(stage.community, Destination(stage.beside.channel), carried(*files), "1:x")
    [said] = stage.world.by_bot(stage.support)
    assert [each.filename for each in said.attachments] == ["file.png", "2-file.png"]


async def test_an_edit_takes_the_files_away(stage: Stage) -> None:
    message = carried(File("proof.png", "image/png", BYTES))
    sent = await stage.platform.send(stage.community, Destination(stage.beside.channel), message, "1:x")
    await stage.platform.edit(stage.community, sent, say(Text("erased")))
    [said] = stage.world.by_bot(stage.support)
    assert said.attachments == []


async def test_where_files_may_not_be_attached_it_says_so(stage: Stage) -> None:
    """Then the core sends the words alone."""
    stage.world.removes_bot_permission(stage.support, Permission.ATTACH_FILES)
    message = carried(File("proof.png", "image/png", BYTES))
    with pytest.raises(DoorShut, match="missing_permission"):
        await stage.platform.send(stage.community, Destination(stage.beside.channel), message, "1:x")
