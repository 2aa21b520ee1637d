"""A fake Slack for everything in here; what the app sent is held against Slack's descriptions at the end."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.referee import problems


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    """An empty workspace; the test fails if the app sent what Slack does not describe."""
    async with FakeSlack() as fake:
        yield fake
        assert problems(fake.requests) == []
