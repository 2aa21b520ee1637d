"""The core with fakes on the other side of every port."""

from collections.abc import Iterator

import pytest
import structlog

from bot.telemetry import start_logging


@pytest.fixture(autouse=True)
def logging() -> Iterator[None]:
    """As in a running process: an error's trace, not its values."""
    start_logging("warning", as_json=False)
    yield
    structlog.reset_defaults()
