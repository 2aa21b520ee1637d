"""The reply without what hurts, where leaving it out, or saying it quietly, is all it takes."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.tone.base import Span

Where = tuple[int, int]
"""A half-open range of characters."""

LEAST_WORDS = 3
"""What is left must still say something."""

WHOLE = 0.7
"""So much of a sentence's letters, and the sentence says nothing else."""

_END = re.compile(r"[.!?…]+(?=\s|$)|\n")
_POLITE = re.compile(r"(?:please|kindly|te rog|vă rog|va rog|пожалуйста|well|so|ну)[\s,]*", re.IGNORECASE)
_MARKS = re.compile(r"!{2,}")
_GAP = re.compile(r"[ \t]{2,}")


def _omit(text: str, spans: Sequence[Where]) -> str | None:
    """Without the sentences, or the openings of sentences, that these are; None if they are more than that."""
    for start, end in reversed(spans):
        first, last = _sentence(text, start)
        before, after = text[first:start], text[end:last]
        if _letters(text[start:end]) >= WHOLE * _letters(_POLITE.sub("", text[first:last])):
            text = text[:first] + text[last:].lstrip()
        elif not _POLITE.sub("", before).strip() and (found := re.match(r"\s*[,:;—–-]\s*", after)):
            rest = text[end + found.end() :]
            text = text[:first] + rest[:1].upper() + rest[1:]
        else:
            return None
    return text.strip()


def _quietly(text: str, spans: Sequence[Where]) -> str:
    """In small letters but for the first of a sentence, and one full stop for many marks."""
    for start, end in spans:
        begins = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?…"
        said = text[start:end].lower()
        text = text[:start] + (said[:1].upper() + said[1:] if begins else said) + text[end:]
    return _MARKS.sub(".", text)


WAYS: Mapping[str, Callable[[str, Sequence[Where]], str | None]] = {
    "dismissal": _omit,
    "empty_phrase": _omit,
    "shouting": _quietly,
}


def gentler(rule: str, text: str, spans: Sequence[Span], places: Sequence[Where]) -> str | None:
    """The text without what the rule has found; None where only its author can say it otherwise."""
    way = WAYS.get(rule)
    if way is None:
        return None
    where = [(places[start][0], places[end - 1][1]) for start, end in spans if end > start]
    said = way(text, where)
    said = _GAP.sub(" ", said).strip() if said is not None else None
    return said if said and len(said.split()) >= LEAST_WORDS and said != text else None


def _sentence(text: str, at: int) -> Where:
    first = max((end.end() for end in _END.finditer(text, 0, at)), default=0)
    first += len(text[first:]) - len(text[first:].lstrip())
    ends = _END.search(text, at)
    return min(first, at), ends.end() if ends else len(text)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
