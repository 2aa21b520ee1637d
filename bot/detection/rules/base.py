"""What a rule is, and the kind of rule most of them are: lists of phrases with a weight."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from bot.detection.model import Context, Label, Reason, Safety, Severity
from bot.detection.normalise import Text
from bot.detection.phrases import Index, Key, compile_phrase

LONGEST_MATCH = 80


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule looks at: the normalised text, its context, and what the rules before it found."""

    text: Text
    context: Context
    language: str = "und"
    found: tuple[Reason, ...] = ()

    def score(self, label: Label) -> float:
        """Return the sum of the weights found for a label so far, in log-odds."""
        return sum(reason.weight for reason in self.found if reason.label is label)


class Rule(Protocol):
    """One thing detection knows."""

    @property
    def name(self) -> str:
        """The name in reasons; its sentence is `reason.<name>` in the catalogues."""

    @property
    def severity(self) -> Severity | None:
        """The severity it raises a message to, if any."""

    @property
    def safety(self) -> Safety | None:
        """The safety flag it sets, if any."""

    @property
    def wakes(self) -> frozenset[Key]:
        """Keys without any of which it has nothing to say; none: always asked."""

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return what it found. `places` are the tokens that woke it, in order."""


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases of one weight, by language. People mix languages, so only the Romanian list is spared, in English."""

    weight: float
    en: Sequence[str] = ()
    ro: Sequence[str] = ()
    ru: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class PhraseRule:
    """A rule made of lists of phrases. Only its heaviest match counts, so saying a thing twice adds nothing."""

    name: str
    label: Label | None
    groups: tuple[Group, ...]
    severity: Severity | None = None
    safety: Safety | None = None

    @cached_property
    def _index(self) -> Index:
        return self._compiled(lambda group: (*group.en, *group.ru))

    @cached_property
    def _romanian(self) -> Index:
        """Apart: without diacritics its words are found in English too."""
        return self._compiled(lambda group: group.ro)

    def _compiled(self, sources: Callable[[Group], Sequence[str]]) -> Index:
        numbered = enumerate(self.groups)
        return Index(
            (compile_phrase(source), number) for number, group in numbered for source in sources(group)
        )

    @property
    def wakes(self) -> frozenset[Key]:
        """The anchors of its phrases."""
        return self._index.keys() | self._romanian.keys()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return the heaviest match, if any."""
        best: tuple[float, int, int] | None = None
        for index in (self._index,) if message.language == "en" else (self._index, self._romanian):
            for number, start, end in index.search(message.text, places):
                weight = self.groups[number].weight
                if best is None or abs(weight) > abs(best[0]):
                    best = weight, start, end
        if best is None:
            return ()
        weight, start, end = best
        return (Reason(self.name, self.label, weight, excerpt(message.text.words[start:end])),)


def excerpt(words: Sequence[str]) -> str:
    """Join the words that matched, cut to the length a reason may have."""
    joined = " ".join(words)
    return joined if len(joined) <= LONGEST_MATCH else f"{joined[: LONGEST_MATCH - 1]}…"
