"""What is measured with: the judge, the folders, how much of each text, and the test part once it is judged."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from bot.detection import Assessment
from training import corpus
from training.corpus import Sample
from training.evaluate.asking import Judge, ask
from training.evaluate.intervals import Array


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages of each are judged; 0 is all. `hatecheck` is per language, evenly over its functionalities."""

    airline: int = 1500
    laroseda: int = 1000
    ro_offense: int = 0
    hatecheck: int = 1500
    stream: int = 2000
    """Messages of the stream whose speed is taken."""

    @classmethod
    def none(cls) -> "Limits":
        """Everything; the stream stays."""
        return cls(airline=0, laroseda=0, ro_offense=0, hatecheck=0)

    def said(self) -> str:
        """For a reader."""
        return ", ".join(f"{name} {limit or 'all'}" for name, limit in asdict(self).items())


@dataclass(frozen=True, slots=True)
class Judged:
    """The corpus' test part with what the judge said."""

    samples: list[Sample]
    assessments: list[Assessment]

    @property
    def scenarios(self) -> Array:
        """Of each message, as clusters."""
        return np.array([sample.scenario for sample in self.samples])

    def holding(self, label: str) -> list[bool]:
        """Whether a label holds, for each sample."""
        return [label in sample.labels for sample in self.samples]

    def where(self, wanted: Callable[[Sample], bool]) -> "Judged":
        """Those samples alone."""
        kept = [at for at, sample in enumerate(self.samples) if wanted(sample)]
        return Judged([self.samples[at] for at in kept], [self.assessments[at] for at in kept])

    def by_language(self) -> dict[str, "Judged"]:
        """All, then each language that has samples."""
        languages = dict.fromkeys(sample.language for sample in self.samples)
        return {"all": self, **{one: self.where(_in(one)) for one in languages}}


def _in(language: str) -> Callable[[Sample], bool]:
    return lambda sample: sample.language == language


@dataclass(frozen=True)
class Sources:
    """`data` is the folder of labelled texts; `quick` is the judge of the quick stage alone, if there are two.

    The names say how a process of its own can make the judges (`package.module:function`), to weigh them.
    """

    judge: Judge
    data: Path
    corpus: Path = corpus.FOLDER
    limits: Limits = field(default_factory=Limits)
    quick: Judge | None = None
    judge_name: str = ""
    quick_name: str = ""
    helper_after: int = 3
    helper_scope: str = "file"
    """Where they are known: `file` or `server`, a name in `stream.SCOPES`."""

    @cached_property
    def own(self) -> Judged:
        """The corpus' test part, judged once."""
        samples = [sample for sample in corpus.load(folder=self.corpus) if sample.held_out]
        return Judged(samples, ask(self.judge, [(sample.text, sample.context) for sample in samples]))
