"""Where the bytes of an export are: a folder, a zip or a single file, all read through the same few words."""

import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import Protocol

# What opening and reading can meet: the disk, a password, a zip damaged in its lists, its entries or their packing.
FAILURES = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
)

# A zip entry beyond these is a bomb, or nothing anybody would wait for: chat packs 5 to 30 times, zeros 1,000.
LARGEST_ENTRY = 4 * 1024**3
LARGEST_UNSUSPECTED = 16 * 1024**2
HIGHEST_RATIO = 200

# The exporter puts downloaded attachments, which may be anything, into `<export>_Files`.
ASSETS = "_Files"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the export: its path below the root with slashes, its size in bytes, and whether it's a bomb."""

    name: str
    size: int
    too_large: bool = False


class Readable(Protocol):
    """What is read from: the little that a file and an entry of a zip have in common."""

    def read(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


Opener = Callable[[Entry], Readable]


class Tree(Protocol):
    """The files of an export. `label` stands for its root where a file's folder gives a channel its name."""

    label: str
    entries: tuple[Entry, ...]

    def reading(self) -> AbstractContextManager[Opener]:
        """Open for reading. The opener raises what `FAILURES` names."""
        ...


class FolderTree:
    """The files below a folder, hidden ones and downloaded attachments left out; or a single file."""

    def __init__(self, path: Path) -> None:
        single = path.is_file()
        self._root = path.parent if single else path
        self.label = self._root.resolve().name
        self.entries = (self._entry(path),) if single else tuple(self._below())

    def _below(self) -> Iterator[Entry]:
        for folder, subfolders, files in os.walk(self._root):
            subfolders[:] = sorted(name for name in subfolders if is_part(name))
            for name in sorted(files):
                path = Path(folder, name)
                if is_part(name) and path.is_file():
                    yield self._entry(path)

    def _entry(self, path: Path) -> Entry:
        return Entry(path.relative_to(self._root).as_posix(), path.stat().st_size)

    @contextmanager
    def reading(self) -> Iterator[Opener]:
        yield lambda entry: PieceByPiece(self._root / entry.name)


class ZipTree:
    """The entries of a zip, closed between two readings.

    Raises what `FAILURES` names when the zip has no readable list of contents.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.label = path.stem
        with self._open() as archive:
            named = {info.filename.replace("\\", "/"): info for info in archive.infolist()}
        self._infos = {name: info for name, info in named.items() if name and not name.endswith("/")}
        parts = (name for name in self._infos if all(is_part(folder) for folder in name.split("/")))
        self.entries = tuple(self._entry(name) for name in sorted(parts))

    def _open(self) -> zipfile.ZipFile:
        """Names are UTF-8 whether they say so or not; where they aren't, the old default of zips."""
        try:
            return zipfile.ZipFile(self._path, metadata_encoding="utf-8")
        except UnicodeDecodeError:
            return zipfile.ZipFile(self._path)

    def _entry(self, name: str) -> Entry:
        info = self._infos[name]
        swollen = info.file_size > max(LARGEST_UNSUSPECTED, HIGHEST_RATIO * info.compress_size)
        return Entry(name, info.file_size, swollen or info.file_size > LARGEST_ENTRY)

    @contextmanager
    def reading(self) -> Iterator[Opener]:
        with self._open() as archive:
            yield lambda entry: archive.open(self._infos[entry.name])


class PieceByPiece:
    """A file that is open only while a piece of it is read.

    A large server has thousands of channels and threads, all read side by side; a process has 1,024 open files.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._position = 0

    def read(self, size: int, /) -> bytes:
        with self._path.open("rb") as file:
            file.seek(self._position)
            piece = file.read(size)
        self._position += len(piece)
        return piece

    def close(self) -> None:
        """It is closed already."""


def is_part(name: str) -> bool:
    """Whether a file or folder belongs to an export: not what systems hide, nor attachments."""
    return not name.startswith((".", "__MACOSX")) and not name.endswith(ASSETS)


def open_tree(path: Path) -> Tree:
    """The tree at `path`. Raises what `FAILURES` names."""
    if path.is_file() and zipfile.is_zipfile(path):
        return ZipTree(path)
    return FolderTree(path)
