"""One call of the Web API as its handler sees it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack.journal import Request
from tests.fakes.slack.model import Json, User
from tests.fakes.slack.problems import Refused, invalid_arguments
from tests.fakes.slack.world import World


@dataclass(slots=True)
class Settings:
    """What tests may change about how strict or patient the server is; all times in seconds.

    `retries` are the pauses before an event that was not acknowledged is sent again: 0, 60 and 300 at Slack, shorter
    here. `patience` is how long events wait while nobody is connected, or an address refuses connections.
    """

    ack_seconds: float = 3.0
    retries: Sequence[float] = (0.0, 0.1, 0.3)
    patience: float = 360.0
    trigger_seconds: float = 3.0
    url_seconds: float = 30 * 60.0
    url_uses: int = 5
    ping_seconds: float = 5.0
    connections: int = 10
    page: int = 100
    keeps_requests: bool = True


@dataclass(slots=True)
class Call:
    """World and arguments of a call. The caller is the bot, unless somebody has lent the app a token: `lent_by`."""

    world: World
    settings: Settings
    request: Request
    base: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    lent_by: User | None = None

    @property
    def arguments(self) -> Json:
        """What was sent."""
        return self.request.arguments

    @property
    def bot(self) -> User:
        """Who calls."""
        return self.world.bot

    def need(self, name: str, error: str = "") -> Any:
        """An argument that must be there: an error of its own, or Slack's general one."""
        value = self.arguments.get(name)
        if value in (None, ""):
            raise Refused(error) if error else invalid_arguments(f"missing required field: {name}")
        return value

    def text(self, name: str) -> str:
        """An argument as words; empty if it is not there."""
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str, usual: bool = False) -> bool:
        """An argument that is a boolean, however it travelled."""
        value = self.arguments.get(name, usual)
        return value in (True, 1, "1", "true", "True")

    def objects(self, name: str) -> list[Json]:
        """An argument that is a list of objects."""
        value = self.arguments.get(name) or []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise Refused(f"invalid_{name}_format")
        return value

    def page(self, everything: Sequence[Any], usual: int = 0, most: int = 1000) -> tuple[list[Any], str]:
        """A page by `limit` and `cursor`, and the cursor of the next; empty if that was the last."""
        limit = int(self.arguments.get("limit") or usual or self.settings.page)
        if not 1 <= limit <= most:
            raise Refused("invalid_limit")
        cursor = self.text("cursor")
        if cursor and not cursor.startswith("page:"):
            raise Refused("invalid_cursor")
        start = int(cursor.removeprefix("page:").rstrip("=") or 0)
        more = start + limit < len(everything)
        return list(everything[start : start + limit]), f"page:{start + limit}=" if more else ""

    def paged(self, key: str, everything: Sequence[Any], usual: int = 0, most: int = 1000) -> Json:
        """The answer with a page under a name."""
        found, cursor = self.page(everything, usual, most)
        return {key: found, "response_metadata": {"next_cursor": cursor}}


Handler = Callable[[Call], Awaitable[Json]]
