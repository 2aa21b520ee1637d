"""The app's Home: what each person has to do, as the core says it, drawn anew whenever something was done there."""

import time
from datetime import UTC, datetime

from adapters.slack.asked import HOME
from adapters.slack.parts import Parts
from adapters.slack.responder import BLOCKS
from adapters.slack.turns import Turns
from bot.ports import Responder, Typed
from bot.vocabulary.replies import Form, Reply

COMMAND = "queue"
"""What is shown: the answer to this command."""


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
        await self._parts.office.web.call("views.publish", user_id=self._member, view=view)
