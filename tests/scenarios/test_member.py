"""What a member meets: said once, in private if they like, taken back if they say so."""

import pytest
from sqlalchemy import func, select

from adapters.sandbox.model import Kind
from bot.durable.tables import inbox, timers
from cogs.intake.store import thoughts
from tests.scenarios.town import Town

BROKEN = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."
STILL = "and nobody from support has answered me for five days"


async def complain(town: Town, text: str = BROKEN) -> str:
    """Max complains in #support; the private conversation."""
    await town.max.says("support", text)
    await town.passes(seconds=9)
    return town.private(town.max)


async def test_several_messages_of_one_thought_are_one_case(community: Town) -> None:
    await community.max.says("support", BROKEN)
    await community.passes(seconds=7)
    await community.max.says("support", STILL)
    await community.passes(seconds=2)
    assert len(await community.reads(community.max, "support")) == 2, (
        "the second message waits for its own end"
    )
    await community.passes(seconds=7)
    assert len(await community.reads(community.max, "support")) == 3
    thread = "\n".join(await community.reads(community.mihai, community.staff_thread()))
    assert BROKEN in thread and STILL in thread


async def test_two_hundred_messages_are_one_case_and_one_answer(community: Town) -> None:
    for number in range(200):
        await community.app.receive(await community.event(community.max, f"{BROKEN} {number}"))
    await community.settled()
    await community.passes(seconds=30)
    await community.passes(seconds=30)
    texts = await community.reads(community.max, "support")
    assert sum("#1" in text for text in texts) == 1
    assert not any("#2" in text for text in texts)
    assert len(community.channels(community.max, Kind.PRIVATE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "love the new update",
        "how do I change my avatar?",
        "👍👍👍",
        "lol",
        "good morning everyone",
    ],
)
async def test_what_is_no_complaint_leaves_no_trace(community: Town, text: str) -> None:
    await community.max.says("general", text)
    await community.passes(minutes=5)
    assert await community.reads(community.max, "general") == [text]
    async with community.app.house.database.reading() as tx:
        for table in (inbox, timers, thoughts):
            assert (await tx.execute(select(func.count()).select_from(table))).scalar_one() == 0


async def test_thanks_after_a_case_opens_nothing(community: Town) -> None:
    await complain(community)
    await community.max.says("support", "thanks!")
    await community.passes(minutes=5)
    assert len(community.channels(community.max, Kind.PRIVATE)) == 1


async def test_more_words_about_the_same_thing_join_the_case(community: Town) -> None:
    await complain(community)
    await community.max.says("support", "It crashed again, third time today, this is broken")
    await community.passes(minutes=1)
    assert len(community.channels(community.max, Kind.PRIVATE)) == 1
    assert "third time today" in "\n".join(await community.reads(community.mihai, community.staff_thread()))


async def test_whoever_stays_in_public_is_answered_there(community: Town) -> None:
    private = await complain(community)
    answer = await community.max.presses("I'd rather stay in public", private)
    assert "#1" in answer.text
    await community.mihai.types("case reply 1 It was our update. The fix is out.")
    assert "It was our update" in await community.last(community.max, "support")
    assert "It was our update" not in await community.last(community.max, private)
    assert "stays in public" in await community.last(community.mihai, "staff-room")


async def test_no_help_needed_takes_the_reply_down(community: Town) -> None:
    private = await complain(community)
    assert len(await community.reads(community.max, "support")) == 2
    answer = await community.max.presses("No help needed", private)
    assert answer.text == "All right, I've removed my reply. Nothing else happens."
    assert await community.reads(community.max, "support") == [BROKEN]
    assert "closed" in await community.last(community.mihai, "staff-room")


