"""What becomes of a thought. Pure: no I/O, no clock of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.cases.model import Case
from bot.community import CommunitySettings, Mode
from bot.detection import PRESSING, Assessment, Label, Safety, Topic, thresholds
from bot.vocabulary.files import Attachment

WORDINGS = 4
"""Wordings of each public text, per language and register."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message of a thought; its words name its files."""

    message: str
    text: str
    at: datetime
    files: tuple[Attachment, ...] = ()


class Verdict(StrEnum):
    """`act`: open a case. `maybe`: a card for staff. `nothing`: as if it had not been read."""

    ACT = "act"
    MAYBE = "maybe"
    NOTHING = "nothing"


class Style(StrEnum):
    """How a case is acknowledged."""

    REPLY = "reply"
    QUIET = "quiet"
    PRIVATE = "private"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a thought when it is over. The counts are of public acknowledgements so far.

    `in_incident` if many write about the same just now.
    """

    assessment: Assessment
    age: timedelta
    staff_answering: bool = False
    acks_in_10_minutes: int = 0
    acks_in_an_hour: int = 0
    acks_of_member_today: int = 0
    paused: bool = False
    in_incident: bool = False


def merge(before: Assessment | None, new: Assessment) -> Assessment:
    """One assessment of several messages: the strongest of each label, the gravest severity, the clearest language."""
    if before is None:
        return new
    strongest = {label: max(before.probabilities[label], new.probabilities[label]) for label in Label}
    grave = max(before, new, key=lambda a: a.severity.rank)
    language = new if new.sure or not before.sure else before
    return replace(
        new,
        probabilities=strongest,
        severity=grave.severity,
        topic=new.topic if before.topic is Topic.OTHER else before.topic,
        language=language.language,
        sure=language.sure,
        safety=before.safety | new.safety,
        reasons=tuple(dict.fromkeys((*before.reasons, *new.reasons))),
    )


def worth_hearing(assessment: Assessment, settings: CommunitySettings) -> bool:
    """Whether a message begins a thought we wait for."""
    limits = thresholds(settings.sensitivity)
    return assessment.complaint >= limits.maybe or bool(
        assessment.safety - {Safety.PERSONAL_DATA, Safety.HEALTH}
    )


def judge(heard: Heard, settings: CommunitySettings) -> Verdict:
    """What becomes of it. Spam and what is too old never open a case; in watch only, or paused, a person decides."""
    assessment, limits = heard.assessment, thresholds(settings.sensitivity)
    pressing = bool(PRESSING & assessment.safety)
    if assessment.spam >= limits.act and assessment.complaint < limits.act and not pressing:
        return Verdict.NOTHING
    if not worth_hearing(assessment, settings):
        return Verdict.NOTHING
    if _hushed(heard, settings) or heard.age > timedelta(hours=settings.late_card_hours):
        return Verdict.MAYBE
    if sure(assessment, settings):
        return Verdict.ACT
    # A danger is looked at even where nobody wants cards.
    return Verdict.MAYBE if settings.maybe_cards or pressing else Verdict.NOTHING


def style(heard: Heard, settings: CommunitySettings) -> Style:
    """How loudly. A person who answers is the best acknowledgement; safety is never a public matter.

    In watch only, or paused, staff opened the case: the member is told, and nobody else.
    """
    if heard.staff_answering:
        return Style.SILENT
    late = heard.age > timedelta(minutes=settings.late_private_minutes)
    if heard.assessment.safety or late or _hushed(heard, settings):
        return Style.PRIVATE
    full = heard.in_incident or (
        heard.acks_in_10_minutes >= settings.acks_in_10_minutes
        or heard.acks_in_an_hour >= settings.acks_an_hour
        or heard.acks_of_member_today >= settings.acks_a_day_per_member
    )
    return Style.QUIET if full or settings.mode is Mode.QUIET else Style.REPLY


def _hushed(heard: Heard, settings: CommunitySettings) -> bool:
    """Whether nothing is said unasked."""
    return settings.mode is Mode.WATCH_ONLY or heard.paused


def sure(assessment: Assessment, settings: CommunitySettings) -> bool:
    """Whether it would be acted on without asking anybody, if the community were not watching only."""
    return assessment.complaint >= thresholds(settings.sensitivity).act


LIKELY = 0.5
HEATED = frozenset({"swearing", "shouting"})
"""Rules of detection that tell of anger."""


def is_angry(assessment: Assessment, settings: CommunitySettings) -> bool:
    """Whether nobody may call it none without a reason: it swears, shouts, attacks, or is surely a complaint."""
    heated = any(reason.rule in HEATED for reason in assessment.reasons)
    return heated or assessment.abuse >= LIKELY or sure(assessment, settings)


def rules_of(assessment: Assessment) -> tuple[str, ...]:
    """Detection's rules that matched, each once."""
    return tuple(dict.fromkeys(reason.rule for reason in assessment.reasons))


def ends_at(first: datetime, last: datetime, settings: CommunitySettings) -> datetime:
    """When the thought is over: a pause after the last message, but not longer than patience lasts."""
    pause = last + timedelta(seconds=settings.thought_seconds)
    return min(
        pause, first + timedelta(seconds=max(settings.thought_longest_seconds, settings.thought_seconds))
    )


def case_to_join(
    cases: Sequence[Case], topic: Topic, now: datetime, settings: CommunitySettings
) -> Case | None:
    """The case of this member that further words belong to: open, and about the same thing or just begun."""
    recent = now - timedelta(hours=settings.join_hours)
    for case in cases:
        same = case.topic == topic or Topic.OTHER in (case.topic, topic)
        if case.is_open and (same or (case.opened_at >= recent and topic is Topic.OTHER)):
            return case
    return None


def wording(case: int, used: Collection[int]) -> int:
    """One of the wordings 1 to 4, steady for the case and not one of those just used in the channel."""
    order = [(case + offset) % WORDINGS + 1 for offset in range(WORDINGS)]
    return next((choice for choice in order if choice not in used), order[0])
