"""Cases that were put together are one where somebody of staff is concerned, and nothing leads from one to another."""

import pytest

from adapters.sandbox.model import Kind
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Someone, Town
from tests.specialists.test_leaving import leaves

AGAIN = "about yesterday, Mihai did it once more"
ROOM = "managers-room"


@pytest.fixture
async def twice(desk: Town) -> Town:
    """Max has two cases, one of which says more than the other."""
    await desk.elena.types(f"set managers-room {ROOM}")
    await complain(desk)
    said = await desk.max.says("general", AGAIN)
    await desk.daria.chooses("case open", said)
    return desk


async def everything_of(town: Town, who: Someone) -> str:
    """All that this person can read in the staff room and in its threads."""
    threads = [channel.id for channel in town.channels(who, Kind.THREAD)]
    return "\n".join([line for place in ("staff-room", *threads) for line in await town.reads(who, place)])


@pytest.mark.parametrize("marked", [1, 2])
async def test_what_was_merged_is_hidden_with_the_other(twice: Town, marked: int) -> None:
    await twice.daria.types("case merge 2 1")
    told = (await twice.daria.types(f"case about {marked} Mihai")).text
    assert "whatever was merged with it" in told
    for number in (1, 2):
        for line in ("case show", "case transcript"):
            assert f"There is no #{number}" in (await twice.mihai.types(f"{line} {number}")).text
    assert "yesterday" not in (await twice.mihai.types("case find more")).text
    await twice.max.says(twice.private(twice.max), "and what I say in the old place")
    seen = await everything_of(twice, twice.mihai)
    assert not [words for words in (AGAIN, "crashing", "old place", "#1", "#2") if words in seen]
    assert AGAIN in str((await twice.elena.types("case transcript 1")).messages)
    assert "old place" in await everything_of(twice, twice.elena) + str(await twice.reads(twice.elena, ROOM))


async def test_nothing_open_is_linked_with_what_is_hidden(twice: Town) -> None:
    await twice.daria.types("case about 2 Mihai")
    assert "not for the same eyes" in (await twice.elena.types("case link 1 2")).text
    assert "#2" not in await everything_of(twice, twice.mihai)


async def test_a_link_from_before_leads_nowhere_any_more(twice: Town) -> None:
    await twice.daria.types("case link 1 2")
    assert "Linked: #2" in await everything_of(twice, twice.mihai)
    await twice.daria.types("case about 2 Mihai")
    assert "Linked: #2" not in await everything_of(twice, twice.mihai)
    before = await everything_of(twice, twice.mihai)
    assert "no longer linked" in (await twice.elena.types("case unlink 1 2")).text
    assert await everything_of(twice, twice.mihai) == before


async def test_it_turns_out_to_be_about_a_manager_after_all(twice: Town) -> None:
    await twice.daria.types("case about 1 Mihai")
    assert BROKEN in str(await twice.reads(twice.elena, ROOM))
    await twice.elena.types("case about 1 Elena")
    left = [*await twice.reads(twice.elena, ROOM), await everything_of(twice, twice.elena)]
    assert BROKEN not in str(left) and "There is no #1" in (await twice.elena.types("case show 1")).text


async def test_words_that_were_taken_back_leave_the_managers_room(twice: Town) -> None:
    said = (await twice.messages(twice.max, "support"))[0]
    await twice.daria.types("case about 1 Mihai")
    await twice.max.deletes(said)
    assert BROKEN not in str(await twice.reads(twice.elena, ROOM))


async def test_nobody_who_may_not_read_it_gets_it(twice: Town) -> None:
    await twice.daria.types("case about 1 Mihai")
    for name in ("Mihai", "Daria"):
        assert "about somebody of staff" in (await twice.elena.types(f"case transfer 1 {name}")).text
    await twice.elena.types("case claim 1")
    private = next(channel.id for channel in twice.channels(twice.max, Kind.PRIVATE))
    before = await twice.reads(twice.max, private)
    assert "#1" in (await twice.elena.types("away 9d Daria")).text
    assert await twice.reads(twice.max, private) == before, "Daria can't find it, so she doesn't have it"
    assert "Elena" in (await twice.elena.types("case show 1")).text
    await leaves(twice, "elena")
    assert "#1 Max" not in (await twice.daria.types("case list mine")).text
    assert "somebody else of the team takes over" in await twice.last(twice.max, private)


async def test_an_answer_in_public_by_who_may_not_read_it_is_none(twice: Town) -> None:
    said = (await twice.messages(twice.max, "support"))[0]
    await twice.daria.types("case about 1 Mihai")
    await twice.daria.says("support", "Let me look at that for you.", to=said.id)
    assert "Daria" not in (await twice.elena.types("case show 1")).text


async def test_menus_on_its_message_name_no_case(twice: Town) -> None:
    said = (await twice.messages(twice.max, "support"))[0]
    await twice.daria.types("case about 1 Mihai")
    for menu in ("case open", "complaint not", "bot why"):
        answer = (await twice.mihai.chooses(menu, said)).text
        assert "#" not in answer and "There is no" not in answer, menu
    assert "#1" in (await twice.elena.chooses("bot why", said)).text


async def test_who_complained_reads_what_members_read(twice: Town) -> None:
    """Of staff too: what the managers note about it is not for them."""
    said = await twice.daria.says("general", "I have been insulted by Mihai")
    await twice.elena.chooses("case open", said)
    await twice.elena.types("case about 3 Mihai")
    await twice.elena.types("case note 3 I don't believe a word")
    shown = (await twice.daria.types("case show 3")).text
    whole = str((await twice.daria.types("case transcript 3")).messages)
    assert "believe" not in shown + whole and "insulted" in whole
