"""95 % intervals: Wilson's for a share, Hanley and McNeil's for an area, the bootstrap for everything else."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Z = 1.959964
"""Standard deviations on either side that hold 95 %."""
RESAMPLES = 2000
SEED = 8

Array = NDArray[Any]
Interval = tuple[float, float]


def wilson(hits: int, of: int) -> Interval:
    """Of `hits` among `of` independent trials; (0, 1) if there was none."""
    if of == 0:
        return 0.0, 1.0
    share, slack = hits / of, Z * Z / of
    middle = (share + slack / 2) / (1 + slack)
    half = Z * math.sqrt(share * (1 - share) / of + slack / (4 * of)) / (1 + slack)
    return (max(0.0, middle - half) if hits else 0.0), (min(1.0, middle + half) if hits < of else 1.0)


def hanley(area: float, positives: int, negatives: int) -> Interval:
    """Of an area under the ROC curve."""
    if not positives or not negatives:
        return 0.0, 1.0
    above, below = area / (2 - area), 2 * area * area / (1 + area)
    spread = area * (1 - area) + (positives - 1) * (above - area**2) + (negatives - 1) * (below - area**2)
    half = Z * math.sqrt(max(spread, 0.0) / (positives * negatives))
    return max(0.0, area - half), min(1.0, area + half)


def clustered(counts: Array, clusters: Array) -> Array:
    """Messages x counts, added up to clusters x counts."""
    _, which = np.unique(clusters, return_inverse=True)
    sums = np.zeros((which.max() + 1 if len(which) else 0, counts.shape[1]), counts.dtype)
    np.add.at(sums, which, counts)
    return sums


def bootstrap(
    counts: Array, statistic: Callable[[Array], Array], resamples: int = RESAMPLES, seed: int = SEED
) -> Interval | None:
    """Of `statistic`, which takes ... x counts, when the rows (units x counts) are drawn anew with replacement.

    Units with the same counts are the same unit drawn more often, so only their number is drawn: that is exact.
    None where there is nothing to draw, or the statistic is defined in no drawing.
    """
    if not len(counts):
        return None
    kinds, many = np.unique(counts, axis=0, return_counts=True)
    drawn = np.random.default_rng(seed).multinomial(len(counts), many / len(counts), size=resamples)
    values = statistic(drawn @ kinds)
    values = values[~np.isnan(values)]
    if not len(values):
        return None
    low, high = np.percentile(values, (2.5, 97.5))
    return float(low), float(high)
