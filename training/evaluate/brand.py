"""A brand's Discord: 600 messages read in their context; `act` is that the bot should step in.

Half of the files (`TUNE`) is for choosing thresholds, the other half for telling how good they are. The list was
fixed before any figure was seen, so that both halves have messages of every channel.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.detection import Assessment, Label, Sensitivity, thresholds
from training.evaluate.asking import ACT, MAYBE, ask, flags
from training.evaluate.choosing import Half, chosen
from training.evaluate.figures import Figure, Part, Scalar, Table, number, rate
from training.evaluate.scores import area, rated
from training.evaluate.sources import Sources
from training.evaluate.stream import SCOPES, Heard, Helpers, read

FOLDER = "brand-discord"
NAMES = ("Komodo", "KMD", "Agama", "AtomicDEX", "Ocean", "Verus")
TUNE = frozenset({
    "support/2.csv", "atomicdex-beta/1.csv", "atomicdex-beta/3.csv", "talk-general/1.csv", "talk-general/3.csv",
})  # fmt: skip
NOTE = "Public: p at least act. Card: p at least maybe, those that are public among them."


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled message: what a person said of it, and what the judge said."""

    file: str
    row: int
    label: str
    act: bool
    unsure: bool
    helper: bool
    seen: Assessment

    @property
    def channel(self) -> str:
        return self.file.partition("/")[0]

    @property
    def half(self) -> str:
        return "tune" if self.file in TUNE else "report"

    def dump(self) -> dict[str, Scalar]:
        """Its place and figures, without a word of it."""
        chances = {label.value: round(value, 4) for label, value in self.seen.probabilities.items()}
        place: dict[str, Scalar] = {
            "file": self.file,
            "row": self.row,
            "half": self.half,
            "label": self.label,
        }
        return {**place, "act": self.act, "unsure": self.unsure, "helper": self.helper, **chances}


def measure(sources: Sources) -> Part:
    """All tables, and the probabilities."""
    messages = judged(sources)
    sure = [one for one in messages if not one.unsure]
    tables = [
        Table("By channel and half, at balanced", dict(_groups(messages)), NOTE),
        Table("The same without the unsure", dict(_groups(sure)), NOTE),
        Table(
            "By sensitivity",
            {one.value: _row(messages, thresholds(one).act, thresholds(one).maybe) for one in Sensitivity},
            NOTE,
        ),
        chosen(_half(messages, "tune"), _half(messages, "report")),
    ]
    title = f"A brand's Discord ({sum(one.helper for one in messages)} of {len(messages)} by helpers)"
    return Part("brand", title, tables, [one.dump() for one in messages])


def judged(sources: Sources) -> list[Read]:
    """The labelled messages in their order. Raises KeyError for a label whose message isn't there."""
    folder = sources.data / FOLDER
    helpers = Helpers(sources.helper_after)
    heard = {one.id: one for one in read(folder, helpers, SCOPES[sources.helper_scope], NAMES)}
    labels = _labels(folder)
    messages: list[Heard] = [heard[f"{row['file']}:{row['row']}"] for row in labels]
    seen = ask(sources.judge, [(one.text, one.context) for one in messages])
    return [
        Read(
            row["file"],
            row["row"],
            row["label"],
            row["act"],
            row["unsure"],
            one.context.speaker == "helper",
            said,
        )
        for row, one, said in zip(labels, messages, seen, strict=True)
    ]


def _labels(folder: Path) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in (folder / "labels.jsonl").read_text("utf-8").splitlines()]


def _groups(messages: Sequence[Read]) -> Iterator[tuple[str, Mapping[str, Figure]]]:
    yield "all", _row(messages, ACT, MAYBE)
    for half in ("tune", "report"):
        yield f"half: {half}", _row([one for one in messages if one.half == half], ACT, MAYBE)
    for channel in sorted({one.channel for one in messages}):
        yield channel, _row([one for one in messages if one.channel == channel], ACT, MAYBE)


def _row(messages: Sequence[Read], act: float, maybe: float) -> dict[str, Figure]:
    truth = [one.act for one in messages]
    public = [one.seen.complaint >= act for one in messages]
    cards = [one.seen.complaint >= maybe for one in messages]
    aloud, quietly = rated(truth, public), rated(truth, cards)
    return {
        "to act on": number(sum(truth)),
        "public: right": aloud["precision"],
        "public: found": aloud["recall"],
        "public per 1,000": rate(sum(public), len(public)),
        "cards: right": quietly["precision"],
        "cards: found": quietly["recall"],
        "cards per 1,000": rate(sum(cards), len(cards)),
        "abuse per 1,000": rate(sum(flags([one.seen for one in messages], Label.ABUSE)), len(messages)),
        "AUC": area(truth, [one.seen.complaint for one in messages]),
    }


def _half(messages: Sequence[Read], half: str) -> Half:
    part = [one for one in messages if one.half == half]
    return [one.act for one in part], [one.seen.complaint for one in part]
