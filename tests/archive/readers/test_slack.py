"""A Slack export is read as its members remember it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers import open_archive
from tests.archive.readers.exports import Json, problems, read, said, slack_export, texts, zipped


def alone(tmp_path: Path, message: Json) -> ArchivedMessage:
    """The only message of an export, read."""
    (found,) = read(slack_export(tmp_path, {"general/2023-11-14": [message]}))
    return found


def test_a_message_has_its_channel_its_author_and_its_time(tmp_path: Path) -> None:
    assert alone(tmp_path, said("Good morning", "1700000000.000100", "U01")) == ArchivedMessage(
        id="1700000000.000100",
        channel="C01",
        channel_name="general",
        author="U01",
        author_name="Ana Pop",
        at=datetime(2023, 11, 14, 22, 13, 20, 100, tzinfo=UTC),
        text="Good morning",
        roles=("owner", "admin"),
    )


@pytest.mark.parametrize(
    ("user", "name"), [("U01", "Ana Pop"), ("U02", "Ion R."), ("U03", "nobody"), ("U99", "U99")]
)
def test_people_are_called_by_the_best_name_that_is_known(tmp_path: Path, user: str, name: str) -> None:
    assert alone(tmp_path, said("hi", user=user)).author_name == name


def test_a_guest_of_another_workspace_is_described_in_the_message(tmp_path: Path) -> None:
    guest = said("hi", user="W77", user_profile={"display_name": "", "real_name": "Vera", "name": "vera"})
    assert alone(tmp_path, guest).author_name == "Vera"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("ask <@U02> or <@U77|olga> or <@U99>", "ask @Ion R. or @olga or @U99"),
        ("see <#C02|support> and <#C01>, not <#C99>", "see #support and #general, not #C99"),
        ("<!channel> <!here> <!subteam^S1|@staff> <!subteam^S1>", "@channel @here @staff @subteam"),
        ("until <!date^1700000000^{date}|14 November>", "until 14 November"),
        ("<https://shop.example/a?b=1&amp;c=2>", "https://shop.example/a?b=1&c=2"),
        ("<http://b.example|b.example> <mailto:a@b.example|a@b.example> <tel:+40>", "b.example a@b.example +40"),
        ("R&amp;D: 1 &lt; 2 &gt; 0, literally &amp;lt;", "R&D: 1 < 2 > 0, literally &lt;"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)  # fmt: skip
def test_the_text_is_what_readers_saw(tmp_path: Path, written: str, seen: str) -> None:
    assert alone(tmp_path, said(written)).text == seen


def test_old_uploads_and_comments_keep_the_members_own_words(tmp_path: Path) -> None:
    link = "<https://x.slack.com/files/ana/F1/a.png|a.png>"
    day = [
        said(f"<@U01|ana> uploaded a file: {link} and commented: it is broken", "1.1", subtype="file_share"),
        said(f"<@U01|ana> uploaded a file: {link}", "1.2", subtype="file_share"),
        said(f"<@U01|ana> shared a file: {link}", "1.3", subtype="file_share"),
        said(f"<@U02|ion> commented on U01's file {link}: same here", "1.4", user="", subtype="file_comment"),
    ]  # fmt: skip
    messages = read(
        slack_export(tmp_path, {"general/2015-01-01": [{**m, "ts": f"170000000{m['ts']}"} for m in day]})
    )
    assert [(m.author, m.text, m.attachments, m.system) for m in messages] == [
        ("U01", "it is broken", 1, False),
        ("U01", "", 1, False),
        ("U01", "", 1, False),
        ("U02", "same here", 0, False),
    ]


@pytest.mark.parametrize(
    "subtype", ["channel_join", "pinned_item", "channel_topic", "bot_add", "tombstone", "new_kind"]
)
def test_what_slack_says_is_nobodys_words(tmp_path: Path, subtype: str) -> None:
    assert alone(tmp_path, said("<@U02> has joined", subtype=subtype)).system


@pytest.mark.parametrize("subtype", ["me_message", "thread_broadcast", "file_share"])
def test_what_people_say_in_other_ways_is_theirs(tmp_path: Path, subtype: str) -> None:
    message = alone(tmp_path, said("hi", subtype=subtype))
    assert not message.system and not message.bot


@pytest.mark.parametrize(
    ("bot", "name"),
    [
        ({"subtype": "bot_message", "bot_id": "B1", "username": "Deploys", "user": None}, "Deploys"),
        ({"bot_id": "B1", "user": "U04"}, "Polly"),
        ({"bot_id": "B1", "user": None, "bot_profile": {"name": "Calendar"}}, "Calendar"),
        ({"user": "USLACKBOT"}, "USLACKBOT"),
    ],
)
def test_bots_are_known_by_any_of_their_marks(tmp_path: Path, bot: Json, name: str) -> None:
    message = alone(tmp_path, {**said("42 passed"), **bot})
    assert message.bot and not message.system
    assert message.author_name == name


def test_a_reply_knows_its_thread_and_the_message_that_began_it_does_not(tmp_path: Path) -> None:
    began, replied = read(
        slack_export(
            tmp_path,
            {
                "general/2023-11-14": [
                    said("anyone?", "1700000000.000100", thread_ts="1700000000.000100", reply_count=1),
                    said("me", "1700000050.000200", "U02", thread_ts="1700000000.000100"),
                ]
            },
        )
    )
    assert (began.thread, began.reply_to) == (None, None)
    assert (replied.thread, replied.reply_to) == (began.id, began.id)


def test_edits_and_files_are_noticed(tmp_path: Path) -> None:
    message = alone(
        tmp_path, said("x", edited={"user": "U01", "ts": "1.2"}, files=[{"id": "F1"}, {"id": "F2"}])
    )
    assert message.edited and message.attachments == 2


def test_all_channels_and_days_come_in_the_order_in_which_they_were_written(tmp_path: Path) -> None:
    slack_export(
        tmp_path,
        {
            "general/2023-11-15": [said("4", "1700090000.000100"), said("3", "1700080000.000100")],
            "general/2023-11-14": [said("1", "1700000001.000100")],
            "support/2023-11-14": [said("2", "1700000002.000100"), said("5", "1700090001.000100")],
        },
    )
    assert texts(tmp_path) == ["1", "2", "3", "4", "5"]
    assert texts(zipped(tmp_path, tmp_path / "slack.zip")) == ["1", "2", "3", "4", "5"]
    assert texts(zipped(tmp_path, tmp_path / "inner.zip", "My export/")) == ["1", "2", "3", "4", "5"]


def test_however_a_day_is_mixed_up_it_is_put_in_order(tmp_path: Path) -> None:
    """Some tools put the replies of a day behind all that stands in the channel."""
    numbers = [*range(0, 400, 2), *range(1, 400, 2)]
    day = [said(str(number), f"1700000{number:03}.000100") for number in numbers]
    assert texts(slack_export(tmp_path, {"general/2023-11-14": day})) == [
        str(number) for number in range(400)
    ]


def test_a_day_is_one_of_the_workspaces_own_time_zone(tmp_path: Path) -> None:
    """In Sydney the 15th has begun before the 14th is over in London."""
    days = {
        "general/2023-11-15": [said("1", "1699999990.000100")],
        "support/2023-11-14": [said("2", "1699999991.000100"), said("3", "1700020000.000100")],
    }
    assert texts(slack_export(tmp_path, days)) == ["1", "2", "3"]


def test_a_damaged_day_is_read_on_behind_the_damage(tmp_path: Path) -> None:
    day = [
        said(f"{number}", f"170000000{number}.000100", blocks=[{"type": "rich_text"}]) for number in range(6)
    ]
    path = slack_export(tmp_path, {"general/2023-11-14": day}) / "general" / "2023-11-14.json"
    for indent in (1, 4, "\t"):
        path.write_text(json.dumps(day, indent=indent).replace('"2"', '2"'), "utf-8")
        assert [message.text for message in open_archive(tmp_path).messages()] == ["0", "1", "3", "4", "5"]
        assert problems(tmp_path) == [("general/2023-11-14.json", 3, "not_json")]


def test_what_slack_hides_is_nobodys_words(tmp_path: Path) -> None:
    assert alone(tmp_path, said("draft", hidden=True)).system


def test_one_message_exported_twice_was_said_once(tmp_path: Path) -> None:
    day = [said("once", "1700000000.000100"), said("once", "1700000000.000100")]
    elsewhere = [said("once", "1700000000.000100")]
    messages = read(slack_export(tmp_path, {"general/2023-11-14": day, "support/2023-11-14": elsewhere}))
    assert [message.channel for message in messages] == ["C01", "C02"]


def test_direct_messages_are_channels_too_and_what_slack_adds_is_no_channel(tmp_path: Path) -> None:
    slack_export(tmp_path, {"D07/2023-11-14": [said("psst")], "dms": [{"id": "D07"}], "general/canvas": [{}]})
    assert [(message.channel, message.channel_name) for message in read(tmp_path)] == [("D07", "D07")]


def test_messages_that_say_too_little_are_counted_and_the_others_are_read(tmp_path: Path) -> None:
    no_user = {"type": "message", "text": "who?", "ts": "1700000000.000200"}
    day = [
        said("ok"),
        "not an object",
        said("when?", "soon"),
        said("long ago", "-5"),
        no_user,
        said("last", "1700000009.1"),
    ]
    slack_export(tmp_path, {"general/2023-11-14": day})
    assert [message.text for message in open_archive(tmp_path).messages()] == ["ok", "last"]
    file = "general/2023-11-14.json"
    assert problems(tmp_path) == [
        (file, 2, "bad_row"), (file, 3, "no_time"), (file, 4, "no_time"), (file, 5, "no_author"),
    ]  # fmt: skip


def test_an_export_without_its_lists_is_read_all_the_same(tmp_path: Path) -> None:
    slack_export(tmp_path, {"general/2023-11-14": [said("hello <@U02|ion>")]})
    (tmp_path / "users.json").unlink()
    (tmp_path / "channels.json").unlink()
    assert [(m.channel, m.author_name, m.text) for m in read(tmp_path)] == [("general", "U01", "hello @ion")]


def test_an_export_in_which_nobody_wrote_is_an_export(tmp_path: Path) -> None:
    assert read(slack_export(tmp_path, {})) == []
