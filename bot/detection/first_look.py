"""What rules and words have found in a message, and what it is once its meaning is known, or without that."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.detection.alphabets import UNKNOWN
from bot.detection.learned import Learned
from bot.detection.lexical.table import Sum
from bot.detection.meaning import Meaning, Passage, passage
from bot.detection.model import Assessment, Label, Reason, Safety, Severity, Topic
from bot.detection.normalise import normalise
from bot.detection.rules.base import Message, Rule
from bot.detection.topics import topic_of
from bot.detection.weighing import (
    kept_in_bounds,
    probability,
    reason_of_meaning,
    reason_of_words,
    rules_of,
    words_of,
)

LEFT_OVER = re.compile(r"[\s,;:–—-]+([.!?]|$)")
"""Before the end of a sentence whose last words were cut out."""

Found = list[tuple[Rule, Reason]]
Parts = Mapping[Label, tuple[float, float]]
"""What words and meaning add to a label's log-odds."""

SHOWN_FROM = 0.1
"""A label less probable than this needs no reasons of words and meaning."""
WORTH_A_TOPIC = 0.3
TALK = 4
LESS_SURE, LESS = 0.5, -0.2
"""In a talk of so many messages most sentences are part of it, whatever they sound like: what sounds sure is less often
so. The two numbers were read off one half of a brand's Discord (docs/detection.md); .4 stays .4, and .9 becomes .7.
"""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """One message, looked at by rules and by its words. `total` is what its words weigh, `words` that in log-odds."""

    message: Message
    found: Found
    sure: bool
    total: Sum
    knows: Learned
    words: Mapping[Label, float]

    @property
    def unsure(self) -> bool:
        """Whether its meaning could change what is done; and whether there is anything to read."""
        if not any(token[0].isalpha() for token in self.message.text.tokens):
            return False
        if self.message.language not in self.knows.languages_trained and self.message.language != UNKNOWN:
            return True
        odds = self._odds(self._parts(()), ())
        return any(low < odds[label] < high for label, (low, high) in self.knows.asks.items())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What the encoder is to read: the message in its context; and if it insults somebody, the rest of it too."""
        context, rest = self.message.context, self._without_insults()
        whole = passage(self.message.text.shown, context)
        return (whole, passage(rest, context)) if rest else (whole,)

    def conclude(self, meanings: Sequence[Meaning] = ()) -> Assessment:
        """The assessment; `meanings` are what the encoder said of the passages, in their order."""
        parts = self._parts(meanings)
        odds = self._odds(parts, meanings)
        chances = MappingProxyType({label: probability(value) for label, value in odds.items()})
        grave = [rule.severity for rule, _ in self.found if rule.severity]
        topical = bool(self.found) or chances[Label.COMPLAINT] >= WORTH_A_TOPIC
        return Assessment(
            probabilities=chances,
            severity=max(grave, key=lambda level: level.rank, default=Severity.LOW),
            topic=topic_of(self.message.text.tokens) if topical else Topic.OTHER,
            language=self.message.language,
            sure=self.sure,
            safety=frozenset(self._dangers(meanings)),
            reasons=(*[reason for _, reason in self.found], *self._learned(chances, parts)),
        )

    def _odds(self, parts: Parts, meanings: Sequence[Meaning]) -> dict[Label, float]:
        """All that speaks for each label and against it."""
        language, weighings = self.message.language, self.knows.weighings(meanings)
        rules = rules_of(reason for _, reason in self.found)
        odds = {
            label: weighing.bias_of(language) + weighing.of_rules(*rules[label]) + sum(parts[label])
            for label, weighing in weighings.items()
        }
        kept_in_bounds(odds, [reason for _, reason in self.found], alone=not meanings)
        if len(self.message.context.before) >= TALK:
            for label in (Label.COMPLAINT, Label.SPAM):
                odds[label] = odds[label] * LESS_SURE + LESS
        return odds

    def _parts(self, meanings: Sequence[Meaning]) -> Parts:
        """What words and meaning add to each label. An insult takes nothing away from a complaint."""
        weighings = self.knows.weighings(meanings)
        words = dict(self.words)
        meant = {label: meanings[0][label] for label in Label} if meanings else dict.fromkeys(Label, 0.0)
        rest = self._without_insults()
        if rest:
            total = self.knows.table.of_message(normalise(rest))
            words[Label.COMPLAINT] = max(words[Label.COMPLAINT], words_of(self.knows, total)[Label.COMPLAINT])
            meant[Label.COMPLAINT] = max([one[Label.COMPLAINT] for one in meanings], default=0.0)
        return {
            label: (weighing.words * words[label], weighing.meaning * meant[label])
            for label, weighing in weighings.items()
        }

    def _learned(self, chances: Mapping[Label, float], parts: Parts) -> Iterator[Reason]:
        """Words and meaning as reasons: what speaks for a label that is at all probable, or against what rules say."""
        told = {reason.label for _, reason in self.found if reason.weight > 0}
        for label, (words, meant) in parts.items():
            if chances[label] >= SHOWN_FROM and (words > 0 or label in told):
                yield from reason_of_words(self.knows, self.message.text, self.total, label, words)
            if chances[label] >= SHOWN_FROM and (meant > 0 or label in told):
                yield from reason_of_meaning(label, meant)

    def _dangers(self, meanings: Sequence[Meaning]) -> Iterator[Safety]:
        yield from (rule.safety for rule, _ in self.found if rule.safety)
        if meanings:
            limits = self.knows.dangers
            yield from (flag for flag, least in limits.items() if meanings[0][flag] >= least)

    def _without_insults(self) -> str:
        """The message without the words that insult somebody; nothing if none does, or nothing is left."""
        insults = [
            reason.match for _, reason in self.found if reason.label is Label.ABUSE and reason.weight > 0
        ]
        if not insults:
            return ""
        rest = self.message.text.shown
        for insult in insults:
            rest = re.sub(r"\W{1,5}".join(map(re.escape, insult.rstrip("…").split())), " ", rest)
        return " ".join(LEFT_OVER.sub(r"\1", rest).split())
