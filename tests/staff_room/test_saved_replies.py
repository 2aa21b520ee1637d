"""Saved replies: kept once, in several languages, shown before they are sent."""

import json

from bot.catalogue.button_ids import write_button_id
from tests.scenarios.test_member import complain
from tests.scenarios.test_privacy import handled
from tests.scenarios.town import Answer, Town

SCREEN = "Hello {member}, please send a picture of the screen for {number}. {me}, {community}"
SCREEN_RU = "{member}, пришлите, пожалуйста, снимок экрана, обращение {number}. {me}"
RUSSIAN = (
    "Приложение постоянно вылетает после обновления, пропал весь прогресс. Это безобразие, верните деньги."
)


async def added(room: Town, language: str = "en", text: str = SCREEN) -> Answer:
    return await room.mihai.types(f"reply add picture {language} {text}")


async def test_a_reply_is_filled_shown_and_sent_under_the_name_of_whoever_sends_it(room: Town) -> None:
    private = await complain(room)
    assert "Kept: picture" in (await added(room)).text
    shown = await room.daria.types("case use 1 picture")
    filled = "Hello Max, please send a picture of the screen for #1. Daria, Sandbox"
    assert filled in shown.text and "This would go to Max" in shown.text
    assert filled not in "\n".join(await room.reads(room.max, private)), "nothing is sent by looking"

    assert "on its way" in (await pressed(room, "daria", shown, "Send")).text
    assert await room.last(room.max, private) == f"Daria:\n{filled}"
    assert filled in await room.last(room.mihai, room.staff_thread())
    assert "waiting for the member" in await room.last(room.mihai, "staff-room")


async def test_a_second_press_sends_nothing_more(room: Town) -> None:
    private = await complain(room)
    await added(room)
    shown = await room.daria.types("case use 1 picture")
    await pressed(room, "daria", shown, "Send")
    before = await room.reads(room.max, private)
    assert "too late" in (await pressed(room, "daria", shown, "Send")).text.lower()
    assert await room.reads(room.max, private) == before


async def test_nobody_sends_what_was_shown_to_somebody_else(room: Town) -> None:
    await complain(room)
    await added(room)
    shown = await room.daria.types("case use 1 picture")
    assert "too late" in (await pressed(room, "mihai", shown, "Send")).text.lower()


async def test_it_can_be_changed_before_it_is_sent(room: Town) -> None:
    private = await complain(room)
    await added(room)
    shown = await room.daria.types("case use 1 picture")
    form = (await pressed(room, "daria", shown, "Edit")).forms[0]
    assert form.fields[0].value.startswith("Hello Max, please send")
    await room.daria.sends(form, text="Hello Max, a video helps too.")
    assert "a video helps too" in await room.last(room.max, private)
    assert "too late" in (await pressed(room, "daria", shown, "Send")).text.lower(), "it was answered"


async def test_the_member_reads_it_in_their_language(room: Town) -> None:
    await added(room)
    await added(room, "ru", SCREEN_RU)
    await room.max.says("support", RUSSIAN)
    await room.passes(seconds=9)
    shown = await room.daria.types("case use 1 picture")
    assert "Max, пришлите, пожалуйста" in shown.text
    assert "There is no text in it" not in shown.text


async def test_where_the_language_is_missing_another_is_taken_and_said(room: Town) -> None:
    await complain(room)
    await added(room, "ro", "Bună, {member}.")
    shown = await room.daria.types("case use 1 picture")
    assert "Bună, Max." in shown.text
    assert "The member's language: English" in shown.text


async def test_without_a_name_the_replies_are_offered(room: Town) -> None:
    await complain(room)
    assert "no saved replies yet" in (await room.daria.types("case use 1")).text
    await added(room)
    offered = await room.daria.types("case use 1")
    assert [button.label for button in offered.buttons] == ["picture"]
    assert "Hello Max" in (await pressed(room, "daria", offered, "picture")).text


async def test_they_are_under_the_card_when_there_are_any_and_somebody_waits_for_an_answer(
    room: Town,
) -> None:
    await added(room)
    await complain(room)
    offered = await room.daria.presses("Saved replies", "staff-room")
    assert [button.label for button in offered.buttons] == ["picture"]
    await room.mihai.types("case close 1")
    assert "Saved replies" not in await room.buttons(room.mihai, "staff-room")


