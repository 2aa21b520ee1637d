"""Assess a message: normalise it, ask the rules its words wake, add their weights up."""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from types import MappingProxyType

from bot.detection.languages import identify
from bot.detection.model import Assessment, Context, Label, Reason, Severity, Topic
from bot.detection.normalise import normalise
from bot.detection.rules import CIRCUMSTANCES, EVIDENCE, SECOND_LOOK
from bot.detection.rules.base import Message, Rule
from bot.detection.rules.follow_on import FollowOn
from bot.detection.topics import topic_of
from bot.detection.waking import WakeIndex, Woken

BIAS = {Label.COMPLAINT: -3.0, Label.ABUSE: -4.0, Label.SPAM: -4.0, Label.QUESTION: -3.0, Label.PRAISE: -3.0}
"""Log-odds of each label before any rule has spoken."""

GRIEVANCES = (Label.COMPLAINT, Label.ABUSE)
NOTHING = Context()

Found = list[tuple[Rule, Reason]]


def assess(text: str, context: Context = NOTHING) -> Assessment:
    """Say what `text` is, how grave, about what, in which language, and why.

    Pure and deterministic; takes any string. Work is bounded: of more than 4,000 characters head and tail are read.
    """
    return _detector().assess(text, context)


def rule_names() -> tuple[str, ...]:
    """Return the names of all rules, in the order in which reasons are listed."""
    return tuple(rule.name for rule in _detector().rules)


class Detector:
    """A pack of rules that are asked in three rounds; see `bot.detection.rules` for what each round is."""

    def __init__(
        self,
        evidence: Sequence[Rule] = EVIDENCE,
        second_look: Sequence[Rule] = SECOND_LOOK,
        circumstances: Sequence[Rule] = CIRCUMSTANCES,
    ) -> None:
        """Index the rules by the words that wake them."""
        second_look = (*second_look, FollowOn(self._trouble))
        self.rules: tuple[Rule, ...] = (*evidence, *second_look, *circumstances)
        self._index = WakeIndex(self.rules)
        self._evidence = _mask(0, len(evidence))
        self._second_look = _mask(len(evidence), len(second_look))
        self._circumstances = _mask(len(evidence) + len(second_look), len(circumstances))

    def assess(self, text: str, context: Context = NOTHING) -> Assessment:
        """Assess one message; see the function of the same name."""
        normalised = normalise(text)
        language, sure = identify(normalised)
        found = self._listen(Message(normalised, context, language))
        return Assessment(
            probabilities=_probabilities(reason for _, reason in found),
            severity=_severity(found),
            topic=topic_of(normalised.tokens) if found else Topic.OTHER,
            language=language,
            sure=sure,
            safety=frozenset(rule.safety for rule, _ in found if rule.safety),
            reasons=tuple(reason for _, reason in found),
        )

    def _listen(self, message: Message) -> Found:
        """Ask for evidence, then, where there is some against anybody, for circumstances."""
        woken = self._index.wake(message.text)
        found = self._ask(self._evidence, woken, message)
        found += self._ask(self._second_look, woken, _knowing(message, found))
        if any(reason.label in GRIEVANCES for _, reason in found):
            found += self._ask(self._circumstances, woken, _knowing(message, found))
        return found

    def _ask(self, which: int, woken: Woken, message: Message) -> Found:
        asked = self._index.awake(woken, which)
        return [(rule, reason) for rule, places in asked for reason in rule.match(message, places)]

    def _trouble(self, text: str) -> float:
        """Return how much complaint is in an earlier message, in log-odds."""
        normalised = normalise(text)
        found = self._listen(Message(normalised, NOTHING, identify(normalised)[0]))
        return sum(reason.weight for _, reason in found if reason.label is Label.COMPLAINT)


@cache
def _detector() -> Detector:
    return Detector()


def _mask(first: int, count: int) -> int:
    return ((1 << count) - 1) << first


def _knowing(message: Message, found: Found) -> Message:
    if not found:
        return message
    return Message(message.text, message.context, message.language, tuple([reason for _, reason in found]))


def _severity(found: Found) -> Severity:
    levels = (rule.severity for rule, _ in found if rule.severity)
    return max(levels, key=lambda level: level.rank, default=Severity.LOW)


def _probabilities(reasons: Iterable[Reason]) -> MappingProxyType[Label, float]:
    scores = dict(BIAS)
    for reason in reasons:
        if reason.label is not None:
            scores[reason.label] += reason.weight
    return MappingProxyType({label: 1 / (1 + math.exp(-score)) for label, score in scores.items()})
