"""An export of any size is read in little memory: each is read in a process of its own, which says what it took."""

import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.archive.readers.exports import exporter_csv, posted, row, said, slack_export, zipped

ROOT = Path(__file__).parents[3]
START = datetime(2024, 3, 1, tzinfo=UTC)
MEGABYTE = 1_000_000
WORDS = "The parcel has not come and nobody answers my mails, what is going on there? " * 3

READ_AND_MEASURE = """
import re, sys
from pathlib import Path
from adapters.archive.readers import open_archive

archive = open_archive(Path(sys.argv[1]))
last, count = None, 0
for message in archive.messages():
    assert last is None or last <= message.at
    last, count = message.at, count + 1
assert archive.problem_count == 0 and archive.bytes_read == archive.total_bytes
# Not `getrusage`: its maximum includes the process that started this one.
print(count, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def measured(path: Path) -> tuple[int, int]:
    """(messages, the most megabytes that were resident) of reading an export."""
    command = [sys.executable, "-c", READ_AND_MEASURE, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    count, megabytes = done.stdout.split()
    return int(count), int(megabytes)


def at(second: int) -> str:
    return (START + timedelta(seconds=second)).isoformat()


def large_json(path: Path, megabytes: int, *, newest_first: bool = False) -> int:
    """Write an export of that size as the exporter does, and say how many messages it has."""
    one = json.dumps(posted(0, WORDS, "WHEN"), indent=2).replace("\n", "\n    ")
    count = megabytes * MEGABYTE // len(one)
    numbers: Iterable[int] = range(count - 1, -1, -1) if newest_first else range(count)
    with path.open("w") as file:
        file.write('{\n  "channel": {\n    "id": "5",\n    "type": "GuildTextChat"\n  },\n  "messages": [')
        for place, number in enumerate(numbers):
            message = one.replace("WHEN", at(number)).replace("100000000000000000", str(10**17 + number))
            file.write(",\n    " * (place > 0) + "\n    " * (place == 0) + message)
        file.write('\n  ],\n  "messageCount": 0\n}')
    return count


def test_ten_times_the_export_takes_no_more_memory(tmp_path: Path) -> None:
    taken = {}
    for megabytes in (1, 10):
        path = tmp_path / f"{megabytes}.json"
        count = large_json(path, megabytes)
        read, taken[megabytes] = measured(path)
        assert read == count
    assert taken[10] < taken[1] + 5


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("shape", ["file", "zip", "newest first"])
def test_a_hundred_megabytes_of_json_are_read_in_less_than_a_hundred(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "export" / "a.json"
    path.parent.mkdir()
    count = large_json(path, 100, newest_first=shape == "newest first")
    export = zipped(path.parent, tmp_path / "a.zip") if shape == "zip" else path
    read, megabytes = measured(export)
    assert read == count
    assert megabytes < 100


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_a_hundred_megabytes_of_csv_are_read_in_less_than_a_hundred(tmp_path: Path) -> None:
    size = 100 * MEGABYTE // len(row(WORDS, at(0)))
    path = exporter_csv(tmp_path / "a.csv", *(row(WORDS, at(n)) for n in range(size)))
    read, megabytes = measured(path)
    assert read == size
    assert megabytes < 100


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_eighty_megabytes_of_slack_are_read_in_less_than_a_hundred(tmp_path: Path) -> None:
    """Ten channels of a hundred days each; what is held is a day of each."""
    first = int(START.timestamp())
    for channel in range(10):
        days = {}
        for day in range(100):
            name = (START + timedelta(days=day)).date().isoformat()
            times = range(first + day * 86_400, first + (day + 1) * 86_400, 400)
            days[f"c{channel}/{name}"] = [said(WORDS, f"{time}.000100") for time in times]
        slack_export(tmp_path, days)
    assert sum(file.stat().st_size for file in tmp_path.rglob("*.json")) > 70 * MEGABYTE
    read, megabytes = measured(tmp_path)
    assert read == 10 * 100 * 216
    assert megabytes < 100


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_two_thousand_channels_side_by_side_are_read_in_less_than_three_hundred(tmp_path: Path) -> None:
    for channel in range(2000):
        exporter_csv(tmp_path / f"c{channel}.csv", *(row(WORDS, at(n * 2000 + channel)) for n in range(200)))
    read, megabytes = measured(tmp_path)
    assert read == 2000 * 200
    assert megabytes < 300
