"""What a message is and why: complaint, abuse, spam, question, praise; pure, without I/O.

Read `model` for the types, `engine` for how rules become probabilities, `rules` for what is known.
"""

from bot.detection.engine import Detector, assess, rule_names
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
    "Label",
    "Reason",
    "Safety",
    "Said",
    "Sensitivity",
    "Severity",
    "Speaker",
    "Thresholds",
    "Topic",
    "assess",
    "rule_names",
    "thresholds",
]
