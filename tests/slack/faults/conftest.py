"""A workspace that acknowledges everything, which the bot knows as it is installed from the manifest."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.slack.communities import DOORS
from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import PING, Bakery
from tests.slack.referee import manifest, problems

LOUD = {"acks_in_10_minutes": 60, "acks_an_hour": 60, "doors": DOORS}


@pytest.fixture
async def loud(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bakery]:
    """Slack waits a second for an acknowledgement and limits nothing; the way there is "socket" unless told."""
    app = manifest()
    assert app is not None
    async with FakeSlack() as fake:
        fake.limits.off()
        fake.settings.ack_seconds = 1.0
        fake.settings.retries = (0.0, 0.5, 5.0)
        fake.settings.ping_seconds = PING
        bakery = Bakery(fake, tmp_path, getattr(request, "param", "socket"))
        await bakery.set_up(**LOUD)
        fake.install(app)
        yield bakery
        assert problems(fake.requests) == []
