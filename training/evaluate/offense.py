"""Abuse and mere swearing where others have judged: RO-Offense, and English tweets as a rough figure."""

import csv
from pathlib import Path

from bot.detection import Assessment, Context, Label
from training.evaluate.asking import ACT, MAYBE, ask, chances, flags, sample
from training.evaluate.figures import Figure, Part, Table
from training.evaluate.scores import area, found, rated
from training.evaluate.sources import Sources

KINDS = ("PROFANITY", "INSULT", "ABUSE", "OTHER")
RO_NOTE = (
    "The official test part. PROFANITY has no target and OTHER is harmless, so what is flagged there is a false alarm; "
    "INSULT and ABUSE have one."
)
TWEETS_NOTE = (
    "A rough figure only: its offensive tweets include swearing without a target, which is no abuse here."
)


def measure(sources: Sources) -> Part:
    """Two tables."""
    tables = [_ro_offense(sources), _tweets(sources)]
    return Part("offense", "Abuse against swearing", tables)


def ro_offense(data: Path) -> list[tuple[str, str]]:
    """Texts and what they are called."""
    with (data / "ro-offense" / "test.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file)]


def offensive_tweets(data: Path) -> list[tuple[str, bool]]:
    """The test part of TweetEval's offensive language."""
    folder = data / "tweeteval-offensive"
    texts = (folder / "offensive_test_text.txt").read_text("utf-8").rstrip("\n").split("\n")
    labels = (folder / "offensive_test_labels.txt").read_text("utf-8").split()
    return list(zip(texts, (label == "1" for label in labels), strict=True))


def _ro_offense(sources: Sources) -> Table:
    rows = sample(ro_offense(sources.data), sources.limits.ro_offense, lambda row: row[1])
    seen = ask(sources.judge, [(text, Context()) for text, _ in rows])
    figures = {}
    for kind in KINDS:
        part = [one for one, (_, label) in zip(seen, rows, strict=True) if label == kind]
        figures[kind] = _flagged(part)
    attacks = [one for one, (_, label) in zip(seen, rows, strict=True) if label in {"INSULT", "ABUSE"}]
    truth = [label in {"INSULT", "ABUSE"} for _, label in rows]
    figures["INSULT and ABUSE"] = {**_flagged(attacks), "AUC": area(truth, chances(seen, Label.ABUSE))}
    return Table(f"RO-Offense, Romanian comments ({len(rows):,} of them)", figures, RO_NOTE)


def _flagged(part: list[Assessment]) -> dict[str, Figure]:
    return {
        "flagged as abuse at act": found(flags(part, Label.ABUSE, ACT)),
        "at maybe": found(flags(part, Label.ABUSE, MAYBE)),
        "complaint at act": found(flags(part, Label.COMPLAINT, ACT)),
    }


def _tweets(sources: Sources) -> Table:
    rows = offensive_tweets(sources.data)
    seen = ask(sources.judge, [(text, Context()) for text, _ in rows])
    truth = [offensive for _, offensive in rows]
    row = {**rated(truth, flags(seen, Label.ABUSE)), "AUC": area(truth, chances(seen, Label.ABUSE))}
    return Table(f"TweetEval offensive, English ({len(rows):,} of them)", {"abuse at act": row}, TWEETS_NOTE)
