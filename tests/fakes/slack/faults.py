"""Faults that tests order: before a call is looked at, after it was carried out, and on the way of events.

    fake.faults.before("chat.postMessage", 503)              # nothing happened, answers 503
    fake.faults.after("chat.postMessage", 500)               # it happened, answers 500
    fake.faults.after("chat.postMessage", CUT)               # it happened, the connection is cut
    fake.faults.refuse("chat.postMessage", "is_archived")    # ok: false with that error
    fake.faults.storm("chat.postMessage", retry_after=1, times=5)      # 429s
    fake.faults.slow("conversations.replies", 0.5)
    hold = fake.faults.hold_after("chat.postMessage")        # it happened, nobody is told until release
    await hold.reached(); process.kill(); hold.release()
    fake.faults.outage(5.0)                                  # everything answers 503; how="refuse" cuts
    fake.faults.revoke_token(); fake.faults.restore_token()
    fake.faults.lose_acks(0.1, seed=1)                       # so many acknowledgements never reach Slack
    fake.faults.deliver_twice(0.1, seed=1)                   # so many events are sent again although acknowledged
    fake.faults.delay_events(0.3, seed=1)                    # each comes up to so much later, in any order

Methods are Slack's names, and "response_url" and "upload"; ANY is all. Each fault hits `times` calls, None for all
until `clear()`; `where` narrows it to calls it returns True for.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.discord.faults import ANY, CUT, Hold
from tests.fakes.slack.journal import Request

__all__ = ["ANY", "CUT", "Fault", "Faults", "Hold"]


@dataclass(eq=False)
class Fault:
    """One thing that goes wrong: a status (CUT for no answer at all), an error, a pause, a hold."""

    method: str
    status: int | None = None
    error: str | None = None
    after: bool = False
    retry_after: int | None = None
    pause: float = 0.0
    hold: Hold | None = None
    left: int | None = 1
    where: Callable[[Request], bool] = field(default=lambda _request: True)
    hits: int = 0

    def takes(self, request: Request, *, after: bool) -> bool:
        """Whether this fault hits a call now; counts it if so."""
        fits = self.after == after and self.method in (ANY, request.method) and self.left != 0
        if not fits or not self.where(request):
            return False
        self.hits += 1
        if self.left is not None:
            self.left -= 1
        return True


class Share:
    """Says yes to a share of what is asked, the same way each time for a seed. `hits` counts."""

    def __init__(self, share: float, seed: int) -> None:
        self._share = share
        self._random = random.Random(seed)
        self.hits = 0

    def takes(self) -> bool:
        """Whether this one is hit."""
        hit = self._random.random() < self._share
        self.hits += hit
        return hit


class Faults:
    """The faults on order, and the outage if there is one."""

    def __init__(self) -> None:
        self.revoked: str | None = None
        self.acks = Share(0.0, 0)
        self.doubles = Share(0.0, 0)
        self._ordered: list[Fault] = []
        self._down_until = 0.0
        self._how = "503"
        self._longest = 0.0
        self._chance = random.Random(0)

    def order(self, fault: Fault) -> Fault:
        """Add a fault made by hand."""
        self._ordered.append(fault)
        return fault

    def before(self, method: str, status: int = 503, *, times: int | None = 1) -> Fault:
        """Answer with a status, or CUT, and do nothing."""
        return self.order(Fault(method, status, left=times))

    def after(self, method: str, status: int = 500, *, times: int | None = 1) -> Fault:
        """Do it, then answer with a status or CUT."""
        return self.order(Fault(method, status, after=True, left=times))

    def refuse(self, method: str, error: str, *, times: int | None = 1) -> Fault:
        """Answer with an error of Slack's and do nothing."""
        return self.order(Fault(method, error=error, left=times))

    def storm(self, method: str, retry_after: int = 1, *, times: int | None = 5) -> Fault:
        """Answer 429 with that many seconds to wait."""
        return self.order(Fault(method, 429, retry_after=retry_after, left=times))

    def slow(self, method: str, seconds: float, *, times: int | None = None) -> Fault:
        """Take that long before doing anything."""
        return self.order(Fault(method, pause=seconds, left=times))

    def hold_before(self, method: str, *, times: int | None = 1) -> Hold:
        """Do nothing until it is released."""
        return self._hold(method, after=False, times=times)

    def hold_after(self, method: str, *, times: int | None = 1) -> Hold:
        """Do it at once, and answer only when it is released."""
        return self._hold(method, after=True, times=times)

    def _hold(self, method: str, *, after: bool, times: int | None) -> Hold:
        hold = Hold()
        self.order(Fault(method, after=after, hold=hold, left=times))
        return hold

    def outage(self, seconds: float, how: str = "503") -> None:
        """Nothing of the API works for so long: "503" answers, "refuse" cuts every connection."""
        self._down_until, self._how = time.monotonic() + seconds, how

    @property
    def down(self) -> str | None:
        """How the API is down right now, or None."""
        return self._how if time.monotonic() < self._down_until else None

    def revoke_token(self, error: str = "token_revoked") -> None:
        """The bot token is worth nothing any more: token_revoked, account_inactive, invalid_auth."""
        self.revoked = error

    def restore_token(self) -> None:
        """The app was installed again, with the same token."""
        self.revoked = None

    def lose_acks(self, share: float, seed: int = 0) -> Share:
        """A share of acknowledgements never reaches Slack, which then sends events again."""
        self.acks = Share(share, seed)
        return self.acks

    def deliver_twice(self, share: float, seed: int = 0) -> Share:
        """A share of events is sent again although it was acknowledged."""
        self.doubles = Share(share, seed)
        return self.doubles

    def delay_events(self, longest: float, seed: int = 0) -> None:
        """Every event comes up to so many seconds later, each by itself: Slack promises no order."""
        self._longest, self._chance = longest, random.Random(seed)

    def delay(self) -> float:
        """Seconds by which the next event comes later."""
        return self._chance.uniform(0.0, self._longest) if self._longest else 0.0

    def clear(self) -> None:
        """Everything works again."""
        for fault in self._ordered:
            if fault.hold is not None:
                fault.hold.release()
        self._ordered.clear()
        self._down_until = 0.0
        self.revoked = None
        self.acks, self.doubles = Share(0.0, 0), Share(0.0, 0)
        self._longest = 0.0

    def hitting(self, request: Request, *, after: bool) -> Fault | None:
        """The fault that hits a call now, if there is one."""
        return next((fault for fault in self._ordered if fault.takes(request, after=after)), None)
