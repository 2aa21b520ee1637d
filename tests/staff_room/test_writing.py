"""Two moderators don't collide: the card says who is writing, and who has the case hears of another's answer."""

from tests.scenarios.test_member import complain
from tests.scenarios.town import Town


async def card(room: Town) -> str:
    return await room.last(room.mihai, "staff-room")


async def test_from_the_open_form_to_the_answer_the_card_says_who_is_writing(room: Town) -> None:
    await complain(room)
    assert "Writing an answer" not in await card(room)
    form = (await room.daria.presses("Reply", "staff-room")).forms[0]
    await room.settled()
    assert "Writing an answer: Daria" in await card(room)
    await room.daria.sends(form, text="We found it.")
    assert "Writing an answer" not in await card(room)


async def test_whoever_sends_nothing_is_not_waited_for_long(room: Town) -> None:
    await complain(room)
    await room.daria.presses("Reply", "staff-room")
    await room.passes(minutes=4)
    await room.mihai.presses("Reply", "staff-room")
    await room.settled()
    assert "Writing an answer: Daria, Mihai" in await card(room)
    await room.passes(minutes=2)
    assert "Writing an answer: Mihai" in await card(room)
    await room.passes(minutes=4)
    assert "Writing an answer" not in await card(room)


async def test_a_preview_counts_as_writing_and_other_forms_do_not(room: Town) -> None:
    await complain(room)
    await room.daria.presses("Note", "staff-room")
    await room.settled()
    assert "Writing an answer" not in await card(room)
    await room.mihai.types("reply add hello en Hello {member}.")
    await room.daria.types("case use 1 hello")
    assert "Writing an answer: Daria" in await card(room)


async def test_members_do_not_see_that_somebody_is_writing(room: Town) -> None:
    private = await complain(room)
    before = await room.reads(room.max, private)
    await room.daria.presses("Reply", "staff-room")
    await room.settled()
    assert await room.reads(room.max, private) == before


async def test_an_answer_by_another_is_told_to_whoever_has_the_case(room: Town) -> None:
    await complain(room)
    await room.mihai.types("case claim 1")
    await room.daria.types("case reply 1 It is on its way.")
    thread = await room.reads(room.mihai, room.staff_thread())
    assert sum("Mihai: Daria has answered in #1. The case stays with you." in line for line in thread) == 1
    assert "Assignee: Mihai" in await card(room) or "Mihai" in await card(room)

    await room.mihai.types("case reply 1 One thing more.")
    thread = await room.reads(room.mihai, room.staff_thread())
    assert sum("has answered in #1" in line for line in thread) == 1, "an own answer is no news"


async def test_whoever_answers_what_nobody_has_has_it(room: Town) -> None:
    await complain(room)
    await room.daria.types("case reply 1 It is on its way.")
    assert "#1 is yours already" in (await room.daria.types("case claim 1")).text
    assert "has answered in" not in "\n".join(await room.reads(room.mihai, room.staff_thread()))
