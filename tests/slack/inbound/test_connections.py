"""Socket Mode: connections that break, and a process that stops."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import StartError
from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import COMPLAINT, PING, Bakery, opened
from tests.slack.referee import problems


@pytest.fixture
async def bakery(tmp_path: Path) -> AsyncIterator[Bakery]:
    async with FakeSlack() as fake:
        fake.limits.off()
        fake.settings.ack_seconds = 0.5
        fake.settings.ping_seconds = PING
        yield Bakery(fake, tmp_path, "socket")
        assert problems(fake.requests) == []


async def complains(bakery: Bakery) -> None:
    """Somebody complains, and is heard."""
    said = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
    await bakery.world.hears(bakery.support, "#", thread_ts=said)


@pytest.mark.parametrize("how", ["cut", "half_open", "refresh"])
@pytest.mark.parametrize("number", [1, None], ids=["one", "both"])
async def test_a_connection_that_breaks_is_made_anew(bakery: Bakery, how: str, number: int | None) -> None:
    await bakery.set_up()
    async with opened(bakery) as server:
        before = list(bakery.fake.socket.connected)
        getattr(bakery.fake.socket, how)(number)
        await complains(bakery)
        broken = before[:number]

        def mended() -> bool:
            there = bakery.fake.socket.connected
            return len(there) >= 2 and not any(each in there for each in broken) and bool(server.hears())

        await eventually(mended, 20, "two connections")
        assert bakery.fake.delivery.lost == []


async def test_while_there_is_no_connection_it_is_known(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery) as server:
        await eventually(server.hears, 5, "a connection")
        bakery.fake.faults.refuse("apps.connections.open", "internal_error", times=None)
        bakery.fake.socket.cut()
        await eventually(lambda: server.hears() is False, 10, "the loss to be noticed")
        bakery.fake.faults.clear()
        await eventually(server.hears, 20, "a connection again")
        await complains(bakery)


async def test_a_wrong_token_is_explained(bakery: Bakery) -> None:
    await bakery.set_up()
    bakery.fake.faults.refuse("apps.connections.open", "invalid_auth")
    with pytest.raises(StartError, match="SLACK_APP_TOKEN"):
        async with opened(bakery):
            pass
    bakery.fake.faults.refuse("auth.test", "invalid_auth")
    with pytest.raises(StartError, match="SLACK_BOT_TOKEN"):
        async with opened(bakery):
            pass
