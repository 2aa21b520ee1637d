"""The same port against a Discord that nobody here wrote: what our own fake misunderstands, this one may not.

Simcord replaces the HTTP layer and ignores nonces, so pacing, faults and repetitions are the fake's.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import discord
import pytest
import simcord

from adapters.discord.directory import DiscordDirectory
from adapters.discord.platform import DiscordPlatform
from bot.community import Community
from bot.durable.database import Database
from bot.ports import Destination, Door, DoorShut, Gone, Opening, Purpose
from bot.vocabulary.people import Role
from bot.vocabulary.places import CasePrivate, CaseStaff, MemberDM, MessageRef
from bot.vocabulary.replies import Button, Fields, Heading, Message, Row, Text, say

CARD = Message(
    (Heading("#1 · new"), Fields((Row("Member", (Text("Ana"),)),))), (Button("Claim", "case claim", (1,)),)
)


@dataclass
class Town:
    guild: simcord.GuildHandle
    support: simcord.ChannelHandle
    ana: simcord.MemberActor
    complaint: MessageRef
    platform: DiscordPlatform
    directory: DiscordDirectory
    community: str


async def no_settings(_key: str) -> Community | None:
    return None


@pytest.fixture
async def town(sqlite_database: Database) -> AsyncIterator[Town]:
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=True)
    client = discord.Client(intents=intents, max_messages=None)
    env = simcord.Env(client)
    await env.start()
    try:
        yield await settled(env, client, sqlite_database)
    finally:
        await env.shutdown()
    env.raise_errors()


async def settled(env: simcord.Env, client: discord.Client, database: Database) -> Town:
    """A guild in which Ana has complained."""
    guild = env.create_guild()
    support = guild.create_text_channel("support")
    ana = guild.add_member(env.create_user("ana"))
    said = await ana.send(support, "Day nine, still no parcel.")
    complaint = MessageRef(str(support.id), str(said.id))
    platform = DiscordPlatform(client, lambda _key: 1, database)
    directory = DiscordDirectory(client, no_settings)
    return Town(guild, support, ana, complaint, platform, directory, f"discord:{guild.id}")


def private(town: Town, beside: MessageRef | None = None) -> Opening:
    member = str(town.ana.id)
    return Opening(CasePrivate(1), "#1", "k", Door.PRIVATE_THREAD, member, beside or town.complaint)


async def test_a_reply_with_buttons(town: Town) -> None:
    to = Destination(town.complaint.channel, town.complaint.message)
    words = say(Text("*Seen* by @everyone."), buttons=(Button("Thanks", "case kept", (1,)),))
    await town.platform.send(town.community, to, words, "1:ack:1")
    said = town.support.last_message
    assert said is not None and said.reference is not None
    assert said.reference.message_id == int(town.complaint.message)
    assert said.content == "\\*Seen\\* by @\u200beveryone." and not said.mention_everyone


async def test_a_card_its_thread_and_its_change(town: Town) -> None:
    card = await town.platform.send(town.community, Destination(str(town.support.id)), CARD, "1:card:1")
    opening = Opening(CaseStaff(1), "#1 Ana", "k", beside=card)
    assert [await town.platform.open(town.community, opening) for _ in range(2)] == [card.message] * 2
    await town.platform.edit(town.community, card, Message((Heading("#1 · open"),)))
    said = next(message for message in town.support.history() if str(message.id) == card.message)
    assert said.flags.components_v2 and "open" in str([c.to_dict() for c in said.components])
    await town.platform.retract(town.community, card)
    with pytest.raises(Gone):
        await town.platform.edit(town.community, card, CARD)


async def test_a_private_thread_is_opened_once_and_lets_the_member_in(town: Town) -> None:
    opened = [await town.platform.open(town.community, private(town)) for _ in range(2)]
    assert opened[0] == opened[1]
    assert [(thread.name, str(thread.id)) for thread in town.support.threads] == [("#1", opened[0])]
    await town.platform.send(town.community, Destination(opened[0]), say(Text("Hello, Ana.")), "1:hello")
    [thread] = town.support.threads
    assert "Hello, Ana." in [message.content for message in thread.history(viewer=town.ana)]


async def test_no_private_threads_beside_news(town: Town) -> None:
    news = town.guild.create_news_channel("news")
    beside = MessageRef(str(news.id), town.complaint.message)
    with pytest.raises(DoorShut, match="not_a_text_channel"):
        await town.platform.open(town.community, private(town, beside))


async def test_a_direct_message(town: Town) -> None:
    dm = await town.platform.open(town.community, Opening(MemberDM(str(town.ana.id)), "", "k"))
    sent = await town.platform.send(town.community, Destination(dm), say(Text("Hello, Ana.")), "1:dm")
    assert sent.channel == dm


async def test_somebody_elses_message_is_never_touched(town: Town) -> None:
    with pytest.raises(DoorShut, match="not_ours"):
        await town.platform.retract(town.community, town.complaint)
    await town.platform.react(town.community, town.complaint, "👀")


async def test_who_is_who_and_what_may_be_done(town: Town) -> None:
    ana = await town.directory.member(town.community, str(town.ana.id))
    assert ana is not None and (ana.name, ana.role) == ("ana", Role.MEMBER)
    assert [found.id for found in await town.directory.find(town.community, "an")] == [ana.id]
    assert list(await town.directory.lacking(town.community, str(town.support.id), Purpose.WATCH)) == []
