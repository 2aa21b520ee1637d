"""The report for other programs: as its schema says, and every number recounted from its own rows."""

import json
from collections import Counter
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from adapters.archive.json_report import to_json
from adapters.archive.model import Alarm
from tests.archive.report.making import alarm, findings, told
from tests.archive.report.schema import FILE, rendered
from tests.archive.report.strategies import alarms


def checked(document: dict[str, Any]) -> dict[str, Any]:
    """The document as another program reads it, checked against the committed schema."""
    read: dict[str, Any] = json.loads(json.dumps(document, ensure_ascii=False).encode("utf-8"))
    jsonschema.Draft202012Validator(json.loads(FILE.read_text("utf-8"))).validate(read)
    return read


def test_the_schema_is_the_one_that_is_documented() -> None:
    renew = "python -m tests.archive.report.schema > docs/replay.schema.json"
    assert rendered() == FILE.read_text("utf-8"), renew


def test_the_schema_notices_a_wrong_report() -> None:
    document = checked(to_json(told()))
    for wrong in ({"version": 2}, {"messages": 3}, {"per_hour": [{"hour": 24, "alarms": 0}]}):
        spoiled = {key: value for key, value in document.items() if key != "totals"} | wrong
        with pytest.raises(jsonschema.ValidationError):
            checked(spoiled)


def test_a_story_is_told_row_by_row() -> None:
    document = checked(to_json(told()))
    first, *_, last = document["alarms"]
    assert (first["at"], first["message"], first["channel"]) == ("2026-03-02T07:00:00Z", "m1", "support")
    assert (first["answered_after_seconds"], first["answered_by_staff"]) == (5400.0, True)
    assert (last["decision"], last["answered_after_seconds"]) == ("private", None)
    assert document["alarms"][2]["joined"] == 1
    assert document["totals"]["problems"] == 3
    assert document["problems"][1] == {"file": "general/2026-03-04.json", "entry": None, "code": "truncated"}


def test_quotes_are_there_only_when_they_were_asked_for() -> None:
    assert all("quote" in row for row in checked(to_json(told()))["alarms"])
    without = json.dumps(to_json(told(quotes=False)), ensure_ascii=False)
    assert "quote" not in without
    assert "parcel" not in without


def test_an_empty_export_is_a_report_too() -> None:
    document = checked(to_json(findings()))
    assert (document["alarms_per_1000"], document["period"]) == (None, {"first": None, "last": None})


def at_share(share: float, values: list[float]) -> float:
    """What so large a share of the values lies below, by sorting, between two values in proportion."""
    ordered, place = sorted(values), share * (len(values) - 1)
    low, high = ordered[int(place)], ordered[min(int(place) + 1, len(values) - 1)]
    return low + (high - low) * (place - int(place))


@given(alarms())
def test_every_number_can_be_recounted_from_the_rows(many: list[Alarm]) -> None:
    document = checked(to_json(findings(many)))
    rows = document["alarms"]
    assert len(rows) == document["totals"]["alarms"] == len(many)
    assert document["decisions"] == {
        name: sum(row["decision"] == name for row in rows) for name in document["decisions"]
    }
    assert {row["topic"]: row["cases"] + row["maybes"] for row in document["per_topic"]} == Counter(
        row["topic"] for row in rows
    )
    assert {row["rule"]: row["alarms"] for row in document["reasons"]} == Counter(
        rule for row in rows for rule in row["reasons"]
    )
    assert {row["language"]: row["alarms"] for row in document["languages"]} == Counter(
        row["language"] for row in rows
    )
    assert {row["hour"]: row["alarms"] for row in document["per_hour"] if row["alarms"]} == Counter(
        int(row["at"][11:13]) for row in rows
    )
    for who, waited in (
        ("anybody", [row["answered_after_seconds"] for row in rows]),
        ("staff", [row["answered_after_seconds"] for row in rows if row["answered_by_staff"]]),
    ):
        answered = [seconds for seconds in waited if seconds is not None]
        times = document["waiting"][who]
        assert times["answered"] == len(answered)
        if answered:
            assert times["median_seconds"] == pytest.approx(at_share(0.5, answered))
            assert times["p90_seconds"] == pytest.approx(at_share(0.9, answered))
    unanswered = [row["too_early"] for row in rows if row["answered_after_seconds"] is None]
    assert document["waiting"]["never_answered"] == unanswered.count(False)
    assert document["waiting"]["too_early"] == unanswered.count(True)


def test_words_that_no_file_can_hold_do_not_spoil_the_file() -> None:
    spoiled = alarm(channel="a\0b", message="m\ud83d", quote="\ud83d and \0")
    row = checked(to_json(findings([spoiled])))["alarms"][0]
    assert (row["channel"], row["message"], row["quote"]) == ("ab", "m?", "? and ")
