"""The time of promises where people live: it is the time it is."""

from datetime import UTC, datetime

from bot.ports import Clock


class SystemClock(Clock):
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)
