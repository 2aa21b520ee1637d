"""Every rule, label, severity, topic and flag can be told to staff in each language."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot.detection import Label, Safety, Severity, Topic, rule_names
from tests.detection.cases import LANGUAGES

CATALOGUES = Path(__file__).parents[2] / "bot" / "language" / "catalogues"
EXPECTED = frozenset(
    {f"reason.{name}" for name in rule_names()}
    | {f"topic.{topic}" for topic in Topic}
    | {f"severity.{severity}" for severity in Severity}
    | {f"safety.{flag}" for flag in Safety}
    | {f"label.{label}" for label in Label}
)


def sentences(language: str) -> dict[str, str]:
    with (CATALOGUES / language / "detection.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_detection_says_has_its_sentence_and_no_other_is_kept(language: str) -> None:
    told = sentences(language)
    assert set(told) == EXPECTED
    assert [key for key, text in told.items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_topics_or_flags_are_never_called_the_same(language: str) -> None:
    for family in ("topic.", "severity.", "safety.", "label.", "reason."):
        words = [text for key, text in sentences(language).items() if key.startswith(family)]
        assert len(set(words)) == len(words)


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len(set(rule_names())) == len(rule_names())
