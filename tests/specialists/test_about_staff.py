"""A case about somebody of staff does not exist for them."""

import pytest

from bot.vocabulary.events import MemberLeft
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town

ROOM = "managers-room"


@pytest.fixture
async def sealed(desk: Town) -> Town:
    """Max has complained, and it turns out to be about Mihai."""
    await desk.elena.types("set managers-room managers-room")
    await complain(desk)
    await desk.daria.types("case note 1 it was Mihai who wrote that")
    await desk.mihai.types("case claim 1")
    assert "Its card stands in the managers' room" in (await desk.daria.types("case about 1 Mihai")).text
    return desk


LINES = (
    "case show 1",
    "case claim 1",
    "case reply 1 Leave me alone.",
    "case note 1 lies",
    "case transcript 1",
    "case close 1",
    "case dismiss 1",
    "case escalate 1 billing What can we do?",
    "case about 1 Daria",
)


async def test_no_command_finds_it(sealed: Town) -> None:
    for line in LINES:
        assert "There is no #1" in (await sealed.mihai.types(line)).text
        assert "There is no #1" in (await sealed.daria.types(line)).text, "nor do others of staff"


async def test_no_list_no_search_and_no_completion_shows_it(sealed: Town) -> None:
    for line in (
        "case list",
        "case list mine",
        "case list unclaimed",
        "queue",
        "case find crashing",
        "case find 1",
    ):
        assert "Max" not in (await sealed.mihai.types(line)).text, line
        assert "Max" in (await sealed.elena.types(line)).text or line == "case list mine", line
    assert await sealed.app.complete("sandbox:main", "mihai", "case show ") == []
    assert len(await sealed.app.complete("sandbox:main", "elena", "case show ")) == 1


async def test_card_and_words_leave_the_staff_room_for_the_managers(sealed: Town) -> None:
    staff_room = "\n".join(await sealed.reads(sealed.mihai, "staff-room"))
    old_thread = "\n".join(await sealed.reads(sealed.mihai, sealed.staff_thread()))
    assert "crashing" not in staff_room and "#1" not in staff_room
    assert "crashing" not in old_thread and "it was Mihai" not in old_thread
    assert BROKEN in await sealed.last(sealed.elena, ROOM)
    thread = next(c for c in sealed.world.channels.values() if c.parent == ROOM)
    assert "it was Mihai who wrote that" in "\n".join(await sealed.reads(sealed.elena, thread.id))
    assert not thread.seen_by(sealed.mihai.person)


async def test_it_goes_on_among_the_managers(sealed: Town) -> None:
    private = sealed.private(sealed.max)
    await sealed.elena.presses("Claim", ROOM)
    await sealed.elena.types("case reply 1 I have read it and will speak with them.")
    assert "I have read it" in await sealed.last(sealed.max, private)
    await sealed.max.says(private, "Thank you, it happened again today.")
    await sealed.passes(days=3)
    staff_room = "\n".join(await sealed.reads(sealed.mihai, "staff-room"))
    assert "happened again" not in staff_room and "#1" not in staff_room
    assert "happened again" in await sealed.last(sealed.elena, ROOM)


async def test_an_answer_of_theirs_in_public_does_not_make_it_theirs(sealed: Town) -> None:
    said = (await sealed.messages(sealed.max, "support"))[0]
    await sealed.mihai.says("support", "That is not true.", to=said.id)
    assert "Mihai" not in (await sealed.elena.types("case show 1")).text.split("Assignee")[-1]
    assert "There is no #1" in (await sealed.mihai.types("case show 1")).text


async def test_who_is_gone_leaves_it_to_the_managers(sealed: Town) -> None:
    await sealed.app.receive(MemberLeft("sandbox:main", "mihai", sealed.clock.now()))
    await sealed.settled()
    assert "#1" not in "\n".join(await sealed.reads(sealed.daria, "staff-room"))


async def test_where_no_room_can_hide_it_that_is_said(desk: Town) -> None:
    await complain(desk)
    answer = (await desk.daria.types("case about 1 Elena")).text
    assert "Nobody was told" in answer
    assert "#1" not in "\n".join(await desk.reads(desk.daria, "staff-room"))


async def test_words_from_it_that_somebody_reports_are_for_those_above(sealed: Town) -> None:
    said = await sealed.max.says(sealed.private(sealed.max), "You brain-dead moron")
    assert "to those above them" in (await sealed.elena.chooses("abuse report", said)).text
    assert "brain-dead" in await sealed.last(sealed.elena, ROOM)
    assert "brain-dead" not in "".join(await sealed.reads(sealed.mihai, "staff-room"))
