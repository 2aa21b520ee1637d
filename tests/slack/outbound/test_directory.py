"""Who is who in a workspace, and what the bot may do in its channels."""

import asyncio
import time
from collections.abc import Collection

import pytest

from adapters.slack.directory import LISTED
from adapters.slack.permissions import NOT_MEMBER, SCOPES, code_of
from bot.community import CommunitySettings
from bot.ports import Channel, ChannelKind, Door, Group, Purpose, Transient
from bot.vocabulary.people import Member, Role
from tests.fakes.sentences import translations
from tests.fakes.slack.model import User
from tests.slack.outbound.conftest import Stage

LANGUAGES = ("en", "ro", "ru")


async def role_of(stage: Stage, who: User) -> Role | None:
    member = await stage.directory.member(stage.community, who.id)
    return member.role if member else None


async def test_a_member_is_known_by_the_name_and_language_of_their_profile(stage: Stage) -> None:
    ioana = stage.world.add_user("Ioana", display_name="Ioana from Cluj", locale="ro-RO")
    found = await stage.directory.member(stage.community, ioana.id)
    assert found == Member(ioana.id, "Ioana from Cluj", locale="ro-RO")
    person = await stage.office.people.of(ioana.id)
    assert person is not None and person.zone == "Europe/Bucharest"


@pytest.mark.parametrize("unseen", ["\u200b\u200d", "\u3164", " \u2060 ", "\u202e"])
async def test_whoever_has_a_name_without_ink_is_called_by_the_next_one(stage: Stage, unseen: str) -> None:
    ioana = stage.world.add_user("Ioana", display_name=unseen)
    found = await stage.directory.member(stage.community, ioana.id)
    assert found is not None and found.name == "Ioana"


async def test_a_member_is_asked_for_once_a_day(stage: Stage) -> None:
    for _ in range(3):
        await stage.directory.member(stage.community, stage.ana.id)
        assert await stage.directory.member(stage.community, "U0NOBODY") is None
        assert await stage.directory.member(stage.community, "not an id") is None
    assert stage.fake.requests.methods.count("users.info") == 2


async def test_a_change_that_was_told_counts_at_once(stage: Stage) -> None:
    assert await role_of(stage, stage.ana) is Role.MEMBER
    stage.fake.requests.clear()
    now = {"id": stage.ana.id, "name": "ana", "team_id": stage.world.team}
    stage.directory.told({**now, "is_admin": True})
    assert await role_of(stage, stage.ana) is Role.MANAGER
    stage.directory.told({**now, "deleted": True})
    assert await role_of(stage, stage.ana) is None
    assert stage.fake.requests.methods == []


@pytest.mark.parametrize("right", ["admin", "owner", None])
async def test_who_may_manage_the_workspace_manages_here(stage: Stage, right: str | None) -> None:
    boss = stage.world.add_user("Boss", **({right: True} if right else {}))
    assert await role_of(stage, boss) is (Role.MANAGER if right else Role.MEMBER)


async def test_who_is_in_the_staff_room_is_staff(stage: Stage) -> None:
    assert [await role_of(stage, who) for who in (stage.ana, stage.daria)] == [Role.MEMBER, Role.MODERATOR]
    stage.world.joins(stage.ana, stage.room)
    assert await role_of(stage, stage.ana) is Role.MEMBER
    stage.directory.room_changed(stage.room.id)
    assert await role_of(stage, stage.ana) is Role.MODERATOR


async def test_roles_come_from_the_settings_of_now(stage: Stage) -> None:
    elena = stage.world.add_user("Elena")
    helpers = stage.world.add_group("helpers", elena)
    chosen: list[dict[str, Collection[str]]] = [
        {},
        {"specialists": {elena.id}},
        {"specialists": {elena.id}, "moderators": {helpers.id}},
        {"moderators": {helpers.id}, "managers": {elena.id}},
    ]
    seen = []
    for settings in chosen:
        stage.settings = CommunitySettings.model_validate(settings)
        seen.append(await role_of(stage, elena))
    assert seen == [Role.MEMBER, Role.SPECIALIST, Role.MODERATOR, Role.MANAGER]


async def test_people_of_other_organisations_are_members_whatever_room_they_are_in(stage: Stage) -> None:
    petra = stage.world.add_user("Petra", stranger=True, admin=True)
    stage.world.joins(petra, stage.support)
    stage.world.joins(petra, stage.room)
    assert await role_of(stage, petra) is Role.MEMBER
    stage.settings = CommunitySettings(specialists=frozenset({petra.id}))
    assert await role_of(stage, petra) is Role.SPECIALIST


