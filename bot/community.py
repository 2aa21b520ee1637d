"""A community and its own settings, typed, kept in the database (defaults.md has the reasons)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, field_validator
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.allowances import Policy
from bot.cases.daysoff import DaysOff
from bot.cases.hours import WorkingHours
from bot.detection import Sensitivity
from bot.durable.tables import communities, settings
from bot.durable.types import inserted_id
from bot.language import Register
from bot.ports import Clock, Door
from bot.vocabulary.events import MessageEdited, MessagePosted


class Mode(StrEnum):
    """How loud the bot is when it acts unasked."""

    WATCH_ONLY = "watch_only"
    QUIET = "quiet"
    FULL = "full"


class Signature(StrEnum):
    """Under which name members read what staff answer."""

    PERSON = "person"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Contact:
    """A member with a duty; the name is the one they had when they took it."""

    id: str
    name: str


@cache
def _zones() -> frozenset[str]:
    """Read from the disk once: settings are read again and again."""
    return frozenset(available_timezones())


class CommunitySettings(BaseModel):
    """Every setting has a default that is right for a small, careful team on its first day.

    Durations carry their unit in the name; `day_starts` and `day_ends` are minutes since midnight in `zone`.
    Who has which role is a list of the platform's ids of groups and of members. While there is a
    `paused_until` nothing is said unasked; at that time staff are asked whether to go on. The brake pauses when
    `brake_after_wrong` of the last ten acknowledgements were wrong. Nobody in `left_alone` is read or written to
    unless they begin.

    `policy` is what new cases are promised; `country` the code of a calendar of public holidays (`RO`, `DE-BY`).
    With `high_at_any_hour` staff are called at night for what is of high severity, and for nothing else. Members who
    don't answer are asked after `silent_days`, and after as many more the case is solved. Nobody in `no_digest` gets
    a list of their own cases in the morning. `alarm_people` are called one after another for what managers must take,
    after whoever is the `next_level`. With `tone` answers are read for what hurts before they go out; not those of
    whoever is in `tone_off`, until the time there.

    Without `warnings` nobody is proposed for one, and nothing is ever warned without a click; without `removal` no
    message is ever removed; with `second_moderator` a second one has to agree. What was said within
    `outburst_minutes` is one step. A measure can be appealed against for `appeal_days`, which is decided within
    `appeal_decision_days` working days; its evidence is kept 30 days longer. `appeal_address` is named to those whom
    no private message reaches.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    mode: Mode = Mode.WATCH_ONLY
    watched: frozenset[str] = frozenset()
    staff_room: str | None = None
    managers_room: str | None = None
    sensitivity: Sensitivity = Sensitivity.CAREFUL
    maybe_cards: bool = True
    maybe_days: int = Field(default=3, ge=1, le=30)
    thought_seconds: int = Field(default=8, ge=0, le=60)
    thought_longest_seconds: int = Field(default=25, ge=0, le=120)
    join_hours: int = Field(default=6, ge=1, le=168)
    acks_in_10_minutes: int = Field(default=5, ge=1, le=60)
    acks_an_hour: int = Field(default=15, ge=1, le=60)
    acks_a_day_per_member: int = Field(default=2, ge=1, le=5)
    late_private_minutes: int = Field(default=30, ge=1, le=1440)
    late_card_hours: int = Field(default=24, ge=1, le=168)
    doors: tuple[Door, ...] = (Door.PRIVATE_THREAD, Door.PRIVATE_CHANNEL, Door.DM, Door.FORM)
    team: str = Field(default="front_desk", min_length=1, max_length=60)
    language: str = "en"
    languages: tuple[str, ...] = ("en", "ro", "ru")
    address_ro: Register = Register.INFORMAL
    address_ru: Register = Register.FORMAL
    zone: str = "UTC"
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    day_starts: int = Field(default=9 * 60, ge=0, le=24 * 60)
    day_ends: int = Field(default=18 * 60, ge=1, le=24 * 60)
    signature: Signature = Signature.PERSON
    file_mb: int = Field(default=8, ge=0, le=25)
    country: str | None = None
    days_off: frozenset[date] = frozenset()
    policy: Policy = Policy()
    high_at_any_hour: bool = True
    pings_an_hour: int = Field(default=4, ge=1, le=60)
    pings_a_day: int = Field(default=12, ge=1, le=200)
    next_level: Contact | None = None
    alarm_people: tuple[Contact, ...] = ()
    silent_days: int = Field(default=5, ge=1, le=30)
    digest_at: int = Field(default=9 * 60, ge=0, lt=24 * 60)
    no_digest: frozenset[str] = frozenset()
    check_in_days_low: int = Field(default=5, ge=1, le=30)
    check_in_days_medium: int = Field(default=3, ge=1, le=30)
    check_in_days_high: int = Field(default=2, ge=1, le=30)
    check_in_days_by_topic: dict[str, int] = {"refund": 7, "delivery": 5, "account": 2}
    check_in_days_of_week: tuple[int, ...] = (0, 1, 2, 3, 4)
    check_in_starts: int = Field(default=10 * 60, ge=0, le=24 * 60)
    check_in_ends: int = Field(default=19 * 60, ge=1, le=24 * 60)
    check_in_reminder_days: int = Field(default=3, ge=1, le=30)
    check_in_every_days: int = Field(default=14, ge=0, le=90)
    close_after_days: int = Field(default=14, ge=1, le=90)
    managers: frozenset[str] = frozenset()
    moderators: frozenset[str] = frozenset()
    specialists: frozenset[str] = frozenset()
    paused_until: datetime | None = None
    brake_after_wrong: int = Field(default=3, ge=2, le=10)
    rules: tuple[str, ...] = Field(default=(), max_length=20)
    safety_contact: Contact | None = None
    safety_stand_in: Contact | None = None
    notice: bool | None = None
    left_alone: frozenset[str] = frozenset()
    warnings: bool = True
    removal: bool = True
    second_moderator: bool = False
    outburst_minutes: int = Field(default=15, ge=5, le=60)
    notice_days: int = Field(default=14, ge=7, le=180)
    first_warning_days: int = Field(default=30, ge=7, le=180)
    second_warning_days: int = Field(default=60, ge=7, le=180)
    appeal_days: int = Field(default=30, ge=7, le=180)
    appeal_decision_days: int = Field(default=3, ge=1, le=10)
    appeal_address: str | None = Field(default=None, max_length=200)
    tone: bool = True
    tone_off: dict[str, datetime] = {}

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in _zones():
            raise ValueError(f"{value!r} is not a time zone; write one like Europe/Bucharest")
        return value

    @property
    def paused(self) -> bool:
        """Whether what nobody asked for has to wait."""
        return self.paused_until is not None

    def watches(self, event: MessagePosted | MessageEdited) -> bool:
        """Whether it was said in a watched channel, or in a thread of one."""
        return event.message.channel in self.watched or (
            event.within is not None and event.within in self.watched
        )

    @property
    def as_team(self) -> bool:
        """Whether the names of those who answer stay among staff."""
        return self.signature is Signature.TEAM

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def off(self) -> DaysOff:
        return DaysOff(self.country, self.days_off)

    @property
    def hours(self) -> WorkingHours:
        """When the team answers."""
        days = frozenset(self.working_days)
        return WorkingHours(days, self.day_starts, self.day_ends, self.tz, self.off)

    @property
    def check_in_hours(self) -> WorkingHours:
        """When members may be asked how it went."""
        days = frozenset(self.check_in_days_of_week)
        return WorkingHours(days, self.check_in_starts, self.check_in_ends, self.tz, self.off)

    @property
    def registers(self) -> dict[str, Register]:
        return {"ro": self.address_ro, "ru": self.address_ru}


