"""Judges that the command line can name."""

from collections.abc import Sequence
from functools import partial

from bot.detection import Assessment, assess
from bot.detection.encoder.network import Encoder
from bot.understanding import assess_together
from training.evaluate.asking import Item, Judge


def whole() -> Judge:
    """What the bot does: rules and words, and the encoder where these leave doubt."""
    return partial(assess_together, reader=Encoder.load())


def quick() -> Judge:
    """Rules and words alone, one message after the other."""

    def judge(items: Sequence[Item]) -> list[Assessment]:
        return [assess(text, context) for text, context in items]

    return judge
