"""What the member was told of a time is what was promised, and no other time is said to have been told."""

import pytest

from bot.cases.model import Ending, Status
from bot.vocabulary.facts import CaseReopened, CaseSolved, Undelivered
from tests.deadlines.hamlet import Hamlet
from tests.deadlines.test_silence import answered
from tests.fakes.directory import MAX, MIHAI


async def words(hamlet: Hamlet, key: str) -> list[str]:
    """The messages under such keys, as they are stored."""
    return [str(row.payload) for row in await hamlet.said(key)]


async def test_put_on_hold_the_member_hears_at_once_that_the_time_has_changed(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case hold", number)
    (told,) = await words(hamlet, "held:")
    assert "waits for somebody outside the team" in told
    await hamlet.does(MIHAI, "case hold", number)
    assert len(await hamlet.said("held:")) == 2, "a new time is told too"


async def test_only_a_time_that_was_said_is_called_said(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.passes(hours=1, minutes=35)
    await hamlet.does(MIHAI, "case reply", number, text="Which version is it?")
    await hamlet.writes(number)
    await hamlet.passes(days=1)
    _, second = await words(hamlet, "holding:")
    assert "We said" not in second and "no new time either" in second


async def test_a_time_that_was_said_is_named(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    for _ in range(20):
        await hamlet.passes(minutes=15)
    _, second = await words(hamlet, "holding:")
    assert "We said" in second
    assert (await hamlet.case(number)).is_open


async def test_a_time_that_is_over_already_is_not_told_as_one_to_come(hamlet: Hamlet) -> None:
    """After a night without power: the second time was over in the evening."""
    await hamlet.opens()
    await hamlet.passes(hours=1, minutes=35)
    await hamlet.passes(hours=23)
    _, second = await words(hamlet, "holding:")
    assert "won't make it" not in second


async def test_nobody_is_solved_for_not_answering_what_never_reached_them(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=7)
    assert len(await hamlet.said("silence:")) == 1
    async with hamlet.village.doing() as ctx:
        case = await ctx.cases.by_number(number)
        await ctx.record(Undelivered(case.id, "silence", "no_way"))
    await hamlet.passes(days=7)
    case = await hamlet.case(number)
    assert case.status is Status.PENDING and case.due_at is not None
    assert case.due_at > hamlet.village.clock.now()
    (told,) = await words(hamlet, "silent:")
    assert MIHAI.id in told and "did not reach the member" in told
    await hamlet.passes(days=7)
    assert len(await hamlet.said("silent:")) == 2, "until somebody does something"


async def test_staff_are_told_of_a_silent_member_who_is_left_alone(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.change(left_alone=frozenset({MAX.id}))
    await hamlet.passes(days=7)
    (told,) = await words(hamlet, "silent:")
    assert "asked to be left alone" in told
    assert (await hamlet.case(number)).status is Status.PENDING
    await hamlet.does(MIHAI, "case close", number)
    await hamlet.passes(days=20)
    assert len(await hamlet.said("silent:")) == 1


async def test_still_open_is_a_reopening_and_what_was_to_close_it_does_not(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=7)
    await hamlet.passes(days=7)
    assert (await hamlet.case(number)).ending is Ending.SILENT
    await hamlet.passes(days=26)
    assert "is open" in await hamlet.does(MAX, "case waits", number)
    assert any(isinstance(fact, CaseReopened) for fact in await hamlet.facts(number))
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="Done.")
    for _ in range(10):
        await hamlet.passes(hours=12)
    assert (await hamlet.case(number)).status is Status.SOLVED
    assert len(await hamlet.said("checkin:")) == 1


async def test_pressed_while_it_is_open_nothing_is_reopened(hamlet: Hamlet) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=7)
    await hamlet.does(MAX, "case waits", number)
    assert not any(isinstance(fact, CaseReopened) for fact in await hamlet.facts(number))


@pytest.mark.parametrize("silent", [True, False], ids=["silence", "settled"])
async def test_signed_by_the_team_whoever_ends_it(hamlet: Hamlet, silent: bool) -> None:
    await hamlet.change(signature="team")
    number = await answered(hamlet)
    await hamlet.passes(days=7)
    if silent:
        await hamlet.passes(days=8)
    else:
        await hamlet.does(MAX, "case settled", number)
    (ended,) = [fact for fact in await hamlet.facts(number) if isinstance(fact, CaseSolved)]
    assert ended.as_team
    assert not any("Mihai" in text for text in await words(hamlet, "solved:"))


@pytest.mark.parametrize("silent", [True, False], ids=["silence", "settled"])
async def test_an_end_without_words_is_no_line_of_the_transcript(hamlet: Hamlet, silent: bool) -> None:
    number = await answered(hamlet)
    await hamlet.passes(days=7)
    if silent:
        await hamlet.passes(days=8)
    else:
        await hamlet.does(MAX, "case settled", number)
    assert "erased" not in await hamlet.file(MIHAI, number)


async def test_read_the_answer_shows_the_words_of_a_solution(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="We sent the refund.")
    assert "Mihai: We sent the refund." in await hamlet.does(MAX, "case read", number)


async def test_signed_by_the_team_there_too(hamlet: Hamlet) -> None:
    await hamlet.change(signature="team")
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="We sent the refund.")
    read = await hamlet.does(MAX, "case read", number)
    assert "We sent the refund." in read and "Mihai" not in read
