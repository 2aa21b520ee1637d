"""A story told to the program by people who are not disturbed by its deaths: they look again, and go on.

Whoever finds that what they did had no effect does it again, once the program has come to rest. What the
community shows already is not said a second time.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import aiohttp

from tests.kill.ledger import Ledger, pass_time, problems, resting
from tests.kill.page import PATIENCE, Died, Page
from tests.kill.process import Process
from tests.kill.runner import Order, passed


@dataclass(frozen=True, slots=True)
class Death:
    """How one process is to die: at the `nth` time of a moment, or `seconds` after a step began; else it lives.

    A step that the last death disturbed begins with the start of the process, any other with what is done in
    it. The community's clock goes on for `away` until the next process is started.
    """

    moment: str | None = None
    nth: int = 1
    seconds: float | None = None
    step: int = 0
    away: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done, and how its effect is seen."""

    name: str
    do: Callable[[], Awaitable[None]]
    seen: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Story:
    """What people do, in order, and how it ends on both sides."""

    people: Sequence[str]
    steps: Callable[[Mapping[str, Page]], Sequence[Step]]
    ending: Ledger


@dataclass(frozen=True, slots=True)
class Kill:
    """A death that came: the last moment before it, and the step of the story it came in."""

    moment: str
    during: str


class Walk:
    """One story in one folder, from the first line to rest, through the deaths in turn.

    After those each life ends at a moment out of `each`, whichever comes first, and each moment ends only one.
    """

    def __init__(
        self, story: Story, order: Order, deaths: Iterable[Death] = (), each: frozenset[str] = frozenset()
    ) -> None:
        self.kills: list[Kill] = []
        self.steps = 0
        """How many were begun."""
        self.during = "nothing"
        """The name of the last of them."""
        self._story, self._order, self._deaths, self._each = story, order, iter(deaths), each
        self._heard = asyncio.Event()
        self._pages = {person: Page(person, self._heard) for person in story.people}
        self._death = Death()
        self._process: Process | None = None
        self._killer: asyncio.Task[None] | None = None

    async def tell(self) -> Sequence[str]:
        """Every step until its effect is seen, then until nothing is left to do; what is wrong in the end."""
        async with aiohttp.ClientSession() as session:
            try:
                for step in self._story.steps(self._pages):
                    self.steps, self.during = self.steps + 1, step.name
                    await self._survive(session, partial(self._take, step))
                await self._survive(session, self._rest)
            finally:
                code = await self._end()
        assert code == 0, f"the program ended with {code}"
        return problems(self._order, self._story.ending)

    async def _survive(self, session: aiohttp.ClientSession, act: Callable[[], Awaitable[None]]) -> None:
        """Act, and again in the next life if the program dies meanwhile."""
        while True:
            try:
                await self._live(session)
                return await act()
            except Died:
                await self._bury()

    async def _take(self, step: Step) -> None:
        if not step.seen():
            await self._rest()
        if not step.seen():
            await step.do()
        await self._until(step.seen)

    async def _rest(self) -> None:
        """Wait until nothing is under way, and every page shows it."""
        async with asyncio.timeout(PATIENCE):
            while not resting(self._order):
                await self._until(lambda: True)
                await asyncio.sleep(0.01)
        for page in self._pages.values():
            await page.catches_up()

    async def _until(self, seen: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                self._heard.clear()
                if any(page.lost for page in self._pages.values()):
                    raise Died
                if seen():
                    return
                await self._heard.wait()

    async def _live(self, session: aiohttp.ClientSession) -> None:
        process = self._process
        if process is None:
            self._death = next(self._deaths, Death())
            self._order.moments.unlink(missing_ok=True)
            deadly = frozenset({self._death.moment}) if self._death.moment else self._each
            self._order = replace(self._order, deadly=deadly, nth=self._death.nth)
            process = self._process = Process(self._order)
        if self._killer is None and self._death.seconds is not None and self.steps > self._death.step:
            self._killer = asyncio.create_task(self._kill(process, self._death.seconds))
        if all(page.lost for page in self._pages.values()):
            url = await process.url()
            for page in self._pages.values():
                await page.open(session, url)

    async def _kill(self, process: Process, seconds: float) -> None:
        await asyncio.sleep(seconds)
        process.kill()

    async def _bury(self) -> None:
        *_, last = "the start", *passed(self._order)
        code = await self._end()
        assert code == -signal.SIGKILL, f"the program ended with {code}"
        deadly = self._order.deadly
        assert last in deadly or not deadly, f"it died after {last}, not at {', '.join(deadly)}"
        self._each -= {last}
        self.kills.append(Kill(last, self.during))
        if self._death.away:
            pass_time(self._order, self._death.away)

    async def _end(self) -> int | None:
        if self._killer is not None:
            self._killer.cancel()
        for page in self._pages.values():
            await page.close()
        process, self._process, self._killer = self._process, None, None
        return await process.end() if process else None
