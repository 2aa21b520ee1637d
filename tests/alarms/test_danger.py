"""Danger is heard whenever it is said: after another alarm, after a solution, after everybody was called in vain."""

from bot.community import Contact
from tests.alarms.test_managers import IN_DANGER, LAWYER, ROOM, room
from tests.scenarios.test_member import complain
from tests.scenarios.town import Town

DESPAIR = "Honestly, I want to kill myself."
CALL = "somebody may be in danger"


async def calls(town: Town) -> int:
    """How often the safety contact was called in the staff room."""
    return "\n".join(await town.reads(town.mihai, "staff-room")).count(f"Mihai {CALL}")


async def test_it_calls_a_manager_though_another_reason_was_dealt_with(office: Town) -> None:
    private = await complain(office, LAWYER)
    await office.elena.types("alarm done 1 I have called them.")
    await office.max.says(private, DESPAIR)
    card = await office.last(office.elena, ROOM)
    assert CALL in card and "Elena, this needs to be taken" in card
    await office.passes(minutes=6)
    assert "Daria, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_whoever_has_taken_something_else_is_called_for_it_by_name(office: Town) -> None:
    private = await complain(office, LAWYER)
    await office.daria.types("alarm take 1")
    await office.max.says(private, DESPAIR)
    assert "Elena, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_said_again_after_a_solution_everybody_is_called_again(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    private = await complain(office)
    await office.max.says(private, DESPAIR)
    assert await calls(office) == 1
    await office.mihai.types("case solve 1 solved We have talked.")
    await office.passes(days=1)
    await office.max.says(private, DESPAIR)
    assert await calls(office) == 2
    assert "Called in the staff room: Mihai" in await room(office)
    await office.passes(minutes=6)
    assert "Elena, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_said_again_when_nobody_has_taken_it_everybody_is_called_again(office: Town) -> None:
    private = await complain(office)
    await office.max.says(private, DESPAIR)
    await office.passes(minutes=6)
    await office.passes(minutes=6)
    assert "nobody has taken it" in await office.last(office.elena, ROOM)
    await office.passes(minutes=30)
    await office.max.says(private, DESPAIR)
    assert "Elena, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_while_somebody_has_it_more_words_call_nobody(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    private = await complain(office)
    await office.max.says(private, DESPAIR)
    await office.elena.types("alarm take 1")
    await office.max.says(private, DESPAIR)
    await office.passes(minutes=10)
    assert await calls(office) == 1
    assert "Elena has taken it" in await office.last(office.elena, ROOM)


async def test_words_that_are_taken_back_are_not_danger_that_is_over(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    await complain(office, IN_DANGER)
    message = next(m for m in await office.messages(office.max, "support") if m.text == IN_DANGER)
    await office.max.deletes(message)
    card = await office.last(office.elena, ROOM)
    assert CALL in card and "Max" in card and IN_DANGER not in card
    await office.passes(minutes=6)
    assert "Elena, this needs to be taken" in await office.last(office.elena, ROOM)
    assert "#1 is taken" in (await office.elena.presses("Take", ROOM)).text
    await office.elena.types("alarm done 1 I have talked to them.")
    card = await office.last(office.elena, ROOM)
    assert "It is settled" in card and "Max" not in card


async def test_nor_is_it_over_because_they_want_no_help(office: Town) -> None:
    await complain(office, IN_DANGER)
    await office.max.presses("No help needed", office.private(office.max))
    card = await office.last(office.elena, ROOM)
    assert "Elena, this needs to be taken" in card and IN_DANGER not in card


async def test_whoever_gives_the_case_back_gives_back_what_they_had_taken_with_it(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    await complain(office, IN_DANGER)
    await office.mihai.types("case claim 1")
    await office.mihai.types("case release 1")
    assert "Elena, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_whoever_is_called_and_answers_has_taken_it(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    await complain(office, IN_DANGER)
    await office.mihai.types("case reply 1 I am Mihai. Where are you now?")
    await office.passes(minutes=10)
    assert "Mihai has taken it" in await office.last(office.elena, ROOM)


async def test_that_they_call_it_settled_themselves_does_not_end_it_either(office: Town) -> None:
    private = await complain(office, IN_DANGER)
    await office.mihai.types("case reply 1 Where are you now?")
    for _ in range(2):
        await office.passes(minutes=6)
    await office.passes(days=6)
    await office.max.presses("It is settled", private)
    card = await office.last(office.elena, ROOM)
    assert CALL in await room(office) and IN_DANGER not in card
    assert "#1 is taken" in (await office.elena.types("alarm take 1")).text
