"""Members report what attacks people, and hear what came of it; whoever it is about never learns who said so."""

import pytest

from bot.vocabulary.places import MessageRef
from bot.vocabulary.signals import AbuseJudged
from tests.appeals.measures import INSULT, at_work, warned
from tests.scenarios.test_privacy import handled, rows
from tests.scenarios.town import Town

ROOM, ABOVE = "staff-room", "managers-room"
MENU = "abuse report"


async def judged(town: Town, message: str, *, right: bool, by: str | None = "mihai") -> None:
    """Staff have looked at the proposal that was made of it."""
    async with at_work(town) as ctx:
        told = AbuseJudged((MessageRef("off-topic", message),), "max", right, by, "en")
        await ctx.dispatch(ctx, told)


@pytest.mark.parametrize(
    ("right", "by", "heard"),
    [(True, "mihai", "s-a făcut ceva"), (False, "mihai", "poate rămâne"), (False, None, "Nimeni nu a decis")],
)
async def test_the_reporter_hears_what_came_of_it_without_details_in_their_language(
    court: Town, right: bool, by: str | None, heard: str
) -> None:
    said = await court.max.says("off-topic", INSULT)
    assert "Primit" in (await court.ana.chooses(MENU, said)).text
    await judged(court, said.id, right=right, by=by)
    told = await court.last(court.ana, "dm-ana")
    assert heard in told and "Mihai" not in told and "Max" not in told and INSULT not in told


async def test_a_message_is_reported_once_by_each_and_never_by_its_writer(court: Town) -> None:
    said = await court.max.says("off-topic", INSULT)
    await court.ana.chooses(MENU, said)
    assert "Ai semnalat deja" in (await court.ana.chooses(MENU, said)).text
    assert "your own message" in (await court.max.chooses(MENU, said)).text
    await court.vera.chooses(MENU, said)
    await judged(court, said.id, right=True)
    for person in (court.ana, court.vera):
        assert len(await court.reads(person, f"dm-{person.id}")) == 1


async def test_what_has_led_to_a_measure_already_is_not_asked_again(court: Town) -> None:
    measure = await warned(court, court.max, court.mihai)
    said = next(m for m in await court.messages(court.ana, "off-topic") if m.id == measure.message.message)
    assert "s-a făcut ceva" in (await court.ana.chooses(MENU, said)).text
    assert await court.reads(court.ana, "dm-ana") == []


async def test_nobody_keeps_a_reporter_waiting_without_a_word(court: Town) -> None:
    said = await court.max.says("off-topic", "Hello everybody, nice weather")
    await court.ana.chooses(MENU, said)
    heard = []
    for _ in range(3):
        await court.passes(days=4)
        heard.append(await court.last(court.ana, "dm-ana"))
    assert "încă deschisă" in heard[0] and "Nimeni nu a decis" in heard[-1]


async def test_what_is_about_staff_goes_to_the_managers_and_not_to_them(court: Town) -> None:
    await court.change(managers_room=ABOVE)
    said = await court.mihai.says("off-topic", INSULT)
    assert "vorba despre cineva din echipă" in (await court.ana.chooses(MENU, said)).text
    assert INSULT in await court.last(court.elena, ABOVE)
    assert INSULT not in "\n".join(await court.reads(court.mihai, ROOM))
    await court.elena.presses("Something was done", ABOVE)
    assert "s-a făcut ceva" in await court.last(court.ana, "dm-ana")
    assert INSULT not in "\n".join(await court.reads(court.elena, ABOVE)), "its words are needed no more"


async def test_words_that_speak_of_staff_are_not_put_before_all_of_them(court: Town) -> None:
    await court.change(managers_room=ABOVE)
    words = "The moderator Mihai abuses his power and insults us every day"
    assert "it goes to those above" in (await court.max.types(f"report {words}")).text
    assert words in await court.last(court.elena, ABOVE)
    assert words not in "\n".join(await court.reads(court.mihai, ROOM))


async def test_what_was_said_before_a_warning_is_no_later_for_being_reported_later(court: Town) -> None:
    said = await court.max.says("off-topic", "Nobody here wants to read anything from Ana")
    await warned(court, court.max, court.mihai)
    await court.passes(days=2)
    await court.ana.chooses(MENU, said)
    card = next(text for text in await court.reads(court.mihai, ROOM) if said.text in text)
    assert "before the last measure was read" in card


async def test_what_is_about_staff_is_decided_by_those_above_alone(court: Town) -> None:
    await court.change(managers_room=ABOVE)
    said = await court.daria.says("off-topic", INSULT)
    await court.ana.chooses(MENU, said)
    [message] = await court.messages(court.elena, ABOVE)
    assert message.body is not None
    stays = message.body["buttons"][1]["id"]
    for person in (court.daria, court.mihai):
        assert "somebody else has to decide" in (await person.presses_id(stays)).text
    assert "is told" in (await court.elena.presses_id(stays)).text


async def test_who_waits_for_those_above_hears_three_times_and_then_only_the_outcome(court: Town) -> None:
    await court.change(managers_room=ABOVE)
    said = await court.daria.says("off-topic", INSULT)
    await court.max.chooses(MENU, said)
    for _ in range(6):
        await court.passes(days=4)
    heard = [text for text in await court.reads(court.max, "dm-max") if "still open" in text]
    assert len(heard) == 3 and "once they have" in heard[-1] and "Next word" in heard[0]
    await court.elena.presses("Something was done", ABOVE)
    assert "still open" not in await court.last(court.max, "dm-max")


async def test_a_threat_is_for_the_named_people_and_the_reporter_hears_of_it_too(court: Town) -> None:
    await court.elena.types("set safety Mihai Daria")
    said = await court.max.says("off-topic", "I know where you live and I will kill you")
    await court.ana.chooses(MENU, said)
    room = "\n".join(await court.reads(court.mihai, ROOM))
    assert "Mihai" in room and "Reported by Ana" in room
    await court.daria.presses("Something was done", ROOM)
    assert "s-a făcut ceva" in await court.last(court.ana, "dm-ana")
    await court.vera.types("report I know where you live and I will kill you, he writes to me every day")
    assert len([text for text in await court.reads(court.mihai, ROOM) if "may be in danger" in text]) == 2


async def test_where_nobody_is_above_them_the_reporter_is_told_so(court: Town) -> None:
    said = await court.mihai.says("off-topic", INSULT)
    assert "nu e numit nimeni" in (await court.ana.chooses(MENU, said)).text


async def test_what_no_single_message_shows_is_told_in_words(court: Town) -> None:
    words = "Somebody here writes to every newcomer in private and insults them."
    await court.max.types(f"report {words}")
    assert words in await court.last(court.mihai, ROOM)
    await court.mihai.presses("By the rules it may stay", ROOM)
    assert "it may stay" in await court.last(court.max, "dm-max")
    assert words not in await rows(court.app.house.database)


async def test_more_than_ten_open_reports_a_day_are_refused_kindly(court: Town) -> None:
    for number in range(10):
        assert "Received" in (await court.max.types(f"report It happened again, number {number}.")).text
    assert "those come first" in (await court.max.types("report And again.")).text
    await court.passes(days=1, minutes=1)
    assert "Received" in (await court.max.types("report And again.")).text


async def test_forget_me_takes_my_reports_with_their_cards(court: Town) -> None:
    words = "Somebody insults every newcomer."
    await court.max.types(f"report {words}")
    await handled(court, "forget")
    court.app.house.wake_relay()
    await court.settled()
    assert words not in await rows(court.app.house.database)
    assert words not in "\n".join(await court.reads(court.mihai, ROOM))