async def test_who_was_deactivated_is_no_member(stage: Stage) -> None:
    stage.world.deactivates(stage.ana)
    assert await stage.directory.member(stage.community, stage.ana.id) is None


async def test_programs_are_told_from_people(stage: Stage) -> None:
    robot = stage.world.add_user("Robot", bot=True)
    found = await stage.directory.member(stage.community, robot.id)
    assert found is not None and found.bot


async def test_people_are_found_by_mention_id_and_name(stage: Stage) -> None:
    anabel = stage.world.add_user("Anabel Pop")
    ana = Member(stage.ana.id, "Ana", locale="ro-RO")
    for text in (f"<@{ana.id}>", f"<@{ana.id}|ana>", ana.id, f" {ana.id} "):
        assert await stage.directory.find(stage.community, text) == (ana,)
    for text in ("ana", "@Ana"):
        assert [each.id for each in await stage.directory.find(stage.community, text)] == [ana.id, anabel.id]
    assert [each.id for each in await stage.directory.find(stage.community, "pop")] == [anabel.id]
    for text in ("", "nobody", "<@U0NOBODY>", "42"):
        assert list(await stage.directory.find(stage.community, text)) == []


async def test_who_is_gone_is_not_found_by_name(stage: Stage) -> None:
    stage.world.deactivates(stage.ana)
    assert list(await stage.directory.find(stage.community, "ana")) == []


async def test_channels_are_named_also_by_their_threads(stage: Stage) -> None:
    assert await stage.directory.channel_name(stage.community, stage.support.id) == "support"
    thread = f"{stage.support.id}/{stage.complaint.ts}"
    assert await stage.directory.channel_name(stage.community, thread) == "support"
    for nowhere in ("C0NOWHERE", "nowhere", stage.world.dm_with(stage.ana).id):
        assert await stage.directory.channel_name(stage.community, nowhere) is None


async def test_channels_are_listed_by_name_without_those_of_cases(stage: Stage) -> None:
    stage.world.add_channel("announcements", stage.ana, bot=False)
    stage.world.add_channel("secret", stage.ana, private=True, bot=False)
    stage.world.archives(stage.world.add_channel("old", stage.ana))
    await stage.platform.open(stage.community, stage.private(Door.PRIVATE_CHANNEL))
    found = await stage.directory.channels(stage.community)
    assert [channel.name for channel in found] == ["announcements", "staff-room", "support"]
    assert found[1:] == [
        Channel(stage.room.id, "staff-room", ChannelKind.TEXT, staff_only=True),
        Channel(stage.support.id, "support", ChannelKind.TEXT, staff_only=False),
    ]


async def test_all_pages_are_read_also_where_most_channels_are_archived(stage: Stage) -> None:
    for number in range(2100):
        channel = stage.world.add_channel(f"room-{number:04}", stage.ana, bot=False)
        channel.archived = number % 10 > 0
    new = stage.world.add_channel("complaints", stage.ana)
    found = await stage.directory.channels(stage.community)
    assert len(found) == 210 + 3
    assert new.id in {channel.id for channel in found}
    assert len(stage.fake.requests.to("conversations.list")) == 3


async def test_channels_it_is_in_are_found_among_however_many(stage: Stage) -> None:
    for number in range(LISTED):
        stage.world.add_channel(f"room-{number:04}", stage.ana, bot=False)
    new = stage.world.add_channel("complaints", stage.ana)
    found = await stage.directory.channels(stage.community)
    assert {new.id, stage.support.id, stage.room.id} <= {channel.id for channel in found}


