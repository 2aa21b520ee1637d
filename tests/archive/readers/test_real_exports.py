"""Two real exports, counted a second time with nothing but the standard library.

They lie outside the project; without them these tests are skipped.
"""

import csv
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.archive.readers.exports import read, zipped

FOLDER = Path(__file__).parents[4] / "shared" / "data"
SLACK = FOLDER / "slack-export-houston"
DISCORD = FOLDER / "brand-discord"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real exports are not beside the project")


def slack_messages() -> list[tuple[str, dict[str, str]]]:
    """(folder, message) of every message of the Slack export."""
    return [
        (path.parent.name, message)
        for path in sorted(SLACK.glob("*/*.json"))
        for message in json.loads(path.read_text("utf-8"))
    ]


def discord_rows(file: Path) -> list[list[str]]:
    """The rows of one file of the Discord export, without its header."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))[1:]


def test_every_message_of_a_real_slack_export_is_read_once() -> None:
    found = read(SLACK)
    expected = slack_messages()
    assert len(found) == len(expected) == 1382
    assert Counter(message.channel_name for message in found) == Counter(folder for folder, _ in expected)
    assert {(m.channel_name, m.id) for m in found} == {
        (folder, message["ts"]) for folder, message in expected
    }
    assert [message.at.timestamp() for message in found] == pytest.approx(
        sorted(float(message["ts"]) for _, message in expected), abs=0.000_01
    )


def test_who_spoke_in_a_real_slack_export_is_known() -> None:
    found = read(SLACK)
    names = {user["id"] for user in json.loads((SLACK / "users.json").read_text("utf-8"))}
    channels = {
        channel["id"]: channel["name"] for channel in json.loads((SLACK / "channels.json").read_text("utf-8"))
    }
    expected = [message for _, message in slack_messages()]
    assert {message.author for message in found} <= names
    assert all(channels[message.channel] == message.channel_name for message in found)
    spoken = Counter(message["user"] for message in expected if "user" in message)
    assert sum((Counter(message.author for message in found) - spoken).values()) == 6  # comments on files
    said = {None, "file_share", "file_comment"}
    assert sum(not m.system for m in found) == sum(message.get("subtype") in said for message in expected)
    assert sum(message.edited for message in found) == sum("edited" in message for message in expected)


def test_no_text_of_a_real_slack_export_has_ids_or_entities_left() -> None:
    for message in read(SLACK):
        assert not any(mark in message.text for mark in ("<@", "<#", "<!", "<http", "&amp;", "&lt;", "&gt;"))


def test_every_message_of_a_real_discord_export_is_read_once(tmp_path: Path) -> None:
    files = sorted(DISCORD.glob("*/*.csv"))
    expected = {
        f"{file.parent.name}/{file.name}:{number}": (
            file.parent.name,
            cells[0],
            cells[1].rpartition("#")[0],
            cells[3],
        )
        for file in files
        for number, cells in enumerate(discord_rows(file))
    }
    found = read(DISCORD)
    assert len(found) == len(expected) == 3681
    assert {m.id: (m.channel, m.author, m.author_name, m.text) for m in found} == expected
    assert read(zipped(DISCORD, tmp_path / "discord.zip")) == found


def test_the_times_of_a_real_discord_export_are_right() -> None:
    found = read(DISCORD)
    written = (cells[2] for file in DISCORD.glob("*/*.csv") for cells in discord_rows(file))
    times = sorted(datetime.strptime(date, "%d-%b-%y %I:%M %p").replace(tzinfo=UTC) for date in written)
    assert [message.at for message in found] == times


def test_each_channel_of_a_real_discord_export_keeps_its_order() -> None:
    """Whatever the minutes hide: within a channel messages come file by file and row by row."""
    for folder in sorted(path for path in DISCORD.iterdir() if path.is_dir()):
        places = [message.id.split(":") for message in read(DISCORD) if message.channel == folder.name]
        numbers = [(int(Path(file).stem), int(number)) for file, number in places]
        assert numbers == sorted(numbers)


def test_the_labels_of_a_real_discord_export_point_at_messages() -> None:
    ids = {message.id for message in read(DISCORD)}
    labels = [json.loads(line) for line in (DISCORD / "labels.jsonl").read_text("utf-8").splitlines()]
    assert len(labels) == 600
    assert {f"{label['file']}:{label['row']}" for label in labels} <= ids
