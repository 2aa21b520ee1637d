"""Errors as sentences in the reader's language, and what of them the log should know."""

import structlog

from bot.errors import NotAllowed, UserError
from bot.language import Voice
from bot.vocabulary.replies import Message, say

TRANSLATED = ("status", "argument")
"""Values that are codes of ours and have sentences of their own."""

FORGED = "error.button"

log = structlog.get_logger(__name__)


def note_refusal(community: int, error: UserError) -> None:
    """Somebody tried what is not theirs to do, or pressed what was never offered here."""
    if isinstance(error, NotAllowed) or error.key == FORGED:
        log.warning("action.refused", community=community, code=error.key)


def sorry(voice: Voice, error: UserError) -> Message:
    """What went wrong and what to do, for the person's eyes alone."""
    values = {
        name: voice.text(f"{name}.{value}") if name in TRANSLATED else value
        for name, value in error.values.items()
    }
    n = values.pop("n", None)
    runs = voice.say(error.key, **values) if n is None else voice.count(error.key, int(n), **values)
    return say(*runs)
