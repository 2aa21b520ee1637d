"""What a message is about: distinct words counted per topic; on a draw the more particular topic wins."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from bot.detection.model import Topic
from bot.detection.normalise import KNOWN, LONGEST_KNOWN, fold
from bot.detection.topic_words import WORDS


def topic_of(tokens: Sequence[str]) -> Topic:
    """Return the topic with the most words, `other` if none has any."""
    counts: Counter[Topic] = Counter()
    for token in set(tokens):
        if len(token) <= LONGEST_KNOWN:
            counts.update(_topics(token))
    if not counts:
        return Topic.OTHER
    return min(counts, key=lambda topic: (-counts[topic], list(WORDS).index(topic)))


@lru_cache(KNOWN)
def _topics(token: str) -> tuple[Topic, ...]:
    exact, stems = _lexicon()
    topics = exact.get(token)
    return topics or next((table[token[:n]] for n, table in stems if token[:n] in table), ())


@cache
def _lexicon() -> tuple[dict[str, tuple[Topic, ...]], tuple[tuple[int, dict[str, tuple[Topic, ...]]], ...]]:
    """Return topics by exact word, and by stem in one table per length, the longest first."""
    exact: dict[str, tuple[Topic, ...]] = {}
    stems: dict[int, dict[str, tuple[Topic, ...]]] = {}
    for topic, words in WORDS.items():
        for word in words.split():
            key = fold(word.removesuffix("*"))
            table = stems.setdefault(len(key), {}) if word.endswith("*") else exact
            table[key] = (*table.get(key, ()), topic)
    return exact, tuple(sorted(stems.items(), reverse=True))
