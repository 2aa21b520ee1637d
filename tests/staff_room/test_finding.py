"""Finding a case by what is known of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.search import SHOWN, excerpt
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town

PARCEL = "Nine days and still no parcel, 100% of my orders come late. I want my money back. Посылка 4711."


@pytest.fixture
async def two(room: Town) -> Town:
    return await with_two(room)


async def with_two(room: Town) -> Town:
    """Max: #1, a crash; Ana: #2, a parcel."""
    await complain(room)
    await room.ana.says("support", PARCEL)
    await room.passes(seconds=9)
    return room


async def found(room: Town, words: str) -> list[str]:
    answer = await room.daria.types(f"case find {words}")
    return [button.label for button in answer.buttons]


FIRST, SECOND = "Look at #1", "Look at #2"


async def test_by_number_member_topic_and_words(either_room: Town) -> None:
    two = await with_two(either_room)
    await two.mihai.types("case note 2 The courier lost it")
    for words, wanted in {
        "#2": [SECOND],
        "#1": [FIRST],
        "max": [FIRST],
        "ANA": [SECOND],
        "CRASHING": [FIRST],
        "посылка": [SECOND],
        "ПОСЫЛКА": [SECOND],
        "courier": [SECOND],
        "my": [SECOND, FIRST],
        "ana parcel": [SECOND],
        "max parcel": [],
        "100%": [SECOND],
        "1%0": [],
        "ma_": [],
        "' or 1=1 --": [],
    }.items():
        assert await found(two, words) == wanted, words


async def test_the_topic_is_known_by_its_name_and_what_matched_is_said(two: Town) -> None:
    card = (await two.daria.types("case show 1")).text
    topic = next(line for line in card.splitlines() if line.startswith("Topic: ")).removeprefix("Topic: ")
    assert FIRST in await found(two, topic)
    answer = await two.daria.types("case find parcel")
    assert "“Nine days and still no parcel" in answer.text and "#2 Ana" in answer.text
    assert "No case has all of these words" in (await two.daria.types("case find zebra")).text


async def test_erased_words_are_not_found(two: Town) -> None:
    await two.mihai.types("case close 1")
    await two.passes(days=31)
    assert FIRST not in await found(two, "crashing")
    assert await found(two, "#1") == [FIRST]


async def test_members_find_nothing(room: Town) -> None:
    await complain(room)
    answer = await room.max.types("case find crashing")
    assert "needs another role" in answer.text and BROKEN not in answer.text


@given(st.text(), st.text(min_size=1, max_size=5))
def test_an_excerpt_is_short_and_in_one_line(text: str, word: str) -> None:
    shown = excerpt(f"{text} {word}", [word])
    assert len(shown) <= SHOWN + 1 and len(shown.splitlines()) <= 1
