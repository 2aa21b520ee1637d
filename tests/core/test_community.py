"""A community and its settings: kept as they were chosen, refused where they make no sense."""

import pytest
from pydantic import ValidationError

from bot.community import CommunitySettings, Mode, find_community, meet_community
from bot.durable.database import Database
from bot.language import Register
from bot.ports import Door
from tests.fakes.clock import FixedClock
from tests.fakes.village import SEEDS, STAFF_ROOM, Village

CHOSEN = CommunitySettings(
    mode=Mode.QUIET,
    watched=frozenset({"support", "general"}),
    staff_room="staff-room",
    doors=(Door.DM, Door.PRIVATE_THREAD),
    address_ro=Register.FORMAL,
    zone="Europe/Bucharest",
    working_days=(0, 6),
    check_in_days_by_topic={"billing": 9},
)


async def test_a_community_is_found_with_everything_that_was_chosen(database: Database) -> None:
    async with database.transaction("test.meet") as tx:
        met = await meet_community(tx, "fake:main", "Main", CHOSEN, FixedClock())
    async with database.reading() as tx:
        assert await find_community(tx, "fake:main") == met
        assert await find_community(tx, "fake:other") is None
    assert (met.settings, met.platform) == (CHOSEN, "fake")


async def test_meeting_it_again_changes_nothing(database: Database) -> None:
    async with database.transaction("test.meet") as tx:
        met = await meet_community(tx, "fake:main", "Main", CHOSEN, FixedClock())
    async with database.transaction("test.meet") as tx:
        assert await meet_community(tx, "fake:main", "Renamed", SEEDS, FixedClock()) == met


async def test_a_changed_setting_is_known_at_once_and_after_a_restart(database: Database) -> None:
    village = Village(database)
    before = after = await village.community()
    for mode in (Mode.FULL, Mode.QUIET):
        after = await village.house.set(before, "mode", mode)
        assert after.settings.mode is mode
        assert await village.house.community(before.key) == after
    assert await Village(database).community() == after
    assert after.settings.staff_room == STAFF_ROOM


async def test_two_who_change_two_settings_keep_both(database: Database) -> None:
    """Each of them looked at the settings before the other had changed one."""
    village = Village(database)
    seen_by_both = await village.community()
    await village.house.set(seen_by_both, "mode", Mode.FULL)
    await village.house.set(seen_by_both, "team", "night_watch")
    known = await village.house.community(seen_by_both.key)
    assert known == await Village(database).community()
    assert known is not None
    assert (known.settings.mode, known.settings.team) == (Mode.FULL, "night_watch")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zone", "Europe/Chisinow"),
        ("mode", "loud"),
        ("team", ""),
        ("acks_in_10_minutes", 0),
        ("check_in_days_low", 31),
        ("doors", ["window"]),
        ("thought_seconds", "soon"),
    ],
)
async def test_a_value_that_makes_no_sense_is_refused_and_changes_nothing(
    sqlite_database: Database, name: str, value: object
) -> None:
    village = Village(sqlite_database)
    before = await village.community()
    with pytest.raises(ValidationError):
        await village.house.set(before, name, value)
    assert await village.house.community(before.key) == before
    assert await Village(sqlite_database).community() == before


async def test_a_setting_of_a_newer_version_is_not_in_the_way(sqlite_database: Database) -> None:
    village = Village(sqlite_database)
    before = await village.community()
    async with sqlite_database.transaction("test.newer") as tx:
        await tx.exec_driver_sql(
            f"INSERT INTO settings (community_id, name, value) VALUES ({before.id}, 'of_tomorrow', '3')"
        )
    assert await Village(sqlite_database).community() == before


def test_every_default_is_allowed() -> None:
    defaults = CommunitySettings()
    assert CommunitySettings(**defaults.model_dump()) == defaults
    assert defaults.mode is Mode.WATCH_ONLY, "loud things start off"


async def test_what_a_handler_sets_is_known_when_it_is_stored_and_not_before(database: Database) -> None:
    village = Village(database)
    before = await village.community()
    async with village.doing() as ctx:
        changed = await ctx.set("mode", Mode.FULL)
        assert changed.community.settings.mode is Mode.FULL
        assert await village.house.community(before.key) == before
    known = await village.house.community(before.key)
    assert known is not None and known.settings.mode is Mode.FULL


async def test_what_a_handler_sets_in_vain_is_forgotten(database: Database) -> None:
    village = Village(database)
    before = await village.community()

    async def in_vain() -> None:
        async with village.doing() as ctx:
            await ctx.set("mode", Mode.FULL)
            raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        await in_vain()
    assert await village.house.community(before.key) == before == await Village(database).community()


async def test_one_handler_sets_several(database: Database) -> None:
    village = Village(database)
    async with village.doing() as ctx:
        further = await (await ctx.set("zone", "Europe/Bucharest")).set("team", "night_watch")
        await further.set("watched", ["general"])
    settings = (await village.community()).settings
    assert (settings.zone, settings.team, settings.watched) == (
        "Europe/Bucharest",
        "night_watch",
        frozenset({"general"}),
    )
