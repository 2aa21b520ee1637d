"""Which private door is tried next."""

from collections.abc import Sequence

import pytest

from bot.cases.doors import next_door
from bot.cases.timeline import Entry
from bot.ports import Door
from bot.vocabulary.facts import CaseOpened, DoorOpened, DoorRefused, Fact
from tests.fakes.clock import MONDAY_NOON as NOON

USUAL = (Door.PRIVATE_THREAD, Door.DM, Door.FORM)


def after_refusals(*doors: Door) -> list[Entry]:
    facts: list[Fact] = [
        CaseOpened(7),
        *(DoorRefused(7, door, "shut") for door in doors),
        DoorOpened(7, "elsewhere"),
    ]
    return [Entry(number, NOON, fact) for number, fact in enumerate(facts)]


@pytest.mark.parametrize(
    ("order", "refused", "tried"),
    [
        (USUAL, (), Door.PRIVATE_THREAD),
        (USUAL, (Door.PRIVATE_THREAD,), Door.DM),
        (USUAL, (Door.DM,), Door.PRIVATE_THREAD),
        (USUAL, (Door.PRIVATE_THREAD, Door.DM), None),
        ((Door.DM, Door.PRIVATE_THREAD), (), Door.DM),
        ((Door.DM,), (Door.DM,), None),
        ((Door.FORM,), (), None),
        ((), (), None),
    ],
    ids=lambda value: "+".join(value) or "none" if isinstance(value, tuple) else str(value),
)
def test_the_first_door_that_was_not_refused_is_tried_and_a_form_never_is(
    order: Sequence[Door], refused: tuple[Door, ...], tried: Door | None
) -> None:
    assert next_door(order, after_refusals(*refused)) is tried
