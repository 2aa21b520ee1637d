"""Promises begin, stand still, go on and end with their case; and staff are told no more than they can bear."""

import pytest

from bot.community import Contact
from bot.detection import Severity
from bot.vocabulary.questions import StaffLost
from bot.vocabulary.times import DeadlineBreached, DeadlineCancelled, DeadlineMet
from tests.deadlines.hamlet import ELENA, Hamlet
from tests.fakes.directory import MAX, MIHAI

NEEDED = "Somebody is needed here"
OUTCOMES = {DeadlineMet: "met", DeadlineBreached: "breached", DeadlineCancelled: "cancelled"}


async def outcomes(hamlet: Hamlet, number: int) -> list[str]:
    """What became of each promise, in order: `first_response met`."""
    facts = await hamlet.facts(number)
    return [f"{fact.step} {OUTCOMES[type(fact)]}" for fact in facts if type(fact) in OUTCOMES]


async def test_kept_broken_and_owed_no_more_are_told_apart(either_hamlet: Hamlet) -> None:
    hamlet = either_hamlet
    kept, broken, dropped = [await hamlet.opens() for _ in range(3)]
    await hamlet.does(MIHAI, "case reply", kept, text="Here it is.")
    await hamlet.does(MIHAI, "case close", dropped)
    await hamlet.passes(hours=3)
    await hamlet.does(MIHAI, "case reply", broken, text="Here it is.")
    assert await outcomes(hamlet, kept) == ["first_response met"]
    assert await outcomes(hamlet, broken) == ["first_response breached"]
    assert sorted(await outcomes(hamlet, dropped)) == ["first_response cancelled", "resolution cancelled"]


async def test_the_clock_stands_still_while_the_case_waits_for_the_member(hamlet: Hamlet) -> None:
    """A solution is owed within 24 working hours; three weeks of silence are none of them."""
    await hamlet.change(silent_days=30)
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case reply", number, text="Which version is it?")
    await hamlet.passes(days=21)
    await hamlet.writes(number)
    await hamlet.passes(hours=2)
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="Done.")
    assert (await outcomes(hamlet, number))[-2:] == ["next_response met", "resolution met"]


async def test_on_hold_the_first_answer_stands_still_and_goes_on(either_hamlet: Hamlet) -> None:
    """An hour of the two was left when it was put on hold; the member's words wake it up."""
    hamlet = either_hamlet
    number = await hamlet.opens()
    await hamlet.passes(hours=1)
    await hamlet.does(MIHAI, "case hold", number)
    await hamlet.passes(hours=23)
    assert await outcomes(hamlet, number) == []
    await hamlet.writes(number)
    case = await hamlet.case(number)
    assert case.due_at is not None
    assert (case.due_at - hamlet.village.clock.now()).total_seconds() == 3600
    await hamlet.passes(minutes=61)
    assert await outcomes(hamlet, number) == ["first_response breached"]


