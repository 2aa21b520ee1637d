"""Which channel a logical place is, once it was opened; and the way back."""

import pytest

from bot.durable.database import Database
from bot.durable.places import Places
from bot.vocabulary.places import (
    CasePrivate,
    CaseStaff,
    MemberDM,
    MessageRef,
    Place,
    Public,
    StaffRoom,
    Team,
    parse_place,
    place_key,
)
from tests.fakes.communities import met

EVERY_KIND: list[Place] = [
    Public(MessageRef("C024BE91L", "1712.000100")),
    Public(MessageRef("a:b:c", "9")),
    CasePrivate(42),
    CaseStaff(42),
    StaffRoom(),
    MemberDM("U:12"),
    Team("billing: refunds"),
]


@pytest.mark.parametrize("place", EVERY_KIND, ids=place_key)
def test_a_place_is_read_back_from_its_key(place: Place) -> None:
    assert parse_place(place_key(place)) == place


def test_every_place_has_a_key_of_its_own() -> None:
    assert len({place_key(place) for place in EVERY_KIND}) == len(EVERY_KIND)


@pytest.mark.parametrize("key", ["", "nowhere", "private:", "private:x", "staff:1.5", "PRIVATE:1"])
def test_what_is_no_place_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r"not a place|invalid literal"):
        parse_place(key)


async def test_a_place_is_known_from_when_it_was_opened_until_it_is_lost(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.places") as tx:
        places = Places(tx, community)
        assert await places.channel_of(CasePrivate(1)) is None
        await places.keep(CasePrivate(1), "thread-1")
        assert await places.channel_of(CasePrivate(1)) == "thread-1"
        assert await places.channel_of(CaseStaff(1)) is None
        assert await places.of_channel("thread-1") == (CasePrivate(1),)
        await places.forget(CasePrivate(1))
        assert await places.channel_of(CasePrivate(1)) is None
        assert await places.of_channel("thread-1") == ()


async def test_a_place_that_was_opened_anew_is_there_and_nowhere_else(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.places") as tx:
        places = Places(tx, community)
        await places.keep(CasePrivate(1), "thread-1")
        await places.keep(CasePrivate(1), "thread-2")
        assert await places.channel_of(CasePrivate(1)) == "thread-2"
        assert await places.of_channel("thread-1") == ()


async def test_a_direct_message_can_be_several_cases_latest_first(database: Database) -> None:
    community = await met(database)
    for case in (1, 2, 3):
        async with database.transaction("test.places") as tx:
            await Places(tx, community).keep(CasePrivate(case), "dm-max")
    async with database.reading() as tx:
        found = await Places(tx, community).of_channel("dm-max")
    assert found == (CasePrivate(3), CasePrivate(2), CasePrivate(1))


async def test_two_communities_know_nothing_of_each_others_places(database: Database) -> None:
    here, there = await met(database), await met(database, "fake:other")
    async with database.transaction("test.places") as tx:
        await Places(tx, here).keep(MemberDM("max"), "dm-max")
        await Places(tx, there).keep(MemberDM("max"), "dm-of-another-max")
        await Places(tx, there).forget(MemberDM("max"))
        assert await Places(tx, here).channel_of(MemberDM("max")) == "dm-max"
        assert await Places(tx, there).of_channel("dm-max") == ()
