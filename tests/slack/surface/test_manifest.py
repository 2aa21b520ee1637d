"""The manifest that is committed is the one that the program makes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from adapters.slack.manifest import EVENTS, SCOPES, content, manifest
from adapters.slack.permissions import SCOPES as LACKED
from bot.catalogue.collect import Catalogue
from bot.composition.features import cogs
from bot.help import Help
from bot.keeping import Keeping
from bot.language import Translations
from bot.surface import Offers, offers_of
from tests.slack.referee import validate_manifest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def translations() -> Translations:
    return Translations.load()


@pytest.fixture(scope="module")
def offers(translations: Translations) -> Offers:
    return offers_of(Catalogue([Help(), Keeping(), *cogs()]), translations)


@pytest.fixture
def made(offers: Offers, translations: Translations) -> dict[str, Any]:
    return content(offers, translations.voice("en"))


def test_the_committed_one_is_current(offers: Offers, translations: Translations) -> None:
    """`python -m bot manifest > slack-manifest.yaml` writes it."""
    written = (ROOT / "slack-manifest.yaml").read_text("utf-8")
    assert written == manifest(offers, translations.voice("en"))


def test_it_is_read_as_it_was_meant(offers: Offers, translations: Translations, made: dict[str, Any]) -> None:
    assert yaml.safe_load(manifest(offers, translations.voice("en"))) == made


def test_every_menu_is_a_shortcut_and_one_more_is_for_commands(offers: Offers, made: dict[str, Any]) -> None:
    callbacks = [each["callback_id"] for each in made["features"]["shortcuts"]]
    assert callbacks == [*(f"menu:{menu.name.replace(' ', '.')}" for menu in offers.menus), "more"]


def test_two_commands_are_enough(made: dict[str, Any]) -> None:
    assert [each["command"] for each in made["features"]["slash_commands"]] == ["/ombud", "/complain"]
    assert all(each["should_escape"] for each in made["features"]["slash_commands"])


def test_whoever_writes_to_it_can(made: dict[str, Any]) -> None:
    home = made["features"]["app_home"]
    assert home == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_each_scope_has_its_reason_and_what_is_missed_is_among_them(made: dict[str, Any]) -> None:
    assert made["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)
    assert all(SCOPES.values())
    assert all(EVENTS.values())
    assert set(LACKED) <= SCOPES.keys()


def test_by_default_slack_is_connected_to(made: dict[str, Any]) -> None:
    assert made["settings"]["socket_mode_enabled"] is True
    assert "request_url" not in str(made)


def test_with_an_address_slack_connects_to_us(offers: Offers, translations: Translations) -> None:
    made = content(offers, translations.voice("en"), "https://ombud.example.org/")
    there, settings = "https://ombud.example.org/slack/events", made["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == there
    assert settings["interactivity"]["request_url"] == there
    assert {each["url"] for each in made["features"]["slash_commands"]} == {there}


def test_slack_takes_it(made: dict[str, Any]) -> None:
    assert validate_manifest(made) == []
