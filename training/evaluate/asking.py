"""The judge, asked many messages at a time; and samples that come out the same each time."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from importlib import import_module
from typing import TypeVar

import numpy as np

from bot.detection import Assessment, Context, Label, Sensitivity, thresholds
from bot.text import clean
from training.evaluate.intervals import SEED

Item = tuple[str, Context]
Judge = Callable[[Sequence[Item]], Sequence[Assessment]]
"""As many assessments as messages, in their order. It may work in batches."""
T = TypeVar("T")

AT_ONCE = 256
BALANCED = thresholds(Sensitivity.BALANCED)
ACT, MAYBE = BALANCED.act, BALANCED.maybe


def ask(judge: Judge, items: Sequence[Item]) -> list[Assessment]:
    """What the judge says of each, cleaned as the bot cleans. Raises ValueError if that is not one for each."""
    found: list[Assessment] = []
    for start in range(0, len(items), AT_ONCE):
        asked = [(clean(text), context) for text, context in items[start : start + AT_ONCE]]
        found += judge(asked)
        if len(found) != start + len(asked):
            raise ValueError("the judge did not answer once for each message")
    return found


def chances(assessments: Sequence[Assessment], label: Label) -> list[float]:
    """The probability of one label in each."""
    return [assessment.probabilities[label] for assessment in assessments]


def flags(assessments: Sequence[Assessment], label: Label, threshold: float = ACT) -> list[bool]:
    """Where the label's probability reaches the threshold."""
    return [chance >= threshold for chance in chances(assessments, label)]


def sample(rows: Sequence[T], limit: int, stratum: Callable[[T], Hashable] = lambda _: None) -> list[T]:
    """At most about `limit` of them (0: all), as many of each stratum, in their order; always the same ones."""
    if not limit or len(rows) <= limit:
        return list(rows)
    strata: dict[Hashable, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        strata[stratum(row)].append(at)
    rng = np.random.default_rng(SEED)
    each = -(-limit // len(strata))
    chosen = [at for places in strata.values() for at in rng.permutation(places)[:each].tolist()]
    return [rows[at] for at in sorted(chosen)]


def named_judge(name: str) -> Judge:
    """The judge that `package.module:function` makes; the function is called without arguments."""
    module, _, function = name.partition(":")
    made: Judge = getattr(import_module(module), function)()
    return made
