"""The whole core, running, with fakes on the other side of every port: spoken to as an adapter speaks to it."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row

from bot.app import App
from bot.catalogue.collect import Cog
from bot.community import CommunitySettings
from bot.durable.database import Database
from bot.durable.outbox import LIVE
from bot.durable.tables import inbox, outbox
from bot.house import Adapter
from bot.ports import Typed
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessagePosted
from bot.vocabulary.places import MessageRef
from tests.fakes.clock import FixedClock
from tests.fakes.directory import FakeDirectory
from tests.fakes.platform import FakePlatform
from tests.fakes.responder import FakeResponder
from tests.fakes.sentences import translations
from tests.fakes.village import SEEDS

COMMUNITY = "fake:main"
PATIENCE = 60.0


@dataclass
class Running:
    """`says`, `edits`, `deletes` and `types` are what people do; `settled` waits until all of it is dealt with."""

    app: App
    platform: FakePlatform
    directory: FakeDirectory
    clock: FixedClock
    numbers: Iterator[int]

    async def says(self, member: str, text: str, channel: str = "support") -> MessageRef:
        message = MessageRef(channel, str(next(self.numbers)))
        await self.posts(member, text, message)
        return message

    async def posts(self, member: str, text: str, message: MessageRef) -> None:
        await self.app.receive(MessagePosted(COMMUNITY, message, member, text, self.clock.now()))

    async def edits(self, member: str, text: str, message: MessageRef) -> None:
        revision = str(next(self.numbers))
        await self.app.receive(MessageEdited(COMMUNITY, message, member, text, self.clock.now(), revision))

    async def deletes(self, member: str | None, message: MessageRef) -> None:
        await self.app.receive(MessageDeleted(COMMUNITY, message, self.clock.now(), member))

    async def types(self, member: str, line: str, *, hung_up: bool = False) -> FakeResponder:
        """A command; its answer may still be on its way."""
        responder = FakeResponder(hung_up=hung_up)
        number = str(next(self.numbers))
        await self.app.act(Typed(COMMUNITY, number, member, line, "support", self.clock.now()), responder)
        return responder

    async def settled(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self._busy():  # noqa: ASYNC110  # there is no event for rows
                await asyncio.sleep(0.01)

    async def letters(self) -> Sequence[Row[Any]]:
        """The inbox, oldest letter first."""
        async with self.app.house.database.reading() as tx:
            return (await tx.execute(select(inbox).order_by(inbox.c.id))).all()

    async def _busy(self) -> int:
        async with self.app.house.database.reading() as tx:
            new = select(func.count()).select_from(inbox).where(inbox.c.state == "new")
            live = select(func.count()).select_from(outbox).where(outbox.c.state.in_(LIVE))
            return int((await tx.execute(new)).scalar_one() + (await tx.execute(live)).scalar_one())


@asynccontextmanager
async def running(
    database: Database,
    *cogs: Cog,
    platform: FakePlatform | None = None,
    since: int = 1,
    seeds: CommunitySettings = SEEDS,
) -> AsyncIterator[Running]:
    """From start to stop of a process, on a database that may hold what another left.

    `since` is the number of the first message, so that a second process does not tell of the same ones.
    """
    platform, directory, clock = platform or FakePlatform(), FakeDirectory(), FixedClock()
    adapters = {platform.name: Adapter(platform, directory)}
    app = App(database, cogs, translations(), clock, adapters)
    await app.welcome(COMMUNITY, "Main", seeds)
    async with app:
        yield Running(app, platform, directory, clock, count(since))
