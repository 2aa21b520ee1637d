"""How certain the bot must be before it acts, per sensitivity."""

from dataclasses import dataclass
from enum import StrEnum


class Sensitivity(StrEnum):
    """A community's choice: fewer false alarms or fewer missed complaints."""

    CAREFUL = "careful"
    BALANCED = "balanced"
    EAGER = "eager"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """At `act` and above the bot may speak in public; from `maybe` up to `act` staff get a silent card."""

    act: float
    maybe: float


TABLE = {
    Sensitivity.CAREFUL: Thresholds(act=0.80, maybe=0.50),
    Sensitivity.BALANCED: Thresholds(act=0.70, maybe=0.40),
    Sensitivity.EAGER: Thresholds(act=0.60, maybe=0.35),
}


def thresholds(sensitivity: Sensitivity) -> Thresholds:
    """Return the two thresholds on the probability of a label."""
    return TABLE[sensitivity]
