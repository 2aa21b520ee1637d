"""How well detection is expected to do at each sensitivity, as training has measured it.

`weights/expected.json` is written by training: by sensitivity, then by language, with `all` for all of them:

    {"careful": {"all": {"precision": 0.93, "recall": 0.61}, "ro": {...}}, ...}
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.detection.sensitivity import Sensitivity

FILE = Path(__file__).parent / "weights" / "expected.json"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Expected:
    """Shares from 0 to 1: of what is acted on, what is a complaint; of complaints, what is acted on.

    The bounds are those between which the true share lies as good as surely, where they were measured.
    """

    precision: float
    recall: float
    precision_low: float | None = None
    precision_high: float | None = None
    recall_low: float | None = None
    recall_high: float | None = None


def expected(sensitivity: Sensitivity, language: str | None = None) -> Expected | None:
    """The figures of this language, else those of all together; None where nothing was measured."""
    by_language = _measured(FILE).get(sensitivity, {})
    return by_language.get(language or ALL) or by_language.get(ALL)


@cache
def _measured(file: Path) -> Mapping[str, Mapping[str, Expected]]:
    """Read once: it comes with the program and does not change while it runs."""
    try:
        found: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return {
        sensitivity: {language: Expected(**figures) for language, figures in by_language.items()}
        for sensitivity, by_language in found.items()
    }
