"""What an event is to us: who did it, where, what detection says of it, and whether any feature cares.

Everything here is asked before a transaction; nothing is written.
"""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community import Community
from bot.context import Context
from bot.detection import Assessment, assess
from bot.detection import Context as Around
from bot.durable import inbox
from bot.durable.places import Places
from bot.house import House
from bot.looking import Seen
from bot.recent import Recent, speaker
from bot.text import clean
from bot.vocabulary.events import Event, MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.people import Member
from bot.vocabulary.places import MemberDM, Place, parse_place, place_key


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the inbox keeps: the event and all that had to be asked before a transaction.

    `people` are the members that a command's words name, by argument.
    """

    event: Event
    actor: Member | None = None
    assessment: dict[str, Any] | None = None
    places: tuple[str, ...] = ()
    people: dict[str, Member] | None = None


class Sensing:
    """Looks at events. `note` is told of every message that was assessed."""

    def __init__(self, house: House, note: Callable[[Seen], None]) -> None:
        self._house = house
        self._note = note
        self._recent = Recent()

    async def look(
        self, community: Community, event: MessageEvent, tx: AsyncConnection | None = None
    ) -> Delivery | None:
        """What a handler needs to know of the event; None if it is nothing to us. Reads in `tx` if there is one."""
        actor = await self._author(community, event)
        if actor is not None and actor.bot:
            return None
        async with AsyncExitStack() as stack:
            here = tx if tx is not None else await stack.enter_async_context(self._house.database.reading())
            if actor is None:
                actor = await _waiting_author(here, community.id, event)
            places = await Places(here, community.id).of_channel(event.message.channel)
            assessment = None
            if not isinstance(event, MessageDeleted) and actor is not None:
                event = replace(event, text=clean(event.text))
                assessment = self._assess(community.id, event, actor)
            ctx = self._house.context(here, community)
            ctx = replace(ctx, actor=actor, assessment=assessment, **_located(places))
            kept = await self._matters(ctx, event) or await _still_waiting(here, community.id, actor)
        if assessment is not None and actor is not None and not actor.is_staff:
            self._note(Seen(community.id, event.message, event.at, assessment, kept))
        if not kept:
            return None
        keys = tuple(map(place_key, places))
        return Delivery(event, actor, assessment.to_json() if assessment else None, keys)

    async def _matters(self, ctx: Context, event: MessageEvent) -> bool:
        """Whether any feature says so."""
        for matters in self._house.catalogue.every("matters"):
            if await matters(ctx, event):
                return True
        return False

    async def _author(self, community: Community, event: MessageEvent) -> Member | None:
        if event.author is None:
            return None
        known = await self._house.adapter(community).directory.member(community.key, event.author)
        return known or Member(event.author, event.author)

    def _assess(self, community: int, event: MessagePosted | MessageEdited, actor: Member) -> Assessment:
        channel = event.message.channel
        before = self._recent.before(community, channel, actor.id)
        if isinstance(event, MessagePosted):
            self._recent.add(community, channel, actor, event.text)
        return assess(event.text, Around(speaker=speaker(actor), before=before))


async def _still_waiting(tx: AsyncConnection, community: int, actor: Member | None) -> bool:
    """Whether what they did before is not handled yet: then no feature can know what this is about."""
    return actor is not None and await inbox.next_in_lane(tx, community, actor.id) is not None


async def _waiting_author(tx: AsyncConnection, community: int, event: MessageEvent) -> Member | None:
    """Who wrote the message, where the platform does not say and it is not handled yet."""
    lane = await inbox.lane_about(tx, community, event.message)
    return Member(lane, lane) if lane is not None else None


def handler_context(ctx: Context, delivery: Delivery) -> Context:
    """The context in which a delivery is handled."""
    places = tuple(parse_place(key) for key in delivery.places)
    assessment = Assessment.from_json(delivery.assessment) if delivery.assessment else None
    return replace(ctx, actor=delivery.actor, assessment=assessment, **_located(places))


def _located(channel: tuple[Place, ...]) -> dict[str, Any]:
    """The case's places among those of a channel: that a DM is a DM is said by the event itself."""
    places = tuple(place for place in channel if not isinstance(place, MemberDM))
    return {"place": places[0] if places else None, "also": places[1:]}
