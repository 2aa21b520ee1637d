"""A Slack export: `users.json`, `channels.json` and their like, and a folder a channel with a file a day.

Source: Slack's help page "How to read Slack data exports".
"""

import re
from collections.abc import Sequence
from datetime import UTC, timedelta
from functools import partial
from itertools import chain, groupby
from operator import attrgetter

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers.jsonstream import JsonStream
from adapters.archive.readers.order import BEGINNING, Source, in_order
from adapters.archive.readers.slack_message import Workspace, message_of
from adapters.archive.readers.tree import Entry
from adapters.archive.readers.values import Unusable, moment
from adapters.archive.readers.watched import Reading

DAY = re.compile(r"(?:.*/)?([^/]+)/(\d{4}-\d{2}-\d{2})\.json")
PEOPLE = frozenset({"users.json", "org_users.json"})
CHANNELS = frozenset({"channels.json", "groups.json", "dms.json", "mpims.json"})

# A day's messages are sorted in memory. Real days have some hundred kilobytes.
LARGEST_DAY = 64 * 1024**2


class SlackReader:
    """Reads the files of one export; files that are not Slack's own are left alone."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._workspace = Workspace()

    def sources(self, entries: Sequence[Entry]) -> list[Source]:
        """One source a channel, after the lists of people and channels have been read."""
        for entry in entries:
            if base(entry) in PEOPLE:
                for user in self._stream(entry).elements():
                    self._workspace.add_user(user)
            elif base(entry) in CHANNELS:
                for channel in self._stream(entry).elements():
                    self._workspace.add_channel(channel)
        days = sorted((entry for entry in entries if DAY.fullmatch(entry.name)), key=attrgetter("name"))
        folders = groupby(days, key=lambda day: day.name.rpartition("/")[0])
        return [self._channel(list(days)) for _, days in folders]

    def _stream(self, entry: Entry) -> JsonStream:
        return JsonStream(self._reading.text(entry), partial(self._reading.ledger.report, entry.name))

    def _channel(self, days: Sequence[Entry]) -> Source:
        """The days are those of the workspace's time zone: a message may be of the evening before in UTC."""
        first = moment(days[0].name[-15:-5], UTC)
        start = first - timedelta(days=1) if first else BEGINNING
        return Source(start, lambda: in_order(chain.from_iterable(map(self._day, days))))

    def _day(self, day: Entry) -> list[ArchivedMessage]:
        found = []
        stream = self._stream(day)
        for element in stream.elements():
            try:
                found.append(message_of(element, day.name.split("/")[-2], self._workspace))
            except Unusable as problem:
                self._reading.ledger.report(day.name, stream.count, problem.code)
        return sorted(found, key=attrgetter("at"))


def base(entry: Entry) -> str:
    return entry.name.rpartition("/")[2]
