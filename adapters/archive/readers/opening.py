"""Opening what a person points at."""

from datetime import UTC, tzinfo
from pathlib import Path

from adapters.archive.readers.archive import Archive
from adapters.archive.readers.formats import recognise
from adapters.archive.readers.tree import FAILURES, open_tree
from bot.errors import OmbudError

EXPECTED = (
    "a Slack export (users.json, channels.json and a folder a channel with a JSON file a day), or "
    "DiscordChatExporter's JSON or CSV files; as a zip, a folder or a single file"
)
NAMED = 5


class UnknownArchive(OmbudError):
    """There is no export there that we can read. `found` are the names of the files that are there."""

    def __init__(self, path: Path, found: tuple[str, ...]) -> None:
        self.found = found
        others = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
        names = ", ".join(found[:NAMED]) or "nothing that can be opened"
        super().__init__(
            f"{path.name} is no export that can be read. Expected: {EXPECTED}. Found: {names}{others}."
        )


def open_archive(path: Path, *, zone: tzinfo = UTC) -> Archive:
    """The export at `path`. `zone` is that of its dates, in CSV files that name none.

    Raises UnknownArchive when there is none that can be read.
    """
    found: tuple[str, ...] = ()
    try:
        tree = open_tree(path)
        found = tuple(entry.name for entry in tree.entries)
        with tree.reading() as opener:
            recognised = recognise(tree.entries, opener)
    except FAILURES:
        raise UnknownArchive(path, found) from None
    if recognised is None:
        raise UnknownArchive(path, found)
    return Archive(tree, recognised.format, recognised.entries, recognised.ledger, zone)
