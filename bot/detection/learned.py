"""What was learned about words, and how it is weighed against rules and meaning: one file each, read once.

`training/` writes both files. The weighing is a logistic regression for each label: its log-odds are a bias for the
language, plus what the rules say for the label and against it, plus the log-odds of stage 1, plus those of stage 2
where it was asked, each times a factor.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.detection.lexical.table import Table
from bot.detection.model import Label, Safety

DATA = Path(__file__).parent / "weights"
OTHER = "other"
"""Stands for every language that has no bias of its own."""
LANGUAGE = "in "
"""Begins the names of the columns of languages."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Factors of one label. `meaning` is 0 where stage 2 was not asked; `bias` is by language, in log-odds."""

    rules: float
    against: float
    words: float
    meaning: float
    bias: Mapping[str, float]

    def of_rules(self, chance: float, against: float) -> float:
        """What rules add: their own probability and what speaks against, each times its factor."""
        return self.rules * chance + self.against * against

    def bias_of(self, language: str) -> float:
        """Of a language, or of those that have none of their own."""
        return self.bias.get(language, self.bias[OTHER])


@dataclass(frozen=True, slots=True)
class Learned:
    """All of it.

    `column` and `languages` are places in the table. `asks` is, for a label, the log-odds after stage 1 between which
    stage 2 is asked; `dangers` the log-odds of stage 2 from which a danger is flagged.
    """

    table: Table
    column: Mapping[str, int]
    languages: Mapping[str, int]
    alone: Mapping[Label, Weighing]
    with_meaning: Mapping[Label, Weighing]
    asks: Mapping[Label, tuple[float, float]]
    dangers: Mapping[Safety, float]

    @property
    def languages_trained(self) -> Mapping[str, float]:
        """Those with examples of their own."""
        return self.alone[Label.COMPLAINT].bias

    def weighings(self, meanings: Sequence[object]) -> Mapping[Label, Weighing]:
        """The factors to use, with or without a meaning."""
        return self.with_meaning if meanings else self.alone


@cache
def learned() -> Learned:
    """Read what the bot is shipped with. Raises OSError, ValueError or KeyError where a file is missing or broken."""
    return read(DATA)


def read(folder: Path) -> Learned:
    """Read the two files of a folder."""
    table = Table.load(folder / "lexical.bin")
    data = json.loads((folder / "weighing.json").read_text("utf-8"))
    places = {column.name: at for at, column in enumerate(table.columns)}
    languages = {name.removeprefix(LANGUAGE): at for name, at in places.items() if name.startswith(LANGUAGE)}
    return Learned(
        table=table,
        column=MappingProxyType({name: at for name, at in places.items() if not name.startswith(LANGUAGE)}),
        languages=MappingProxyType(languages),
        alone=_weighings(data["alone"]),
        with_meaning=_weighings(data["with_meaning"]),
        asks=MappingProxyType({Label(name): (low, high) for name, (low, high) in data["asks"].items()}),
        dangers=MappingProxyType({Safety(name): float(least) for name, least in data["dangers"].items()}),
    )


def _weighings(data: Mapping[str, Mapping[str, Any]]) -> Mapping[Label, Weighing]:
    return MappingProxyType({Label(name): Weighing(**fields) for name, fields in data.items()})
