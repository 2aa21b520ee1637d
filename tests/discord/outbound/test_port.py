"""What the core may rely on when it speaks through the port: the same sentences as for the sandbox."""

from dataclasses import replace

import pytest

from bot.ports import Destination, Door, DoorShut, Gone, Opening
from bot.vocabulary.places import Aside, CasePrivate, CaseStaff, MemberDM, MessageRef, Public
from bot.vocabulary.replies import Button, Fields, Heading, Mention, Message, Row, Text, say
from tests.discord.outbound.conftest import Stage, ref
from tests.fakes.discord.model import ChannelType
from tests.fakes.discord.permissions import MODERATOR

CARD = Message(
    (Heading("#1 · new"), Fields((Row("Member", (Text("Ana"),)),))), (Button("Claim", "case claim", (1,)),)
)


async def test_a_message_is_posted_once_however_often_it_is_sent(stage: Stage) -> None:
    to = Destination(stage.beside.channel, stage.beside.message)
    sent = [await stage.platform.send(stage.community, to, say(Text("Seen.")), "1:ack:1") for _ in range(2)]
    assert sent[0] == sent[1]
    assert [message.content for message in stage.world.by_bot(stage.support)] == ["Seen."]


async def test_a_reply_hangs_on_the_message_it_answers_and_pings_nobody(stage: Stage) -> None:
    to = Destination(stage.beside.channel, stage.beside.message)
    await stage.platform.send(stage.community, to, say(Text("Seen.")), "1:ack:1")
    [said] = stage.world.by_bot(stage.support)
    assert said.reference is not None and said.reference["message_id"] == stage.beside.message
    [request] = stage.fake.requests.to("POST /channels/{channel_id}/messages")
    assert request.json["allowed_mentions"] == {"parse": [], "users": []}
    assert request.json["enforce_nonce"] is True and len(request.json["nonce"]) <= 25


async def test_only_who_is_meant_is_pinged(stage: Stage) -> None:
    max_ = stage.world.joins(stage.guild, "Max")
    words = say(Mention(str(stage.ana.id), "Ana"), Text(f" wrote: <@{max_.id}> @everyone"))
    await stage.platform.send(stage.community, Destination(stage.beside.channel), words, "1:x")
    [said] = stage.world.by_bot(stage.support)
    assert [user.id for user in said.mentions] == [stage.ana.id]
    assert not said.mention_everyone


async def test_there_is_no_reply_to_a_message_its_author_took_back(stage: Stage) -> None:
    stage.world.deletes(stage.complaint)
    to = Destination(stage.beside.channel, stage.beside.message)
    with pytest.raises(Gone):
        await stage.platform.send(stage.community, to, say(Text("Seen.")), "1:ack:1")


async def test_an_edit_changes_the_message_in_place(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.beside.channel), CARD, "1:card:1")
    open_ = Message((Heading("#1 · open"), *CARD.parts[1:]), (Button("Release", "case release", (1,)),))
    await stage.platform.edit(stage.community, sent, open_)
    [said] = stage.world.by_bot(stage.support)
    assert "open" in str(said.components) and "1:case.release:1:1" in str(said.components)
    assert "claim" not in str(said.components)


async def test_a_plain_message_loses_its_buttons_by_an_edit(stage: Stage) -> None:
    asked = say(Text("Solved?"), buttons=(Button("Yes", "case solved", (1,)),))
    sent = await stage.platform.send(stage.community, Destination(stage.beside.channel), asked, "1:q")
    await stage.platform.edit(stage.community, sent, say(Text("Thank you.")))
    [said] = stage.world.by_bot(stage.support)
    assert (said.content, list(said.components)) == ("Thank you.", [])


async def test_a_message_of_our_own_can_be_taken_down_twice(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.beside.channel), CARD, "1:card:1")
    for _ in range(2):
        await stage.platform.retract(stage.community, sent)
    assert stage.world.by_bot(stage.support) == []


async def test_a_message_of_somebody_else_is_never_touched(stage: Stage) -> None:
    stage.world.grants(stage.world.bot_role(stage.guild), MODERATOR)
    with pytest.raises(DoorShut, match="not_ours"):
        await stage.platform.retract(stage.community, stage.beside)
    with pytest.raises(DoorShut, match="not_ours"):
        await stage.platform.edit(stage.community, stage.beside, say(Text("All is well.")))
    assert stage.complaint.content == "Day nine, still no parcel."
    assert stage.complaint.id in stage.support.messages


async def test_what_somebody_wrote_is_removed_where_messages_may_be_managed(stage: Stage) -> None:
    with pytest.raises(DoorShut, match="may_not_remove"):
        await stage.platform.remove(stage.community, stage.beside)
    assert stage.complaint.id in stage.support.messages
    stage.world.grants(stage.world.bot_role(stage.guild), MODERATOR)
    await stage.platform.remove(stage.community, stage.beside)
    assert stage.complaint.id not in stage.support.messages
    deletions = stage.fake.requests.to("DELETE /channels/{channel_id}/messages/{message_id}")
    assert [request.reason for request in deletions] == ["Ombud", "Ombud"]
    with pytest.raises(Gone):
        await stage.platform.remove(stage.community, stage.beside)


