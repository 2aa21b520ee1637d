"""What is promised to members, wherever they are: said once, in private if they like, taken back if they say so."""

from tests.contract.stage import Said, Stage

BROKEN = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."


async def complaint(stage: Stage) -> Said:
    """Max complains in #support, and has ended his thought."""
    said = await stage.max.writes("support", BROKEN)
    await stage.passes(seconds=9)
    return said


async def test_whoever_stays_in_public_is_answered_there(stage: Stage) -> None:
    await complaint(stage)
    private = stage.max.private
    assert "#1" in (await stage.max.presses("I'd rather stay in public", private)).text
    await stage.daria.types("case reply", case=1, text="It was our update. The fix is out.")
    assert "It was our update" in await stage.max.last("support")
    assert "It was our update" not in await stage.max.last(private)
    assert "stays in public" in await stage.daria.last("staff-room")


async def test_no_help_needed_takes_the_reply_down(stage: Stage) -> None:
    await complaint(stage)
    assert len(await stage.max.reads("support")) == 2
    answer = await stage.max.presses("No help needed", stage.max.private)
    assert "I've removed my reply" in answer.text
    assert await stage.max.reads("support") == [BROKEN]
    assert "closed" in await stage.daria.last("staff-room")


async def test_more_words_about_the_same_thing_join_the_case(stage: Stage) -> None:
    await complaint(stage)
    await stage.max.writes("support", "It crashed again, third time today, this is broken")
    await stage.passes(minutes=1)
    assert stage.private_places() == 1
    assert "third time today" in await stage.daria.all(stage.staff_thread())


async def test_replying_to_the_bot_in_public_reaches_the_team(stage: Stage) -> None:
    await complaint(stage)
    await stage.max.writes("support", "it was save slot 3", to=await stage.max.newest("support"))
    assert "save slot 3" in await stage.daria.all(stage.staff_thread())


async def test_an_edit_can_turn_a_message_into_a_complaint(stage: Stage) -> None:
    said = await stage.max.writes("support", "hello there")
    await stage.max.edits(said, BROKEN)
    await stage.passes(seconds=9)
    assert "#1" in await stage.max.last("support")


async def test_an_edit_can_turn_a_complaint_into_nothing(stage: Stage) -> None:
    said = await complaint(stage)
    await stage.max.edits(said, "never mind, my own mistake, all good")
    assert await stage.max.reads("support") == ["never mind, my own mistake, all good"]
    assert "closed" in await stage.daria.last("staff-room")


async def test_a_deleted_message_takes_the_words_away(stage: Stage) -> None:
    said = await complaint(stage)
    await stage.max.deletes(said)
    assert await stage.max.reads("support") == []
    thread = await stage.daria.all(stage.staff_thread())
    assert BROKEN not in thread and "taken back" in thread
    assert BROKEN not in await stage.daria.all("staff-room")


async def test_when_the_first_door_is_shut_the_second_is_tried(stage: Stage) -> None:
    await stage.shuts_first_door("max", "support")
    await complaint(stage)
    assert stage.second_door.opener in await stage.max.last(stage.max.second)
    assert stage.second_door.card in await stage.daria.last("staff-room")
    await stage.max.writes(stage.max.second, "order 778, if that helps")
    assert "order 778" in await stage.daria.all(stage.staff_thread())
    await stage.daria.types("case reply", case=1, text="It is on its way.")
    assert "It is on its way." in await stage.max.last(stage.max.second)


async def test_when_every_door_is_shut_a_form_is_left(stage: Stage) -> None:
    await stage.shuts_every_door("max", "support")
    await complaint(stage)
    asked = await stage.max.presses("Write to the team", "support")
    assert "#1" in (await asked.fills(text="it is save slot 3")).text
    assert "save slot 3" in await stage.daria.all(stage.staff_thread())
    await stage.daria.types("case reply", case=1, text="Slot 3 is restored.")
    assert "Slot 3" not in await stage.max.all("support")
    answer = await stage.max.presses("Read the answer", "support")
    assert "Slot 3 is restored." in answer.text and not answer.public
    nosy = await stage.ana.presses("Read the answer", "support")
    assert "Slot 3" not in nosy.text and not nosy.public


async def test_a_member_can_begin_in_private(stage: Stage) -> None:
    asked = await stage.max.types("complain", "general")
    answer = await asked.fills(text="A moderator was rude to me and nobody reacted.")
    assert "#1" in answer.text and not answer.public
    assert await stage.max.reads("general") == []
    assert "A moderator was rude" in await stage.daria.last("staff-room")


