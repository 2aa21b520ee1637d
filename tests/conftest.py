"""What every test can ask for: each fixture lives in a file of tests/fixtures named after it."""

import os
from hashlib import sha256

import pytest

# The fixtures import each other, in whatever order: their assertions explain themselves all the same.
pytest.register_assert_rewrite("tests.fixtures")

LONGEST = ("tests/kill/test_killed", "tests/contract/")

pytest_plugins = [
    "tests.fixtures.setup",
    "tests.fixtures.logs",
    "tests.fixtures.browser",
    "tests.fixtures.postgres",
    "tests.fixtures.databases",
    "tests.fixtures.towns",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run side by side, files that wait stand beside files that reckon, and the longest come first."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=_turn)


def _turn(item: pytest.Item) -> tuple[int, str]:
    file = item.nodeid.partition("::")[0]
    longest = next((place for place, folder in enumerate(LONGEST) if file.startswith(folder)), len(LONGEST))
    return longest, sha256(file.encode()).hexdigest()
