"""What the member hears before a promise breaks, and what becomes of silence."""

import pytest

from tests.scenarios.test_member import complain
from tests.scenarios.town import Town


async def private(town: Town, place: str) -> str:
    return await town.last(town.max, place)


async def test_the_member_hears_it_before_the_time_is_over(office: Town) -> None:
    place = await complain(office)
    await office.daria.types("case claim 1")
    await office.passes(minutes=95)
    assert "No answer" not in await private(office, place)
    await office.passes(minutes=12)
    assert "No answer to #1 yet; it is with Daria. New time:" in await private(office, place)
    assert "takes longer" in await office.last(office.daria, office.staff_thread())


async def test_twice_at_most_and_then_a_person_has_to_write(office: Town) -> None:
    await office.elena.types("set next-level Elena")
    place = await complain(office)
    await office.daria.types("case claim 1")
    for _ in range(12):
        await office.passes(minutes=30)
    told = [text for text in await office.reads(office.max, place) if "#1" in text][1:]
    assert len(told) == 2
    assert "New time" in told[0] and "There is no new time yet" in told[1]
    thread = "\n".join(await office.reads(office.daria, office.staff_thread()))
    assert thread.count("now a person has to write") == 1
    assert "Daria Elena #1 is due" in thread


async def test_a_person_gives_a_new_time_and_says_what_is_missing(office: Town) -> None:
    place = await complain(office)
    form = (await office.daria.presses("Give a new time", "staff-room")).forms[0]
    assert [field.name for field in form.fields] == ["duration", "text"]
    done = await office.daria.sends(form, "staff-room", duration="1d", text="The bank has to confirm it.")
    assert "The member hears the new time for #1" in done.text
    told = await private(office, place)
    assert "Daria:" in told and "The bank has to confirm it." in told and "New time for #1" in told
    assert "first answer: in time" in await office.last(office.daria, "staff-room"), "a person has answered"
    await office.passes(hours=8)
    assert await private(office, place) == told, "nothing is due before that time"
    await office.passes(hours=15, minutes=50)
    assert "No answer to #1 yet" in await private(office, place)


async def test_a_new_time_is_neither_at_once_nor_never_nor_the_members_to_give(office: Town) -> None:
    await complain(office)
    for duration in ("5m", "40d"):
        refused = await office.daria.types(f"case time 1 {duration} The bank has to confirm it.")
        assert "between 15 minutes and 30 days" in refused.text
    assert "needs another role" in (await office.max.types("case time 1 1d soon")).text


async def test_while_somebody_outside_is_waited_for_the_member_hears_of_it(office: Town) -> None:
    place = await complain(office)
    await office.daria.types("case hold 1 2d")
    await office.passes(days=1, hours=23, minutes=35)
    assert "it waits for somebody outside the team" in await private(office, place)


async def test_whoever_wants_to_be_left_alone_hears_nothing_and_staff_know_it(office: Town) -> None:
    place = await complain(office)
    await office.max.types("quiet me")
    before = await office.reads(office.max, place)
    await office.passes(hours=3)
    assert await office.reads(office.max, place) == before
    assert "asked to be left alone" in "\n".join(await office.reads(office.daria, office.staff_thread()))


async def test_in_public_for_whoever_stays_in_public(office: Town) -> None:
    place = await complain(office)
    await office.max.presses("I'd rather stay in public", place)
    await office.passes(minutes=110)
    assert "No answer to #1 yet" in await office.last(office.max, "support")


async def silent(town: Town) -> str:
    """Max was asked something on Monday, and on the Monday after says nothing yet."""
    place = await complain(town)
    await town.daria.types("case reply 1 Which version is it?")
    await town.passes(days=5)
    return place


async def test_a_silent_member_is_asked_once_and_then_it_is_solved_with_a_way_back(office: Town) -> None:
    place = await silent(office)
    assert "Is it settled?" not in await private(office, place), "it is Saturday"
    await office.passes(days=2)
    assert "Is it settled?" in await private(office, place)
    await office.passes(days=4)
    assert "Is it settled?" in await private(office, place)
    await office.passes(days=3)
    told = await private(office, place)
    assert "marked as solved" in told and "If that isn't enough, write here" in told
    assert "solved, without another word from the member" in await office.last(office.daria, "staff-room")
    await office.passes(days=20)
    assert await private(office, place) == told, "nobody is asked how satisfied they are with silence"
    await office.max.says(place, "It is back.")
    assert "#1: open" in "\n".join(await office.reads(office.daria, "staff-room"))


async def test_asked_the_member_says_that_it_is_settled(office: Town) -> None:
    place = await silent(office)
    await office.passes(days=2)
    assert "Noted: #1 is settled" in (await office.max.presses("It is settled", place)).text
    before = await office.reads(office.max, place)
    assert "Solved: the member says so." in await office.last(office.daria, office.staff_thread())
    await office.passes(days=10)
    assert await office.reads(office.max, place) == before, "they have said it already"


async def test_asked_the_member_is_still_waiting(office: Town) -> None:
    place = await silent(office)
    await office.passes(days=2)
    assert "Noted: #1 is open" in (await office.max.presses("Still open", place)).text
    assert "Next: next answer" in "\n".join(await office.reads(office.daria, "staff-room"))


@pytest.mark.parametrize(
    ("who", "text", "held"),
    [
        (
            "ana",
            "Nu mai merge aplicația de trei zile și nimeni nu răspunde",
            "Încă nu avem răspunsul la cazul #1",
        ),
        (
            "vera",
            "Приложение не работает третий день, и никто не отвечает",
            "Ответа по обращению #1 пока нет",
        ),
    ],
    ids=["ro", "ru"],
)
async def test_in_the_members_language(office: Town, who: str, text: str, held: str) -> None:
    member = getattr(office, who)
    await member.says("support", text)
    await office.passes(seconds=9)
    await office.passes(minutes=110)
    assert held in await office.last(member, office.private(member))
