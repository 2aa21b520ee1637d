"""Cases to begin a test with."""

from datetime import timedelta

from bot.cases.model import Case, NextStep, Owed, Priority, Status
from bot.cases.store import NewCase
from bot.detection import Severity, Topic
from bot.vocabulary.places import MessageRef
from tests.fakes.clock import MONDAY_NOON as NOON
from tests.fakes.directory import MAX

FIRST = Owed(NextStep.FIRST_RESPONSE, NOON + timedelta(hours=2))
LATER = Owed(NextStep.NEXT_RESPONSE, NOON + timedelta(hours=8))
ORIGIN = MessageRef("support", "17")
OPEN = (Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD)


def new_case(**changes: object) -> NewCase:
    """A member's complaint of medium severity, made in public."""
    given: dict[str, object] = {
        "member": MAX,
        "severity": Severity.MEDIUM,
        "topic": Topic.BILLING,
        "language": "en",
        "team": "front_desk",
        "owed": FIRST,
        "origin": ORIGIN,
    }
    return NewCase(**(given | changes))  # type: ignore[arg-type]  # a test names the fields it changes


def case_that_is(status: Status) -> Case:
    """Case 42 of Max in that status, assigned to Mihai unless it is new."""
    is_open = status in OPEN
    held = status is not Status.NEW
    return Case(
        id=7,
        community_id=1,
        number=42,
        member_id=MAX.id,
        member_name=MAX.name,
        status=status,
        severity=Severity.MEDIUM,
        priority=Priority.NORMAL,
        topic=Topic.BILLING,
        language="en",
        team="front_desk",
        assignee="mihai" if held else None,
        assignee_name="Mihai" if held else None,
        next_step=FIRST.step if is_open else None,
        due_at=FIRST.due_at if is_open else None,
        channel=ORIGIN.channel,
        message=ORIGIN.message,
        in_public=False,
        ending=None,
        opened_at=NOON - timedelta(days=1),
        answered_at=None,
        solved_at=NOON if status is Status.SOLVED else None,
        closed_at=NOON if status is Status.CLOSED else None,
        reopened=0,
        version=3,
    )
