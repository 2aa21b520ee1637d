"""Words in capitals, and rows of exclamation marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.tone.base import Reply, Span

RUN = 3
"""Words in capitals one after another that are no abbreviations any more."""

LONG = 4
"""Letters of a word in capitals that is rarely an abbreviation."""

LETTERS = 12


@dataclass(frozen=True, slots=True)
class Shouting:
    """Three words in capitals in a row; three exclamation marks; or two, and two long words in capitals."""

    name: str = "shouting"

    def find(self, reply: Reply) -> Sequence[Span]:
        words = reply.text.words
        runs = [(start, end) for start, end in _runs(words) if _is_shouted(words[start:end])]
        loud = [(at, at + 1) for at, word in enumerate(words) if len(word) >= LONG and _capitals(word)]
        marks = [(at, at + 1) for at, word in enumerate(words) if word.count("!") >= RUN]
        twice = any(word.count("!") == RUN - 1 for word in words) and len(loud) > 1
        return sorted(runs) or (sorted({*marks, *loud}) if marks or twice else ())


def _runs(words: Sequence[str]) -> Iterator[Span]:
    for loud, places in groupby(range(len(words)), key=lambda at: _capitals(words[at])):
        if loud:
            found = list(places)
            yield found[0], found[-1] + 1


def _is_shouted(words: Iterable[str]) -> bool:
    loud = list(words)
    long = [word for word in loud if len(word) >= LONG]
    return len(loud) >= RUN and sum(map(len, loud)) >= LETTERS and len(long) > 1


def _capitals(word: str) -> bool:
    return word.isalpha() and word.isupper()


RULE = Shouting()
