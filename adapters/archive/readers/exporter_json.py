"""DiscordChatExporter's JSON: a file a channel or thread, or several parts of one.

Source: `JsonMessageWriter.cs` of Tyrrrz/DiscordChatExporter, as it was in March 2026.
"""

import re
from collections.abc import Generator
from datetime import UTC
from functools import partial

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers.channels import Channel
from adapters.archive.readers.jsonstream import JsonStream
from adapters.archive.readers.tree import Entry
from adapters.archive.readers.values import Unusable, each, get, moment, needed, text
from adapters.archive.readers.watched import Reading

# Types are names where the exporter knows one and Discord's numbers where it doesn't: 19 is a reply, 20 and 23 are
# answers of apps. All others are joins, pins, boosts, calls.
REPLY = frozenset({"Reply", "19"})
SAID = frozenset({"", "Default", "0", "20", "23"}) | REPLY

# Exports made with `--markdown false` keep ids.
RAW = re.compile(r"<(?:@!?(?P<member>\d+)|a?(?P<emoji>:\w+:)\d+)>")


def read(entry: Entry, channel: Channel, reading: Reading) -> Generator[ArchivedMessage, None, None]:
    """The messages of one file. `channel` is what its name says, for when its head is damaged."""
    stream = JsonStream(reading.text(entry), partial(reading.ledger.report, entry.name))
    thread = None
    for key, value in stream.members("messages"):
        if key == "channel":
            channel = channel_of(value) or channel
            thread = channel.id if "Thread" in text(get(value, "type")) else None
        elif key == "messages":
            try:
                yield message_of(value, channel, thread)
            except Unusable as problem:
                reading.ledger.report(entry.name, stream.count, problem.code)


def channel_of(value: object) -> Channel | None:
    key = text(get(value, "id"))
    return Channel(key, text(get(value, "name")) or key) if key else None


def message_of(element: object, channel: Channel, thread: str | None) -> ArchivedMessage:
    """A message; a thread's id is that of the message that it hangs on. Raises Unusable."""
    if not isinstance(element, dict):
        raise Unusable("bad_row")
    kind = text(element.get("type"))
    author = element.get("author")
    author_id = text(get(author, "id"))
    return ArchivedMessage(
        id=needed(text(element.get("id")), "no_id"),
        channel=channel.id,
        channel_name=channel.name,
        author=needed(author_id, "no_author"),
        author_name=text(get(author, "nickname")) or text(get(author, "name")) or author_id,
        at=needed(moment(text(element.get("timestamp")), UTC), "no_time"),
        text=readable(text(element.get("content")), element.get("mentions")),
        thread=thread,
        reply_to=text(get(element, "reference", "messageId")) or None if kind in REPLY else None,
        roles=tuple(text(get(role, "name")) for role in each(get(author, "roles"))),
        bot=get(author, "isBot") is True,
        system=kind not in SAID,
        edited=bool(element.get("timestampEdited")),
        attachments=len(each(element.get("attachments"))),
    )


def readable(words: str, mentions: object) -> str:
    """`words` with @name and :emoji: where the exporter left ids."""
    if "<" not in words:
        return words
    names = {
        text(get(member, "id")): text(get(member, "nickname")) or text(get(member, "name"))
        for member in each(mentions)
    }
    return RAW.sub(lambda raw: raw["emoji"] or "@" + (names.get(raw["member"]) or raw["member"]), words)
