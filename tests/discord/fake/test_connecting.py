"""An unmodified client connects, is told what there is, and hears what it may."""

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from tests.discord.fake.conftest import Listener, connected
from tests.fakes.discord.intents import Intent
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel, ChannelType, Guild, Member
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.server import FakeDiscord


async def test_the_client_is_told_of_its_guild(
    fake: FakeDiscord, guild: Guild, support: Channel, room: Channel, client: Listener
) -> None:
    for kind in (ChannelType.ANNOUNCEMENT, ChannelType.FORUM, ChannelType.VOICE, ChannelType.CATEGORY):
        fake.world.add_channel(guild, kind.name.lower(), kind)
    told = client.get_guild(guild.id)
    assert told is not None
    assert told.me.id == fake.world.bot.id
    await eventually(lambda: len(told.channels) == 7, waiting_for="the new channels")
    assert {channel.name for channel in told.text_channels} == {
        "general",
        "support",
        "staff-room",
        "announcement",
    }
    assert told.system_channel is not None and told.system_channel.name == "general"
    assert told.me.guild_permissions.create_private_threads
    assert client.text_channel(room).permissions_for(told.me).view_channel
    assert not client.text_channel(room).permissions_for(told.default_role).view_channel


async def test_words_in_a_channel_are_heard_with_their_writer(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    posted = fake.world.posts(ana, support, "My parcel is late")
    heard = await client.hears("My parcel is late")
    assert heard.id == posted.id
    assert isinstance(heard.author, discord.Member) and heard.author.display_name == "Ana"
    fake.world.edits(posted, "My parcel is very late")
    await eventually(lambda: client.raw, waiting_for="the edit")
    assert client.raw[-1].data["content"] == "My parcel is very late"
    fake.world.deletes(posted)
    await eventually(lambda: isinstance(client.raw[-1], discord.RawMessageDeleteEvent))
    several = [fake.world.posts(ana, support, f"{n}") for n in range(3)]
    fake.world.deletes(*several)
    await eventually(lambda: isinstance(client.raw[-1], discord.RawBulkMessageDeleteEvent))
    assert client.raw[-1].message_ids == {each.id for each in several}


async def test_a_forward_carries_its_words_in_a_snapshot(
    fake: FakeDiscord, guild: Guild, support: Channel, ana: Member, client: Listener
) -> None:
    elsewhere = fake.world.add_channel(guild, "elsewhere")
    fake.world.forwards(ana, fake.world.posts(ana, elsewhere, "Broken again"), support)
    await eventually(lambda: len(client.heard) == 2)
    assert client.words == ["Broken again", ""]
    assert [each.content for each in client.heard[1].message_snapshots] == ["Broken again"]


async def test_a_reply_tells_to_what(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    first = fake.world.posts(ana, support, "Hello?")
    fake.world.posts(ana, support, "Anybody?", reply_to=first)
    heard = await client.hears("Anybody?")
    assert heard.reference is not None and heard.reference.message_id == first.id
    assert (
        isinstance(heard.reference.resolved, discord.Message) and heard.reference.resolved.content == "Hello?"
    )


async def test_what_the_bot_cannot_see_it_does_not_hear(
    fake: FakeDiscord, support: Channel, room: Channel, ana: Member, daria: Member, client: Listener
) -> None:
    fake.world.removes_bot_permission(room, Permission.VIEW_CHANNEL)
    hidden = fake.world.starts_thread(daria, support, "between us", private=True)
    fake.world.removes_bot_permission(support, Permission.MANAGE_THREADS)
    fake.world.posts(daria, room, "unheard in the room")
    fake.world.posts(daria, hidden, "unheard in the thread")
    fake.world.posts(ana, support, "heard")
    await client.hears("heard")
    assert client.words == ["heard"]


async def test_somebody_leaving_is_told_with_the_members_intent_alone(
    fake: FakeDiscord, guild: Guild, ana: Member, client: Listener
) -> None:
    fake.world.leaves(ana)
    await eventually(lambda: client.raw)
    assert (client.raw[0].guild_id, client.raw[0].user.id) == (guild.id, ana.id)


async def test_without_the_content_intent_only_what_concerns_the_bot_has_words(
    fake: FakeDiscord, support: Channel, ana: Member
) -> None:
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    async with connected(fake, Listener(intents)) as client:
        fake.grant(Intent.GUILD_MEMBERS)
        secret = fake.world.posts(ana, support, "not for bots")
        fake.world.posts(ana, support, f"<@{fake.world.bot.id}> please")
        said = await client.text_channel(support).send("What is it?")
        fake.world.posts(ana, support, "This", reply_to=fake.world.message(support, said.id))
        fake.world.writes_to_bot(ana, "hello bot")
        await client.hears("hello bot")
        assert client.words == ["", f"<@{fake.world.bot.id}> please", "What is it?", "This", "hello bot"]
        assert (await client.text_channel(support).fetch_message(secret.id)).content == ""


async def test_an_intent_that_was_not_granted_ends_the_connection(fake: FakeDiscord) -> None:
    fake.grant(Intent.GUILD_MEMBERS)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connected(fake, Listener()):
            pass


async def test_a_wrong_token_is_refused(fake: FakeDiscord) -> None:
    async with Listener() as client:
        with pytest.raises(discord.LoginFailure):
            await client.start("not the token")
    assert [request.status for request in fake.requests] == [401]


async def test_each_shard_hears_of_its_own_guilds(fake: FakeDiscord) -> None:
    fake.gateway.shards = 2
    guilds = [fake.world.add_guild(f"Bakery {n}") for n in range(4)]
    async with connected(fake, Listener(), shards=2) as client:
        assert sorted(each.name for each in client.guilds) == [each.name for each in guilds]
        for each in guilds:
            told = client.get_guild(each.id)
            assert told is not None and told.shard_id == (each.id >> 22) % 2
        member = fake.world.joins(guilds[0], "Ana")
        fake.world.writes_to_bot(member, "a direct message")
        assert (await client.hears("a direct message")).guild is None
        assert {session.shard for session in fake.gateway.connected} == {(0, 2), (1, 2)}


async def test_members_are_asked_for_over_the_gateway(
    fake: FakeDiscord, guild: Guild, ana: Member, client: Listener
) -> None:
    told = client.get_guild(guild.id)
    assert told is not None
    assert [each.id for each in await told.query_members("an")] == [ana.id]
    assert {each.id for each in await told.chunk()} == set(guild.members)


async def test_joining_and_leaving_a_guild_is_told(
    fake: FakeDiscord,
    client: Listener,
) -> None:
    other = fake.world.add_guild("Library", with_bot=False)
    assert client.get_guild(other.id) is None
    fake.world.invites_bot(other)
    await eventually(lambda: client.get_guild(other.id))
    fake.world.removes_bot(other)
    await eventually(lambda: client.get_guild(other.id) is None)


async def test_the_client_stays_in_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    async with FakeDiscord(heartbeat=0.1) as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(fake.gateway_url))
        async with connected(fake, Listener()):
            await eventually(lambda: fake.gateway.heartbeats > 3)


async def test_a_day_has_so_many_starts(fake: FakeDiscord) -> None:
    fake.gateway.starts_left = 1
    async with connected(fake, Listener()):
        assert fake.gateway.starts_left == 0
    with pytest.raises(discord.ConnectionClosed) as refused:
        async with connected(fake, Listener()):
            pass
    assert refused.value.code == 4004
