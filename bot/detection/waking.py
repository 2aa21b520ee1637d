"""Which rules a message's words wake, so that most rules need not be asked: bit masks found by word and word stem."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.detection.normalise import Text
from bot.detection.phrases import Key
from bot.detection.rules.base import Rule

LONGEST_KEY = 5
"""Longer stems wake a rule by their first letters, so that few tables are asked; the rule itself looks closer."""
REMEMBERED = 50_000
"""So many words are looked up once; people use the same ones all the time."""

Woken = Sequence[tuple[int, int]]
"""(place of a token, mask of the rules it wakes)."""

_Calls = tuple[int, tuple[tuple[int, frozenset[str]], ...]]
"""(mask of the rules that a token wakes, other masks with words of which one must be there too)."""


class WakeIndex:
    """Rules are numbered as given; rule n is bit n of a mask."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Ask every rule for what wakes it."""
        self._rules = rules
        self._always = 0
        self._exact: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._stems: dict[int, dict[str, list[tuple[int, frozenset[str]]]]] = {}
        for number, rule in enumerate(rules):
            for key in rule.wakes:
                self._add(key, number)
            if not rule.wakes:
                self._always |= 1 << number
        self._calls = lru_cache(REMEMBERED)(self._look_up)

    def _add(self, key: Key, number: int) -> None:
        token = key.token[:LONGEST_KEY] if key.stem else key.token
        table = self._stems.setdefault(len(token), {}) if key.stem else self._exact
        table.setdefault(token, []).append((number, key.also))

    def _look_up(self, token: str) -> _Calls:
        found = [*self._exact.get(token, ())]
        for length, table in self._stems.items():
            found += table.get(token[:length], ())
        mask, if_also = 0, dict[int, frozenset[str]]()
        for number, also in found:
            if also:
                if_also[number] = if_also.get(number, frozenset()) | also
            else:
                mask |= 1 << number
        rest = ((1 << number, also) for number, also in if_also.items() if not mask >> number & 1)
        return mask, tuple(rest)

    def wake(self, text: Text) -> Woken:
        """Look every token up."""
        woken, present, calls = [], text.present, self._calls
        for at, token in enumerate(text.tokens):
            mask, if_also = calls(token)
            for bit, also in if_also:
                if not present.isdisjoint(also):
                    mask |= bit
            if mask:
                woken.append((at, mask))
        return woken

    def awake(self, woken: Woken, among: int) -> Iterator[tuple[Rule, Sequence[int]]]:
        """Yield the rules of the mask `among` that are awake, each with the places of the tokens that woke it."""
        mask = self._always
        for _, bits in woken:
            mask |= bits
        mask &= among
        while mask:
            number = (mask & -mask).bit_length() - 1
            mask &= mask - 1
            yield self._rules[number], [at for at, bits in woken if bits >> number & 1]
