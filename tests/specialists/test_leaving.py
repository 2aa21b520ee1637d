"""Who is away or gone leaves nobody waiting."""

from dataclasses import replace

from bot.vocabulary.events import MemberLeft
from bot.vocabulary.people import Role
from tests.scenarios.test_member import complain
from tests.scenarios.town import Town
from tests.specialists.desk import DESK

ASKED = "case escalate 1 billing Was the card charged twice?"


async def loses_the_role(desk: Town, person: str) -> None:
    """As when somebody takes it from them on the platform."""
    known = desk.world.people
    desk.world.people = {**known, person: replace(known[person], role=Role.MEMBER)}


async def leaves(desk: Town, person: str) -> None:
    await desk.app.receive(MemberLeft("sandbox:main", person, desk.clock.now()))
    await desk.settled()


async def test_whoever_is_away_gets_nothing_new_and_the_stand_in_does(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types("case claim 1")
    answer = (await desk.mihai.types("away 3d Daria")).text
    assert "Stand-in: Daria" in answer and "#1" in answer
    assert "#1: now with Daria. Next word by" in await desk.last(desk.max, private)
    await desk.elena.types("case transfer 1 Mihai")
    assert "#1 Max" in (await desk.daria.types("case list mine")).text
    await desk.mihai.types("back")
    await desk.elena.types("case transfer 1 Mihai")
    assert "#1 Max" in (await desk.mihai.types("case list mine")).text


async def test_nothing_is_given_to_whoever_is_away_without_a_stand_in(desk: Town) -> None:
    await complain(desk)
    await desk.mihai.types("away 3d")
    assert "Mihai is away, and nobody stands in." in (await desk.elena.types("case transfer 1 Mihai")).text
    assert "#1" not in (await desk.mihai.types("case list mine")).text


async def test_an_absence_ends_by_itself(desk: Town) -> None:
    await complain(desk)
    await desk.ioana.types("away 1d")
    await desk.passes(days=2)
    assert "Ioana (billing)" in (await desk.mihai.types(ASKED)).text


async def test_the_stand_in_of_a_specialist_is_called(desk: Town) -> None:
    await complain(desk)
    await desk.ioana.types("away 3d Elena")
    await desk.mihai.types(ASKED)
    assert "Elena, this is for you" in await desk.last(desk.elena, DESK)


async def test_who_leaves_has_an_heir_at_once(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types(ASKED)
    await leaves(desk, "mihai")
    told = await desk.reads(desk.max, private)
    assert "#1: somebody else of the team takes over. Next word by" in told[-1]
    assert "Mihai is no longer on the team" in "\n".join(await desk.reads(desk.daria, "staff-room"))
    await leaves(desk, "mihai")
    assert await desk.reads(desk.max, private) == told
    await leaves(desk, "ioana")
    assert "Nobody was there" in await desk.last(desk.daria, DESK)


async def test_one_message_for_each_member_concerned(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types("case claim 1")
    await desk.max.types("complain My order 4711 has not arrived since Monday.")
    await desk.mihai.types("case claim 2")
    await leaves(desk, "mihai")
    told = [text for place in {private, desk.private(desk.max)} for text in await desk.reads(desk.max, place)]
    assert [text for text in told if "takes over" in text] == [text for text in told if "#1, #2:" in text]
    assert sum("takes over" in text for text in told) == 1


async def test_a_lost_role_is_noticed_within_the_minute(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types("away 30d Daria")
    await desk.mihai.types("back")
    await desk.mihai.types(ASKED)
    await loses_the_role(desk, "ioana")
    await desk.passes(minutes=1)
    assert "Nobody was there; it is with Mihai again" in await desk.last(desk.daria, DESK)
    assert "#1 is with Mihai again" in await desk.last(desk.max, private)
    assert "nobody yet" in (await desk.elena.types("team show billing")).text


async def test_whoever_acts_without_the_role_is_refused_and_has_an_heir(desk: Town) -> None:
    await complain(desk)
    await desk.elena.types("team people billing Daria")
    await desk.mihai.types(ASKED)
    await loses_the_role(desk, "ioana")
    refused = await desk.ioana.presses_id(f"1:question.take:{desk.row}:1", DESK)
    assert "Rolul necesar pentru asta a fost retras" in refused.text
    assert "Daria, this is for you" in await desk.last(desk.daria, DESK)


async def test_a_team_that_is_removed_gives_its_questions_back(desk: Town) -> None:
    private = await complain(desk)
    await desk.mihai.types(ASKED)
    await desk.elena.types("team remove billing")
    assert "#1 is with Mihai again" in await desk.last(desk.max, private)
    assert "There is none" in (await desk.mihai.types("team list")).text
