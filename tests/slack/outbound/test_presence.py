"""Somebody takes the bot out of a channel that it is to listen in, or archives it: staff hear of that."""

import pytest
from sqlalchemy import select

from adapters.slack.communities import Communities
from adapters.slack.presence import Presence
from bot.app import App
from bot.clock import SystemClock
from bot.community import CommunitySettings, change_setting, meet_community
from bot.durable.tables import outbox
from tests.fakes.sentences import translations
from tests.slack.outbound.conftest import Stage


@pytest.fixture
async def presence(stage: Stage) -> Presence:
    app = App(stage.database, (), translations(), SystemClock(), {})
    async with stage.database.transaction("test.watch") as tx:
        known = await meet_community(tx, stage.community, "Bakery", CommunitySettings(), SystemClock())
        known = await change_setting(tx, known, "staff_room", stage.room.id)
        await change_setting(tx, known, "watched", [stage.support.id])
    communities = Communities(stage.office.workspace, stage.database)
    await communities.meet(app)
    return Presence(stage.office.web, communities, app)


async def told(stage: Stage) -> list[str]:
    async with stage.database.reading() as tx:
        rows = await tx.scalars(select(outbox.c.payload))
        return [str(row) for row in rows if "watched channel" in str(row)]


async def test_nothing_is_said_while_it_is_where_it_should_be(stage: Stage, presence: Presence) -> None:
    await presence.look()
    assert await told(stage) == []


@pytest.mark.parametrize("how", ["removed", "archived"])
async def test_staff_hear_of_it_once(stage: Stage, presence: Presence, how: str) -> None:
    if how == "removed":
        stage.world.leaves(stage.world.bot, stage.support)
    else:
        stage.world.archives(stage.support)
    for _ in range(2):
        await presence.look()
    [line] = await told(stage)
    assert "/invite" in line
