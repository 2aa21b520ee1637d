"""`.env.example` is the list of process settings: complete, in order, and true about the defaults."""

import importlib
import re

import pydantic_settings
import pytest

from tests.house.source import ROOT

EXAMPLE = ROOT / ".env.example"
# A variable, switched off or not: `NAME=value` or `# NAME=value`.
VARIABLE = re.compile(r"^(?:# ?)?([A-Z][A-Z0-9_]*)=", re.MULTILINE)

SettingsClass = type[pydantic_settings.BaseSettings]


@pytest.fixture
def settings() -> SettingsClass:
    """The class that reads the environment: `bot.settings.Settings`."""
    found: SettingsClass = importlib.import_module("bot.settings").Settings
    return found


def variable(settings: SettingsClass, name: str) -> str:
    """The environment variable behind a field."""
    alias = settings.model_fields[name].validation_alias
    return alias if isinstance(alias, str) else f"{settings.model_config.get('env_prefix', '')}{name}".upper()


def test_the_example_names_every_setting_in_order(settings: SettingsClass) -> None:
    named = VARIABLE.findall(EXAMPLE.read_text("utf-8"))
    assert named == [variable(settings, name) for name in settings.model_fields]


def test_copying_the_example_changes_nothing(settings: SettingsClass) -> None:
    assert settings(_env_file=EXAMPLE) == settings(_env_file=None)
