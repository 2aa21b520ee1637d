"""One small community with the core's machinery around it and fakes on the other side of every port.

village = Village(database, Bakery())
async with village.doing() as ctx:
    await ctx.outbox.say(...)
async with village.relaying():
    await village.delivered()
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.engine import Row

from bot.catalogue.collect import Catalogue, Cog
from bot.community import Community, CommunitySettings
from bot.context import Context
from bot.durable.claims import Errand, Outcome, claim, settle
from bot.durable.database import Database
from bot.durable.outbox import LIVE, Priority, View
from bot.durable.tables import outbox
from bot.house import Adapter, House
from bot.relay import Relay
from bot.sending import Sender
from bot.vocabulary.places import Place, StaffRoom
from tests.fakes.board import NOTICE, words
from tests.fakes.clock import FixedClock
from tests.fakes.directory import FakeDirectory
from tests.fakes.platform import FakePlatform
from tests.fakes.sentences import translations

PATIENCE = 60.0
STAFF_ROOM = "staff-room"


class Village:
    """The resources of one process. `doing` is a transaction of a handler, `relaying` lets things go out."""

    def __init__(self, database: Database, *cogs: Cog, platform: FakePlatform | None = None) -> None:
        self.database = database
        self.platform = platform or FakePlatform()
        self.directory = FakeDirectory()
        self.clock = FixedClock()
        self.wake = asyncio.Event()
        self._adapters: dict[str, Adapter] = {}
        self.adopt(self.platform)
        catalogue = Catalogue(cogs)
        self.house = House(database, catalogue, translations(), self.clock, self._adapters, self.wake.set)
        self.sender = Sender(self.house)

    def adopt(self, platform: FakePlatform) -> None:
        """Connect one platform more."""
        self._adapters[platform.name] = Adapter(platform, self.directory)

    def abandon(self, platform: FakePlatform) -> None:
        """As when it is no longer configured: its communities are still in the database."""
        del self._adapters[platform.name]

    async def community(self, platform: str = "fake") -> Community:
        """The community there, made known when first asked for."""
        key = f"{platform}:main"
        return await self.house.community(key) or await self.house.welcome(key, "Main", SEEDS)

    @asynccontextmanager
    async def doing(self, platform: str = "fake") -> AsyncIterator[Context]:
        """A handler's transaction in the community there; the relay is woken after it."""
        community = await self.community(platform)
        async with self.database.transaction("test.do") as tx:
            yield self.house.context(tx, community)
        self.wake.set()

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[Context]:
        """The same, reading only."""
        community = await self.community()
        async with self.database.reading() as tx:
            yield self.house.context(tx, community)

    async def says(
        self, text: str, place: Place | None = None, *, platform: str = "fake", **options: Any
    ) -> None:
        """Something is to be said, once, in the staff room if nowhere else."""
        wanted: dict[str, Any] = {"priority": Priority.STAFF, "key": text, **options}
        async with self.doing(platform) as ctx:
            await ctx.outbox.say(place or StaffRoom(), words(text), **wanted)

    async def shows(self, place: Place | None = None, view: View = NOTICE, **options: Any) -> None:
        """A view is stale."""
        async with self.doing() as ctx:
            await ctx.outbox.show(place or StaffRoom(), view, **options)

    async def hides(self, place: Place | None = None, view: View = NOTICE) -> None:
        async with self.doing() as ctx:
            await ctx.outbox.hide(place or StaffRoom(), view)

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[Relay]:
        """The relay runs as long as the block."""
        relay = Relay(self.house, self.wake)
        await relay.start()
        try:
            yield relay
        finally:
            await relay.stop()

    async def delivered(self, *, impatient: bool = False) -> None:
        """Wait until nothing is left to send; `impatient` people don't wait for any pause to end."""
        async with asyncio.timeout(PATIENCE):
            while await self.count(outbox.c.state.in_(LIVE)):
                if impatient:
                    await self.hurry()
                await asyncio.sleep(0.01)

    async def hurry(self) -> None:
        """No row that waits is made to wait any longer."""
        later = (outbox.c.state == "waiting") & (outbox.c.not_before > datetime.now(UTC))
        if await self.count(later):
            async with self.database.transaction("test.hurry") as tx:
                await tx.execute(update(outbox).where(later).values(not_before=datetime.now(UTC)))
            self.wake.set()

    async def rows(self) -> Sequence[Row[Any]]:
        """The outbox, oldest row first."""
        async with self.database.reading() as tx:
            return (await tx.execute(select(outbox).order_by(outbox.c.id))).all()

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def count(self, wanted: Any) -> int:
        async with self.database.reading() as tx:
            counted = select(func.count()).select_from(outbox).where(wanted)
            return int((await tx.execute(counted)).scalar_one())

    async def claimed(self, limit: int = 100) -> list[Errand]:
        """What a relay would take in flight now."""
        async with self.database.transaction("test.claim") as tx:
            return await claim(tx, limit)

    async def settled(self, outcome: Outcome) -> bool:
        """Settle one outcome; False if the lease was lost."""
        async with self.database.transaction("test.settle") as tx:
            return await settle(tx, outcome)


SEEDS = CommunitySettings(watched=frozenset({"support"}), staff_room=STAFF_ROOM)


async def until(wanted: Callable[[], object], impatient: Village | None = None) -> None:
    """Wait for it; not for the pauses of an impatient village."""
    async with asyncio.timeout(20):
        while not wanted():
            if impatient is not None:
                await impatient.hurry()
            await asyncio.sleep(0.01)
