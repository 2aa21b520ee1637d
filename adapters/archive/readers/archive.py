"""An opened export: its messages as one stream, how far the reading is, and what could not be read."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import tzinfo
from functools import partial

from adapters.archive.model import ArchivedMessage, Problem
from adapters.archive.readers import exporter_csv, exporter_json
from adapters.archive.readers.channels import by_part, channels
from adapters.archive.readers.formats import Format
from adapters.archive.readers.ledger import Ledger
from adapters.archive.readers.order import Source, distinct, merged, probe
from adapters.archive.readers.slack import SlackReader
from adapters.archive.readers.tree import FAILURES, Entry, Tree
from adapters.archive.readers.watched import Reading


class Archive:
    """An export. `total_bytes` is the size of what will be read, unpacked."""

    def __init__(
        self, tree: Tree, kind: Format, entries: Sequence[Entry], opening: Ledger, zone: tzinfo
    ) -> None:
        self.format = kind
        self.total_bytes = sum(entry.size for entry in entries)
        self._tree = tree
        self._entries = entries
        self._opening = opening
        self._zone = zone
        self._ledger = Ledger()
        self._ledger.begin_again(opening)

    @property
    def bytes_read(self) -> int:
        """Of `total_bytes`, which it is when all has been read."""
        return self._ledger.bytes_read

    @property
    def problems(self) -> list[Problem]:
        """The first 1,000 problems met so far."""
        return list(self._ledger.problems)

    @property
    def problem_count(self) -> int:
        return self._ledger.problem_count

    def messages(self) -> Iterator[ArchivedMessage]:
        """Every message once, by time. A second call reads anew, and counts anew.

        The order holds as far as each file is in order within 64 messages (or newest first throughout); what is
        later than that comes when it is found. Raises nothing: what can't be read is among the problems.
        """
        self._ledger.begin_again(self._opening)
        with ExitStack() as stack:
            try:
                opener = stack.enter_context(self._tree.reading())
            except FAILURES:
                self._ledger.report(self._tree.label, None, "unreadable")
                return
            reading = Reading.of(len(self._entries), opener, self._ledger)
            yield from distinct(merged(self._sources(reading)))

    def _sources(self, reading: Reading) -> list[Source]:
        if self.format == "slack":
            return SlackReader(reading).sources(self._entries)
        places = channels(self._entries, self._tree.label)
        sources = []
        for entry in by_part(self._entries, self._tree.label):
            read = partial(exporter_json.read, entry, places[entry.name])
            if self.format == "exporter-csv":
                read = partial(exporter_csv.read, entry, places[entry.name], self._zone)
            sources.append(probe(read, reading))
        return sources
