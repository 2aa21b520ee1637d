"""Faults that tests order: before a request is looked at, or after it was carried out.

    fake.faults.before("POST /channels/{channel_id}/messages", 502)       # nothing happened, answers 502
    fake.faults.after("POST /channels/{channel_id}/threads", 502)         # it happened, answers 502
    fake.faults.after("POST /channels/{channel_id}/threads", CUT)         # it happened, the connection is cut
    fake.faults.forbid("POST /channels/{channel_id}/messages", 50013)     # as if the permission were missing
    fake.faults.too_many("POST /users/@me/channels", retry_after=0.3)
    hold = fake.faults.hold_after("POST /channels/{channel_id}/threads")  # it happened, nobody is told until release
    await hold.reached(); process.kill(); hold.release()
    fake.faults.outage(5.0)                 # everything answers 503 for 5 seconds; how="refuse" cuts connections

Routes are named as in Discord's description of its API; ANY is every route. Each fault hits `times` requests, None
for all until `fake.faults.clear()`; `where` narrows it to requests it returns True for.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.discord.journal import Request

CUT = 0
ANY = "*"


class Hold:
    """A request that waits: `reached` tells when one is there, `release` lets it and all others go on."""

    def __init__(self) -> None:
        self._reached = asyncio.Event()
        self._released = asyncio.Event()

    async def reached(self, seconds: float = 10.0) -> None:
        """Wait until a request is held."""
        async with asyncio.timeout(seconds):
            await self._reached.wait()

    def release(self) -> None:
        """Let go."""
        self._released.set()

    async def keep(self) -> None:
        """Called by the server: hold the request."""
        self._reached.set()
        await self._released.wait()


@dataclass(eq=False)
class Fault:
    """One thing that goes wrong: a status (CUT for no answer at all), a code, a pause, a hold."""

    route: str
    status: int | None = None
    code: int | None = None
    after: bool = False
    retry_after: float | None = None
    is_global: bool = False
    pause: float = 0.0
    hold: Hold | None = None
    left: int | None = 1
    where: Callable[[Request], bool] = field(default=lambda _request: True)
    hits: int = 0

    def takes(self, request: Request, *, after: bool) -> bool:
        """Whether this fault hits a request now; counts it if so."""
        fits = self.after == after and self.route in (ANY, request.route) and self.left != 0
        if not fits or not self.where(request):
            return False
        self.hits += 1
        if self.left is not None:
            self.left -= 1
        return True


class Faults:
    """The faults on order, and the outage if there is one."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []
        self._down_until = 0.0
        self._how = "503"

    def order(self, fault: Fault) -> Fault:
        """Add a fault made by hand."""
        self._ordered.append(fault)
        return fault

    def before(self, route: str, status: int = 502, *, times: int | None = 1) -> Fault:
        """Answer with a status, or CUT, and do nothing."""
        return self.order(Fault(route, status, left=times))

    def after(self, route: str, status: int = 502, *, times: int | None = 1) -> Fault:
        """Do it, then answer with a status or CUT."""
        return self.order(Fault(route, status, after=True, left=times))

    def forbid(self, route: str, code: int = 50013, *, times: int | None = 1) -> Fault:
        """Answer with one of Discord's codes, such as 50001, 50013 or 50007."""
        return self.order(Fault(route, code=code, left=times))

    def too_many(
        self, route: str, retry_after: float, *, is_global: bool = False, times: int | None = 1
    ) -> Fault:
        """Answer 429 with that many seconds to wait."""
        return self.order(Fault(route, 429, retry_after=retry_after, is_global=is_global, left=times))

    def slow(self, route: str, seconds: float, *, times: int | None = None) -> Fault:
        """Take that long before doing anything."""
        return self.order(Fault(route, pause=seconds, left=times))

    def hold_before(self, route: str, *, times: int | None = 1) -> Hold:
        """Do nothing until it is released."""
        return self._hold(route, after=False, times=times)

    def hold_after(self, route: str, *, times: int | None = 1) -> Hold:
        """Do it at once, and answer only when it is released."""
        return self._hold(route, after=True, times=times)

    def _hold(self, route: str, *, after: bool, times: int | None) -> Hold:
        hold = Hold()
        self.order(Fault(route, after=after, hold=hold, left=times))
        return hold

    def outage(self, seconds: float, how: str = "503") -> None:
        """Nothing of the API works for so long: "503" answers, "refuse" cuts every connection."""
        self._down_until, self._how = time.monotonic() + seconds, how

    @property
    def down(self) -> str | None:
        """How the API is down right now, or None."""
        return self._how if time.monotonic() < self._down_until else None

    def clear(self) -> None:
        """Everything works again."""
        for fault in self._ordered:
            if fault.hold is not None:
                fault.hold.release()
        self._ordered.clear()
        self._down_until = 0.0

    def hitting(self, request: Request, *, after: bool) -> Fault | None:
        """The fault that hits a request now, if there is one."""
        return next((fault for fault in self._ordered if fault.takes(request, after=after)), None)
