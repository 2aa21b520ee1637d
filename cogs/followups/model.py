"""When to ask, in which words, and who is not asked. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.cases.model import Case, Ending
from bot.community import CommunitySettings
from bot.detection import Severity


class Answer(StrEnum):
    """What the member pressed."""

    SOLVED = "solved"
    NOT_YET = "not_yet"
    SOMETHING_ELSE = "something_else"
    SOMEBODY_ELSE = "somebody_else"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Kind:
    """The one-tap answers to a check-in, in order, as (action, label). Its sentences go by the ending's name."""

    buttons: tuple[tuple[str, str], ...]


_ELSE = ("check-in else", "followups.label.check_in_else")
_NEVER = ("check-in never", "followups.label.check_in_never")

KINDS = {
    Ending.SOLVED: Kind(
        (
            ("check-in solved", "followups.label.check_in_solved"),
            ("check-in not-yet", "followups.label.check_in_not_yet"),
            _ELSE,
            _NEVER,
        ),
    ),
    Ending.WORKAROUND: Kind(
        (
            ("check-in solved", "followups.button.holds"),
            ("check-in not-yet", "followups.button.holds_not"),
            _ELSE,
            _NEVER,
        ),
    ),
    Ending.WAITING: Kind(
        (
            ("check-in solved", "followups.button.fixed"),
            ("check-in not-yet", "followups.button.still_there"),
            _ELSE,
            _NEVER,
        ),
    ),
    Ending.DECLINED: Kind(
        (
            ("check-in solved", "followups.button.clear"),
            ("check-in else", "followups.button.question"),
            ("check-in somebody", "followups.label.check_in_somebody"),
            _NEVER,
        ),
    ),
}
"""Asking "is it solved?" after a refusal is an insult: each ending has its own words."""


def due_at(
    case: Case, solved_at: datetime, last_asked: datetime | None, settings: CommunitySettings
) -> datetime:
    """When to ask: the days of the topic or severity later, not too soon after another check-in, at a decent hour."""
    days = settings.check_in_days_by_topic.get(case.topic, _days(case.severity, settings))
    due = solved_at + timedelta(days=days)
    if last_asked is not None:
        due = max(due, last_asked + timedelta(days=settings.check_in_every_days))
    return settings.check_in_hours.next_open(due)


def reminder_at(asked_at: datetime, settings: CommunitySettings) -> datetime:
    """The one reminder."""
    return settings.check_in_hours.next_open(asked_at + timedelta(days=settings.check_in_reminder_days))


def _days(severity: Severity, settings: CommunitySettings) -> int:
    return {
        Severity.LOW: settings.check_in_days_low,
        Severity.MEDIUM: settings.check_in_days_medium,
        Severity.HIGH: settings.check_in_days_high,
    }[severity]
