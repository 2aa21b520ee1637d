"""The outbox relay: claims what may go out, has it performed side by side, settles the outcomes in groups.

A platform that is slow or down holds up only its own places.
"""

import asyncio
import contextlib
from dataclasses import replace
from datetime import UTC, datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.claims import ATTEMPTS, BATCH, Errand, Outcome, claim, next_wake, reclaim, settle
from bot.durable.engine import is_full
from bot.durable.outbox import Effect, State, View
from bot.durable.views import Shown, Views
from bot.errors import StorageFull
from bot.house import House
from bot.sending import Sender
from bot.telemetry import new_reference
from bot.vocabulary.places import parse_place
from bot.vocabulary.signals import EffectSettled

IDLE = 1.0
FULL_DISK_PAUSE = 2.0
SIDE_BY_SIDE = 32

log = structlog.get_logger(__name__)


class Relay:
    """Runs from `start` to `stop`; `wake` says that there may be something to send."""

    def __init__(self, house: House, wake: asyncio.Event) -> None:
        self._house = house
        self._sender = Sender(house)
        self._wake = wake
        self._done: list[Outcome] = []
        self._flights: set[asyncio.Task[None]] = set()
        self._runner: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take back what a crashed process had in flight, then run."""
        async with self._house.database.transaction("outbox.reclaim") as tx:
            await reclaim(tx, every=self._house.database.dialect == "sqlite")
        self._runner = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """What is in flight is let go; its leases run out, or are taken back at the next start."""
        tasks = [*self._flights, *([self._runner] if self._runner else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def sweep(self) -> None:
        """Rows whose lease ran out wait again."""
        async with self._house.database.transaction("outbox.sweep") as tx:
            if await reclaim(tx, every=False):
                self._wake.set()

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            try:
                settled = await self._settle()
                launched, soonest = await self._launch()
            except StorageFull:
                log.error("storage.full", what="outbox")
                await asyncio.sleep(FULL_DISK_PAUSE)
                continue
            except Exception as error:  # an edge: the relay goes on whatever happens
                log.error("relay.failed", reference=new_reference(), exc_info=error)
                await asyncio.sleep(IDLE)
                continue
            if not (settled or launched or self._done):
                await self._pause(soonest)

    async def _pause(self, soonest: datetime | None) -> None:
        """Until the next waiting row may be tried, or somebody says that there is another."""
        free = len(self._flights) < SIDE_BY_SIDE
        seconds = (soonest - datetime.now(UTC)).total_seconds() if soonest and free else IDLE
        # Not wait_for: in Python 3.11 it swallows a cancellation that comes with the event, and stop would hang.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(max(seconds, 0.05), IDLE)):
                await self._wake.wait()

    async def _launch(self) -> tuple[int, datetime | None]:
        """How many took off, and when the next may."""
        free = SIDE_BY_SIDE - len(self._flights)
        async with self._house.database.reading() as tx:
            soonest = await next_wake(tx)
        if free <= 0 or soonest is None or soonest > datetime.now(UTC):
            return 0, soonest
        async with self._house.database.transaction("outbox.claim") as tx:
            errands = await claim(tx, min(free, BATCH))
        for errand in errands:
            task = asyncio.create_task(self._fly(errand))
            self._flights.add(task)
            task.add_done_callback(self._flights.discard)
        return len(errands), soonest

    async def _fly(self, errand: Errand) -> None:
        self._done.append(await self._sender.perform(errand))
        self._wake.set()

    async def _settle(self) -> int:
        """Everything that came back since the last time, in one transaction."""
        group = self._done[:BATCH]
        if not group:
            return 0
        async with self._house.database.transaction("outbox.settle") as tx:
            for outcome in group:
                await self._settle_one(tx, outcome)
        del self._done[: len(group)]
        return len(group)

    async def _settle_one(self, tx: AsyncConnection, outcome: Outcome) -> None:
        errand = outcome.errand
        community = await self._house.community_with_id(errand.community_id)
        ctx = self._house.context(tx, community)
        place = parse_place(errand.place)
        known = await ctx.places.channel_of(place)
        if outcome.state is State.GONE and known is not None and errand.attempts < ATTEMPTS:
            # The place itself was taken away: it is opened anew at the next attempt.
            await ctx.places.forget(place)
            ctx.stir(known)
            outcome = replace(outcome, state=State.WAITING, again_after=0.5)
        if known is not None and await self._never_welcome(tx, outcome):
            # It let itself be opened, and then not a word in: the next way in is another place.
            await ctx.places.forget(place)
            ctx.stir(known)
        if not await settle(tx, outcome):
            return
        if outcome.state is not State.WAITING:
            await self._keep_view(tx, outcome)
            await self._tell(tx, outcome)

    async def _never_welcome(self, tx: AsyncConnection, outcome: Outcome) -> bool:
        """Whether the place is shut to the very first thing that was to be shown there."""
        errand = outcome.errand
        if outcome.state is not State.SHUT or errand.effect is not Effect.SHOW:
            return False
        view = View(errand.payload["name"], errand.payload["subject"])
        shown = await Views(tx, errand.community_id).find(parse_place(errand.place), view)
        return shown is None or shown.message is None

    async def _keep_view(self, tx: AsyncConnection, outcome: Outcome) -> None:
        errand = outcome.errand
        if errand.effect not in (Effect.SHOW, Effect.HIDE) or outcome.state is not State.DELIVERED:
            return
        views, place = Views(tx, errand.community_id), parse_place(errand.place)
        view = View(errand.payload["name"], errand.payload["subject"])
        before = await views.find(place, view)
        if outcome.message is None:
            # Taken down; if it is ever shown again, that is a new posting.
            if before is not None:
                await views.keep(place, view, Shown(None, None, before.posting + 1))
            return
        posting = before.posting if before else 0
        anew = before is not None and before.message not in (None, outcome.message)
        await views.keep(place, view, Shown(outcome.message, outcome.shown, posting + anew))

    async def _tell(self, tx: AsyncConnection, outcome: Outcome) -> None:
        """The features hear what became of it; one that fails must not undo the outcome."""
        errand = outcome.errand
        community = await self._house.community_with_id(errand.community_id)
        payload = errand.payload if isinstance(errand.payload, dict) else {}
        told = EffectSettled(
            community=community.id,
            key=errand.key.partition(":")[2],
            place=errand.place,
            effect=errand.effect,
            name=str(payload.get("name", "")),
            subject=int(payload.get("subject", 0)),
            case=errand.case_id,
            outcome=outcome.state,
            reason=outcome.reason,
            message=outcome.message,
            waited=(datetime.now(UTC) - errand.created_at).total_seconds(),
            lost=outcome.lost,
        )
        ctx = self._house.context(tx, community)
        try:
            async with tx.begin_nested():
                await ctx.dispatch(ctx, told)
        except Exception as error:  # an edge: see above
            if is_full(error):
                raise
            log.error("outcome.failed", reference=new_reference(), effect=errand.effect, exc_info=error)
