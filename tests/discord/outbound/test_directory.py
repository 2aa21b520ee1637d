"""Who is who in a guild, and what the bot may do in its channels."""

import pytest

from adapters.discord.directory import DiscordDirectory
from bot.community import Community, CommunitySettings
from bot.ports import Channel, ChannelKind, Group, Purpose, Transient
from bot.vocabulary.people import Member, Role
from tests.discord.outbound.conftest import Stage
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import ChannelType
from tests.fakes.discord.permissions import NONE, Permission

FETCH = "GET /guilds/{guild_id}/members/{user_id}"


class Settings:
    """A community's settings, as the core tells them now."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.now = CommunitySettings()

    async def of(self, community: str) -> Community | None:
        return (
            Community(self._stage.row, community, "Bakery", self.now)
            if community == self._stage.community
            else None
        )


@pytest.fixture
def settings(stage: Stage) -> Settings:
    return Settings(stage)


@pytest.fixture
def directory(stage: Stage, settings: Settings) -> DiscordDirectory:
    return DiscordDirectory(stage.client, settings.of)


async def test_a_member_is_known_by_the_name_that_is_shown(stage: Stage, directory: DiscordDirectory) -> None:
    ioana = stage.world.joins(stage.guild, "Ioana", nick="Ioana from Cluj")
    assert await directory.member(stage.community, str(ioana.id)) == Member(str(ioana.id), "Ioana from Cluj")


async def test_a_member_is_asked_for_once(stage: Stage, directory: DiscordDirectory) -> None:
    for _ in range(3):
        await directory.member(stage.community, str(stage.ana.id))
    for _ in range(3):
        assert await directory.member(stage.community, "123456789012345678") is None
    assert stage.fake.requests.routes == [FETCH] * 2


async def test_who_was_noted_is_not_asked_for(stage: Stage, directory: DiscordDirectory) -> None:
    guild = stage.client.get_guild(stage.guild.id)
    assert guild is not None
    directory.note(await guild.fetch_member(stage.ana.id))
    stage.fake.requests.clear()
    assert await directory.member(stage.community, str(stage.ana.id)) == Member(str(stage.ana.id), "Ana")
    assert stage.fake.requests.routes == []


async def test_roles_come_from_the_settings_of_now(
    stage: Stage, directory: DiscordDirectory, settings: Settings
) -> None:
    helpers = stage.world.add_role(stage.guild, "Helpers")
    daria = stage.world.joins(stage.guild, "Daria", helpers)
    seen = []
    for chosen in (
        {},
        {"specialists": {str(daria.id)}},
        {"specialists": {str(daria.id)}, "moderators": {str(helpers.id)}},
        {"moderators": {str(helpers.id)}, "managers": {str(daria.id)}},
    ):
        settings.now = CommunitySettings.model_validate(chosen)
        member = await directory.member(stage.community, str(daria.id))
        seen.append(member.role if member else None)
    assert seen == [Role.MEMBER, Role.SPECIALIST, Role.MODERATOR, Role.MANAGER]


@pytest.mark.parametrize("right", [Permission.ADMINISTRATOR, Permission.MANAGE_GUILD, NONE])
async def test_who_may_manage_the_server_manages_here(
    stage: Stage, directory: DiscordDirectory, right: Permission
) -> None:
    role = stage.world.add_role(stage.guild, "Boss", right)
    await eventually(lambda: role.id in {r.id for g in stage.client.guilds for r in g.roles})
    boss = stage.world.joins(stage.guild, "Boss", role)
    member = await directory.member(stage.community, str(boss.id))
    assert member is not None
    assert member.role is (Role.MANAGER if right else Role.MEMBER)


async def test_the_owner_manages(stage: Stage, directory: DiscordDirectory) -> None:
    member = await directory.member(stage.community, str(stage.guild.owner_id))
    assert member is not None and member.role is Role.MANAGER


async def test_programs_are_told_from_people(stage: Stage, directory: DiscordDirectory) -> None:
    robot = stage.world.joins(stage.guild, stage.world.add_person("Robot", bot=True))
    member = await directory.member(stage.community, str(robot.id))
    assert member is not None and member.bot


async def test_people_are_found_by_mention_id_and_name(stage: Stage, directory: DiscordDirectory) -> None:
    anabel = stage.world.joins(stage.guild, "Anabel")
    ana = Member(str(stage.ana.id), "Ana")
    for text in (f"<@{ana.id}>", f"<@!{ana.id}>", ana.id, f" {ana.id} "):
        assert await directory.find(stage.community, text) == (ana,)
    for text in ("ana", "@Ana"):
        assert list(await directory.find(stage.community, text)) == [ana, Member(str(anabel.id), "Anabel")]
    for text in ("", "nobody", "<@1>", "42"):
        assert list(await directory.find(stage.community, text)) == []


async def test_channels_are_named_also_threads_in_the_archive(
    stage: Stage, directory: DiscordDirectory
) -> None:
    thread = stage.world.starts_thread(stage.ana, stage.support, "parcels")
    stage.world.archives(thread)
    assert await directory.channel_name(stage.community, str(stage.support.id)) == "support"
    assert await directory.channel_name(stage.community, str(thread.id)) == "parcels"
    for nowhere in ("123456789012345678", "nowhere"):
        assert await directory.channel_name(stage.community, nowhere) is None


async def test_channels_are_listed_with_what_can_be_done_in_them(
    stage: Stage, directory: DiscordDirectory
) -> None:
    staff = stage.world.add_role(stage.guild, "Staff")
    made = [
        stage.world.add_channel(stage.guild, "news", ChannelType.ANNOUNCEMENT),
        stage.world.add_channel(stage.guild, "ideas", ChannelType.FORUM),
        stage.world.add_channel(stage.guild, "voice", ChannelType.VOICE),
        stage.world.add_channel(stage.guild, "staff-room", only=staff),
    ]
    stage.world.add_channel(stage.guild, "Rooms", ChannelType.CATEGORY)
    await eventually(lambda: stage.client.get_channel(made[-1].id))
    found = {channel.name: channel for channel in await directory.channels(stage.community)}
    assert found.keys() == {"general", "support", "news", "ideas", "voice", "staff-room"}
    assert found["support"] == Channel(str(stage.support.id), "support", ChannelKind.TEXT, staff_only=False)
    kinds = [found[name].kind for name in ("news", "ideas", "voice")]
    assert kinds == [ChannelKind.ANNOUNCEMENT, ChannelKind.FORUM, ChannelKind.VOICE]
    assert found["staff-room"].staff_only


async def test_groups_are_the_roles_that_people_can_have(stage: Stage, directory: DiscordDirectory) -> None:
    helpers, staff = (stage.world.add_role(stage.guild, name) for name in ("Helpers", "Staff"))
    await eventually(lambda: len(stage.client.guilds[0].roles) == 4)
    groups = await directory.groups(stage.community)
    assert groups == [Group(str(staff.id), "Staff"), Group(str(helpers.id), "Helpers")]


async def test_what_is_lacking_is_said_by_name(stage: Stage, directory: DiscordDirectory) -> None:
    channel = str(stage.support.id)
    assert await directory.lacking(stage.community, channel, Purpose.WATCH) == ()
    assert await directory.lacking(stage.community, channel, Purpose.STAFF_ROOM) == ()
    stage.world.removes_bot_permission(
        stage.support, Permission.CREATE_PRIVATE_THREADS | Permission.READ_MESSAGE_HISTORY
    )
    guild = stage.client.guilds[0]
    await eventually(lambda: not guild.text_channels[-1].permissions_for(guild.me).create_private_threads)
    assert await directory.lacking(stage.community, channel, Purpose.WATCH) == (
        "read_message_history",
        "create_private_threads",
    )


async def test_managing_messages_is_lacking_for_removal_alone(
    stage: Stage, directory: DiscordDirectory
) -> None:
    channel = str(stage.support.id)
    assert await directory.lacking(stage.community, channel, Purpose.REMOVAL) == ("manage_messages",)


async def test_threads_are_not_asked_for_where_there_are_none(
    stage: Stage, directory: DiscordDirectory
) -> None:
    voice = stage.world.add_channel(stage.guild, "voice", ChannelType.VOICE)
    await eventually(lambda: stage.client.get_channel(voice.id))
    lacking = await directory.lacking(stage.community, str(voice.id), Purpose.WATCH)
    assert "create_private_threads" not in lacking


async def test_another_community_has_nobody(stage: Stage, directory: DiscordDirectory) -> None:
    for other in ("sandbox:main", "discord:123456789012345678"):
        assert await directory.member(other, str(stage.ana.id)) is None
        assert list(await directory.find(other, "ana")) == []
        assert list(await directory.channels(other)) == []
        assert list(await directory.groups(other)) == []
        assert list(await directory.lacking(other, str(stage.support.id), Purpose.WATCH)) == []
        assert await directory.channel_name(other, str(stage.support.id)) is None


async def test_a_discord_that_does_not_answer_is_not_an_empty_guild(
    stage: Stage, directory: DiscordDirectory
) -> None:
    stage.fake.faults.outage(60.0)
    with pytest.raises(Transient):
        await directory.member(stage.community, str(stage.ana.id))
