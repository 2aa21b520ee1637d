"""App: owns the running core. Adapters tell it what happened; it routes each event and action to its handler.

The walk: `receiving` (is it something to us, keep it) -> a cog's handler -> `relay` (what goes out) and `ticking`
(what is due later). `acting` runs clicks, commands and forms.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from bot.acting import Acting
from bot.aside import tell_once_a_month
from bot.catalogue.collect import Catalogue, Cog
from bot.community import Community, CommunitySettings
from bot.completing import Completing
from bot.context import Context
from bot.durable import claims, inbox
from bot.durable.database import Database
from bot.durable.scheduler import Scheduler
from bot.help import Help
from bot.house import Adapter, House
from bot.inspection import Inside
from bot.keeping import Keeping
from bot.lanes import Lanes
from bot.language import Translations
from bot.looking import Looking, Seen
from bot.ports import ActionHelp, Choice, Clock, Interaction, Responder
from bot.receiving import Receiver
from bot.relay import Relay
from bot.rollcall import RollCall
from bot.sensing import Delivery, Sensing
from bot.submitting import Submitting
from bot.surface import Offers, offers_of
from bot.ticking import Ticking
from bot.understanding import Understanding
from bot.vocabulary.events import ActionTaken, MessageDeleted, PlatformEvent

TICK = 1.0
SWEEP = 30.0
CHECKPOINT = 60.0
PRUNE = 6 * 3600.0
KEYS_KEPT = timedelta(days=30)
EFFECTS_KEPT = timedelta(days=30)


def whole_catalogue(cogs: Sequence[Cog]) -> Catalogue:
    """What features declare, and what the core itself does."""
    return Catalogue([Help(), Keeping(), *cogs])


class App:
    """`async with App(...)`: running from the first line of the block to its last.

    `seen` is told of every message that was looked at, as it happens. `understanding` runs already; without one,
    messages are assessed by rules and words.
    """

    def __init__(
        self,
        database: Database,
        cogs: Sequence[Cog],
        translations: Translations,
        clock: Clock,
        adapters: Mapping[str, Adapter],
        seen: Callable[[Seen], None] | None = None,
        understanding: Understanding | None = None,
    ) -> None:
        catalogue = whole_catalogue(cogs)
        wake = asyncio.Event()
        understanding = understanding or Understanding()
        self.house = House(
            database, catalogue, translations, clock, adapters, wake.set, understanding=understanding
        )
        self._looking = Looking(self.house, seen)
        sensing = Sensing(self.house, self._looking.note, self._busy)
        self._lanes = Lanes(self.house, sensing.met, self._handle, self._settled)
        self._receiver = Receiver(self.house, sensing, self._lanes)
        self._submitting = Submitting(self.house, self._receiver.keep)
        self._acting = Acting(self.house, self._submitting)
        self._completing = Completing(self.house)
        self._relay = Relay(self.house, wake)
        self._ticking = Ticking(self.house)
        self._roll = RollCall(self.house)
        jobs = {TICK: self.tick, SWEEP: self._relay.sweep, CHECKPOINT: self._checkpoint, PRUNE: self._prune}
        self._scheduler = Scheduler(jobs)

    async def __aenter__(self) -> Self:
        await self._lanes.start()
        await self._relay.start()
        self._scheduler.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._scheduler.stop()
        await self._lanes.stop()
        await self._relay.stop()

    async def welcome(self, key: str, name: str, seeds: CommunitySettings) -> Community:
        """A community the bot is in; `seeds` are its settings if it was never met before."""
        return await self.house.welcome(key, name, seeds)

    async def community(self, key: str) -> Community | None:
        """The community as it is set up now; None if it was never welcomed."""
        return await self.house.community(key)

    async def receive(self, event: PlatformEvent) -> None:
        """Take in what happened; returns once it is stored, if it matters at all. Safe to repeat."""
        await self._receiver.receive(event)

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        """Run a click, a command or a form and answer its responder. Raises only what the responder raises."""
        await self._acting.act(interaction, responder)

    async def complete(self, community: str, author: str, line: str) -> Sequence[Choice]:
        """Whole command lines that may follow from what has been typed so far, best first."""
        return await self._completing.complete(community, author, line)

    async def suggest(
        self, community: str, author: str, action: str, argument: str, text: str
    ) -> Sequence[Choice]:
        """Values for one argument of a command, as its field may hold them, best first."""
        return await self._completing.suggest(community, author, action, argument, text)

    def surface(self) -> Offers:
        """Every command and menu there is, in every language."""
        return offers_of(self.house.catalogue, self.house.translations)

    async def tell_staff(self, community: str, sentence: str) -> None:
        """Say this sentence in the staff room, if there is one; once a month at most."""
        known = await self.house.community(community)
        if known is None or known.settings.staff_room is None:
            return
        async with self.house.database.transaction("staff.tell") as tx:
            await tell_once_a_month(self.house.context(tx, known), sentence)
        self.house.wake_relay()

    async def commands(self, community: str, author: str) -> Sequence[ActionHelp]:
        """The commands this person may use, in their language."""
        return await self._completing.commands(community, author)

    async def menus(self, community: str, author: str) -> Sequence[Choice]:
        """The message menus this person may use."""
        return await self._completing.menus(community, author)

    async def inside(self, community: str, language: str) -> Inside:
        """A look inside, for people who learn how it works."""
        return await self._looking.inside(community, language)

    async def tick(self) -> None:
        """Do what is due now, and see who is still there."""
        await self._ticking.tick()
        await self._roll.call()

    def _busy(self, community: int, lane: str) -> bool:
        return self._lanes.busy(community, lane)

    async def _handle(self, ctx: Context, delivery: Delivery) -> None:
        if isinstance(delivery.event, ActionTaken):
            await self._submitting.handle(ctx, delivery.event, delivery.people or {})
        else:
            await ctx.dispatch(ctx, delivery.event)

    async def _settled(self, delivery: Delivery, reference: str | None) -> None:
        if isinstance(delivery.event, ActionTaken):
            await self._submitting.settled(delivery.event, reference)
        elif isinstance(delivery.event, MessageDeleted):
            await self.house.database.checkpoint()

    async def _prune(self) -> None:
        async with self.house.database.transaction("inbox.prune") as tx:
            await inbox.prune(tx, datetime.now(UTC) - KEYS_KEPT)
            await claims.prune(tx, datetime.now(UTC) - EFFECTS_KEPT)

    async def _checkpoint(self) -> None:
        """What was erased leaves the write-ahead log too: payloads, drafts, the words of closed cases."""
        await self.house.database.checkpoint()