@dataclass(frozen=True, slots=True)
class Community:
    """`key` is the adapter's name and the platform's id, `sandbox:main`; `id` is ours."""

    id: int
    key: str
    name: str
    settings: CommunitySettings

    @property
    def platform(self) -> str:
        return self.key.partition(":")[0]


async def find_community(tx: AsyncConnection, key: str) -> Community | None:
    """The community with its settings, or None if it was never met."""
    row = (await tx.execute(select(communities).where(communities.c.key == key))).one_or_none()
    if row is None:
        return None
    stored = await tx.execute(
        select(settings.c.name, settings.c.value).where(settings.c.community_id == row.id)
    )
    return Community(row.id, row.key, row.name, CommunitySettings(**{row.name: row.value for row in stored}))


async def meet_community(
    tx: AsyncConnection, key: str, name: str, seeds: CommunitySettings, clock: Clock
) -> Community:
    """The community, made known with these settings if it was never met before."""
    known = await find_community(tx, key)
    if known is not None:
        return known
    made = await tx.execute(insert(communities).values(key=key, name=name, created_at=clock.now()))
    row_id = inserted_id(made)
    chosen = seeds.model_dump(mode="json", exclude_defaults=True)
    if chosen:
        rows = [{"community_id": row_id, "name": name, "value": value} for name, value in chosen.items()]
        await tx.execute(insert(settings), rows)
    return Community(row_id, key, name, seeds)


async def change_setting(tx: AsyncConnection, community: Community, name: str, value: object) -> Community:
    """Store one setting. Raises pydantic.ValidationError if the value is not allowed."""
    changed = CommunitySettings(**(community.settings.model_dump() | {name: value}))
    stored = changed.model_dump(mode="json")[name]
    here = (settings.c.community_id == community.id) & (settings.c.name == name)
    await tx.execute(settings.delete().where(here))
    await tx.execute(insert(settings).values(community_id=community.id, name=name, value=stored))
    return Community(community.id, community.key, community.name, changed)
