"""Rate limits: a bucket per route and major parameter, the global one, and the count of invalid requests.

Discord does not publish its numbers; these are what its headers said in recent years. `fake.limits.set` changes one,
`fake.limits.off` lifts them all, for benchmarks that measure something else.
"""

import hashlib
import time
from collections import deque
from dataclasses import dataclass

MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token")
DEFAULT = (50, 1.0)
KNOWN: dict[str, tuple[int, float]] = {
    "POST /channels/{channel_id}/messages": (5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": (5, 5.0),
    "DELETE /channels/{channel_id}/messages/{message_id}": (5, 1.0),
    "GET /channels/{channel_id}/messages": (5, 1.0),
    "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me": (1, 0.25),
    "PATCH /channels/{channel_id}": (5, 15.0),
    "POST /channels/{channel_id}/threads": (50, 300.0),
    "POST /channels/{channel_id}/messages/{message_id}/threads": (50, 300.0),
    "POST /users/@me/channels": (10, 10.0),
    "POST /webhooks/{webhook_id}/{webhook_token}": (5, 2.0),
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}": (5, 2.0),
    "PUT /applications/{application_id}/commands": (5, 20.0),
    "GET /guilds/{guild_id}/members/search": (10, 10.0),
}
UNLIMITED = ("POST /interactions/{interaction_id}/{interaction_token}/callback",)
NOT_GLOBAL = ("/interactions/", "/webhooks/")
INVALID_SECONDS = 600.0


@dataclass(slots=True)
class Window:
    """One bucket in its present window."""

    limit: int
    seconds: float
    began: float = 0.0
    used: int = 0

    def take(self, now: float) -> bool:
        """Use one request of the window; False if none is left in it."""
        if now >= self.began + self.seconds:
            self.began, self.used = now, 0
        if self.used >= self.limit:
            return False
        self.used += 1
        return True

    def left(self, now: float) -> float:
        """Seconds until the window begins anew."""
        return max(0.001, self.began + self.seconds - now)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A 429 to be answered."""

    retry_after: float
    is_global: bool = False
    scope: str = "user"


class Limits:
    """What of a bot's pace Discord would not take. `invalid` are the moments of its 401s, 403s and 429s."""

    def __init__(self, *, per_second: int = 50, invalid_allowed: int = 10_000) -> None:
        self.per_second = per_second
        self.invalid_allowed = invalid_allowed
        self.invalid: deque[float] = deque()
        self.refused: list[str] = []
        self._off = False
        self._numbers = dict(KNOWN)
        self._windows: dict[str, Window] = {}
        self._second = Window(per_second, 1.0)

    def set(self, route: str, limit: int, seconds: float) -> None:
        """A route takes that many requests in that many seconds per channel, guild or webhook."""
        self._numbers[route] = (limit, seconds)
        self._windows = {
            key: window for key, window in self._windows.items() if not key.startswith(f"{route}:")
        }

    def off(self) -> None:
        """No limits at all from now on; headers say so with large numbers."""
        self._off = True

    def count_invalid(self) -> None:
        """Note a 401, 403 or 429 that was answered."""
        self.invalid.append(time.monotonic())

    @property
    def banned(self) -> bool:
        """Whether the bot's address would be blocked: too many invalid requests in ten minutes."""
        now = time.monotonic()
        while self.invalid and now - self.invalid[0] > INVALID_SECONDS:
            self.invalid.popleft()
        return len(self.invalid) >= self.invalid_allowed

    def take(self, route: str, major: dict[str, str]) -> tuple[Refusal | None, dict[str, str]]:
        """Count a request; a refusal if it is too many, and the headers that go with the answer."""
        if route in UNLIMITED:
            return None, {}
        now = time.monotonic()
        key = f"{route}:{'+'.join(major.get(name, '') for name in MAJOR)}"
        window = self._windows.get(key)
        if window is None:
            numbers = (1_000_000, 1.0) if self._off else self._numbers.get(route, DEFAULT)
            window = self._windows[key] = Window(*numbers)
        if self._off and window.limit < 1_000_000:
            window.limit = 1_000_000
        self._second.limit = 1_000_000 if self._off else self.per_second
        exempt = any(part in route for part in NOT_GLOBAL)
        if not exempt and not self._second.take(now):
            self.refused.append(f"global {route}")
            return Refusal(self._second.left(now), is_global=True, scope="global"), {}
        taken = window.take(now)
        if not taken:
            self.refused.append(route)
        return None if taken else Refusal(window.left(now)), headers(route, window, now)


def headers(route: str, window: Window, now: float) -> dict[str, str]:
    """The headers that tell of a bucket."""
    return {
        "X-RateLimit-Limit": str(window.limit),
        "X-RateLimit-Remaining": str(window.limit - window.used),
        "X-RateLimit-Reset": f"{time.time() + window.left(now):.3f}",
        "X-RateLimit-Reset-After": f"{window.left(now):.3f}",
        "X-RateLimit-Bucket": hashlib.md5(route.encode(), usedforsecurity=False).hexdigest(),
    }
