"""A campaign of a test's own, and a way to say at the end of the run what came of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kill.campaign import Campaign

Tell = Callable[[str], None]

TOLD = pytest.StashKey[list[str]]()


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Tell:
    """Adds a line to the summary of the run."""
    return pytestconfig.stash.setdefault(TOLD, []).append


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return Campaign(tmp_path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if lines := config.stash.get(TOLD, []):
        terminalreporter.section("killed")
        for line in lines:
            terminalreporter.write_line(line)
