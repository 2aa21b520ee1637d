"""DiscordChatExporter's CSV, in both dialects: semicolons until 2019, commas since.

It knows no ids of messages, no replies, threads, roles, bots or edits. Source: `CsvMessageWriter.cs` and
`PlainTextMessageExtensions.cs` of Tyrrrz/DiscordChatExporter, as they were from 2019 to March 2026.
"""

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from typing import Self

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers.channels import Channel
from adapters.archive.readers.dates import DateReader
from adapters.archive.readers.rows import lines, rows
from adapters.archive.readers.tree import Entry
from adapters.archive.readers.values import Unusable, needed
from adapters.archive.readers.watched import Reading

# What the exporter writes for Discord's own messages. Whoever says just this is nobody we would answer either.
SYSTEM = re.compile(
    r"Joined the server\.|Left the group\.|Pinned a message\.|Started a thread\."
    r"|(?:Added|Removed) .{1,100} (?:to|from) the group\.|(?:Added|Removed) a recipient\."
    r"|Started a call that lasted [\d,]+ minutes\.|Changed the channel (?:icon\.|name(?:\.|: .{1,100}))"
)
# Names had a number until 2023; mentions in texts never did.
DISCRIMINATOR = re.compile(r"#\d{4}$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row things are, from the header; `author_id` and `attachments` may be missing."""

    delimiter: str
    author: int
    date: int
    content: int
    author_id: int | None
    attachments: int | None
    width: int

    @classmethod
    def of(cls, header: str) -> Self | None:
        """The columns that a file's first line names, or None if it isn't the exporter's."""
        delimiter = ";" if ";" in header else ","
        names = [name.strip(' "').lower() for name in header.rstrip(" \r\n;,").split(delimiter)]
        at = {name: place for place, name in enumerate(names)}
        if not {"author", "date", "content"} <= at.keys():
            return None
        return cls(
            delimiter,
            at["author"],
            at["date"],
            at["content"],
            at.get("authorid"),
            at.get("attachments"),
            len(names),
        )

    def check(self, row: Sequence[str]) -> None:
        """Raises Unusable for a row with more or fewer cells; in the older dialect each ends with a separator."""
        if not self.width <= len(row) <= self.width + 1:
            raise Unusable("bad_row")


def read(
    entry: Entry, channel: Channel, zone: tzinfo, reading: Reading
) -> Generator[ArchivedMessage, None, None]:
    """The messages of one file; ids are the file's name and the row, counted from 0."""
    text = lines(reading.text(entry))
    header = next(text, "")
    columns = Columns.of(header)
    if columns is None:
        reading.ledger.report(entry.name, 1, "bad_row")
        return
    dates = DateReader(zone)
    for number, row in rows(text, columns.delimiter, partial(reading.ledger.report, entry.name)):
        try:
            yield message_of(row, f"{entry.name}:{number - 1}", columns, channel, dates)
        except Unusable as problem:
            reading.ledger.report(entry.name, number, problem.code)


def message_of(
    row: Sequence[str], key: str, columns: Columns, channel: Channel, dates: DateReader
) -> ArchivedMessage:
    """A message. Raises Unusable."""
    columns.check(row)
    name = DISCRIMINATOR.sub("", row[columns.author])
    author = name if columns.author_id is None else row[columns.author_id]
    attachments = "" if columns.attachments is None else row[columns.attachments]
    return ArchivedMessage(
        id=key,
        channel=channel.id,
        channel_name=channel.name,
        author=needed(author, "no_author"),
        author_name=name or author,
        at=needed(dates.read(row[columns.date]), "no_time"),
        text=row[columns.content],
        system=SYSTEM.fullmatch(row[columns.content]) is not None,
        attachments=attachments.count(",") + 1 if attachments else 0,
    )
