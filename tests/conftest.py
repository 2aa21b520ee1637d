"""What every test can ask for: each fixture lives in a file of tests/fixtures named after it."""

import pytest

# The fixtures import each other, in whatever order: their assertions explain themselves all the same.
pytest.register_assert_rewrite("tests.fixtures")

pytest_plugins = [
    "tests.fixtures.setup",
    "tests.fixtures.logs",
    "tests.fixtures.browser",
    "tests.fixtures.postgres",
    "tests.fixtures.databases",
    "tests.fixtures.towns",
]
