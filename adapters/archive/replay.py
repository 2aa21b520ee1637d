"""Messages of an export, in time order, through the same core: what would it have done?

The database is temporary, the clock follows the messages, nothing is sent and nothing falls due. A message is
handled in a savepoint; 500 of them are one transaction.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.archive.model import ArchivedMessage
from adapters.archive.silence import COMMUNITY, ArchiveClock, ArchiveDirectory, MutePlatform
from adapters.archive.tally import Tally
from adapters.archive.witness import Raised, Witness
from bot.cases.model import Status
from bot.cases.tables import cases
from bot.catalogue.collect import Catalogue, Cog
from bot.community import Community, CommunitySettings, Mode
from bot.detection import Sensitivity
from bot.durable.database import Database
from bot.house import Adapter, House
from bot.language import Translations
from bot.sensing import Sensing, handler_context
from bot.understanding import Understanding
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.places import MessageRef

BATCH = 500


class Replay:
    """One export through one temporary database."""

    def __init__(
        self,
        database: Database,
        cogs: Sequence[Cog],
        tally: Tally,
        *,
        staff: Sequence[str] = (),
        sensitivity: Sensitivity = Sensitivity.CAREFUL,
        understanding: Understanding | None = None,
    ) -> None:
        self._tally = tally
        self._clock = ArchiveClock()
        self._directory = ArchiveDirectory(staff)
        self._message: ArchivedMessage | None = None
        self._opened: deque[datetime] = deque()
        witness = Witness(self._raised, tally.joined)
        adapter = Adapter(MutePlatform(), self._directory)
        catalogue = Catalogue([witness, *cogs])
        self._house = House(
            database,
            catalogue,
            Translations.load(),
            self._clock,
            {"archive": adapter},
            lambda: None,
            understanding=understanding or Understanding(),
        )
        self._sensing = Sensing(self._house, lambda _: None, lambda *_: False)
        self._settings = CommunitySettings(
            mode=Mode.FULL, sensitivity=sensitivity, thought_seconds=0, thought_longest_seconds=0
        )

    async def run(self, messages: Iterable[ArchivedMessage], progress: Callable[[], None]) -> None:
        """Replay them all; `progress` is called after each batch."""
        met = await self._house.welcome(COMMUNITY, "export", self._settings)
        community = replace(met, settings=met.settings.model_copy(update={"watched": _Every()}))
        batch: list[ArchivedMessage] = []
        for message in messages:
            batch.append(message)
            if len(batch) == BATCH:
                await self._replay(community, batch)
                batch.clear()
                progress()
        await self._replay(community, batch)
        progress()

    async def _replay(self, community: Community, batch: Sequence[ArchivedMessage]) -> None:
        async with self._house.database.transaction("replay.batch") as tx:
            for message in batch:
                if message.bot or message.system or not message.text.strip():
                    self._tally.ignore()
                    continue
                await self._hear(tx, community, message)

    async def _hear(self, tx: AsyncConnection, community: Community, message: ArchivedMessage) -> None:
        self._clock.follow(message.at)
        self._message = message
        author = self._directory.introduce(message)
        self._tally.hear(message, staff=author.is_staff)
        await self._end_old_cases(tx, community)
        reply_to = MessageRef(_place(message), message.reply_to) if message.reply_to else None
        here = MessageRef(_place(message), message.id)
        event = MessagePosted(COMMUNITY, here, author.id, message.text, message.at, reply_to)
        delivery = await self._sensing.look(community, event, tx)
        if delivery is not None:
            async with tx.begin_nested():
                ctx = handler_context(self._house.context(tx, community), delivery)
                await ctx.dispatch(ctx, delivery.event)

    async def _end_old_cases(self, tx: AsyncConnection, community: Community) -> None:
        """Nobody works on cases here, so what is older than the joining time is over, as it mostly would be."""
        now = self._clock.now()
        old = now - timedelta(hours=community.settings.join_hours)
        if not self._opened or self._opened[0] >= old:
            return
        while self._opened and self._opened[0] < old:
            self._opened.popleft()
        over = (cases.c.opened_at < old) & (cases.c.status != Status.CLOSED)
        closed = {"status": Status.CLOSED, "next_step": None, "due_at": None, "closed_at": now}
        await tx.execute(update(cases).where(over).values(**closed))

    def _raised(self, what: Raised) -> None:
        if what.case is not None:
            self._opened.append(self._clock.now())
        if self._message is not None:
            self._tally.raised(self._message, what)


def _place(message: ArchivedMessage) -> str:
    """A thread is a place of its own: what is said there has its own before and after."""
    return f"{message.channel}:{message.thread}" if message.thread else message.channel


class _Every(frozenset[str]):
    """Contains every channel: a replay reads all of them, and threads without number."""

    def __contains__(self, channel: object) -> bool:
        return True
