"""The commands that need no platform: replaying an export, and assessing single messages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BROKEN = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."


def bot(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    environment = kept | {"PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A small Slack export: a complaint that waited an hour for staff, one that nobody answered, and chatter."""
    said = [
        (1_700_000_000, "U1", "good morning everyone"),
        (1_700_000_100, "U1", BROKEN),
        (1_700_000_200, "U1", "and I have no backup"),
        (1_700_003_700, "U2", "I'm sorry about that, we are looking into it."),
        (
            1_700_100_000,
            "U3",
            "I paid two weeks ago and my plan is still not active, nobody answers my emails",
        ),
    ]
    root = tmp_path / "export"
    (root / "general").mkdir(parents=True)
    people = [{"id": user, "name": name} for user, name in (("U1", "max"), ("U2", "daria"), ("U3", "ana"))]
    (root / "users.json").write_text(json.dumps(people), "utf-8")
    (root / "channels.json").write_text(json.dumps([{"id": "C1", "name": "general"}]), "utf-8")
    lines = [{"type": "message", "user": u, "text": t, "ts": f"{at}.000100"} for at, u, t in said]
    (root / "general" / "2023-11-14.json").write_text(json.dumps(lines), "utf-8")
    return root


def test_a_replay_tells_what_it_would_have_done(tmp_path: Path, export: Path) -> None:
    files = ("--html", "report.html", "--json", "report.json")
    ran = bot(tmp_path, "replay", str(export), "--staff", "daria", *files)
    assert ran.returncode == 0, ran.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["version"] == 1
    rows = report["alarms"]
    assert [row["decision"] for row in rows] == ["acknowledged", "acknowledged"]
    assert [row["answered_after_seconds"] for row in rows] == [3600.0, None]
    text = json.dumps(report) + (tmp_path / "report.html").read_text("utf-8") + ran.stdout
    assert BROKEN[:30] not in text, "no quotes unless they are asked for"
    assert "<html" in text


def test_quotes_are_shown_when_asked_for(tmp_path: Path, export: Path) -> None:
    bot(tmp_path, "replay", str(export), "--quotes", "--json", "report.json")
    assert BROKEN[:30] in (tmp_path / "report.json").read_text("utf-8")


def test_what_is_no_export_says_what_was_expected(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello", "utf-8")
    ran = bot(tmp_path, "replay", "notes.txt")
    assert ran.returncode == 2
    assert "Expected" in ran.stderr and "Traceback" not in ran.stderr


def test_a_report_that_cannot_be_written_is_explained(tmp_path: Path, export: Path) -> None:
    ran = bot(tmp_path, "replay", str(export), "--html", "/nowhere/report.html")
    assert ran.returncode == 2
    assert "/nowhere/report.html" in ran.stderr and "Traceback" not in ran.stderr


def test_assess_answers_line_by_line_and_names_the_bad_ones(tmp_path: Path) -> None:
    given = "\n".join(
        [
            json.dumps({"id": 7, "text": BROKEN}),
            "not json",
            json.dumps(
                {"id": 8, "text": "thanks!", "before": [{"role": "staff", "text": "Does it work now?"}]}
            ),
            json.dumps({"id": 9}),
        ]
    )
    ran = bot(tmp_path, "assess", "-", given=given)
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(answer["id"], answer["complaint"]) for answer in answers] == [(7, True), (8, False)]
    assert set(answers[0]) == {
        "id", "complaint", "abuse", "spam", "probabilities", "severity", "topic", "lang", "reasons",
    }  # fmt: skip
    assert "2" in ran.stderr and "4" in ran.stderr
    assert ran.returncode == 1


def test_assess_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    ran = bot(tmp_path, "assess", "nowhere.jsonl")
    assert ran.returncode == 2 and "nowhere.jsonl" in ran.stderr
