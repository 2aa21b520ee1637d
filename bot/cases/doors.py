"""Where the member of a case is spoken to, and under which names the core shows a case. Pure."""

from collections.abc import Sequence

from bot.cases.model import Case
from bot.cases.timeline import Entry
from bot.ports import Door
from bot.vocabulary.facts import DoorRefused
from bot.vocabulary.places import CasePrivate, ManagersRoom, Place, Public, StaffRoom

CARD = "case.card"
"""The view of a case in the staff room; its staff thread hangs on it."""

SEALED_CARD = "case.sealed_card"
"""The same in the managers' room, for a case about somebody of staff."""

ACK = "intake.ack"
"""The acknowledgement under the member's message."""

MIRROR = "cases.mirror"
"""The view of one entry of the timeline in the staff thread."""


def next_door(doors: Sequence[Door], entries: Sequence[Entry]) -> Door | None:
    """The first door of the community's order that was not refused; None when all were, or only a form is left."""
    refused = {entry.fact.door for entry in entries if isinstance(entry.fact, DoorRefused)}
    return next((door for door in doors if door not in refused and door is not Door.FORM), None)


def card_of(case: Case) -> tuple[Place, str] | None:
    """Where the card stands and which view it is; None where there is no room that can hide it from its subject."""
    if case.about is None:
        return StaffRoom(), CARD
    return None if case.about_manager else (ManagersRoom(), SEALED_CARD)


def member_place(case: Case) -> Place:
    """Where the member reads us: in private, or under their message if they would rather stay in public."""
    return Public(case.origin) if case.in_public and case.origin else CasePrivate(case.id)
