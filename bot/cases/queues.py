"""The open cases as staff look for them."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, true

from bot.cases.model import Status
from bot.cases.tables import cases

SOON = timedelta(hours=4)
"""What is due within this time is due soon: half a working day."""


class Queue(StrEnum):
    """A case may stand in several of these."""

    ALL = "all"
    MINE = "mine"
    UNCLAIMED = "unclaimed"
    WAITING_ON_US = "waiting_on_us"
    WAITING_ON_MEMBER = "waiting_on_member"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


def belongs(queue: Queue, who: str, now: datetime) -> ColumnElement[bool]:
    """Which of the open cases are in the queue, for this person at this time."""
    match queue:
        case Queue.ALL:
            return true()
        case Queue.MINE:
            return cases.c.assignee == who
        case Queue.UNCLAIMED:
            return cases.c.assignee.is_(None)
        case Queue.WAITING_ON_US:
            return cases.c.status.in_((Status.NEW, Status.OPEN))
        case Queue.WAITING_ON_MEMBER:
            return cases.c.status == Status.PENDING
        case Queue.DUE_SOON:
            return (cases.c.due_at > now) & (cases.c.due_at <= now + SOON)
        case Queue.OVERDUE:
            return cases.c.due_at <= now
