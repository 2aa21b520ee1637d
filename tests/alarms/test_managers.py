"""What managers see and do: called once, one after another, until somebody has taken it."""

import asyncio

from adapters.sandbox.model import COMMUNITY
from bot.community import Contact
from bot.vocabulary.questions import StaffLost
from tests.scenarios.test_member import complain
from tests.scenarios.test_privacy import handled
from tests.scenarios.town import Town

ROOM = "managers-room"
LAWYER = "My order never came and nobody answers. My lawyer will contact you tomorrow."
IN_DANGER = "Nobody ever answers here, your support is useless, and I want to kill myself."
NEEDED = "A manager is needed: #1"


async def room(town: Town) -> str:
    return "\n".join(await town.reads(town.elena, ROOM))


async def thread(town: Town) -> str:
    return "\n".join(await town.reads(town.mihai, town.staff_thread()))


async def test_managers_hear_at_once_with_what_they_need(office: Town) -> None:
    await complain(office, LAWYER)
    card = await office.last(office.elena, ROOM)
    assert NEEDED in card and LAWYER in card and "Max" in card
    assert "lawyers" in card and "nobody yet" in card and "Elena, this needs to be taken" in card
    assert await office.buttons(office.elena, ROOM) == ["Take", "Hand on", "Done"]


async def test_whoever_takes_it_is_left_in_peace_and_says_what_was_done(office: Town) -> None:
    private = await complain(office, LAWYER)
    assert "#1 is taken" in (await office.elena.presses("Take", ROOM)).text
    assert "#1 is taken" in (await office.elena.types("alarm take 1")).text, "twice is once"
    await office.passes(hours=3)
    card = await office.last(office.elena, ROOM)
    assert "Elena has taken it" in card and "Daria" not in await room(office)
    await office.elena.types("alarm done 1 I have called them.")
    assert "Done: Elena" in await office.last(office.elena, ROOM)
    assert "I have called them." in await thread(office)
    assert "I have called them." not in "\n".join(await office.reads(office.max, private))
    assert "done already" in (await office.elena.types("alarm done 1 Again.")).text


async def test_not_taken_it_goes_to_the_next_name_and_then_on_the_morning_list(office: Town) -> None:
    await complain(office, LAWYER)
    await office.passes(minutes=29)
    assert "Elena, this" in await office.last(office.elena, ROOM)
    await office.passes(minutes=2)
    cards = [text for text in await office.reads(office.elena, ROOM) if NEEDED in text]
    assert len(cards) == 1 and "Daria, this" in cards[0] and "nobody else to call" in cards[0]
    await office.passes(minutes=31)
    assert "nobody has taken it" in await office.last(office.elena, ROOM)
    await office.passes(hours=2)
    assert (await room(office)).count(NEEDED) == 1, "every name was called once"
    await office.passes(hours=22)
    listed = await office.last(office.elena, ROOM)
    assert "Nobody has taken these" in listed and "#1" in listed and LAWYER not in listed
    await office.elena.types("alarm take 1")
    assert "Elena has taken it" in await room(office)


async def test_handed_on_the_next_one_is_called_at_once(office: Town) -> None:
    await complain(office, LAWYER)
    await office.elena.presses("Take", ROOM)
    assert "next manager is called" in (await office.elena.presses("Hand on", ROOM)).text
    assert "Daria, this" in await office.last(office.elena, ROOM)
    assert "Nobody is left to call" in (await office.elena.types("alarm pass 1")).text


async def test_two_who_take_it_at_once_are_told_who_has_it(office: Town) -> None:
    await complain(office, LAWYER)
    assert "needs another role" in (await office.mihai.types("alarm take 1")).text
    one, other = await asyncio.gather(office.elena.types("alarm take 1"), office.daria.types("alarm take 1"))
    texts = sorted((one.text, other.text))
    assert texts[0].startswith("#1 is taken") and texts[1].startswith("#1 is with")


