"""Which word about a message stands."""

from datetime import UTC, datetime

import pytest

from bot.vocabulary.corrections import How
from bot.vocabulary.places import MessageRef
from cogs.labels.model import Label, What, counts, stands

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


def label(how: How, *, is_one: bool = True, what: What = What.COMPLAINT) -> Label:
    return Label(MessageRef("general", "1"), "max", "en", what, is_one, how, (), AT)


@pytest.mark.parametrize(
    ("known", "new", "replaced"),
    [
        (None, How.NO_HELP_NEEDED, True),
        (How.CARD_OPENED, How.CASE_DISMISSED, True),
        (How.CASE_OPENED, How.NO_HELP_NEEDED, False),
        (How.NO_HELP_NEEDED, How.CASE_DISMISSED, True),
        (How.SAID_ABUSE, How.DECIDED, True),
        (How.DECIDED, How.SAID_ABUSE, True),
        (How.DECIDED, How.APPEAL_WON, True),
        (How.APPEAL_WON, How.SAID_ABUSE, False),
        (How.APPEAL_WON, How.DECIDED, False),
    ],
)
def test_the_last_word_counts_but_not_over_who_heard_both_sides(
    known: How | None, new: How, *, replaced: bool
) -> None:
    assert stands(label(known) if known else None, label(new)) is replaced


def test_they_are_counted_by_what_and_verdict() -> None:
    found = counts(
        [label(How.CARD_OPENED), label(How.CARD_OPENED), label(How.DECIDED, is_one=False, what=What.ABUSE)]
    )
    assert (found[What.COMPLAINT, True], found[What.COMPLAINT, False], found[What.ABUSE, False]) == (2, 0, 1)
