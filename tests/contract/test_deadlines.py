"""Promised times on whichever platform: who is told before they break, and what the member hears."""

from tests.contract.stage import Stage
from tests.contract.test_members import complaint

ALWAYS = {
    "working_days": tuple(range(7)),
    "day_starts": 0,
    "day_ends": 24 * 60,
    "check_in_days_of_week": tuple(range(7)),
    "check_in_starts": 0,
    "check_in_ends": 24 * 60,
}


def always(stage: Stage) -> dict[str, object]:
    """Somebody works at every hour, and it is ten in the morning, whenever this runs: nobody is written to at night."""
    east = (10 - stage.now.hour + 11) % 24 - 11
    return ALWAYS | {"zone": f"Etc/GMT{-east:+d}"}


async def late(stage: Stage, **time: float) -> None:
    """Max complains where somebody works at every hour; nobody answers for so long."""
    await stage.change(**always(stage))
    await complaint(stage)
    await stage.passes(**time)


async def test_the_member_hears_of_it_before_the_time_is_over(stage: Stage) -> None:
    await late(stage, hours=2, minutes=10)
    told = await stage.max.all(stage.max.private)
    assert "No answer to #1 yet; it is still with the team. New time:" in told
    assert "takes longer" in await stage.daria.all(stage.staff_thread())


async def test_whoever_has_the_case_is_called_and_gives_a_new_time(stage: Stage) -> None:
    await stage.change(**always(stage))
    await complaint(stage)
    await stage.daria.presses("Claim", "staff-room")
    await stage.passes(minutes=103)
    assert "#1 is waiting" in await stage.daria.all(stage.staff_thread())
    asked = await stage.daria.presses("Give a new time", stage.staff_thread())
    done = await asked.fills(duration="1d", text="The bank has to confirm it.")
    assert "The member hears the new time for #1" in done.text
    told = await stage.max.last(stage.max.private)
    assert "Daria" in told and "The bank has to confirm it." in told and "New time for #1" in told


async def test_the_team_and_the_next_level_have_lists_that_empty_themselves(stage: Stage) -> None:
    assert "Elena" in (await stage.elena.types("set next-level", contact="Elena")).text
    await late(stage, hours=7)
    room = await stage.daria.all("staff-room")
    assert "Somebody is needed here" in room and "Long past their time" in room and "too late" in room
    await stage.daria.types("case reply", case=1, text="We found it.")
    room = await stage.daria.all("staff-room")
    assert "Somebody is needed here" not in room and "Long past their time" not in room


async def test_a_silent_member_is_asked_and_says_that_it_is_settled(stage: Stage) -> None:
    await stage.change(**always(stage))
    await complaint(stage)
    await stage.daria.types("case reply", case=1, text="Which version is it?")
    await stage.passes(days=5, minutes=1)
    assert "Is it settled?" in await stage.max.last(stage.max.private)
    answer = await stage.max.presses("It is settled", stage.max.private)
    assert "Noted: #1 is settled" in answer.text
    assert "#1: solved" in await stage.daria.all("staff-room")


async def test_own_cases_come_in_the_morning(stage: Stage) -> None:
    await stage.change(**always(stage))
    await complaint(stage)
    await stage.daria.types("case claim", case=1)
    await stage.passes(days=1)
    assert "Your open cases" in await stage.daria.last(stage.daria.direct)


async def test_managers_set_what_is_promised(stage: Stage) -> None:
    assert "first answer 2h" in (await stage.daria.types("deadlines")).text
    values = {"severity": "medium", "first_answer": "45m", "next_answer": "4h", "solution": "2d"}
    assert "first answer 45m" in (await stage.elena.types("set deadlines", **values)).text
    assert "Public holidays: RO" in (await stage.elena.types("set holidays", text="RO")).text
    assert "needs another role" in (await stage.daria.types("set night", night="nothing")).text
