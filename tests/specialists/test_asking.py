"""Whoever knows answers: question and answer travel between specialist and member."""

from bot.vocabulary.places import Team
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town
from tests.specialists.desk import DESK

ASKED = "case escalate 1 billing Was the card charged twice?"


async def test_the_brief_needs_no_other_reading(desk: Town) -> None:
    await complain(desk)
    answer = await desk.mihai.types(ASKED)
    assert "Ioana (billing)" in answer.text
    brief = await desk.last(desk.ioana, DESK)
    assert BROKEN in brief and "Was the card charged twice?" in brief and "Max" in brief
    assert "Ioana, this is for you; answer due:" in brief and "Nobody has answered yet" in brief
    assert await desk.buttons(desk.ioana, DESK) == ["Take", "Answer", "Ask the member", "Hand on", "Decline"]


async def test_the_member_is_told_who_has_it_and_by_when(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types(ASKED)
    told = await desk.last(desk.max, private)
    assert "#1 is with Ioana (billing) now. Next word by" in told
    assert "charged twice" not in "\n".join(await desk.reads(desk.max, private))


async def test_the_answer_travels_under_the_specialists_name(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types(ASKED)
    taken = await desk.ioana.presses("Take", DESK)
    assert "#1 e la tine" in taken.text
    assert "Asked of: Ioana (billing)" in await desk.last(desk.mihai, "staff-room")
    form = (await desk.ioana.presses("Answer", DESK)).forms[0]
    await desk.ioana.sends(form, DESK, text="It was charged once; the second one is a reservation.")
    told = await desk.last(desk.max, private)
    assert "Ioana" in told and "the second one is a reservation" in told
    thread = "\n".join(await desk.reads(desk.mihai, desk.staff_thread()))
    assert "Mihai Ioana (billing) has answered" in thread
    card = await desk.last(desk.mihai, "staff-room")
    assert "Mihai" in card and "Asked of" not in card, "the moderator keeps watch"
    assert "Answered: Ioana" in await desk.last(desk.ioana, DESK)
    assert await desk.buttons(desk.ioana, DESK) == []


async def test_the_member_is_asked_first_and_their_answer_calls_the_specialist_again(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types(ASKED)
    form = (await desk.ioana.presses("Ask the member", DESK)).forms[0]
    await desk.ioana.sends(form, DESK, text="Which day was it?")
    assert "Which day was it?" in await desk.last(desk.max, private)
    assert "the answer is awaited" in await desk.last(desk.ioana, DESK)
    await desk.max.says(private, "On the 3rd of May.")
    brief = await desk.last(desk.ioana, DESK)
    assert "On the 3rd of May." in brief and "Which day was it?" in brief
    assert "With Ioana; answer due:" in brief


async def test_whoever_declines_says_why_and_only_staff_read_it(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types(ASKED)
    form = (await desk.ioana.presses("Decline", DESK)).forms[0]
    await desk.ioana.sends(form, DESK, text="It is the bank's, not ours.")
    assert "#1 is with Mihai again. Next word by" in await desk.last(desk.max, private)
    thread = "\n".join(await desk.reads(desk.mihai, desk.staff_thread()))
    assert "can't answer it; it is yours again" in thread and "It is the bank's" in thread
    assert "It is the bank's" not in "\n".join(await desk.reads(desk.max, private))


async def test_it_is_handed_on_to_another_team(desk: Town) -> None:
    private = await complain(desk)
    await desk.elena.types("team add delivery billing-desk")
    await desk.elena.types("team people delivery Daria")
    await desk.mihai.types(ASKED)
    form = (await desk.ioana.presses("Hand on", DESK)).forms[0]
    answer = await desk.ioana.sends(form, DESK, team="delivery", text="They know parcels.")
    assert "Daria (delivery)" in answer.text
    assert "Daria, this is for you" in await desk.last(desk.daria, DESK)
    assert "#1 is with Daria (delivery) now" in await desk.last(desk.max, private)


async def test_whoever_does_not_take_it_is_passed_over_and_in_the_end_the_moderator_hears(desk: Town) -> None:
    private = await complain(desk)
    await desk.elena.types("team people billing Daria")
    await desk.mihai.types(ASKED)
    await desk.passes(hours=7)
    assert "Daria" in await desk.last(desk.daria, DESK)
    assert "#1 is with Daria (billing) now" in "\n".join(await desk.reads(desk.max, private))
    await desk.passes(hours=30)
    thread = "\n".join(await desk.reads(desk.mihai, desk.staff_thread()))
    assert thread.count("The answer of Daria (billing) is late.") == 1


async def test_turns_go_round(desk: Town) -> None:
    await desk.elena.types("team people billing Daria")
    assert "Next in turn: Ioana" in (await desk.elena.types("team show billing")).text
    await complain(desk)
    await desk.mihai.types(ASKED)
    assert "Next in turn: Daria" in (await desk.elena.types("team show billing")).text


async def test_where_nobody_is_there_it_stays_with_the_moderators_and_that_is_said(desk: Town) -> None:
    private = await complain(desk)
    await desk.ioana.types("away 3d")
    before = await desk.reads(desk.max, private)
    assert "Nobody of billing is there now" in (await desk.mihai.types(ASKED)).text
    assert await desk.reads(desk.max, private) == before


async def test_topics_lead_to_their_team(desk: Town) -> None:
    await complain(desk)
    await desk.elena.types("team add apps billing-desk")
    await desk.elena.types("team people apps Daria")
    form = (await desk.mihai.types("case escalate 1")).forms[0]
    assert "No team has this topic" in (await desk.mihai.sends(form, text="Is it known?")).text
    assert "software fault" in (await desk.elena.types("team route apps bug")).text
    await desk.elena.types("team route apps outage")
    await desk.elena.types("team route apps other")
    assert "Daria (apps)" in (await desk.mihai.sends(form, text="Is it known?")).text


async def test_others_of_staff_and_members_can_not_answer_for_a_team(desk: Town) -> None:
    await complain(desk)
    await desk.elena.types("team add apps billing-desk")
    await desk.mihai.types(ASKED)
    await desk.elena.types("team people billing Ioana out")
    button = "1:question.take:1:1"
    assert "needs another role" in (await desk.max.presses_id(button)).text


async def test_a_channel_that_members_read_is_no_place_for_a_team(desk: Town) -> None:
    assert "Members can read" in (await desk.elena.types("team add open support")).text
    assert "needs another role" in (await desk.mihai.types("team add open billing-desk")).text


async def test_a_closed_case_leaves_no_words_in_the_brief(desk: Town) -> None:
    await complain(desk)
    await desk.mihai.types(ASKED)
    await desk.mihai.types("case close 1")
    brief = await desk.last(desk.ioana, DESK)
    assert "No longer needed" in brief and BROKEN not in brief


async def test_a_brief_that_cannot_be_shown_comes_back_to_who_asked(desk: Town) -> None:
    private = await complain(desk)
    house = desk.app.house
    known = await house.community("sandbox:main")
    assert known is not None
    async with house.database.transaction("test.forget") as tx:
        await house.context(tx, known).places.forget(Team("billing"))
    await desk.mihai.types(ASKED)
    thread = "\n".join(await desk.reads(desk.mihai, desk.staff_thread()))
    assert "Nobody of billing is there now" in thread
    assert "#1 is with Mihai again" in await desk.last(desk.max, private)
