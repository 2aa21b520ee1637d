"""HateCheck and Multilingual HateCheck by functionality: attacks on groups, and what only looks like one."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.detection import Context, Label
from training.evaluate.asking import ask, flags, sample
from training.evaluate.figures import Figure, Part, Table
from training.evaluate.scores import found
from training.evaluate.sources import Sources

FILES = {
    "en": "hatecheck/test_suite_cases.csv",
    "de": "multilingual-hatecheck/german.csv",
    "es": "multilingual-hatecheck/spanish.csv",
    "fr": "multilingual-hatecheck/french.csv",
}
ABUSE_TO_US = frozenset({"target_indiv_nh", "target_group_nh"})
"""Attacks on persons and on groups that no law protects: no hate in HateCheck's sense, but abuse in ours."""
NOTE = (
    "Share judged right, at act: hateful cases flagged as abuse, others not. "
    f"Marked * are {' and '.join(sorted(ABUSE_TO_US))}: HateCheck calls them not hateful, but they attack persons "
    "or groups, which is abuse here; for those the share flagged is given, and no sum has them."
)


@dataclass(frozen=True, slots=True)
class Case:
    """A test case. `hateful` is HateCheck's own word."""

    functionality: str
    text: str
    hateful: bool

    @property
    def attack(self) -> bool:
        """Whether it ought to be flagged here."""
        return self.hateful or self.functionality in ABUSE_TO_US

    @property
    def kind(self) -> str:
        """The functionality as a row of the table."""
        mark = " *" if self.functionality in ABUSE_TO_US else ""
        return f"{'hateful' if self.hateful else 'not hateful'}: {self.functionality}{mark}"


def measure(sources: Sources) -> Part:
    """One table: functionalities by languages, the sums first."""
    columns = {language: _language(sources, language) for language in FILES}
    names = sorted({name for column in columns.values() for name in column})
    rows = {
        name: {language: column[name] for language, column in columns.items() if name in column}
        for name in names
    }
    return Part("hatecheck", "HateCheck", [Table("By functionality", rows, NOTE)])


def cases(data: Path, language: str) -> list[Case]:
    """All cases of a language."""
    with (data / FILES[language]).open(encoding="utf-8", newline="") as file:
        return [
            Case(row["functionality"], row["test_case"], row["label_gold"] == "hateful")
            for row in csv.DictReader(file)
        ]


def _language(sources: Sources, language: str) -> Mapping[str, Figure]:
    chosen = sample(cases(sources.data, language), sources.limits.hatecheck, lambda case: case.functionality)
    flagged = flags(ask(sources.judge, [(case.text, Context()) for case in chosen]), Label.ABUSE)
    right: dict[str, list[bool]] = {}
    for case, seen in zip(chosen, flagged, strict=True):
        right.setdefault(case.kind, []).append(seen == case.attack)
        if case.functionality not in ABUSE_TO_US:
            right.setdefault("all hateful" if case.hateful else "all not hateful", []).append(
                seen == case.hateful
            )
    return {kind: found(known) for kind, known in right.items()}
