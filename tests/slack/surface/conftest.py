"""The bakery, over Socket Mode: what is offered does not depend on how Slack reaches us."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import PING, Bakery
from tests.slack.referee import problems


@pytest.fixture
async def bakery(tmp_path: Path) -> AsyncIterator[Bakery]:
    async with FakeSlack() as fake:
        fake.limits.off()
        fake.settings.ping_seconds = PING
        yield Bakery(fake, tmp_path, "socket")
        assert problems(fake.requests) == []
