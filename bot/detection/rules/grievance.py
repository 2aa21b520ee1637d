"""Signs of trouble that say little alone but much together: a thing one pays for, something wrong with it, a promise.

The other rules know turns of phrase; this one knows only words, and so also catches what nobody thought of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from math import fsum

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.normalise import fold
from bot.detection.phrases import Key
from bot.detection.rules.base import Message, excerpt
from bot.detection.rules.grievance_words import AGREED, BAD, NEGATIONS, THINGS


class Sign(Enum):
    """What a word speaks of."""

    THING = 0
    BAD = 1
    NEGATION = 2
    AGREED = 3


FIRST = {Sign.THING: 0.8, Sign.BAD: 1.8, Sign.NEGATION: 0.6, Sign.AGREED: 0.6}
"""Weight of the first word of a kind."""
SECOND = {Sign.THING: 0.3, Sign.BAD: 0.7, Sign.NEGATION: 0.2, Sign.AGREED: 0.2}
"""Weight of a second, different word of that kind; a third adds nothing."""
NEAR = 9
"""Words apart at most."""
ASKED = 0.9
"""What a plain question takes away: "Does the warranty cover water damage?" """
PLAIN = 4.0
WORTH_TELLING = 1.7

Lexicon = tuple[dict[str, Sign], dict[int, dict[str, Sign]]]


@dataclass(frozen=True, slots=True)
class Grievance:
    """Weighs the signs around one thing, and gives way to what other rules understood better."""

    name: str = "grievance"
    severity: Severity | None = None
    safety: Safety | None = None

    @property
    def wakes(self) -> frozenset[Key]:
        """Things; the rest is looked for around them."""
        lexicons = [_lexicon(language) for language in THINGS]
        exact = frozenset(word for words, _ in lexicons for word, sign in words.items() if sign is Sign.THING)
        tables = [table for _, stems in lexicons for table in stems.values()]
        stems = (stem for table in tables for stem, sign in table.items() if sign is Sign.THING)
        return frozenset(map(Key, exact)) | {Key(stem, stem=True) for stem in stems}

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason with what the signs weigh beyond the best of the other rules."""
        signs = _signs(message.text.tokens, message.language)
        clusters = [
            [sign for sign in signs if abs(sign[0] - at) <= NEAR] for at, kind in signs if kind is Sign.THING
        ]
        best = max(clusters, key=_weight, default=[])
        known = max(
            (reason.weight for reason in message.found if reason.label is Label.COMPLAINT), default=0.0
        )
        asked = any(reason.label is Label.QUESTION and reason.weight >= PLAIN for reason in message.found)
        weight = _weight(best) - (ASKED if asked else 0.0)
        if weight >= WORTH_TELLING and weight > known:
            words = excerpt([message.text.words[at] for at, _ in best])
            yield Reason(self.name, Label.COMPLAINT, round(weight - known, 2), words)


def _weight(cluster: Sequence[tuple[int, Sign]]) -> float:
    kinds = [kind for _, kind in cluster]
    # fsum: a set has no order, and two clusters of the same kinds must weigh the same in every process.
    return fsum(FIRST[kind] + (SECOND[kind] if kinds.count(kind) > 1 else 0.0) for kind in set(kinds))


def _signs(tokens: Sequence[str], language: str) -> list[tuple[int, Sign]]:
    """Return the places of the words that speak of something, each word once."""
    exact, stems = _lexicon(language if language in THINGS else "en")
    seen: set[str] = set()
    signs = []
    for at, token in enumerate(tokens):
        if token not in seen:
            seen.add(token)
            sign = exact.get(token) or next(
                (table[token[:n]] for n, table in stems.items() if token[:n] in table), None
            )
            if sign is not None:
                signs.append((at, sign))
    return signs


@cache
def _lexicon(language: str) -> Lexicon:
    """Return exact words and, by length, stems."""
    exact: dict[str, Sign] = {}
    stems: dict[int, dict[str, Sign]] = {}
    lists = ((Sign.BAD, BAD), (Sign.THING, THINGS), (Sign.NEGATION, NEGATIONS), (Sign.AGREED, AGREED))
    for sign, words in lists:
        for word in words[language].split():
            if word.endswith("*"):
                stem = fold(word[:-1])
                stems.setdefault(len(stem), {}).setdefault(stem, sign)
            else:
                exact.setdefault(fold(word), sign)
    return exact, dict(sorted(stems.items(), reverse=True))


RULE = Grievance()
