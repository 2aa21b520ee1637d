"""Direct messages: the bot's, the member's, and the three ways they are refused."""

import discord
import pytest

from tests.discord.fake.conftest import Listener
from tests.fakes.discord.model import Guild, Member
from tests.fakes.discord.server import FakeDiscord


async def person(client: Listener, member: Member) -> discord.User:
    return await client.fetch_user(member.id)


async def test_the_bot_and_a_member_talk(fake: FakeDiscord, ana: Member, client: Listener) -> None:
    fake.world.writes_to_bot(ana, "Can we talk?")
    heard = await client.hears("Can we talk?")
    assert heard.guild is None and heard.author.id == ana.id
    await heard.channel.send("Of course")
    assert [each.content for each in fake.world.dm(ana)] == ["Can we talk?", "Of course"]
    opened = await (await person(client, ana)).create_dm()
    assert opened.id == heard.channel.id


async def test_a_member_who_takes_none(fake: FakeDiscord, ana: Member, client: Listener) -> None:
    fake.world.closes_dms(ana)
    with pytest.raises(discord.Forbidden) as refused:
        await (await person(client, ana)).send("Hello")
    assert refused.value.code == 50007
    fake.world.closes_dms(ana, closed=False)
    await (await person(client, ana)).send("Hello")


async def test_a_member_who_left(fake: FakeDiscord, ana: Member, client: Listener) -> None:
    opened = await (await person(client, ana)).create_dm()
    fake.world.leaves(ana)
    with pytest.raises(discord.Forbidden) as refused:
        await opened.send("Hello")
    assert refused.value.code == 50278


async def test_opening_too_many(fake: FakeDiscord, guild: Guild, client: Listener) -> None:
    fake.settings.dm_openings = 2
    people = [fake.world.joins(guild, f"Person {number}") for number in range(3)]
    for member in people[:2]:
        await (await person(client, member)).send("Hello")
    with pytest.raises(discord.HTTPException) as refused:
        await (await person(client, people[2])).send("Hello")
    assert refused.value.code == 40003
    await (await person(client, people[0])).send("You again")
