"""What is to be expected of each sensitivity, as far as it was measured."""

import json
from pathlib import Path

import pytest

from bot.detection import Sensitivity
from bot.detection.expected import Expected, expected

FIGURES = {
    "careful": {"all": {"precision": 0.93, "recall": 0.61}, "ro": {"precision": 0.9, "recall": 0.5}},
    "eager": {"all": {"precision": 0.8, "recall": 0.85, "precision_low": 0.76, "precision_high": 0.84}},
}


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "expected.json"
    file.write_text(json.dumps(FIGURES))
    monkeypatch.setattr("bot.detection.expected.FILE", file)
    return file


@pytest.mark.usefixtures("measured")
def test_a_language_has_its_own_figures_or_those_of_all() -> None:
    assert expected(Sensitivity.CAREFUL) == Expected(0.93, 0.61)
    assert expected(Sensitivity.CAREFUL, "ro") == Expected(0.9, 0.5)
    assert expected(Sensitivity.CAREFUL, "ru") == Expected(0.93, 0.61)
    assert expected(Sensitivity.EAGER, "en") == Expected(0.8, 0.85, 0.76, 0.84)


@pytest.mark.usefixtures("measured")
def test_what_was_not_measured_has_none() -> None:
    assert expected(Sensitivity.BALANCED) is None


def test_without_the_file_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.detection.expected.FILE", tmp_path / "expected.json")
    assert expected(Sensitivity.CAREFUL, "ro") is None