async def test_one_matter_is_one_alarm_whatever_else_comes(office: Town) -> None:
    private = await complain(office, LAWYER)
    await office.elena.presses("Take", ROOM)
    for who in ("mihai", "daria", "elena"):
        await office.elena.types(f"case transfer 1 {who}")
    await office.max.says(private, "And I will tell every newspaper.")
    cards = [text for text in await office.reads(office.elena, ROOM) if NEEDED in text]
    assert len(cards) == 1 and "three people" in cards[0] and "Elena has taken it" in cards[0]
    assert "newspaper" in cards[0], "the card has the last words"


async def test_whoever_was_handed_from_one_to_the_next_is_heard_of(office: Town) -> None:
    await complain(office)
    for who in ("mihai", "daria"):
        await office.elena.types(f"case transfer 1 {who}")
    assert NEEDED not in await room(office)
    await office.daria.types("case transfer 1 elena")
    assert "three people" in await office.last(office.elena, ROOM)


async def test_who_comes_back_a_third_time_is_heard_of(office: Town) -> None:
    private = await complain(office)
    await office.mihai.types("case reply 1 It is fixed now.")
    for words in ("It still crashes.", "Still crashing today.", "Crashed again, third time."):
        assert NEEDED not in await room(office)
        await office.passes(hours=1)
        await office.max.says(private, words)
    assert "third time after an answer" in await office.last(office.elena, ROOM)


async def test_at_night_only_what_is_grave_is_heard(office: Town) -> None:
    await office.passes(hours=12)
    await complain(office)
    for who in ("mihai", "daria", "elena"):
        await office.elena.types(f"case transfer 1 {who}")
    assert NEEDED not in await room(office)
    await office.vera.says("support", "Мой заказ не пришёл, деньги не вернули. Подаю на вас в суд.")
    await office.passes(seconds=9)
    assert "A manager is needed: #2" in await room(office)
    await office.passes(hours=11)
    assert "three people" in await room(office)


async def test_where_nobody_is_called_at_night_the_morning_is_soon_enough(office: Town) -> None:
    await office.change(high_at_any_hour=False)
    await office.passes(hours=12)
    await complain(office, LAWYER)
    await office.passes(hours=8)
    assert NEEDED not in await room(office)
    await office.passes(hours=3)
    assert NEEDED in await room(office)


