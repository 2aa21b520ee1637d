"""The reports of three real exports, each against a second count of everything in it.

The exports lie outside the project; without them these tests are skipped.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.archive.command.running import replayed
from tests.archive.recount import raw, totals
from tests.archive.recount.raw import Line
from tests.archive.recount.rules import Recount

pytestmark = pytest.mark.skipif(not raw.FOLDER.is_dir(), reason="the real exports are not beside the project")

TWEETS_UNTIL = "2015-02-17"
"""Of nine days the first two, over a midnight of theirs: all of them take minutes."""

SECTIONS = (
    "zone", "sensitivity", "period", "totals", "decisions", "alarms_per_1000", "waiting", "per_day", "per_topic",
    "per_hour", "per_weekday", "languages", "reasons", "problems",
)  # fmt: skip


@dataclass
class Counted:
    """An export, counted twice: by the command and here."""

    path: Path
    folder: Path
    zone: str
    lines: list[Line]
    staff: tuple[str, ...] = ()

    @cached_property
    def told(self) -> dict[str, Any]:
        """The report, its rankings and its times in a form that can be compared."""
        told = replayed(self.path, self.folder, staff=self.staff, zone=self.zone)
        return comparable(told.report)

    @cached_property
    def expected(self) -> dict[str, Any]:
        return totals.report(Recount(self.lines, self.staff), ZoneInfo(self.zone))


def comparable(report: dict[str, Any]) -> dict[str, Any]:
    for place in (report["period"], *report["alarms"]):
        place.update(
            {key: datetime.fromisoformat(place[key]) for key in ("first", "last", "at") if key in place}
        )
    topics = {row.pop("topic"): row for row in report["per_topic"]}
    return report | {
        "per_topic": topics,
        "per_hour": [row["alarms"] for row in report["per_hour"]],
        "per_weekday": [row["alarms"] for row in report["per_weekday"]],
        "languages": Counter({row["language"]: row["alarms"] for row in report["languages"]}),
        "reasons": Counter({row["rule"]: row["alarms"] for row in report["reasons"]}),
    }


def rounded(value: Any) -> Any:
    """Fractions to three places, in however deep a structure."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return round(value, 3) if isinstance(value, float) else value


def houston(folder: Path) -> Counted:
    return Counted(raw.SLACK, folder, "America/Chicago", raw.slack_lines(raw.SLACK))


def brand(folder: Path) -> Counted:
    zone = "Europe/Bucharest"
    return Counted(raw.DISCORD, folder, zone, raw.csv_lines(raw.DISCORD, ZoneInfo(zone)))


def brand_with_staff(folder: Path) -> Counted:
    """Who wrote most in its room for support is taken for its staff."""
    lines = raw.csv_lines(raw.DISCORD, ZoneInfo("UTC"))
    busy = Counter(line.author for line in lines if line.channel == "support").most_common(2)
    return Counted(raw.DISCORD, folder, "UTC", lines, tuple(author for author, _ in busy))


def airlines(folder: Path) -> Counted:
    zone = "America/Los_Angeles"
    lines = raw.tweets(ZoneInfo(zone), TWEETS_UNTIL)
    return Counted(raw.as_export(folder / "airlines", lines), folder, zone, lines)


EXPORTS: dict[str, Callable[[Path], Counted]] = {
    "slack": houston,
    "discord": brand,
    "discord with staff": brand_with_staff,
    "tweets": airlines,
}


@pytest.fixture(
    scope="module",
    params=[
        name if name != "discord with staff" else pytest.param(name, marks=pytest.mark.soak)
        for name in EXPORTS
    ],
)
def counted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    return EXPORTS[request.param](tmp_path_factory.mktemp("recount"))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_report_says_what_a_second_count_says(counted: Counted, section: str) -> None:
    assert rounded(counted.told[section]) == rounded(counted.expected[section])


def test_every_case_and_card_is_one_that_a_second_count_finds(counted: Counted) -> None:
    expected = counted.expected["alarms"]
    assert [(row["message"], row["decision"]) for row in counted.told["alarms"]] == [
        (row["message"], row["decision"]) for row in expected
    ]
    assert rounded(counted.told["alarms"]) == rounded(expected)


def test_there_is_something_to_count(counted: Counted) -> None:
    """Two empty reports would agree."""
    assert counted.told["totals"]["cases"] + counted.told["totals"]["maybes"] > 0
    assert len(counted.told["alarms"]) == counted.told["totals"]["alarms"]
