"""The staff room: every command as a moderator would use it, and what is refused to whom."""

import asyncio
from datetime import timedelta

import pytest

from bot.catalogue.button_ids import write_button_id
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town


async def test_help_teaches_what_each_may_do(community: Town) -> None:
    staff, member = (await community.mihai.types("help")).text, (await community.max.types("help")).text
    taught = (await community.mihai.types("help case")).text
    assert "claim" in staff and "/case claim <case>" in taught and "/case transfer <case> <member>" in taught
    assert "/my-cases" in member and "/case claim" not in member


async def test_claim_release_and_transfer(community: Town) -> None:
    await complain(community)
    assert "#1 is yours" in (await community.mihai.types("case claim 1")).text
    assert "already" in (await community.mihai.types("case claim #1")).text
    assert "Mihai" in (await community.daria.types("case claim 1")).text
    assert "Daria" in (await community.mihai.types("case transfer 1 Daria")).text
    assert "Daria" in await community.last(community.mihai, "staff-room")
    await community.daria.types("case release 1")
    assert "nobody yet" in await community.last(community.mihai, "staff-room")


async def test_a_case_is_not_given_to_somebody_outside_the_team(community: Town) -> None:
    await complain(community)
    assert "isn't on the team" in (await community.mihai.types("case transfer 1 Ana")).text


async def test_lists_show_what_is_pressing(community: Town) -> None:
    assert "No open case" in (await community.mihai.types("case list")).text
    await complain(community)
    assert "#1 Max" in (await community.mihai.types("case list")).text
    assert "#1 Max" in (await community.mihai.types("case list unclaimed")).text
    assert "#1" not in (await community.mihai.types("case list mine")).text
    await community.mihai.types("case claim 1")
    assert "#1 Max" in (await community.mihai.types("case list mine")).text


async def test_hold_close_and_reopen(community: Town) -> None:
    await complain(community)
    assert "#1" in (await community.mihai.types("case hold 1 2d")).text
    assert "on hold" in await community.last(community.mihai, "staff-room")
    await community.mihai.types("case solve 1 declined It is outside the warranty.")
    assert "It is outside the warranty." in await community.last(
        community.max, community.private(community.max)
    )
    assert "open" in (await community.mihai.types("case reopen 1")).text
    await community.mihai.types("case close 1")
    assert "closed" in await community.last(community.mihai, "staff-room")
    assert "can't be done" in (await community.mihai.types("case reopen 1")).text


@pytest.mark.parametrize(
    ("ending", "question"),
    [
        ("solved", "Is it solved"),
        ("workaround", "Does it hold"),
        ("waiting", "still there"),
        ("declined", "reason clear"),
    ],
)
async def test_the_check_in_fits_how_it_ended(community: Town, ending: str, question: str) -> None:
    private = await complain(community)
    await community.mihai.types(f"case solve 1 {ending} This is what was done.")
    await community.passes(days=3)
    asked = await community.last(community.max, private)
    assert question in asked and "This is what was done." in asked


