"""What people did reaches the core, once it can take it, in order."""

import asyncio
import sys
from pathlib import Path

import pytest

from adapters.sandbox import deeds
from adapters.sandbox.guard import Guard
from adapters.sandbox.inbound import Inbound
from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.world import World
from bot.ports import Destination
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessagePosted, PlatformEvent
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Text, say
from tests.sandbox.client import eventually
from tests.sandbox.fakes import FakeCore


async def test_the_core_hears_what_was_written_changed_and_deleted(world: World, core: FakeCore) -> None:
    ana = world.people["ana"]
    async with Inbound(world, core, Guard()).running():
        first = await deeds.post(world, ana, "support", "Day nine")
        reply = await deeds.post(world, ana, "support", "and no answer", first.id)
        await deeds.edit(world, ana, first.id, "Day ten")
        await deeds.delete(world, ana, first.id)
        await eventually(lambda: len(core.events) == 4)
    posted, answered, edited, deleted = core.events
    assert isinstance(posted, MessagePosted)
    assert (posted.text, posted.author, posted.direct) == ("Day nine", "ana", False)
    assert isinstance(answered, MessagePosted)
    assert answered.reply_to == posted.message
    assert answered.message.message == reply.id
    assert isinstance(edited, MessageEdited)
    assert (edited.text, edited.revision) == ("Day ten", "1")
    assert isinstance(deleted, MessageDeleted)
    assert (deleted.message, deleted.author) == (posted.message, "ana")


async def test_what_the_bot_removes_is_heard_like_any_deletion(
    world: World, platform: SandboxPlatform, core: FakeCore
) -> None:
    async with Inbound(world, core, Guard()).running():
        said = await deeds.post(world, world.people["max"], "support", "You are all idiots")
        await platform.remove(COMMUNITY, MessageRef("support", said.id))
        await eventually(lambda: len(core.events) == 2)
    assert isinstance(core.events[1], MessageDeleted)
    assert core.events[1].message == MessageRef("support", said.id)


async def test_a_dm_is_direct(world: World, core: FakeCore) -> None:
    async with Inbound(world, core, Guard()).running():
        await deeds.post(world, world.people["max"], "dm-max", "Hello")
        await eventually(lambda: len(core.events) == 1)
    assert isinstance(core.events[0], MessagePosted)
    assert core.events[0].direct


async def test_the_bot_does_not_hear_itself(world: World, platform: SandboxPlatform, core: FakeCore) -> None:
    async with Inbound(world, core, Guard()).running():
        await platform.send(COMMUNITY, Destination("support"), say(Text("Seen.")), "ack:1")
        await deeds.post(world, world.people["ana"], "support", "Thanks")
        await eventually(lambda: len(core.events) == 1)
    assert core.events[0].author == "ana"


async def test_what_the_core_could_not_take_comes_again_in_order(world: World) -> None:
    core, guard = FakeCore(fail=2), Guard()
    async with Inbound(world, core, guard).running():
        for text in ("one", "two", "three"):
            await deeds.post(world, world.people["ana"], "support", text)
        await eventually(lambda: len(core.events) == 3)
    assert [event.text for event in core.events if isinstance(event, MessagePosted)] == [
        "one",
        "two",
        "three",
    ]
    assert guard.failures == 2


async def test_one_channel_does_not_hold_up_another(world: World) -> None:
    class Stuck(FakeCore):
        async def receive(self, event: PlatformEvent) -> None:
            if isinstance(event, MessagePosted) and event.message.channel == "support":
                await asyncio.Event().wait()
            await super().receive(event)

    core = Stuck()
    async with Inbound(world, core, Guard()).running():
        await deeds.post(world, world.people["ana"], "support", "stuck")
        await deeds.post(world, world.people["ana"], "general", "goes on")
        await eventually(lambda: len(core.events) == 1)


async def test_what_was_written_while_the_bot_was_away_is_told_at_the_start(world_file: Path) -> None:
    async with World.open(world_file) as world:
        await deeds.post(world, world.people["ana"], "support", "one")
        await deeds.post(world, world.people["max"], "general", "two")
        await deeds.post(world, world.people["ana"], "support", "three")
    core = FakeCore()
    async with World.open(world_file) as world, Inbound(world, core, Guard()).running():
        await eventually(lambda: len(core.events) == 3)
    told = [(e.message.channel, e.text) for e in core.events if isinstance(e, MessagePosted)]
    assert [text for channel, text in told if channel == "support"] == ["one", "three"]
    assert ("general", "two") in told


async def test_a_crash_before_the_core_was_done_means_once_more(world_file: Path) -> None:
    class Crashing(FakeCore):
        async def receive(self, event: PlatformEvent) -> None:
            await super().receive(event)
            await asyncio.Event().wait()  # the process ends here

    first, second, third = Crashing(), FakeCore(), FakeCore()
    for core in (first, second, third):
        async with World.open(world_file) as world, Inbound(world, core, Guard()).running():
            if core is first:
                await deeds.post(world, world.people["ana"], "support", "Day nine")
            if core is not third:
                await eventually(lambda core=core: len(core.events) == 1)  # type: ignore[misc]
                await asyncio.sleep(0.1)
    assert first.events == second.events
    assert third.events == []


WRITER = """
import asyncio, pathlib, sys
from adapters.sandbox import deeds
from adapters.sandbox.world import World

async def write() -> None:
    async with World.open(pathlib.Path(sys.argv[1])) as world:
        while True:
            posted = await deeds.post(world, world.people["ana"], "support", "Day nine")
            print(posted.id, flush=True)

asyncio.run(write())
"""


@pytest.mark.kill
async def test_whatever_was_committed_before_a_kill_is_told(world_file: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, str(world_file), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    written = [(await process.stdout.readline()).decode().strip() for _ in range(40)]
    process.kill()
    written += (await process.stdout.read()).decode().split()
    await process.wait()
    core = FakeCore()
    async with World.open(world_file) as world, Inbound(world, core, Guard()).running():
        await eventually(lambda: len(core.events) >= len(written))
    told = [event.message.message for event in core.events]
    assert told[: len(written)] == written
    assert len(told) - len(written) <= 1
