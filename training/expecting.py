"""What a community may expect of each sensitivity, measured on the test part; it is shown where people choose."""

from collections.abc import Sequence
from typing import Any

from bot.detection import Assessment, Sensitivity, thresholds
from training.corpus import LANGUAGES, Sample
from training.evaluate.intervals import wilson

FEWEST = 100
"""Messages of a language below which nothing is told of it alone."""


def expecting(samples: Sequence[Sample], seen: Sequence[Assessment]) -> dict[str, dict[str, Any]]:
    """Sensitivity -> language or `all` -> shares with their 95 % intervals."""
    told: dict[str, dict[str, Any]] = {}
    for sensitivity in Sensitivity:
        act = thresholds(sensitivity).act
        judged = [
            (s.language, bool(s.has("complaint")), one.complaint >= act)
            for s, one in zip(samples, seen, strict=True)
        ]
        parts = {"all": judged} | {name: [row for row in judged if row[0] == name] for name in LANGUAGES}
        told[sensitivity] = {name: _shares(rows) for name, rows in parts.items() if len(rows) >= FEWEST}
    return told


def _shares(rows: Sequence[tuple[str, bool, bool]]) -> dict[str, float]:
    right = sum(holds and acted for _, holds, acted in rows)
    acted, holding = sum(acted for *_, acted in rows), sum(holds for _, holds, _ in rows)
    of_acted, of_holding = wilson(right, acted), wilson(right, holding)
    return {
        "precision": round(right / max(acted, 1), 3),
        "recall": round(right / max(holding, 1), 3),
        "precision_low": round(of_acted[0], 3),
        "precision_high": round(of_acted[1], 3),
        "recall_low": round(of_holding[0], 3),
        "recall_high": round(of_holding[1], 3),
    }
