"""The entries of every catalogue as rows, for the tests that look at all of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.language.reading import forms_of, key_of, po_files, read_file
from bot.language.template import parse
from bot.language.translations import USUAL_REGISTERS

LANGUAGES_WITH_REGISTERS = tuple(USUAL_REGISTERS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its place, key and register (None: addresses nobody), and its sentence or plural forms."""

    language: str
    file: str
    line: int
    key: str
    register: str | None
    forms: tuple[str, ...]
    counted: bool

    def __str__(self) -> str:
        return f"{self.language}/{self.file}:{self.line} {self.key} ({self.register or 'neutral'})"

    @property
    def text(self) -> str:
        return "\n".join(self.forms)

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset().union(*(parse(form).fields for form in self.forms))


@cache
def all_entries() -> tuple[Entry, ...]:
    return tuple(_read())


def entries_of(language: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in all_entries() if entry.language == language)


@cache
def languages() -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.language for entry in all_entries()))


@cache
def by_key(language: str) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of each key: one, or one for each register."""
    found: dict[str, tuple[Entry, ...]] = defaultdict(tuple)
    for entry in entries_of(language):
        found[entry.key] += (entry,)
    return found


def _read() -> Iterator[Entry]:
    root = files("bot.language") / "catalogues"
    for folder in sorted((folder for folder in root.iterdir() if folder.is_dir()), key=lambda f: f.name):
        for file in po_files(folder):
            for message in read_file(file, folder.name):
                if message.id:
                    key, forms = key_of(message), forms_of(message)
                    counted, line = bool(message.pluralizable), message.lineno or 0
                    yield Entry(folder.name, file.name, line, key, message.context, forms, counted)
