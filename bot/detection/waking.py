"""Which rules a message's words wake, so that most rules need not be asked: bit masks found by word and word stem."""

from collections.abc import Iterator, Sequence

from bot.detection.rules.base import Rule

LONGEST_KEY = 5
"""Longer stems wake a rule by their first letters, so that few tables are asked; the rule itself looks closer."""

Woken = Sequence[tuple[int, int]]
"""(place of a token, mask of the rules it wakes)."""


class WakeIndex:
    """Rules are numbered as given; rule n is bit n of a mask."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Ask every rule for the words that wake it."""
        self._rules = rules
        self._always = 0
        self._exact: dict[str, int] = {}
        stems: dict[int, dict[str, int]] = {}
        for number, rule in enumerate(rules):
            words, beginnings = rule.wakes
            for word in words:
                self._exact[word] = self._exact.get(word, 0) | 1 << number
            for stem in {beginning[:LONGEST_KEY] for beginning in beginnings}:
                table = stems.setdefault(len(stem), {})
                table[stem] = table.get(stem, 0) | 1 << number
            if not words and not beginnings:
                self._always |= 1 << number
        self._stems = tuple(stems.items())

    def wake(self, tokens: Sequence[str]) -> Woken:
        """Look every token up."""
        woken = []
        exact = self._exact
        for at, token in enumerate(tokens):
            mask = exact.get(token, 0)
            for length, table in self._stems:
                mask |= table.get(token[:length], 0)
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
