"""Private places on Slack: a thread of the case in the app's direct message, or a private channel."""

from dataclasses import replace

import pytest

from adapters.slack.address import is_direct, split, threaded
from adapters.slack.doors import channel_name
from bot.community import CommunitySettings
from bot.ports import Destination, Door, DoorShut, Gone, Opening
from bot.vocabulary.places import MemberDM
from bot.vocabulary.replies import Text, say
from tests.fakes.slack.model import User
from tests.slack.outbound.conftest import Stage

HELLO = say(Text("Hello."))
CHANNEL = Door.PRIVATE_CHANNEL


async def test_each_case_has_a_thread_of_its_own_in_the_direct_message(stage: Stage) -> None:
    opened = [
        await stage.platform.open(stage.community, stage.private(title=title)) for title in ("#1", "#2")
    ]
    for place in opened:
        await stage.platform.send(stage.community, Destination(place), HELLO, f"1:{place}")
    roots = [message for message in stage.world.dm(stage.ana) if not message.is_reply]
    assert opened == [threaded(root.channel.id, root.ts) for root in roots]
    assert all(is_direct(place) for place in opened)
    assert [[said.says for said in stage.world.thread(root)] for root in roots] == [["Hello."], ["Hello."]]
    assert all(title in root.says for title, root in zip(("#1", "#2"), roots, strict=True))


async def test_a_thread_begins_in_the_members_language(stage: Stage) -> None:
    for member in (stage.ana, stage.daria):
        await stage.platform.open(stage.community, stage.private(member=member))
    assert stage.ana.mention in stage.world.dm(stage.ana)[0].says
    romanian, english = stage.world.dm(stage.ana)[0].says, stage.world.dm(stage.daria)[0].says
    assert "fir" in romanian and "thread" in english


async def test_a_place_is_found_before_a_second_one_is_opened(stage: Stage) -> None:
    for door in (Door.DM, CHANNEL):
        opened = await stage.platform.open(stage.community, stage.private(door))
        await stage.open()
        assert await stage.platform.open(stage.community, stage.private(door)) == opened
        assert await stage.platform.open(stage.community, stage.private(door, title="#2")) != opened


async def test_a_thread_whose_beginning_was_deleted_is_begun_anew(stage: Stage) -> None:
    opened = await stage.platform.open(stage.community, stage.private())
    stage.world.deletes(*stage.world.dm(stage.ana))
    with pytest.raises(Gone):
        await stage.platform.send(stage.community, Destination(opened), HELLO, "1:x")
    assert await stage.platform.open(stage.community, stage.private()) != opened


async def test_a_place_survives_the_message_it_began_with(stage: Stage) -> None:
    stage.world.deletes(stage.complaint)
    assert await stage.platform.open(stage.community, stage.private())
    assert await stage.platform.open(stage.community, stage.private(CHANNEL))


async def test_a_thread_is_opened_also_while_the_past_cannot_be_read(stage: Stage) -> None:
    stage.fake.faults.storm("conversations.history", retry_after=60)
    opened = await stage.platform.open(stage.community, stage.private())
    assert opened == threaded(stage.world.dm_with(stage.ana).id, stage.world.dm(stage.ana)[0].ts)


def strangers(stage: Stage) -> User:
    who = stage.world.add_user("Petra", stranger=True)
    stage.world.joins(who, stage.support)
    return who


@pytest.mark.parametrize("door", [Door.DM, CHANNEL])
async def test_people_of_other_organisations_have_no_private_place(stage: Stage, door: Door) -> None:
    petra = strangers(stage)
    for opening in (stage.private(door, member=petra), Opening(MemberDM(petra.id), "", "k")):
        with pytest.raises(DoorShut, match="other_organisation"):
            await stage.platform.open(stage.community, opening)
    assert not {"conversations.open", "conversations.create"} & set(stage.fake.requests.methods)


