"""Which channel a file is of, by its name and its folder: all that a CSV says about it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.archive.readers.tree import Entry

PART = re.compile(r" \[part (\d+)\]$")
DATES = re.compile(r" \((?:after |before )?\d{4}-\d{2}-\d{2}(?: to \d{4}-\d{2}-\d{2})?\)$")
NAMED = re.compile(r"(?:(?P<name>.*) )?\[(?P<id>\d{15,20})\]")
# 1.csv, 02.csv: parts of the channel that their folder is named after. Ids of channels are longer.
NUMBERED = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Channel:
    """Its id (the name where there is none) and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A file's folder, its name without the number of its part, and that number."""

    folder: str
    stem: str
    part: int


def channels(entries: Sequence[Entry], label: str) -> dict[str, Channel]:
    """The channel of each file by the file's name; `label` is the name of the folder they are all in.

    Known are the exporter's own names (`Guild - Category - name [id] (after ...) [part 2].csv`), `name.csv`, and
    `name/1.csv`. Files of one name in different folders are different channels, told apart by their folder.
    """
    names = {entry.name: split(entry.name, label) for entry in entries}
    folders = Counter(stem for _, stem in {(named.folder, named.stem) for named in names.values()})
    return {name: channel(named, ambiguous=folders[named.stem] > 1) for name, named in names.items()}


def split(name: str, label: str) -> Named:
    folder, _, file = f"{label}/{name}".rpartition("/")
    stem = file.rpartition(".")[0] or file
    part = PART.search(stem)
    stem = DATES.sub("", PART.sub("", stem))
    if NUMBERED.fullmatch(stem):
        return Named(folder.rpartition("/")[0], folder.rpartition("/")[2], int(stem))
    return Named(folder, stem, int(part[1]) if part else 1)


def channel(named: Named, *, ambiguous: bool) -> Channel:
    if full := NAMED.fullmatch(named.stem):
        return Channel(full["id"], (full["name"] or "").rpartition(" - ")[2] or full["id"])
    if ambiguous:
        return Channel(f"{named.folder}/{named.stem}", f"{named.folder}/{named.stem}")
    return Channel(named.stem, named.stem)


def by_part(entries: Sequence[Entry], label: str) -> list[Entry]:
    """Files in the order of channels, and of parts within one: 2 comes before 10."""

    def key(entry: Entry) -> tuple[str, str, int, str]:
        named = split(entry.name, label)
        return named.folder, named.stem, named.part, entry.name

    return sorted(entries, key=key)
