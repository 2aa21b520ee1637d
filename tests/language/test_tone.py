"""How we speak: calm and plain, no phrase that says nothing, each register for itself."""

import pytest

from tests.language import phrases
from tests.language.entries import Entry, all_entries, entries_of, languages
from tests.language.phrases import found, whole_words

# Read by staff or by whoever tries the sandbox; everything else may reach a member.
STAFF_FACING = (
    "label.",
    "reason.",
    "topic.",
    "severity.",
    "safety.",
    "sandbox.",
    "archive.",
    "cases.card.",
    "cases.list.",
    "cases.mirror.",
    "cases.note.",
    "cases.label.case_dismiss",
    "core.why.",
    "intake.maybe.",
    "intake.label.maybe_",
    "intake.label.complaint_not",
    "labels.",
    "setup.sensitivity.",
    "warnings.card.",
    "warnings.shut.",
)


def to_members(language: str) -> list[Entry]:
    return [entry for entry in entries_of(language) if not entry.key.startswith(STAFF_FACING)]


def test_nothing_is_shouted() -> None:
    assert found(all_entries(), phrases.SHOUTING) == []


def test_nothing_is_decorated() -> None:
    assert found(all_entries(), phrases.DECORATION) == []


@pytest.mark.parametrize("language", languages())
def test_no_phrase_that_says_nothing(language: str) -> None:
    assert found(entries_of(language), whole_words(phrases.NEVER[language])) == []


@pytest.mark.parametrize("language", languages())
def test_members_do_not_hear_what_we_call_things_among_ourselves(language: str) -> None:
    assert found(to_members(language), whole_words(phrases.NEVER_TO_MEMBERS[language])) == []


def test_nobodys_gender_is_guessed() -> None:
    assert found(all_entries(), phrases.GENDER_PATTERNS) == []


@pytest.mark.parametrize(("language", "register"), list(phrases.OTHER_REGISTER))
def test_each_register_keeps_to_itself(language: str, register: str) -> None:
    entries = [entry for entry in entries_of(language) if entry.register == register]
    assert entries
    assert found(entries, whole_words(phrases.OTHER_REGISTER[language, register])) == []


@pytest.mark.parametrize("language", list(phrases.ADDRESSED))
def test_whoever_is_addressed_is_addressed_in_both_registers(language: str) -> None:
    neutral = [entry for entry in entries_of(language) if entry.register is None]
    assert found(neutral, whole_words(phrases.ADDRESSED[language])) == []
