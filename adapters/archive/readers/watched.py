"""From bytes to text, whatever befell the bytes: nothing here raises, everything is counted."""

import codecs
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Self

from adapters.archive.readers.ledger import Ledger
from adapters.archive.readers.tree import FAILURES, Entry, Opener, Readable

# Bytes of a file that are read at a time, and of all files that are read side by side.
LARGEST_PIECE, SMALLEST_PIECE = 64 * 1024, 4 * 1024
ALL_PIECES = 16 * 1024**2

# The mark, the encoding it announces, and how its decoder treats what isn't of that encoding.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "surrogateescape"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "replace"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "replace"),
    (b"", "utf-8", "surrogateescape"),
)


class Watched:
    """One file, whose bytes are counted. Where it can't be read (further) it ends, and that is reported.

    It's read as long as it was when it was listed.
    """

    def __init__(self, opener: Opener, entry: Entry, ledger: Ledger) -> None:
        self._opener = opener
        self._entry = entry
        self._ledger = ledger
        self._left = entry.size
        self._stream: Readable | None = None

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; none at the end."""
        if not self._left:
            return b""
        try:
            self._stream = self._stream or self._opener(self._entry)
            piece = self._stream.read(min(size, self._left))
        except FAILURES:
            self._ledger.report(self._entry.name, None, "unreadable")
            return b""
        self._left -= len(piece)
        self._ledger.bytes_read += len(piece)
        return piece

    def close(self) -> None:
        """Done with it: what was not read of it will not be, and counts as read."""
        self._ledger.bytes_read += self._left
        self._left = 0
        if self._stream is not None:
            self._stream.close()


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of an archive: how its files are opened, how much at a time, and where everything is counted."""

    opener: Opener
    ledger: Ledger
    piece: int = LARGEST_PIECE

    @classmethod
    def of(cls, files: int, opener: Opener, ledger: Ledger) -> Self:
        """One of so many files, which may all have to be read side by side."""
        return cls(opener, ledger, max(SMALLEST_PIECE, min(LARGEST_PIECE, ALL_PIECES // max(files, 1))))

    def uncounted(self) -> "Reading":
        """The same, for a first look: what is found will be found again when it counts."""
        return replace(self, ledger=Ledger())

    def text(self, entry: Entry) -> Generator[str, None, None]:
        """A file's text in pieces, without its byte order mark and NULs; what isn't UTF-8 becomes U+FFFD.

        Either is reported once a file as `not_text`. UTF-16 is read where a mark announces it.
        """
        reported = False
        with closing(Watched(self.opener, entry, self.ledger)) as file:
            for text in decoded(file, self.piece):
                mended = clean(text)
                if mended is not text and not reported:
                    reported = True
                    self.ledger.report(entry.name, None, "not_text")
                yield mended


def decoded(file: Watched, piece_size: int) -> Iterator[str]:
    raw = file.read(piece_size)
    mark, encoding, errors = next(known for known in MARKS if raw.startswith(known[0]))
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    piece = raw.removeprefix(mark)
    while raw:
        yield decoder.decode(piece)
        raw = piece = file.read(piece_size)
    yield decoder.decode(b"", final=True)


def clean(text: str) -> str:
    """`text` without what no database takes: NULs go, halves of characters become U+FFFD. Itself if it has none."""
    if text.isascii() and "\0" not in text:
        return text
    cleaned = text.replace("\0", "")
    try:
        cleaned.encode()
    except UnicodeEncodeError:
        return cleaned.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text if len(cleaned) == len(text) else cleaned
