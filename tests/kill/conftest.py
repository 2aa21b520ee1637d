"""A campaign of a test's own, and a way to say at the end of the run what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.kill.campaign import Campaign

Tell = Callable[[str], None]

KILLED = "killed"


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Adds a line to the summary of the run, which other processes may have a part in."""
    return partial(record_property, KILLED)


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return Campaign(tmp_path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    lines = [value for report in reports for name, value in report.user_properties if name == KILLED]
    if lines:
        terminalreporter.section(KILLED)
        for line in lines:
            terminalreporter.write_line(str(line))
