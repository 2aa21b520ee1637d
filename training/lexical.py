"""Stage 1 is learned: a logistic regression for each label on hashed features, rounded to bytes, in one file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from bot.detection.lexical.table import OFFSET, Column, save
from training.corpus import LABELS, Sample
from training.features import matrix

OWN_WEIGHT, PUBLIC_WEIGHT = 3.0, 0.05
"""Our messages are few and of the kind that counts; those of others are many and of another kind."""
STRENGTH = 10.0
"""Inverse of the regularisation; this and the weights were chosen on the calibration part."""
MOST = 127


@dataclass(frozen=True, slots=True)
class Columns:
    """Weights of features in bytes: `values` is buckets x columns, signed."""

    columns: Sequence[Column]
    values: np.ndarray


def learn(own: Sequence[Sample], public: Sequence[Sample]) -> Columns:
    """One column a label. Deterministic: the solver draws no chance."""
    first, second = matrix(s.text for s in own), matrix(s.text for s in public)
    found = [_column(label, (own, first), (public, second)) for label in LABELS]
    return Columns([column for column, _ in found], np.stack([values for _, values in found], axis=1))


def _column(
    label: str, own: tuple[Sequence[Sample], csr_matrix], public: tuple[Sequence[Sample], csr_matrix]
) -> tuple[Column, np.ndarray]:
    features, holds, weights = [], [], []
    for (samples, rows), weight in ((own, OWN_WEIGHT), (public, PUBLIC_WEIGHT)):
        known = np.array([sample.has(label) is not None for sample in samples], bool)
        features.append(rows[known])
        holds.append(np.array([label in sample.labels for sample in samples], bool)[known])
        weights.append(np.full(int(known.sum()), weight))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
    model.fit(vstack(features), np.concatenate(holds), np.concatenate(weights))
    return rounded(label, model.coef_[0], float(model.intercept_[0]))


def rounded(name: str, weights: np.ndarray, bias: float) -> tuple[Column, np.ndarray]:
    """A column in bytes. The few largest weights are cut, so that the many small ones keep their differences."""
    scale = float(np.quantile(np.abs(weights[weights != 0]), 0.9995)) / MOST
    values = np.clip(np.rint(weights / scale), -MOST, MOST).astype(np.int8)
    return Column(name, scale, bias), values


def write(path: Path, parts: Sequence[Columns]) -> None:
    """All columns in one file: labels first, then languages."""
    columns = [column for part in parts for column in part.columns]
    values = np.concatenate([part.values for part in parts], axis=1)
    save(path, columns, (values.astype(np.int16) + OFFSET).astype(np.uint8).tobytes())


def languages(path: Path) -> Columns:
    """The columns of languages that `training.languages` has made."""
    with np.load(path, allow_pickle=False) as file:
        made: Mapping[str, np.ndarray] = dict(file)
    names = [str(name) for name in made["names"]]
    columns = [
        Column(name, float(s), float(b))
        for name, s, b in zip(names, made["scales"], made["biases"], strict=True)
    ]
    return Columns(columns, made["weights"])