async def test_in_danger_the_safety_contacts_come_first_and_then_a_manager(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"), safety_stand_in=Contact("daria", "Daria"))
    await office.passes(hours=12)
    await complain(office, IN_DANGER)
    staff = "\n".join(await office.reads(office.mihai, "staff-room"))
    assert "Mihai Daria somebody may be in danger" in staff
    card = await office.last(office.elena, ROOM)
    assert "Called in the staff room: Mihai, Daria" in card
    await office.passes(minutes=6)
    assert "Elena, this" in await office.last(office.elena, ROOM)


async def test_the_safety_contact_who_claims_the_case_has_taken_it(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    await complain(office, IN_DANGER)
    await office.mihai.types("case claim 1")
    await office.passes(minutes=10)
    assert "Mihai has taken it" in await office.last(office.elena, ROOM)


async def test_what_is_solved_needs_nobody_and_leaves_no_words(office: Town) -> None:
    await complain(office, LAWYER)
    await office.mihai.types("case solve 1 solved Refunded.")
    await office.passes(hours=3)
    card = await office.last(office.elena, ROOM)
    assert "It is settled" in card and LAWYER not in card
    assert await office.buttons(office.elena, ROOM) == []
    assert "not called for #1" in (await office.elena.types("alarm take 1")).text


async def test_whom_a_case_is_about_is_not_called_for_it(office: Town) -> None:
    await complain(office, LAWYER)
    await office.mihai.types("case about 1 elena")
    assert NEEDED not in await room(office), "the room would show it to her"
    assert "There is no #1" in (await office.elena.types("alarm take 1")).text
    assert "#1" not in (await office.elena.types("alarm list")).text
    card = await office.last(office.daria, "dm-daria")
    assert NEEDED in card and "Daria, this" in card


async def test_managers_name_who_is_called(office: Town) -> None:
    assert "Elena" in (await office.elena.types("alarm people elena")).text
    answer = await office.elena.types("alarm people mihai")
    assert "Mihai is not a manager" in answer.text
    assert "Elena" in (await office.elena.types("alarm people daria out")).text
    assert "Nobody is on the list" in (await office.elena.types("alarm people elena out")).text
    await complain(office, LAWYER)
    assert "Nobody is on the list" in await office.last(office.elena, ROOM)


async def test_too_many_at_once_are_lines_of_a_list(office: Town) -> None:
    await office.change(pings_an_hour=1)
    await complain(office, LAWYER)
    await office.ana.says("support", LAWYER)
    await office.vera.says("support", LAWYER)
    await office.passes(seconds=9)
    texts = await office.reads(office.elena, ROOM)
    assert sum("A manager is needed" in text for text in texts) == 1
    assert "Many at once" in texts[-1] and "#2" in texts[-1] and "#3" in texts[-1]
    await office.elena.types("alarm take 2")
    assert "Many at once" in await room(office)
    await office.elena.types("alarm take 3")
    assert "Many at once" not in await room(office)


async def test_who_is_forgotten_is_gone_from_the_room(office: Town) -> None:
    await complain(office, LAWYER)
    await handled(office, "forget")
    await office.settled()
    assert "Max" not in await room(office) and LAWYER not in await room(office)


async def test_nobody_waits_for_a_manager_who_is_gone(office: Town) -> None:
    await complain(office, LAWYER)
    house = office.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.lost") as tx:
        ctx = house.context(tx, known)
        await ctx.dispatch(ctx, StaffLost("elena"))
    house.wake_relay()
    await office.settled()
    assert "Daria, this" in await office.last(office.elena, ROOM)


async def test_nobody_is_called_in_the_night_by_a_clock_that_was_late(office: Town) -> None:
    await complain(office)
    for who in ("mihai", "daria", "elena"):
        await office.elena.types(f"case transfer 1 {who}")
    await office.elena.types("case transfer 1 mihai")
    assert "Elena, this" in await office.last(office.elena, ROOM)
    await office.passes(hours=14)
    assert "Daria, this" not in await room(office)
    await office.passes(hours=9)
    assert "Daria, this" in await room(office)


async def test_words_that_sound_of_danger_later_call_the_contacts_too(office: Town) -> None:
    await office.change(safety_contact=Contact("mihai", "Mihai"))
    private = await complain(office)
    await office.max.says(private, "Honestly, I want to kill myself.")
    staff = "\n".join(await office.reads(office.mihai, "staff-room"))
    assert staff.count("Mihai somebody may be in danger") == 1
    assert "in danger" in await office.last(office.elena, ROOM)
    await office.max.says(private, "I want to kill myself, I mean it.")
    staff = "\n".join(await office.reads(office.mihai, "staff-room"))
    assert staff.count("Mihai somebody may be in danger") == 1, "once for a case"


async def test_a_matter_of_the_list_that_turns_out_to_be_danger_calls_by_name(office: Town) -> None:
    await office.change(pings_an_hour=1)
    await complain(office, LAWYER)
    await office.ana.says("support", LAWYER)
    await office.passes(seconds=9)
    assert "Many at once" in await room(office)
    await office.ana.says(office.private(office.ana), "I want to kill myself.")
    assert "Many at once" not in await room(office)
    assert "A manager is needed: #2" in await office.last(office.elena, ROOM)


async def test_what_goes_on_in_another_case_is_taken_there(office: Town) -> None:
    await complain(office, LAWYER)
    await office.elena.presses("Take", ROOM)
    await office.max.types("complain The app lost my saved game.")
    await office.mihai.types("case merge 1 2")
    texts = await room(office)
    assert "A manager is needed: #2" in texts and NEEDED not in texts
    assert "Elena has taken it" in texts


async def test_whom_a_case_is_about_finds_it_in_no_list(office: Town) -> None:
    await office.change(pings_an_hour=1)
    await complain(office, LAWYER)
    await office.ana.says("support", LAWYER)
    await office.passes(seconds=9)
    await office.mihai.types("case about 2 elena")
    assert "#2" not in await room(office)
    await office.passes(hours=23)
    assert "#2" not in await room(office)
