"""When a member is asked whether onlookers may read that it is solved. Pure: no I/O, no clock of its own."""

from collections.abc import Sequence

from bot.cases.model import Case, Ending, Status
from bot.detection import Topic, assess
from bot.vocabulary.facts import (
    CaseMerged,
    CaseOpened,
    CaseReopened,
    CheckInAnswered,
    ClosingAnswered,
    Fact,
    MemberWrote,
)

TRULY = (Ending.SOLVED, Ending.WORKAROUND, Ending.WAITING)
"""Endings after which a member who says yes means that it is solved; a refusal is never called so."""

PRIVATE_ONLY = frozenset({Topic.SAFETY, Topic.PRIVACY})

AGREES = ("solved", "never")
"""Answers to a check-in that don't say that it is not solved."""

WORDINGS = 4
"""Wordings of the line, per language."""


def may_ask(case: Case, facts: Sequence[Fact]) -> bool:
    """Not twice about one solving, and not long afterwards."""
    return case.status is Status.SOLVED and answer(facts) is None and may_say(case, facts)


def may_say(case: Case, facts: Sequence[Fact]) -> bool:
    """Whether it is true, whether it is anybody's business, and whether there is anything it would stand under."""
    if case.about is not None or case.topic in PRIVATE_ONLY or case.origin is None:
        return False
    if case.is_open or case.ending not in TRULY or any(isinstance(fact, CaseMerged) for fact in facts):
        return False
    if _denied(facts) or any(_is_private(fact) for fact in facts):
        return False
    first = [fact for fact in facts if isinstance(fact, MemberWrote) and fact.message == case.origin]
    return all(fact.text is not None for fact in first)


def _denied(facts: Sequence[Fact]) -> bool:
    """Whether the last thing they said about it at a check-in is that it is not solved."""
    reopened = max((place for place, fact in enumerate(facts) if isinstance(fact, CaseReopened)), default=-1)
    answers = [fact.answer for fact in facts[reopened + 1 :] if isinstance(fact, CheckInAnswered)]
    return bool(answers) and answers[-1] not in AGREES


def _is_private(fact: Fact) -> bool:
    """Whether detection saw something in it that is never acknowledged in public."""
    match fact:
        case CaseOpened(safety=safety):
            return bool(safety)
        case MemberWrote(text=str(text)):
            return bool(assess(text).safety)
    return False


def answer(facts: Sequence[Fact]) -> bool | None:
    """What the member said since it was solved the last time; None: nothing."""
    said: bool | None = None
    for fact in facts:
        if isinstance(fact, CaseReopened):
            said = None
        elif isinstance(fact, ClosingAnswered):
            said = fact.shown
    return said


def wording(case: Case) -> int:
    """One of the wordings 1 to 4, steady for the case."""
    return case.id % WORDINGS + 1
