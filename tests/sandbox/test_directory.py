"""What there is in the sandbox, what the bot may do there, and what is kept in sight."""

from pathlib import Path

import pytest

from adapters.sandbox import deeds
from adapters.sandbox.directory import SandboxDirectory
from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.world import World
from bot.ports import Destination, DoorShut, Gone, Purpose
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Text, say
from tests.sandbox.client import page_of
from tests.sandbox.conftest import Serve


async def test_channels_are_listed_without_threads_and_dms(world: World) -> None:
    channels = await SandboxDirectory(world).channels(COMMUNITY)
    assert [(channel.id, channel.staff_only) for channel in channels] == [
        ("general", False),
        ("support", False),
        ("off-topic", False),
        ("staff-room", True),
        ("billing-desk", True),
        ("managers-room", True),
    ]
    assert await SandboxDirectory(world).channels("sandbox:other") == []


async def test_groups_are_the_roles(world: World) -> None:
    groups = await SandboxDirectory(world).groups(COMMUNITY)
    assert [group.id for group in groups] == ["member", "specialist", "moderator", "manager"]


async def test_what_is_forbidden_is_lacking_where_it_is_needed(world: World) -> None:
    directory = SandboxDirectory(world)
    assert await directory.lacking(COMMUNITY, "support", Purpose.WATCH) == ()
    await world.set_private_threads("support", allowed=False)
    assert await directory.lacking(COMMUNITY, "support", Purpose.WATCH) == ("private_threads",)
    assert await directory.lacking(COMMUNITY, "support", Purpose.STAFF_ROOM) == ()
    assert await directory.lacking(COMMUNITY, "nowhere", Purpose.WATCH) == ()


async def test_what_is_pinned_stays_pinned_also_after_a_restart(world_file: Path) -> None:
    async with World.open(world_file) as world:
        platform = SandboxPlatform(world, {COMMUNITY: 1}.__getitem__)
        sent = await platform.send(COMMUNITY, Destination("general"), say(Text("Read this.")), "notice:1")
        for _ in range(2):
            await platform.pin(COMMUNITY, sent)
        assert world.pinned == {sent.message}
    async with World.open(world_file) as world:
        assert world.pinned == {sent.message}


async def test_only_our_own_messages_that_are_there_are_pinned(
    world: World, platform: SandboxPlatform
) -> None:
    posted = await deeds.post(world, world.people["ana"], "support", "Day nine")
    with pytest.raises(DoorShut):
        await platform.pin(COMMUNITY, MessageRef("support", posted.id))
    with pytest.raises(Gone):
        await platform.pin(COMMUNITY, MessageRef("support", "999"))
    assert world.pinned == frozenset()


async def test_a_page_shows_what_is_pinned(serve: Serve, platform: SandboxPlatform) -> None:
    async with serve() as server, page_of(server.url, "ana") as ana:
        sent = await platform.send(COMMUNITY, Destination("general"), say(Text("Read this.")), "notice:1")
        await platform.pin(COMMUNITY, sent)
        seen = await ana.until("message", lambda line: line["message"]["pinned"])
        assert (seen["message"]["id"], seen["fresh"]) == (sent.message, False)
        page = await ana.ask("look", channel="general")
        assert [message["pinned"] for message in page["messages"]] == [True]
