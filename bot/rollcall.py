"""Who is still staff: asked of the platform once a minute, so that nothing waits for somebody who is gone.

Features name whom they count on (`@roster`); whoever has no role any more is told of as `StaffLost`. It is asked
outside any transaction.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog

from bot.community import Community
from bot.house import House
from bot.ports import PortError
from bot.vocabulary.people import Role
from bot.vocabulary.questions import StaffLost

EVERY = timedelta(minutes=1)

MANY = 3
"""So many at once, and more than half of all, are no people who left: somebody has set a list wrongly."""

log = structlog.get_logger(__name__)


class RollCall:
    """Calls the roll of every community that is connected."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._last: datetime | None = None

    async def call(self) -> None:
        """Unless it was called less than a minute ago, by the clock of promises."""
        now = self._house.clock.now()
        if self._last is not None and now - self._last < EVERY:
            return
        self._last = now
        for community in await self._house.communities():
            if community.platform in self._house.adapters:
                await self._of(community)

    async def _of(self, community: Community) -> None:
        async with self._house.database.reading() as tx:
            ctx = self._house.context(tx, community)
            people = {person for ask in ctx.catalogue.every("roster") for person in await ask(ctx)}
        lost = await self._lost(community, sorted(people))
        if len(lost) >= MANY and len(lost) > len(people) / 2:
            log.warning("staff.lost_many", community=community.id, people=len(lost))
            return
        for person in lost:
            async with self._house.database.transaction("roll.lost") as tx:
                ctx = self._house.context(tx, community)
                await ctx.dispatch(ctx, StaffLost(person))
            log.info("staff.lost", community=community.id)
        if lost:
            self._house.wake_relay()

    async def _lost(self, community: Community, people: Iterable[str]) -> list[str]:
        """Who is there without a role. Whoever isn't found has left, which is told by itself."""
        directory, lost = self._house.adapter(community).directory, []
        for person in people:
            try:
                member = await directory.member(community.key, person)
            except (PortError, TimeoutError):
                # The platform can't say now: that is no reason to take anything from anybody.
                return []
            if member is not None and member.role is Role.MEMBER:
                lost.append(person)
        return lost
