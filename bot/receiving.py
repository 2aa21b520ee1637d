"""What comes in: is it something to us, then keep it, then have it handled.

A message that is nothing to us leaves no row. What matters is stored before the platform hears that we have it.
"""

from collections.abc import Awaitable, Callable

import structlog

from bot.community import Community
from bot.durable import inbox
from bot.house import House
from bot.lanes import Lanes
from bot.sensing import Delivery, Sensing
from bot.vocabulary.codec import to_json
from bot.vocabulary.events import CommunityEvent, PlatformEvent

Acknowledge = Callable[[], Awaitable[None]]

log = structlog.get_logger(__name__)


class Receiver:
    """Takes in what platforms tell."""

    def __init__(self, house: House, sensing: Sensing, lanes: Lanes) -> None:
        self._house = house
        self._sensing = sensing
        self._lanes = lanes

    async def receive(self, event: PlatformEvent) -> None:
        """Keep the event if any feature says it matters. Raises StorageFull when it can't be kept."""
        community = await self._house.community(event.community)
        if community is None:
            log.warning("event.of_unknown_community", platform=event.community.partition(":")[0])
            return
        if isinstance(event, CommunityEvent):
            delivery = Delivery(event) if self._house.catalogue.reactions(event) else None
        else:
            delivery = await self._sensing.look(community, event)
        if delivery is not None:
            await self.keep(community, delivery)

    async def keep(
        self, community: Community, delivery: Delivery, acknowledge: Acknowledge | None = None
    ) -> None:
        """Store it, acknowledge it, then have it handled. What was there before is handled once all the same."""
        event = delivery.event
        lane = delivery.actor.id if delivery.actor else inbox.NOBODY
        async with self._house.database.transaction("inbox.store") as tx:
            await inbox.store(tx, community.id, event.key, lane, to_json(Delivery, delivery))
        if acknowledge is not None:
            await acknowledge()
        self._lanes.wake(community.id, lane)
