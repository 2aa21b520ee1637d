"""Problems travel up, questions surface, onlookers see an end; on whichever platform."""

from tests.contract.stage import Stage
from tests.contract.test_deadlines import always
from tests.contract.test_members import complaint

ROOM = "staff-room"
LAWYER = "My order never came and nobody answers. My lawyer will contact you tomorrow."
ASKED = "Hey team, when will you ship to Romania?"


async def test_a_manager_is_called_by_name_takes_it_and_says_what_was_done(stage: Stage) -> None:
    assert "Elena" in (await stage.elena.types("alarm people", member="Elena")).text
    await stage.max.writes("support", LAWYER)
    await stage.passes(seconds=9)
    room = await stage.elena.all(ROOM)
    assert "A manager is needed: #1" in room and "Elena, this needs to be taken" in room and "lawyers" in room
    assert "#1 is taken" in (await stage.elena.presses("Take", ROOM)).text
    await stage.passes(hours=1)
    assert "Elena has taken it" in await stage.elena.all(ROOM)
    form = await stage.elena.presses("Done", ROOM)
    assert "Noted for #1" in (await form.fills(text="I have called them.")).text
    assert "I have called them." in await stage.daria.all(stage.staff_thread())
    assert "I have called them." not in await stage.max.all(stage.max.private)


async def test_with_the_members_yes_onlookers_read_that_it_is_solved(stage: Stage) -> None:
    await stage.change(**always(stage))
    await complaint(stage)
    await stage.daria.types("case solve", case=1, ending="solved", text="We restored it.")
    await stage.passes(days=3, minutes=1)
    await stage.max.presses("Solved", stage.max.private)
    assert "May one line there say" in await stage.max.last(stage.max.private)
    before = len(await stage.ana.reads("support"))
    assert "goes up in public" in (await stage.max.presses("Yes, one line", stage.max.private)).text
    after = await stage.ana.reads("support")
    assert len(after) == before + 1 and "#1" in after[-1] and "restored" not in after[-1]
    await stage.max.writes(stage.max.private, "It is broken again.")
    assert len(await stage.ana.reads("support")) == before


async def test_a_question_that_nobody_answers_is_listed_and_can_become_a_case(stage: Stage) -> None:
    await stage.change(**always(stage))
    await stage.max.writes("support", ASKED)
    await stage.passes(hours=4, minutes=1)
    listed = await stage.daria.types("questions")
    assert ASKED in listed.text
    assert await stage.ana.reads("support") == [ASKED]
    assert "It is #1 now" in (await listed.presses("1: make it a case")).text
    assert "has been answered" in (await stage.daria.types("questions")).text
    await stage.daria.types("case reply", case=1, text="From next week on.")
    assert "From next week on." in await stage.max.last(stage.max.private)
