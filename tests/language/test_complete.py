"""Every language says everything, in both registers where it has two, in every plural form."""

import re
from collections.abc import Iterable

import pytest

from tests.language.entries import (
    LANGUAGES_WITH_REGISTERS,
    Entry,
    all_entries,
    by_key,
    entries_of,
    languages,
)

OTHER_LANGUAGES = [language for language in languages() if language != "en"]

# After these the counted word stands in the genitive, and Russian's second and third form are the same.
RUSSIAN_GENITIVE = re.compile(
    r"\b(в течение|не больше|не меньше|больше|меньше|около|из|до|от|после|не позже чем)\s+\{n\}"
)


def named(entries: Iterable[Entry]) -> list[str]:
    return [str(entry) for entry in entries]


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_every_language_has_the_same_sentences(language: str) -> None:
    english, other = by_key("en").keys(), by_key(language).keys()
    assert sorted(english - other) == [], f"missing in {language}"
    assert sorted(other - english) == [], f"only in {language}"


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_every_language_keeps_a_sentence_in_the_same_file(language: str) -> None:
    files = {entry.key: entry.file for entry in entries_of("en")}
    moved = (entry for entry in entries_of(language) if entry.file != files.get(entry.key, entry.file))
    assert named(moved) == []


def test_every_placeholder_is_in_every_language_register_and_plural_form() -> None:
    english = {entry.key: entry.placeholders for entry in entries_of("en")}
    for entry in all_entries():
        for form in entry.forms:
            found = set(re.findall(r"\{(\w+)\}", form))
            assert found == english[entry.key], f"{entry} has {found}: {form}"


def test_a_sentence_has_both_registers_or_addresses_nobody() -> None:
    for language in languages():
        allowed: list[set[str | None]] = [{None}]
        if language in LANGUAGES_WITH_REGISTERS:
            allowed.append({"informal", "formal"})
        for key, entries in by_key(language).items():
            assert {entry.register for entry in entries} in allowed, f"{language} {key}"


def test_what_is_counted_is_counted_in_every_language() -> None:
    english = {entry.key: entry.counted for entry in entries_of("en")}
    assert named(entry for entry in all_entries() if entry.counted != english[entry.key]) == []


def test_counted_sentences_show_their_number_as_digits() -> None:
    counted = [entry for entry in all_entries() if entry.counted]
    assert counted
    assert named(entry for entry in counted if "n" not in entry.placeholders) == []


def test_english_plural_forms_differ() -> None:
    assert named(entry for entry in counted("en") if len(set(entry.forms)) < 2) == []


def test_romanian_plural_forms_differ_and_only_the_third_says_de() -> None:
    for entry in counted("ro"):
        one, few, other = entry.forms
        assert one != few, entry
        assert "{n} de " in other, entry
        assert "{n} de " not in one + few, entry


def test_russian_plural_forms_differ_unless_the_case_makes_them_alike() -> None:
    for entry in counted("ru"):
        one, few, many = entry.forms
        assert one not in {few, many}, entry
        alike = RUSSIAN_GENITIVE.search(few) is not None
        assert (few == many) is alike, entry


def test_a_number_after_the_hash_is_called_number() -> None:
    """`{number}` is a case's number, written as `#{number}` and never grouped into thousands."""
    for entry in all_entries():
        for form in entry.forms:
            assert not re.search(r"(?<!#)\{number\}", form), f"{entry}: {form}"


def counted(language: str) -> list[Entry]:
    return [entry for entry in entries_of(language) if entry.counted]
