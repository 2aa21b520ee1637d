"""Detection as the bot uses it: rules, words, and the encoder where these leave doubt."""

from collections.abc import Sequence
from functools import cache

from bot.detection import Assessment, Context
from bot.detection.encoder.network import Encoder
from bot.understanding import assess_together

NOTHING = Context()


def assess(text: str, context: Context = NOTHING) -> Assessment:
    """One message, with everything."""
    return assess_together([(text, context)], encoder())[0]


@cache
def encoder() -> Encoder:
    """Loaded once for all tests of a process."""
    return Encoder.load()


def assess_all(messages: Sequence[tuple[str, Context]]) -> list[Assessment]:
    """Many messages, with everything; the encoder reads them together."""
    return assess_together(messages, encoder())
