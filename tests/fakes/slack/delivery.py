"""How events and interactions reach the app: sent, sent again, given up; over whichever transport is on."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from tests.fakes.slack import scopes
from tests.fakes.slack.acting import VERIFICATION
from tests.fakes.slack.calls import Settings
from tests.fakes.slack.faults import Faults
from tests.fakes.slack.interactions import ENVELOPES, Interaction
from tests.fakes.slack.model import Json
from tests.fakes.slack.problems import Refused
from tests.fakes.slack.responses import acknowledged
from tests.fakes.slack.state import Event
from tests.fakes.slack.world import World

SEEN_WITHOUT_JOINING = frozenset(
    {"channel_archive", "channel_unarchive", "channel_rename", "channel_deleted", "channel_created"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt: acknowledged with a payload, or why not."""

    ok: bool
    payload: Any = None
    reason: str = ""
    retried: bool = True


class Transport(Protocol):
    """A way to the app. `kind` is what Socket Mode calls an envelope; `patient` waits until somebody is there."""

    async def send(
        self, kind: str, payload: Json, attempt: int, reason: str, *, patient: bool
    ) -> Outcome: ...


@dataclass(slots=True)
class Sent:
    """One attempt to deliver something, for tests to look at."""

    kind: str
    payload: Json
    attempt: int
    reason: str
    outcome: Outcome | None = None
    took: float = 0.0


class Delivery:
    """Takes from the world what the app should hear of. `lost` are events given up, `attempts` all that was sent."""

    def __init__(self, world: World, settings: Settings, faults: Faults, transport: Transport) -> None:
        self.transport = transport
        self.events: frozenset[str] | None = None
        self.granted: frozenset[str] = scopes.EVERY
        self.lost: list[Json] = []
        self.attempts: list[Sent] = []
        self.crashes: list[Exception] = []
        self.paused = False
        self._world = world
        self._settings = settings
        self._faults = faults
        self._tasks: set[asyncio.Task[None]] = set()
        self._dammed: list[Callable[[], Awaitable[None]]] = []
        world.listeners.append(self._hear)
        world.hands.append(self._take)

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way."""
        return not self._tasks

    def release(self) -> None:
        """What happened while `paused` is sent now, in order."""
        self.paused = False
        for each in self._dammed:
            self._start(each)
        self._dammed.clear()

    def deliver(self, event: Json, *, shared: bool = False) -> Json:
        """Send any event whatever, as Slack would wrap it; the wrapping, for sending it again."""
        body = self._wrapped(event, shared=shared)
        self._start(lambda: self._send_event(body))
        return body

    def again(self, body: Json) -> None:
        """Send an event a second time, as it is."""
        self._start(lambda: self._send_event(body))

    async def stop(self) -> None:
        """Nothing more is sent."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _hear(self, event: Event) -> None:
        if self._hears(event):
            shared = event.channel is not None and event.channel.shared
            body = self._wrapped(event.data, shared=shared)
            self._start(lambda: self._send_event(body))

    def _hears(self, event: Event) -> bool:
        if self.events is not None and event.subscription not in self.events:
            return False
        needed = scopes.OF_EVENT.get(event.subscription, ())
        if needed and not self.granted & set(needed):
            return False
        inside = event.channel is None or self._world.bot.id in event.channel.members
        return inside or event.subscription in SEEN_WITHOUT_JOINING

    def _take(self, one: Interaction) -> None:
        self._start(lambda: self._send_interaction(one))

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        if self.paused:
            self._dammed.append(work)
            return
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            # A world that is built before there is a loop has nobody who listens.
            return
        task = asyncio.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as crash:  # whatever goes wrong in here is the fake's own fault
            self.crashes.append(crash)

    def _wrapped(self, event: Json, *, shared: bool) -> Json:
        world = self._world
        authorization: Json = {"enterprise_id": None, "team_id": world.team, "user_id": world.bot.id}
        authorization |= {"is_bot": True, "is_enterprise_install": False}
        return {
            "token": VERIFICATION,
            "team_id": world.team,
            "context_team_id": world.team,
            "context_enterprise_id": None,
            "api_app_id": world.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": world.ids.next("Ev"),
            "event_time": int(world.stamps.now()),
            "authorizations": [authorization],
            "is_ext_shared_channel": shared,
            "event_context": "4-eyJldCI6Im1lc3NhZ2UifQ",
        }

    async def _send_event(self, body: Json) -> None:
        reason = ""
        if late := self._faults.delay():
            await asyncio.sleep(late)
        for attempt, pause in enumerate((0.0, *self._settings.retries)):
            if attempt and pause:
                await asyncio.sleep(pause)
            outcome = await self._attempt("events_api", body, attempt, reason, patient=True)
            if outcome.ok:
                if self._faults.doubles.takes():
                    await self._attempt("events_api", body, attempt + 1, "timeout", patient=True)
                return
            reason = outcome.reason
            if not outcome.retried:
                break
        self.lost.append(body)

    async def _send_interaction(self, one: Interaction) -> None:
        kind = ENVELOPES.get(one.kind, "interactive")
        outcome = await self._attempt(kind, one.payload, 0, "", patient=False)
        if not outcome.ok:
            one.failed = outcome.reason
            return
        try:
            acknowledged(self._world, one, outcome.payload)
        except Refused as refused:
            one.failed = refused.error

    async def _attempt(self, kind: str, body: Json, attempt: int, reason: str, *, patient: bool) -> Outcome:
        began = time.monotonic()
        noted = Sent(kind, body, attempt, reason)
        if self._settings.keeps_requests:
            self.attempts.append(noted)
        outcome = await self.transport.send(kind, body, attempt, reason, patient=patient)
        noted.outcome, noted.took = outcome, time.monotonic() - began
        if outcome.ok and self._faults.acks.takes():
            await asyncio.sleep(max(0.0, self._settings.ack_seconds - noted.took))
            noted.outcome = outcome = Outcome(False, reason="timeout")
        return outcome
