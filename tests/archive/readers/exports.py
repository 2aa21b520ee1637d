"""Small exports as the real tools write them, field for field."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers import open_archive

Json = dict[str, object]

USERS: Sequence[Json] = (
    {"id": "U01", "name": "ana", "is_owner": True, "is_admin": True, "profile": {"display_name": "Ana Pop"}},
    {
        "id": "U02",
        "name": "ion",
        "real_name": "Ion R.",
        "profile": {"display_name": "", "real_name": "Ion R."},
    },
    {"id": "U03", "name": "nobody"},
    {"id": "U04", "name": "poll", "is_bot": True, "profile": {"real_name": "Polly"}},
)
CHANNELS: Sequence[Json] = ({"id": "C01", "name": "general"}, {"id": "C02", "name": "support"})


def said(text: str, ts: str = "1700000000.000100", user: str = "U01", **more: object) -> Json:
    """A Slack message."""
    return {"type": "message", "user": user, "text": text, "ts": ts, **more}


def slack_export(root: Path, days: Mapping[str, Sequence[object]]) -> Path:
    """A Slack export of those days (`general/2023-11-14`), as a folder."""
    lists: Mapping[str, Sequence[object]] = {"users": USERS, "channels": CHANNELS, **days}
    for name, elements in lists.items():
        path = root / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(elements, indent=4), "utf-8")
    return root


def posted(
    number: int, content: str = "Hello", at: str = "2024-03-01T10:00:00.123+00:00", **more: object
) -> Json:
    """A message as DiscordChatExporter's JSON has it."""
    author = {
        "id": "900000000000000001",
        "name": "ana",
        "discriminator": "0000",
        "nickname": "Ana",
        "isBot": False,
    }
    return {
        "id": str(100000000000000000 + number),
        "type": "Default",
        "timestamp": at,
        "timestampEdited": None,
        "isPinned": False,
        "content": content,
        "author": {**author, "roles": [{"id": "7", "name": "Helper", "color": None, "position": 2}]},
        "attachments": [],
        "embeds": [],
        "reactions": [],
        "mentions": [],
        **more,
    }


def exporter_json(
    path: Path, messages: Sequence[object], kind: str = "GuildTextChat", number: int = 1
) -> Path:
    """A DiscordChatExporter JSON file of the channel with that number."""
    document = {
        "guild": {"id": "1", "name": "Café", "iconUrl": None},
        "channel": {
            "id": f"50000000000000000{number}",
            "type": kind,
            "category": "Help",
            "name": f"room-{number}",
        },
        "dateRange": {"after": None, "before": None},
        "exportedAt": "2024-03-02T00:00:00+00:00",
        "messages": messages,
        "messageCount": len(messages),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False), "utf-8")
    return path


def row(
    content: str, at: str = "2024-03-01T10:00:00.1230000+00:00", author: str = "ana", files: str = ""
) -> str:
    """A row of the current CSV."""
    cells = ("900000000000000001", author, at, content, files, "")
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def old_row(content: str, at: str = "31-Oct-18 07:34 PM", author: str = "ana#1234", files: str = "") -> str:
    """A row of the older CSV."""
    cells = ("900000000000000001", author, at, content, files, "")
    return "".join('"' + cell.replace('"', '""') + '";' for cell in cells)


def exporter_csv(path: Path, *rows: str, old: bool = False) -> Path:
    header = "AuthorID,Author,Date,Content,Attachments,Reactions"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [header.replace(",", ";") + ";" if old else header, *rows]
    path.write_bytes("".join(line + "\r\n" for line in lines).encode())
    return path


def zipped(folder: Path, path: Path, within: str = "") -> Path:
    """The folder's files as a zip, all of them in the folder `within` of it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, within + file.relative_to(folder).as_posix())
    return path


def read(path: Path) -> list[ArchivedMessage]:
    """The messages of an export in which there is nothing wrong."""
    archive = open_archive(path)
    messages = list(archive.messages())
    assert archive.problems == []
    assert archive.bytes_read == archive.total_bytes > 0
    return messages


def texts(path: Path) -> list[str]:
    return [message.text for message in read(path)]


def problems(path: Path) -> list[tuple[str, int | None, str]]:
    """What is wrong with an export: (file, entry, code)."""
    archive = open_archive(path)
    for _ in archive.messages():
        continue
    return [(problem.file, problem.entry, problem.code) for problem in archive.problems]
