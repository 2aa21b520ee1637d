"""What a rule is, and the kind of rule most of them are: lists of phrases with a weight."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from bot.detection.model import Context, Label, Reason, Safety, Severity
from bot.detection.normalise import Text
from bot.detection.phrases import Index, Key, compile_phrase

LONGEST_MATCH = 80
SHARED = ("en", "ru", "uk")
"""Searched in every message: people mix English into everything, and Cyrillic words hit no others."""
APART = {
    "ro": None,
    "es": frozenset({"es", "pt", "it", "und"}),
    "de": frozenset({"de", "nl", "und"}),
    "fr": frozenset({"fr", "und"}),
}
"""Searched only in messages taken for one of these; the Romanian list in all but English ones."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*\*?")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


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
    """Phrases of one weight, by language. Which are looked for in which messages: `SHARED` and `APART`."""

    weight: float
    en: Sequence[str] = ()
    ro: Sequence[str] = ()
    ru: Sequence[str] = ()
    es: Sequence[str] = ()
    de: Sequence[str] = ()
    fr: Sequence[str] = ()
    uk: Sequence[str] = ()

    def of(self, language: str) -> Sequence[str]:
        """The phrases of one language."""
        every = {
            "en": self.en,
            "ro": self.ro,
            "ru": self.ru,
            "es": self.es,
            "de": self.de,
            "fr": self.fr,
            "uk": self.uk,
        }
        return every[language]


@dataclass(frozen=True, eq=False)
class PhraseRule:
    """A rule made of lists of phrases. Only its heaviest match counts, so saying a thing twice adds nothing.

    A match that shares a word with one of `harmless` doesn't count. `everywhere` is for lists of which no phrase can
    mean another thing in another language: they are searched whatever a message was taken for.
    """

    name: str
    label: Label | None
    groups: tuple[Group, ...]
    severity: Severity | None = None
    safety: Safety | None = None
    harmless: Group | None = None
    everywhere: bool = False

    @cached_property
    def _shared(self) -> Index:
        return self._compiled(*SHARED)

    @cached_property
    def _apart(self) -> dict[str, Index]:
        """Each language's own index, for those that have phrases."""
        filled = (name for name in APART if any(group.of(name) for group in self.groups))
        return {name: self._compiled(name) for name in filled}

    @cached_property
    def _heard(self) -> dict[str, tuple[Index, ...]]:
        """Language of a message -> what is searched in it, as far as it was asked for."""
        return {}

    @cached_property
    def _excuses(self) -> "PhraseRule":
        return PhraseRule(self.name, None, (self.harmless or Group(0.0),), everywhere=self.everywhere)

    def _compiled(self, *languages: str) -> Index:
        return Index(
            (compile_phrase(spelled(source, name)), number)
            for number, group in enumerate(self.groups)
            for name in languages
            for source in group.of(name)
        )

    def _indexes(self, language: str) -> tuple[Index, ...]:
        if language not in self._heard:
            own = (index for name, index in self._apart.items() if self._may_hold(name, language))
            self._heard[language] = (self._shared, *own)
        return self._heard[language]

    def _may_hold(self, name: str, language: str) -> bool:
        spoken = APART[name]
        return language != "en" if spoken is None else self.everywhere or language in spoken

    @property
    def wakes(self) -> frozenset[Key]:
        """The anchors of its phrases."""
        return self._shared.keys().union(*(index.keys() for index in self._apart.values()))

    def spots(self, message: Message, places: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """Yield (number of the group, first token, end token) of every phrase that is there."""
        for index in self._indexes(message.language):
            yield from index.search(message.text, places)

    def told(self, message: Message, places: Iterable[int]) -> list[tuple[int, int, int]]:
        """Return the spots that count: those that share no word with something harmless."""
        found = list(self.spots(message, places))
        return self._without_harmless(message, found) if found and self.harmless else found

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return the heaviest match, if any."""
        found = self.told(message, places)
        if not found:
            return ()
        number, start, end = max(found, key=lambda spot: abs(self.groups[spot[0]].weight))
        words = message.text.words[start:end]
        return (Reason(self.name, self.label, self.groups[number].weight, excerpt(words)),)

    def _without_harmless(
        self, message: Message, found: list[tuple[int, int, int]]
    ) -> list[tuple[int, int, int]]:
        excused = list(self._excuses.spots(message, range(len(message.text.tokens))))
        return [
            spot for spot in found if all(spot[2] <= start or end <= spot[1] for _, start, end in excused)
        ]


@dataclass(frozen=True, eq=False)
class SignsRule:
    """A rule with clear phrases, and with signs that say little alone: two of different kinds say it together."""

    clear: PhraseRule
    signs: tuple[PhraseRule, ...]
    weight: float = 0.0

    @property
    def name(self) -> str:
        """As its clear part."""
        return self.clear.name

    @property
    def severity(self) -> Severity | None:
        """As its clear part."""
        return self.clear.severity

    @property
    def safety(self) -> Safety | None:
        """As its clear part."""
        return self.clear.safety

    @property
    def wakes(self) -> frozenset[Key]:
        """The anchors of all its phrases."""
        return self.clear.wakes.union(*(sign.wakes for sign in self.signs))

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return the clear match, or the first two signs as one."""
        if clear := tuple(self.clear.match(message, places)):
            return clear
        signs = [reason for sign in self.signs for reason in sign.match(message, places)]
        return (together(self.name, self.clear.label, self.weight, signs),) if len(signs) > 1 else ()


def together(name: str, label: Label | None, weight: float, signs: Sequence[Reason]) -> Reason:
    """Make one reason of two."""
    return Reason(name, label, weight, excerpt([signs[0].match, "…", signs[1].match]))


def spelled(source: str, language: str) -> str:
    """Add to the words of a phrase how they are written without accents, and in German with "ue" for "ü"."""
    return source if language in ("en", "ro", "ru", "uk") else _WORD.sub(_spellings, source)


def _spellings(found: re.Match[str]) -> str:
    word = found[0]
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return "|".join(dict.fromkeys((word, bare, word.translate(_UMLAUTS))))


def excerpt(words: Sequence[str]) -> str:
    """Join the words that matched, cut to the length a reason may have."""
    joined = " ".join(words)
    return joined if len(joined) <= LONGEST_MATCH else f"{joined[: LONGEST_MATCH - 1]}…"
