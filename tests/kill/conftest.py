"""Lets a test say at the end of the run how often it killed, and what came of it."""

from collections.abc import Callable

import pytest

Tell = Callable[[str], None]

TOLD = pytest.StashKey[list[str]]()


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Tell:
    """Adds a line to the summary of the run."""
    return pytestconfig.stash.setdefault(TOLD, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if lines := config.stash.get(TOLD, []):
        terminalreporter.section("killed")
        for line in lines:
            terminalreporter.write_line(line)
