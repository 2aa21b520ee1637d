"""Exports that are whole and odd all the same: what other programs and other people put into them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.archive.command.running import replayed
from tests.archive.readers.exports import exporter_csv, exporter_json, posted, row, said, slack_export

BROKEN = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."
ODD = {
    "half a character": "\ud83d",
    "NUL": "a\0b",
    "escape": "\x1b[2J\x9b31m",
    "turning": "\u202e\u2066gro.elpmaxe",
    "markup": "</script><b>[red]{x}%(y)s",
    "long": "x" * 5000,
    "blank": "\u00a0",
}
BEGIN = datetime(2024, 3, 1, tzinfo=UTC)


def at(minutes: float) -> str:
    return (BEGIN + timedelta(minutes=minutes)).isoformat()


@pytest.mark.parametrize("odd", ODD.values(), ids=list(ODD))
def test_odd_names_and_ids_are_reported_like_any_others(tmp_path: Path, odd: str) -> None:
    author = {
        "id": f"1{odd}",
        "name": odd,
        "nickname": odd,
        "isBot": False,
        "roles": [{"id": odd, "name": odd}],
    }
    messages = [
        posted(1, BROKEN, at(0), author=author, id=f"m{odd}"),
        posted(2, f"{BROKEN} {odd}", at(1), author=author | {"id": f"2{odd}"}, mentions=[author]),
    ]
    path = exporter_json(tmp_path / "export" / "a.json", [])
    document = json.loads(path.read_text("utf-8"))
    document["channel"] |= {"id": f"c{odd}", "name": odd}
    path.write_text(json.dumps(document | {"messages": messages}), "ascii")
    told = replayed(path, tmp_path)
    assert told.report["totals"]["problems"] == 0
    assert [row["decision"] for row in told.report["alarms"]] == ["acknowledged"] * 2
    assert "\x1b" not in told.terminal and "</script>" not in told.page


def test_what_stands_far_too_late_in_a_file_answers_nothing_that_came_after_it(tmp_path: Path) -> None:
    """Beyond what is put right: the wait would be less than nothing."""
    people = [{"id": str(number), "name": "x", "isBot": False, "roles": []} for number in range(3)]
    chatter = [posted(n, "hm", at(n), author=people[1]) for n in range(1, 100)]
    late = posted(200, "good morning", at(0), author=people[2])
    messages = [*chatter, posted(150, BROKEN, at(150), author=people[1]), *[
        posted(n, "hm", at(n), author=people[1]) for n in range(151, 250)
    ], late]  # fmt: skip
    told = replayed(exporter_json(tmp_path / "a.json", messages), tmp_path)
    assert [row["answered_after_seconds"] for row in told.report["alarms"]] == [None]
    assert told.report["period"] == {"first": "2024-03-01T00:00:00Z", "last": "2024-03-01T04:09:00Z"}


def test_a_case_ends_after_six_hours_to_the_second(tmp_path: Path) -> None:
    def cases(hours: float) -> list[int]:
        rows = (row(BROKEN, at(0)), row(BROKEN, at(hours * 60)))
        told = replayed(exporter_csv(tmp_path / "a.csv", *rows), tmp_path)
        return [alarm["joined"] for alarm in told.report["alarms"]]

    assert cases(6) == [1]
    assert cases(6 + 1 / 3600) == [0, 0]


def test_in_a_thread_people_answer_what_the_thread_is_about(tmp_path: Path) -> None:
    root, inside = "1700000000.000100", "1700000300.000100"
    day = [
        said(BROKEN, root, user="U01"),
        said("I cannot log in and nobody answers, this is unacceptable", inside, user="U02", thread_ts=root),
        said("lovely weather", "1700000350.000100", user="U05"),
        said("lovely weather", "1700000400.000100", user="U05", thread_ts="1690000000.000100"),
        said("we are looking into it", "1700000500.000100", user="U03", thread_ts=root),
        said("lovely weather", "1700000600.000100", user="U03"),
    ]
    told = replayed(slack_export(tmp_path / "export", {"general/2023-11-14": day}), tmp_path)
    waits = {alarm["message"]: alarm["answered_after_seconds"] for alarm in told.report["alarms"]}
    assert waits == {root: 300.0, inside: 200.0}


def test_a_thread_of_discord_answers_the_message_that_it_hangs_on(tmp_path: Path) -> None:
    people = [{"id": str(number), "name": "x", "isBot": False, "roles": []} for number in range(3)]
    exporter_json(tmp_path / "export" / "room.json", [posted(7, BROKEN, at(0), author=people[1])])
    path = exporter_json(
        tmp_path / "export" / "thread.json",
        [posted(8, "we are looking into it", at(5), author=people[2])],
        kind="GuildPublicThread",
    )
    document = json.loads(path.read_text("utf-8"))
    document["channel"]["id"] = posted(7)["id"]
    path.write_text(json.dumps(document), "utf-8")
    told = replayed(tmp_path / "export", tmp_path)
    assert [alarm["answered_after_seconds"] for alarm in told.report["alarms"]] == [300.0]


@pytest.mark.parametrize(("days", "never", "early"), [(7, 0, 1), (7.01, 1, 0)])
def test_what_nobody_answered_yet_is_not_called_never_answered(
    tmp_path: Path, days: float, never: int, early: int
) -> None:
    people = [{"id": str(number), "name": "x", "isBot": False, "roles": []} for number in range(3)]
    exporter_json(tmp_path / "export" / "a.json", [posted(1, BROKEN, at(0), author=people[1])])
    elsewhere = [posted(2, "hello", at(days * 24 * 60), author=people[2])]
    exporter_json(tmp_path / "export" / "b.json", elsewhere, number=2)
    told = replayed(tmp_path / "export", tmp_path)
    assert told.report["waiting"]["never_answered"] == never
    assert told.report["waiting"]["too_early"] == early
    assert ("too early to tell" in told.page.partition('<table class="cases"')[2]) == bool(early)


def test_why_names_what_spoke_for_it_and_not_what_else_it_is(tmp_path: Path) -> None:
    """A question and thanks are no reasons for a case; what concerns somebody's safety is one by itself."""
    rows = (
        row(f"{BROKEN} Can anybody help? Thanks!", at(0)),
        row("I don't want to live anymore", at(1), author="ion").replace("900000000000000001", "2"),
        row("somebody here has been stalking me", at(2), author="ana").replace("900000000000000001", "3"),
    )
    told = replayed(exporter_csv(tmp_path / "a.csv", *rows), tmp_path)
    complaint, safety, harassed = (set(alarm["reasons"]) for alarm in told.report["alarms"])
    assert "broken" in complaint
    assert not complaint & {"question", "thanks", "praise", "spam_promo"}
    assert "self_harm" in safety
    assert "harassment" in harassed


def test_what_is_found_is_plain_words(tmp_path: Path) -> None:
    """Whoever reads the findings need not know the bot's own enumerations."""
    rows = [row(f"{BROKEN} Your moderator insulted me.", at(0)), row("so slow again, why", at(1))]
    rows += [row(BROKEN, at(2 + n / 100)).replace("900000000000000001", f"7{n}") for n in range(6)]
    told = replayed(exporter_csv(tmp_path / "a.csv", *rows), tmp_path)
    assert {"private", "acknowledged", "quiet"} <= {alarm.decision for alarm in told.findings.alarms}
    for alarm in told.findings.alarms:
        words = (alarm.decision, alarm.topic, alarm.severity, alarm.language, *alarm.reasons)
        assert {type(word) for word in words} == {str}
