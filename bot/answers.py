"""Errors as sentences in the reader's language."""

from bot.errors import UserError
from bot.language import Voice
from bot.vocabulary.replies import Message, say

TRANSLATED = ("status", "argument")
"""Values that are codes of ours and have sentences of their own."""


def sorry(voice: Voice, error: UserError) -> Message:
    """What went wrong and what to do, for the person's eyes alone."""
    values = {
        name: voice.text(f"{name}.{value}") if name in TRANSLATED else value
        for name, value in error.values.items()
    }
    n = values.pop("n", None)
    runs = voice.say(error.key, **values) if n is None else voice.count(error.key, int(n), **values)
    return say(*runs)
