"""Why managers are called, when, and who is next: the rules by themselves."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.cases.model import Status
from bot.cases.timeline import Entry
from bot.community import CommunitySettings, Contact
from bot.detection import Severity, assess
from bot.vocabulary.facts import (
    CaseClaimed,
    CaseReleased,
    CaseTransferred,
    Fact,
    MemberWrote,
    StaffReplied,
)
from cogs.alarms.model import (
    Reason,
    contacts_after_an_answer,
    goes_on_at,
    names,
    next_of,
    of_history,
    of_opening,
    of_words,
    owners,
    rings_at,
)
from tests.cases.making import case_that_is
from tests.fakes.clock import MONDAY_NOON as NOON

CASE = case_that_is(Status.OPEN)
SETTINGS = CommunitySettings()
NIGHT = NOON + timedelta(hours=11)
NEXT_MORNING = NOON + timedelta(hours=21)
ELENA, RADU = Contact("elena", "Elena"), Contact("radu", "Radu")


def wrote(text: str) -> Fact:
    return MemberWrote(CASE.id, CASE.member_id, text)


def replied(text: str) -> Fact:
    return StaffReplied(CASE.id, "mihai", "Mihai", text)


def told(*facts: tuple[int, Fact]) -> list[Entry]:
    """Facts, each so many minutes after noon."""
    return [Entry(n, NOON + timedelta(minutes=at), fact) for n, (at, fact) in enumerate(facts)]


def test_coming_back_again_and_again_counts() -> None:
    entries = told(
        (0, wrote("It crashes.")),
        (5, replied("It is fixed.")),
        (60, wrote("It still crashes.")),
        (120, wrote("Hello, it still crashes.")),
        (180, replied("Now it is fixed.")),
        (240, wrote("No, it crashes.")),
    )
    assert contacts_after_an_answer(CASE, entries) == 3
    assert Reason.REPEATED in of_history(CASE, entries)


def test_before_anybody_has_answered_waiting_is_no_coming_back() -> None:
    entries = told(*((60 * n, wrote("Anybody?")) for n in range(6)))
    assert contacts_after_an_answer(CASE, entries) == 0


def test_whoever_answers_our_question_does_not_come_back() -> None:
    turns = [(10 * n, replied("And which version?") if n % 2 else wrote("3.2")) for n in range(12)]
    assert contacts_after_an_answer(CASE, told(*turns)) == 0


def test_fragments_are_one_contact_and_thanks_are_none() -> None:
    entries = told(
        (0, replied("It is fixed.")),
        (60, wrote("It crashes")),
        (61, wrote("every time")),
        (70, wrote("since Monday")),
        (180, replied("Please try it again.")),
        (240, wrote("Thank you, works great now!")),
    )
    assert contacts_after_an_answer(CASE, entries) == 1


def test_owners_are_people_not_turns() -> None:
    facts: list[Fact] = [
        CaseClaimed(CASE.id, "mihai", "Mihai"),
        CaseReleased(CASE.id, "mihai"),
        CaseClaimed(CASE.id, "mihai", "Mihai"),
        CaseTransferred(CASE.id, "mihai", "daria", "Daria"),
        CaseTransferred(CASE.id, "daria", "mihai", "Mihai"),
    ]
    assert owners(facts) == {"mihai", "daria"}
    assert owners([*facts, CaseReleased(CASE.id, "mihai"), replied("I see to it.")]) == {"mihai", "daria"}


def test_opened_again_twice() -> None:
    assert of_history(replace(CASE, reopened=1), []) == frozenset()
    assert of_history(replace(CASE, reopened=2), []) == {Reason.REOPENED}


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("My lawyer will contact you tomorrow.", {Reason.LEGAL, Reason.SEVERE}),
        ("I want to kill myself.", {Reason.SAFETY}),
        ("It still crashes.", set()),
        ("Thanks, that helps.", set()),
    ],
)
def test_what_words_say(text: str, reasons: set[Reason]) -> None:
    assert reasons <= of_words(assess(text))
    if not reasons:
        assert of_words(assess(text)) == frozenset()


def test_personal_data_is_private_but_no_danger() -> None:
    assert of_opening(Severity.MEDIUM, (), ("personal_data",)) == frozenset()


@pytest.mark.parametrize(
    ("reason", "at_night", "when"),
    [
        (Reason.SAFETY, True, NIGHT),
        (Reason.SAFETY, False, NIGHT),
        (Reason.LEGAL, True, NIGHT),
        (Reason.LEGAL, False, NEXT_MORNING),
        (Reason.BOUNCED, True, NEXT_MORNING),
    ],
)
def test_the_hour_at_which_managers_hear(reason: Reason, at_night: bool, when: datetime) -> None:
    assert rings_at([reason], NIGHT, SETTINGS.model_copy(update={"high_at_any_hour": at_night})) == when


def test_how_long_one_name_has() -> None:
    assert goes_on_at([Reason.LEGAL], NIGHT, SETTINGS) == NIGHT + timedelta(minutes=30)
    assert goes_on_at([Reason.LEGAL, Reason.SAFETY], NIGHT, SETTINGS) == NIGHT + timedelta(minutes=5)
    evening = NOON + timedelta(hours=5, minutes=50)
    assert goes_on_at([Reason.BOUNCED], evening, SETTINGS) == NEXT_MORNING + timedelta(minutes=20)


def test_everybody_once_and_never_whom_it_is_about() -> None:
    settings = SETTINGS.model_copy(update={"next_level": RADU, "alarm_people": (ELENA, RADU)})
    assert names(settings, None) == [RADU, ELENA]
    assert names(settings, "radu") == [ELENA]
    assert next_of(names(settings, None), ["radu"]) == ELENA
    assert next_of(names(settings, None), ["radu", "elena"]) is None
