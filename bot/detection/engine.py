"""Assess a message: normalise it, wake the rules its words call for, add their weights up."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from bot.detection.languages import identify
from bot.detection.model import Assessment, Context, Label, Reason, Severity, Topic
from bot.detection.normalise import normalise
from bot.detection.rules import CIRCUMSTANCES, EVIDENCE, SECOND_LOOK
from bot.detection.rules.base import Message, Rule
from bot.detection.rules.follow_on import FollowOn
from bot.detection.topics import topic_of

BIAS = {Label.COMPLAINT: -3.0, Label.ABUSE: -4.0, Label.SPAM: -4.0, Label.QUESTION: -3.0, Label.PRAISE: -3.0}
"""Log-odds of each label before any rule has spoken."""

LONGEST_KEY = 5
"""Longer word stems wake a rule by their first letters, so that few tables are asked."""

GRIEVANCES = (Label.COMPLAINT, Label.ABUSE)
NOTHING = Context()


def assess(text: str, context: Context = NOTHING) -> Assessment:
    """Say what `text` is, how grave, about what, in which language, and why.

    Pure and deterministic; takes any string. Work is bounded: beyond 4,000 characters only head and tail are read.
    """
    normalised = normalise(text)
    language, sure = identify(normalised)
    message = Message(normalised, context, language)
    found = _listen(message)
    return Assessment(
        probabilities=_probabilities(reason for _, reason in found),
        severity=_severity(found),
        topic=topic_of(normalised.tokens) if found else Topic.OTHER,
        language=language,
        sure=sure,
        safety=frozenset(rule.safety for rule, _ in found if rule.safety),
        reasons=tuple(reason for _, reason in found),
    )


Found = list[tuple[Rule, Reason]]


def _listen(message: Message) -> Found:
    """Ask the rules: first for evidence, then, where there is some against anybody, for circumstances."""
    pack = _pack()
    woken = pack.wake(message.text.tokens)
    found = pack.ask(pack.evidence, woken, message)
    found += pack.ask(pack.second_look, woken, _knowing(message, found))
    if any(reason.label in GRIEVANCES for _, reason in found):
        found += pack.ask(pack.circumstances, woken, _knowing(message, found))
    return found


def _knowing(message: Message, found: Found) -> Message:
    return replace(message, found=tuple(reason for _, reason in found)) if found else message


def _trouble(text: str) -> float:
    """Return how much complaint is in an earlier message, in log-odds."""
    normalised = normalise(text)
    found = _listen(Message(normalised, NOTHING, identify(normalised)[0]))
    return sum(reason.weight for _, reason in found if reason.label is Label.COMPLAINT)


def _severity(found: Found) -> Severity:
    return max((rule.severity for rule, _ in found if rule.severity), key=lambda level: level.rank, default=Severity.LOW)


def _probabilities(reasons: Iterable[Reason]) -> MappingProxyType[Label, float]:
    scores = dict(BIAS)
    for reason in reasons:
        if reason.label is not None:
            scores[reason.label] += reason.weight
    return MappingProxyType({label: 1 / (1 + math.exp(-score)) for label, score in scores.items()})


class _Pack:
    """All rules with an index from words to the rules they wake, as bit masks."""

    def __init__(self, evidence: Sequence[Rule], second_look: Sequence[Rule], circumstances: Sequence[Rule]) -> None:
        self.rules = (*evidence, *second_look, *circumstances)
        self.evidence = _mask(0, len(evidence))
        self.second_look = _mask(len(evidence), len(second_look))
        self.circumstances = _mask(len(evidence) + len(second_look), len(circumstances))
        self._always = 0
        self._exact: dict[str, int] = {}
        stems: dict[int, dict[str, int]] = {}
        for number, rule in enumerate(self.rules):
            words, beginnings = rule.wakes
            for word in words:
                self._exact[word] = self._exact.get(word, 0) | 1 << number
            for stem in {beginning[:LONGEST_KEY] for beginning in beginnings}:
                table = stems.setdefault(len(stem), {})
                table[stem] = table.get(stem, 0) | 1 << number
            if not words and not beginnings:
                self._always |= 1 << number
        self._stems = tuple(stems.items())

    def wake(self, tokens: Sequence[str]) -> list[tuple[int, int]]:
        """Return (place, rules) for every token that wakes any."""
        woken = []
        exact = self._exact
        for at, token in enumerate(tokens):
            mask = exact.get(token, 0)
            for length, table in self._stems:
                mask |= table.get(token[:length], 0)
            if mask:
                woken.append((at, mask))
        return woken

    def ask(self, which: int, woken: Sequence[tuple[int, int]], message: Message) -> Found:
        """Ask those of the rules `which` that are awake."""
        awake = self._always
        for _, mask in woken:
            awake |= mask
        awake &= which
        found: Found = []
        while awake:
            number = (awake & -awake).bit_length() - 1
            awake &= awake - 1
            rule = self.rules[number]
            places = [at for at, mask in woken if mask >> number & 1]
            found += [(rule, reason) for reason in rule.match(message, places)]
        return found


def _mask(first: int, count: int) -> int:
    return ((1 << count) - 1) << first


@cache
def _pack() -> _Pack:
    return _Pack(EVIDENCE, (*SECOND_LOOK, FollowOn(_trouble)), CIRCUMSTANCES)
