"""Limits that are read off the calibration part: when stage 2 is worth asking, and from when a danger is one."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from bot.detection import Label, Meaning, Safety
from training.weighing import Evidence

ASKED_FOR = (Label.COMPLAINT, Label.ABUSE)
LOST = 0.03
"""Of what holds a label, so much may lie where stage 2 is not asked."""
CLEAR = 0.99
"""How often stage 1 must be right for stage 2 not to be asked."""
STEPS = np.arange(-7.0, 7.01, 0.25)
DANGERS = (Safety.SELF_HARM, Safety.THREAT, Safety.DOXXING, Safety.MINOR)
DANGER_FROM = 0.5
"""Stage 2 flags a danger from this probability on; rules flag it as well."""


def limits(
    found: Sequence[Evidence], alone: Mapping[str, Mapping[str, object]]
) -> tuple[dict[str, list[float]], dict[str, float]]:
    """`asks` and `dangers`, as they stand in the file."""
    asks = {str(label): _doubtful(label, found, alone[str(label)]) for label in ASKED_FOR}
    return asks, {str(flag): round(math.log(DANGER_FROM / (1 - DANGER_FROM)), 4) for flag in DANGERS}


def _doubtful(label: Label, found: Sequence[Evidence], weighing: Mapping[str, object]) -> list[float]:
    """The log-odds of stage 1 below which almost nothing holds the label, and above which almost everything does."""
    odds = np.array([one.odds(label, weighing) for one in found])
    holds = np.array([bool(one.sample.has(label)) for one in found])
    low = max([step for step in STEPS if (odds[holds] < step).mean() <= LOST], default=STEPS[0])
    high = min([step for step in STEPS if _right(holds[odds > step]) >= CLEAR], default=STEPS[-1])
    return [round(float(low), 2), round(float(max(high, low)), 2)]


def _right(holds: np.ndarray) -> float:
    return float(holds.mean()) if len(holds) else 1.0


def dangers_seen(
    found: Sequence[Evidence], meanings: Sequence[Meaning]
) -> Mapping[str, tuple[int, int, int]]:
    """Flag -> (there, seen by stage 2, false): to be looked at, not to be set by."""
    told = {}
    for flag in DANGERS:
        there = np.array([str(flag) in one.sample.labels for one in found])
        seen = np.array([meaning[flag] >= 0 for meaning in meanings])
        told[str(flag)] = (int(there.sum()), int((there & seen).sum()), int((~there & seen).sum()))
    return told
