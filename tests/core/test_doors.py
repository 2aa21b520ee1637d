"""Which doors there are: what the community wants, of what its platform has."""

from bot.durable.database import Database
from bot.ports import Door
from tests.fakes.platform import FakePlatform
from tests.fakes.running import COMMUNITY, running


async def test_doors_that_a_platform_does_not_have_are_passed_over(sqlite_database: Database) -> None:
    platform = FakePlatform()
    platform.doors = frozenset({Door.FORM, Door.DM})
    async with running(sqlite_database, platform=platform) as ombud:
        house = ombud.app.house
        community = await house.community(COMMUNITY)
        assert community is not None
        community = await house.set(community, "doors", (Door.PRIVATE_THREAD, Door.DM, Door.FORM))
        async with house.database.reading() as tx:
            assert house.context(tx, community).doors == (Door.DM, Door.FORM)
