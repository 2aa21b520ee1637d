"""A manager chooses how sure the bot must be, and reads what can be expected of each choice."""

import json
from pathlib import Path

import pytest

from adapters.sandbox.model import COMMUNITY
from bot.detection import Sensitivity
from tests.scenarios.town import Town

FIGURES = {
    "careful": {"all": {"precision": 0.934, "recall": 0.61}, "ro": {"precision": 0.9, "recall": 0.5}},
    "balanced": {"all": {"precision": 0.88, "recall": 0.74}},
    "eager": {"all": {"precision": 0.8, "recall": 0.85}},
}


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "expected.json").write_text(json.dumps(FIGURES))
    monkeypatch.setattr("bot.detection.expected.FILE", tmp_path / "expected.json")


async def chosen(town: Town) -> Sensitivity:
    known = await town.app.house.community(COMMUNITY)
    assert known is not None
    return known.settings.sensitivity


@pytest.mark.usefixtures("measured")
async def test_each_choice_says_what_to_expect(community: Town) -> None:
    told = (await community.elena.types("set sensitivity eager")).text
    assert "the sensitivity is: eager" in told
    assert (
        "careful: complaints among 100 messages it acts on: about 93; seen out of 100 complaints: about 61"
        in told
    )
    assert "eager: complaints among 100 messages it acts on: about 80" in told
    assert await chosen(community) is Sensitivity.EAGER
    card = (await community.elena.types("setup")).text
    assert "Sensitivity: eager; complaints among 100 messages it acts on: about 80" in card


@pytest.mark.usefixtures("measured")
async def test_the_figures_are_those_of_the_communitys_language(community: Town) -> None:
    await community.elena.types("set language ro")
    told = (await community.elena.types("set sensitivity careful")).text
    assert "prudentă: nemulțumiri la 100 de mesaje la care reacționează: cam 90" in told


async def test_without_figures_it_says_what_the_choice_is_for(
    community: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.detection.expected.FILE", tmp_path / "no.json")
    told = (await community.elena.types("set sensitivity careful")).text
    assert "careful: rarely wrong, misses more" in told
    assert await chosen(community) is Sensitivity.CAREFUL


async def test_the_card_opens_the_form_and_wrong_words_are_refused(community: Town) -> None:
    card = await community.elena.types("setup")
    assert "Sensitivity" in [button.label for button in card.buttons]
    form = (await community.elena.types("set sensitivity")).forms[0]
    assert [label for _, label in form.fields[0].options] == ["careful", "balanced", "eager"]
    assert "the sensitivity is: eager" in (await community.elena.sends(form, sensitivity="eager")).text
    assert "eager" in (await community.elena.types("set sensitivity paranoid")).text


async def test_only_managers_choose(community: Town) -> None:
    before = await chosen(community)
    assert "another role" in (await community.mihai.types("set sensitivity eager")).text
    assert await chosen(community) is before
