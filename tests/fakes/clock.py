"""The time of promises, as a test sets it."""

from datetime import UTC, datetime, timedelta

from bot.ports import Clock

MONDAY_NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class FixedClock(Clock):
    """Stands still until it is moved, in whichever direction."""

    def __init__(self, now: datetime = MONDAY_NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move(self, **time: float) -> datetime:
        """On by so much (`days=3`), or back (`days=-3`); what time it is then."""
        self._now += timedelta(**time)
        return self._now
