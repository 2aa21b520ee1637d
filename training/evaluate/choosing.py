"""Thresholds chosen on one half of the labelled messages of a brand, and how good they are on the other."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from training.evaluate.figures import Figure, Table, number, scored
from training.evaluate.intervals import Array
from training.evaluate.scores import Flags, average_precision, outcomes, precision, rated, recall

RIGHT_IN_PUBLIC = 0.8
FOUND_WITH_CARDS = 2 / 3
STEPS = tuple(step / 100 for step in range(1, 100))
NOTE = (
    f"Public: the lowest threshold with at least {RIGHT_IN_PUBLIC:.0%} right among two or more on the half `tune`. "
    f"Card: the highest that finds {FOUND_WITH_CARDS:.0%} there. How good both are is told of the other half."
)

Half = tuple[Flags, Sequence[float]]
"""What is true of each message, and its probability."""


def for_public(tune: Half) -> float | None:
    """The lowest threshold at which enough is right; None if there is none."""
    return _first(STEPS, tune, lambda hits, counts: hits >= 2 and bool(precision(counts) >= RIGHT_IN_PUBLIC))


def for_cards(tune: Half) -> float | None:
    """The highest threshold at which enough is found; None if there is none."""
    return _first(STEPS[::-1], tune, lambda _, counts: bool(recall(counts) >= FOUND_WITH_CARDS))


def chosen(tune: Half, report: Half) -> Table:
    """Both thresholds with figures of the other half, and the average precision of the halves."""
    rows: dict[str, Mapping[str, Figure]] = {
        "public": _row(for_public(tune), report),
        "card": _row(for_cards(tune), report),
        "any, half tune": {"average precision": scored(average_precision(*tune), None)},
        "any, half report": {"average precision": scored(average_precision(*report), None)},
    }
    return Table("Thresholds chosen on one half, figures of the other", rows, NOTE)


def _row(threshold: float | None, report: Half) -> dict[str, Figure]:
    if threshold is None:
        return {"threshold": Figure(None, "score")}
    truth, scores = report
    return {"threshold": number(threshold, "score"), **rated(truth, np.asarray(scores) >= threshold)}


def _first(steps: Sequence[float], half: Half, enough: Callable[[int, Array], bool]) -> float | None:
    truth, scores = half
    for step in steps:
        counts = outcomes(truth, np.asarray(scores) >= step).sum(axis=0)
        if enough(int(counts[0]), counts):
            return step
    return None
