"""Stops asking where the answer is always no: whoever goes on is shut out (by Discord after 10,000 in ten minutes)."""

from collections.abc import Iterator
from contextlib import contextmanager

from cachetools import TTLCache

from bot.ports import DoorShut

REFUSALS = 3
PAUSE = 300.0
"""Seconds that a channel is left alone after so many refusals in a row."""

CHANNELS = 4096
OF_PERMISSIONS = frozenset({"missing_access", "missing_permission"})


class Breaker:
    """Counts, for each channel, how often in a row a permission was missing."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._refused: TTLCache[str, int] = TTLCache(CHANNELS, pause)

    @contextmanager
    def watching(self, channel: str) -> Iterator[None]:
        """A request to this channel. Raises DoorShut at once where it was refused too often."""
        refused = self._refused.get(channel, 0)
        if refused >= REFUSALS:
            raise DoorShut("missing_permission")
        try:
            yield
        except DoorShut as shut:
            if str(shut) in OF_PERMISSIONS:
                self._refused[channel] = refused + 1
            raise
        self._refused.pop(channel, None)
