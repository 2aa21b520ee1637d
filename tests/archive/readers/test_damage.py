"""Whatever befell an export: it is read as far as it goes, or refused, and never ends in anything else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.archive.readers import UnknownArchive, open_archive
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

TEXTS = ("one", 'two "quoted" țară', "three\nlines\n", "four 👋")


def slack_day(folder: Path) -> Path:
    day = [said(text, f"170000000{n}.000100") for n, text in enumerate(TEXTS)]
    return slack_export(folder, {"general/2023-11-14": day}) / "general" / "2023-11-14.json"


def json_file(folder: Path) -> Path:
    messages = [posted(n, text, f"2024-03-01T10:0{n}:00+00:00") for n, text in enumerate(TEXTS)]
    return exporter_json(folder / "a.json", messages)


def new_csv(folder: Path) -> Path:
    return exporter_csv(
        folder / "a.csv", *(row(text, f"2024-03-01T10:0{n}:00Z") for n, text in enumerate(TEXTS))
    )


def old_csv(folder: Path) -> Path:
    rows = (old_row(text, f"01-Mar-20 10:0{n} AM") for n, text in enumerate(TEXTS))
    return exporter_csv(folder / "a.csv", *rows, old=True)


def zip_of(make: Callable[[Path], Path]) -> Callable[[Path], Path]:
    def make_zip(folder: Path) -> Path:
        make(folder / "export")
        return zipped(folder / "export", folder / "export.zip")

    return make_zip


FILES = {"slack": slack_day, "json": json_file, "csv": new_csv, "old csv": old_csv}
CSVS = ("csv", "old csv")  # Only of these can whole rows be missing and nobody can tell.
ZIPS = {f"zip of {name}": zip_of(make) for name, make in FILES.items()}


def read_anything(path: Path) -> tuple[list[str], int] | None:
    """(texts, number of problems), or None for what was refused. The bytes are accounted for in any case."""
    try:
        archive = open_archive(path)
    except UnknownArchive:
        return None
    messages = list(archive.messages())
    assert all(message.at.tzinfo and message.channel and message.id for message in messages)
    assert archive.bytes_read == archive.total_bytes
    return [message.text for message in messages], archive.problem_count


@pytest.mark.parametrize("kind", FILES)
def test_a_file_cut_off_anywhere_yields_what_came_before(tmp_path: Path, kind: str) -> None:
    path = FILES[kind](tmp_path)
    whole = path.read_bytes()
    # Slack's lists lie beside its days: what is pointed at is the folder.
    root = tmp_path if kind == "slack" else path
    before: list[str] = []
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        found = read_anything(root)
        if found is None:
            assert before == []
            continue
        texts, problems = found
        assert texts == list(TEXTS[: len(texts)])
        assert len(texts) >= len(before)
        assert problems or len(texts) == len(TEXTS) or kind in CSVS
        if kind not in CSVS or whole[:size].endswith(b"\n"):  # a row without its last cells may be one or not
            before = texts
    assert before == list(TEXTS)


@pytest.mark.parametrize("kind", ZIPS)
def test_a_zip_cut_off_anywhere_is_refused(tmp_path: Path, kind: str) -> None:
    path = ZIPS[kind](tmp_path)
    whole = path.read_bytes()
    assert read_anything(path) == (list(TEXTS), 0)
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert read_anything(path) is None


damages = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 8), st.binary(max_size=8) | st.sampled_from([b'"', b"\0", b"]", b"{"])
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("kind", [*FILES, *ZIPS])
@given(damage=damages)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_damage_never_ends_in_an_error(
    tmp_path: Path, kind: str, damage: list[tuple[float, int, bytes]]
) -> None:
    path = (FILES | ZIPS)[kind](tmp_path)
    content = path.read_bytes()
    for where, length, instead in damage:
        start = int(where * len(content))
        content = content[:start] + instead + content[start + length :]
    path.write_bytes(content)
    read_anything(tmp_path if kind == "slack" else path)


@given(
    content=st.binary(max_size=400),
    name=st.sampled_from(["a.json", "a.csv", "a.zip", "general/2023-11-14.json"]),
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    heads = (b"", b"AuthorID,Author,Date,Content\n", b'{"guild": {}, "messages": [', b"[")
    for head in heads:
        path.write_bytes(head + content)
        read_anything(path)


@pytest.mark.parametrize("kind", FILES)
def test_a_large_file_of_nothing_but_damage_is_read_in_seconds(tmp_path: Path, kind: str) -> None:
    """Two megabytes in which every line is broken; a reader that began anew each time would take hours."""
    path = FILES[kind](tmp_path)
    content = path.read_bytes()
    third = content.replace(b'"', b"", 3)
    path.write_bytes(content + third * (2_000_000 // len(third)))
    assert read_anything(tmp_path if kind == "slack" else path)
