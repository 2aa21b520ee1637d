"""How much Slack takes: each method's tier a minute, and about one message a second and channel, with a burst.

Slack publishes least numbers; a bucket of a minute's calls that fills evenly is what they are taken for here.
`fake.limits.off()` lifts them all, `fake.limits.on()` sets them again, `fake.limits.set` changes one.
"""

import math
import time
from dataclasses import dataclass

TIERS = {"t1": 1, "t2": 20, "t3": 50, "t4": 100}
OF_METHOD = {
    **dict.fromkeys(
        (
            *("conversations.create", "conversations.list", "conversations.archive", "conversations.rename"),
            *("conversations.setTopic", "users.list", "usergroups.list", "usergroups.users.list"),
            *("pins.add", "pins.remove", "reactions.remove"),
        ),
        "t2",
    ),
    **dict.fromkeys(
        (
            *("chat.update", "chat.delete", "conversations.open", "conversations.invite"),
            *("conversations.info", "conversations.history", "conversations.replies", "conversations.join"),
            *("conversations.kick", "conversations.leave", "users.conversations", "reactions.add"),
            *("team.info", "bots.info", "apps.connections.open", "files.delete"),
        ),
        "t3",
    ),
}
MESSAGES = "chat.postMessage"
BURST = 5


@dataclass(slots=True)
class Bucket:
    """Holds `size` calls and gets `rate` a second back."""

    size: float
    rate: float
    left: float
    at: float

    def take(self, now: float) -> float:
        """Use one call and return 0, or return the seconds until there is one."""
        self.left = min(self.size, self.left + (now - self.at) * self.rate)
        self.at = now
        if self.left >= 1:
            self.left -= 1
            return 0.0
        return (1 - self.left) / self.rate


class Limits:
    """What of an app's pace Slack would not take; `refused` names the methods it was too fast for."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._on = True
        self._numbers: dict[str, tuple[float, float]] = {}
        self._buckets: dict[tuple[str, str], Bucket] = {}

    def off(self) -> None:
        """No limits from now on."""
        self._on = False

    def on(self) -> None:
        """The limits count, with full buckets."""
        self._on = True
        self._buckets.clear()

    def set(self, method: str, burst: float, a_second: float) -> None:
        """A method takes that many calls at once and gets so many a second back; messages count per channel."""
        self._numbers[method] = (burst, a_second)
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if key[0] != method}

    def take(self, method: str, channel: str = "") -> int:
        """Count a call: 0, or the whole seconds to wait that a 429 tells."""
        if not self._on:
            return 0
        now = time.monotonic()
        key = (method, channel if method == MESSAGES else "")
        if (bucket := self._buckets.get(key)) is None:
            size, rate = self._numbers.get(method) or _usual(method)
            bucket = self._buckets[key] = Bucket(size, rate, size, now)
        wait = bucket.take(now)
        if wait:
            self.refused.append(method)
        return math.ceil(wait)


def _usual(method: str) -> tuple[float, float]:
    if method == MESSAGES:
        return BURST, 1.0
    if method in ("auth.test", "chat.getPermalink", "response_url", "upload"):
        return 600, 10.0
    number = TIERS[OF_METHOD.get(method, "t4")]
    return number, number / 60
