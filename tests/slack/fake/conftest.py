"""An unmodified Bolt app on the fake Slack, by Socket Mode and by HTTP."""

import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Channel, User
from tests.fakes.slack.server import FakeSlack
from tests.slack.referee import strange_answers

Json = dict[str, Any]
PING = 0.2
ANYTHING = re.compile(".*")


class Ear:
    """An app that notes what it hears, acknowledges everything, and does what a test `did` give it for the rest."""

    def __init__(self, fake: FakeSlack) -> None:
        self.client = AsyncWebClient(fake.bot_token, base_url=fake.api_url)
        self.app = AsyncApp(
            client=self.client, signing_secret=fake.signing_secret, ignoring_self_events_enabled=False
        )
        self.heard: list[Json] = []
        self.bodies: list[Json] = []
        self.headers: list[dict[str, Any]] = []
        self.acks: dict[str, Any] = {}
        self.work: Callable[[Json], Awaitable[object]] | None = None
        self.app.use(self._note)
        self.app.event(ANYTHING)(_nothing)
        for listen in (self.app.command, self.app.action, self.app.shortcut, self.app.view):
            listen(ANYTHING)(self._acknowledge)
        self.app.options(ANYTHING)(self._acknowledge)

    async def _note(self, body: Json, req: Any, next: Callable[[], Awaitable[None]]) -> None:  # noqa: A002
        self.bodies.append(body)
        self.headers.append(req.headers)
        if "event" in body:
            self.heard.append(body["event"])
        await next()

    async def _acknowledge(self, ack: Any, body: Json) -> None:
        kind = "command" if "command" in body else body["type"]
        answer = self.acks.get(kind)
        await (ack() if answer is None else ack(**answer))
        if self.work is not None:
            await self.work(body)

    @property
    def words(self) -> list[str]:
        """What the messages of people it heard say."""
        return [
            each.get("text", "") for each in self.heard if each["type"] == "message" and "bot_id" not in each
        ]

    async def hears(self, kind: str, subtype: str | None = None, seconds: float = 5.0) -> Json:
        """The newest event of a kind as soon as there is one."""

        def look() -> Json | None:
            fits = [each for each in self.heard if (each["type"], each.get("subtype")) == (kind, subtype)]
            return fits[-1] if fits else None

        return await eventually(look, seconds, f"{kind} to be heard")


async def _nothing() -> None:
    """Heard is enough."""


@contextlib.asynccontextmanager
async def by_socket(fake: FakeSlack, ear: Ear, connections: int = 1) -> AsyncIterator[list[Any]]:
    """The app, connected so many times."""
    handlers = [
        AsyncSocketModeHandler(ear.app, fake.app_token, ping_interval=PING) for _ in range(connections)
    ]
    try:
        for each in handlers:
            await each.connect_async()  # type: ignore[no-untyped-call]  # the SDK's
        await fake.ready(connections)
        yield handlers
    finally:
        for each in handlers:
            await each.close_async()  # type: ignore[no-untyped-call]


@contextlib.asynccontextmanager
async def by_http(fake: FakeSlack, ear: Ear) -> AsyncIterator[str]:
    """The app behind an address of its own."""

    async def serve(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await ear.app.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.router.add_post("/slack/events", serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        fake.deliver_to(url)
        yield url
    finally:
        await runner.cleanup()


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeSlack]:
    """The workspace, with less patience than Slack's own."""
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with FakeSlack() as fake:
        fake.settings.ack_seconds = 0.5
        fake.settings.ping_seconds = PING
        yield fake
        assert strange_answers(fake.requests) == [], "the fake answers what Slack would not"


@pytest.fixture
def max_(fake: FakeSlack) -> User:
    return fake.world.add_user("Max")


@pytest.fixture
def daria(fake: FakeSlack) -> User:
    return fake.world.add_user("Daria", admin=True, locale="ro-RO")


@pytest.fixture
def support(fake: FakeSlack, max_: User, daria: User) -> Channel:
    return fake.world.add_channel("support", max_, daria)


@pytest.fixture
def client(fake: FakeSlack) -> AsyncWebClient:
    """The SDK's client, alone."""
    return AsyncWebClient(fake.bot_token, base_url=fake.api_url)


@pytest.fixture(params=["socket", "http"])
async def ear(request: pytest.FixtureRequest, fake: FakeSlack, support: Channel) -> AsyncIterator[Ear]:
    """The app, over one transport and then the other."""
    made = Ear(fake)
    async with by_socket(fake, made) if request.param == "socket" else by_http(fake, made):
        yield made
