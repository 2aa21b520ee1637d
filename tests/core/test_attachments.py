"""Which files are carried, and what they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.attachments import (
    LONGEST_NAME,
    MESSAGES,
    MOST,
    Refusal,
    clean_name,
    described,
    is_program,
    named,
    sort,
    with_files,
)
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef

HERE = MessageRef("room", "1")
MEGABYTE = 1_000_000


def file(name: str, size: int = 1000) -> Attachment:
    return described("7", name, size, HERE)


@pytest.mark.parametrize(
    "name",
    [
        "setup.exe",
        "Setup.EXE",
        "photo.jpg.exe",
        "save.zip",
        "a.tar.gz",
        "page.html",
        "x.svg",
        "run.ps1",
        "it.docm",
    ],
)
def test_what_could_run_and_what_could_hide_it_is_not_carried(name: str) -> None:
    assert [why for _, why in sort([file(name)], MEGABYTE).refused] == [Refusal.KIND]


@pytest.mark.parametrize(
    "name", ["photo.jpg", "log.txt", "receipt.pdf", "order.docx", "clip.mp4", "README", "фото.png"]
)
def test_pictures_documents_and_texts_are(name: str) -> None:
    assert not sort([file(name)], MEGABYTE).refused


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("photo.jpg", b"MZ\x90\x00", True),
        ("photo.jpg", b"\x7fELF\x02", True),
        ("notes.txt", b"PK\x03\x04\x14", True),
        ("order.docx", b"PK\x03\x04\x14", False),
        ("photo.jpg", b"\xff\xd8\xff\xe0", False),
        ("notes.txt", b"the game crashed", False),
    ],
)
def test_a_program_under_another_name_is_known_by_how_it_begins(
    name: str, content: bytes, refused: bool
) -> None:
    assert is_program(name, content) is refused


def test_one_that_is_too_large_is_left_and_the_others_go() -> None:
    sorted_ = sort([file("small.png"), file("large.mp4", MEGABYTE + 1)], MEGABYTE)
    assert [each.name for each in sorted_.kept] == ["small.png"]
    assert [why for _, why in sorted_.refused] == [Refusal.SIZE]


def test_where_no_files_are_carried_none_is() -> None:
    assert [why for _, why in sort([file("small.png")], 0).refused] == [Refusal.NONE]


@given(st.lists(st.integers(0, 3 * MEGABYTE), max_size=20), st.text(max_size=2000))
def test_no_message_carries_more_than_it_may(sizes: list[int], words: str) -> None:
    files = [file(f"{number}.png", size) for number, size in enumerate(sizes)]
    sorted_ = sort(files, MEGABYTE, words)
    assert len(sorted_.kept) <= MOST and sum(each.size for each in sorted_.kept) <= MESSAGES * MEGABYTE
    assert {*sorted_.kept, *(each for each, _ in sorted_.refused)} == set(files)


def test_long_words_leave_room_for_a_file_of_their_own() -> None:
    files = [file(f"{number}.png") for number in range(12)]
    assert len(sort(files, MEGABYTE, "short").kept) == 10
    assert len(sort(files, MEGABYTE, "long " * 300).kept) == 9


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\temp\\photo.jpg", "C-temp-photo.jpg"),
        ("photo\u202egpj.exe", "photo gpj.exe"),
        ("a\nb\0c.png", "a bc.png"),
        ("   ", "file"),
        ("...", "file"),
    ],
)
def test_a_name_can_be_shown_and_written_down_anywhere(name: str, shown: str) -> None:
    assert clean_name(name) == shown


@given(st.text(max_size=300))
def test_any_name_is_short_and_visible(name: str) -> None:
    cleaned = clean_name(name)
    assert 0 < len(cleaned) <= LONGEST_NAME and cleaned.isprintable()
    assert not set(cleaned) & set('/\\:*?"<>|')


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("x" * 300 + ".png").endswith(".png")


def test_the_words_name_the_files() -> None:
    assert named(file("photo.jpg", 1_234_567)) == "photo.jpg (1.2 MB)"
    assert with_files("", [file("photo.jpg", 999)]) == "📎 photo.jpg (999 B)"
    assert with_files("Look!", [file("a.png"), file("b.png")]) == "Look!\n📎 a.png (1 kB)\n📎 b.png (1 kB)"
