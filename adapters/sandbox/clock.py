"""The community's clock: real time plus every leap somebody made on the page."""

from datetime import datetime, timedelta

from adapters.sandbox.world import World
from bot.ports import Clock


class SandboxClock(Clock):
    """Reads the world's time, and moves it on; it never goes back."""

    def __init__(self, world: World) -> None:
        self._world = world

    def now(self) -> datetime:
        return self._world.now()

    async def advance(self, leap: timedelta) -> None:
        """Move the clock on; whoever does so has the core tick next. Raises Refused for a leap back."""
        await self._world.advance(leap)
