"""Whether the bot is still in every channel that it is to listen in: Slack doesn't always tell a bot that it is out.

Whoever removes it, or archives the channel, may not know that somebody relies on it; what is said there is not heard.
"""

import asyncio
from contextlib import suppress

import structlog

from adapters.slack.communities import Communities
from adapters.slack.limits import LARGE_PAGE
from adapters.slack.web import Web
from bot.core import Core
from bot.ports import PortError

FIRST, EVERY = 60.0, 3600.0
"""Seconds until the first look, and between two."""

CHANNELS = 10_000

NOT_HEARD = "slack.not_heard"
"""What staff are told."""

log = structlog.get_logger(__name__)


class Presence:
    def __init__(self, web: Web, communities: Communities, core: Core) -> None:
        self._web = web
        self._communities = communities
        self._core = core

    async def watch(self) -> None:
        """For ever."""
        await asyncio.sleep(FIRST)
        while True:
            with suppress(PortError):
                await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Once. Raises as `Web.call` does."""
        types, mine = "public_channel,private_channel", "users.conversations"
        listed = self._web.pages(
            mine, "channels", most=CHANNELS, page=LARGE_PAGE, types=types, exclude_archived=True
        )
        inside = {str(channel["id"]) async for channel in listed}
        outside = self._communities.watched - inside
        if outside:
            log.warning("slack.not_heard", channels=len(outside))
            await self._core.tell_staff(self._communities.key, NOT_HEARD)
