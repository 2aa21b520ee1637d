"""What a message is and why: complaint, abuse, spam, question, praise; pure, without I/O.

Read `model` for the types, `engine` for the walk of a message, `rules` for what is known and `learned` for what was
learned. `bot/understanding` asks the encoder as well, which is a question of time.
"""

from bot.detection.engine import Detector, assess, first_look, rule_names
from bot.detection.first_look import FirstLook
from bot.detection.meaning import Meaning, Passage
from bot.detection.model import (
    PRESSING,
    Assessment,
    Context,
    Label,
    Reason,
    Safety,
    Said,
    Severity,
    Speaker,
    Topic,
)
from bot.detection.sensitivity import Sensitivity, Thresholds, thresholds

__all__ = [
    "PRESSING",
    "Assessment",
    "Context",
    "Detector",
    "FirstLook",
    "Label",
    "Meaning",
    "Passage",
    "Reason",
    "Safety",
    "Said",
    "Sensitivity",
    "Severity",
    "Speaker",
    "Thresholds",
    "Topic",
    "assess",
    "first_look",
    "rule_names",
    "thresholds",
]
