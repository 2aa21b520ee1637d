"""What is set up and what is missing; when the bot may be louder and when it goes quiet. Pure: no I/O, no clock."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.community import CommunitySettings, Mode
from bot.ports import Channel, ChannelKind, Door


class Step(StrEnum):
    """What is set up, in the order in which it is asked for."""

    STAFF_ROOM = "staff_room"
    STAFF = "staff"
    WATCHED = "watched"
    SAFETY = "safety"
    NOTICE = "notice"
    RULES = "rules"
    DOORS = "doors"
    LANGUAGE = "language"
    HOURS = "hours"
    CHECK_IN = "check_in"
    SENSITIVITY = "sensitivity"


class State(StrEnum):
    """`usual`: it is as it is everywhere until somebody chooses."""

    DONE = "done"
    TO_DO = "to_do"
    USUAL = "usual"


NEEDED = (Step.STAFF_ROOM, Step.STAFF, Step.WATCHED, Step.SAFETY, Step.NOTICE)
"""Without these the bot says nothing to members."""

CHOICES = {
    Step.DOORS: ("doors",),
    Step.LANGUAGE: ("language", "address_ro", "address_ru"),
    Step.HOURS: ("zone", "working_days", "day_starts", "day_ends"),
    Step.CHECK_IN: ("check_in_days_high", "check_in_days_medium", "check_in_days_low"),
    Step.SENSITIVITY: ("sensitivity",),
}
"""The settings of the steps that have a usual answer."""


def state_of(step: Step, settings: CommunitySettings) -> State:
    """How far this step is."""
    if step in CHOICES:
        usual = CommunitySettings()
        chosen = any(getattr(settings, name) != getattr(usual, name) for name in CHOICES[step])
        return State.DONE if chosen else State.USUAL
    done = {
        Step.STAFF_ROOM: settings.staff_room is not None,
        Step.STAFF: bool(settings.moderators),
        Step.WATCHED: bool(settings.watched),
        Step.SAFETY: settings.safety_contact is not None and settings.safety_stand_in is not None,
        Step.NOTICE: settings.notice is not None,
        Step.RULES: bool(settings.rules),
    }
    return State.DONE if done[step] else State.TO_DO


def missing(settings: CommunitySettings) -> Step | None:
    """The first step without which the bot may not speak to members."""
    return next((step for step in NEEDED if state_of(step, settings) is State.TO_DO), None)


class DoorOrder(StrEnum):
    """The orders of private doors that make sense; the form is always the last."""

    THREAD_FIRST = "thread_first"
    DM_FIRST = "dm_first"
    NO_DM = "no_dm"
    FORM_ONLY = "form_only"


OF_THEIR_OWN = (Door.PRIVATE_THREAD, Door.PRIVATE_CHANNEL)
"""Places for one case alone; a platform has one of the two."""

ORDERS = {
    DoorOrder.THREAD_FIRST: (*OF_THEIR_OWN, Door.DM, Door.FORM),
    DoorOrder.DM_FIRST: (Door.DM, *OF_THEIR_OWN, Door.FORM),
    DoorOrder.NO_DM: (*OF_THEIR_OWN, Door.FORM),
    DoorOrder.FORM_ONLY: (Door.FORM,),
}


class Language(StrEnum):
    """The languages there are catalogues for."""

    EN = "en"
    RO = "ro"
    RU = "ru"


class Days(StrEnum):
    WEEKDAYS = "weekdays"
    SIX_DAYS = "six_days"
    EVERY_DAY = "every_day"


WEEK = {Days.WEEKDAYS: (0, 1, 2, 3, 4), Days.SIX_DAYS: (0, 1, 2, 3, 4, 5), Days.EVERY_DAY: tuple(range(7))}

NOT_FOR_US = re.compile(
    r"""staff|moderat|admin|announce|shitpost|nsfw|support.?group|mental|recovery
    |\b(mods?|internal?|logs?|bots?|rules|welcome|vent(ing)?|rants?|memes?|jokes?|grief|teens?|minors?|kids?|children)\b
    |echipa|anunț|anunt|reguli|descărc|descarc|\b(glume|copii|minori)\b
    |модератор|админ|объявлен|правила|нытьё|нытье|подростк|несовершеннолет|группа.?поддержки|\b(мемы?|юмор|дети)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Names of channels where a bot that listens has no business unless somebody wants it there."""


def proposed(channels: Sequence[Channel]) -> tuple[tuple[Channel, ...], tuple[Channel, ...]]:
    """The channels to be watched, and those to be left alone, as a manager would sort them."""
    talking = [channel for channel in channels if channel.kind is not ChannelKind.VOICE]
    no = [c for c in talking if c.staff_only or NOT_FOR_US.search(c.name.replace("_", "-"))]
    return tuple(channel for channel in talking if channel not in no), tuple(no)


SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(minutes=15), timedelta(days=7)
USUAL_PAUSE = timedelta(hours=2)
ASK_AGAIN = timedelta(days=1)
LAST_ACKS = 10


def too_often_wrong(last: Sequence[bool | None], settings: CommunitySettings) -> bool:
    """Whether the brake is to be pulled; `last` says of each acknowledgement if it was right (None: nobody said)."""
    return sum(right is False for right in last[:LAST_ACKS]) >= settings.brake_after_wrong


WATCHED_FOR = timedelta(days=7)
JUDGED, SHARE = 30, 0.85


@dataclass(frozen=True, slots=True)
class Score:
    """How many cards in a language people have judged, and how many of them were right."""

    language: str
    judged: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.judged if self.judged else 0.0

    @property
    def good(self) -> bool:
        """Enough cards, and enough of them right."""
        return self.judged >= JUDGED and self.share >= SHARE


def louder(mode: Mode, scores: Sequence[Score], since: datetime, now: datetime) -> Mode | None:
    """The mode to suggest to a manager; None while it is too early or the figures don't speak for it."""
    if now - since < WATCHED_FOR or not any(score.good for score in scores):
        return None
    return {Mode.WATCH_ONLY: Mode.QUIET, Mode.QUIET: Mode.FULL}.get(mode)


MOST_RULES, LONGEST_RULE = 20, 200


def rules_in(text: str) -> tuple[str, ...]:
    """One rule a line, without the numbers or dashes before them."""
    lines = (re.sub(r"^\s*(?:\d{1,2}[.)]|[-–—*•])\s*", "", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def days_in(duration: timedelta) -> int:
    """Whole days, rounded up."""
    return -(-duration // timedelta(days=1))
