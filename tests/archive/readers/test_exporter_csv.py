"""DiscordChatExporter's CSV is read in both of its dialects."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers import open_archive
from tests.archive.readers.exports import exporter_csv, old_row, problems, read, row, texts, zipped


def channels(path: Path) -> set[tuple[str, str]]:
    return {(message.channel, message.channel_name) for message in read(path)}


def test_a_row_of_today_is_a_message(tmp_path: Path) -> None:
    file = exporter_csv(
        tmp_path / "Shop - Help - support [500000000000000001].csv", row("Hello", author="ana")
    )
    assert read(file) == [
        ArchivedMessage(
            id="Shop - Help - support [500000000000000001].csv:0",
            channel="500000000000000001",
            channel_name="support",
            author="900000000000000001",
            author_name="ana",
            at=datetime(2024, 3, 1, 10, 0, 0, 123000, tzinfo=UTC),
            text="Hello",
        )
    ]


def test_a_row_of_old_is_a_message(tmp_path: Path) -> None:
    (message,) = read(exporter_csv(tmp_path / "support.csv", old_row("Hello; you"), old=True))
    assert (message.author_name, message.text, message.channel) == ("ana", "Hello; you", "support")
    assert message.at == datetime(2018, 10, 31, 19, 34, tzinfo=UTC)


def test_old_times_are_those_of_the_zone_given(tmp_path: Path) -> None:
    file = exporter_csv(tmp_path / "a.csv", old_row("Hello"), old=True)
    (message,) = open_archive(file, zone=ZoneInfo("Europe/Chisinau")).messages()
    assert message.at == datetime(2018, 10, 31, 17, 34, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("31-Oct-18 12:05 AM", datetime(2018, 10, 31, 0, 5, tzinfo=UTC)),
        ("31-Oct-18 12:05 PM", datetime(2018, 10, 31, 12, 5, tzinfo=UTC)),
        ("10/31/2018 7:34 PM", datetime(2018, 10, 31, 19, 34, tzinfo=UTC)),
        ("03/04/2018 7:34\u202fPM", datetime(2018, 3, 4, 19, 34, tzinfo=UTC)),
        ("03/04/2018 19:34", datetime(2018, 4, 3, 19, 34, tzinfo=UTC)),
        ("03.04.2018 19:34", datetime(2018, 4, 3, 19, 34, tzinfo=UTC)),
        ("2018-04-03 19:34:56", datetime(2018, 4, 3, 19, 34, 56, tzinfo=UTC)),
        ("2018-04-03T19:34:56.1234567+03:00", datetime(2018, 4, 3, 16, 34, 56, 123456, tzinfo=UTC)),
    ],
)
def test_dates_of_every_age_are_understood(tmp_path: Path, written: str, read_as: datetime) -> None:
    (message,) = read(exporter_csv(tmp_path / "a.csv", row("Hello", written)))
    assert message.at == read_as


@pytest.mark.parametrize(
    "written", ["", "yesterday", "31-Foo-18 07:34 PM", "31-Feb-18 07:34 PM", "13/31/2018 7:34 PM"]
)
def test_what_is_no_date_is_counted(tmp_path: Path, written: str) -> None:
    file = exporter_csv(tmp_path / "a.csv", row("one"), row("two", written), row("three"))
    assert [message.text for message in open_archive(file).messages()] == ["one", "three"]
    assert problems(file) == [("a.csv", 2, "no_time")]


def test_the_hour_that_clocks_repeat_in_autumn_is_read_as_it_was_lived(tmp_path: Path) -> None:
    """Summer time ended in Bucharest at 04:00 on 28 October 2018: from 03:00 on an hour came twice."""
    times = ["02:50 AM", "03:10 AM", "03:50 AM", "03:05 AM", "03:40 AM", "04:10 AM"]
    rows = [old_row(str(n), f"28-Oct-18 {time}") for n, time in enumerate(times)]
    archive = open_archive(
        exporter_csv(tmp_path / "a.csv", *rows, old=True), zone=ZoneInfo("Europe/Bucharest")
    )
    messages = list(archive.messages())
    assert [message.text for message in messages] == ["0", "1", "2", "3", "4", "5"]
    steps = [later.at - earlier.at for earlier, later in pairwise(messages)]
    assert steps == [timedelta(minutes=minutes) for minutes in (20, 40, 15, 35, 30)]


def test_a_text_may_have_quotes_separators_and_line_breaks(tmp_path: Path) -> None:
    said = (
        'He said "no",\nthen\r\n\n"100000000000000001","bob","2024-03-01T10:00:00","x"; and left\u2028it\x1d.'
    )
    assert texts(exporter_csv(tmp_path / "a.csv", row(said), row("next"))) == [said, "next"]


def test_attachments_are_counted_and_reactions_ignored(tmp_path: Path) -> None:
    file = exporter_csv(
        tmp_path / "a.csv", row("", files="https://x.example/1.png,https://x.example/2.png"), row("b")
    )
    assert [message.attachments for message in read(file)] == [2, 0]


@pytest.mark.parametrize(
    "said",
    [
        "Joined the server.",
        "Pinned a message.",
        "Started a call that lasted 3 minutes.",
        "Added bob to the group.",
    ],
)
def test_what_discord_says_is_nobodys_words(tmp_path: Path, said: str) -> None:
    messages = read(exporter_csv(tmp_path / "a.csv", row(said), row(said + " And then?")))
    assert [message.system for message in messages] == [True, False]


def test_parts_follow_each_other_by_number_within_one_minute(tmp_path: Path) -> None:
    """The older dates have no seconds: only the places of files and rows tell what came first."""
    for part in (1, 2, 10):
        exporter_csv(tmp_path / "support" / f"{part}.csv", old_row(f"{part}a"), old_row(f"{part}b"), old=True)
    assert texts(tmp_path) == ["1a", "1b", "2a", "2b", "10a", "10b"]
    assert channels(tmp_path) == channels(tmp_path / "support") == {("support", "support")}
    assert channels(tmp_path / "support" / "2.csv") == {("support", "support")}
    assert channels(zipped(tmp_path / "support", tmp_path / "support.zip")) == {("support", "support")}


def test_the_exporters_own_names_say_the_channel(tmp_path: Path) -> None:
    name = "Shop - Help - support [500000000000000001]"
    for suffix in ("", " [part 2]", " (after 2024-01-01)", " (2024-01-01 to 2024-02-01) [part 10]"):
        exporter_csv(tmp_path / f"{name}{suffix}.csv", row("Hello"))
    assert channels(tmp_path) == {("500000000000000001", "support")}


def test_a_file_a_channel_has_the_channels_name(tmp_path: Path) -> None:
    exporter_csv(tmp_path / "general.csv", row("Hello"))
    exporter_csv(tmp_path / "help.csv", row("Hello"))
    exporter_csv(tmp_path / "help [part 2].csv", row("Hello"))
    exporter_csv(tmp_path / "500000000000000007.csv", row("Hello"))
    assert {name for _, name in channels(tmp_path)} == {"general", "help", "500000000000000007"}


def test_channels_of_one_name_in_two_folders_stay_apart(tmp_path: Path) -> None:
    for folder in ("games", "music"):
        exporter_csv(tmp_path / "server" / folder / "general.csv", row("Hello"))
    found = {name for name, _ in channels(tmp_path / "server")}
    assert len(found) == 2
    assert all(name.endswith(("games/general", "music/general")) for name in found)


def test_columns_are_found_by_their_names(tmp_path: Path) -> None:
    """Before September 2019 there was no id of the author; and people add columns of their own."""
    path = tmp_path / "a.csv"
    path.write_text("Date;Author;Content\n31-Oct-18 07:34 PM;ana#1234;Hello\n", "utf-8")
    (message,) = read(path)
    assert (message.author, message.author_name, message.text) == ("ana", "ana", "Hello")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, encoding: str) -> None:
    path = exporter_csv(tmp_path / "a.csv", row("țară"))
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert texts(path) == ["țară"]


@pytest.mark.parametrize(
    ("bytes_between", "seen"), [(b"caf\xe9", "caf�"), (b"ca\0f", "caf"), ("é\0".encode(), "é")]
)
def test_bytes_that_are_no_text_are_replaced_and_counted_once(
    tmp_path: Path, bytes_between: bytes, seen: str
) -> None:
    path = exporter_csv(tmp_path / "a.csv", row("HERE"), row("fine"), row("HERE"))
    path.write_bytes(path.read_bytes().replace(b"HERE", bytes_between))
    assert [message.text for message in open_archive(path).messages()] == [seen, "fine", seen]
    assert problems(path) == [("a.csv", None, "not_text")]


def test_a_whole_file_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    path = exporter_csv(tmp_path / "a.csv", *(row("şi țară") for _ in range(5000)))
    path.write_bytes(path.read_text("utf-8").replace("ț", "t").encode("cp1254", "replace"))
    assert [message.text for message in open_archive(path).messages()] == ["�i tar?"] * 5000
    assert problems(path) == [("a.csv", None, "not_text")]


@pytest.mark.parametrize(
    ("damaged", "code"),
    [
        (row("two").replace('"two"', '"two'), "bad_row"),  # a quote is lost
        (row("two").replace('"ana"', 'ana"'), "bad_row"),
        ('"900000000000000001","ana"', "bad_row"),  # the rest is lost
        (row("two") + ',"and","more"', "bad_row"),
        ("x" * 50_000, "bad_row"),
        ("x" * 70_000, "too_large"),
        ('"' + "x" * 70_000, "too_large"),
    ],
)
def test_a_damaged_row_is_lost_alone(tmp_path: Path, damaged: str, code: str) -> None:
    file = exporter_csv(tmp_path / "a.csv", row("one"), damaged, row("three"), row("four"))
    assert [message.text for message in open_archive(file).messages()] == ["one", "three", "four"]
    assert problems(file)[0] == ("a.csv", 2, code)


def test_blank_lines_are_nothing(tmp_path: Path) -> None:
    messages = read(exporter_csv(tmp_path / "a.csv", "", row("one"), "", "", row("two"), ""))
    assert [(message.id, message.text) for message in messages] == [("a.csv:0", "one"), ("a.csv:1", "two")]


def test_a_row_without_an_author_is_counted(tmp_path: Path) -> None:
    file = exporter_csv(tmp_path / "a.csv", row("one").replace("900000000000000001", ""))
    assert problems(file) == [("a.csv", 1, "no_author")]


def test_a_file_that_ends_within_a_row_says_so(tmp_path: Path) -> None:
    file = exporter_csv(tmp_path / "a.csv", row("one"), row("two"))
    file.write_bytes(file.read_bytes()[:-20])
    assert [message.text for message in open_archive(file).messages()] == ["one"]
    assert problems(file) == [("a.csv", 2, "truncated")]
