"""People point at many things; what is an export is recognised, and of what is not they hear what was expected."""

import json
import zipfile
from pathlib import Path

import pytest

from adapters.archive.readers import Archive, UnknownArchive, open_archive
from bot.errors import OmbudError
from tests.archive.readers.exports import (
    exporter_csv,
    exporter_json,
    posted,
    problems,
    row,
    said,
    slack_export,
    texts,
    zipped,
)  # fmt: skip


def test_each_format_is_recognised(tmp_path: Path) -> None:
    slack = slack_export(tmp_path / "slack", {"general/2023-11-14": [said("Hello")]})
    one = exporter_json(tmp_path / "json" / "a.json", [posted(1)])
    other = exporter_csv(tmp_path / "csv" / "a.csv", row("Hello"))
    assert {open_archive(path).format for path in (slack, zipped(slack, tmp_path / "s.zip"))} == {"slack"}
    assert {
        open_archive(path).format for path in (one, one.parent, zipped(one.parent, tmp_path / "j.zip"))
    } == {"exporter-json"}
    assert {open_archive(path).format for path in (other, other.parent)} == {"exporter-csv"}


def test_an_export_named_after_its_day_is_not_taken_for_slacks(tmp_path: Path) -> None:
    exporter_json(tmp_path / "general" / "2024-03-01.json", [posted(1)])
    assert open_archive(tmp_path).format == "exporter-json"


