"""Words that were refused are kept, and what was wrong about them can be changed."""

import pytest

from bot.catalogue.button_ids import write_button_id
from bot.vocabulary.replies import Form
from tests.scenarios.test_member import complain
from tests.scenarios.town import Answer, Someone, Town

LONG = "a long careful note"


async def edits(room: Town, who: Someone, refused: Answer) -> Form:
    """The form behind the Edit button."""
    again = await who.presses_id(write_button_id(refused.buttons[0], room.row))
    assert again.forms, again.text
    return again.forms[0]


@pytest.mark.parametrize("number", ["99", "the first one"])
async def test_a_wrong_number_is_asked_for_again_with_the_words(room: Town, number: str) -> None:
    await complain(room)
    form = (await room.daria.types("case note")).forms[0]
    refused = await room.daria.sends(form, case=number, text=LONG)
    assert "kept" in refused.text
    again = await edits(room, room.daria, refused)
    assert {field.name: field.value for field in again.fields} == {"case": "", "text": LONG}
    assert "#1" in (await room.daria.sends(again, case="1", text=LONG)).text
    assert LONG in await room.last(room.mihai, room.staff_thread())


async def test_a_case_that_went_to_the_managers_is_asked_for_anew(room: Town) -> None:
    await complain(room)
    refused = await room.daria.types("case solve 1 somehow We have sent another one.")
    await room.elena.types("case about 1 Mihai")
    again = await edits(room, room.daria, refused)
    assert again.numbers == () and "sent another one" in str(again.fields)
