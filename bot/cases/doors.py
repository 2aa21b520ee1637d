"""Which private door of a case is tried next, and under which names the core shows a case. Pure."""

from collections.abc import Sequence

from bot.cases.timeline import Entry
from bot.ports import Door
from bot.vocabulary.facts import DoorRefused

CARD = "case.card"
"""The view of a case in the staff room; its staff thread hangs on it."""


def next_door(doors: Sequence[Door], entries: Sequence[Entry]) -> Door | None:
    """The first door of the community's order that was not refused; None when all were, or only a form is left."""
    refused = {entry.fact.door for entry in entries if isinstance(entry.fact, DoorRefused)}
    return next((door for door in doors if door not in refused and door is not Door.FORM), None)
