"""A timer that fires late, after a night without power say, does not speak before it is the hour."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.community import Contact
from bot.detection import Severity
from tests.deadlines.hamlet import Hamlet
from tests.fakes.directory import MAX, MIHAI

BUCHAREST = ZoneInfo("Europe/Bucharest")


async def until(hamlet: Hamlet, wall: str) -> None:
    """Nothing runs until then, and then everything that is due."""
    then = datetime.fromisoformat(wall).replace(tzinfo=BUCHAREST).astimezone(UTC)
    await hamlet.passes(seconds=(then - hamlet.village.clock.now()).total_seconds())


async def answered(hamlet: Hamlet) -> int:
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case reply", number, text="Which version is it?")
    return number


async def test_a_holding_message_that_is_late_waits_for_the_members_morning(hamlet: Hamlet) -> None:
    await hamlet.opens()
    await until(hamlet, "2026-03-03 02:00")
    assert await hamlet.said("holding:") == []
    await until(hamlet, "2026-03-03 09:00")
    assert len(await hamlet.said("holding:")) == 1


async def test_at_the_end_of_the_members_day_a_few_seconds_are_not_late(hamlet: Hamlet) -> None:
    await hamlet.change(day_ends=24 * 60)
    await until(hamlet, "2026-03-02 18:30")
    await hamlet.opens()
    await until(hamlet, "2026-03-02 20:00:20")
    assert len(await hamlet.said("holding:")) == 1


async def test_the_question_to_the_silent_waits_for_a_decent_hour(hamlet: Hamlet) -> None:
    await answered(hamlet)
    await until(hamlet, "2026-03-11 03:00")
    assert await hamlet.said("silence:") == []
    await until(hamlet, "2026-03-11 10:00")
    assert len(await hamlet.said("silence:")) == 1


async def test_nobody_reads_at_night_that_it_is_solved_for_their_silence(hamlet: Hamlet) -> None:
    await answered(hamlet)
    await until(hamlet, "2026-03-09 11:00")
    await until(hamlet, "2026-03-18 03:00")
    assert await hamlet.said("solved:") == []
    await until(hamlet, "2026-03-18 10:00")
    assert len(await hamlet.said("solved:")) == 1


@pytest.mark.parametrize(
    ("late", "morning"),
    [
        ("2026-03-04 03:00", "2026-03-04 09:00"),
        ("2026-03-03 21:00", "2026-03-04 09:00"),
        ("2026-03-07 12:00", "2026-03-09 09:00"),
    ],
    ids=["night", "evening", "Saturday"],
)
async def test_morning_lists_that_are_late_wait_for_the_next_morning(
    hamlet: Hamlet, late: str, morning: str
) -> None:
    number = await hamlet.opens()
    await hamlet.claims(number)
    await until(hamlet, late)
    assert await hamlet.said("digest:") == []
    await until(hamlet, morning)
    assert len(await hamlet.said("digest:")) == 1


async def test_a_morning_list_that_is_an_hour_late_still_comes(hamlet: Hamlet) -> None:
    await hamlet.claims(await hamlet.opens())
    await until(hamlet, "2026-03-03 10:00")
    assert len(await hamlet.said("digest:")) == 1


async def test_staff_are_not_reminded_at_night_of_what_was_due_by_day(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.claims(number)
    await until(hamlet, "2026-03-03 02:00")
    assert await hamlet.shown("deadlines.team") == ""
    await until(hamlet, "2026-03-03 09:00")
    assert "it was due" in await hamlet.shown("deadlines.team")


async def test_what_is_grave_comes_through_at_night_unless_nothing_may(hamlet: Hamlet) -> None:
    await hamlet.opens(Severity.HIGH)
    await until(hamlet, "2026-03-03 02:00")
    assert "it was due" in await hamlet.shown("deadlines.team")


async def put_off_twice(hamlet: Hamlet) -> int:
    """Whoever has it has let two times pass; then they ask something back, and on Friday the member answers."""
    await hamlet.change(next_level=Contact("elena", "Elena"), high_at_any_hour=False)
    number = await hamlet.opens()
    await hamlet.claims(number)
    while len(await hamlet.said("holding:")) < 2:
        await hamlet.passes(minutes=15)
    await hamlet.does(MIHAI, "case reply", number, text="Which version is it?")
    await until(hamlet, "2026-03-06 10:10")
    await hamlet.writes(number)
    return number


async def test_nobody_is_called_at_the_weekend_to_write(hamlet: Hamlet) -> None:
    await put_off_twice(hamlet)
    before = len(await hamlet.said("must_write:"))
    await until(hamlet, "2026-03-08 20:10")
    assert len(await hamlet.said("must_write:")) == before, "it is Sunday"
    await until(hamlet, "2026-03-09 09:00")
    assert len(await hamlet.said("must_write:")) == before + 1


async def test_being_called_to_write_counts_among_the_calls_of_an_hour(hamlet: Hamlet) -> None:
    """The next level and whoever has the cases are called twice, and then only named."""
    await hamlet.change(next_level=Contact("elena", "Elena"), pings_an_hour=2, left_alone=frozenset({MAX.id}))
    for _ in range(3):
        await hamlet.claims(await hamlet.opens())
    await hamlet.passes(minutes=91)
    called = [row.payload["parts"][0]["runs"] for row in await hamlet.said("must_write:")]
    kinds = [[run["kind"] for run in runs if run.get("name") == "Elena"] for runs in called]
    assert sorted(kinds) == [["mention"], ["mention"], ["name"]]


async def test_how_it_was_is_not_asked_at_night(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="Done.")
    await until(hamlet, "2026-03-11 03:00")
    assert await hamlet.said("checkin:") == []
    await until(hamlet, "2026-03-11 10:00")
    assert len(await hamlet.said("checkin:")) == 1
