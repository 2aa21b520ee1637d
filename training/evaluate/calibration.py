"""Whether a probability means what it says: reliability in ten bins, on the corpus' test part."""

import numpy as np
from numpy.typing import NDArray

from bot.detection import Label
from training.evaluate.asking import chances
from training.evaluate.figures import Figure, Part, Table, number, scored, share
from training.evaluate.scores import Flags
from training.evaluate.sources import Judged, Sources

BINS = 10
LABELS = (Label.COMPLAINT, Label.ABUSE)


def measure(sources: Sources) -> Part:
    """A table of bins for each label, and the error per language."""
    tables = [
        Table(f"Of messages with this probability of {label}, so many are", _reliability(sources.own, label))
        for label in LABELS
    ]
    errors = {name: _errors(part) for name, part in sources.own.by_language().items()}
    tables.append(Table("Expected calibration error and Brier score", errors))
    return Part("calibration", "Calibration", tables)


def bins(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """The bin of each probability; 1 is in the last."""
    return np.minimum((scores * BINS).astype(np.int64), BINS - 1)


def calibration_error(truth: Flags, scores: NDArray[np.float64]) -> float:
    """The distance of what is said from what is, over the bins, each as heavy as it is full."""
    if not len(scores):
        return float("nan")
    gaps = np.asarray(truth, float) - scores
    return float(np.abs(np.bincount(bins(scores), weights=gaps)).sum() / len(scores))


def _reliability(part: Judged, label: Label) -> dict[str, dict[str, Figure]]:
    truth, scores = np.asarray(part.holding(label)), np.asarray(chances(part.assessments, label))
    rows = {}
    for at in range(BINS):
        inside = bins(scores) == at
        said = float(scores[inside].mean()) if inside.any() else float("nan")
        row = {"said": scored(said, None), "is": share(int(truth[inside].sum()), int(inside.sum()))}
        rows[f"{at / BINS:.1f} to {(at + 1) / BINS:.1f}"] = row
    return rows


def _errors(part: Judged) -> dict[str, Figure]:
    row = {"messages": number(len(part.samples))}
    for label in LABELS:
        truth, scores = np.asarray(part.holding(label)), np.asarray(chances(part.assessments, label))
        row[f"{label}: error"] = scored(calibration_error(truth, scores), None, unit="score")
        row[f"{label}: Brier"] = scored(float(((truth - scores) ** 2).mean()), None, unit="score")
    return row
