"""A catalogue with a mistake stops the start and says where the mistake is."""

from pathlib import Path

import pytest

from bot.language import BrokenCatalogue, Translations

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
ENGLISH_PLURAL = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def write(root: Path, entries: str, language: str = "en", file: str = "core.po", header: str = "en") -> None:
    (root / language).mkdir(exist_ok=True)
    text = HEADER.format(header) + ENGLISH_PLURAL + "\n" + entries
    (root / language / file).write_text(text, encoding="utf-8")


def test_a_sound_catalogue_is_read(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "core.hello"\nmsgstr "Hello {name}"\n')
    assert Translations.load(tmp_path).voice("en").text("core.hello", name="Ana") == "Hello Ana"


def test_a_folder_without_catalogues_is_no_language(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "core.hello"\nmsgstr "Hello"\n')
    (tmp_path / "__pycache__").mkdir()
    assert Translations.load(tmp_path).languages == ("en",)


@pytest.mark.parametrize(
    ("entries", "line", "reason"),
    [
        ('msgid "a.b"\nmsgstr ""\n', 7, "a.b has no sentence"),
        ('msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "{n} day"\n', 7, "lacks a plural form"),
        ('msgid "a.b"\nmsgid_plural "days"\nmsgstr[0] "{n} day"\nmsgstr[1] "{n}"\n', 7, "the same key"),
        ('msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n', 7, "num_plurals"),
        ('msgid "a.b"\nmsgstr "one"\n\nmsgid "a.b"\nmsgstr "two"\n', 10, "a.b comes twice"),
        ('#, fuzzy\nmsgid "a.b"\nmsgstr "one"\n', 8, "fuzzy"),
        ('msgid "a.b"\nmsgstr "Hello {"\n', 7, "a.b: "),
        ('msgid "a.b"\nmsgstr "Hello {}"\n', 7, "a.b: placeholder {}"),
        ('msgid "a.b"\nmsgstr "Hello {name!r}"\n', 7, "a.b: placeholder {name}"),
        ('msgid "a.b"\nmsgstr "Hello {n:>5}"\n', 7, "a.b: placeholder {n}"),
        ('msgid "a.b"\nmsgstr "Hello {member.name}"\n', 7, "a.b: placeholder {member.name}"),
        ('msgid "a.b"\nmessage "Hello"\n', 8, "keyword"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(
    tmp_path: Path, entries: str, line: int, reason: str
) -> None:
    write(tmp_path, entries)
    with pytest.raises(BrokenCatalogue) as failure:
        Translations.load(tmp_path)
    assert str(failure.value).startswith(f"en/core.po:{line}: ")
    assert reason in str(failure.value)


def test_a_key_may_not_stand_in_two_files(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "a.b"\nmsgstr "one"\n')
    write(tmp_path, 'msgid "a.b"\nmsgstr "two"\n', file="intake.po")
    with pytest.raises(BrokenCatalogue, match=r"en/intake.po:7: a.b comes twice"):
        Translations.load(tmp_path)


def test_a_file_in_the_wrong_folder_is_noticed(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "a.b"\nmsgstr "one"\n', header="ro")
    with pytest.raises(BrokenCatalogue, match=r"en/core.po:1: .*ro, not en"):
        Translations.load(tmp_path)


def test_two_files_of_a_language_must_count_alike(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "a.b"\nmsgstr "one"\n')
    (tmp_path / "en" / "later.po").write_text(
        HEADER.format("en") + '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\nmsgid "a.c"\nmsgstr "two"\n',
        encoding="utf-8",
    )
    with pytest.raises(BrokenCatalogue, match=r"en/later.po:1: Plural-Forms differ"):
        Translations.load(tmp_path)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "a.b"\nmsgstr "one"\n')
    (tmp_path / "en" / "core.po").write_bytes(b'msgid "a.b"\nmsgstr "\xe9"\n')
    with pytest.raises(BrokenCatalogue, match=r"en/core\.po"):
        Translations.load(tmp_path)
