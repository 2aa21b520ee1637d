"""Signs of trouble that say little alone but much together: a thing one pays for, something wrong with it, a promise.

The other rules know turns of phrase; this one knows only words, and so also catches what nobody thought of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.normalise import fold
from bot.detection.rules.base import Message, excerpt
from bot.detection.rules.grievance_words import AGREED, BAD, NEGATIONS, THINGS


class Sign(Enum):
    """What a word speaks of."""

    THING = THINGS
    BAD = BAD
    NEGATION = NEGATIONS
    AGREED = AGREED


FIRST = {Sign.THING: 0.9, Sign.BAD: 1.9, Sign.NEGATION: 0.8, Sign.AGREED: 0.7}
"""Weight of the first word of a kind."""
SECOND = {Sign.THING: 0.3, Sign.BAD: 0.7, Sign.NEGATION: 0.2, Sign.AGREED: 0.3}
"""Weight of a second, different word of that kind; a third adds nothing."""
WORTH_TELLING = 2.0


@dataclass(frozen=True, slots=True)
class Grievance:
    """Counts the signs, and gives way to what other rules understood better."""

    name: str = "grievance"
    severity: Severity | None = None
    safety: Safety | None = None

    @property
    def wakes(self) -> tuple[frozenset[str], frozenset[str]]:
        """Things and bad words; negations alone are everywhere."""
        lexicon = _lexicon()
        exact = frozenset(word for word, sign in lexicon[0].items() if sign in (Sign.BAD, Sign.THING))
        stems = frozenset(stem for table in lexicon[1].values() for stem, sign in table.items() if sign in (Sign.BAD, Sign.THING))
        return exact, stems

    def match(self, message: Message) -> Iterable[Reason]:
        """Return a reason with what the signs weigh beyond the best of the other rules."""
        signs = _signs(message.text.tokens)
        if Sign.THING not in signs or len(signs) < 2:
            return
        weight = sum(FIRST[sign] + (SECOND[sign] if len(places) > 1 else 0.0) for sign, places in signs.items())
        known = max((r.weight for r in message.found if r.label is Label.COMPLAINT), default=0.0)
        if weight >= WORTH_TELLING and weight > known:
            words = [message.text.words[at] for at in sorted(at for places in signs.values() for at in places[:2])]
            yield Reason(self.name, Label.COMPLAINT, round(weight - known, 2), excerpt(words))


def _signs(tokens: tuple[str, ...]) -> dict[Sign, list[int]]:
    exact, stems = _lexicon()
    seen: set[str] = set()
    signs: dict[Sign, list[int]] = {}
    for at, token in enumerate(tokens):
        if token in seen:
            continue
        seen.add(token)
        sign = exact.get(token) or next((table[token[:n]] for n, table in stems.items() if token[:n] in table), None)
        if sign:
            signs.setdefault(sign, []).append(at)
    return signs


@cache
def _lexicon() -> tuple[dict[str, Sign], dict[int, dict[str, Sign]]]:
    exact: dict[str, Sign] = {}
    stems: dict[int, dict[str, Sign]] = {}
    for sign in Sign:
        for word in sign.value.split():
            if word.endswith("*"):
                stem = fold(word[:-1])
                stems.setdefault(len(stem), {}).setdefault(stem, sign)
            else:
                exact.setdefault(fold(word), sign)
    return exact, dict(sorted(stems.items(), reverse=True))


RULE = Grievance()
