"""Who is asked after once a minute, and what is no reason to take anything from anybody."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.cases.model import NextStep
from bot.cases.store import NewCase
from bot.detection import Severity, Topic
from bot.durable.database import Database
from bot.rollcall import RollCall
from bot.vocabulary.facts import CaseClaimed
from bot.vocabulary.people import Member, Role
from cogs.cases import Cases
from cogs.specialists import Specialists
from tests.fakes.directory import MAX, FakeDirectory
from tests.fakes.village import Village

CREW = [Member(name.lower(), name, Role.MODERATOR) for name in ("Mihai", "Daria", "Ilie", "Zoe")]


@pytest.fixture
async def village(sqlite_database: Database) -> Village:
    """Everybody of the crew has one case."""
    village = Village(sqlite_database, Cases(), Specialists())
    village.directory = FakeDirectory(MAX, *CREW)
    village.adopt(village.platform)
    for one in CREW:
        async with village.doing() as ctx:
            owed = ctx.owed(NextStep.FIRST_RESPONSE, Severity.LOW)
            case = await ctx.cases.open(NewCase(MAX, Severity.LOW, Topic.OTHER, "en", "desk", owed), ctx.now)
            await ctx.change(case.claimed(one.id, one.name), CaseClaimed(case.id, one.id, one.name))
    return village


async def assignees(village: Village) -> Sequence[str]:
    async with village.looking() as ctx:
        return sorted(await ctx.cases.assignees())


def loses(village: Village, *people: Member) -> None:
    village.directory.people |= {one.id: replace(one, role=Role.MEMBER) for one in people}


async def test_whoever_lost_the_role_has_nothing_any_more_the_others_all_they_had(village: Village) -> None:
    loses(village, CREW[0])
    await RollCall(village.house).call()
    assert await assignees(village) == ["daria", "ilie", "zoe"]


async def test_a_platform_that_cannot_say_takes_nothing_from_anybody(village: Village) -> None:
    loses(village, CREW[0])
    village.directory.down = "out"
    await RollCall(village.house).call()
    assert len(await assignees(village)) == 4


async def test_a_list_that_was_set_wrongly_takes_nothing_from_anybody(village: Village) -> None:
    loses(village, *CREW)
    await RollCall(village.house).call()
    assert len(await assignees(village)) == 4


async def test_whoever_is_not_found_may_have_left_or_may_not(village: Village) -> None:
    del village.directory.people["zoe"]
    await RollCall(village.house).call()
    assert len(await assignees(village)) == 4