async def test_in_the_staff_thread_the_case_goes_without_saying(room: Town) -> None:
    await complain(room)
    await added(room)
    offered = await room.daria.types("case use", room.staff_thread())
    assert "Which reply for #1" in offered.text


async def test_in_a_closed_case_there_is_nothing_to_answer(room: Town) -> None:
    await complain(room)
    await added(room)
    await room.mihai.types("case close 1")
    assert "can't be done" in (await room.daria.types("case use 1 picture")).text


async def test_the_library_is_listed_shown_edited_and_thinned_out(room: Town) -> None:
    await added(room)
    await added(room, "ru", SCREEN_RU)
    listed = await room.daria.types("reply list")
    assert "picture: en, ru: Hello {member}" in listed.text
    shown = await pressed(room, "daria", listed, "picture")
    assert SCREEN in shown.text and SCREEN_RU in shown.text
    form = (await pressed(room, "daria", shown, "Edit, English")).forms[0]
    assert {field.name: field.value for field in form.fields}["text"] == SCREEN
    await room.daria.sends(form, reply="picture", language="en", text="A picture, please.")
    assert "A picture, please." in (await room.daria.types("reply show PICTURE")).text

    assert "another role" in (await room.daria.types("reply remove picture")).text
    await room.elena.types("reply remove picture ru")
    assert SCREEN_RU not in (await room.daria.types("reply show picture")).text
    await room.elena.types("reply remove picture")
    assert "There is no saved reply" in (await room.daria.types("reply show picture")).text


async def test_a_name_of_several_words_stands_in_quotes(room: Town) -> None:
    await complain(room)
    await room.mihai.types('reply add "broken screen" en A picture, please.')
    assert "A picture" in (await room.daria.types('case use 1 "Broken  Screen"')).text
    completed = await room.app.complete("sandbox:main", "daria", "case use 1 bro")
    assert [choice.label for choice in completed] == ["broken screen"]


async def test_what_cannot_be_meant_is_refused(room: Town) -> None:
    await complain(room)
    await added(room)
    for line, answer in {
        "reply add other en Hello {membre}": "{membre} stands for nothing",
        "reply add picture en Hello again": "/reply edit changes it",
        "reply edit pictures en Hello": "There is no saved reply",
        "case use 1 pictures": "There is no saved reply",
    }.items():
        assert answer in (await room.mihai.types(line)).text


async def test_members_have_no_part_in_it(room: Town) -> None:
    await complain(room)
    await added(room)
    for line in ("reply list", "reply show picture", "case use 1 picture", "reply add b en b"):
        assert "needs another role" in (await room.max.types(line)).text


async def test_as_the_team_no_name_reaches_the_member(room: Town) -> None:
    private = await complain(room)
    assert "another role" in (await room.mihai.types("set signature team")).text
    assert "as the team's" in (await room.elena.types("set signature team")).text
    await added(room)
    await pressed(room, "daria", await room.daria.types("case use 1 picture"), "Send")
    await room.daria.types("case reply 1 And the model, please.")
    await room.daria.types("case time 1 2h The bank has to look.")
    await room.daria.types("case solve 1 solved It is repaired.")
    read = "\n".join(await room.reads(room.max, private))
    assert "The team:" in read and "The team, Sandbox" in read and "It is repaired." in read
    assert "Daria" not in read
    assert "Daria" in "\n".join(await room.reads(room.mihai, room.staff_thread())), "staff know"
    kept = (await room.max.types("case transcript 1")).messages[0]
    assert "Daria" not in str(kept) and "It is repaired." in str(kept)
    exported = json.dumps(await handled(room, "export"))
    assert "Daria" not in exported and "daria" not in exported and "It is repaired." in exported
    # What was answered as the team stays so.
    await room.elena.types("set signature person")
    kept = (await room.max.types("case transcript 1")).messages[0]
    assert "Daria" not in str(kept)


async def pressed(room: Town, who: str, answer: Answer, label: str) -> Answer:
    button = next(button for button in answer.buttons if button.label == label)
    person = {"daria": room.daria, "mihai": room.mihai}[who]
    return await person.presses_id(write_button_id(button, room.row))
