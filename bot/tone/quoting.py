"""Where words stand in a text, and the text without what it quotes: others' words are not the writer's."""

import re

from bot.detection.normalise import Text

_QUOTED = re.compile(
    r'„[^„”“"\n]{1,300}[”“"]|“[^“”\n]{1,300}”|«[^«»\n]{1,300}»|(?<!\w)"[^"\n]{1,300}"(?!\w)'
    r"|\b[A-Z0-9]+(?:_[A-Z0-9]+)+\b"
)


def without_quotes(text: str) -> str:
    """The same text of the same length, with spaces for what somebody else has said, and for names of settings."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def places(text: Text, source: str) -> tuple[tuple[int, int], ...] | None:
    """Where each word stands in `source`; None where normalising has changed more than can be followed back."""
    if text.shown != source:
        return None
    found, at = [], 0
    for word in text.words:
        start = source.find(word, at)
        if start < 0:
            return None
        at = start + len(word)
        found.append((start, at))
    return tuple(found)
