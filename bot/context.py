"""What a handler is given: one transaction's view of one community."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.allowances import Policy
from bot.cases.hours import WorkingHours
from bot.cases.incidents import Incidents
from bot.cases.model import Case, NextStep, Owed
from bot.cases.policy import owed
from bot.cases.store import Cases
from bot.cases.timeline import Timeline
from bot.catalogue.collect import Catalogue
from bot.community import Community, change_setting, find_community
from bot.detection import Assessment, Severity
from bot.durable.outbox import Outbox
from bot.durable.places import Places
from bot.durable.timers import Timers
from bot.infractions.deciders import Deciders
from bot.infractions.store import Infractions
from bot.language import Translations, Voice
from bot.language.moments import moment_style
from bot.members import Members
from bot.ports import Door
from bot.recent import Recent
from bot.vocabulary.facts import Fact
from bot.vocabulary.people import Member
from bot.vocabulary.places import Place
from bot.vocabulary.replies import Moment

Dispatch = Callable[["Context", object], Awaitable[None]]
Stir = Callable[[int, str], None]
Reset = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Context:
    """Inside it only SQL is awaited. `actor`, `assessment` and `place` are set when a person did or wrote something.

    `place` is the logical place the words stand in (None: a channel that is not one of ours); `also` are the
    other places that share its channel, as cases share a DM. `reader` is whose command this is: cases they may not
    know of don't exist in it. `language` is the actor's, `entry` the timeline's entry of the fact that is being told.
    `removes` where the platform can let a bot remove what others wrote.
    """

    tx: AsyncConnection
    community: Community
    now: datetime
    translations: Translations
    catalogue: Catalogue
    dispatch: Dispatch
    stirred: Stir
    reset: Reset
    recent: Recent
    there_are: frozenset[Door] = frozenset(Door)
    platform_takes: int = 0
    removes: bool = False
    actor: Member | None = None
    reader: Member | None = None
    assessment: Assessment | None = None
    place: Place | None = None
    also: tuple[Place, ...] = ()
    language: str | None = None
    entry: int | None = None

    @property
    def cases(self) -> Cases:
        return Cases(self.tx, self.community.id, self.reader)

    @property
    def incidents(self) -> Incidents:
        return Incidents(self.tx, self.community.id)

    @property
    def infractions(self) -> Infractions:
        return Infractions(self.tx, self.community.id)

    @property
    def deciders(self) -> Deciders:
        return Deciders(self.tx, self.community.id)

    @property
    def timeline(self) -> Timeline:
        return Timeline(self.tx, self.community.id)

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.tx, self.community.id)

    @property
    def timers(self) -> Timers:
        return Timers(self.tx, self.community.id)

    @property
    def places(self) -> Places:
        return Places(self.tx, self.community.id)

    @property
    def members(self) -> Members:
        return Members(self.tx, self.community.id)

    def voice(self, language: str | None = None) -> Voice:
        """Speaks that language, or the community's: the one staff read."""
        settings = self.community.settings
        return self.translations.voice(language or settings.language, settings.registers)

    @property
    def largest_file(self) -> int:
        """Bytes of a file that is carried: what the platform takes, or less."""
        return min(self.platform_takes, self.community.settings.file_mb * 1_000_000)

    @property
    def doors(self) -> tuple[Door, ...]:
        """The community's order of private doors, of those that its platform has."""
        return tuple(door for door in self.community.settings.doors if door in self.there_are)

    @property
    def own_voice(self) -> Voice:
        """Speaks to the actor."""
        return self.voice(self.language)

    @property
    def doer(self) -> Member:
        """The actor, where there must be one: every action and every message has somebody behind it."""
        if self.actor is None:
            raise LookupError("nobody did this")
        return self.actor

    @property
    def told(self) -> int:
        """The timeline's entry of the fact that is being told."""
        if self.entry is None:
            raise LookupError("no fact is being told")
        return self.entry

    def moment(self, at: datetime) -> Moment:
        """A time to be shown: the hour alone if it is of the same day."""
        return Moment(at, moment_style(at, self.now, self.community.settings.tz))

    def owed(self, step: NextStep, severity: Severity) -> Owed:
        """What this community's policy promises from now on, in a case that begins now."""
        settings = self.community.settings
        return self._owed(step, severity, settings.policy, settings.hours)

    def owed_in(self, case: Case, step: NextStep) -> Owed:
        """The same by the policy that the case began with, in the hours of whoever owes it."""
        policy = case.policy or self.community.settings.policy
        return self._owed(step, case.severity, policy, self.hours_of(case, step))

    def hours_of(self, case: Case, step: NextStep | None = None) -> WorkingHours:
        """When they work who owe this step in the case, by itself its next one; solving it is the community's."""
        usual = self.community.settings.hours
        if case.hours is None or (step or case.next_step) is NextStep.RESOLUTION:
            return usual
        return case.hours.within(usual)

    def _owed(self, step: NextStep, severity: Severity, policy: Policy, hours: WorkingHours) -> Owed:
        if step is NextStep.MEMBER_REPLY:
            return Owed(step, self.now + timedelta(days=self.community.settings.silent_days))
        return owed(step, severity, self.now, hours, policy)

    def stir(self, channel: str) -> None:
        """What is attended to in this channel changes with this transaction."""
        self.stirred(self.community.id, channel)

    def said_before(self, channel: str, author: str, text: str) -> tuple[str, ...]:
        """Their last messages in the channel before that one, as far as they are remembered.

        Nobody else's: those could not be found again when their writer wants to be forgotten.
        """
        return self.recent.of(self.community.id, channel).before(author, text)

    async def settle_in(self, place: Place, channel: str) -> None:
        """The place is open there: what is written in that channel is written in the place."""
        await self.places.keep(place, channel)
        self.stir(channel)

    async def set(self, name: str, value: object) -> "Context":
        """Change one setting of the community for everybody; the context with it.

        Raises pydantic.ValidationError if the value isn't allowed.
        """
        # As it is now: the community may have been read before somebody else changed another setting.
        known = await find_community(self.tx, self.community.key) or self.community
        changed = await change_setting(self.tx, known, name, value)
        self.reset(self.community.key)
        return replace(self, community=changed)

    async def record(self, fact: Fact) -> int:
        """Write the fact on the case's timeline and tell every feature; the id of the entry."""
        entry = await self.timeline.add(fact, self.now)
        await self.dispatch(replace(self, entry=entry), fact)
        return entry

    async def change(self, case: Case, fact: Fact) -> Case:
        """Save a changed case together with the fact that says why; its due time gets a timer."""
        saved = await self.reschedule(case)
        await self.record(fact)
        return await self.cases.get(saved.id)

    async def reschedule(self, case: Case) -> Case:
        """Save a case whose due time has changed for a reason that was told already; a timer for it."""
        saved = await self.cases.save(case)
        if saved.due_at is None:
            await self.timers.cancel("cases.due", saved.id)
        else:
            await self.timers.set("cases.due", saved.id, saved.due_at)
        return saved
