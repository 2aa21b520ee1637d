"""Words that were put with the wrong case: the member says so, and nothing of it stays there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.model import NextStep, Status
from bot.cases.store import NewCase
from bot.detection import Severity, Topic
from bot.vocabulary.facts import CaseOpened, MemberWrote
from bot.vocabulary.times import DeadlineCancelled, DeadlineMet
from tests.deadlines.conftest import hamlet
from tests.deadlines.hamlet import Hamlet
from tests.fakes.directory import MAX, MIHAI
from tests.scenarios.test_member import BROKEN
from tests.scenarios.town import Town

__all__ = ["hamlet"]


@pytest.fixture
async def asked(room: Town) -> Town:
    """Two cases in one direct message, both of which wait for Max."""
    for channel in ("support", "general"):
        await room.world.set_private_threads(channel, allowed=False)
    await room.max.says("support", BROKEN)
    await room.passes(seconds=9)
    said = await room.max.says("general", "about yesterday, once more")
    await room.daria.chooses("case open", said)
    await room.daria.types("case reply 1 Which version?")
    await room.daria.types("case reply 2 Which order?")
    await room.passes(minutes=45)
    await room.max.says("dm-max", "it is version 3")
    return room


async def test_the_other_case_waits_for_the_member_again(asked: Town) -> None:
    assert "waiting for the member" not in (await asked.daria.types("case show 2")).text
    label = next(label for label in await asked.buttons(asked.max, "dm-max") if label.startswith("#1"))
    assert "It is with #1 now" in (await asked.max.presses(label, "dm-max")).text
    other = (await asked.daria.types("case show 2")).text
    assert "waiting for the member" in other and "in time" not in other.split("next answer")[-1]
    await asked.daria.types("case reply 1 Thanks, fixed in 4.")
    before = len(await asked.reads(asked.max, "dm-max"))
    for _ in range(60):
        await asked.passes(hours=1)
    told = (await asked.reads(asked.max, "dm-max"))[before:]
    assert not [line for line in told if "#2" in line]


async def test_so_it_does_when_they_are_something_new(asked: Town) -> None:
    assert "#3" in (await asked.max.presses("Something new", "dm-max")).text
    assert "waiting for the member" in (await asked.daria.types("case show 2")).text


async def test_what_was_never_owed_is_not_kept_in_time(hamlet: Hamlet) -> None:
    number, other = await hamlet.opens(), await hamlet.opens()
    for one in (number, other):
        await hamlet.does(MIHAI, "case reply", one, text="Which version?")
    await hamlet.passes(hours=1)
    await hamlet.writes(number)
    kept = sum(isinstance(fact, DeadlineMet) for fact in await hamlet.facts(number))
    await hamlet.does(MAX, "case meant", other, entry=await last_words(hamlet, number))
    case, facts = await hamlet.case(number), await hamlet.facts(number)
    assert (case.status, case.next_step) == (Status.PENDING, NextStep.MEMBER_REPLY)
    assert sum(isinstance(fact, DeadlineMet) for fact in facts) == kept
    assert any(isinstance(fact, DeadlineCancelled) for fact in facts)
    assert (await hamlet.case(other)).status is Status.OPEN


async def test_a_case_on_hold_is_on_hold_again(hamlet: Hamlet) -> None:
    number, other = await hamlet.opens(), await hamlet.opens()
    await hamlet.does(MIHAI, "case hold", number, duration=timedelta(days=2))
    await hamlet.writes(number)
    await hamlet.does(MAX, "case meant", other, entry=await last_words(hamlet, number))
    case = await hamlet.case(number)
    assert (case.status, case.next_step) == (Status.ON_HOLD, NextStep.THIRD_PARTY)


async def test_what_staff_have_answered_meanwhile_stays(hamlet: Hamlet) -> None:
    number, other = await hamlet.opens(), await hamlet.opens()
    await hamlet.does(MIHAI, "case reply", number, text="Which version?")
    await hamlet.writes(number)
    entry = await last_words(hamlet, number)
    await hamlet.does(MIHAI, "case time", number, duration=timedelta(hours=3), text="I am looking.")
    due = (await hamlet.case(number)).due_at
    await hamlet.does(MAX, "case meant", other, entry=entry)
    assert (await hamlet.case(number)).due_at == due, "that time was promised to them"


async def test_words_move_into_a_solved_case_by_opening_it(hamlet: Hamlet) -> None:
    number, other = await hamlet.opens(), await hamlet.opens()
    await hamlet.does(MIHAI, "case reply", number, text="Which version?")
    await hamlet.writes(number)
    await hamlet.does(MAX, "case settled", other)
    await hamlet.does(MAX, "case meant", other, entry=await last_words(hamlet, number))
    reopened = [fact for fact in await hamlet.facts(other) if fact.kind == "case_reopened"]
    assert [fact.reason for fact in reopened] == ["wrote_again"]


async def test_words_of_another_community_stay_there(hamlet: Hamlet) -> None:
    house = hamlet.village.house
    there = await house.welcome("fake:other", "Other", (await hamlet.village.community()).settings)
    number = await hamlet.opens()
    async with hamlet.village.database.transaction("test.other") as tx:
        ctx = house.context(tx, there)
        owed = ctx.owed(NextStep.FIRST_RESPONSE, Severity.LOW)
        case = await ctx.cases.open(NewCase(MAX, Severity.LOW, Topic.OTHER, "en", "desk", owed), ctx.now)
        await ctx.record(CaseOpened(case.id, MAX.id))
        entry = await ctx.record(MemberWrote(case.id, MAX.id, "said in the other community"))
    assert await hamlet.does(MAX, "case meant", number, entry=entry) == "cases.meant.gone"
    async with hamlet.village.database.reading() as tx:
        left = await house.context(tx, there).timeline.of_case(case.id)
    assert [entry.id for entry in left if getattr(entry.fact, "text", None)] == [entry]


async def test_words_that_were_taken_back_go_nowhere(hamlet: Hamlet) -> None:
    number, other = await hamlet.opens(), await hamlet.opens()
    entry = await last_words(hamlet, number)
    async with hamlet.village.doing() as ctx:
        found = await ctx.timeline.entry(entry)
        assert found is not None
        await ctx.timeline.reword(found, None)
    assert await hamlet.does(MAX, "case meant", other, entry=entry) == "cases.meant.gone"


async def test_what_was_on_hold_is_still_owed_after_a_merge(hamlet: Hamlet) -> None:
    waiting, held = await hamlet.opens(), await hamlet.opens()
    await hamlet.does(MIHAI, "case reply", waiting, text="Which version?")
    await hamlet.does(MIHAI, "case hold", held, duration=timedelta(days=2))
    due = (await hamlet.case(held)).due_at
    await merges(hamlet, held, waiting)
    case = await hamlet.case(waiting)
    assert (case.status, case.next_step, case.due_at) == (Status.OPEN, NextStep.NEXT_RESPONSE, due)


async def test_two_on_hold_wait_for_the_earlier(hamlet: Hamlet) -> None:
    one, other = await hamlet.opens(), await hamlet.opens()
    await hamlet.does(MIHAI, "case hold", one, duration=timedelta(days=2))
    await hamlet.does(MIHAI, "case hold", other, duration=timedelta(days=5))
    due = (await hamlet.case(one)).due_at
    await merges(hamlet, one, other)
    case = await hamlet.case(other)
    assert (case.status, case.next_step, case.due_at) == (Status.ON_HOLD, NextStep.THIRD_PARTY, due)


async def last_words(hamlet: Hamlet, number: int) -> int:
    """The entry of what the member wrote last in this case."""
    async with hamlet.village.looking() as ctx:
        case = await ctx.cases.by_number(number)
        said = [e for e in await ctx.timeline.of_case(case.id) if isinstance(e.fact, MemberWrote)]
        return said[-1].id


async def merges(hamlet: Hamlet, number: int, into: int) -> None:
    handler = hamlet.village.house.catalogue.actions["case merge"].handler
    async with hamlet.village.doing() as ctx:
        doing = replace(ctx, actor=MIHAI, language="en")
        await handler(doing, await doing.cases.by_number(number), await doing.cases.by_number(into))
