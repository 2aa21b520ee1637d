"""A small language for word patterns, matched on tokens and not on characters.

    "still no|not|nothing"      one of the alternatives stands in that place
    "crash*"                    any word that begins so
    "waiting ~ refund"          up to four words may stand between, within one sentence; "~2" up to two
    "if ~~6 cancel"             the same, but even "not" may be among them, which turns most meanings round
    "is a|an? joke"             the word before "?" may be missing
    "^ thanks"   "thanks $"     at the start, at the end of a sentence; "off you|$" either the word or the end
    "!not working"              the word before must not be this one; at the end of a pattern, the word after
    "# days"                    any number; "‹url›", "‹mention›", "‹money›", "‹censored›" as normalise writes them

Patterns are written with or without diacritics, apostrophes and hyphens: they pass the same folding as messages.
A pattern costs nothing where its rarest word is absent, and never more than a few comparisons where it is present.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.detection.language_words import COMMON
from bot.detection.normalise import ENDS, Text, fold

GAP = 4
_NEGATIONS = """
    not no never isnt arent wasnt werent dont doesnt didnt wont cant cannot nu nici n nam na nau nati не ни нет
"""
NEGATIONS = frozenset(_NEGATIONS.split())


class Kind(Enum):
    """What a place in a pattern stands for."""

    WORD = "word"
    NOT = "not"
    GAP = "gap"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Key:
    """A token, or what tokens begin with (`stem`); and words one of which must be in the message too, if any."""

    token: str
    also: frozenset[str] = frozenset()
    stem: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: a word out of `exact` or beginning with one of `stems`, or up to `most` words."""

    kind: Kind
    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    optional: bool = False
    or_end: bool = False
    most: int = 0
    over: frozenset[str] = ENDS
    """Words that a gap must not pass over."""

    @property
    def needed(self) -> bool:
        """Whether a word must stand here."""
        return self.kind is Kind.WORD and not self.optional and not self.or_end

    def takes(self, token: str) -> bool:
        """Whether the token may stand here."""
        return token in self.exact or (bool(self.stems) and token.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled pattern.

    `anchor` is the place with the rarest words; it decides when the rest is looked at. `also` holds the words of
    a second place, one of which must be in the message too (empty: nothing else can be told so simply).
    """

    source: str
    slots: tuple[Slot, ...]
    anchor: int
    also: frozenset[str]
    nearest: int
    farthest: int

    def find(self, tokens: Sequence[str], at: int) -> tuple[int, int] | None:
        """Match with the anchor at `tokens[at]`; return the half-open range of tokens, or None."""
        for start in range(max(0, at - self.farthest), at - self.nearest + 1):
            end = _match(self.slots, 0, tokens, start)
            if end > at:
                return start, end
        return None


def compile_phrase(source: str) -> Phrase:
    """Compile one pattern. Raises ValueError if it has no word to anchor on."""
    slots = tuple(_slot(part) for part in source.split())
    words = [i for i, slot in enumerate(slots) if slot.needed]
    if not words:
        raise ValueError(f"no word that must be there: {source!r}")
    anchor = min(words, key=lambda i: (_commonness(slots[i]), i))
    others = [slots[i] for i in words if i != anchor and not slots[i].stems]
    also = min(others, key=_commonness).exact if others else frozenset[str]()
    before = slots[:anchor]
    nearest = sum(slot.needed for slot in before)
    farthest = sum(slot.most if slot.kind is Kind.GAP else slot.kind is Kind.WORD for slot in before)
    return Phrase(source, slots, anchor, also, nearest, farthest)


def _slot(part: str) -> Slot:
    if part == "^":
        return Slot(Kind.START)
    if part == "$":
        return Slot(Kind.END)
    if part.startswith("~"):
        over = ENDS if part.startswith("~~") else ENDS | NEGATIONS
        return Slot(Kind.GAP, most=int(part.lstrip("~") or GAP), over=over)
    kind = Kind.NOT if part.startswith("!") else Kind.WORD
    optional = part.endswith("?") and len(part) > 1
    options = (
        part.removeprefix("!").removesuffix("?" if optional else "").split("|") if part != "!" else ["!"]
    )
    return Slot(
        kind,
        exact=frozenset(fold(option) for option in options if not option.endswith("*")) - {"$"},
        stems=tuple(fold(option[:-1]) for option in options if option.endswith("*")),
        optional=optional,
        or_end="$" in options,
    )


def _commonness(slot: Slot) -> int:
    """Order places by how often they are met: function words and numbers last."""
    common = sum(word in COMMON or word == "#" for word in slot.exact)
    return common * 1000 + len(slot.exact) + 3 * len(slot.stems)


def _match(slots: Sequence[Slot], which: int, tokens: Sequence[str], at: int) -> int:
    """Return where the match of `slots[which:]` from `at` ends, or -1."""
    if which == len(slots):
        return at
    slot = slots[which]
    if slot.kind is Kind.WORD:
        if at < len(tokens) and slot.takes(tokens[at]):
            end = _match(slots, which + 1, tokens, at + 1)
            if end >= 0:
                return end
        may_lack = slot.optional or (slot.or_end and _ends(tokens, at))
        return _match(slots, which + 1, tokens, at) if may_lack else -1
    if slot.kind is Kind.GAP:
        return _match_gap(slots, which, tokens, at)
    if slot.kind is Kind.NOT:
        there = at if which == len(slots) - 1 else at - 1
        blocked = 0 <= there < len(tokens) and slot.takes(tokens[there])
        return -1 if blocked else _match(slots, which + 1, tokens, at)
    edge = _starts(tokens, at) if slot.kind is Kind.START else _ends(tokens, at)
    return _match(slots, which + 1, tokens, at) if edge else -1


def _match_gap(slots: Sequence[Slot], which: int, tokens: Sequence[str], at: int) -> int:
    for skipped in range(slots[which].most + 1):
        end = _match(slots, which + 1, tokens, at + skipped)
        if end >= 0:
            return end
        if at + skipped >= len(tokens) or tokens[at + skipped] in slots[which].over:
            return -1
    return -1


def _starts(tokens: Sequence[str], at: int) -> bool:
    return at == 0 or tokens[at - 1] in ENDS or not tokens[at - 1][0].isalnum()


def _ends(tokens: Sequence[str], at: int) -> bool:
    return at >= len(tokens) or tokens[at] in ENDS or not tokens[at][0].isalnum()


class Index:
    """Finds patterns by the words of their anchors: exact words in one table, stems in one table per length."""

    def __init__(self, entries: Iterable[tuple[Phrase, int]]) -> None:
        """Take patterns, each with the number it is to be reported under."""
        exact: dict[str, list[tuple[Phrase, int]]] = {}
        stems: dict[int, dict[str, list[tuple[Phrase, int]]]] = {}
        for phrase, number in entries:
            slot = phrase.slots[phrase.anchor]
            for word in slot.exact:
                exact.setdefault(word, []).append((phrase, number))
            for stem in slot.stems:
                stems.setdefault(len(stem), {}).setdefault(stem, []).append((phrase, number))
        self._exact = {word: tuple(found) for word, found in exact.items()}
        self._stems = tuple(
            (n, {stem: tuple(found) for stem, found in table.items()}) for n, table in stems.items()
        )

    def search(self, text: Text, places: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """Yield (number, first token, end token) of every pattern with its anchor at one of `places`."""
        tokens, present = text.tokens, text.present
        for at in places:
            token = tokens[at]
            candidates = self._exact.get(token, ())
            for length, table in self._stems:
                candidates = (*candidates, *table.get(token[:length], ()))
            for phrase, number in candidates:
                if phrase.also and present.isdisjoint(phrase.also):
                    continue
                found = phrase.find(tokens, at)
                if found:
                    yield number, *found

    def keys(self) -> frozenset[Key]:
        """Return what must be in a message for any pattern to be there: a key for each anchor."""
        exact = {Key(word, phrase.also) for word, found in self._exact.items() for phrase, _ in found}
        tables = [table for _, table in self._stems]
        stems = {
            Key(stem, phrase.also, stem=True)
            for table in tables
            for stem, found in table.items()
            for phrase, _ in found
        }
        return frozenset(exact | stems)
