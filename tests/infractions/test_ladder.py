"""Which step comes next for somebody who attacks people, and when it may be taken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.infractions.model import (
    Infraction,
    Refusal,
    Refused,
    Removal,
    Standing,
    Step,
    Terms,
    Undone,
    Wait,
    permit,
    standing,
)
from bot.vocabulary.places import MessageRef
from tests.infractions.making import BURST, NOW, TERMS, taken, told, warned_twice

DAY = timedelta(days=1)


def stands(*infractions: Infraction, said_at: datetime = NOW) -> Standing:
    return standing(infractions, said_at, NOW, burst=BURST)


def test_the_first_time_it_is_a_request() -> None:
    assert stands() == Standing(Step.NOTICE, None, [])


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ((Step.NOTICE,), Step.FIRST_WARNING),
        ((Step.NOTICE, Step.FIRST_WARNING), Step.SECOND_WARNING),
        ((Step.FIRST_WARNING,), Step.SECOND_WARNING),
        ((Step.SECOND_WARNING,), Step.SECOND_WARNING),
        ((Step.NOTICE, Step.NOTICE), Step.FIRST_WARNING),
        ((Step.FIRST_WARNING, Step.SECOND_WARNING), Step.REMOVAL),
        ((Step.FIRST_WARNING, Step.SECOND_WARNING, Step.REMOVAL), Step.REMOVAL),
        ((Step.REMOVAL, Step.REMOVAL), Step.NOTICE),
    ],
)
def test_each_step_follows_what_was_delivered_and_counts(before: tuple[Step, ...], then: Step) -> None:
    known = [told(taken(step, NOW - DAY * (5 - i), i)) for i, step in enumerate(before)]
    assert (stands(*known).step, stands(*known).wait) == (then, None)


def test_what_has_expired_counts_no_more() -> None:
    first, second = taken(Step.NOTICE, NOW - 15 * DAY, 1), taken(Step.FIRST_WARNING, NOW - 29 * DAY, 2)
    assert stands(told(first)).step is Step.NOTICE
    assert stands(told(second)).step is Step.SECOND_WARNING
    assert stands(told(taken(Step.FIRST_WARNING, NOW - 31 * DAY))).step is Step.NOTICE


@pytest.mark.parametrize("how", Undone)
def test_what_was_taken_back_counts_no_more(how: Undone) -> None:
    assert stands(replace(told(taken(Step.FIRST_WARNING, NOW - DAY)), undone=how)).step is Step.NOTICE


def test_what_an_appeal_has_reduced_counts_as_that() -> None:
    reduced = replace(told(taken(Step.SECOND_WARNING, NOW - DAY)), counts_as=Step.NOTICE)
    assert stands(reduced).step is Step.FIRST_WARNING


def test_nothing_follows_while_the_last_step_is_on_its_way() -> None:
    assert stands(taken(Step.NOTICE, NOW - DAY)).wait is Wait.UNDELIVERED


def test_what_never_arrived_counts_as_nothing_and_can_be_tried_again() -> None:
    lost = replace(taken(Step.FIRST_WARNING, NOW - timedelta(minutes=9)), lost_at=NOW)
    assert stands(lost) == Standing(Step.NOTICE, None, [])


def test_nothing_follows_before_the_last_step_was_read() -> None:
    unread = told(taken(Step.NOTICE, NOW - timedelta(hours=5)), read_after=None)
    assert stands(unread).wait is Wait.UNREAD
    assert stands(replace(unread, acknowledged_at=NOW - timedelta(hours=1))).wait is None
    assert stands(replace(unread, wrote_at=NOW - timedelta(hours=1))).wait is None


def test_nothing_follows_for_what_was_said_before_the_last_step_was_read() -> None:
    read = told(taken(Step.NOTICE, NOW - timedelta(hours=5)))
    assert stands(read, said_at=NOW - timedelta(hours=4, minutes=30)).wait is Wait.UNREAD
    assert stands(read, said_at=NOW - timedelta(hours=3, minutes=30)).wait is None


def test_after_a_day_it_counts_as_read() -> None:
    unread = told(taken(Step.NOTICE, NOW - timedelta(hours=24, minutes=7)), read_after=None)
    assert stands(unread).wait is None
    assert stands(replace(unread, delivered_at=NOW - timedelta(hours=23, minutes=59))).wait is Wait.UNREAD


def test_one_outburst_is_one_step() -> None:
    at_once = told(taken(Step.NOTICE, NOW - timedelta(minutes=15)), read_after=timedelta(minutes=2))
    assert stands(at_once).wait is Wait.SAME_OUTBURST
    before = told(taken(Step.NOTICE, NOW - timedelta(minutes=16)), read_after=timedelta(minutes=2))
    assert stands(before).wait is None


def permitted(removal: Infraction, known: Sequence[Infraction] = (), terms: Terms = TERMS) -> Removal:
    return permit(removal, removal.offence, known or warned_twice(), NOW, terms)


def removal(**changed: object) -> Infraction:
    """What a moderator wants removed now, five minutes after it was said."""
    made = replace(taken(Step.REMOVAL, NOW - timedelta(minutes=5), number=9), taken_at=NOW)
    return replace(made, **changed)  # type: ignore[arg-type]


def test_after_two_warnings_that_were_read_one_message_can_be_removed() -> None:
    proof = permitted(removal())
    assert proof.message == MessageRef("support", "m9")
    assert (proof.community, proof.infraction, proof.by) == ("fake:main", 9, "mihai")
    assert proof.warnings == (2, 3)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"reason": None}, Refusal.NO_REASON),
        ({"reason": " \n"}, Refusal.NO_REASON),
        ({"text": None}, Refusal.GONE),
        ({"urgent": True}, Refusal.URGENT),
        ({"abuse": 0.79, "complaint": 0.9}, Refusal.COMPLAINT),
        ({"abuse": 0.79, "complaint": 0.1}, Refusal.NOT_ABUSE),
        ({"undone": Undone.OVERTURNED}, Refusal.UNDONE),
        ({"member_id": "ana"}, Refusal.NOT_THEIRS),
        ({"by": "max"}, Refusal.NOT_THEIRS),
        ({"step": Step.SECOND_WARNING}, Refusal.NO_WARNINGS),
        ({"said_at": NOW - timedelta(hours=25)}, Refusal.TOO_LATE),
        ({"said_at": NOW - timedelta(days=2), "taken_at": NOW - timedelta(days=2)}, Refusal.UNREAD),
    ],
)
def test_a_removal_is_refused(changed: dict[str, object], code: Refusal) -> None:
    with pytest.raises(Refused, match=f"^{code.value}$"):
        permitted(removal(**changed))


def test_abuse_within_a_complaint_can_be_removed_and_the_complaint_alone_cannot() -> None:
    assert permitted(removal(abuse=0.9, complaint=0.9)).infraction == 9
    with pytest.raises(Refused, match="complaint"):
        permitted(removal(abuse=0.1, complaint=0.9))


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(TERMS, enabled=False), Refusal.OFF),
        (replace(TERMS, staff=1), Refusal.ALONE),
        (replace(TERMS, second=True), Refusal.SECOND),
    ],
)
def test_a_community_may_ask_for_more(terms: Terms, code: Refusal) -> None:
    with pytest.raises(Refused, match=code.value):
        permitted(removal(), terms=terms)


def test_the_second_moderator_is_another_person() -> None:
    with pytest.raises(Refused, match="second"):
        permitted(removal(second_by="mihai"), terms=replace(TERMS, second=True))
    assert permitted(removal(second_by="daria"), terms=replace(TERMS, second=True)).infraction == 9


@pytest.mark.parametrize("which", [1, 2])
@pytest.mark.parametrize(
    "changed",
    [
        {"undone": Undone.PARDONED},
        {"undone": Undone.OVERTURNED},
        {"counts_as": Step.NOTICE},
        {"expires_at": NOW},
        {"delivered_at": None, "lost_at": NOW - DAY},
    ],
)
def test_a_warning_that_counts_no_more_permits_nothing(which: int, changed: dict[str, object]) -> None:
    known = list(warned_twice())
    known[which] = replace(known[which], **changed)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="no_warnings"):
        permitted(removal(), known)


def test_what_is_about_another_message_is_no_proof_for_this_one() -> None:
    wanted = removal()
    other = replace(wanted.offence, message=MessageRef("support", "m10"))
    with pytest.raises(Refused, match="not_theirs"):
        permit(wanted, other, warned_twice(), NOW, TERMS)


def test_warnings_of_somebody_else_permit_nothing() -> None:
    others = [replace(one, member_id="ana") for one in warned_twice()]
    with pytest.raises(Refused, match="not_theirs"):
        permitted(removal(), others)


def test_nobody_but_the_ladder_makes_the_proof() -> None:
    with pytest.raises(TypeError):
        Removal("fake:main", MessageRef("support", "m9"), 9, (2, 3), "mihai", object())
    with pytest.raises(TypeError):
        Removal("fake:main", MessageRef("support", "m9"), 9, (2, 3), "mihai")  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValueError)):
        replace(permitted(removal()), message=MessageRef("support", "m10"))  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        permitted(removal()).message = MessageRef("support", "m10")  # type: ignore[misc]
