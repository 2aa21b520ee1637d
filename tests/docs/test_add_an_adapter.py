"""Whoever follows docs/add-an-adapter.md to the letter has an adapter that works."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.following import checks, copied, follow, passes

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the adapter in it."""
    house = copied(tmp_path_factory.mktemp("docs"))
    follow("add-an-adapter.md", house)
    return house


def test_it_keeps_what_the_port_promises_and_carries_the_loop(house: Path) -> None:
    passes(house, ["tests/folder", "tests/house/test_habits.py"])


@pytest.mark.skipif(find_spec("mypy") is None, reason="the tools of `make check` are not installed")
def test_it_is_formatted_linted_and_typed(house: Path) -> None:
    checks(house, "adapters/folder", "tests/folder")
