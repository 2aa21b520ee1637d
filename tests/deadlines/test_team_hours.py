"""What a team of specialists owes is counted in its own hours; everybody else keeps theirs."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.detection import Severity
from bot.vocabulary.people import Member, Role
from bot.vocabulary.questions import QuestionMoved
from tests.deadlines.hamlet import IOANA, Hamlet
from tests.deadlines.test_hour import until
from tests.fakes.directory import MIHAI

ASKED = {"team": "billing", "text": "Was the card charged twice?"}
OFFICE_DAY: dict[str, Any] = {"opens": 9 * 60, "closes": 17 * 60}


DARIA = Member("daria", "Daria", Role.MODERATOR)


def wall(text: str) -> datetime:
    """By the clocks of Bucharest, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Bucharest")).astimezone(UTC)


async def in_tokyo(hamlet: Hamlet) -> int:
    """It is Monday, 10:00 in Bucharest and 17:00 in Tokyo, where the specialists have just gone home."""
    await hamlet.hires("billing", IOANA)
    await hamlet.orders("team hours", team="billing", **OFFICE_DAY, zone=ZoneInfo("Asia/Tokyo"))
    number = await hamlet.opens()
    await hamlet.does(MIHAI, "case claim", number)
    return number


async def turns(hamlet: Hamlet, number: int) -> list[str]:
    """What became of the question."""
    return [fact.turn for fact in await hamlet.facts(number) if isinstance(fact, QuestionMoved)]


async def due(hamlet: Hamlet, number: int) -> datetime | None:
    return (await hamlet.case(number)).due_at


async def test_the_answer_is_due_when_the_team_has_worked_so_long(hamlet: Hamlet) -> None:
    number = await in_tokyo(hamlet)
    assert await due(hamlet, number) == wall("2026-03-02 12:00"), "the community's team owes the first answer"
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    assert await due(hamlet, number) == wall("2026-03-03 10:00"), "eight hours of Tuesday in Tokyo"


async def test_whoever_keeps_watch_is_told_in_hours_of_their_own(hamlet: Hamlet) -> None:
    """Three quarters of the time are over at eight in Bucharest, where nobody works yet."""
    number = await in_tokyo(hamlet)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    await until(hamlet, "2026-03-03 08:59")
    assert await hamlet.said("remind:") == []
    await until(hamlet, "2026-03-03 09:00")
    assert len(await hamlet.said("remind:")) == 1


async def test_that_the_team_is_late_is_told_when_somebody_of_the_community_is_there(hamlet: Hamlet) -> None:
    """An hour of Tuesday's was left; it is over in Tokyo when it is three at night in Bucharest."""
    await in_tokyo(hamlet)
    await until(hamlet, "2026-03-02 11:00")
    await hamlet.orders(
        "team hours", team="billing", opens=9 * 60, closes=18 * 60, zone=ZoneInfo("Asia/Tokyo")
    )
    hour = timedelta(hours=1)
    times: dict[str, Any] = {"first_answer": hour, "next_answer": hour, "solution": 8 * hour}
    await hamlet.orders("set deadlines", severity=Severity.MEDIUM, **times)
    other = await hamlet.opens()
    await hamlet.does(MIHAI, "case escalate", other, **ASKED)
    assert await due(hamlet, other) == wall("2026-03-03 03:00")
    await until(hamlet, "2026-03-03 03:05")
    assert "late" not in await turns(hamlet, other)
    await until(hamlet, "2026-03-03 09:00")
    assert "late" in await turns(hamlet, other)


async def test_what_the_member_writes_meanwhile_is_owed_by_the_team(hamlet: Hamlet) -> None:
    number = await in_tokyo(hamlet)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    await until(hamlet, "2026-03-03 05:00")
    await hamlet.answers(IOANA, number, "question ask-back", text="Which day was it?")
    await until(hamlet, "2026-03-03 12:00")
    await hamlet.writes(number)
    assert await due(hamlet, number) == wall("2026-03-04 10:00")


async def test_on_hold_the_time_that_was_left_is_the_teams(hamlet: Hamlet) -> None:
    """Four of the eight hours were left when it was put on hold."""
    number = await in_tokyo(hamlet)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    await until(hamlet, "2026-03-03 06:00")
    await hamlet.does(MIHAI, "case hold", number)
    await until(hamlet, "2026-03-03 12:00")
    await hamlet.writes(number)
    assert await due(hamlet, number) == wall("2026-03-04 06:00")


