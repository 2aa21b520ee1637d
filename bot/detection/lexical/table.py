"""Weights by bucket, added up for a whole message at the price of one addition a word.

A row holds a signed byte for each column. In memory the bytes of a row lie side by side in one long integer, each in a
field wide enough for the sum of all features of the longest message, so one addition adds up every column.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import Struct
from typing import Self

from bot.detection.lexical.grams import LONGEST_WORD, bucket, pair_grams, shape_grams, word_buckets, words_of
from bot.detection.normalise import KNOWN, Text

FIELD = 32
"""Bits of a column: room for the sum of all features of the longest message, and a width that `struct` knows."""
OFFSET = 128
"""Added to every weight, so that no field is ever negative and borrows from its neighbour."""
MAGIC = b"ombud-lexical-1\n"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column stands for: its log-odds are `bias` plus `scale` for each unit of weight."""

    name: str
    scale: float
    bias: float


@dataclass(frozen=True, slots=True)
class Sum:
    """The features of a message or of a word, added up: `packed` for all columns, and how many there were."""

    packed: int
    count: int


class Table:
    """Weights of features: `rows[bucket]` has a byte for each column, 128 for nothing."""

    def __init__(self, columns: Sequence[Column], rows: bytes) -> None:
        """Pack the rows. Raises ValueError where they are not whole."""
        self.columns = tuple(columns)
        width = len(self.columns)
        if not width or len(rows) % width:
            raise ValueError(f"{len(rows)} bytes are no whole rows of {width} columns")
        self._rows = _packed(rows, width)
        self._known = lru_cache(KNOWN)(self._word)
        self._fields = Struct(f"<{width}I")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote. Raises ValueError for any other file."""
        content = path.read_bytes()
        if not content.startswith(MAGIC):
            raise ValueError(f"{path.name} is not a table of weights")
        header, _, rows = content[len(MAGIC) :].partition(b"\n")
        return cls([Column(**column) for column in json.loads(header)["columns"]], rows)

    @property
    def buckets(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def of_word(self, word: str) -> Sum:
        """What one word weighs."""
        return self._known(word) if len(word) <= LONGEST_WORD else self._word(word)

    def of_message(self, text: Text) -> Sum:
        """What all of it weighs: words, pairs of words, shape."""
        rows, buckets = self._rows, self.buckets
        words = words_of(text)
        sums = [self.of_word(word) for word in words]
        others = [
            rows[bucket(gram, buckets)] for grams in (pair_grams(words), shape_grams(text)) for gram in grams
        ]
        packed = sum([one.packed for one in sums]) + sum(others)
        return Sum(packed, sum([one.count for one in sums]) + len(others))

    def every_log_odds(self, total: Sum) -> list[float]:
        """Of every column: the bias, and the sum in the measure of the message's length."""
        root = math.sqrt(total.count or 1)
        units = self._units(total)
        return [
            column.bias + column.scale * unit / root for column, unit in zip(self.columns, units, strict=True)
        ]

    def share(self, part: Sum, total: Sum, column: int) -> float:
        """What a part adds to the log-odds of the whole."""
        return self.columns[column].scale * self._units(part)[column] / math.sqrt(total.count or 1)

    def _units(self, one: Sum) -> list[int]:
        """The weights of every column, added up."""
        nothing = OFFSET * one.count
        return [
            unit - nothing for unit in self._fields.unpack(one.packed.to_bytes(self._fields.size, "little"))
        ]

    def _word(self, word: str) -> Sum:
        found = word_buckets(word, self.buckets)
        return Sum(sum([self._rows[at] for at in found]), len(found))


def save(path: Path, columns: Iterable[Column], rows: bytes) -> None:
    """Write a table: a line of JSON, then the bytes."""
    described: list[Mapping[str, object]] = [
        {"name": column.name, "scale": column.scale, "bias": column.bias} for column in columns
    ]
    header = json.dumps({"columns": described}).encode()
    path.write_bytes(MAGIC + header + b"\n" + rows)


def _packed(rows: bytes, width: int) -> tuple[int, ...]:
    """The bytes of each row side by side in one integer, the first column lowest."""
    step = FIELD // 8
    field = bytearray(width * step)
    found = []
    for at in range(0, len(rows), width):
        field[::step] = rows[at : at + width]
        found.append(int.from_bytes(field, "little"))
    return tuple(found)
