"""What the core may rely on when it speaks through the port."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.sandbox import deeds
from adapters.sandbox.model import COMMUNITY, Kind, Weather
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.seeds import STAFF_ROOM
from adapters.sandbox.world import World
from bot.ports import Destination, Door, DoorShut, Gone, Opening, Transient
from bot.vocabulary.places import Aside, CasePrivate, CaseStaff, MemberDM, MessageRef, Public, StaffRoom, Team
from bot.vocabulary.replies import Button, Text, say

IDS = {COMMUNITY: 1}.__getitem__
SUPPORT = Destination("support")


async def complaint(world: World, text: str = "Day nine, still no parcel.") -> MessageRef:
    posted = await deeds.post(world, world.people["ana"], "support", text)
    return MessageRef(posted.channel, posted.id)


def private(beside: MessageRef, door: Door = Door.PRIVATE_THREAD, key: str = "open:1") -> Opening:
    return Opening(CasePrivate(1), "#1", key, door, "ana", beside)


async def test_a_message_is_posted_once_however_often_it_is_sent(
    world: World, platform: SandboxPlatform
) -> None:
    first = await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    second = await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    assert first == second
    assert [message.text for message in await world.history("support")] == ["Seen."]


async def test_without_deduplication_the_repetition_is_seen(world_file: Path) -> None:
    async with World.open(world_file, deduplicate=False) as world:
        platform = SandboxPlatform(world, IDS)
        beside = await complaint(world)
        for _ in range(2):
            await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
            await platform.open(COMMUNITY, private(beside))
        copies = [(message.key, message.copy) for message in await world.history("support") if message.key]
        assert copies == [("ack:1", 0), ("ack:1", 1)]
        assert len([c for c in world.channels.values() if c.kind is Kind.PRIVATE]) == 2


async def test_what_was_said_is_still_known_after_a_restart(world_file: Path) -> None:
    async with World.open(world_file) as world:
        before = await SandboxPlatform(world, IDS).send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    async with World.open(world_file) as world:
        again = SandboxPlatform(world, IDS)
        assert await again.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1") == before


async def test_a_reply_hangs_on_the_message_it_answers(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    to = Destination(about.channel, reply_to=about.message)
    sent = await platform.send(COMMUNITY, to, say(Text("Seen.")), "ack:1")
    message = await world.message(sent.message)
    assert message is not None
    assert message.reply is not None
    assert (message.reply.author, message.reply.text) == ("ana", "Day nine, still no parcel.")


async def test_there_is_no_reply_to_a_message_its_author_took_back(
    world: World, platform: SandboxPlatform
) -> None:
    about = await complaint(world)
    await deeds.delete(world, world.people["ana"], about.message)
    with pytest.raises(Gone):
        await platform.send(COMMUNITY, Destination("support", about.message), say(Text("Seen.")), "ack:1")


async def test_an_edit_changes_the_message_in_place(world: World, platform: SandboxPlatform) -> None:
    sent = await platform.send(COMMUNITY, SUPPORT, say(Text("new")), "card:1")
    await platform.edit(COMMUNITY, sent, say(Text("open"), buttons=(Button("Claim", "case claim", (1,)),)))
    message = await world.message(sent.message)
    assert message is not None
    assert (message.text, message.revision) == ("open", 1)
    assert message.body is not None
    assert [button["id"] for button in message.body["buttons"]] == ["1:case.claim:1:1"]


async def test_a_message_of_our_own_can_be_taken_down_twice(world: World, platform: SandboxPlatform) -> None:
    sent = await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    await platform.retract(COMMUNITY, sent)
    await platform.retract(COMMUNITY, sent)
    message = await world.message(sent.message)
    assert message is not None
    assert (message.deleted, message.text, message.body) == (True, "", None)


async def test_a_message_of_somebody_else_is_never_touched(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    with pytest.raises(DoorShut, match="not_ours"):
        await platform.retract(COMMUNITY, about)
    with pytest.raises(DoorShut, match="not_ours"):
        await platform.edit(COMMUNITY, about, say(Text("All is well.")))
    message = await world.message(about.message)
    assert message is not None
    assert message.text == "Day nine, still no parcel."


async def test_what_somebody_wrote_is_removed_once_and_the_page_says_by_whom(
    world: World, platform: SandboxPlatform
) -> None:
    about = await complaint(world)
    await platform.remove(COMMUNITY, about)
    message = await world.message(about.message)
    assert message is not None
    assert (message.deleted, message.removed, message.text) == (True, True, "")
    with pytest.raises(Gone):
        await platform.remove(COMMUNITY, about)
    own = await complaint(world)
    await deeds.delete(world, world.people["ana"], own.message)
    deleted = await world.message(own.message)
    assert deleted is not None and deleted.deleted and not deleted.removed


async def test_what_it_said_itself_is_not_removed(world: World, platform: SandboxPlatform) -> None:
    sent = await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    with pytest.raises(DoorShut, match="not_theirs"):
        await platform.remove(COMMUNITY, sent)


async def test_a_measure_has_a_private_place_of_its_own(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    for door in (Door.PRIVATE_THREAD, Door.DM):
        opened = Opening(Aside(7), "7", f"open:aside:7:{door}", door, "ana", about)
        first, second = [await platform.open(COMMUNITY, opened) for _ in range(2)]
        assert first == second
        place = world.channels[first]
        assert place.seen_by(world.people["ana"]) and not place.seen_by(world.people["max"])


async def test_what_is_gone_is_said_to_be_gone(world: World, platform: SandboxPlatform) -> None:
    sent = await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    await platform.retract(COMMUNITY, sent)
    with pytest.raises(Gone):
        await platform.edit(COMMUNITY, sent, say(Text("Seen again.")))
    with pytest.raises(Gone):
        await platform.react(COMMUNITY, sent, "👀")
    with pytest.raises(Gone):
        await platform.send(COMMUNITY, Destination("nowhere"), say(Text("Hello.")), "x")
    with pytest.raises(Gone):
        await platform.edit(COMMUNITY, replace(sent, channel="general"), say(Text("Elsewhere.")))
    with pytest.raises(Gone):
        await platform.send("sandbox:other", SUPPORT, say(Text("Hello.")), "y")


async def test_a_reaction_counts_once(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    await platform.react(COMMUNITY, about, "👀")
    await platform.react(COMMUNITY, about, "👀")
    message = await world.message(about.message)
    assert message is not None
    assert [(reaction.emoji, reaction.count) for reaction in message.reactions] == [("👀", 1)]


async def test_a_private_thread_is_for_the_member_and_staff(world: World, platform: SandboxPlatform) -> None:
    opened = await platform.open(COMMUNITY, private(await complaint(world)))
    thread = world.channels[opened]
    assert [p.id for p in world.people.values() if thread.seen_by(p) and not p.bot] == [
        "ana",
        "mihai",
        "daria",
        "elena",
    ]
    assert thread.parent == "support"


async def test_a_place_is_found_before_a_second_one_is_opened(
    world: World, platform: SandboxPlatform
) -> None:
    about = await complaint(world)
    opened = await platform.open(COMMUNITY, private(about))
    assert await platform.open(COMMUNITY, private(about)) == opened
    assert await platform.open(COMMUNITY, private(about, key="another key, same title")) == opened
    assert await platform.open(COMMUNITY, replace(private(about, key="open:2"), title="#2")) != opened


async def test_a_place_survives_the_message_it_began_with(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    await deeds.delete(world, world.people["ana"], about.message)
    assert await platform.open(COMMUNITY, private(about)) in world.channels


async def test_the_thread_of_a_case_hangs_on_its_card(world: World, platform: SandboxPlatform) -> None:
    card = await platform.send(COMMUNITY, Destination(STAFF_ROOM), say(Text("#1")), "card:1")
    opened = await platform.open(COMMUNITY, Opening(CaseStaff(1), "#1 Ana", "staff:1", beside=card))
    thread, shown = world.channels[opened], await world.message(card.message)
    assert (thread.kind, thread.parent, thread.beside) == (Kind.THREAD, STAFF_ROOM, card.message)
    assert shown is not None
    assert shown.thread == opened
    assert not thread.seen_by(world.people["ana"])
    assert not thread.seen_by(world.people["ioana"])


async def test_a_thread_needs_its_card(world: World, platform: SandboxPlatform) -> None:
    card = await platform.send(COMMUNITY, Destination(STAFF_ROOM), say(Text("#1")), "card:1")
    await platform.retract(COMMUNITY, card)
    with pytest.raises(Gone):
        await platform.open(COMMUNITY, Opening(CaseStaff(1), "#1 Ana", "staff:1", beside=card))


async def test_doors_can_be_shut(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    await world.set_private_threads("support", allowed=False)
    with pytest.raises(DoorShut, match="no_private_threads"):
        await platform.open(COMMUNITY, private(about))
    assert await platform.open(COMMUNITY, private(about, Door.DM)) == "dm-ana"
    await world.set_dms_open("ana", dms_open=False)
    with pytest.raises(DoorShut, match="dm_closed"):
        await platform.open(COMMUNITY, private(about, Door.DM))
    with pytest.raises(DoorShut, match="dm_closed"):
        await platform.send(COMMUNITY, Destination("dm-ana"), say(Text("Hello.")), "dm:1")


async def test_a_thread_opened_before_is_found_behind_a_shut_door(
    world: World, platform: SandboxPlatform
) -> None:
    about = await complaint(world)
    opened = await platform.open(COMMUNITY, private(about))
    await world.set_private_threads("support", allowed=False)
    assert await platform.open(COMMUNITY, private(about)) == opened


async def test_there_are_no_private_threads_in_a_dm(world: World, platform: SandboxPlatform) -> None:
    posted = await deeds.post(world, world.people["ana"], "dm-ana", "Hello")
    with pytest.raises(DoorShut, match="no_private_threads"):
        await platform.open(COMMUNITY, private(MessageRef("dm-ana", posted.id)))


async def test_standing_places_are_found(world: World, platform: SandboxPlatform) -> None:
    about = await complaint(world)
    places = (StaffRoom(), Team("billing"), Public(about), MemberDM("vera"))
    opened = [await platform.open(COMMUNITY, Opening(place, "", "k")) for place in places]
    assert opened == [STAFF_ROOM, "billing-desk", "support", "dm-vera"]
    with pytest.raises(Gone):
        await platform.open(COMMUNITY, Opening(Team("nobody"), "", "k"))
    with pytest.raises(Gone):
        await platform.open(COMMUNITY, Opening(MemberDM("nobody"), "", "k"))


async def test_a_platform_that_is_down_takes_nothing(world: World, platform: SandboxPlatform) -> None:
    await world.set_weather(Weather(down=True))
    with pytest.raises(Transient):
        await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    await world.set_weather(Weather())
    assert await world.history("support") == []
    await platform.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")


async def test_a_slow_platform_takes_its_time(world: World) -> None:
    slow = SandboxPlatform(world, IDS, slow=0.2)
    await world.set_weather(Weather(slow=True))
    began = time.monotonic()
    await slow.send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")
    assert time.monotonic() - began >= 0.2


async def test_the_weather_can_be_chosen_at_the_start(world_file: Path) -> None:
    async with World.open(world_file, weather=Weather(down=True)) as world:
        with pytest.raises(Transient):
            await SandboxPlatform(world, IDS).send(COMMUNITY, SUPPORT, say(Text("Seen.")), "ack:1")


async def test_an_answer_to_a_click_finds_its_way_in_any_weather(
    world: World, platform: SandboxPlatform
) -> None:
    await world.set_weather(Weather(down=True))
    await world.set_dms_open("ana", dms_open=False)
    await platform.answer("dm-ana", say(Text("Here is what is kept.")))
    assert [message.text for message in await world.history("dm-ana")] == ["Here is what is kept."]


async def test_halves_of_surrogate_pairs_do_not_stop_a_message(
    world: World, platform: SandboxPlatform
) -> None:
    await platform.send(COMMUNITY, SUPPORT, say(Text("a\ud800b\0")), "ack:1")
    assert [message.text for message in await world.history("support")] == ["a\ufffdb\0"]
