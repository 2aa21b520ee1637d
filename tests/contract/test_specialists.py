"""Whoever knows answers, wherever their channel is; who is away has a stand-in; a case about staff is hidden."""

from tests.contract.stage import Stage
from tests.contract.test_members import BROKEN, complaint

ROOM = "staff-room"


async def asked(stage: Stage) -> None:
    """Max has complained; Mihai asks the team billing, which is Daria."""
    await complaint(stage)
    await stage.elena.types("team add", team="billing", channel=ROOM)
    await stage.elena.types("team people", team="billing", member="Daria")
    await stage.elena.types("team hours", team="billing", opens="00:00", closes="24:00", days="every_day")
    answer = await stage.mihai.types("case escalate", case=1, team="billing", text="Was it charged twice?")
    assert "Daria (billing)" in answer.text


async def test_question_and_answer_travel_under_the_specialists_name(stage: Stage) -> None:
    await asked(stage)
    assert "#1 is with Daria (billing) now. Next word by" in await stage.max.last(stage.max.private)
    brief = await stage.daria.last(ROOM)
    assert (
        "Daria, this is for you; answer due:" in brief
        and "Was it charged twice?" in brief
        and BROKEN in brief
    )
    assert "#1 is yours" in (await stage.daria.presses("Take", ROOM)).text
    form = await stage.daria.presses("Answer", ROOM)
    assert "Sent to Max" in (await form.fills(text="Once; the second one is a reservation.")).text
    told = await stage.max.last(stage.max.private)
    assert "Daria" in told and "the second one is a reservation" in told
    thread = await stage.mihai.all(stage.staff_thread())
    assert "Daria (billing) has answered" in thread and "Mihai" in thread


async def test_the_member_is_asked_first(stage: Stage) -> None:
    await asked(stage)
    form = await stage.daria.presses("Ask the member", ROOM)
    await form.fills(text="Which day was it?")
    assert "Which day was it?" in await stage.max.last(stage.max.private)
    await stage.max.writes(stage.max.private, "On the 3rd of May.")
    assert "On the 3rd of May." in await stage.daria.last(ROOM)


async def test_what_is_typed_beside_a_brief_reaches_nobody(stage: Stage) -> None:
    await asked(stage)
    before = await stage.max.reads(stage.max.private), await stage.max.reads("support")
    brief = await stage.daria.newest(ROOM)
    await stage.daria.writes(ROOM, "I know his kind.", to=brief)
    await stage.mihai.writes(ROOM, "#1 tell Max that we pay")
    assert (await stage.max.reads(stage.max.private), await stage.max.reads("support")) == before
    card = (await stage.elena.types("case show", case=1)).text
    assert "waiting for the member" not in card, "nor is it taken for an answer"


async def test_whoever_declines_says_why_and_the_member_knows_whose_it_is(stage: Stage) -> None:
    await asked(stage)
    form = await stage.daria.presses("Decline", ROOM)
    await form.fills(text="It is the bank's, not ours.")
    assert "#1 is with Mihai again" in await stage.max.last(stage.max.private)
    assert "It is the bank's" in await stage.mihai.all(stage.staff_thread())
    assert "It is the bank's" not in await stage.max.all(stage.max.private)


async def test_whoever_is_away_has_a_stand_in(stage: Stage) -> None:
    await complaint(stage)
    await stage.mihai.types("case claim", case=1)
    assert "Stand-in: Daria" in (await stage.mihai.types("away", until="3d", stand_in="Daria")).text
    assert "#1: now with Daria" in await stage.max.last(stage.max.private)
    assert "there again" in (await stage.mihai.types("back")).text


async def test_a_case_about_somebody_of_staff_is_not_there_for_them(stage: Stage) -> None:
    await complaint(stage)
    await stage.daria.types("case about", case=1, member="Mihai")
    assert "There is no #1" in (await stage.mihai.types("case show", case=1)).text
    assert "Max" not in (await stage.mihai.types("queue")).text
    assert BROKEN not in await stage.mihai.all(ROOM)
    assert BROKEN in (await stage.elena.types("case show", case=1)).text
    await stage.elena.types("case reply", case=1, text="I have read it.")
    assert "I have read it." in await stage.max.last(stage.max.private)
