"""Who is asked whether it is settled, and when."""

from datetime import timedelta

from bot.cases.model import Ending, Status
from tests.deadlines.hamlet import Hamlet
from tests.fakes.directory import MAX, MIHAI


async def answered(hamlet: Hamlet) -> int:
    """On Monday Max is asked which version it is."""
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case reply", number, text="Which version is it?")
    return number


async def test_once_on_a_working_day_and_then_it_is_solved(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=6)
    assert await hamlet.said("silence:") == [], "it is Sunday"
    await hamlet.passes(days=1)
    assert len(await hamlet.said("silence:")) == 1
    await hamlet.passes(days=4)
    assert (await hamlet.case(number)).status is Status.PENDING
    await hamlet.passes(days=3)
    case = await hamlet.case(number)
    assert (case.status, case.ending, case.assignee) == (Status.SOLVED, Ending.SILENT, MIHAI.id)
    assert len(await hamlet.said("silence:")) == 1 and len(await hamlet.said("solved:")) == 1


async def test_thirty_days_after_that_it_is_closed_and_nobody_asks_how_it_was(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=7)
    await hamlet.passes(days=7)
    await hamlet.passes(days=29)
    assert (await hamlet.case(number)).status is Status.SOLVED
    await hamlet.passes(days=2)
    assert (await hamlet.case(number)).status is Status.CLOSED
    assert await hamlet.said("checkin:") == []


async def test_whoever_answers_is_not_asked(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=4)
    await hamlet.writes(number)
    await hamlet.does(MIHAI, "case reply", number, text="Try the next one.")
    await hamlet.passes(days=4)
    assert await hamlet.said("silence:") == [], "five days begin anew"
    await hamlet.passes(days=2)
    assert len(await hamlet.said("silence:")) == 1


async def test_while_the_bot_is_paused_nobody_is_asked(hamlet: Hamlet) -> None:
    await answered(hamlet)
    until = hamlet.village.clock.now() + timedelta(days=9)
    await hamlet.change(paused_until=until)
    await hamlet.passes(days=8)
    assert await hamlet.said("silence:") == []
    await hamlet.change(paused_until=None)
    await hamlet.passes(days=2)
    assert len(await hamlet.said("silence:")) == 1


async def test_whoever_wants_to_be_left_alone_is_not_asked(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.change(left_alone=frozenset({MAX.id}))
    await hamlet.passes(days=20)
    assert await hamlet.said("silence:") == []
    assert (await hamlet.case(number)).status is Status.PENDING, "a person decides"


async def test_not_during_holidays(hamlet: Hamlet) -> None:
    """The fifth day is the Friday before the Orthodox Easter: Tuesday after it is the next working day."""
    await hamlet.change(country="RO")
    await hamlet.passes(days=34)
    await answered(hamlet)
    await hamlet.passes(days=8)
    assert await hamlet.said("silence:") == []
    await hamlet.passes(days=1)
    assert len(await hamlet.said("silence:")) == 1


async def test_after_as_many_days_as_the_community_wants(hamlet: Hamlet) -> None:
    await hamlet.change(silent_days=2)
    await answered(hamlet)
    await hamlet.passes(days=2)
    assert len(await hamlet.said("silence:")) == 1