async def test_a_direct_message_to_the_bot_finds_the_team(stage: Stage) -> None:
    await stage.max.writes(stage.max.direct, "hi")
    assert "I'm a program" in await stage.max.last(stage.max.direct)
    await stage.max.writes(stage.max.direct, BROKEN)
    assert "#1" in await stage.max.last(stage.max.direct)
    await stage.daria.types("case reply", case=1, text="It is our bug.")
    assert "It is our bug." in await stage.max.last(stage.max.direct)


async def test_the_menu_of_their_own_message_opens_a_case_quietly(stage: Stage) -> None:
    said = await stage.max.writes("general", "about yesterday")
    answer = await stage.max.chooses("Get help with this", said)
    assert "#1" in answer.text and not answer.public
    assert await stage.max.reads("general") == ["about yesterday"]
    assert "already" in (await stage.max.chooses("Get help with this", said)).text


async def test_a_member_sees_their_own_case_and_nobody_elses(stage: Stage) -> None:
    await complaint(stage)
    assert "#1" in (await stage.max.types("my-cases")).text
    assert BROKEN not in (await stage.vera.types("case show", case=1)).text
    shown = await stage.max.types("case show", case=1)
    assert "#1" in shown.text and not shown.public


async def test_writing_again_after_solving_opens_it_again(stage: Stage) -> None:
    await complaint(stage)
    await stage.daria.types("case solve", case=1, ending="solved", text="Fixed.")
    await stage.max.writes(stage.max.private, "it happened again just now")
    assert "open" in await stage.daria.last("staff-room")
    await stage.passes(days=4)
    assert "satisfied" not in await stage.max.all(stage.max.private), "the check-in is void"


async def test_a_yes_is_rated_once(stage: Stage) -> None:
    await complaint(stage)
    await stage.daria.types("case solve", case=1, ending="solved", text="Fixed in 2.4.")
    await stage.passes(days=3)
    answer = await stage.max.presses("Solved", stage.max.private)
    assert list(answer.buttons) == ["1", "2", "3", "4", "5"]
    assert "Noted" in (await answer.presses("5")).text
    assert "too late" in (await answer.presses("5")).text


async def test_dont_ask_me_is_kept(stage: Stage) -> None:
    await complaint(stage)
    await stage.daria.types("case solve", case=1, ending="solved", text="The save is back.")
    await stage.passes(days=3)
    assert "I won't ask again" in (await stage.max.presses("Don't ask me", stage.max.private)).text
    before = await stage.max.reads(stage.max.private)
    await stage.passes(days=20)
    assert await stage.max.reads(stage.max.private) == before


async def test_whoever_wants_to_be_left_alone_is(stage: Stage) -> None:
    await stage.max.types("quiet me")
    await complaint(stage)
    assert await stage.max.reads("support") == [BROKEN]
    assert BROKEN not in await stage.daria.all("staff-room")
    await stage.max.types("quiet off")
    await stage.max.writes("support", "And nobody from support answers me, the app is still broken.")
    await stage.passes(seconds=9)
    assert "#1" in await stage.max.last("support")


async def two_cases(stage: Stage) -> None:
    """Max has two open cases, begun in public."""
    for text in (BROKEN, "I was charged twice for order 51 and want my money back."):
        asked = await stage.max.types("complain", "general")
        await asked.fills(text=text)


async def test_with_several_cases_a_direct_message_is_heard_and_its_writer_says_which_it_is_about(
    stage: Stage,
) -> None:
    await two_cases(stage)
    await stage.max.writes(stage.max.direct, "the order number is 51")
    assert "order number is 51" in await stage.daria.all(stage.staff_thread(1))
    assert "I put this with #2" in await stage.max.last(stage.max.direct)
    other, _new = await stage.max.buttons(stage.max.direct)
    assert other.startswith("#1")
    assert "with #1 now" in (await stage.max.presses(other, stage.max.direct)).text
    assert "order number is 51" not in await stage.daria.all(stage.staff_thread(1))
    assert "order number is 51" in await stage.daria.all(stage.staff_thread(0))
    before = len(await stage.max.reads(stage.max.direct))
    await stage.max.writes(stage.max.direct, "and it was on the fifth")
    assert "on the fifth" in await stage.daria.all(stage.staff_thread(0)), "it goes on where they are"
    assert len(await stage.max.reads(stage.max.direct)) == before + 1, "and is not asked again"


async def test_what_a_member_says_is_something_new_becomes_a_case(stage: Stage) -> None:
    await two_cases(stage)
    await stage.max.writes(stage.max.direct, "and a moderator was rude to me")
    assert "#3" in (await stage.max.presses("Something new", stage.max.direct)).text
    assert "was rude" in await stage.daria.all(stage.staff_thread(2))
    assert "was rude" not in await stage.daria.all(stage.staff_thread(1))
    again = await stage.max.presses("Something new", stage.max.direct)
    assert "somewhere else by now" in again.text
