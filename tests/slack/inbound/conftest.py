"""The bakery, over one transport and then the other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import PING, Bakery
from tests.slack.referee import problems


@pytest.fixture(params=["socket", "http"])
async def bakery(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bakery]:
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with FakeSlack() as fake:
        fake.limits.off()
        fake.settings.ack_seconds = 1.0
        fake.settings.ping_seconds = PING
        yield Bakery(fake, tmp_path, request.param)
        assert problems(fake.requests) == []
