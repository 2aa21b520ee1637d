"""Many files become one conversation, in the order in which it was held and in little memory."""

import resource
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from adapters.archive.readers import open_archive
from tests.archive.readers.exports import exporter_csv, exporter_json, posted, read, row, texts

START = datetime(2024, 3, 1, tzinfo=UTC)


def at(second: float) -> str:
    return (START + timedelta(seconds=second)).isoformat()


def test_a_little_disorder_in_a_file_is_put_right(tmp_path: Path) -> None:
    chance = Random(1)
    places = sorted(range(1000), key=lambda place: place + chance.uniform(0, 60))
    assert texts(exporter_csv(tmp_path / "a.csv", *(row(str(n), at(n)) for n in places))) == [
        str(n) for n in range(1000)
    ]


def test_what_is_too_late_comes_late_and_is_not_lost(tmp_path: Path) -> None:
    messages = read(exporter_csv(tmp_path / "a.csv", *(row(str(n), at(n)) for n in [*range(1, 500), 0])))
    assert len(messages) == 500
    assert messages[-65].text == "0"
    assert messages[-65].at == START


def test_messages_of_one_moment_keep_the_order_of_their_file(tmp_path: Path) -> None:
    assert texts(exporter_csv(tmp_path / "a.csv", *(row(str(n), at(0)) for n in range(300)))) == [
        str(n) for n in range(300)
    ]


def test_many_channels_at_once_and_after_each_other_are_one_time(tmp_path: Path) -> None:
    chance = Random(2)
    for channel in range(40):
        began = chance.uniform(0, 100_000)
        times = sorted(began + chance.uniform(0, 20_000) for _ in range(50))
        exporter_csv(tmp_path / f"c{channel}.csv", *(row("x", at(time)) for time in times))
    messages = read(tmp_path)
    assert len(messages) == 2000
    assert [message.at for message in messages] == sorted(message.at for message in messages)


def test_a_file_is_opened_only_when_its_time_has_come(tmp_path: Path) -> None:
    first = exporter_csv(tmp_path / "b.csv", row("first", at(0)))
    exporter_csv(tmp_path / "a.csv", row("last", at(9)))
    archive = open_archive(tmp_path)
    sizes = [archive.bytes_read for _ in archive.messages()]
    assert sizes == [first.stat().st_size, archive.total_bytes]


def test_a_date_far_off_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """A damaged year: the message comes last, and the channel goes on."""
    times = [at(0), "2099-03-01T00:00:10+00:00", at(20), at(30)]
    exporter_csv(tmp_path / "a.csv", *(row(f"a{n}", time) for n, time in enumerate(times)))
    exporter_csv(tmp_path / "b.csv", *(row(f"b{n}", at(n * 10 + 1)) for n in range(4)))
    assert texts(tmp_path) == ["a0", "b0", "b1", "a2", "b2", "a3", "b3", "a1"]


def test_more_channels_than_a_process_may_open_files_are_read(tmp_path: Path) -> None:
    limit, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = 400
    for channel in range(count):
        exporter_json(tmp_path / f"c{channel}.json", [posted(n, "x", at(n * 1000 + channel)) for n in (0, 1)])
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(list(Path("/dev/fd").iterdir())) + 20, highest))
    try:
        assert len(read(tmp_path)) == count * 2
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, highest))
