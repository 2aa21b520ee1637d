"""Messages of others, for measuring only: nothing of their text is in the project.

They lie outside the project; without them these tests are skipped. The bounds are loose on purpose. They guard against
steps back; `pytest -rP` shows the figures themselves.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.detection import Assessment, Context, Said, Speaker, assess

FOLDER = Path(__file__).parents[3] / "shared" / "data"
ACT, MAYBE = 0.70, 0.40
BEFORE = 8

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the messages for measuring are not beside the project"
)


@dataclass(slots=True)
class Count:
    """How many alarms there were, and how many of them were right."""

    alarms: int = 0
    right: int = 0
    wanted: int = 0

    def add(self, alarm: bool, wanted: bool) -> None:
        self.alarms += alarm
        self.right += alarm and wanted
        self.wanted += wanted

    @property
    def precision(self) -> float:
        return self.right / max(1, self.alarms)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def told(name: str, act: Count, maybe: Count) -> str:
    return (
        f"{name}: act {act.right} right of {act.alarms} ({act.precision:.2f}), {act.recall:.2f} found; "
        f"with cards {maybe.right} of {maybe.alarms} ({maybe.precision:.2f}), {maybe.recall:.2f} found"
    )


def plain_chat() -> Iterator[str]:
    for file in sorted((FOLDER / "slack-export-houston").glob("*/*.json")):
        for message in json.loads(file.read_text("utf-8")):
            if message.get("type") == "message" and not message.get("subtype") and message.get("text"):
                yield message["text"]


def test_plain_chat_raises_few_alarms() -> None:
    seen = [assess(text) for text in plain_chat()]
    alarms = 1000 * sum(each.complaint >= ACT for each in seen) / len(seen)
    cards = 1000 * sum(MAYBE <= each.complaint < ACT for each in seen) / len(seen)
    print(f"plain chat: {alarms:.1f} alarms and {cards:.1f} cards per 1,000 of {len(seen)} messages")
    assert alarms < 10
    assert cards < 25
    assert sum(each.abuse >= ACT for each in seen) <= 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message of a brand's community with its context, and whether somebody should have stepped in."""

    channel: str
    seen: Assessment
    act: bool
    unsure: bool


def brand_community() -> Iterator[Labelled]:
    folder = FOLDER / "brand-discord"
    files: dict[str, list[dict[str, str]]] = {}
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        name = label["file"]
        if name not in files:
            with (folder / name).open(encoding="utf-8-sig", newline="") as file:
                files[name] = list(csv.DictReader(file, delimiter=";"))
        rows, at = files[name], label["row"]
        before = tuple(
            Said(Speaker.MEMBER, row["AuthorID"] == rows[at]["AuthorID"], row["Content"])
            for row in rows[max(0, at - BEFORE) : at]
        )
        context = Context(before=before, brand_names=("komodo", "kmd", "agama", "atomicdex", "ocean"))
        yield Labelled(
            name.split("/")[0], assess(rows[at]["Content"], context), label["act"], label["unsure"]
        )


@pytest.mark.parametrize("unsure_too", [True, False])
def test_a_brands_community_is_heard_in_context(unsure_too: bool) -> None:
    counts = {talk: (Count(), Count()) for talk in (True, False)}
    for message in brand_community():
        if unsure_too or not message.unsure:
            act, maybe = counts[message.channel.startswith("talk")]
            act.add(message.seen.complaint >= ACT, message.act)
            maybe.add(message.seen.complaint >= MAYBE, message.act)
    print(told("support channels", *counts[False]))
    print(told("general talk", *counts[True]))
    assert counts[False][0].precision >= 0.6
    assert counts[False][1].recall >= 0.4
    assert counts[True][0].alarms <= 12


def test_angry_travellers_are_heard() -> None:
    act, maybe = Count(), Count()
    with (FOLDER / "airline-tweets" / "Tweets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            chance = assess(row["text"]).complaint
            act.add(chance >= ACT, row["airline_sentiment"] == "negative")
            maybe.add(chance >= MAYBE, row["airline_sentiment"] == "negative")
    print(told("travellers", act, maybe))
    assert act.precision >= 0.9
    assert maybe.recall >= 0.4


def test_unhappy_buyers_are_heard_in_romanian() -> None:
    act, maybe = Count(), Count()
    reviews = json.loads((FOLDER / "laroseda" / "laroseda_test.json").read_text("utf-8"))["reviews"]
    for review in reviews:
        chance = assess(f"{review['title']}. {review['content']}").complaint
        act.add(chance >= ACT, int(review["starRating"]) <= 2)
        maybe.add(chance >= MAYBE, int(review["starRating"]) <= 2)
    print(told("Romanian reviews", act, maybe))
    assert act.precision >= 0.85
    assert maybe.recall >= 0.6


def test_swearing_in_romanian_is_seldom_taken_for_abuse() -> None:
    flagged: dict[str, Count] = {}
    with (FOLDER / "ro-offense" / "test.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            flagged.setdefault(row["label"], Count()).add(assess(row["text"]).abuse >= ACT, wanted=True)
    print({label: f"{count.alarms} of {count.wanted} flagged" for label, count in flagged.items()})
    assert flagged["PROFANITY"].recall < 0.1
    assert flagged["OTHER"].recall < 0.03
