"""Letters, quotation marks, and placeholders where whatever fills them can stand."""

import pytest

from tests.language import phrases
from tests.language.entries import all_entries, entries_of
from tests.language.phrases import found, whole_words


def test_no_placeholder_touches_a_hyphen_or_a_letter() -> None:
    assert found(all_entries(), [r"[-‐‑]\{", r"\}[-‐‑]", r"\w\{", r"\}\w"]) == []


@pytest.mark.parametrize("language", ["ro", "ru"])
def test_no_placeholder_stands_where_it_would_need_a_case_ending(language: str) -> None:
    assert found(entries_of(language), phrases.GRAMMAR[language]) == []


@pytest.mark.parametrize("language", ["ro", "ru"])
def test_the_letters_are_all_there(language: str) -> None:
    assert found(entries_of(language), whole_words(phrases.SPELLING[language])) == []


def test_letters_and_quotation_marks_are_the_right_ones() -> None:
    assert found(all_entries(), [r"[ŞşŢţ]", r'"', r"\.\.\.", "  "]) == []
    assert found(entries_of("ro"), [r"['“]", r"[а-яё]"]) == []
    assert found(entries_of("ru"), [r"['”]", r"[ăâîșț]"]) == []
    assert found(entries_of("en"), [r"[„«»’]", r"[а-яёăâîșț]"]) == []


@pytest.mark.parametrize("mark", ["“”", "„”", "«»", "„“", "()"])
def test_what_is_opened_is_closed(mark: str) -> None:
    language = {"“”": "en", "„”": "ro", "«»": "ru", "„“": "ru", "()": None}[mark]
    entries = all_entries() if language is None else entries_of(language)
    uneven = [
        f"{e}: {form}" for e in entries for form in e.forms if form.count(mark[0]) != form.count(mark[1])
    ]
    assert uneven == []
