"""Cases that belong together: merged where one member wrote twice about the same, linked where they are of two."""

import pytest

from adapters.sandbox.model import Kind
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.test_privacy import rows
from tests.scenarios.town import Town

AGAIN = "about yesterday, once more"


@pytest.fixture
async def twice(room: Town) -> Town:
    """Max has two cases about the same, each with a conversation of its own."""
    await complain(room)
    said = await room.max.says("general", AGAIN)
    await room.mihai.chooses("case open", said)
    assert len(room.channels(room.max, Kind.PRIVATE)) == 2
    return room


def privates(room: Town) -> tuple[str, str]:
    first, second = (channel.id for channel in room.channels(room.max, Kind.PRIVATE))
    return first, second


async def test_the_member_is_told_once_and_led_to_the_other(twice: Town) -> None:
    first, second = privates(twice)
    assert "#2 goes on in #1" in (await twice.daria.types("case merge 2 1")).text
    told = [line for line in await twice.reads(twice.max, second) if "about the same" in line]
    assert len(told) == 1 and "the conversation about #1" in told[0]
    assert "about the same" not in "\n".join(await twice.reads(twice.max, first))


async def test_what_is_written_in_the_old_places_belongs_to_the_other_case(twice: Town) -> None:
    first, second = privates(twice)
    threads = [channel.id for channel in twice.channels(twice.mihai, Kind.THREAD)]
    await twice.daria.types("case merge 2 1")
    await twice.max.says(second, "And now the phone is hot.")
    assert "And now the phone is hot." in "\n".join(await twice.reads(twice.mihai, threads[0]))
    await twice.mihai.says(threads[1], "a note in the old thread")
    assert "a note in the old thread" in "\n".join(await twice.reads(twice.mihai, threads[0]))
    await twice.daria.types("case reply 1 We send you another one.")
    assert "We send you another one." in await twice.last(twice.max, first)
    assert "a note" not in "\n".join(
        [*await twice.reads(twice.max, first), *await twice.reads(twice.max, second)]
    )


async def test_both_cards_and_the_transcript_stay_readable(twice: Town) -> None:
    await twice.daria.types("case merge 2 1")
    first = (await twice.daria.types("case show 1")).text
    second = await twice.daria.types("case show 2")
    assert "Merged into this: #2" in first and AGAIN not in first
    assert "Goes on in: #1" in second.text and "closed" in second.text
    assert [button.label for button in second.buttons] == ["Transcript", "Look at #1"]
    whole = str((await twice.max.types("case transcript 1")).messages[0])
    assert BROKEN in whole and AGAIN in whole and "Max (#2)" in whole


async def test_what_was_promised_first_stays_promised(twice: Town) -> None:
    await twice.daria.types("case reply 1 Which version is it?")
    assert "waiting for the member" in (await twice.daria.types("case show 1")).text
    due = [line for line in (await twice.daria.types("case show 2")).text.splitlines() if "Due" in line]
    await twice.daria.types("case merge 2 1")
    card = (await twice.daria.types("case show 1")).text
    assert "waiting for the member" not in card, "the words of #2 have no answer yet"
    assert due and due[0] in card


async def test_words_are_kept_as_long_as_the_case_they_went_to(twice: Town) -> None:
    await twice.daria.types("case merge 2 1")
    await twice.passes(days=40)
    assert AGAIN in await rows_of(twice)
    await twice.daria.types("case close 1")
    await twice.passes(days=31)
    left = await rows_of(twice)
    assert AGAIN not in left and BROKEN not in left


async def test_what_must_not_be_merged_is_refused(twice: Town) -> None:
    await twice.ana.says("support", BROKEN)
    await twice.passes(seconds=9)
    assert "of two people" in (await twice.daria.types("case merge 3 1")).text
    assert "with itself" in (await twice.daria.types("case merge 1 1")).text
    await twice.daria.types("case close 2")
    assert "closed" in (await twice.daria.types("case merge 1 2")).text
    assert "closed" in (await twice.daria.types("case merge 2 1")).text
    assert "needs another role" in (await twice.max.types("case merge 1 2")).text


async def test_linked_cases_lead_to_each_other_and_no_member_sees_it(room: Town) -> None:
    private = await complain(room)
    await room.ana.says("support", BROKEN)
    await room.passes(seconds=9)
    before = await room.reads(room.max, private)
    assert "lead to each other" in (await room.daria.types("case link 2 1")).text
    assert "linked already" in (await room.daria.types("case link 1 2")).text
    assert "Linked: #2" in (await room.daria.types("case show 1")).text
    assert "Linked: #1" in (await room.daria.types("case show 2")).text
    assert "Linked with #2." in await room.last(room.mihai, room.staff_thread(0))
    assert await room.reads(room.max, private) == before
    assert "Linked" not in str((await room.max.types("case transcript 1")).messages)

    assert "no longer linked" in (await room.daria.types("case unlink 1 2")).text
    assert "Linked: #2" not in (await room.daria.types("case show 1")).text
    assert "not linked" in (await room.daria.types("case unlink 1 2")).text


async def rows_of(room: Town) -> str:
    return await rows(room.app.house.database)
