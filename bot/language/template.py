"""A sentence with placeholders, taken apart once and filled many times.

Only the sentence is ever parsed: braces in a value are words of a person and stay as they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from string import Formatter

from bot.vocabulary.replies import Command, Run, Runs, Text

COMMAND = re.compile(r"/[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the sentence, then perhaps a placeholder. `after_hash` marks the number in `#{number}`.

    A field such as `/quiet me` is a command, which needs no value.
    """

    words: str
    field: str | None
    after_hash: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed sentence."""

    pieces: tuple[Piece, ...]

    @property
    def fields(self) -> frozenset[str]:
        """Those that need a value."""
        fields = (piece.field for piece in self.pieces if piece.field is not None)
        return frozenset(field for field in fields if not field.startswith("/"))

    def fill(self, value: Callable[[Piece], Run]) -> Runs:
        """The sentence as runs, each placeholder replaced by its value; neighbouring texts become one."""
        return tuple(_joined(self._runs(value)))

    def _runs(self, value: Callable[[Piece], Run]) -> Iterator[Run]:
        for piece in self.pieces:
            yield Text(piece.words)
            if piece.field is not None:
                yield Command(piece.field[1:]) if piece.field.startswith("/") else value(piece)


def parse(sentence: str) -> Template:
    """Take a sentence apart. Raises ValueError unless every placeholder is a plain `{name}` or a `{/command}`."""
    pieces = []
    for words, field, spec, conversion in Formatter().parse(sentence):
        plain = field is None or field.isidentifier() or COMMAND.fullmatch(field)
        if not plain or spec or conversion:
            raise ValueError(f"placeholder {{{field}}} must be a plain name without format or conversion")
        pieces.append(Piece(words, field, words.endswith("#")))
    return Template(tuple(pieces))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    pending = ""
    for run in runs:
        if isinstance(run, Text):
            pending += run.text
            continue
        if pending:
            yield Text(pending)
            pending = ""
        yield run
    if pending:
        yield Text(pending)