async def test_what_was_promised_stays_when_the_policy_changes(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    settings = (await hamlet.village.community()).settings
    await hamlet.change(policy=settings.policy.__class__(medium=settings.policy.high))
    await hamlet.does(MIHAI, "case reply", number, text="Which version is it?")
    await hamlet.writes(number)
    await hamlet.passes(hours=3)
    assert "next_response breached" not in await outcomes(hamlet, number), "eight hours were promised"
    newer = await hamlet.opens()
    await hamlet.passes(minutes=31)
    assert await outcomes(hamlet, newer) == ["first_response breached"]


async def test_at_night_and_at_the_weekend_nobody_is_told(hamlet: Hamlet) -> None:
    """Friday, half past five: two working hours end on Monday at half past ten."""
    await hamlet.passes(days=4, hours=7, minutes=30)
    number = await hamlet.opens()
    await hamlet.claims(number)
    for _ in range(2):
        await hamlet.passes(days=1)
        assert await hamlet.said("remind:") == []
    await hamlet.passes(hours=15, minutes=50)
    assert await hamlet.said("remind:") == [], "it is Monday, twenty past nine"
    await hamlet.passes(minutes=45)
    assert len(await hamlet.said("remind:")) == 1


@pytest.mark.parametrize(("any_hour", "told"), [(True, True), (False, False)])
async def test_what_is_grave_may_wake_people_up(hamlet: Hamlet, any_hour: bool, told: bool) -> None:
    """Ten minutes before the day ends: half an hour of work ends the next morning, unless somebody says otherwise."""
    await hamlet.change(high_at_any_hour=any_hour, policy=(await hamlet.village.community()).settings.policy)
    await hamlet.passes(hours=7, minutes=30)
    number = await hamlet.opens(Severity.HIGH)
    await hamlet.passes(minutes=31)
    assert await outcomes(hamlet, number) == ["first_response breached"], (
        "six o'clock still belongs to the day"
    )
    await hamlet.passes(minutes=45)
    assert (NEEDED in await hamlet.shown("deadlines.team")) is True
    assert bool(await hamlet.shown("deadlines.next_level")) is told


async def test_many_late_cases_are_one_list_that_is_posted_once(either_hamlet: Hamlet) -> None:
    hamlet = either_hamlet
    for _ in range(14):
        await hamlet.opens()
    await hamlet.passes(hours=3)
    team = await hamlet.shown("deadlines.team")
    assert team.startswith(NEEDED)
    assert team.count("it was due") == 10 and "And 4 more cases." in team
    posted = [row for row in await hamlet.village.rows() if row.payload.get("name") == "deadlines.team"]
    assert [row.effect for row in posted] == ["hide", "show"]


async def test_nobody_is_called_more_often_than_they_can_bear(hamlet: Hamlet) -> None:
    await hamlet.change(pings_an_hour=2)
    for _ in range(4):
        await hamlet.claims(await hamlet.opens())
    await hamlet.claims(await hamlet.opens(Severity.LOW))
    await hamlet.passes(minutes=100)
    reminders = [str(row.payload) for row in await hamlet.said("remind:")]
    calls = [reminder.count("'mention'") for reminder in reminders]
    assert calls == [1, 1, 0, 0], "two are called by name, two are only written down"
    await hamlet.passes(hours=4, minutes=30)
    assert "'mention'" in str((await hamlet.said("remind:"))[-1].payload), "another hour, another call"


async def test_the_next_level_is_called_a_few_times_an_hour_at_most(hamlet: Hamlet) -> None:
    await hamlet.change(pings_an_hour=1)
    await hamlet.opens()
    await hamlet.passes(minutes=10)
    await hamlet.opens()
    await hamlet.passes(hours=6, minutes=5)
    await hamlet.passes(minutes=15)
    lists = [row for row in await hamlet.village.rows() if row.payload.get("name") == "deadlines.next_level"]
    assert [row.effect for row in lists].count("hide") == 1
    assert (await hamlet.shown("deadlines.next_level")).count("it was due") == 2


async def test_after_a_long_stop_nobody_is_reminded_of_what_is_over(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.claims(number)
    await hamlet.passes(days=3)
    assert await hamlet.said("remind:") == []
    assert NEEDED in await hamlet.shown("deadlines.team")
    assert await hamlet.shown("deadlines.next_level")


async def test_a_case_that_is_opened_again_is_owed_anew(hamlet: Hamlet) -> None:
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case solve", number, ending="solved", text="Done.")
    assert await outcomes(hamlet, number) == ["first_response met", "resolution met"]
    await hamlet.writes(number)
    await hamlet.passes(hours=8, minutes=1)
    assert "next_response breached" in await outcomes(hamlet, number)


async def test_a_case_about_somebody_of_staff_stands_in_no_list(hamlet: Hamlet) -> None:
    await hamlet.change(next_level=Contact(ELENA.id, ELENA.name))
    number = await hamlet.opens()
    await hamlet.passes(hours=3)
    assert await hamlet.shown("deadlines.team")
    await hamlet.seals(number, MIHAI)
    await hamlet.passes(hours=5)
    assert await hamlet.shown("deadlines.team") == ""
    assert await hamlet.shown("deadlines.next_level") == ""
    (told,) = await hamlet.said("sealed:")
    assert told.place.startswith("staff:") and ELENA.name in str(told.payload)


async def test_whoever_leaves_the_staff_is_not_called_any_more(hamlet: Hamlet) -> None:
    await hamlet.change(next_level=Contact(ELENA.id, ELENA.name))
    await hamlet.opens()
    await hamlet.passes(hours=7)
    assert "Elena, the time for these" in await hamlet.shown("deadlines.next_level")
    async with hamlet.village.doing() as ctx:
        await ctx.dispatch(ctx, StaffLost(ELENA.id))
    assert "/set next-level" in await hamlet.shown("deadlines.next_level")


async def test_what_was_owed_in_a_merged_case_is_owed_in_the_other_no_later(hamlet: Hamlet) -> None:
    old = await hamlet.opens()
    await hamlet.passes(hours=1)
    new = await hamlet.opens()
    into = await hamlet.case(new)
    await hamlet.does(MIHAI, "case merge", old, into=into)
    await hamlet.passes(minutes=65)
    assert await outcomes(hamlet, new) == ["first_response breached"]


async def test_who_was_called_is_forgotten_with_them(hamlet: Hamlet) -> None:
    await hamlet.claims(await hamlet.opens())
    await hamlet.passes(minutes=100)
    async with hamlet.village.doing() as ctx:
        exported = [await export(ctx, MAX.id) for export in ctx.catalogue.every("export")]
        assert any("first_response" in str(part) for part in exported if "promises" in part)
        for forget in ctx.catalogue.every("forget"):
            await forget(ctx, MIHAI.id)
    await hamlet.change(pings_an_hour=1)
    async with hamlet.village.looking() as ctx:
        found = await ctx.tx.exec_driver_sql("select count(*) from deadlines_pings where person <> ''")
        assert found.scalar_one() == 0