async def test_a_measure_has_a_private_place_of_its_own(stage: Stage) -> None:
    for door in (Door.PRIVATE_THREAD, Door.DM):
        about = replace(stage.private(door, title="Note 7"), place=Aside(7))
        opened = [await stage.platform.open(stage.community, about) for _ in range(2)]
        assert opened[0] == opened[1]


async def test_what_is_gone_is_said_to_be_gone(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.beside.channel), CARD, "1:card:1")
    await stage.platform.retract(stage.community, sent)
    with pytest.raises(Gone):
        await stage.platform.edit(stage.community, sent, CARD)
    with pytest.raises(Gone):
        await stage.platform.react(stage.community, sent, "👀")
    for nowhere in ("123456789012345678", "nowhere"):
        with pytest.raises(Gone):
            await stage.platform.send(stage.community, Destination(nowhere), say(Text("Hello.")), "1:x")
    with pytest.raises(Gone):
        await stage.platform.send(
            "sandbox:main", Destination(stage.beside.channel), say(Text("Hello.")), "1:y"
        )


async def test_a_reaction_counts_once(stage: Stage) -> None:
    for _ in range(2):
        await stage.platform.react(stage.community, stage.beside, "👀")
    assert [(emoji, len(users)) for emoji, users in stage.complaint.reactions.items()] == [("👀", 1)]


async def test_a_notice_is_pinned_once(stage: Stage) -> None:
    sent = await stage.platform.send(
        stage.community, Destination(stage.beside.channel), say(Text("Read here.")), "1:n"
    )
    for _ in range(2):
        await stage.platform.pin(stage.community, sent)
    assert [message.pinned for message in stage.world.by_bot(stage.support) if message.content] == [True]


async def test_a_private_thread_is_for_the_member_and_those_who_manage_threads(stage: Stage) -> None:
    staff = stage.world.add_role(stage.guild, "Staff", MODERATOR)
    daria, max_ = stage.world.joins(stage.guild, "Daria", staff), stage.world.joins(stage.guild, "Max")
    opened = await stage.platform.open(stage.community, stage.private())
    thread = stage.world.channels[int(opened)]
    assert (thread.type, thread.name, thread.parent) == (ChannelType.PRIVATE_THREAD, "#1", stage.support)
    assert thread.invitable is False
    assert [stage.world.sees(who.user, thread) for who in (stage.ana, daria, max_)] == [True, True, False]


async def test_a_place_is_found_before_a_second_one_is_opened(stage: Stage) -> None:
    opened = await stage.platform.open(stage.community, stage.private())
    assert await stage.platform.open(stage.community, stage.private()) == opened
    assert await stage.platform.open(stage.community, stage.private(title="#2")) != opened


async def test_a_place_survives_the_message_it_began_with(stage: Stage) -> None:
    stage.world.deletes(stage.complaint)
    assert int(await stage.platform.open(stage.community, stage.private())) in stage.world.channels


async def test_the_thread_of_a_case_hangs_on_its_card(stage: Stage) -> None:
    card = await stage.platform.send(stage.community, Destination(stage.beside.channel), CARD, "1:card:1")
    opening = Opening(CaseStaff(1), "#1 Ana", "1:staff:1", beside=card)
    opened = [await stage.platform.open(stage.community, opening) for _ in range(2)]
    assert opened == [card.message] * 2
    assert [thread.name for thread in stage.world.threads_of(stage.support)] == ["#1 Ana"]


async def test_a_thread_needs_its_card(stage: Stage) -> None:
    card = await stage.platform.send(stage.community, Destination(stage.beside.channel), CARD, "1:card:1")
    await stage.platform.retract(stage.community, card)
    with pytest.raises(Gone):
        await stage.platform.open(stage.community, Opening(CaseStaff(1), "#1 Ana", "1:staff:1", beside=card))


async def test_standing_places_are_found(stage: Stage) -> None:
    public = Opening(Public(stage.beside), "", "k")
    assert await stage.platform.open(stage.community, public) == stage.beside.channel
    dm = await stage.platform.open(stage.community, Opening(MemberDM(str(stage.ana.id)), "", "k"))
    await stage.platform.send(stage.community, Destination(dm), say(Text("Hello.")), "1:dm")
    assert [message.content for message in stage.world.dm(stage.ana)] == ["Hello."]


async def test_there_are_no_private_threads_in_a_dm(stage: Stage) -> None:
    written = stage.world.writes_to_bot(stage.ana, "Hello")
    with pytest.raises(DoorShut, match="no_private_threads"):
        await stage.platform.open(stage.community, replace(stage.private(), beside=ref(written)))


@pytest.mark.parametrize("kind", [ChannelType.ANNOUNCEMENT, ChannelType.VOICE, ChannelType.FORUM])
async def test_private_threads_are_for_text_channels(stage: Stage, kind: ChannelType) -> None:
    elsewhere = stage.world.add_channel(stage.guild, "elsewhere", kind)
    beside = MessageRef(str(elsewhere.id), stage.beside.message)
    with pytest.raises(DoorShut, match="not_a_text_channel"):
        await stage.platform.open(stage.community, replace(stage.private(), beside=beside))
    assert "POST /channels/{channel_id}/threads" not in stage.fake.requests.routes


async def test_a_door_that_does_not_exist_is_shut(stage: Stage) -> None:
    with pytest.raises(DoorShut, match="no_such_door"):
        await stage.platform.open(stage.community, Opening(CasePrivate(1), "#1", "k", Door.FORM, "1"))
