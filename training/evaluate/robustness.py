"""Whatever a person or a program may write: no exception, and bounded time."""

import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bot.detection import Context
from training.evaluate.asking import Judge
from training.evaluate.figures import Figure, Table, number
from training.evaluate.intervals import SEED

LONG = 100_000
RANDOM = 3_000
ROW = 256
"""Every Unicode block begins at a multiple of 16 and most at one of 256: a row of 256 has whole blocks in it."""
NOTE = (
    "As they come, not cleaned, one after the other. A wrong answer is one whose probabilities are not all in 0..1. "
    "Random strings are of 1 to 200 characters of any kind, lone surrogates among them, with a fixed seed."
)


@dataclass(slots=True)
class Outcome:
    """Of one family of strings."""

    strings: int = 0
    longest: float = 0.0
    raised: int = 0
    wrong: int = 0

    def row(self) -> dict[str, Figure]:
        """For the table."""
        return {
            "strings": number(self.strings),
            "exceptions": number(self.raised),
            "wrong answers": number(self.wrong),
            "longest": number(1000 * self.longest, "ms"),
        }


def table(judge: Judge) -> Table:
    """Each family of strings, and all of them. Names of exceptions are in the title's note."""
    families: dict[str, Outcome] = {}
    whole, names = Outcome(), Counter[str]()
    for family, text in strings():
        for outcome in (one := families.setdefault(family, Outcome()), whole):
            outcome.strings += 1
        spent, good, error = _tried(judge, text)
        for outcome in (one, whole):
            outcome.longest = max(outcome.longest, spent)
            outcome.raised += bool(error)
            outcome.wrong += not good and not error
        names.update([error] if error else [])
    rows = {"all": whole.row(), **{name: outcome.row() for name, outcome in families.items()}}
    raised = f" Raised: {dict(names)}." if names else ""
    return Table("Robustness", rows, NOTE + raised)


def strings() -> Iterator[tuple[str, str]]:
    """Families and strings, always the same ones."""
    for unit in (
        "a",
        "a ",
        "fuck ",
        "😡",
        "!",
        "?!",
        "@x ",
        "http://a.b/",
        "ț",
        "ё",
        "\n",
        "\u200b",
        "`",
        "5",
        "e\u0301",
    ):
        yield "100,000 characters", (unit * LONG)[:LONG]
    yield "100 x U+FDFA", "\ufdfa" * 100
    yield "100,000 x U+FDFA", "\ufdfa" * LONG
    for text in ("\ud800", "\udfff\ud800", "\ud83d", "why \udc00 broken\ud800", "\ud800" * 1000):
        yield "surrogates", text
    for text in (
        "\0",
        "it\0is broken",
        "\0" * LONG,
        "",
        " ",
        "\u202e\u202d",
        "\ufeff",
        "\uffff",
        "\U0010ffff",
    ):
        yield "NUL, empty and marks", text
    for text in rows():
        yield "every Unicode block", text
    for text in random_strings():
        yield "random strings", text


def rows() -> Iterator[str]:
    """All of Unicode in rows of 256; of those without any character that has a name or a use, none."""
    for start in range(0, sys.maxunicode + 1, ROW):
        row = "".join(map(chr, range(start, start + ROW)))
        if any(unicodedata.category(character) not in {"Cn", "Co"} for character in row) or start in {
            0xE000,
            0xF0000,
        }:
            yield row


def random_strings() -> Iterator[str]:
    """Of every kind of character, the common ones more often."""
    rng = np.random.default_rng(SEED)
    limits = np.array([0x80, 0x250, 0x530, 0x3000, 0x10000, 0x20000, 0x110000])
    for _ in range(RANDOM):
        size = int(rng.integers(1, 201))
        points = (
            rng.random(size) * rng.choice(limits, size, p=(0.4, 0.15, 0.15, 0.1, 0.1, 0.05, 0.05))
        ).astype(int)
        yield "".join(map(chr, points.tolist()))


def _tried(judge: Judge, text: str) -> tuple[float, bool, str]:
    """Seconds, whether the answer is sound, and the exception's name."""
    start = time.perf_counter()
    try:
        (seen,) = judge([(text, Context())])
    except Exception as error:  # this is what is looked for
        return time.perf_counter() - start, False, type(error).__name__
    spent = time.perf_counter() - start
    return spent, all(0.0 <= chance <= 1.0 for chance in seen.probabilities.values()), ""
