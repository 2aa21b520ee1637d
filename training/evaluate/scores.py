"""Precision, recall, F1 and areas, from what is true and what was flagged."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from training.evaluate.figures import Figure, scored, share
from training.evaluate.intervals import Array, Interval, bootstrap, clustered, hanley, wilson

Flags = Sequence[bool] | NDArray[np.bool_]
FEW = 10


def outcomes(truth: Flags, flagged: Flags) -> NDArray[np.int64]:
    """Messages x (hits, false alarms, misses)."""
    true, seen = np.asarray(truth, bool), np.asarray(flagged, bool)
    return np.stack([true & seen, ~true & seen, true & ~seen], axis=1).astype(np.int64)


def precision(counts: Array) -> Array:
    """Of ... x (hits, false alarms, misses); not a number where nothing was flagged."""
    return _over(counts[..., 0], counts[..., 0] + counts[..., 1])


def recall(counts: Array) -> Array:
    """Not a number where there was nothing to find."""
    return _over(counts[..., 0], counts[..., 0] + counts[..., 2])


def f1(counts: Array) -> Array:
    """Not a number where there was nothing to find and nothing flagged."""
    return _over(2 * counts[..., 0], 2 * counts[..., 0] + counts[..., 1] + counts[..., 2])


def rated(truth: Flags, flagged: Flags, clusters: Array | None = None) -> dict[str, Figure]:
    """Precision, recall and F1, with intervals of clusters drawn anew; without `clusters`, of messages."""
    counts = outcomes(truth, flagged)
    units = counts if clusters is None else clustered(counts, clusters)
    hits, false, missed = counts.sum(axis=0).tolist()
    return {
        "precision": _bounded(hits, hits + false, bootstrap(units, precision)),
        "recall": _bounded(hits, hits + missed, bootstrap(units, recall)),
        "F1": replace(_bounded(2 * hits, 2 * hits + false + missed, bootstrap(units, f1), 2), of=None),
    }


def found(flagged: Flags, clusters: Array | None = None) -> Figure:
    """The share that was flagged, of messages that are alike; clusters are drawn anew for its interval."""
    seen = np.asarray(flagged, bool)
    if clusters is None:
        return share(int(seen.sum()), len(seen))
    counts = outcomes(np.ones(len(seen), bool), seen)
    return _bounded(int(seen.sum()), len(seen), bootstrap(clustered(counts, clusters), recall))


def area(truth: Flags, score: Sequence[float]) -> Figure:
    """Under the ROC curve: how often something true has the higher score than something that is not."""
    true, values = np.asarray(truth, bool), np.asarray(score, float)
    positives, negatives = int(true.sum()), int((~true).sum())
    if not positives or not negatives:
        return scored(float("nan"), None, len(true), "score")
    _, at, many = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(many) - (many - 1) / 2)[at]
    value = (ranks[true].sum() - positives * (positives + 1) / 2) / (positives * negatives)
    return scored(float(value), hanley(float(value), positives, negatives), len(true), "score")


def average_precision(truth: Flags, score: Sequence[float]) -> float:
    """The precision at each true message, on average; equal scores are one step."""
    true, values = np.asarray(truth, bool), np.asarray(score, float)
    if not true.any():
        return float("nan")
    steps = np.unique(values)[::-1]
    flagged = values[None, :] >= steps[:, None]
    hits = (flagged & true).sum(axis=1)
    gained = np.diff(hits, prepend=0) / true.sum()
    return float((gained * hits / flagged.sum(axis=1)).sum())


def _bounded(hits: int, of: int, interval: Interval | None, each: int = 1) -> Figure:
    """A share, of which every message counts `each` times.

    Drawing anew says nothing where all or none hit, and little of a handful: there Wilson speaks.
    """
    if interval is None or hits in (0, of) or of < FEW * each:
        low, high = wilson(hits // each, -(-of // each))
        return scored(hits / of if of else float("nan"), (low, high), of)
    return scored(hits / of, interval, of)


def _over(part: Array, whole: Array) -> NDArray[np.float64]:
    whole = np.asarray(whole, float)
    shares: NDArray[np.float64] = np.divide(part, whole, out=np.full(whole.shape, np.nan), where=whole > 0)
    return shares
