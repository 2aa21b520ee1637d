"""What every open page of the sandbox shares."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field

from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.guard import Guard
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.world import World
from bot.core import Core
from bot.inspection import Inspector
from bot.language import Translations


@dataclass(frozen=True, slots=True)
class Yard:
    """The world, the core on the other side, and the tasks that pages started."""

    world: World
    platform: SandboxPlatform
    core: Core
    inspector: Inspector
    translations: Translations
    clock: SandboxClock
    guard: Guard
    ticking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def start(self, doing: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do this in the background, behind the guard."""
        task = asyncio.create_task(self._guarded(doing, work), name=doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Let go of what still runs."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _guarded(self, doing: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
        async with self.guard.edge(doing):
            await work()
