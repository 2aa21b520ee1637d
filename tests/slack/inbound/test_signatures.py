"""HTTP mode: whoever is not Slack is sent away."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest

from bot.errors import StartError
from bot.telemetry import start_logging
from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import COMPLAINT, Bakery, free_port, opened
from tests.slack.referee import problems


@pytest.fixture
async def bakery(tmp_path: Path) -> AsyncIterator[Bakery]:
    async with FakeSlack() as fake:
        fake.limits.off()
        yield Bakery(fake, tmp_path, "http")
        assert problems(fake.requests) == []


def said(bakery: Bakery) -> dict[str, object]:
    event = {
        "type": "message", "channel": bakery.support.id, "channel_type": "channel", "user": bakery.max.id,
        "ts": "1700000000.000100", "text": COMPLAINT,
    }  # fmt: skip
    return {"type": "event_callback", "event_id": "Ev1", "team_id": bakery.world.team, "event": event}


async def test_every_bad_signature_is_refused(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        http, body = bakery.fake.http, said(bakery)
        assert await http.sends_badly_signed(body) == 401
        assert await http.sends_unsigned(body) == 401
        assert await http.sends_stale(body) == 401
        assert await http.sends_garbage_timestamp(body) == 401
        assert await http.sends_strange_signature(body) == 401
        assert await http.sends(body, {"X-Slack-Request-Timestamp": "9" * 400}) == 401
        assert await http.sends(body, {"X-Slack-Request-Timestamp": None}) == 401
        await asyncio.sleep(0.3)
        assert bakery.cards() == []


async def test_slack_is_known_by_its_signature(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        assert await bakery.fake.http.verifies()
        assert await bakery.fake.http.sends(said(bakery), {}) == 200


async def test_what_is_no_request_of_slack_disturbs_nothing(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        http = bakery.fake.http
        broken = b"\xff\xfe not words"
        assert await http.post(broken, http.signed(broken)) in {400, 401}
        half = b'{"type": "event_callback"'
        json = http.signed(half) | {"Content-Type": "application/json"}
        assert await http.post(half, json) == 400
        bare = b'{"type": "event_callback"}'
        json = http.signed(bare) | {"Content-Type": "application/json"}
        assert await http.post(bare, json) == 500
        large = b"x" * (1024 * 1024 + 1)
        async with aiohttp.ClientSession() as session:
            answer = await session.post(http.url, data=BytesIO(large), headers=http.signed(large))
            assert answer.status == 413
        said_after = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", thread_ts=said_after)


async def test_nothing_else_is_served(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery), aiohttp.ClientSession() as session:
        url = bakery.fake.http.url
        async with session.get(url) as answer:
            assert answer.status == 405
        async with session.post(url.replace("/slack/events", "/")) as answer:
            assert answer.status == 404


async def test_a_port_that_is_taken_is_said_so(bakery: Bakery) -> None:
    await bakery.set_up()
    port = free_port()
    async with await asyncio.start_server(lambda *_: None, "127.0.0.1", port):
        with pytest.raises(StartError, match="SLACK_HTTP_PORT"):
            async with opened(bakery, port):
                pass


async def test_that_slack_withholds_events_is_told_in_the_log(
    bakery: Bakery, capsys: pytest.CaptureFixture[str]
) -> None:
    await bakery.set_up()
    async with opened(bakery):
        start_logging("error", as_json=False)
        told = {"type": "app_rate_limited", "team_id": bakery.world.team, "minute_rate_limited": 1518467820}
        assert await bakery.fake.http.sends(told, {}) == 200
    assert "slack.events_withheld" in capsys.readouterr().err
