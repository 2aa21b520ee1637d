"""Performs one errand of the outbox through the port. Never raises: whatever happens becomes an outcome."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

import structlog

from bot.carrying import Carrier
from bot.catalogue.declare import NotYet
from bot.community import Community
from bot.context import Context
from bot.durable.claims import ATTEMPTS, Errand, Outcome, still_ours
from bot.durable.outbox import Effect, State, View
from bot.durable.views import Shown, Views
from bot.house import House
from bot.infractions import removing
from bot.infractions.model import Refused, Removal
from bot.measures import permitted
from bot.opening import opening_of
from bot.ports import Destination, DoorShut, Gone, Opening, Platform, Queued, Transient
from bot.telemetry import new_reference
from bot.vocabulary.codec import from_json, to_json
from bot.vocabulary.places import (
    ManagersRoom,
    MessageRef,
    Place,
    Public,
    Room,
    StaffRoom,
    Team,
    parse_place,
)
from bot.vocabulary.replies import Fields, Link, Message, Paragraph, Part, Row, Run, Runs

NOT_YET = 0.25
LONGEST_NOT_YET = 2.0
LONGEST_PAUSE = 60.0
LONGEST_CALL = 45.0
"""Less than a lease: who hangs longer must not be overtaken by the next attempt."""
MISTAKES = 3

Aim = Destination | Opening
Result = TypeVar("Result")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Trip:
    """One errand, and whom it concerns."""

    errand: Errand
    community: Community
    platform: Platform
    place: Place


class Sender:
    """Turns errands into calls of the port."""

    def __init__(self, house: House, patience: float = LONGEST_CALL) -> None:
        self._house = house
        self._patience = patience
        self._carrier = Carrier()

    async def perform(self, errand: Errand) -> Outcome:
        """Do it, and say what became of it."""
        if errand.expires_at is not None and errand.expires_at < datetime.now(UTC):
            return Outcome(errand, State.EXPIRED)
        community = await self._house.community_with_id(errand.community_id)
        adapter = self._house.adapters.get(community.platform)
        if adapter is None:
            return Outcome(
                errand, State.WAITING, reason="not_connected", again_after=LONGEST_PAUSE, counted=False
            )
        trip = _Trip(errand, community, adapter.platform, parse_place(errand.place))
        try:
            async with asyncio.timeout(self._patience):
                return await self._attempt(trip)
        except NotYet:
            return Outcome(errand, State.WAITING, again_after=_in_a_while(errand), counted=False)
        except Queued as error:
            return Outcome(
                errand,
                State.WAITING,
                reason="queued",
                again_after=error.retry_after or NOT_YET,
                counted=False,
            )
        except (Transient, TimeoutError) as error:
            return _again(trip, getattr(error, "retry_after", None))
        except DoorShut as error:
            return Outcome(errand, State.SHUT, reason=str(error))
        except (Gone, Refused) as error:
            reason = error.code.value if isinstance(error, Refused) else "gone"
            return Outcome(errand, State.GONE, reason=reason)
        except Exception as error:  # an edge: one poisonous row must not stop the relay
            return _broken(errand, error)

    async def _attempt(self, trip: _Trip) -> Outcome:
        """All that is to be known is read at one moment, right before the platform is called."""
        async with self._house.database.reading() as tx:
            if not await still_ours(tx, trip.errand):
                raise Transient("the lease was lost")
            call = await self._prepared(self._house.context(tx, trip.community), trip)
        return await call()

    async def _prepared(self, ctx: Context, trip: _Trip) -> Callable[[], Awaitable[Outcome]]:
        match trip.errand.effect:
            case Effect.SAY:
                message = await _linked(ctx, from_json(Message, trip.errand.payload))
                return partial(self._say, trip, message, await _aim(ctx, trip.place))
            case Effect.SHOW:
                return await self._prepared_view(ctx, trip)
            case Effect.HIDE:
                return partial(self._hide, trip, await _shown(ctx, trip))
            case Effect.REACT:
                return partial(self._react, trip)
            case Effect.PIN:
                return partial(self._pin, trip)
            case Effect.REMOVE:
                return partial(self._remove, trip, await permitted(ctx, trip.errand.payload["subject"]))

    async def _prepared_view(self, ctx: Context, trip: _Trip) -> Callable[[], Awaitable[Outcome]]:
        view = _view(trip.errand)
        shown = await _shown(ctx, trip) or Shown(None, None, 0)
        message: Message | None = await self._house.catalogue.view(view.name)(ctx, view.subject)
        if message is None:
            return partial(self._hide, trip, shown)
        where = shown.message or await _aim(ctx, trip.place)
        message = await _linked(ctx, message)
        if isinstance(where, MessageRef):
            return partial(self._show_again, trip, shown, where, message)
        return partial(self._post, trip, shown.posting, message, where)

    async def _say(self, trip: _Trip, message: Message, aim: Aim) -> Outcome:
        to = await self._there(trip, aim)
        sent, lost = await self._carried(
            trip, message, lambda whole: trip.platform.send(trip.community.key, to, whole, trip.errand.key)
        )
        return Outcome(trip.errand, State.DELIVERED, sent, lost=lost)

    async def _carried(
        self, trip: _Trip, message: Message, send: Callable[[Message], Awaitable[Result]]
    ) -> tuple[Result, tuple[str, ...]]:
        """What came of sending the message with its files, and the names of those that are not with it."""
        largest = trip.community.settings.file_mb * 1_000_000
        return await self._carrier.carry(
            trip.platform,
            trip.community.key,
            message,
            send,
            largest=min(largest, trip.platform.largest_file),
            attempts=trip.errand.attempts,
            waited=datetime.now(UTC) - trip.errand.created_at,
        )

    async def _show_again(self, trip: _Trip, shown: Shown, old: MessageRef, message: Message) -> Outcome:
        """Change what is shown; if somebody took it away it is posted anew."""
        looks = _hash(message)
        if shown.hash == looks and not trip.errand.repeated:
            return Outcome(trip.errand, State.DELIVERED, old, shown=looks)
        try:
            _, lost = await self._carried(
                trip, message, lambda whole: trip.platform.edit(trip.community.key, old, whole)
            )
        except Gone:
            async with self._house.database.reading() as tx:
                aim = await _aim(self._house.context(tx, trip.community), trip.place)
            return await self._post(trip, shown.posting + 1, message, aim)
        return Outcome(trip.errand, State.DELIVERED, old, shown=looks, lost=lost)

    async def _post(self, trip: _Trip, posting: int, message: Message, aim: Aim) -> Outcome:
        to, view = await self._there(trip, aim), _view(trip.errand)
        key = f"{trip.community.id}:view:{view.name}:{view.subject}:{trip.errand.place}:{posting}"

        async def post(whole: Message) -> MessageRef:
            sent = await trip.platform.send(trip.community.key, to, whole, key)
            if trip.errand.repeated:
                # It may be what an earlier attempt posted, and show what was true then.
                with suppress(Gone):
                    await trip.platform.edit(trip.community.key, sent, whole)
            return sent

        sent, lost = await self._carried(trip, message, post)
        return Outcome(trip.errand, State.DELIVERED, sent, shown=_hash(message), lost=lost)

    async def _hide(self, trip: _Trip, shown: Shown | None) -> Outcome:
        if shown and shown.message:
            await trip.platform.retract(trip.community.key, shown.message)
        return Outcome(trip.errand, State.DELIVERED)

    async def _react(self, trip: _Trip) -> Outcome:
        payload = trip.errand.payload
        message = MessageRef(payload["channel"], payload["message"])
        await trip.platform.react(trip.community.key, message, payload["emoji"])
        return Outcome(trip.errand, State.DELIVERED, message)

    async def _pin(self, trip: _Trip) -> Outcome:
        message = MessageRef(trip.errand.payload["channel"], trip.errand.payload["message"])
        await trip.platform.pin(trip.community.key, message)
        return Outcome(trip.errand, State.DELIVERED, message)

    async def _remove(self, trip: _Trip, removal: Removal) -> Outcome:
        try:
            await removing.remove(trip.platform, removal)
        except Gone:
            # Perhaps an earlier attempt of ours has removed it: its writer is told rather than not.
            if not trip.errand.repeated:
                raise
        return Outcome(trip.errand, State.DELIVERED)

    async def _there(self, trip: _Trip, aim: Aim) -> Destination:
        """The platform's channel of the errand's place; opened first if it has to be."""
        if isinstance(aim, Destination):
            return aim
        channel = await trip.platform.open(trip.community.key, aim)
        # At once: whoever is let in may write before we have said our first word.
        async with self._house.database.transaction("places.open") as tx:
            await self._house.context(tx, trip.community).settle_in(trip.place, channel)
        return Destination(channel)


async def _aim(ctx: Context, place: Place) -> Aim:
    """Where the place is, or how it is opened."""
    match place:
        case Public(MessageRef(channel, message)):
            return Destination(channel, reply_to=message)
        case Room(channel):
            return Destination(channel)
        case StaffRoom():
            room = ctx.community.settings.staff_room
            if room is None:
                raise DoorShut("no_staff_room")
            return Destination(room)
        case ManagersRoom():
            managers = ctx.community.settings.managers_room
            if managers is None:
                raise DoorShut("no_managers_room")
            return Destination(managers)
        case Team():
            team = await ctx.places.channel_of(place)
            if team is None:
                raise DoorShut("no_team_channel")
            return Destination(team)
    known = await ctx.places.channel_of(place)
    return Destination(known) if known is not None else await opening_of(ctx, place)


async def _shown(ctx: Context, trip: _Trip) -> Shown | None:
    return await Views(ctx.tx, trip.community.id).find(trip.place, _view(trip.errand))


async def _linked(ctx: Context, message: Message) -> Message:
    """The message with the channels of its links filled in; a link to a place not open yet has none."""
    return replace(message, parts=tuple([await _linked_part(ctx, part) for part in message.parts]))


async def _linked_part(ctx: Context, part: Part) -> Part:
    match part:
        case Paragraph(runs):
            return Paragraph(await _linked_runs(ctx, runs))
        case Fields(rows):
            return Fields(tuple([Row(row.label, await _linked_runs(ctx, row.value)) for row in rows]))
    return part


async def _linked_runs(ctx: Context, runs: Runs) -> Runs:
    return tuple([await _linked_run(ctx, run) for run in runs])


async def _linked_run(ctx: Context, run: Run) -> Run:
    if isinstance(run, Link) and run.place is not None:
        return replace(run, channel=await ctx.places.channel_of(run.place))
    return run


def _view(errand: Errand) -> View:
    return View(errand.payload["name"], errand.payload["subject"])


def _hash(message: Message) -> str:
    return hashlib.sha256(json.dumps(to_json(Message, message), sort_keys=True).encode()).hexdigest()


def _in_a_while(errand: Errand) -> float:
    """What has waited long for another row may wait a little longer: the way is jammed."""
    waited = (datetime.now(UTC) - errand.created_at).total_seconds()
    return min(max(NOT_YET, waited / 4), LONGEST_NOT_YET)


def _again(trip: _Trip, retry_after: float | None) -> Outcome:
    """An outage, however long, leaves some of the attempts for mistakes."""
    errand = trip.errand
    pause = retry_after or min(2.0**errand.attempts / 2, LONGEST_PAUSE)
    counted = errand.attempts < ATTEMPTS - MISTAKES
    return Outcome(errand, State.WAITING, None, "transient", pause, counted)


def _broken(errand: Errand, error: Exception) -> Outcome:
    reference = new_reference()
    log.error(
        "outbox.failed", reference=reference, effect=errand.effect, attempt=errand.attempts, exc_info=error
    )
    if errand.attempts + 1 >= ATTEMPTS:
        return Outcome(errand, State.DEAD, reason=f"error {reference}")
    again = min(2.0**errand.attempts / 2, LONGEST_PAUSE)
    return Outcome(errand, State.WAITING, reason=f"error {reference}", again_after=again)
