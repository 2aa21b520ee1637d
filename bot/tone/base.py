"""What a rule of tone is, and the kind most of them are: lists of phrases, as detection has them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from bot.detection.mood import Mood
from bot.detection.normalise import Text
from bot.detection.phrases import Index, compile_phrase

Span = tuple[int, int]
"""A half-open range of tokens."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a rule looks at: the reply without what it quotes, the member's last words if there are any, their mood.

    `timed`: a time is told with it.
    """

    text: Text
    language: str
    answers: Text | None = None
    mood: Mood | None = None
    timed: bool = False


class Rule(Protocol):
    """One thing that could hurt."""

    @property
    def name(self) -> str:
        """The name in remarks; its sentence is `tone.remark.<name>` in the catalogues."""

    def find(self, reply: Reply) -> Sequence[Span]:
        """Where it is, in order. An empty range at the end says that something is missing."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """Lists of phrases by language. Romanian is not looked for in English, where its words mean something else."""

    en: Sequence[str] = ()
    ro: Sequence[str] = ()
    ru: Sequence[str] = ()

    @cached_property
    def _index(self) -> Index:
        return _compiled((*self.en, *self.ru))

    @cached_property
    def _romanian(self) -> Index:
        return _compiled(self.ro)

    def find(self, text: Text, language: str) -> list[Span]:
        """Every place where one of them stands, in order, without overlaps."""
        indexes = (self._index,) if language == "en" else (self._index, self._romanian)
        places = range(len(text.tokens))
        found = ((start, end) for index in indexes for _, start, end in index.search(text, places))
        return list(_joined(sorted(found)))


@dataclass(frozen=True, eq=False)
class PhraseRule:
    """Speaks where one of its phrases stands, unless that is a part of a harmless one.

    With `moods` it speaks only to whoever feels like that.
    """

    name: str
    phrases: Phrases
    harmless: Phrases = field(default_factory=Phrases)
    moods: frozenset[Mood] = frozenset()

    def find(self, reply: Reply) -> Sequence[Span]:
        if self.moods and reply.mood not in self.moods:
            return ()
        fine = self.harmless.find(reply.text, reply.language)
        found = self.phrases.find(reply.text, reply.language)
        return [span for span in found if not any(_touch(span, other) for other in fine)]


def _compiled(sources: Iterable[str]) -> Index:
    return Index((compile_phrase(source), 0) for source in sources)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap or meet made one."""
    last: Span | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
