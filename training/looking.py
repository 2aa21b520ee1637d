"""Samples as the bot would see them: looked at by rules and words, and cut into the passages that stage 2 reads."""

from collections.abc import Iterable, Sequence

from bot.detection import Detector, FirstLook, Passage
from bot.detection.learned import Learned
from training.corpus import Sample


def looks(samples: Iterable[Sample], knows: Learned) -> list[FirstLook]:
    """The first look at each, with what was learned so far."""
    detector = Detector(knows=knows)
    return [detector.look(sample.text, sample.context) for sample in samples]


def passages(found: Sequence[FirstLook]) -> list[Passage]:
    """What stage 2 reads of each: the whole message in its context."""
    return [look.passages[0] for look in found]
