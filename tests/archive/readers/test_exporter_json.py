"""DiscordChatExporter's JSON is read as its channels looked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers import open_archive
from tests.archive.readers.exports import Json, exporter_json, posted, problems, read, texts, zipped


def alone(tmp_path: Path, message: Json, kind: str = "GuildTextChat") -> ArchivedMessage:
    """The only message of an export, read."""
    (found,) = read(exporter_json(tmp_path / "a.json", [message], kind))
    return found


def test_a_message_has_its_channel_its_author_and_its_time(tmp_path: Path) -> None:
    assert alone(tmp_path, posted(1, "Привет, țară 👋")) == ArchivedMessage(
        id="100000000000000001",
        channel="500000000000000001",
        channel_name="room-1",
        author="900000000000000001",
        author_name="Ana",
        at=datetime(2024, 3, 1, 10, 0, 0, 123000, tzinfo=UTC),
        text="Привет, țară 👋",
        roles=("Helper",),
    )


def test_times_of_other_zones_are_the_same_moment(tmp_path: Path) -> None:
    assert alone(tmp_path, posted(1, at="2024-03-01T12:30:00+02:30")).at == datetime(
        2024, 3, 1, 10, tzinfo=UTC
    )


def test_older_exports_without_nicknames_and_roles_are_read(tmp_path: Path) -> None:
    author = {"id": "3", "name": "bob", "discriminator": "1234", "isBot": False, "avatarUrl": "x"}
    message = alone(tmp_path, posted(1, author=author))
    assert (message.author, message.author_name, message.roles) == ("3", "bob", ())


@pytest.mark.parametrize(
    "kind",
    ["GuildMemberJoin", "ChannelPinnedMessage", "ThreadCreated", "RecipientAdd", "Call", "8", "21", "46"],
)
def test_what_discord_says_is_nobodys_words(tmp_path: Path, kind: str) -> None:
    assert alone(tmp_path, posted(1, "Joined the server.", type=kind)).system


@pytest.mark.parametrize("kind", ["Default", "Reply", "19", "20"])
def test_what_people_say_is_theirs(tmp_path: Path, kind: str) -> None:
    assert not alone(tmp_path, posted(1, type=kind)).system


def test_a_reply_knows_what_it_answers_and_a_forwarded_message_answers_nothing(tmp_path: Path) -> None:
    reference = {"type": "Default", "messageId": "100000000000000001", "channelId": "5", "guildId": "1"}
    answer = posted(2, type="Reply", reference=reference)
    forwarded = posted(
        3, "", reference={**reference, "type": "Forward"}, forwardedMessage={"content": "theirs"}
    )
    pin = posted(4, type="ChannelPinnedMessage", reference=reference)
    messages = read(exporter_json(tmp_path / "a.json", [posted(1), answer, forwarded, pin]))
    assert [message.reply_to for message in messages] == [None, "100000000000000001", None, None]
    assert messages[2].text == ""


def test_a_thread_is_a_channel_that_hangs_on_a_message(tmp_path: Path) -> None:
    message = alone(tmp_path, posted(1), "GuildPublicThread")
    assert (message.channel, message.channel_name) == ("500000000000000001", "room-1")
    assert message.thread == "500000000000000001"


def test_bots_edits_and_attachments_are_noticed(tmp_path: Path) -> None:
    files = [{"id": "1", "url": "https://x.example/a.png", "fileName": "a.png", "fileSizeBytes": 1}] * 2
    bot = {"id": "3", "name": "helper", "isBot": True}
    message = alone(
        tmp_path, posted(1, author=bot, timestampEdited="2024-03-01T11:00:00+00:00", attachments=files)
    )
    assert message.bot and message.edited and message.attachments == 2


def test_ids_left_in_the_text_become_names(tmp_path: Path) -> None:
    raw = "<@31> and <@!32> like <:parrot:33> and <a:dance:34>, 1 < 2"
    mentions = [{"id": "31", "name": "io", "nickname": "Ion"}, {"id": "35", "name": "x"}]
    assert (
        alone(tmp_path, posted(1, raw, mentions=mentions)).text
        == "@Ion and @32 like :parrot: and :dance:, 1 < 2"
    )


def test_what_no_database_takes_is_taken_out(tmp_path: Path) -> None:
    """Exports write such letters escaped: a NUL, and half an emoji."""
    path = exporter_json(tmp_path / "a.json", [posted(1, "aNULb HALF c")])
    path.write_text(path.read_text("utf-8").replace("NUL", "\\u0000").replace("HALF", "\\ud83d"), "utf-8")
    assert texts(path) == ["ab � c"]


def test_channels_and_parts_come_as_one_conversation_in_time(tmp_path: Path) -> None:
    def minute(number: int) -> Json:
        return posted(number, str(number), f"2024-03-01T10:{number:02}:00+00:00")

    exporter_json(tmp_path / "G - room-1 [500000000000000001].json", [minute(1), minute(4)])
    exporter_json(tmp_path / "G - room-1 [500000000000000001] [part 2].json", [minute(5), minute(7)])
    exporter_json(tmp_path / "deep" / "other.json", [minute(2), minute(3), minute(6)], number=2)
    assert texts(tmp_path) == ["1", "2", "3", "4", "5", "6", "7"]
    assert texts(zipped(tmp_path, tmp_path / "all.zip")) == ["1", "2", "3", "4", "5", "6", "7"]
    assert {message.channel_name for message in read(tmp_path)} == {"room-1", "room-2"}


def test_an_export_written_newest_first_is_read_from_its_beginning(tmp_path: Path) -> None:
    newest_first = [
        posted(n, str(n), f"2024-03-01T10:{n // 120:02}:{n // 2 % 60:02}+00:00") for n in range(500, 0, -1)
    ]
    assert texts(exporter_json(tmp_path / "a.json", newest_first)) == [str(n) for n in range(1, 501)]


def test_two_overlapping_exports_of_a_channel_say_everything_once(tmp_path: Path) -> None:
    messages = [posted(n, str(n), f"2024-03-01T10:{n:02}:00+00:00") for n in range(6)]
    exporter_json(tmp_path / "until.json", messages[:4])
    exporter_json(tmp_path / "since.json", messages[2:])
    assert texts(tmp_path) == ["0", "1", "2", "3", "4", "5"]


def test_a_channel_without_messages_is_no_problem(tmp_path: Path) -> None:
    assert texts(exporter_json(tmp_path / "a.json", [])) == []


def test_attachments_that_were_downloaded_are_not_read(tmp_path: Path) -> None:
    exporter_json(tmp_path / "a.json", [posted(1)])
    exporter_json(tmp_path / "a.json_Files" / "somebodys.json", [posted(2, "an attachment")])
    assert texts(tmp_path) == ["Hello"]


def test_messages_that_say_too_little_are_counted_and_the_others_are_read(tmp_path: Path) -> None:
    messages: list[object] = [
        posted(1, "first"), 7, posted(2, id=None), posted(3, author=None), posted(4, timestamp="soon"),
        posted(5, timestamp="2924-03-01T10:00:00+00:00"), posted(6, "last"),
    ]  # fmt: skip
    path = exporter_json(tmp_path / "a.json", messages)
    assert [message.text for message in open_archive(path).messages()] == ["first", "last"]
    codes = ["bad_row", "no_id", "no_author", "no_time", "no_time"]
    assert problems(path) == [("a.json", number, code) for number, code in enumerate(codes, start=2)]


@pytest.mark.parametrize("damage", ['"author": {', '"type": "', '"id": "', "\n    },\n    {"])
def test_a_damage_costs_no_more_than_its_neighbours(tmp_path: Path, damage: str) -> None:
    path = exporter_json(tmp_path / "a.json", [posted(n, f"message {n}") for n in range(9)])
    head, tail = path.read_text("utf-8").split("message 4")
    path.write_text(head + "message 4" + tail.replace(damage, "?", 1), "utf-8")
    read_all = [message.text for message in open_archive(path).messages()]
    assert {f"message {n}" for n in (0, 1, 2, 3, 7, 8)} <= set(read_all)
    assert [code for _, _, code in problems(path)] == ["not_json"]


def test_a_damaged_head_costs_the_name_of_the_channel_and_no_message(tmp_path: Path) -> None:
    path = exporter_json(tmp_path / "G - help - room [500000000000000009].json", [posted(1), posted(2)])
    path.write_text(path.read_text("utf-8").replace('"type": "GuildTextChat"', '"type" "'), "utf-8")
    messages = list(open_archive(path).messages())
    assert [(m.channel, m.channel_name, m.text) for m in messages] == [
        ("500000000000000009", "room", "Hello")
    ] * 2
    assert [code for _, _, code in problems(path)] == ["not_json"]


def test_an_export_on_one_line_is_read_until_its_damage(tmp_path: Path) -> None:
    path = exporter_json(tmp_path / "a.json", [posted(n, f"message {n}") for n in range(9)])
    line = path.read_text("utf-8").replace("\n", "")
    path.write_text(line, "utf-8")
    assert len(texts(path)) == 9
    path.write_text(line.replace('"message 4"', "message 4"), "utf-8")
    assert [message.text for message in open_archive(path).messages()] == [f"message {n}" for n in range(4)]
    assert problems(path) == [("a.json", 5, "not_json")]
