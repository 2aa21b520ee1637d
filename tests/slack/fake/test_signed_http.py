"""Signed requests, their retries, and those that Slack would never send, against Bolt's own check."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from aiohttp import web

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Channel, User
from tests.fakes.slack.server import FakeSlack
from tests.slack.fake.conftest import Ear, by_http

EVENT = {"type": "event_callback", "event": {"type": "message", "text": "Let me in"}}


@contextlib.asynccontextmanager
async def _at_home(
    fake: FakeSlack, serve: Callable[[web.Request], Awaitable[web.Response]]
) -> AsyncIterator[None]:
    """An address that answers as told."""
    app = web.Application()
    app.router.add_post("/", serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fake.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/")
        yield
    finally:
        await runner.cleanup()


async def test_a_good_signature_is_let_in_and_others_are_not(fake: FakeSlack) -> None:
    ear = Ear(fake)
    async with by_http(fake, ear):
        assert await fake.http.verifies()
        assert await fake.http.sends(EVENT, {}) == 200
        assert await fake.http.sends_badly_signed(EVENT) == 401
        assert await fake.http.sends_unsigned(EVENT) == 401
        assert await fake.http.sends_stale(EVENT) == 401
        assert [body["type"] for body in ear.bodies] == ["event_callback"]


async def test_bolt_stumbles_over_garbage(fake: FakeSlack) -> None:
    """Why the adapter looks at the headers first: of these Bolt makes an error of the server's."""
    ear = Ear(fake)
    async with by_http(fake, ear):
        assert await fake.http.sends_garbage_timestamp(EVENT) == 500
        assert await fake.http.sends_strange_signature(EVENT) == 500
        assert ear.bodies == []


async def test_what_is_not_answered_with_200_comes_again(
    fake: FakeSlack, support: Channel, max_: User
) -> None:
    tries: list[tuple[str | None, str | None]] = []
    answers = iter([500, 302, 200])

    async def serve(request: web.Request) -> web.Response:
        tries.append((request.headers.get("X-Slack-Retry-Num"), request.headers.get("X-Slack-Retry-Reason")))
        return web.Response(status=next(answers))

    async with _at_home(fake, serve):
        fake.world.posts(max_, support, "Hello?")
        await fake.delivered()
    assert tries == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert fake.delivery.lost == []


async def test_too_slow_an_answer_is_none(fake: FakeSlack, support: Channel, max_: User) -> None:
    reasons: list[str | None] = []

    async def serve(request: web.Request) -> web.Response:
        reasons.append(request.headers.get("X-Slack-Retry-Reason"))
        if len(reasons) < 3:
            await asyncio.sleep(0.6)
        return web.Response()

    fake.settings.ack_seconds = 0.3
    async with _at_home(fake, serve):
        fake.world.posts(max_, support, "Hello?")
        await fake.delivered()
    assert reasons == [None, "http_timeout", "http_timeout"]


async def test_who_wants_no_retry_gets_none(fake: FakeSlack, support: Channel, max_: User) -> None:
    async def serve(_request: web.Request) -> web.Response:
        return web.Response(status=500, headers={"X-Slack-No-Retry": "1"})

    async with _at_home(fake, serve):
        fake.world.posts(max_, support, "Hello?")
        await fake.delivered()
    assert len(fake.delivery.attempts) == len(fake.delivery.lost) == 1


async def test_events_wait_until_somebody_is_at_home(fake: FakeSlack, support: Channel, max_: User) -> None:
    way = fake.deliver_to("http://127.0.0.1:9/slack/events")
    fake.world.posts(max_, support, "Hello?")
    command = fake.world.slash(max_, support, "/ombud")
    await eventually(lambda: command.failed == "connection_failed", 5.0)
    ear = Ear(fake)
    async with by_http(fake, ear) as url:
        way.url = url
        await ear.hears("message")
