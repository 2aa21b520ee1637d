"""Which language it is: never Russian for another Cyrillic language, never a language for a shrug."""

from collections import defaultdict

import pytest

from bot.detection import assess
from bot.detection.languages import identify
from bot.detection.normalise import normalise
from tests.detection.cases import rows

LINES: dict[str, list[str]] = defaultdict(list)
for line in rows("languages.tsv"):
    LINES[line.kind].append(line.text)
OURS = ("en", "ro", "ro-", "ru")
OTHERS = ("uk", "be", "bg", "sr", "es", "de", "fr", "it", "pt")


def language_of(text: str) -> tuple[str, bool]:
    return identify(normalise(text))


def test_there_are_enough_lines_of_each() -> None:
    assert {name: len(LINES[name]) for name in OURS if len(LINES[name]) < 25} == {}
    assert {name: len(LINES[name]) for name in OTHERS if len(LINES[name]) < 10} == {}


@pytest.mark.parametrize("name", [*OURS, *OTHERS])
def test_nine_short_lines_of_ten_are_recognised(name: str) -> None:
    language = name.removesuffix("-")
    wrong = [text for text in LINES[name] if language_of(text)[0] != language]
    assert len(wrong) <= 0.1 * len(LINES[name]), wrong


@pytest.mark.parametrize("name", [*OURS, *OTHERS])
def test_whoever_is_sure_is_right(name: str) -> None:
    found = {text: language_of(text) for text in LINES[name]}
    assert {text: it for text, it in found.items() if it[1] and it[0] != name.removesuffix("-")} == {}


@pytest.mark.parametrize("name", ["uk", "be", "bg", "sr"])
def test_cyrillic_is_not_yet_russian(name: str) -> None:
    assert [text for text in LINES[name] if language_of(text)[0] == "ru"] == []


def test_a_shrug_has_no_language() -> None:
    assert {text for text in LINES["und"] if language_of(text) != ("und", False)} == set()


@pytest.mark.parametrize("text", ["ok da", "merge", "works", "ну да"])
def test_fewer_than_twelve_letters_are_never_sure(text: str) -> None:
    assert not assess(text).sure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ro", "am dat update la game si acum crash la startup"),
        ("ro", "bai am facut un bug report si nimeni nu zice nimic despre issue"),
        ("ru", "после update не могу зайти в game"),
        ("en", "the guys from Cluj said that the server is down"),
    ],
)
def test_mixed_speech_is_in_the_language_of_its_verbs(language: str, text: str) -> None:
    assert language_of(text)[0] == language
