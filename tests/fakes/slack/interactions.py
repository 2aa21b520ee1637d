"""One interaction: what somebody did, what the app was told, and what came of it so far."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Channel, Json, Message, User, View

COMMAND, ACTIONS, SUBMISSION = "command", "block_actions", "view_submission"
ENVELOPES = {COMMAND: "slash_commands"}
"""How Socket Mode calls what is not `interactive`."""


@dataclass(eq=False)
class Interaction:
    """A command, click, shortcut, form or completion on its way; `answer()` and the like wait for the app.

    `kind` is Slack's type of payload, and `command` for slash commands. What Slack shows somebody when the app did
    not acknowledge in time is `failed`.
    """

    kind: str
    user: User
    payload: Json
    channel: Channel | None = None
    message: Message | None = None
    view: View | None = None
    token: str = ""
    born: float = field(default_factory=time.monotonic)
    since: str = ""
    acknowledged_after: float | None = None
    ack: Any = None
    failed: str | None = None
    trigger_used: bool = False
    responses: list[Message] = field(default_factory=list)
    uses_of_url: int = 0
    opened: View | None = None
    options: list[Json] | None = None
    ephemerals: Callable[[], list[Message]] = field(default=list)
    home: Callable[[], View | None] = field(default=lambda: None)

    @property
    def trigger_id(self) -> str:
        """What a form is opened with; empty where there is none."""
        return str(self.payload.get("trigger_id", ""))

    @property
    def response_url(self) -> str:
        """Where answers may be posted; empty where there is none."""
        return str(self.payload.get("response_url", ""))

    @property
    def age(self) -> float:
        """Seconds since it happened."""
        return time.monotonic() - self.born

    @property
    def messages(self) -> list[Message]:
        """What the person was shown as an answer: by response_url and acknowledgement, and ephemerals since then."""
        shown = {each.ts: each for each in (*self.responses, *self.ephemerals()) if not each.deleted}
        return [shown[ts] for ts in sorted(shown)]

    @property
    def says(self) -> list[str]:
        """The words of those."""
        return [each.says for each in self.messages]

    @property
    def errors(self) -> dict[str, str]:
        """What a form was sent back with, by block_id."""
        return self.view.errors if self.view is not None else {}

    async def acknowledged(self, seconds: float = 5.0) -> float:
        """Seconds until the app acknowledged it; AssertionError when Slack gave up before."""
        await eventually(self._decided, seconds, f"an acknowledgement of {self.kind}")
        assert self.acknowledged_after is not None, f"{self.kind} failed: {self.failed}"
        return self.acknowledged_after

    def _decided(self) -> bool:
        return self.acknowledged_after is not None or self.failed is not None

    async def answer(self, seconds: float = 10.0) -> Message:
        """The first message the person was shown."""

        def look() -> Message | None:
            return next(iter(self.messages), None)

        return await eventually(look, seconds, f"an answer to {self.kind}")

    async def form(self, seconds: float = 5.0) -> View:
        """The modal the app opened."""
        return await eventually(lambda: self.opened, seconds, f"a form after {self.kind}")

    async def suggestions(self, seconds: float = 5.0) -> list[Json]:
        """The options offered while somebody types in an external select."""
        await eventually(lambda: self.options is not None, seconds, "options")
        return self.options or []

    async def home_shown(self, seconds: float = 5.0) -> View:
        """The home that was published since."""
        return await eventually(self.home, seconds, "a home")
