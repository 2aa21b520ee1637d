"""What is said in public and promised to members: enough wordings, short enough, each with what it owes."""

import re

import pytest

from tests.language import phrases
from tests.language.entries import Entry, all_entries, by_key, entries_of, languages
from tests.language.phrases import found, whole_words

LIMITS = {"intake.ack.": 220, "intake.opener.": 500, "followups.check_in": 350}
"""The greatest length of a text with its values filled in, by the beginning of its key."""

SAMPLES = {
    "n": "20",
    "number": "1234",
    "link": "discuția privată",
    "name": "Alexandra-Ioana",
    "topic": "comportamentul echipei",
    "community": "Comunitatea Exemplu",
}
"""Values of a usual length; any other placeholder counts 20 characters, as "24 septembrie, 14:00" has."""

NAMES_OF_MOMENTS = {"by", "due", "time", "until", "n"}
PROMISES = {
    "en": r"(?:will|'ll) (?:answer|reply|write)|expect a reply|reply by|next word",
    "ro": r"răspunde un om|scrie cineva|cineva (?:îți|vă) scrie|răspunsul vine|primi (?:un )?răspuns",
    "ru": r"ответит|напишут|напишет|ответ будет|ответ придёт",
}
PROMISING = ("intake.ack.", "intake.opener.", "core.answer_within.")


def under(prefix: str) -> list[Entry]:
    return [entry for entry in all_entries() if entry.key.startswith(prefix)]


@pytest.mark.parametrize("language", languages())
def test_the_public_acknowledgement_does_not_apologise(language: str) -> None:
    acknowledgements = [entry for entry in under("intake.ack.") if entry.language == language]
    assert found(acknowledgements, whole_words(phrases.APOLOGY[language])) == []


def test_texts_keep_to_their_length() -> None:
    for prefix, limit in LIMITS.items():
        assert under(prefix), prefix
        for entry in under(prefix):
            for form in entry.forms:
                filled = re.sub(r"\{(\w+)\}", lambda match: SAMPLES.get(match[1], "x" * 20), form)
                assert len(filled) <= limit, f"{entry} has {len(filled)} of {limit}: {filled}"


@pytest.mark.parametrize("language", languages())
def test_the_acknowledgement_has_at_least_four_wordings_with_number_time_and_link(language: str) -> None:
    wordings = [key for key in by_key(language) if re.fullmatch(r"intake\.ack\.ordinary\.\d+", key)]
    assert set(wordings) == {f"intake.ack.ordinary.{i}" for i in range(1, len(wordings) + 1)}
    assert len(wordings) >= 4
    for key in wordings:
        for entry in by_key(language)[key]:
            assert {"number", "link"} <= entry.placeholders, entry
            assert entry.placeholders & NAMES_OF_MOMENTS, entry


@pytest.mark.parametrize("language", languages())
def test_the_wordings_of_one_text_differ(language: str) -> None:
    for register in {entry.register for entry in entries_of(language)}:
        numbered = [
            e.text for e in entries_of(language) if e.register == register and re.search(r"\.\d+$", e.key)
        ]
        assert len(set(numbered)) == len(numbered)


@pytest.mark.parametrize("language", languages())
def test_a_promise_has_a_time(language: str) -> None:
    promises = [entry for prefix in PROMISING for entry in under(prefix) if entry.language == language]
    for entry in promises:
        if re.search(PROMISES[language], entry.text, re.IGNORECASE):
            assert entry.placeholders & NAMES_OF_MOMENTS, entry
