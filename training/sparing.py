"""Swearing at nobody must not count as abuse: the Romanian bias is lowered until few such comments do.

RO-Offense tells swearing without a target (PROFANITY) from insults, as hardly any corpus does. Its training part is
read.
"""

import math
from collections.abc import Sequence
from random import Random
from typing import Any

import numpy as np

from bot.detection import Label, Sensitivity, thresholds
from bot.detection.encoder.network import Encoder
from bot.detection.learned import Learned
from training.corpus import Sample
from training.looking import looks
from training.weighing import evidence

READ = 400
"""Comments without a target that are read: as many again that are harmless."""
FLAGGED = 0.03
"""Of these, so many may be taken for abuse; on other texts it will be more."""


def spare(together: dict[str, dict[str, Any]], comments: Sequence[Sample], knows: Learned) -> float:
    """Lower the bias in place; by how much."""
    chosen = [
        sample
        for kind in ("profanity", "other")
        for sample in Random(3).sample([one for one in comments if one.kind == kind], READ)
    ]
    seen = looks(chosen, knows)
    meanings = Encoder.load().read([look.passages[0] for look in seen])
    weighing = together[Label.ABUSE]
    odds = [
        evidence(sample, look, [meaning]).odds(Label.ABUSE, weighing)
        for sample, look, meaning in zip(chosen, seen, meanings, strict=True)
    ]
    act = thresholds(Sensitivity.BALANCED).act
    excess = float(np.quantile(odds, 1 - FLAGGED)) - math.log(act / (1 - act))
    lowered = max(0.0, round(excess, 4))
    weighing["bias"]["ro"] = round(weighing["bias"]["ro"] - lowered, 4)
    return lowered