async def test_answered_or_given_back_it_is_owed_by_the_community_again(hamlet: Hamlet) -> None:
    answered, declined = await in_tokyo(hamlet), await hamlet.opens()
    for number in (answered, declined):
        await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    await hamlet.answers(IOANA, answered, "question answer", text="Once only.")
    await hamlet.answers(IOANA, declined, "question decline", text="Not ours.")
    await hamlet.writes(answered)
    assert await due(hamlet, answered) == wall("2026-03-02 18:00")
    for number in (answered, declined):
        assert (await hamlet.case(number)).hours is None


async def test_a_solution_is_owed_by_the_community_whoever_answers(hamlet: Hamlet) -> None:
    """24 hours of work in Bucharest: from Monday at ten to Wednesday evening."""
    number = await in_tokyo(hamlet)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    async with hamlet.village.looking() as ctx:
        found = await ctx.tx.exec_driver_sql(
            "select due_at from deadlines_promises where step = 'resolution'"
        )
        assert str(found.scalar_one()).startswith("2026-03-04 14:00")


async def test_in_the_next_team_the_next_teams_hours(hamlet: Hamlet) -> None:
    number = await in_tokyo(hamlet)
    await hamlet.hires("delivery", DARIA)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    await hamlet.answers(IOANA, number, "question hand-on", team="delivery", text="They know parcels.")
    assert await due(hamlet, number) == wall("2026-03-02 18:00"), "delivery answers when the community does"


async def test_at_night_from_monday_to_friday(hamlet: Hamlet) -> None:
    """The night that begins on Friday ends on Saturday morning."""
    await hamlet.hires("billing", IOANA)
    page = await hamlet.orders("team hours", team="billing", opens=22 * 60, closes=6 * 60)
    assert "Monday to Friday, 22:00–06:00, Europe/Bucharest" in page
    await until(hamlet, "2026-03-07 01:00")
    number = await hamlet.opens(Severity.HIGH)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    assert await due(hamlet, number) == wall("2026-03-07 03:00")
    other = await hamlet.opens()
    await hamlet.does(MIHAI, "case escalate", other, **ASKED)
    assert await due(hamlet, other) == wall("2026-03-10 01:00"), (
        "five hours of Saturday, three of Monday night"
    )


async def test_the_holidays_of_the_teams_country(hamlet: Hamlet) -> None:
    """The first of May is one in Romania; the fourth is one in Japan."""
    await hamlet.change(country="RO")
    number = await in_tokyo(hamlet)
    assert "JP" in await hamlet.orders("team holidays", team="billing", country="jp")
    await until(hamlet, "2026-05-01 10:00")
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    assert await due(hamlet, number) == wall("2026-05-07 10:00")
    await hamlet.orders("team holidays", team="billing", country="-")
    again = await hamlet.opens()
    await hamlet.does(MIHAI, "case escalate", again, **ASKED)
    assert await due(hamlet, again) == wall("2026-05-04 10:00")
    assert await hamlet.orders("team holidays", team="billing", country="xx") == "specialists.team.country"


async def test_new_hours_leave_what_was_promised_and_the_usual_ones_come_back(hamlet: Hamlet) -> None:
    number = await in_tokyo(hamlet)
    await hamlet.does(MIHAI, "case escalate", number, **ASKED)
    page = await hamlet.orders("team usual-hours", team="billing")
    assert "as in the community" in page and "Europe/Bucharest" in page
    case = await hamlet.case(number)
    assert case.hours is None and case.due_at == wall("2026-03-03 10:00")


async def test_a_day_has_a_beginning_and_another_end(hamlet: Hamlet) -> None:
    await hamlet.hires("billing", IOANA)
    for opens, closes in ((540, 540), (0, 0), (1440, 0)):
        refused = await hamlet.orders("team hours", team="billing", opens=opens, closes=closes)
        assert refused == "specialists.team.order", (opens, closes)
    page = await hamlet.orders("team hours", team="billing", opens=1440, closes=1440)
    assert "00:00–24:00" in page


async def test_the_list_of_teams_says_when_they_answer(hamlet: Hamlet) -> None:
    await in_tokyo(hamlet)
    assert "Ioana; Monday to Friday, 09:00–17:00, Asia/Tokyo" in await hamlet.orders("team list")
