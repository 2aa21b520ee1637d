"""The app's Home: what each person has to do, as the core says it, drawn anew whenever something was done there."""

import asyncio
import time
from datetime import UTC, datetime
from functools import partial
from typing import Any

import structlog

from adapters.slack.asked import HOME
from adapters.slack.parts import Parts
from adapters.slack.responder import BLOCKS
from adapters.slack.turns import Turns
from bot.ports import DoorShut, Gone, Responder, Transient, Typed
from bot.vocabulary.replies import Form, Reply

COMMAND = "queue"
"""What is shown: the answer to this command."""

WAITS = (1.0, 5.0, 20.0)
"""Seconds until it is tried again."""

log = structlog.get_logger(__name__)


class Home:
    """Shows it. For one person after the other, or an older one might be shown last."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._turns = Turns()

    async def show(self, member: str) -> None:
        key = self._parts.key
        async with self._turns.turn(member):
            asked = Typed(key, f"home:{member}:{time.time_ns()}", member, COMMAND, "", datetime.now(UTC))
            await self._parts.core.act(asked, HomeResponder(self._parts, member))


class HomeResponder(Responder):
    """Puts the answer on one person's Home."""

    def __init__(self, parts: Parts, member: str) -> None:
        self._parts = parts
        self._member = member

    async def defer(self) -> None:
        """What is there stays until something else takes its place."""

    async def respond(self, reply: Reply, *, private: bool) -> None:
        if isinstance(reply, Form):
            return
        drawn = self._parts.platform.painter.draw(self._parts.key, reply)
        view = {"type": "home", "private_metadata": HOME, "blocks": list(drawn.blocks[:BLOCKS])}
        try:
            await self._publish(view)
        except (DoorShut, Gone, Transient) as error:
            log.warning("slack.not_opened", exc_info=error)

    async def _publish(self, view: dict[str, Any]) -> None:
        """Not at the first attempt only: many look at it at once in the morning. Raises as `Web.call` does."""
        publish = partial(self._parts.office.web.call, "views.publish", user_id=self._member, view=view)
        for wait in WAITS:
            try:
                await publish()
            except Transient as error:
                await asyncio.sleep(max(wait, error.retry_after or 0.0))
            else:
                return
        await publish()
