"""In the morning everybody finds their own cases; once a week the next level finds what was forgotten."""

from bot.community import Contact
from tests.deadlines.hamlet import ELENA, Hamlet
from tests.fakes.directory import MIHAI


async def test_on_working_mornings_while_there_is_something(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.claims(number)
    for _ in range(7):
        await hamlet.passes(days=1)
    keys = [row.key.rpartition("digest:")[2] for row in await hamlet.said("digest:")]
    assert keys == [f"2026-03-{day:02}:mihai" for day in (3, 4, 5, 6, 9)]
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="Done.")
    await hamlet.passes(days=3)
    assert len(await hamlet.said("digest:")) == 5
    assert ("deadlines.morning", 0) not in await hamlet.timers()
    await hamlet.writes(number)
    await hamlet.passes(days=1)
    assert len(await hamlet.said("digest:")) == 6, "it is open again"


async def test_what_waits_for_the_member_is_not_in_it(hamlet: Hamlet) -> None:
    await hamlet.does(MIHAI, "case reply", await hamlet.opens(), text="Which version is it?")
    await hamlet.passes(days=1)
    assert await hamlet.said("digest:") == []


async def test_whoever_wants_no_list_gets_none(hamlet: Hamlet) -> None:
    await hamlet.claims(await hamlet.opens())
    await hamlet.change(no_digest=frozenset({MIHAI.id}))
    await hamlet.passes(days=1)
    assert await hamlet.said("digest:") == []
    await hamlet.change(no_digest=frozenset())
    await hamlet.passes(days=1)
    assert len(await hamlet.said("digest:")) == 1


async def test_the_next_level_finds_the_oldest_forgotten_cases_on_monday(hamlet: Hamlet) -> None:
    await hamlet.change(next_level=Contact(ELENA.id, ELENA.name))
    for _ in range(6):
        await hamlet.opens()
    for _ in range(4):
        await hamlet.passes(days=1)
    assert await hamlet.said("forgotten:") == []
    await hamlet.passes(days=3)
    (found,) = await hamlet.said("forgotten:")
    assert found.place == "dm:elena"
    assert "#5 Max" in str(found.payload) and "#6 Max" not in str(found.payload)
    await hamlet.passes(days=1)
    assert len(await hamlet.said("forgotten:")) == 1, "once a week"


async def test_without_a_next_level_the_staff_room_finds_them(hamlet: Hamlet) -> None:
    await hamlet.opens()
    await hamlet.passes(days=7)
    assert [row.place for row in await hamlet.said("forgotten:")] == ["staffroom"]
