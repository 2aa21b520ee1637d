"""What a saved reply says, in which language, and what a message sounds like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.detection.mood import Mood, mood_of
from cogs.replies.model import Variable, choose, filled, unknown_variables
from tests.scenarios.test_member import complain
from tests.scenarios.town import Town

VALUES = {Variable.MEMBER: "{me}", Variable.NUMBER: "#7", Variable.COMMUNITY: "Main", Variable.ME: "Daria"}


def test_variables_are_filled_once_and_braces_of_people_stay() -> None:
    assert filled("{member}, {number}: {me} of {community}", VALUES) == "{me}, #7: Daria of Main"
    assert filled("{ member } {} {{me}} }{", VALUES) == "{ member } {} {Daria} }{"
    assert unknown_variables("{member} {nobody} {nobody} {ME}") == ["nobody", "ME"]


@given(st.text())
def test_what_names_no_variable_is_left_alone(text: str) -> None:
    if "{" not in text:
        assert filled(text, VALUES) == text


@pytest.mark.parametrize(
    ("texts", "chosen"),
    [("en ro ru", "ru"), ("en ro", "ro"), ("en", "en"), ("de", "de"), ("", None)],
)
def test_the_member_then_the_community_then_whatever_there_is(texts: str, chosen: str | None) -> None:
    assert choose(dict.fromkeys(texts.split(), "text"), "ru", "ro") == chosen


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The parcel number is 4711.", Mood.CALM),
        ("My parcel still has not arrived after nine days.", Mood.UPSET),
        ("This fucking update ate my save, I am so done with you.", Mood.ANGRY),
        ("You are an idiot, you moron.", Mood.INSULTING),
        ("Thank you so much, you are great!", Mood.THANKFUL),
        ("", Mood.CALM),
    ],
)
def test_the_mood_is_what_detection_reads(text: str, mood: Mood) -> None:
    assert mood_of(text) is mood


async def test_the_card_tells_the_mood_of_the_last_message(room: Town) -> None:
    private = await complain(room)
    assert "Mood: " in await room.last(room.mihai, "staff-room")
    await room.max.says(private, "thank you so much, you are great")
    assert "Mood: thankful" in await room.last(room.mihai, "staff-room")
