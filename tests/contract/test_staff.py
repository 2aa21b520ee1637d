"""What staff can do, and what is refused to whom, in whichever staff room."""

from bot.community import Mode
from tests.contract.stage import Stage
from tests.contract.test_members import BROKEN, complaint


async def test_help_teaches_what_each_may_do(stage: Stage) -> None:
    staff, member = (await stage.daria.types("help")).text, (await stage.max.types("help")).text
    assert "claim" in staff and stage.taught("help case") in staff
    assert stage.taught("my-cases") in member and "case claim" not in member
    assert stage.taught("mode <mode>") in (await stage.elena.types("help")).text
    taught = (await stage.daria.types("help", about="case")).text
    for command in ("case claim <case>", "case transfer <case> <member>"):
        assert stage.taught(command) in taught
    assert "I don't know" in (await stage.daria.types("help", about="flowers")).text


async def test_claim_release_and_transfer(stage: Stage) -> None:
    await complaint(stage)
    assert "#1 is yours" in (await stage.mihai.types("case claim", case=1)).text
    assert "already" in (await stage.mihai.types("case claim", case=1)).text
    assert "Mihai" in (await stage.daria.types("case claim", case=1)).text
    assert "Daria" in (await stage.mihai.types("case transfer", case=1, member="Daria")).text
    assert "Daria" in await stage.daria.last("staff-room")
    await stage.daria.types("case release", case=1)
    assert "nobody yet" in await stage.daria.last("staff-room")


async def test_lists_show_what_is_pressing(stage: Stage) -> None:
    assert "No open case" in (await stage.daria.types("case list")).text
    await complaint(stage)
    assert "#1 Max" in (await stage.daria.types("case list")).text
    assert "#1 Max" in (await stage.daria.types("case list", queue="unclaimed")).text
    assert "#1" not in (await stage.daria.types("case list", queue="mine")).text


async def test_what_waits_is_told_where_it_is_most_pressing_with_what_can_be_done(stage: Stage) -> None:
    assert "Nothing waits for you" in (await stage.daria.types("queue")).text
    await complaint(stage)
    waiting = await stage.daria.types("queue")
    assert waiting.text.count("#1 Max") == 1
    assert "#1 is yours" in (await waiting.presses("Take #1")).text
    waiting = await stage.daria.types("queue")
    assert BROKEN in (await waiting.presses("Look at #1")).text
    theirs = await stage.max.types("queue")
    assert "#1" in theirs.text and list(theirs.buttons) == ["Tell the team"]


async def test_hold_close_and_reopen(stage: Stage) -> None:
    await complaint(stage)
    await stage.daria.types("case hold", case=1, duration="2d")
    assert "on hold" in await stage.daria.last("staff-room")
    await stage.daria.types("case solve", case=1, ending="declined", text="It is outside the warranty.")
    assert "It is outside the warranty." in await stage.max.last(stage.max.private)
    assert "open" in (await stage.daria.types("case reopen", case=1)).text
    await stage.daria.types("case close", case=1)
    assert "closed" in await stage.daria.last("staff-room")
    assert "can't be done" in (await stage.daria.types("case reopen", case=1)).text


async def test_a_note_by_command_or_in_the_thread_stays_among_staff(stage: Stage) -> None:
    await complaint(stage)
    before = await stage.max.reads(stage.max.private)
    await stage.daria.writes(stage.staff_thread(), "the bank again")
    await stage.daria.types("case note", case=1, text="he has called too")
    assert await stage.max.reads(stage.max.private) == before
    assert "he has called too" in await stage.mihai.all(stage.staff_thread())
    assert await stage.max.reads(stage.staff_thread()) == []
    assert await stage.max.reads("staff-room") == []


async def test_staff_who_answer_in_public_have_answered(stage: Stage) -> None:
    said = await complaint(stage)
    await stage.daria.writes("support", "We found it; a fix comes at 18:00.", to=said)
    card = await stage.daria.last("staff-room")
    assert "waiting for the member" in card and "Daria" in card


async def test_staff_open_a_case_from_a_message(stage: Stage) -> None:
    said = await stage.max.writes("general", "about yesterday")
    assert "#1" in (await stage.daria.chooses("Open a case", said)).text
    assert "about yesterday" in await stage.daria.all(stage.staff_thread())
    assert "#1" in await stage.max.last(stage.max.private)


async def test_a_message_can_be_called_no_complaint(stage: Stage) -> None:
    said = await complaint(stage)
    asked = await stage.daria.chooses("Not a complaint", said)
    assert "it takes a reason" in asked.text
    form = await asked.presses("Say why")
    assert "#1 is closed" in (await form.fills(why="banter")).text
    assert await stage.max.reads("support") == [BROKEN]


async def test_staff_can_ask_why_it_acted(stage: Stage) -> None:
    said = await complaint(stage)
    answer = await stage.daria.chooses("Why did the bot act?", said)
    assert "What became of it: #1" in answer.text and "Certainty" in answer.text
    assert not answer.public
    idle = await stage.max.writes("general", "hello there")
    assert "What became of it: nothing" in (await stage.daria.chooses("Why did the bot act?", idle)).text


async def test_members_cannot_do_what_staff_do(stage: Stage) -> None:
    await complaint(stage)
    tried: dict[str, dict[str, str | int]] = {
        "case claim": {"case": 1},
        "case note": {"case": 1, "text": "hm"},
        "case solve": {"case": 1, "ending": "solved", "text": "ok"},
        "case list": {},
        "mode": {"mode": "quiet"},
    }
    for command, values in tried.items():
        answer = await stage.max.types(command, **values)
        assert "needs another role" in answer.text and not answer.public, command
    assert "new" in await stage.daria.last("staff-room")


async def test_watch_only_gives_staff_cards_and_says_nothing_to_members(stage: Stage) -> None:
    await stage.change(mode=Mode.WATCH_ONLY)
    await complaint(stage)
    assert await stage.max.reads("support") == [BROKEN]
    assert stage.private_places() == 0
    assert BROKEN in await stage.daria.last("staff-room")
    assert "#1" in (await stage.daria.presses("Open a case", "staff-room")).text


async def test_a_card_that_was_wrong_is_gone(stage: Stage) -> None:
    await stage.change(mode=Mode.WATCH_ONLY)
    await complaint(stage)
    form = await stage.daria.presses("Not a complaint", "staff-room")
    assert form.form is not None, "it was sure of it, so a person says why it is none"
    await form.fills(why="other", text="They are quoting a song.")
    assert await stage.daria.reads("staff-room") == []


async def test_quiet_is_a_private_line_and_no_word_in_public(stage: Stage) -> None:
    await stage.change(mode=Mode.QUIET)
    await complaint(stage)
    assert await stage.max.reads("support") == [BROKEN]
    assert "#1" in await stage.max.last(stage.max.private)
