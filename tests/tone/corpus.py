"""Answers of moderators, written for measuring; read from training/corpus/tone."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.tone import Written, read

FOLDER = Path(__file__).parents[2] / "training" / "corpus" / "tone"
LANGUAGES = ("en", "ro", "ru")
GOOD = "good"


@dataclass(frozen=True, slots=True)
class Answer:
    """`kind` is "good", or the rule that should speak."""

    kind: str
    written: Written

    @property
    def heard(self) -> tuple[str, ...]:
        return tuple(remark.rule for remark in read(self.written).remarks)


def answers(half: str, language: str) -> list[Answer]:
    """Read a table of kind<TAB>asked<TAB>text; lines beginning with # are notes, "-" stands for nothing asked."""
    lines = (FOLDER / f"{half}_{language}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Answer(kind, Written(text, None if asked == "-" else asked)) for kind, asked, text in rows]


@dataclass
class Score:
    """For one language: by rule, how often it spoke, how often that was right, how often it should have."""

    good: int = 0
    disturbed: list[str] = field(default_factory=list)
    hurting: int = 0
    missed: list[str] = field(default_factory=list)
    spoke: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Of the answers that were remarked on, those that hurt."""
        hit = self.hurting - len(self.missed)
        return hit / max(1, hit + len(self.disturbed))

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / max(1, self.hurting)

    def rule(self, name: str) -> tuple[float, float]:
        """Precision and recall of one rule."""
        return self.right[name] / max(1, self.spoke[name]), self.right[name] / max(1, self.wanted[name])


def score(half: str, language: str) -> Score:
    result = Score()
    for answer in answers(half, language):
        heard = answer.heard
        result.spoke.update(heard)
        if answer.kind == GOOD:
            result.good += 1
            result.disturbed += [answer.written.text] if heard else []
            continue
        result.hurting += 1
        result.wanted[answer.kind] += 1
        result.right[answer.kind] += answer.kind in heard
        result.missed += [] if heard else [answer.written.text]
    return result
