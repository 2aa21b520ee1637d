"""The plural forms as a reader sees them, compared with a file that somebody has read."""

from pathlib import Path

import pytest

from bot.language import Translations
from tests.language.plurals import NUMBERS, rendered

SNAPSHOT = Path(__file__).parent / "snapshots" / "plurals.txt"
RENEW = (
    "If every changed line is right: python -m tests.language.plurals > tests/language/snapshots/plurals.txt"
)


def test_every_counted_sentence_reads_as_reviewed() -> None:
    assert rendered() == SNAPSHOT.read_text(encoding="utf-8"), RENEW


FORMS = {
    "en": {"character": {1}, "characters": set(NUMBERS) - {1}},
    "ro": {
        "caracter": {1},
        "caractere": {0, 2, 5, 11, 19, 101, 111},
        "de caractere": {20, 21, 22, 25, 100, 120},
    },
    "ru": {
        "символ": {1, 21, 101},
        "символа": {2, 22},
        "символов": {0, 5, 11, 19, 20, 25, 100, 111, 120},
    },
}


@pytest.mark.parametrize("language", list(FORMS))
def test_the_noun_is_right_wherever_its_form_changes(language: str) -> None:
    voice = Translations.load().voice(language)
    for noun, numbers in FORMS[language].items():
        for n in numbers:
            assert f" {n} {noun};" in voice.text("error.too_long", n=n, limit=2000)
    assert set().union(*FORMS[language].values()) == set(NUMBERS)
