"""What the bot hears on Slack, over both transports."""

import asyncio

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.faults import ANY
from tests.slack.bakery import COMPLAINT, Bakery, opened, staff_thread

SETTLING = 0.3
"""Seconds after which something would have happened that is not to happen."""


async def test_from_a_complaint_to_the_answer_in_private(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        said = world.posts(bakery.max, bakery.support, COMPLAINT)
        await world.hears(bakery.support, "#1", thread_ts=said)
        dm = world.dm_with(bakery.max)
        root = await world.hears(dm, "#1")
        await world.hears(dm, "I'm a program", thread_ts=root)

        card = await world.hears(bakery.staff_room, "#1")
        claimed = await world.presses(bakery.daria, card, "Claim").answer()
        assert "#1 is yours" in claimed.says
        assert claimed.reader is bakery.daria
        form = await world.presses(bakery.daria, card, "Reply").form()
        sent = world.submits(bakery.daria, form, {"text": "A fix is out since noon."})
        await sent.acknowledged()
        await world.hears(dm, "A fix is out since noon.", thread_ts=root)
        assert (await sent.answer()).reader is bakery.daria

        world.posts(bakery.max, dm, "It still crashes, since you ask.", thread_ts=root)
        room, card = await staff_thread(bakery)
        await world.hears(room, "It still crashes", thread_ts=card)


async def test_only_what_is_watched_is_read(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        bakery.world.posts(bakery.max, bakery.off_topic, COMPLAINT)
        bakery.world.posts(bakery.max, bakery.support, "Good morning, everybody")
        await bakery.fake.delivered()
        await asyncio.sleep(SETTLING)
        assert bakery.cards() == []


async def test_programs_and_workflows_are_not_heard(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        bakery.world.posts_as_bot(bakery.support, COMPLAINT)
        bakery.world.posts_as_bot(bakery.support, COMPLAINT, workflow=True)
        await bakery.fake.delivered()
        await asyncio.sleep(SETTLING)
        assert bakery.cards() == []


async def test_an_edit_can_make_it_a_complaint(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        message = bakery.world.posts(bakery.max, bakery.support, "Hello there")
        bakery.world.edits(message, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", thread_ts=message)


async def test_a_preview_is_no_edit(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        message = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", thread_ts=message)
        bakery.world.unfurls(message, "A page")
        await bakery.fake.delivered()
        await asyncio.sleep(SETTLING)
        thread = bakery.world.thread(bakery.cards()[0])
        assert not any("changed" in each.says for each in thread)


async def test_words_taken_back_are_gone_for_staff_too(bakery: Bakery) -> None:
    """With the bot's answer under it, what is deleted becomes a gravestone."""
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        message = world.posts(bakery.max, bakery.support, COMPLAINT)
        await world.hears(bakery.support, "#1", thread_ts=message)
        card = await world.hears(bakery.staff_room, "#1")
        await world.hears(bakery.staff_room, COMPLAINT[:30], thread_ts=card)
        world.deletes(message)
        await world.hears(bakery.staff_room, "taken back", thread_ts=card)
        assert not any(COMPLAINT[:30] in each.says for each in world.thread(card))


async def test_whoever_slack_does_not_know_at_the_moment_is_heard_all_the_same(bakery: Bakery) -> None:
    """Their words are kept before Slack loses patience; the rest waits until it says who they are."""
    world, fake = bakery.world, bakery.fake
    await bakery.set_up()
    fake.settings.ack_seconds = 3.0
    async with opened(bakery):
        ioana = world.add_user("Ioana")
        world.joins(ioana, bakery.support)
        await fake.delivered()
        fake.delivery.attempts.clear()
        fake.faults.slow(ANY, 60)
        said = world.posts(ioana, bakery.support, f"<@{world.add_user('Nobody').id}> {COMPLAINT}")
        await fake.delivered()
        assert [(each.attempt, each.took < 3) for each in fake.delivery.attempts] == [(0, True)]
    fake.faults.clear()
    async with opened(bakery):
        await world.hears(bakery.support, "#1", thread_ts=said)
        card = await world.hears(bakery.staff_room, "#1")
        assert "Ioana" in card.says


async def test_a_direct_message_is_a_case(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        bakery.world.writes_to_bot(bakery.max, COMPLAINT)
        await bakery.world.hears(bakery.staff_room, "#1")


async def test_whoever_leaves_disturbs_nothing(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        world.posts(bakery.max, bakery.support, COMPLAINT)
        card = await world.hears(bakery.staff_room, "#1")
        world.deactivates(bakery.max)
        await bakery.fake.delivered()
        claimed = await world.presses(bakery.daria, card, "Claim").answer()
        assert "#1 is yours" in claimed.says


async def test_whoever_invites_it_is_told_how_to_begin(bakery: Bakery) -> None:
    world = bakery.world
    new = world.add_channel("orders", bakery.elena, bot=False)
    async with opened(bakery):
        world.joins(world.bot, new, by=bakery.elena)
        await world.hears(world.dm_with(bakery.elena), "")
        assert len(world.by_bot(world.dm_with(bakery.elena))) == 1


async def test_whoever_manages_and_comes_to_see_it_is_told_how_to_begin(bakery: Bakery) -> None:
    world = bakery.world
    async with opened(bakery):
        for person in (bakery.max, bakery.elena, bakery.elena):
            world.opens_home(person)
            await bakery.fake.delivered()
        await world.hears(world.dm_with(bakery.elena))
        await asyncio.sleep(SETTLING)
        assert len(world.by_bot(world.dm_with(bakery.elena))) == 1
        assert world.dm(bakery.max) == []


async def test_words_and_names_are_read_as_people_see_them(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        said = f"<@{bakery.daria.id}> it <crashes> & https://example.org/help is useless. Unacceptable!"
        message = world.posts(bakery.max, bakery.support, said)
        await world.hears(bakery.support, "#1", thread_ts=message)
        card = await world.hears(bakery.staff_room, "#1")
        quoted = await world.hears(
            bakery.staff_room, "it <crashes> & https://example.org/help is", thread_ts=card
        )
        assert "@Daria" in quoted.says


async def test_what_is_told_twice_is_done_once(bakery: Bakery) -> None:
    """Lost acknowledgements, and a mention beside the message."""
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        bakery.fake.settings.ack_seconds = 0.5
        bakery.fake.faults.lose_acks(0.5, seed=1)
        people = [world.add_user(f"Person {number}") for number in range(3)]
        for person in people:
            world.joins(person, bakery.support)
            world.posts(person, bakery.support, f"<@{world.bot.id}> {COMPLAINT}")
        await eventually(lambda: len(bakery.cards()) == len(people), 20, "a card for each")
        await bakery.fake.delivered()
        await asyncio.sleep(SETTLING)
        assert len(bakery.cards()) == len(people)
        assert any(sent.attempt for sent in bakery.fake.delivery.attempts)
        answers = [each for each in world.by_bot(bakery.support) if each.thread_ts]
        assert len({each.thread_ts for each in answers}) == len(answers) == len(people)


async def test_what_was_begun_is_finished_when_it_stops(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        bakery.fake.faults.slow("users.info", 0.3)
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await eventually(lambda: bakery.fake.delivery.attempts, 5, "the event to be sent")
        # Sent is not heard: what comes while it stops is sent again a minute later.
        await asyncio.sleep(0.1)
    bakery.fake.faults.clear()
    async with opened(bakery):
        await bakery.world.hears(bakery.staff_room, "#1")
        await bakery.fake.delivered()
        assert bakery.fake.delivery.lost == []
        assert len(bakery.cards()) == 1
