"""Socket Mode: two connections, so that one is there while the other is replaced, and a watch over both.

The SDK connects again by itself when a connection breaks. What it does not manage in good time is begun anew here.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import aiohttp
import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.common.guard import Guard
from adapters.slack.app import silent

CONNECTIONS = 2
PING = 3.0
"""Seconds between two pings: a cut connection is noticed after one, a silent one after four."""

LOOK = 0.5
"""Seconds between two looks at a connection."""

DEAD = 10.0
"""Seconds for which a connection may be away, or being made, before another is begun."""

CLOSES = 2.0
"""Seconds in which the other side may say goodbye."""

LONGEST_WAIT = 30.0
"""Seconds between two attempts, at most; the first wait is one second, then it doubles."""

log = structlog.get_logger(__name__)


class Sockets:
    """Connected as long as `connected` lasts; `alive` is how many connections are there now."""

    def __init__(
        self, app: AsyncApp, client: AsyncWebClient, app_token: str, guard: Guard, ping: float = PING
    ) -> None:
        self._app = app
        self._client = client
        self._app_token = app_token
        self._guard = guard
        self._ping = ping
        self._alive: set[int] = set()

    @property
    def alive(self) -> int:
        return len(self._alive)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(self._keep(number)) for number in range(CONNECTIONS)]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep(self, number: int) -> None:
        """One connection after the other, for ever."""
        wait = 1.0
        while True:
            began = time.monotonic()
            await self._guard.succeeds("connection", partial(self._while_it_lives, number))
            wait = 1.0 if time.monotonic() - began > LONGEST_WAIT else min(wait * 2, LONGEST_WAIT)
            log.warning("slack.connection_lost", connection=number, seconds=wait)
            await asyncio.sleep(wait)

    async def _while_it_lives(self, number: int) -> None:
        handler = AsyncSocketModeHandler(
            self._app,
            self._app_token,
            logger=silent(),
            web_client=self._client,
            ping_interval=self._ping,
        )
        # It would take the environment's, also for an address on this machine.
        handler.client.proxy = self._client.proxy
        try:
            # It tries for ever, with the address it was given first, which is good for one connection.
            async with asyncio.timeout(DEAD):
                await handler.client.connect()  # type: ignore[no-untyped-call]
            await self._watch(number, handler)
        except TimeoutError:
            return
        finally:
            self._alive.discard(number)
            await _closed(handler)

    async def _watch(self, number: int, handler: AsyncSocketModeHandler) -> None:
        """Return when it has been dead for too long."""
        seen = time.monotonic()
        while time.monotonic() - seen < DEAD:
            if await handler.client.is_connected():
                seen = time.monotonic()
                if number not in self._alive:
                    log.info("slack.connected", connection=number)
                    self._alive.add(number)
            else:
                self._alive.discard(number)
            await asyncio.sleep(LOOK)


async def _closed(handler: AsyncSocketModeHandler) -> None:
    """Also where nobody answers any more."""
    with contextlib.suppress(aiohttp.ClientError, OSError, TimeoutError):
        async with asyncio.timeout(CLOSES):
            await handler.client.close()  # type: ignore[no-untyped-call]
