"""Which format the files at a path have, by their names and their first lines."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from adapters.archive.readers.exporter_csv import Columns
from adapters.archive.readers.ledger import Ledger
from adapters.archive.readers.slack import CHANNELS, DAY, LARGEST_DAY, PEOPLE, base
from adapters.archive.readers.tree import Entry, Opener
from adapters.archive.readers.watched import Reading

Format = Literal["slack", "exporter-json", "exporter-csv"]

SUFFIXES = (".json", ".csv")
EXPORTERS_HEAD = re.compile(r'\{.*?"(?:guild|channel|messages)"\s*:', re.DOTALL)

# Bytes of a file that tell its format.
HEAD = 4096

# Days that are looked into where an export lost Slack's lists.
DAYS = 5


@dataclass(frozen=True, slots=True)
class Recognised:
    """A format, the files that will be read, and what was found out about the others."""

    format: Format
    entries: tuple[Entry, ...]
    ledger: Ledger


def recognise(entries: Sequence[Entry], opener: Opener) -> Recognised | None:
    """The format that these files have, or None. Of both of the exporter's formats JSON is preferred, as it says more.

    Left out and reported: what is too large, and JSON and CSV files that are something else (in Slack's exports
    there are many such, and they are no news).
    """
    ledger = Ledger()
    slacks = [entry for entry in entries if DAY.fullmatch(entry.name) or base(entry) in PEOPLE | CHANNELS]
    if is_slack(slacks, opener):
        return Recognised("slack", tuple(readable(slacks, ledger)), ledger)
    candidates = [entry for entry in entries if len(entries) == 1 or entry.name.lower().endswith(SUFFIXES)]
    kinds = {entry: exporters(entry, opener) for entry in readable(candidates, ledger)}
    chosen: Format = "exporter-json" if "exporter-json" in kinds.values() else "exporter-csv"
    files = tuple(entry for entry, kind in kinds.items() if kind == chosen)
    twice = {stem(entry) for entry in files}
    for entry, kind in kinds.items():
        if kind is None or (kind != chosen and stem(entry) not in twice):
            ledger.report(entry.name, None, "unreadable")
    return Recognised(chosen, files, ledger) if files else None


def is_slack(entries: Sequence[Entry], opener: Opener) -> bool:
    """Days beside one of Slack's lists; or the lists alone (nobody wrote); or days alone, which are lists in JSON."""
    lists = {base(entry) for entry in entries if base(entry) in PEOPLE | CHANNELS}
    days = [entry for entry in entries if DAY.fullmatch(entry.name)]
    return (
        {"users.json", "channels.json"} <= lists
        or bool(days and lists)
        or any(head(day, opener).startswith("[") for day in islice(days, DAYS))
    )


def readable(entries: Sequence[Entry], ledger: Ledger) -> Iterator[Entry]:
    for entry in entries:
        if entry.too_large or (DAY.fullmatch(entry.name) and entry.size > LARGEST_DAY):
            ledger.report(entry.name, None, "too_large")
        else:
            yield entry


def exporters(entry: Entry, opener: Opener) -> Format | None:
    """Which of the exporter's formats a file has, if any."""
    start = head(entry, opener)
    if EXPORTERS_HEAD.match(start):
        return "exporter-json"
    return "exporter-csv" if Columns.of(start.partition("\n")[0]) else None


def head(entry: Entry, opener: Opener) -> str:
    """The first lines of a file, without what can't be read of them."""
    with closing(Reading(opener, Ledger(), HEAD).text(entry)) as pieces:
        return next(pieces, "").lstrip()


def stem(entry: Entry) -> str:
    return entry.name.rpartition(".")[0]
