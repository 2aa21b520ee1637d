"""Truncated and damaged exports through the whole command: there is a report of what was left, or a refusal."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest

from adapters.archive.readers import UnknownArchive
from tests.archive.command.running import Told, replayed
from tests.archive.readers.exports import (
    exporter_csv,
    exporter_json,
    old_row,
    posted,
    row,
    said,
    slack_export,
    zipped,
)

TEXTS = (
    "The app keeps crashing since the update, I lost my saved game and nobody answers. This is unacceptable.",
    'He said "wait a week", țară,\nand I have waited for three; refund me, you liars. 👋',
    "thanks, that helped!",
    "I paid twice for the same plan a month ago and I'm still waiting for an answer.",
)
CHANNELS = 24
"""So many damaged files are one export: a report takes half a second, whatever is in it."""
SECONDS = 1.0
"""So long each kind is damaged in ever new ways."""
PIECES = (
    b'"', b"\0", b"]", b"{", b"\\ud83d", b"\xff\xfe", b"\x1b[2J", b"</script>", b"1e999", b"-", b"null", b"\n",
)  # fmt: skip


def slack(folder: Path, number: int) -> Path:
    day = [said(text, f"170000{n}000.00{number:02}00", f"U{number}") for n, text in enumerate(TEXTS)]
    slack_export(folder, {f"room-{number}/2023-11-14": day})
    return folder / f"room-{number}" / "2023-11-14.json"


def json_file(folder: Path, number: int) -> Path:
    author = {"id": f"9{number}", "name": f"ana{number}", "isBot": False, "roles": []}
    times = (f"2024-03-01T1{n}:00:00+00:00" for n in range(len(TEXTS)))
    messages = [
        posted(n, text, at, author=author) for n, (text, at) in enumerate(zip(TEXTS, times, strict=True))
    ]
    return exporter_json(folder / f"room-{number}.json", messages, number=number)


def new_csv(folder: Path, number: int) -> Path:
    rows = (row(text, f"2024-03-01T1{n}:00:00Z") for n, text in enumerate(TEXTS))
    authored = (each.replace("900000000000000001", f"9{number}") for each in rows)
    return exporter_csv(folder / f"room-{number}.csv", *authored)


def old_csv(folder: Path, number: int) -> Path:
    rows = (old_row(text, f"01-Mar-20 0{n + 1}:00 AM") for n, text in enumerate(TEXTS))
    authored = (each.replace("900000000000000001", f"9{number}") for each in rows)
    return exporter_csv(folder / f"room-{number}.csv", *authored, old=True)


FILES: dict[str, Callable[[Path, int], Path]] = {
    "Slack": slack,
    "exporter's JSON": json_file,
    "exporter's CSV": new_csv,
    "exporter's older CSV": old_csv,
}

Damage = Callable[[bytes], bytes]


def export(kind: str, folder: Path, damages: Sequence[Damage]) -> Path:
    """An export of a channel for each damage, and one channel that is whole."""
    for number, damage in enumerate(damages):
        file = FILES[kind](folder, number)
        file.write_bytes(damage(file.read_bytes()))
    FILES[kind](folder, len(damages))
    return folder


def complete(told: Told) -> None:
    """A report in all three forms, whose problems are named."""
    count, problems = told.report["totals"]["problems"], told.report["problems"]
    assert len(problems) == min(count, 1000)
    assert len(told.report["alarms"]) == told.report["totals"]["alarms"] >= 1
    assert "What Ombud would have done" in told.terminal
    assert "</html>" in told.page
    for words in (told.terminal, told.page):
        assert ("What could not be read" in words) == bool(problems)


def tried(path: Path, into: Path) -> Told | None:
    """What it told; None if it refused. Nothing else may happen."""
    try:
        return replayed(path, into)
    except UnknownArchive:
        return None


@pytest.mark.parametrize("kind", FILES)
def test_a_whole_export_has_cases_and_no_problems(tmp_path: Path, kind: str) -> None:
    told = replayed(export(kind, tmp_path / "export", []), tmp_path)
    complete(told)
    assert told.report["totals"]["messages"] == len(TEXTS)
    assert told.report["totals"]["alarms"] >= 2
    assert told.report["problems"] == []


def cut(part: float) -> Damage:
    return lambda content: content[: int(part * len(content))]


@pytest.mark.parametrize("kind", FILES)
def test_of_files_that_break_off_the_rest_is_reported(tmp_path: Path, kind: str) -> None:
    told = replayed(export(kind, tmp_path / "export", [cut(n / CHANNELS) for n in range(CHANNELS)]), tmp_path)
    complete(told)
    assert len(TEXTS) * CHANNELS / 5 < told.report["totals"]["messages"] < len(TEXTS) * CHANNELS
    named = {problem["file"].removeprefix("export/") for problem in told.report["problems"]}
    if "CSV" not in kind:  # Of these whole rows can be missing and nobody can tell.
        assert len(named) >= CHANNELS - 1


def damages(seed: int) -> Iterator[Damage]:
    """Bytes changed, cut out, repeated or put in, a few at a time."""
    chance = random.Random(seed)

    def damage(content: bytes) -> bytes:
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(content) + 1)
            end = start + chance.choice((0, 0, 1, 2, 8, 40, 400))
            new = chance.choice((b"", chance.choice(PIECES), chance.randbytes(3), content[start:end] * 2))
            content = content[:start] + new + content[end:]
        return content

    while True:
        yield damage


@pytest.mark.parametrize("kind", FILES)
def test_whatever_is_damaged_there_is_a_report(tmp_path: Path, kind: str) -> None:
    ways, end = damages(seed=len(kind)), time.monotonic() + SECONDS
    while time.monotonic() < end:
        shutil.rmtree(tmp_path / "export", ignore_errors=True)
        told = replayed(export(kind, tmp_path / "export", list(islice(ways, CHANNELS))), tmp_path)
        complete(told)
        assert told.report["problems"]


def test_a_damaged_zip_is_reported_or_refused(tmp_path: Path) -> None:
    folder = export("Slack", tmp_path / "export", [])
    whole = zipped(folder, tmp_path / "export.zip").read_bytes()
    outcomes = set()
    for damage in islice(damages(seed=7), 12):
        (tmp_path / "export.zip").write_bytes(damage(whole))
        told = tried(tmp_path / "export.zip", tmp_path)
        outcomes.add(told is None)
        assert told is None or "What Ombud would have done" in told.terminal
    assert outcomes == {True, False}


def test_the_program_itself_ends_well(tmp_path: Path) -> None:
    folder = export("Slack", tmp_path / "export", list(islice(damages(seed=1), CHANNELS)))
    command = [sys.executable, "-m", "bot", "replay", str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "What could not be read" in ran.stdout
