"""Messages of others, for measuring only: nothing of their text is in the project.

They lie outside the project; without them these tests are skipped. The bounds are loose on purpose. They guard against
steps back; `pytest -rP` shows the figures themselves.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from bot.detection import Assessment, Context, Said, Speaker
from tests.detection.whole import NOTHING, assess, assess_all

FOLDER = Path(__file__).parents[3] / "shared" / "data"
ACT, MAYBE = 0.70, 0.40
BEFORE = 5
"""What the bot remembers of a channel."""
OF_EACH = 400
"""Messages of the large collections: a few hundred guard as well as ten thousand."""

T = TypeVar("T")

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


def plain_chat() -> Iterator[tuple[str, Context]]:
    """Each message with what was said before it in its channel."""
    for channel in sorted((FOLDER / "slack-export-houston").iterdir()):
        before: list[tuple[str, str]] = []
        for file in sorted(channel.glob("*.json")) if channel.is_dir() else ():
            for message in json.loads(file.read_text("utf-8")):
                if message.get("type") == "message" and not message.get("subtype") and message.get("text"):
                    who = message.get("user", "")
                    said = [Said(Speaker.MEMBER, author == who, text) for author, text in before[-BEFORE:]]
                    yield message["text"], Context(before=tuple(said))
                    before.append((who, message["text"]))


def spread(rows: Iterable[T]) -> list[T]:
    """Some of them, from beginning to end."""
    every = list(rows)
    return every[:: max(1, len(every) // OF_EACH)]


def test_plain_chat_raises_few_alarms() -> None:
    seen = assess_all(list(plain_chat()))
    alarms = 1000 * sum(each.complaint >= ACT for each in seen) / len(seen)
    cards = 1000 * sum(MAYBE <= each.complaint < ACT for each in seen) / len(seen)
    print(f"plain chat: {alarms:.1f} alarms and {cards:.1f} cards per 1,000 of {len(seen)} messages")
    assert alarms < 10
    assert cards < 100
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


@cache
def brand_community_once() -> Sequence[Labelled]:
    """Read once for both tests."""
    return tuple(brand_community())


@pytest.mark.parametrize("unsure_too", [True, False])
def test_a_brands_community_is_heard_in_context(unsure_too: bool) -> None:
    counts = {talk: (Count(), Count()) for talk in (True, False)}
    for message in brand_community_once():
        if unsure_too or not message.unsure:
            act, maybe = counts[message.channel.startswith("talk")]
            act.add(message.seen.complaint >= ACT, message.act)
            maybe.add(message.seen.complaint >= MAYBE, message.act)
    print(told("support channels", *counts[False]))
    print(told("general talk", *counts[True]))
    assert counts[False][0].precision >= 0.5
    assert counts[False][1].recall >= 0.55
    assert counts[True][0].alarms <= 12


def test_angry_travellers_are_heard() -> None:
    act, maybe = Count(), Count()
    with (FOLDER / "airline-tweets" / "Tweets.csv").open(encoding="utf-8", newline="") as file:
        rows = spread(csv.DictReader(file))
    for row, seen in zip(rows, assess_all([(row["text"], NOTHING) for row in rows]), strict=True):
        act.add(seen.complaint >= ACT, row["airline_sentiment"] == "negative")
        maybe.add(seen.complaint >= MAYBE, row["airline_sentiment"] == "negative")
    print(told("travellers", act, maybe))
    assert act.precision >= 0.9
    assert maybe.recall >= 0.4


def test_unhappy_buyers_are_heard_in_romanian() -> None:
    act, maybe = Count(), Count()
    reviews = json.loads((FOLDER / "laroseda" / "laroseda_test.json").read_text("utf-8"))["reviews"]
    chosen = spread(reviews)
    texts = [(f"{review['title']}. {review['content']}", NOTHING) for review in chosen]
    for review, seen in zip(chosen, assess_all(texts), strict=True):
        act.add(seen.complaint >= ACT, int(review["starRating"]) <= 2)
        maybe.add(seen.complaint >= MAYBE, int(review["starRating"]) <= 2)
    print(told("Romanian reviews", act, maybe))
    assert act.precision >= 0.75
    assert maybe.recall >= 0.8


def test_swearing_in_romanian_is_seldom_taken_for_abuse() -> None:
    flagged: dict[str, Count] = {}
    with (FOLDER / "ro-offense" / "test.csv").open(encoding="utf-8", newline="") as file:
        rows = spread(csv.DictReader(file))
    for row, seen in zip(rows, assess_all([(row["text"], NOTHING) for row in rows]), strict=True):
        flagged.setdefault(row["label"], Count()).add(seen.abuse >= ACT, wanted=True)
    print({label: f"{count.alarms} of {count.wanted} flagged" for label, count in flagged.items()})
    assert flagged["PROFANITY"].recall < 0.2
    assert flagged["OTHER"].recall < 0.12
