"""Permissions as Discord computes them: roles, then @everyone's overwrite, then roles', then the member's."""

import pytest

from tests.fakes.discord.model import Channel, Guild, Member, Role
from tests.fakes.discord.permissions import ALL, NONE, Permission, in_channel, in_guild
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import World

SEND, VIEW, FILES = Permission.SEND_MESSAGES, Permission.VIEW_CHANNEL, Permission.ATTACH_FILES


@pytest.fixture
def world() -> World:
    return FakeDiscord().world


@pytest.fixture
def guild(world: World) -> Guild:
    return world.add_guild("Bakery")


@pytest.fixture
def channel(world: World, guild: Guild) -> Channel:
    return world.add_channel(guild, "support")


@pytest.fixture
def loud(world: World, guild: Guild) -> Role:
    return world.add_role(guild, "loud")


@pytest.fixture
def quiet(world: World, guild: Guild) -> Role:
    return world.add_role(guild, "quiet")


@pytest.fixture
def ana(world: World, guild: Guild, loud: Role, quiet: Role) -> Member:
    return world.joins(guild, "Ana", loud, quiet)


def test_one_role_that_allows_outweighs_another_that_denies(
    world: World, channel: Channel, ana: Member, loud: Role, quiet: Role
) -> None:
    world.overwrites(channel, quiet, deny=SEND)
    assert not in_channel(ana, channel) & SEND
    world.overwrites(channel, loud, allow=SEND)
    assert in_channel(ana, channel) & SEND


def test_a_role_outweighs_everyone_and_the_member_outweighs_both(
    world: World, guild: Guild, channel: Channel, ana: Member, loud: Role
) -> None:
    world.overwrites(channel, guild, deny=SEND)
    world.overwrites(channel, loud, allow=SEND)
    assert in_channel(ana, channel) & SEND
    world.overwrites(channel, ana.user, deny=SEND)
    assert not in_channel(ana, channel) & SEND


def test_who_does_not_see_a_channel_may_nothing_in_it(
    world: World, guild: Guild, channel: Channel, ana: Member
) -> None:
    world.overwrites(channel, guild, deny=VIEW)
    assert in_channel(ana, channel) == NONE


def test_who_may_not_write_may_not_attach_either(
    world: World, guild: Guild, channel: Channel, ana: Member
) -> None:
    assert in_channel(ana, channel) & FILES
    world.overwrites(channel, guild, deny=SEND)
    assert not in_channel(ana, channel) & FILES


def test_owners_and_administrators_may_everything(
    world: World, guild: Guild, channel: Channel, ana: Member, loud: Role
) -> None:
    world.overwrites(channel, guild, deny=VIEW)
    assert in_channel(guild.members[guild.owner_id], channel) == ALL
    world.grants(loud, Permission.ADMINISTRATOR)
    assert in_guild(ana) == ALL and in_channel(ana, channel) == ALL


def test_a_thread_has_the_overwrites_of_its_channel(
    world: World, guild: Guild, channel: Channel, ana: Member, loud: Role
) -> None:
    thread = world.starts_thread(ana, channel, "public")
    hidden = world.starts_thread(guild.members[guild.owner_id], channel, "private", private=True)
    assert in_channel(ana, thread) == in_channel(ana, channel)
    assert in_channel(ana, hidden) == NONE
    world.grants(loud, Permission.MANAGE_THREADS)
    assert in_channel(ana, hidden) & VIEW
    world.overwrites(channel, guild, deny=VIEW)
    assert in_channel(ana, thread) == in_channel(ana, hidden) == NONE
