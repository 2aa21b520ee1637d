"""Where each view is shown and what it looked like, so that it is edited and not said again."""

from bot.durable.database import Database
from bot.durable.outbox import View
from bot.durable.views import Shown, Views
from bot.vocabulary.places import CaseStaff, MessageRef, Place, StaffRoom
from tests.fakes.board import NOTICE
from tests.fakes.communities import met

POSTED = Shown(MessageRef("staff-room", "17"), "a" * 64, 0)


async def test_a_view_is_unknown_until_it_is_shown_and_again_when_it_is_forgotten(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.views") as tx:
        views = Views(tx, community)
        assert await views.find(StaffRoom(), NOTICE) is None
        await views.keep(StaffRoom(), NOTICE, POSTED)
        assert await views.find(StaffRoom(), NOTICE) == POSTED
        await views.forget(StaffRoom(), NOTICE)
        assert await views.find(StaffRoom(), NOTICE) is None


async def test_what_it_looks_like_now_takes_the_place_of_what_it_did(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.views") as tx:
        views = Views(tx, community)
        await views.keep(StaffRoom(), NOTICE, POSTED)
        for now in (Shown(MessageRef("staff-room", "18"), "b" * 64, 1), Shown(None, None, 2)):
            await views.keep(StaffRoom(), NOTICE, now)
            assert await views.find(StaffRoom(), NOTICE) == now


async def test_one_view_can_be_shown_in_two_places_and_a_place_can_show_two_views(database: Database) -> None:
    here, there = await met(database), await met(database, "fake:other")
    shown: dict[tuple[int, Place, View], Shown] = {
        (here, StaffRoom(), NOTICE): Shown(MessageRef("r", "1"), "1" * 64, 0),
        (here, CaseStaff(1), NOTICE): Shown(MessageRef("t", "2"), "2" * 64, 0),
        (here, StaffRoom(), View(NOTICE.name, 2)): Shown(MessageRef("r", "3"), "3" * 64, 0),
        (here, StaffRoom(), View("other", 1)): Shown(MessageRef("r", "4"), "4" * 64, 0),
        (there, StaffRoom(), NOTICE): Shown(MessageRef("r", "5"), "5" * 64, 0),
    }
    async with database.transaction("test.views") as tx:
        for (community, place, view), kept in shown.items():
            await Views(tx, community).keep(place, view, kept)
        for (community, place, view), kept in shown.items():
            assert await Views(tx, community).find(place, view) == kept
