"""What people do, and what the platform does not let them do."""

from datetime import timedelta
from pathlib import Path

import pytest

from adapters.sandbox import deeds
from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.directory import SandboxDirectory
from adapters.sandbox.model import COMMUNITY, Refused, StoredMessage, Weather
from adapters.sandbox.world import World
from bot.errors import StartError
from bot.vocabulary.people import Role


async def write(world: World, who: str, channel: str, text: str) -> StoredMessage:
    return await deeds.post(world, world.people[who], channel, text)


async def test_ids_grow_and_are_never_given_twice(world: World) -> None:
    ids = [int((await write(world, "ana", "support", "Hello")).id) for _ in range(3)]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(
    ("who", "channel"),
    [
        ("ana", "staff-room"),
        ("ana", "dm-max"),
        ("ioana", "staff-room"),
        ("max", "billing-desk"),
        ("ana", "x"),
    ],
)
async def test_nobody_writes_where_they_cannot_read(world: World, who: str, channel: str) -> None:
    with pytest.raises(Refused, match="channel"):
        await write(world, who, channel, "Hello")
    if channel in world.channels:
        assert await world.history(channel) == []


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
async def test_a_message_needs_words(world: World, text: str) -> None:
    with pytest.raises(Refused, match="empty"):
        await write(world, "ana", "support", text)


async def test_a_message_has_at_most_100000_characters(world: World) -> None:
    posted = await write(world, "ana", "support", "я" * 100_000)
    assert len(posted.text) == 100_000
    with pytest.raises(Refused, match="long"):
        await write(world, "ana", "support", "я" * 100_001)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\0b", "a\0b"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("whole \ud83d\ude00 pair", "whole 😀 pair"),
        ("שלום עולם", "שלום עולם"),
        ("\u202eevil", "\u202eevil"),
        ("👍", "👍"),
        ("two\r\nlines", "two\nlines"),
    ],
)
async def test_strange_text_is_kept(world: World, text: str, kept: str) -> None:
    posted = await write(world, "ana", "support", text)
    found = await world.message(posted.id)
    assert found is not None
    assert found.text == kept


async def test_only_its_author_changes_or_deletes_a_message(world: World) -> None:
    posted = await write(world, "ana", "support", "Day nine")
    for who in ("max", "mihai"):
        with pytest.raises(Refused, match="not_yours"):
            await deeds.edit(world, world.people[who], posted.id, "All is well")
        with pytest.raises(Refused, match="not_yours"):
            await deeds.delete(world, world.people[who], posted.id)
    edited = await deeds.edit(world, world.people["ana"], posted.id, "Day ten")
    assert (edited.text, edited.revision) == ("Day ten", 1)


async def test_an_edit_that_changes_nothing_is_none(world: World) -> None:
    posted = await write(world, "ana", "support", "Day nine")
    assert (await deeds.edit(world, world.people["ana"], posted.id, "Day nine")).revision == 0


async def test_a_deleted_message_is_only_a_mark(world: World) -> None:
    posted = await write(world, "ana", "support", "a rather unusual sentence")
    await deeds.delete(world, world.people["ana"], posted.id)
    with pytest.raises(Refused, match="message"):
        await deeds.edit(world, world.people["ana"], posted.id, "back again")
    found = await world.message(posted.id)
    assert found is not None
    assert (found.deleted, found.text) == (True, "")


@pytest.mark.parametrize("message", ["999", "x", "", "-1", "9" * 30, "²"])
async def test_a_message_that_never_was_is_refused(world: World, message: str) -> None:
    with pytest.raises(Refused, match="message"):
        await deeds.delete(world, world.people["ana"], message)


async def test_a_reply_answers_a_message_of_the_same_channel(world: World) -> None:
    elsewhere = await write(world, "ana", "general", "Hello")
    with pytest.raises(Refused, match="message"):
        await deeds.post(world, world.people["max"], "support", "Yes", elsewhere.id)
    here = await deeds.post(world, world.people["max"], "general", "Yes", elsewhere.id)
    assert here.reply is not None
    assert here.reply.text == "Hello"


async def test_everything_is_there_after_a_restart(world_file: Path) -> None:
    async with World.open(world_file) as world:
        await write(world, "vera", "support", "Не приходит код")
        await world.advance(timedelta(days=3))
        await world.set_weather(Weather(slow=True))
        await world.set_dms_open("vera", dms_open=False)
        await world.set_private_threads("general", allowed=False)
        before = world.now()
    async with World.open(world_file) as world:
        assert [message.text for message in await world.history("support")] == ["Не приходит код"]
        assert world.now() >= before
        assert world.now() - before < timedelta(minutes=1)
        assert world.weather == Weather(slow=True)
        assert not world.people["vera"].dms_open
        assert not world.channels["general"].private_threads


async def test_a_file_of_another_version_is_refused(world_file: Path) -> None:
    async with World.open(world_file) as world, world.writing() as (connection, _):
        await connection.exec_driver_sql("PRAGMA user_version = 99")
    with pytest.raises(StartError, match="99"):
        async with World.open(world_file):
            pass


@pytest.mark.usefixtures("world")
def test_the_file_is_for_its_owner_alone(world_file: Path) -> None:
    assert world_file.stat().st_mode & 0o077 == 0


async def test_the_clock_only_goes_forward(world: World) -> None:
    clock = SandboxClock(world)
    before = clock.now()
    await clock.advance(timedelta(days=3))
    assert timedelta(days=3) <= clock.now() - before < timedelta(days=3, minutes=1)
    for leap in (timedelta(), timedelta(seconds=-1), timedelta(days=400)):
        with pytest.raises(Refused, match="leap"):
            await clock.advance(leap)


async def test_unread_messages_are_counted_for_each_person(world: World) -> None:
    last = [await write(world, "ana", "support", text) for text in ("one", "two")][-1]
    assert await world.unread("max") == {"support": 2}
    assert await world.unread("ana") == {}
    await world.mark_read("max", "support", int(last.id))
    await write(world, "ana", "support", "three")
    assert await world.unread("max") == {"support": 1}


async def test_the_directory_knows_people_by_name_and_mention(world: World) -> None:
    directory = SandboxDirectory(world)
    assert [member.id for member in await directory.find(COMMUNITY, "вера")] == ["vera"]
    assert [member.id for member in await directory.find(COMMUNITY, "<@mihai>")] == ["mihai"]
    assert [member.id for member in await directory.find(COMMUNITY, "M")] == ["max", "mihai"]
    assert await directory.find(COMMUNITY, "nobody") == ()
    elena = await directory.member(COMMUNITY, "elena")
    bot = await directory.member(COMMUNITY, "ombud")
    assert elena is not None
    assert bot is not None
    assert (elena.role, elena.locale, bot.bot) == (Role.MANAGER, "en", True)
    assert await directory.member("sandbox:other", "elena") is None
    assert await directory.channel_name(COMMUNITY, "support") == "support"
    assert await directory.channel_name(COMMUNITY, "nowhere") is None
