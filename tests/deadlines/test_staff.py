"""What staff see: whoever has the case is reminded, then the team is told, then the next level."""

from tests.scenarios.test_member import complain
from tests.scenarios.town import Town

NEEDED = "Somebody is needed here"
LONG = "Long past their time"


async def room(town: Town) -> str:
    return "\n".join(await town.reads(town.daria, "staff-room"))


async def thread(town: Town) -> str:
    return "\n".join(await town.reads(town.daria, town.staff_thread()))


async def test_whoever_has_the_case_is_reminded_once(office: Town) -> None:
    await complain(office)
    await office.daria.types("case claim 1")
    await office.passes(minutes=80)
    assert "is waiting" not in await thread(office)
    await office.passes(minutes=22)
    assert "Daria, #1 is waiting. Next: first answer" in await thread(office)
    assert await office.buttons(office.daria, office.staff_thread()) == ["Reply", "Give a new time"]
    await office.passes(minutes=10)
    assert (await thread(office)).count("is waiting") == 1
    assert NEEDED not in await room(office), "the team has nothing to do yet"


async def test_what_nobody_has_the_team_is_shown_before_it_is_late(office: Town) -> None:
    await complain(office)
    await office.passes(minutes=105)
    line = await office.last(office.daria, "staff-room")
    assert NEEDED in line and "With: nobody yet" in line
    await office.mihai.types("case claim 1")
    assert NEEDED not in await room(office), "somebody has it now"


async def test_at_the_deadline_the_team_and_then_the_next_level(office: Town) -> None:
    assert "Elena" in (await office.elena.types("set next-level Elena")).text
    await complain(office)
    await office.daria.types("case claim 1")
    await office.passes(minutes=136)
    line = await office.last(office.daria, "staff-room")
    assert NEEDED in line and "it was due" in line and "Daria" in line
    assert "first answer: too late" in await room(office), "the card says so"
    await office.passes(hours=3)
    assert LONG not in await room(office)
    await office.daria.says("staff-room", "Coffee?")
    await office.passes(minutes=65)
    assert "Elena, the time for these was over" in await office.last(office.daria, "staff-room")
    await office.daria.types("case reply 1 We found it.")
    texts = await room(office)
    assert NEEDED not in texts and LONG not in texts, "what is answered stands in no list"


async def test_an_answer_in_time_is_seen_on_the_card_and_in_the_transcript(office: Town) -> None:
    await complain(office)
    await office.daria.types("case reply 1 We found it.")
    await office.passes(hours=3)
    card = await office.last(office.daria, "staff-room")
    assert "first answer: in time" in card and NEEDED not in card
    await office.daria.types("case close 1")
    assert "solution: no longer owed" in await room(office)
    file = str((await office.daria.types("case transcript 1")).messages[0].parts[1])
    assert "first answer: in time" in file and "solution: no longer owed" in file
    own = str((await office.max.types("case transcript 1")).messages[0].parts[1])
    assert "in time" not in own, "how we keep our times is ours"


async def test_the_morning_list_comes_as_a_direct_message(office: Town) -> None:
    await complain(office)
    await office.daria.types("case claim 1")
    await office.passes(hours=23, minutes=5)
    (list_,) = await office.reads(office.daria, "dm-daria")
    assert "Your open cases" in list_ and "#1 Max" in list_ and "first answer" in list_
    assert await office.reads(office.mihai, "dm-mihai") == [], "nothing when there is nothing"
