"""Everything that is measured, part by part."""

import time
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from training.evaluate import brand, calibration, hatecheck, houston, offense, own, reviews, speed
from training.evaluate.figures import Part, Report, Scalar
from training.evaluate.intervals import RESAMPLES, SEED
from training.evaluate.sources import Sources

Progress = Callable[[str], None]
PARTS: Mapping[str, Callable[[Sources], Part]] = MappingProxyType(
    {
        "own": own.measure,
        "calibration": calibration.measure,
        "houston": houston.measure,
        "brand": brand.measure,
        "offense": offense.measure,
        "hatecheck": hatecheck.measure,
        "reviews": reviews.measure,
        "speed": speed.measure,
    }
)
"""In the order of the report."""


def evaluate(
    sources: Sources, only: Sequence[str] = tuple(PARTS), progress: Progress = lambda _: None
) -> Report:
    """Measure these parts; `progress` is told of each one done. Raises KeyError for a part that doesn't exist."""
    parts = []
    for name in only:
        start = time.perf_counter()
        parts.append(PARTS[name](sources))
        progress(f"{name}: {time.perf_counter() - start:.0f} s")
    return Report(_facts(sources), parts)


def _facts(sources: Sources) -> dict[str, Scalar]:
    answered = (
        f"who has answered {sources.helper_after} people by mention before in the {sources.helper_scope}"
    )
    helpers = answered if sources.helper_after else "nobody"
    return {
        "judge": sources.judge_name or "given by the caller",
        "quick judge": sources.quick_name or ("given by the caller" if sources.quick else "none"),
        "messages judged of each": sources.limits.said(),
        "seed of samples and intervals": SEED,
        "resamples": RESAMPLES,
        "helpers on the brand's Discord": helpers,
    }
