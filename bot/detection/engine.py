"""Assess a message: normalise it, wake the rules its words call for, add their weights up."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from bot.detection.languages import identify
from bot.detection.model import Assessment, Context, Label, Reason, Severity
from bot.detection.normalise import normalise
from bot.detection.rules import CIRCUMSTANCES, EVIDENCE, SECOND_LOOK
from bot.detection.rules.base import Message, Rule
from bot.detection.rules.follow_on import FollowOn
from bot.detection.topics import topic_of

BIAS = {Label.COMPLAINT: -3.0, Label.ABUSE: -4.0, Label.SPAM: -4.0, Label.QUESTION: -3.0, Label.PRAISE: -3.0}
"""Log-odds of each label before any rule has spoken."""

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
        topic=topic_of(message.text.tokens),
        language=language,
        sure=sure,
        safety=frozenset(rule.safety for rule, _ in found if rule.safety),
        reasons=tuple(reason for _, reason in found),
    )


Found = list[tuple[Rule, Reason]]


def _listen(message: Message) -> Found:
    """Ask the rules: first for evidence, then, where there is some against anybody, for circumstances."""
    pack = _pack()
    awake = pack.awake(message.text.tokens)
    found = _ask(awake & pack.evidence, message)
    found += _ask(awake & pack.second_look, _knowing(message, found))
    if any(reason.label in GRIEVANCES for _, reason in found):
        found += _ask(awake & pack.circumstances, _knowing(message, found))
    return found


def _knowing(message: Message, found: Found) -> Message:
    return replace(message, found=tuple(reason for _, reason in found))


def _ask(which: int, message: Message) -> Found:
    rules = _pack().rules
    found: Found = []
    while which:
        rule = rules[(which & -which).bit_length() - 1]
        found += [(rule, reason) for reason in rule.match(message)]
        which &= which - 1
    return found


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
        self.evidence = (1 << len(evidence)) - 1
        self.second_look = ((1 << len(second_look)) - 1) << len(evidence)
        self.circumstances = ((1 << len(circumstances)) - 1) << len(evidence) + len(second_look)
        self._always = 0
        self._exact: dict[str, int] = {}
        stems: dict[int, dict[str, int]] = {}
        for number, rule in enumerate(self.rules):
            words, beginnings = rule.wakes
            for word in words:
                self._exact[word] = self._exact.get(word, 0) | 1 << number
            for stem in beginnings:
                table = stems.setdefault(len(stem), {})
                table[stem] = table.get(stem, 0) | 1 << number
            if not words and not beginnings:
                self._always |= 1 << number
        self._stems = tuple(stems.items())

    def awake(self, tokens: Sequence[str]) -> int:
        mask = self._always
        exact = self._exact
        for token in tokens:
            mask |= exact.get(token, 0)
            for length, table in self._stems:
                mask |= table.get(token[:length], 0)
        return mask


@cache
def _pack() -> _Pack:
    return _Pack(EVIDENCE, (*SECOND_LOOK, FollowOn(_trouble)), CIRCUMSTANCES)
