"""In which mood somebody wrote, as detection read it: for whoever is about to answer. Pure."""

from enum import StrEnum

from bot.detection.engine import assess
from bot.detection.model import Assessment

LIKELY = 0.5
HEATED = frozenset({"shouting", "swearing", "threat_to_leave", "sarcasm"})
"""Rules whose finding tells of anger, where there is a complaint at all."""


class Mood(StrEnum):
    """What the last message sounds like; nothing is decided by it."""

    CALM = "calm"
    THANKFUL = "thankful"
    UPSET = "upset"
    ANGRY = "angry"
    INSULTING = "insulting"


def mood_of(text: str) -> Mood:
    return read(assess(text))


def read(seen: Assessment) -> Mood:
    if seen.abuse >= LIKELY:
        return Mood.INSULTING
    heated = any(reason.rule in HEATED for reason in seen.reasons)
    if seen.complaint >= LIKELY:
        return Mood.ANGRY if heated else Mood.UPSET
    return Mood.THANKFUL if seen.praise >= LIKELY else Mood.CALM