class TestManyAtOnce:
    """A hundred people write in as many channels, and what is remembered of staff has just become old."""

    async def test_all_wait_for_the_same_answer(self, stage: Stage) -> None:
        people = [stage.world.add_user(f"Member {number}") for number in range(30)]
        helpers = stage.world.add_group("helpers", people[0])
        stage.settings = stage.settings.model_copy(update={"moderators": frozenset({helpers.id})})
        roles = await asyncio.gather(*(role_of(stage, who) for who in people))
        assert roles == [Role.MODERATOR, *[Role.MEMBER] * 29]
        asked = stage.fake.requests.methods
        assert asked.count("usergroups.list") == asked.count("conversations.members") == 1

    async def test_nobody_is_asked_for_twice_at_once(self, stage: Stage) -> None:
        await asyncio.gather(*(role_of(stage, stage.ana) for _ in range(10)))
        assert stage.fake.requests.methods.count("users.info") == 1

    async def test_the_list_of_everybody_is_asked_for_once(self, stage: Stage) -> None:
        found = await asyncio.gather(*(stage.directory.find(stage.community, "Ana") for _ in range(5)))
        assert [[member.name for member in each] for each in found] == [["Ana"]] * 5
        assert stage.fake.requests.methods.count("users.list") == 1

    async def test_staff_stay_staff_while_slack_is_down(
        self, stage: Stage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert await role_of(stage, stage.daria) is Role.MODERATOR
        now = time.monotonic
        with monkeypatch.context() as later:
            later.setattr(time, "monotonic", lambda: now() + 600)
            stage.fake.faults.outage(60)
            assert await role_of(stage, stage.daria) is Role.MODERATOR
            stage.directory.room_changed(stage.room.id)
            with pytest.raises(Transient):
                await role_of(stage, stage.daria)


async def test_a_change_keeps_the_language_and_asks_nobody(stage: Stage) -> None:
    """A status with a new picture is such an event, and in a large workspace they come by the second."""
    ioana = stage.world.add_user("Ioana", locale="ro-RO")
    await role_of(stage, ioana)
    stage.fake.requests.clear()
    stage.directory.told(
        {"id": ioana.id, "name": "i", "real_name": "Ioana P.", "team_id": stage.world.team, "is_admin": False}
    )
    assert await stage.directory.member(stage.community, ioana.id) == Member(
        ioana.id, "Ioana P.", locale="ro-RO"
    )
    assert stage.fake.requests.methods == []


async def test_groups_are_the_user_groups(stage: Stage) -> None:
    made = [stage.world.add_group(handle, stage.daria) for handle in ("helpers", "bakers")]
    groups = await stage.directory.groups(stage.community)
    assert groups == [Group(made[1].id, "Bakers"), Group(made[0].id, "Helpers")]


async def test_what_is_lacking_is_said_by_name(stage: Stage) -> None:
    for purpose in Purpose:
        assert await stage.directory.lacking(stage.community, stage.support.id, purpose) == ()
        assert await stage.directory.lacking(stage.community, stage.room.id, purpose) == ()
    outside = stage.world.add_channel("outside", stage.ana, bot=False)
    assert await stage.directory.lacking(stage.community, outside.id, Purpose.WATCH) == ("not_member",)
    stage.world.joins(stage.world.bot, outside)
    assert await stage.directory.lacking(stage.community, outside.id, Purpose.WATCH) == ()
    assert await stage.directory.lacking(stage.community, "C0NOWHERE", Purpose.WATCH) == ()


async def test_scopes_that_were_not_granted_are_lacking_where_they_are_needed(stage: Stage) -> None:
    stage.fake.granted = stage.fake.granted - {"groups:history", "channels:history", "pins:write"}
    await stage.open()
    watching = await stage.directory.lacking(stage.community, stage.support.id, Purpose.WATCH)
    assert watching == ("channels_history", "pins_write")
    staff = await stage.directory.lacking(stage.community, stage.room.id, Purpose.STAFF_ROOM)
    assert staff == ("groups_history",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_lacking_has_a_name(language: str) -> None:
    voice = translations().voice(language)
    assert all(voice.text(f"permission.{code}") for code in (NOT_MEMBER, *map(code_of, SCOPES)))
    assert voice.text("permission.grant.slack", channel="#support", permissions="x")


async def test_what_the_bot_may_not_ask_is_nobody_and_nothing(stage: Stage) -> None:
    stage.fake.granted = frozenset({"chat:write"})
    assert await stage.directory.member(stage.community, stage.ana.id) is None
    assert list(await stage.directory.find(stage.community, "ana")) == []
    assert list(await stage.directory.channels(stage.community)) == []
    assert list(await stage.directory.groups(stage.community)) == []


async def test_another_community_has_nobody(stage: Stage) -> None:
    for other in ("sandbox:main", "slack:T0ELSEWHERE"):
        assert await stage.directory.member(other, stage.ana.id) is None
        assert list(await stage.directory.find(other, "ana")) == []
        assert list(await stage.directory.channels(other)) == []
        assert list(await stage.directory.groups(other)) == []
        assert list(await stage.directory.lacking(other, stage.support.id, Purpose.WATCH)) == []
        assert await stage.directory.channel_name(other, stage.support.id) is None


async def test_a_slack_that_does_not_answer_is_not_an_empty_workspace(stage: Stage) -> None:
    stage.fake.faults.outage(60.0)
    with pytest.raises(Transient):
        await stage.directory.member(stage.community, stage.ana.id)
    with pytest.raises(Transient):
        await stage.directory.channels(stage.community)
