"""What happens between asking and answering: two at once, somebody gone, words that were begun."""

import asyncio

import pytest

from bot.catalogue.button_ids import write_button_id
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Answer, Town
from tests.specialists.desk import DESK
from tests.specialists.test_leaving import ASKED, leaves, loses_the_role


@pytest.fixture
async def asked(desk: Town) -> Town:
    """Ioana was called, Petru belongs to the team as well."""
    await complain(desk)
    await desk.mihai.types(ASKED)
    await desk.elena.types("team people billing Daria")
    return desk


def take(desk: Town) -> str:
    return f"1:question.take:{desk.row}:1"


async def staff_thread(desk: Town) -> str:
    return "\n".join(await desk.reads(desk.mihai, desk.staff_thread()))


async def test_who_takes_second_is_told_that_it_is_taken(asked: Town) -> None:
    first: Answer
    first, second = await asyncio.gather(
        asked.ioana.presses_id(take(asked), DESK), asked.daria.presses_id(take(asked), DESK)
    )
    late, winner = (second, "Ioana") if "e la tine" in first.text else (first, "Daria")
    assert late.text in (f"{winner} has taken it already.", f"De întrebare se ocupă deja {winner}.")
    assert f"With {winner}" in await asked.last(asked.ioana, DESK)
    assert (await staff_thread(asked)).count("has the question") == 1


async def test_a_double_click_takes_it_once(asked: Town) -> None:
    for _ in range(2):
        assert "#1 e la tine" in (await asked.ioana.presses_id(take(asked), DESK)).text
    assert (await staff_thread(asked)).count("has the question") == 1


async def test_two_answers_at_once_reach_the_member_once(asked: Town) -> None:
    forms = [(await who.presses("Answer", DESK)).forms[0] for who in (asked.ioana, asked.daria)]
    answers = await asyncio.gather(
        asked.ioana.sends(forms[0], DESK, text="It was charged once."),
        asked.daria.sends(forms[1], DESK, text="It was charged twice."),
    )
    told = "\n".join(await asked.reads(asked.max, asked.private(asked.max)))
    assert told.count("It was charged") == 1
    refused = next(answer for answer in answers if answer.buttons)
    assert "no longer open" in refused.text or "nu mai e deschisă" in refused.text, "and its words are kept"


async def test_whoever_is_taken_out_of_the_team_has_an_heir_in_it(asked: Town) -> None:
    await asked.elena.types("team people billing Ioana out")
    assert "Daria, this is for you" in await asked.last(asked.daria, DESK)
    await asked.elena.types("team people billing Daria out")
    assert "Nobody was there; it is with Mihai again" in await asked.last(asked.daria, DESK)


async def test_an_answer_without_the_role_is_kept_for_the_heir(asked: Town) -> None:
    form = (await asked.ioana.presses("Answer", DESK)).forms[0]
    await loses_the_role(asked, "ioana")
    await asked.ioana.sends(form, DESK, text="It was charged once, I have looked.")
    assert "Daria, this is for you" in await asked.last(asked.daria, DESK)
    assert "Begun, not sent: It was charged once, I have looked." in await staff_thread(asked)
    assert "I have looked" not in "\n".join(await asked.reads(asked.max, asked.private(asked.max)))


async def test_what_a_leaver_has_begun_stays_with_the_case(desk: Town) -> None:
    await complain(desk)
    await desk.mihai.types("case claim 1")
    refused = await desk.mihai.types("case solve 1 somehow We have sent you another one.")
    assert "kept" in refused.text
    await leaves(desk, "mihai")
    assert "Begun, not sent: We have sent you another one." in await staff_thread(desk)
    again = await desk.mihai.presses_id(write_button_id(refused.buttons[0], desk.row))
    assert not again.forms


async def test_answers_signed_by_the_team_name_nobody(desk: Town) -> None:
    await desk.elena.types("set signature team")
    private = await complain(desk)
    await desk.mihai.types("case claim 1")
    await desk.mihai.types("away 3d Daria")
    assert "#1: somebody else of the team takes over" in await desk.last(desk.max, private)
    await desk.mihai.types("back")
    await desk.elena.types("case transfer 1 Mihai")
    await desk.mihai.types(ASKED)
    form = (await desk.ioana.presses("Decline", DESK)).forms[0]
    await desk.ioana.sends(form, DESK, text="That is not for us.")
    assert "#1 is with the team again" in await desk.last(desk.max, private)
    await leaves(desk, "mihai")
    told = "\n".join((await desk.reads(desk.max, private))[1:])
    assert not [name for name in ("Mihai", "Daria", "Ioana", "Elena") if name in told]


async def test_a_case_with_an_open_question_goes_on_in_none(asked: Town) -> None:
    said = await asked.max.says("general", "about yesterday, once more")
    await asked.daria.chooses("case open", said)
    refused = (await asked.daria.types("case merge 1 2")).text
    assert "question open with billing" in refused and "/case merge #2 #1" in refused
    assert "#2 goes on in #1" in (await asked.daria.types("case merge 2 1")).text
    assert "this is for you" in await asked.last(asked.ioana, DESK)


async def test_the_question_waits_again_when_the_words_were_about_something_else(desk: Town) -> None:
    for channel in ("support", "general"):
        await desk.world.set_private_threads(channel, allowed=False)
    await desk.max.says("support", BROKEN)
    await desk.passes(seconds=9)
    said = await desk.max.says("general", "about yesterday, once more")
    await desk.daria.chooses("case open", said)
    await desk.mihai.types("case escalate 2 billing Was the card charged twice?")
    form = (await desk.ioana.presses("Ask the member", DESK)).forms[0]
    await desk.ioana.sends(form, DESK, text="Which card was it?")
    await desk.passes(minutes=45)
    await desk.max.says("dm-max", "it is version 3")
    assert "awaited" not in await desk.last(desk.ioana, DESK)
    label = next(label for label in await desk.buttons(desk.max, "dm-max") if label.startswith("#1"))
    await desk.max.presses(label, "dm-max")
    assert "the answer is awaited" in await desk.last(desk.ioana, DESK)
    await desk.passes(minutes=45)
    await desk.max.says("dm-max", "the one that ends in 4711")
    label = next(label for label in await desk.buttons(desk.max, "dm-max") if label.startswith("#"))
    await desk.max.presses(label, "dm-max") if label.startswith("#2") else None
    assert "awaited" not in await desk.last(desk.ioana, DESK), "now the specialist is called again"
