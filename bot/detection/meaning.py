"""What stage 2 is asked and what it answers: plain types, shared by detection, its encoder and training."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.detection.model import Context, Label, Safety

SAID_BEFORE = 2
LONGEST_SAID = 90
"""Of what was said before, so many messages, and so many letters of each, go to the encoder."""

OUTPUTS = (
    Label.COMPLAINT,
    Label.ABUSE,
    "profanity",
    Label.SPAM,
    Label.QUESTION,
    Label.PRAISE,
    Safety.SELF_HARM,
    Safety.THREAT,
    Safety.DOXXING,
    Safety.MINOR,
)
"""What the encoder's head was taught, in the order of its outputs."""

Meaning = Mapping[str, float]
"""Output -> log-odds."""


@dataclass(frozen=True, slots=True)
class Line:
    """What was said before: by `me` (the same writer), a member, a helper or staff."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What the encoder reads: a message, and what was said before it, the latest last."""

    text: str
    before: tuple[Line, ...] = ()

    @property
    def told_before(self) -> str:
        """The lines in one."""
        return " | ".join(f"{line.who}: {line.text}" for line in self.before)


def passage(text: str, context: Context) -> Passage:
    """A message as stage 2 reads it, in its context; `text` is cleaned."""
    said = context.before[-SAID_BEFORE:]
    before = [Line("me" if one.same_author else one.who, one.text[:LONGEST_SAID]) for one in said]
    return Passage(" ".join(text.split()), tuple(before))