@pytest.mark.parametrize(("who", "reason"), [("bot", "dm_closed"), ("gone", "user_disabled")])
async def test_a_refused_direct_message_is_remembered(stage: Stage, who: str, reason: str) -> None:
    member = stage.world.add_user("Robot", bot=True) if who == "bot" else stage.ana
    if who == "gone":
        stage.world.deactivates(stage.ana)
    for _ in range(3):
        await stage.open()
        with pytest.raises(DoorShut, match=reason):
            await stage.platform.open(stage.community, stage.private(member=member))
    asked = stage.fake.requests.to("conversations.open")
    assert asked == []


async def test_a_direct_message_is_tried_again_when_the_member_writes(stage: Stage) -> None:
    stage.fake.faults.refuse("conversations.open", "user_disabled")
    for _ in range(2):
        with pytest.raises(DoorShut, match="user_disabled"):
            await stage.platform.open(stage.community, stage.private())
    await stage.platform.dm_answered(stage.community, stage.ana.id)
    assert await stage.platform.open(stage.community, stage.private())


async def test_words_that_a_direct_message_refuses_shut_it(stage: Stage) -> None:
    opened = await stage.platform.open(stage.community, stage.private())
    stage.fake.faults.refuse("chat.postMessage", "messages_tab_disabled")
    with pytest.raises(DoorShut, match="dm_closed"):
        await stage.platform.send(stage.community, Destination(opened), HELLO, "1:x")
    with pytest.raises(DoorShut, match="dm_closed"):
        await stage.platform.open(stage.community, stage.private())


async def test_a_private_channel_is_for_the_member_and_the_staff(stage: Stage) -> None:
    mihai = stage.world.add_user("Mihai")
    stage.world.joins(mihai, stage.room)
    opened = await stage.platform.open(stage.community, stage.private(CHANNEL))
    channel = stage.world.channels[opened]
    assert channel.is_private and channel.name.startswith("case-1-")
    assert set(channel.members) == {user.id for user in (stage.ana, stage.daria, mihai, stage.world.bot)}


async def test_who_of_the_staff_cannot_be_let_in_holds_up_nobody(stage: Stage) -> None:
    guest = stage.world.add_user("Gina", guest=True)
    stage.world.joins(guest, stage.room)
    opened = await stage.platform.open(stage.community, stage.private(CHANNEL))
    assert {stage.ana.id, stage.daria.id} <= set(stage.world.channels[opened].members)


async def test_a_channel_without_the_member_is_put_away(stage: Stage) -> None:
    guest = stage.world.add_user("Gina", guest=True)
    with pytest.raises(DoorShut, match="member_not_let_in"):
        await stage.platform.open(stage.community, stage.private(CHANNEL, member=guest))
    made = [channel for channel in stage.world.channels.values() if channel.creator == stage.world.bot.id]
    assert [channel.archived for channel in made] == [True]


async def test_a_channel_that_was_put_away_is_a_shut_door(stage: Stage) -> None:
    opened = await stage.platform.open(stage.community, stage.private(CHANNEL))
    stage.world.archives(stage.world.channels[opened])
    with pytest.raises(DoorShut, match="channel_archived"):
        await stage.platform.open(stage.community, stage.private(CHANNEL))


async def test_without_a_staff_room_the_channel_is_for_the_member(stage: Stage) -> None:
    stage.settings = CommunitySettings()
    opened = await stage.platform.open(stage.community, stage.private(CHANNEL))
    assert set(stage.world.channels[opened].members) == {stage.ana.id, stage.world.bot.id}


async def test_where_channels_may_not_be_made_the_door_is_shut(stage: Stage) -> None:
    stage.fake.faults.refuse("conversations.create", "restricted_action")
    with pytest.raises(DoorShut, match="missing_permission"):
        await stage.platform.open(stage.community, stage.private(CHANNEL))


async def test_nobody_is_met_who_is_no_user(stage: Stage) -> None:
    with pytest.raises(Gone):
        await stage.platform.open(stage.community, replace(stage.private(), member="max"))
    with pytest.raises(Gone):
        await stage.platform.open(stage.community, replace(stage.private(), member="U0NOBODY"))


def test_channels_have_names_that_slack_takes(stage: Stage) -> None:
    name = channel_name(replace(stage.private(), title=f"#42 Ána/{'x' * 200}"))
    assert len(name) <= 80 and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert split(threaded("C1", "1.2")) == ("C1", "1.2")
