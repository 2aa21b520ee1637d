"""Complaints against the rest where others have judged: messages to airlines, Romanian reviews of products."""

import csv
import json
from pathlib import Path

from bot.detection import Context, Label
from training.evaluate.asking import ACT, MAYBE, Item, ask, chances, flags, sample
from training.evaluate.figures import Figure, Part, Table, number
from training.evaluate.scores import area, found, rated
from training.evaluate.sources import Sources

Labelled = tuple[Item, bool]
AIRLINE = (
    "Negative against neutral and positive, in the proportion of the data; the airline is the brand's name."
)
REVIEWS = "One and two stars against four and five; title and text."


def measure(sources: Sources) -> Part:
    """Two tables."""
    airline = sample(airline_tweets(sources.data), sources.limits.airline)
    reviews = sample(laroseda(sources.data), sources.limits.laroseda, lambda one: one[1])
    tables = [
        Table(f"Messages to airlines, English ({len(airline):,} of them)", _rows(sources, airline), AIRLINE),
        Table(f"Product reviews, Romanian ({len(reviews):,} of them)", _rows(sources, reviews), REVIEWS),
    ]
    return Part("reviews", "Negative against the rest", tables)


def airline_tweets(data: Path) -> list[Labelled]:
    """Each message once, and whether it is negative."""
    with (data / "airline-tweets" / "Tweets.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["tweet_id"]: row for row in csv.DictReader(file)}
    return [
        ((row["text"], Context(brand_names=(row["airline"],))), row["airline_sentiment"] == "negative")
        for row in rows.values()
    ]


def laroseda(data: Path) -> list[Labelled]:
    """The official test part, and whether a review has at most two stars."""
    reviews = json.loads((data / "laroseda" / "laroseda_test.json").read_text("utf-8"))["reviews"]
    return [
        ((f"{one['title']}\n{one['content']}", Context()), int(one["starRating"]) <= 2) for one in reviews
    ]


def _rows(sources: Sources, labelled: list[Labelled]) -> dict[str, dict[str, Figure]]:
    truth = [negative for _, negative in labelled]
    seen = ask(sources.judge, [item for item, _ in labelled])
    rows = {}
    for name, threshold in (("act", ACT), ("maybe", MAYBE)):
        flagged = flags(seen, Label.COMPLAINT, threshold)
        alarms = [one for one, true in zip(flagged, truth, strict=True) if not true]
        rows[f"at {name}"] = {**rated(truth, flagged), "false alarms": found(alarms)}
    rows["at act"]["AUC"] = area(truth, chances(seen, Label.COMPLAINT))
    rows["at act"]["negative"] = number(sum(truth))
    return rows
