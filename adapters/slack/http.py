"""HTTP mode: Slack's requests at an address of ours, each with a signature that only Slack can make."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.errors import StartError

PATH = "/slack/events"
"""For events, commands and interactions alike."""

LARGEST = 1024 * 1024
"""Bytes of a request; Slack's are far smaller."""

STOPS = 5.0
"""Seconds in which requests that came in are still answered."""


class HttpServer:
    """Listens as long as `listening` lasts. Behind a proxy it stays on loopback, which is where TLS ends."""

    def __init__(self, app: AsyncApp, signing_secret: str, host: str, port: int) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret)
        self._host, self._port = host, port

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Raises StartError for a port that is taken."""
        application = web.Application(client_max_size=LARGEST)
        application.router.add_post(PATH, self._heard)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=STOPS)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as error:
            await runner.cleanup()
            raise StartError(
                f"Slack can't be listened to on {self._host}:{self._port} ({error.strerror}). "
                "Stop what uses it, or change SLACK_HTTP_PORT or SLACK_HTTP_HOST."
            ) from error
        try:
            yield
        finally:
            await runner.cleanup()

    async def _heard(self, request: web.Request) -> web.Response:
        body = await request.read()
        if not signed(self._verifier, body, request.headers):
            return web.Response(status=401)
        try:
            asked = AsyncBoltRequest(
                body=body.decode(), query=request.query_string, headers=dict(request.headers)
            )
        except ValueError:
            return web.Response(status=400)
        return await to_aiohttp_response(await self._app.async_dispatch(asked))


def signed(verifier: SignatureVerifier, body: bytes, headers: Mapping[str, str]) -> bool:
    """Whether Slack sent this, and lately. The library raises where a header is no number, or not ASCII."""
    try:
        return verifier.is_valid_request(body, dict(headers))
    except (ValueError, TypeError, OverflowError):
        return False
