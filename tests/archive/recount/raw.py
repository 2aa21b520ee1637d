"""Real exports read a second time, with nothing but the standard library."""

import csv
import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).parents[4] / "shared" / "data"
SLACK = FOLDER / "slack-export-houston"
DISCORD = FOLDER / "brand-discord"
TWEETS = FOLDER / "airline-tweets" / "Tweets.csv"

# Slack's words for its own lines; all other subtypes of these exports are somebody's.
SLACKS_OWN = re.compile(r"channel_|group_|bot_|pinned_item|unpinned_item")
PINNED = "Pinned a message."
ANGLES = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `person` is False for what nobody said."""

    id: str
    channel: str
    author: str
    at: datetime
    text: str
    person: bool = True


def slack_lines(folder: Path) -> list[Line]:
    """A Slack export without threads, in order of time."""
    names = {
        user["id"]: user["profile"]["real_name"] for user in json.loads((folder / "users.json").read_bytes())
    }
    rooms = {room["id"]: room["name"] for room in json.loads((folder / "channels.json").read_bytes())}
    lines = []
    for path in sorted(folder.glob("*/*.json")):
        for message in json.loads(path.read_bytes()):
            assert "thread_ts" not in message
            lines.append(_slack_line(message, path.parent.name, names | rooms))
    return sorted(lines, key=lambda line: (line.at, line.channel))


def _slack_line(message: dict[str, str], channel: str, known: dict[str, str]) -> Line:
    kind, text, author = message.get("subtype", ""), message.get("text", ""), message.get("user", "")
    if kind == "file_comment":
        author = text[2:].split("|")[0].split(">")[0]
        text = text.split(">: ", 1)[1]
    elif kind == "file_share":
        text = text.partition(" and commented: ")[2]
    seconds, micro = message["ts"].split(".")
    at = datetime.fromtimestamp(int(seconds), UTC).replace(microsecond=int(micro))
    text = html.unescape(ANGLES.sub(lambda found: _shown(found, known), text))
    return Line(message["ts"], channel, author, at, text, person=not SLACKS_OWN.match(kind))


def _shown(found: re.Match[str], known: dict[str, str]) -> str:
    """What a reader of Slack sees for what stands in angle brackets."""
    body, label = found[1], found[2]
    if body[0] == "@":
        return "@" + known.get(body[1:], label or body[1:])
    if body[0] == "#":
        return "#" + (label or known[body[1:]])
    if body[0] == "!":
        return label or "@" + body[1:]
    return label or body.removeprefix("mailto:")


def csv_lines(folder: Path, zone: ZoneInfo) -> list[Line]:
    """DiscordChatExporter's older CSV, a folder a channel, in order of time, then of file and row."""
    found = []
    for path in folder.glob("*/*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream, delimiter=";"))[1:]
        for number, cells in enumerate(rows):
            at = datetime.strptime(cells[2], "%d-%b-%y %I:%M %p").replace(tzinfo=zone).astimezone(UTC)
            name = f"{path.parent.name}/{path.name}:{number}"
            line = Line(name, path.parent.name, cells[0], at, cells[3], person=cells[3] != PINNED)
            found.append(((at, line.channel, int(path.stem), number), line))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def tweets(zone: ZoneInfo, until: str) -> list[Line]:
    """Tweets to airlines up to and with that day (ISO, in `zone`), a channel an airline; each of them once."""
    found = {}
    with TWEETS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            at = datetime.strptime(row["tweet_created"], "%Y-%m-%d %H:%M:%S %z")
            if at.astimezone(zone).date().isoformat() <= until:
                line = Line(row["tweet_id"], row["airline"], row["name"], at.astimezone(UTC), row["text"])
                found[line.channel, line.id] = line
    return sorted(found.values(), key=lambda line: (line.at, line.channel, line.id))


def as_export(folder: Path, lines: Sequence[Line]) -> Path:
    """Shape them as DiscordChatExporter's JSON: a file a channel, some messages twice, as when exports overlap."""
    folder.mkdir()
    for number, channel in enumerate(sorted({line.channel for line in lines}), start=1):
        said = [line for line in lines if line.channel == channel]
        document = {
            "guild": {"id": "1", "name": "Airlines"},
            "channel": {"id": str(number), "type": "GuildTextChat", "name": channel},
            "messages": [_message(line) for line in said],
        }
        for part in ("", " [part 2]"):
            path = folder / f"Airlines - {channel} [{10**17 + number}]{part}.json"
            path.write_text(json.dumps(document), "utf-8")
            document["messages"] = [_message(line) for line in said[-10:]]
    return folder


def _message(line: Line) -> dict[str, object]:
    return {
        "id": line.id,
        "type": "Default",
        "timestamp": line.at.isoformat(),
        "content": line.text,
        "author": {"id": line.author, "name": line.author, "isBot": False, "roles": []},
    }
