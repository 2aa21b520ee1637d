"""The project's own messages, read from the tables beside this file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "ro", "ru")
COMPLAINTS = frozenset({"complaint", "profane", "both"})
ATTACKS = frozenset({"both", "abuse"})


@dataclass(frozen=True, slots=True)
class Case:
    """A message with what it is."""

    kind: str
    text: str

    @property
    def is_complaint(self) -> bool:
        return self.kind in COMPLAINTS

    @property
    def is_abuse(self) -> bool:
        return self.kind in ATTACKS


def rows(name: str) -> list[Case]:
    """Read a table of kind<TAB>text; lines beginning with # are notes."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [Case(*line.split("\t", 1)) for line in lines if line and not line.startswith("#")]


def cases(language: str, kinds: Iterable[str] = ()) -> list[Case]:
    """The corpus of one language, or only some kinds of it."""
    wanted = frozenset(kinds)
    return [case for case in rows(f"cases_{language}.tsv") if not wanted or case.kind in wanted]
