"""A fake Discord and a server on it; every request of the bot is checked against what Discord describes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.discord.bakery import Bakery
from tests.discord.openapi import validate_all
from tests.fakes.discord.server import FakeDiscord


@pytest.fixture
async def bakery(tmp_path: Path) -> AsyncIterator[Bakery]:
    async with FakeDiscord() as fake:
        yield Bakery(fake, tmp_path)
        assert validate_all(fake.requests) == []
