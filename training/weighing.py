"""Rules, words and meaning are weighed: a logistic regression for each label, on messages that none of them had seen.

No factor may be negative: a rule that speaks for a label never speaks against it, and one that nobody needs is worth
nothing. A language's own bias is drawn towards the common one, the less so the more messages it has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from bot.detection import FirstLook, Label, Meaning
from bot.detection.learned import OTHER
from bot.detection.weighing import rules_of
from training.corpus import Sample

FACTORS = ("rules", "against", "words", "meaning")
RIDGE = 0.02
RULES_RIDGE, RULES_EXPECTED = (4.0, 20.0), (4.0, 0.5)
"""Rules were written with care and explain themselves: their factors are drawn towards these, not towards nothing."""
BIAS_RIDGE = 2.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in one message: for each label, rules for and against it, words, meaning."""

    sample: Sample
    parts: Mapping[Label, tuple[float, float, float, float]]
    language: str

    def odds(self, label: Label, weighing: Mapping[str, Any]) -> float:
        """The label's log-odds, weighed as the file says."""
        factors = [weighing[name] for name in FACTORS]
        bias = weighing["bias"]
        told = sum(factor * part for factor, part in zip(factors, self.parts[label], strict=True))
        return float(bias.get(self.language, bias[OTHER]) + told)


def evidence(sample: Sample, look: FirstLook, meanings: Sequence[Meaning]) -> Evidence:
    """Of one message that was looked at and read."""
    rules = rules_of(reason for _, reason in look.found)
    parts = {
        label: (*rules[label], look.words[label], meanings[0][label] if meanings else 0.0) for label in Label
    }
    return Evidence(sample, parts, look.message.language)


def weigh(
    found: Sequence[Evidence], languages: Sequence[str], *, with_meaning: bool
) -> dict[str, dict[str, Any]]:
    """The factors of every label, as they stand in the file."""
    return {str(label): _one(label, found, languages, with_meaning=with_meaning) for label in Label}


def _one(
    label: Label, found: Sequence[Evidence], languages: Sequence[str], *, with_meaning: bool
) -> dict[str, Any]:
    judged = [one for one in found if one.sample.has(label) is not None]
    parts = np.array([one.parts[label] for one in judged])
    if not with_meaning:
        parts[:, 3] = 0.0
    holds = np.array([bool(one.sample.has(label)) for one in judged], float)
    spoken = np.array([[one.language == language for language in languages] for one in judged], float)
    fitted = _fit(parts, spoken, holds, free=4 if with_meaning else 3)
    biases = {
        language: round(float(fitted[4] + own), 4)
        for language, own in zip(languages, fitted[5:], strict=True)
    }
    biases[OTHER] = round(float(fitted[4]), 4)
    return {
        **{name: round(float(value), 4) for name, value in zip(FACTORS, fitted[:4], strict=True)},
        "bias": biases,
    }


def _fit(parts: np.ndarray, spoken: np.ndarray, holds: np.ndarray, free: int) -> np.ndarray:
    """Factors, the common bias, and what each language adds to it."""
    ridge = np.concatenate([[*RULES_RIDGE, RIDGE, RIDGE, 0.0], np.full(spoken.shape[1], BIAS_RIDGE)])
    expected = np.zeros(5 + spoken.shape[1])
    expected[:2] = RULES_EXPECTED

    def cost(given: np.ndarray) -> tuple[float, np.ndarray]:
        odds = parts @ given[:4] + given[4] + spoken @ given[5:]
        chance = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
        lost = np.logaddexp(0, odds) - holds * odds
        wrong = chance - holds
        slope = np.concatenate([parts.T @ wrong, [wrong.sum()], spoken.T @ wrong])
        away = given - expected
        return float(lost.sum() + (ridge * away**2).sum()), slope + 2 * ridge * away

    bounds: list[tuple[float | None, float | None]] = [(0.0, None)] * 4 + [(None, None)] * (
        1 + spoken.shape[1]
    )
    bounds[3] = (0.0, None) if free == 4 else (0.0, 0.0)
    start = np.zeros(len(expected))
    result = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
    return np.asarray(result.x)
