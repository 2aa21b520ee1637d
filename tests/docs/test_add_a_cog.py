"""Whoever follows docs/add-a-cog.md to the letter has a cog that works."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.following import checks, copied, follow, passes, run
from tests.house.source import ROOT

DOCUMENT = "add-a-cog.md"
# What a new cog can forget: a version of the schema, a sentence in some language, a register of it.
CONVENTIONS = (
    "tests/durable/test_migrations.py",
    "tests/language/test_complete.py",
    "tests/language/test_used_keys.py",
)
pytestmark = pytest.mark.timeout(600)

MIGRATION = re.compile(r"^\.venv/bin/python -m (bot\.durable\.migrations) NNNN (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the cog in it, and its migration written."""
    house = copied(tmp_path_factory.mktemp("docs"))
    follow(DOCUMENT, house)
    told = MIGRATION.search((ROOT / "docs" / DOCUMENT).read_text("utf-8"))
    assert told is not None
    run(house, told[1], next_number(house), *told[2].split())
    return house


def next_number(house: Path) -> str:
    """The number after the last version's."""
    versions = house / "bot" / "durable" / "migrations" / "versions"
    return f"{max(int(path.name[:4]) for path in versions.glob('[0-9]*.py')) + 1:04}"


def test_it_does_what_its_scenarios_say_and_forgets_nothing(house: Path) -> None:
    passes(house, ["tests/scenarios/test_reminders.py", *CONVENTIONS])


@pytest.mark.skipif(find_spec("mypy") is None, reason="the tools of `make check` are not installed")
def test_it_is_formatted_linted_and_typed(house: Path) -> None:
    checks(house, "cogs/reminders", "tests/scenarios/test_reminders.py")
