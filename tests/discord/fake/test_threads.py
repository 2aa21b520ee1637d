"""Threads: who may open which where, who sees them, and what an archived one still takes."""

from datetime import timedelta

import discord
import pytest

from tests.discord.fake.conftest import Listener, Raw
from tests.fakes.discord.commands import NotOffered
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel, ChannelType, Guild, Member
from tests.fakes.discord.permissions import NONE, Permission
from tests.fakes.discord.server import FakeDiscord

PRIVATE = discord.ChannelType.private_thread


async def opened(client: Listener, channel: Channel, name: str = "Case 1") -> discord.Thread:
    return await client.text_channel(channel).create_thread(name=name, type=PRIVATE, invitable=False)


async def test_a_private_thread_is_between_the_bot_a_member_and_staff(
    fake: FakeDiscord, guild: Guild, support: Channel, ana: Member, daria: Member, client: Listener
) -> None:
    outsider = fake.world.joins(guild, "Otto")
    thread = await opened(client, support)
    await thread.add_user(discord.Object(ana.id))
    await thread.send("Only us")
    made = await fake.world.thread_of(support, private=True)
    assert made.members.keys() == {ana.id, fake.world.bot.id}
    assert [each.content for each in fake.world.sees_messages(ana, made)] == ["Only us"]
    assert [each.content for each in fake.world.sees_messages(daria, made)] == ["Only us"], (
        "she manages threads"
    )
    assert fake.world.sees_messages(outsider, made) == []
    assert list(support.messages) == [], "a private thread is announced nowhere"
    assert [each.type for each in made.messages.values()] == [1, 0], "that somebody was added is told in it"
    with pytest.raises(NotOffered):
        fake.world.posts(outsider, made, "Let me in")
    fake.world.posts(ana, made, "Thank you")
    await client.hears("Thank you")


async def test_a_public_thread_is_announced_in_its_channel(support: Channel, client: Listener) -> None:
    await client.text_channel(support).create_thread(name="All", type=discord.ChannelType.public_thread)
    assert [(each.type, each.content) for each in support.messages.values()] == [(18, "All")]


@pytest.mark.parametrize("kind", [ChannelType.ANNOUNCEMENT, ChannelType.VOICE])
async def test_private_threads_are_for_text_channels(
    fake: FakeDiscord, guild: Guild, raw: Raw, kind: ChannelType
) -> None:
    channel = fake.world.add_channel(guild, "elsewhere", kind)
    _status, _headers, answer = await raw(
        "POST", f"/channels/{channel.id}/threads", {"name": "Case 1", "type": 12}
    )
    assert answer["code"] == 50024


async def test_a_post_in_a_forum_is_a_thread_with_its_first_message(
    fake: FakeDiscord, guild: Guild, client: Listener
) -> None:
    made = fake.world.add_channel(guild, "ideas", ChannelType.FORUM)
    forum = await eventually(lambda: client.get_channel(made.id))
    assert isinstance(forum, discord.ForumChannel)
    post = await forum.create_thread(name="A shelf", content="Please")
    assert (post.thread.name, post.message.content) == ("A shelf", "Please")
    assert made.guild is not None and made.guild.threads[post.thread.id].texts == ["Please"]


@pytest.mark.parametrize(
    ("permission", "code"), [(Permission.CREATE_PRIVATE_THREADS, 50013), (Permission.VIEW_CHANNEL, 50001)]
)
async def test_opening_one_takes_the_permission(
    fake: FakeDiscord, support: Channel, client: Listener, permission: Permission, code: int
) -> None:
    fake.world.removes_bot_permission(support, permission)
    with pytest.raises(discord.Forbidden) as refused:
        await opened(client, support)
    assert refused.value.code == code