def test_a_single_file_may_have_any_name(tmp_path: Path) -> None:
    assert texts(exporter_csv(tmp_path / "export.txt", row("Hello"))) == ["Hello"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"hello"),
        ("empty.csv", b""),
        ("table.csv", b"name,price\nsoap,3\n"),
        ("package.json", b'{"name": "x"}'),
        ("list.json", b"[1, 2]"),
        ("picture.png", bytes(range(256))),
        ("broken.zip", b"PK\x03\x04 and no more"),
    ],
)
def test_what_is_no_export_is_refused_with_what_was_expected_and_found(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(UnknownArchive, match=name) as refused:
            open_archive(path)
        assert isinstance(refused.value, OmbudError)
        assert refused.value.found == (name,)
        assert "Slack" in str(refused.value) and "DiscordChatExporter" in str(refused.value)


def test_where_there_is_nothing_there_is_no_export(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UnknownArchive, match="nothing"):
            open_archive(path)


def test_of_a_large_folder_only_a_few_names_are_said(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text("x")
    with pytest.raises(UnknownArchive, match=r"000\.txt, .*004\.txt and 95 more"):
        open_archive(tmp_path)


def test_other_files_in_an_export_are_named_and_the_export_is_read(tmp_path: Path) -> None:
    exporter_json(tmp_path / "a.json", [posted(1)])
    exporter_csv(tmp_path / "a.csv", row("the same again"))
    exporter_csv(tmp_path / "only.csv", row("another channel"))
    (tmp_path / "settings.json").write_text("{}")
    (tmp_path / "readme.md").write_text("mine")
    (tmp_path / ".hidden.json").write_text("{}")
    assert [message.text for message in open_archive(tmp_path).messages()] == ["Hello"]
    assert problems(tmp_path) == [("only.csv", None, "unreadable"), ("settings.json", None, "unreadable")]


def test_reading_again_reads_the_same_and_counts_anew(tmp_path: Path) -> None:
    exporter_csv(tmp_path / "a.csv", row("one"), row("two", "never"))
    exporter_csv(tmp_path / "table.csv")
    (tmp_path / "table.csv").write_text("name,price\n")
    archive = open_archive(tmp_path)
    for _ in range(2):
        assert [message.text for message in archive.messages()] == ["one"]
        assert archive.problem_count == 2
        assert archive.bytes_read == archive.total_bytes


def test_a_progress_bar_grows_from_nothing_to_all(tmp_path: Path) -> None:
    archive = open_archive(exporter_csv(tmp_path / "a.csv", *(row(f"Hello {n}") for n in range(3000))))
    seen = [archive.bytes_read, *(archive.bytes_read for _ in archive.messages()), archive.bytes_read]
    assert seen == sorted(seen)
    assert seen[0] == 0 < seen[1] < archive.total_bytes == seen[-1]


def test_a_reader_who_stops_early_leaves_nothing_open(tmp_path: Path) -> None:
    """An open file would be a warning, and warnings are errors here."""
    exporter_csv(tmp_path / "a" / "a.csv", *(row(f"Hello {n}") for n in range(3000)))
    archive: Archive = open_archive(zipped(tmp_path / "a", tmp_path / "a.zip"))
    assert next(archive.messages()).text == "Hello 0"


def test_a_thousand_problems_are_kept_and_all_are_counted(tmp_path: Path) -> None:
    archive = open_archive(exporter_csv(tmp_path / "a.csv", *(row("x", "never") for _ in range(1500))))
    assert list(archive.messages()) == []
    assert (len(archive.problems), archive.problem_count) == (1000, 1500)


def test_a_zip_bomb_is_named_and_not_read(tmp_path: Path) -> None:
    bomb = zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED)
    with bomb:
        bomb.write(exporter_json(tmp_path / "a.json", [posted(1)]), "a.json")
        bomb.writestr("b.json", b'{"guild": {}, "messages": [' + b" " * 32 * 1024**2)
    archive = open_archive(tmp_path / "a.zip")
    assert [message.text for message in archive.messages()] == ["Hello"]
    assert archive.total_bytes < 1024**2
    assert problems(tmp_path / "a.zip") == [("b.json", None, "too_large")]


def test_a_zip_with_a_password_is_named_and_not_read(tmp_path: Path) -> None:
    path = zipped(exporter_csv(tmp_path / "a" / "a.csv", row("Hello")).parent, tmp_path / "a.zip")
    locked = bytearray(path.read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(header) + flags] |= 1
    path.write_bytes(locked)
    with pytest.raises(UnknownArchive, match=r"a\.csv"):
        open_archive(path)


def test_a_damaged_entry_of_a_zip_costs_only_itself(tmp_path: Path) -> None:
    slack_export(tmp_path / "s", {"general/2023-11-14": [said("one")], "support/2023-11-14": [said("two")]})
    path = zipped(tmp_path / "s", tmp_path / "s.zip")
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("general/2023-11-14.json").header_offset
    damaged = bytearray(path.read_bytes())
    damaged[start + 80 : start + 100] = bytes(20)
    path.write_bytes(damaged)
    assert [message.text for message in open_archive(path).messages()] == ["two"]
    assert {(file, code) for file, _, code in problems(path)} >= {("general/2023-11-14.json", "unreadable")}


def test_an_entry_of_a_zip_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = zipped(exporter_csv(tmp_path / "a" / "zz.csv", row("Hello")).parent, tmp_path / "a.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("yy.csv", "x")
    path.write_bytes(path.read_bytes().replace(b"yy.csv", b"\0y.csv"))
    assert texts(path) == ["Hello"]


def test_names_in_a_zip_may_be_in_any_script(tmp_path: Path) -> None:
    """Old tools write UTF-8 without saying so."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("помощь/1.csv", exporter_csv(tmp_path / "1.csv", row("Hello")).read_bytes())
    unsaid = bytearray(path.read_bytes())
    for header, flags in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        unsaid[unsaid.index(header) + flags] &= ~0x08
    path.write_bytes(unsaid)
    (message,) = open_archive(path).messages()
    assert message.channel_name == "помощь"


def test_a_document_nested_without_end_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    path = exporter_json(tmp_path / "a.json", [posted(1), posted(2, "DEEP"), posted(3, "after")])
    deep = "[" * 500_000
    path.write_text(path.read_text("utf-8").replace('"DEEP"', deep), "utf-8")
    assert [message.text for message in open_archive(path).messages()] == ["Hello", "after"]
    assert problems(path) == [("a.json", 2, "not_json")]


def test_one_endless_value_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    messages = json.dumps({"guild": {}, "messages": [posted(1), posted(2, "x" * 40_000_000)]}, indent=2)
    path.write_text(messages, "utf-8")
    assert [message.text for message in open_archive(path).messages()] == ["Hello"]
    assert problems(path) == [("a.json", 2, "too_large")]
