"""What the bot hears on Discord: a process of its own, against a Discord that is not in the know."""

import asyncio

import pytest

from tests.discord.bakery import COMPLAINT, Bakery, started
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel

SETTLING = 1.5
"""Seconds after which something would have happened that is not to happen."""


def cases(bakery: Bakery) -> list[str]:
    """What stands in the staff room."""
    return [message.says for message in bakery.world.by_bot(bakery.staff_room)]


async def staff_thread(bakery: Bakery) -> Channel:
    return await bakery.world.thread_of(bakery.staff_room)


async def test_from_a_complaint_to_the_answer_in_private(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with started(bakery) as process:
        said = world.posts(bakery.max, bakery.support, COMPLAINT)
        ack = await world.hears(bakery.support, "#1", after=said)
        assert ack.reference is not None and ack.reference["message_id"] == str(said.id)
        private = await world.thread_of(bakery.support, private=True)
        await world.hears(private, "I'm a program")
        assert world.sees_messages(bakery.max, private)

        card = await world.hears(bakery.staff_room, "#1")
        claimed = await world.presses(bakery.daria, card, "Claim").answer()
        assert "#1 is yours" in claimed.says
        opened = world.presses(bakery.daria, card, "Reply")
        await opened.form()
        sent = world.submits_modal(opened, {"text": "A fix is out since noon."})
        await sent.answer()
        await world.hears(private, "A fix is out since noon.")

        world.posts(bakery.max, private, "It still crashes, since you ask.")
        thread = await staff_thread(bakery)
        await world.hears(thread, "It still crashes")
        assert await process.stop() == 0
        assert process.errors() == []


async def test_only_what_is_watched_is_read(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.off_topic, COMPLAINT)
        bakery.world.posts(bakery.max, bakery.support, "Good morning, everybody")
        await asyncio.sleep(SETTLING)
        assert cases(bakery) == []


async def test_programs_are_not_heard(bakery: Bakery) -> None:
    robot = bakery.world.joins(bakery.guild, bakery.world.add_person("Robot", bot=True))
    await bakery.set_up()
    async with started(bakery):
        bakery.world.posts(robot, bakery.support, COMPLAINT)
        await asyncio.sleep(SETTLING)
        assert cases(bakery) == []


async def test_an_edit_can_make_it_a_complaint(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        message = bakery.world.posts(bakery.max, bakery.support, "Hello there")
        bakery.world.edits(message, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", after=message)


async def test_words_taken_back_are_gone_for_staff_too(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        message = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        thread = await staff_thread(bakery)
        mirrored = await bakery.world.hears(thread, "unacceptable")
        bakery.world.deletes(message)
        await eventually(lambda: "unacceptable" not in mirrored.says, waiting_for="the words to go")


async def test_many_messages_deleted_at_once_are_heard_one_by_one(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        other = bakery.world.posts(bakery.max, bakery.support, "Good evening")
        message = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        thread = await staff_thread(bakery)
        mirrored = await bakery.world.hears(thread, "unacceptable")
        bakery.world.deletes(other, message)
        await eventually(lambda: "unacceptable" not in mirrored.says, waiting_for="the words to go")


async def test_what_is_forwarded_counts_as_said(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        there = bakery.world.posts(bakery.max, bakery.off_topic, COMPLAINT)
        bakery.world.forwards(bakery.max, there, bakery.support)
        await bakery.world.hears(bakery.support, "#1")


async def test_a_direct_message_opens_a_case_where_nobody_else_reads(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        bakery.world.writes_to_bot(bakery.max, COMPLAINT)
        await bakery.world.hears(bakery.world.dm_with(bakery.max.user), "#1")
        await bakery.world.hears(bakery.staff_room, "#1")
        assert bakery.world.by_bot(bakery.support) == []


async def test_what_staff_write_beside_the_card_is_a_note(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        private = await bakery.world.thread_of(bakery.support, private=True)
        thread = await staff_thread(bakery)
        await asyncio.sleep(SETTLING)
        bakery.world.posts(bakery.daria, thread, "Looks like the cache again.")
        await asyncio.sleep(SETTLING)
        card = await bakery.world.hears(bakery.staff_room, "#1")
        shown = await bakery.world.presses(bakery.daria, card, "Transcript").answer()
        whole = shown.says + "".join(file.content.decode() for file in shown.attachments)
        assert "Looks like the cache again." in whole
        assert not any("cache" in message.says for message in bakery.world.sees_messages(bakery.max, private))


@pytest.mark.parametrize("kind", ["message pinned", "embed"])
async def test_discords_own_changes_are_no_edits(bakery: Bakery, kind: str) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        message = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1")
        if kind == "embed":
            bakery.world.edit(message, {"embeds": []})
        else:
            bakery.world.pin(message, bakery.daria.user)
        await asyncio.sleep(SETTLING)
        assert len(bakery.world.by_bot(bakery.support)) == 1
        assert process.errors() == []