async def test_writing_in_one_takes_another_permission(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    thread = await opened(client, support)
    fake.world.removes_bot_permission(support, Permission.SEND_MESSAGES_IN_THREADS)
    with pytest.raises(discord.Forbidden) as refused:
        await thread.send("Hello")
    assert refused.value.code == 50013


async def test_who_does_not_see_the_channel_is_not_added(
    fake: FakeDiscord, room: Channel, ana: Member, client: Listener
) -> None:
    thread = await opened(client, room)
    with pytest.raises(discord.Forbidden):
        await thread.add_user(discord.Object(ana.id))


async def test_a_mention_pulls_somebody_in_unless_it_is_not_allowed_to(
    fake: FakeDiscord, guild: Guild, support: Channel, ana: Member, client: Listener
) -> None:
    thread = await opened(client, support)
    made = await fake.world.thread_of(support)
    quiet = discord.AllowedMentions.none()
    await thread.send(f"About <@{ana.id}>", allowed_mentions=quiet)
    assert ana.id not in made.members
    await thread.send(f"Come, <@{ana.id}>")
    assert ana.id in made.members


async def test_in_an_uninvitable_thread_members_pull_nobody_in(
    fake: FakeDiscord, guild: Guild, support: Channel, ana: Member, client: Listener
) -> None:
    otto = fake.world.joins(guild, "Otto")
    thread = await opened(client, support)
    await thread.add_user(discord.Object(ana.id))
    made = await fake.world.thread_of(support)
    fake.world.posts(ana, made, f"<@{otto.id}> look at this")
    assert otto.id not in made.members


async def test_an_archived_thread_takes_words_and_nothing_else(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    thread = await opened(client, support)
    said = await thread.send("Card")
    made = await fake.world.thread_of(support)
    fake.world.archives(made)
    await eventually(lambda: client.raw and client.raw[-1].data["thread_metadata"]["archived"])
    told = client.get_guild(made.guild.id) if made.guild else None
    assert told is not None and told.get_thread(made.id) is None, "it left the cache"
    for refused in (said.edit(content="Changed"), said.pin(), thread.add_user(discord.Object(ana.id))):
        with pytest.raises(discord.HTTPException) as error:
            await refused
        assert error.value.code == 50083
    await client.get_partial_messageable(made.id).send("Are you well?")
    assert not made.archived
    await said.edit(content="Changed")


async def test_a_locked_thread_is_opened_by_moderators_alone(
    fake: FakeDiscord, guild: Guild, support: Channel, ana: Member, client: Listener
) -> None:
    thread = await opened(client, support)
    await thread.add_user(discord.Object(ana.id))
    made = await fake.world.thread_of(support)
    fake.world.archives(made, locked=True)
    with pytest.raises(NotOffered):
        fake.world.posts(ana, made, "Hello?")
    fake.world.removes_bot_permission(guild, Permission.MANAGE_THREADS)
    with pytest.raises(discord.HTTPException) as refused:
        await client.get_partial_messageable(made.id).send("Hello?")
    assert refused.value.code == 50083


async def test_archived_threads_are_found_by_those_who_may_look(
    fake: FakeDiscord, guild: Guild, support: Channel, client: Listener
) -> None:
    channel = client.text_channel(support)
    for number in range(3):
        await opened(client, support, f"Case {number}")
    fake.world.archives_idle(timedelta(days=1))
    assert fake.world.threads_of(support)[0].archived
    told = client.get_guild(guild.id)
    assert told is not None and await told.active_threads() == []
    found = [each.name async for each in channel.archived_threads(private=True, limit=None)]
    assert sorted(found) == ["Case 0", "Case 1", "Case 2"]
    fake.world.removes_bot_permission(guild, Permission.MANAGE_THREADS)
    joined = [each.name async for each in channel.archived_threads(private=True, joined=True, limit=None)]
    assert joined == ["Case 2", "Case 1", "Case 0"]
    with pytest.raises(discord.Forbidden):
        _ = [each async for each in channel.archived_threads(private=True)]


async def test_active_threads_are_listed_with_the_bots_place_in_them(
    fake: FakeDiscord, guild: Guild, support: Channel, daria: Member, client: Listener
) -> None:
    mine = await opened(client, support)
    fake.world.starts_thread(daria, support, "theirs")
    told = client.get_guild(guild.id)
    assert told is not None
    active = await told.active_threads()
    assert {each.name: fake.world.bot.id in {one.id for one in each.members} for each in active} == {
        "Case 1": True,
        "theirs": False,
    }
    assert [each.id for each in await mine.fetch_members()] == [fake.world.bot.id]


async def test_a_message_carries_one_thread(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    posted = fake.world.posts(ana, support, "My parcel")
    message = client.text_channel(support).get_partial_message(posted.id)
    thread = await message.create_thread(name="Parcel")
    assert thread.id == posted.id
    with pytest.raises(discord.HTTPException) as refused:
        await message.create_thread(name="Parcel")
    assert refused.value.code == 160004


async def test_seeing_a_channel_again_brings_its_threads(
    fake: FakeDiscord, guild: Guild, support: Channel, daria: Member, client: Listener
) -> None:
    fake.world.removes_bot_permission(support, Permission.VIEW_CHANNEL)
    thread = fake.world.starts_thread(daria, support, "unseen")
    told = client.get_guild(guild.id)
    assert told is not None and told.get_thread(thread.id) is None
    fake.world.gives_bot_permission(support, Permission.VIEW_CHANNEL)
    await eventually(lambda: told.get_thread(thread.id))


async def test_a_thread_of_a_deleted_channel_is_gone(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    thread = await opened(client, support)
    fake.world.deletes_channel(support)
    with pytest.raises(discord.NotFound) as refused:
        await thread.send("Anybody?")
    assert refused.value.code == 10003


async def test_a_bot_with_no_permissions_of_its_own_still_has_everybodys(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Strict", bot_may=NONE)
    assert (
        fake.world.permissions(fake.world.bot, fake.world.add_channel(guild, "open"))
        & Permission.SEND_MESSAGES
    )