async def test_one_reminder_then_peace_then_closed(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved Fixed in 2.4.")
    await community.passes(days=3)
    await community.passes(days=3)
    assert "Asking once more" in await community.last(community.max, private)
    before = await community.reads(community.max, private)
    await community.passes(days=13)
    assert await community.reads(community.max, private) == before
    await community.passes(days=2)
    assert "closed" in await community.last(community.mihai, "staff-room")


async def test_a_yes_is_rated_once(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved Fixed in 2.4.")
    await community.passes(days=3)
    answer = await community.max.presses("Solved", private)
    assert [button.label for button in answer.buttons] == ["1", "2", "3", "4", "5"]
    five = write_button_id(answer.buttons[4], community.row)
    assert "Noted" in (await community.max.presses_id(five, private)).text
    assert "too late" in (await community.max.presses_id(five, private)).text


async def test_not_yet_after_closing_opens_a_successor_with_the_same_people(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case claim 1")
    await community.mihai.types("case solve 1 solved Fixed in 2.4.")
    await community.passes(days=3)
    await community.mihai.types("case close 1")
    answer = await community.max.presses("Not yet", private)
    assert "#2" in answer.text and "Mihai" in answer.text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("case clame 1", "I don't know"),
        ("frobnicate", "I don't know"),
        ("", "I don't know"),
        ("case claim one", "Case numbers look like #42"),
        ("case claim 99", "There is no #99"),
        ("case claim -1", "Case numbers look like #42"),
        ("case claim 99999999999999999999", "Case numbers look like #42"),
        ("case claim 1 2", "more here than the command takes"),
        ("case transfer 1 Nobody", "matches nobody"),
        ("case hold 1 soon", "isn't a duration"),
        ("case list everything", "isn't one of the choices"),
        ("case solve 1 magic It works.", "isn't one of the choices"),
        ("case note 1 " + "x" * 2001, "at most"),
    ],
)
async def test_wrong_words_get_a_private_and_specific_sentence(community: Town, line: str, says: str) -> None:
    await complain(community)
    before = await community.reads(community.mihai, "general")
    assert says in (await community.mihai.types(line)).text
    assert await community.reads(community.mihai, "general") == before


async def test_which_case_is_meant_is_asked_for_if_it_is_not_said(community: Town) -> None:
    await complain(community)
    form = (await community.mihai.types("case reply")).forms[0]
    assert [field.name for field in form.fields] == ["case", "text"]
    assert "There is no #7" in (await community.mihai.sends(form, case="7", text="Sorry.")).text
    assert "on its way" in (await community.mihai.sends(form, case="1", text="It works again.")).text
    assert not (await community.max.types("case claim")).forms, "members may claim no case at all"


async def test_in_a_cases_thread_that_case_is_meant(community: Town) -> None:
    await complain(community)
    thread = community.staff_thread()
    assert "#1 is yours" in (await community.mihai.types("case claim", thread)).text
    form = (await community.mihai.types("case reply", thread)).forms[0]
    assert [field.name for field in form.fields] == ["text"]


async def test_words_that_could_not_be_taken_are_kept_as_a_draft(community: Town) -> None:
    await complain(community)
    long = "We are sorry. " * 200
    answer = await community.mihai.types(f"case reply 1 {long}")
    assert "15 minutes" in answer.text
    edit = write_button_id(answer.buttons[0], community.row)
    form = (await community.mihai.presses_id(edit)).forms[0]
    assert form.fields[0].value.startswith("We are sorry.")
    assert "too late" in (await community.daria.presses_id(edit)).text, "a draft is its author's"
    await community.clock.advance(timedelta(minutes=16))
    assert "too late" in (await community.mihai.presses_id(edit)).text


@pytest.mark.parametrize(
    "line", ["case claim 1", "case note 1 hm", "case solve 1 solved ok", "case list", "case close 1"]
)
async def test_members_cannot_do_what_staff_do(community: Town, line: str) -> None:
    await complain(community)
    answer = await community.max.types(line)
    assert "needs another role" in answer.text or "Only the member" in answer.text
    assert "new" in await community.last(community.mihai, "staff-room")


async def test_a_member_sees_their_own_case_and_nobody_elses(community: Town) -> None:
    await complain(community)
    assert "#1" in (await community.max.types("case show 1")).text
    assert "1" not in (await community.ana.types("case show 1")).text.replace("#1", "")
    assert BROKEN not in (await community.ana.types("case show 1")).text
    assert BROKEN not in repr((await community.ana.types("case transcript 1")).messages)


@pytest.mark.parametrize(
    "button",
    [
        "1:case.claim:{row}:1,1",
        "1:case.claim:999:1",
        "1:case.claim:{row}:99",
        "2:case.claim:{row}:1",
        "1:case.destroy:{row}:1",
        "1:case.claim:{row}:1;drop table cases",
        "1:case.claim:{row}:" + "9" * 200,
        "",
        "::::",
        "1:case.claim:{row}:-1",
        "1:case.claim:٣:1",
    ],
)
async def test_forged_and_outlived_buttons_do_nothing(community: Town, button: str) -> None:
    await complain(community)
    answer = await community.mihai.presses_id(button.format(row=community.row))
    assert answer.text and not answer.forms
    assert "nobody yet" in await community.last(community.mihai, "staff-room")


async def test_a_member_cannot_press_what_is_staffs_or_anothers(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved Fixed.")
    await community.passes(days=3)
    stranger = await community.ana.presses_id(f"1:check-in.not-yet:{community.row}:1", "general")
    assert stranger.text and "solved" in await community.last(community.mihai, "staff-room")
    twice = [await community.max.presses("Not yet", private) for _ in range(2)]
    assert "open again" in twice[0].text
    assert twice[1].text
    thread = await community.reads(community.mihai, community.staff_thread())
    assert sum("Open again" in text for text in thread) == 1


async def test_a_stale_button_tells_how_it_is_now(community: Town) -> None:
    await complain(community)
    claim = f"1:case.release:{community.row}:1"
    assert "Nobody has #1" in (await community.mihai.presses_id(claim)).text


async def test_commands_complete_as_they_are_typed(community: Town) -> None:
    await complain(community)

    async def completed(line: str, who: str = "mihai") -> list[str]:
        return [choice.value for choice in await community.app.complete("sandbox:main", who, line)]

    assert "case claim" in await completed("case c")
    assert await completed("case claim ") == ["case claim 1"]
    assert await completed("case solve 1 wo") == ["case solve 1 workaround"]
    assert await completed("case transfer 1 Da") == ["case transfer 1 Daria"]
    assert await completed("case claim ", "max") == []
    assert await completed("case sh", "max") == ["case show"]
    assert await completed("case show ", "max") == ["case show 1"]


async def test_two_moderators_do_not_overwrite_each_other(community: Town) -> None:
    await complain(community)
    answers = await asyncio.gather(*(who.types("case claim 1") for who in (community.mihai, community.daria)))
    assert sum("is yours." in answer.text for answer in answers) == 1