async def test_dont_ask_me_is_kept_for_every_case(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved The save is back.")
    await community.passes(days=3)
    answer = await community.max.presses("Don't ask me", private)
    assert "I won't ask again" in answer.text
    await community.max.says("support", "My order never arrived, eight days now, and nobody answers")
    await community.passes(seconds=9)
    await community.mihai.types("case solve 2 solved A new parcel is on its way.")
    await community.passes(days=20)
    assert "A new parcel" in await community.last(community.max, community.private(community.max))


async def test_a_deleted_message_takes_everything_back(community: Town) -> None:
    message = await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await community.max.deletes(message)
    assert await community.reads(community.max, "support") == []
    thread = "\n".join(await community.reads(community.mihai, community.staff_thread()))
    assert BROKEN not in thread and "taken back" in thread
    assert BROKEN not in "\n".join(await community.reads(community.mihai, "staff-room"))
    transcript = (await community.mihai.types("case transcript 1")).messages[0]
    assert BROKEN not in repr(transcript)


async def test_deleted_while_we_listen_nothing_happens(community: Town) -> None:
    message = await community.max.says("support", BROKEN)
    await community.max.deletes(message)
    await community.passes(minutes=1)
    assert await community.reads(community.max, "support") == []
    assert await community.reads(community.mihai, "staff-room") == []


async def test_an_edit_can_turn_a_message_into_a_complaint(community: Town) -> None:
    message = await community.max.says("support", "hello there")
    await community.max.edits(message, BROKEN)
    await community.passes(seconds=9)
    assert "#1" in await community.last(community.max, "support")


async def test_an_edit_can_turn_a_complaint_into_nothing(community: Town) -> None:
    message = await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await community.max.edits(message, "never mind, my own mistake, all good")
    assert await community.reads(community.max, "support") == ["never mind, my own mistake, all good"]
    assert "closed" in await community.last(community.mihai, "staff-room")


async def test_an_edit_of_an_answered_case_changes_the_words_only(community: Town) -> None:
    message = await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await community.mihai.types("case reply 1 Looking into it.")
    await community.max.edits(message, "never mind, all good")
    assert "waiting for the member" in await community.last(community.mihai, "staff-room")
    assert "edited it since" in "\n".join(await community.reads(community.mihai, community.staff_thread()))


async def test_when_no_thread_can_be_opened_the_dm_is_tried(community: Town) -> None:
    await community.world.set_private_threads("support", allowed=False)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    dm = "dm-max"
    assert "no private thread could be opened" in await community.last(community.max, dm)
    assert "#1" in await community.last(community.max, "support")
    card = await community.last(community.mihai, "staff-room")
    assert "private thread couldn't be opened; direct message open" in card
    await community.max.says(dm, "order 778, if that helps")
    assert "order 778" in "\n".join(await community.reads(community.mihai, community.staff_thread()))


async def test_when_every_door_is_shut_a_form_is_left(community: Town) -> None:
    await community.world.set_private_threads("support", allowed=False)
    await community.world.set_dms_open("max", dms_open=False)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    form = (await community.max.presses("Write to the team", "support")).forms[0]
    answer = await community.max.sends(form, "support", text="it is save slot 3")
    assert "#1" in answer.text
    assert "save slot 3" in "\n".join(await community.reads(community.mihai, community.staff_thread()))
    await community.mihai.types("case reply 1 Slot 3 is restored.")
    assert "Slot 3" not in "\n".join(await community.reads(community.max, "support"))
    answer = await community.max.presses("Read the answer", "support")
    assert "Slot 3 is restored." in answer.text
    nosy = await community.ana.presses("Read the answer", "support")
    assert "Slot 3" not in nosy.text


async def test_a_member_can_begin_in_private(community: Town) -> None:
    form = (await community.max.types("complain")).forms[0]
    answer = await community.max.sends(form, text="A moderator was rude to me and nobody reacted.")
    assert "#1" in answer.text
    assert await community.reads(community.max, "general") == []
    assert "A moderator was rude" in await community.last(community.mihai, "staff-room")


async def test_a_direct_message_to_the_bot_finds_the_team(community: Town) -> None:
    await community.max.says("dm-max", "hi")
    assert "I'm a program" in await community.last(community.max, "dm-max")
    await community.max.says("dm-max", BROKEN)
    assert "#1" in await community.last(community.max, "dm-max")
    await community.mihai.types("case reply 1 It is our bug.")
    assert "It is our bug." in await community.last(community.max, "dm-max")


async def test_their_own_message_menu_opens_a_case_quietly(community: Town) -> None:
    message = await community.max.says("general", "about yesterday")
    assert "#1" in (await community.max.chooses("help get", message)).text
    assert await community.reads(community.max, "general") == ["about yesterday"]
    assert "already" in (await community.max.chooses("help get", message)).text
    assert (
        "your own" in (await community.ana.chooses("help get", message)).text
        or "tale" in (await community.ana.chooses("help get", message)).text
    )


async def test_my_cases_and_my_transcript_have_no_notes(community: Town) -> None:
    await complain(community)
    await community.mihai.types("case note 1 he is a friend of the owner")
    await community.mihai.types("case reply 1 We are on it.")
    assert "#1" in (await community.max.types("my-cases")).text
    transcript = repr((await community.max.types("case transcript 1")).messages)
    assert "We are on it." in transcript and "friend of the owner" not in transcript
    assert "friend of the owner" in repr((await community.mihai.types("case transcript 1")).messages)


async def test_writing_again_after_solving_opens_it_again(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved Fixed.")
    await community.max.says(private, "it happened again just now")
    assert "open" in await community.last(community.mihai, "staff-room")
    await community.passes(days=4)
    assert "satisfied" not in "\n".join(await community.reads(community.max, private)), "the check-in is void"


async def test_replying_to_the_bot_in_public_reaches_the_team(community: Town) -> None:
    await complain(community)
    ack = (await community.messages(community.max, "support"))[-1]
    await community.max.says("support", "it was save slot 3", to=ack.id)
    assert "save slot 3" in "\n".join(await community.reads(community.mihai, community.staff_thread()))


async def test_staff_who_answer_in_public_have_answered(community: Town) -> None:
    await complain(community)
    complaint = (await community.messages(community.max, "support"))[0]
    await community.daria.says("support", "We found it; a fix comes at 18:00.", to=complaint.id)
    card = await community.last(community.mihai, "staff-room")
    assert "waiting for the member" in card and "Daria" in card


async def test_words_in_public_wake_a_case_that_waits_for_the_member(community: Town) -> None:
    await complain(community)
    await community.mihai.types("case reply 1 Which slot was it?")
    assert "waiting for the member" in await community.last(community.mihai, "staff-room")
    await community.max.says("support", "The app keeps crashing and I lost the save again, useless")
    assert "#1: open" in await community.last(community.mihai, "staff-room")


async def test_who_also_writes_a_direct_message_is_still_heard_in_the_thread(community: Town) -> None:
    await complain(community)
    thread = community.private(community.max)
    await community.max.says("dm-max", "still nothing, by the way")
    await community.max.says(thread, "and here is my order number: 778")
    staff_reads = "\n".join(await community.reads(community.mihai, community.staff_thread()))
    assert "still nothing, by the way" in staff_reads and "order number: 778" in staff_reads
    await community.mihai.types("case reply 1 Found it.")
    assert "Found it." in await community.last(community.max, thread)
