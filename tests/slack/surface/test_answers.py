"""Where answers go, and when Slack is told that we have heard."""

from tests.fakes.discord.interactions import eventually
from tests.slack.bakery import COMPLAINT, Bakery, opened

SLOW = 0.5
"""Seconds that Slack takes to say who somebody is."""


async def test_words_are_stored_before_they_are_acknowledged(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        # Whoever was there at the start is known; a newcomer is asked for.
        newcomer = bakery.world.add_user("Late")
        bakery.world.joins(newcomer, bakery.support)
        bakery.fake.faults.slow("users.info", SLOW)
        asked = bakery.world.slash(newcomer, bakery.support, "/complain", COMPLAINT)
        assert await asked.acknowledged() >= SLOW
        assert "#1" in (await asked.answer()).says


async def test_a_click_is_acknowledged_before_anything_is_done(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up(moderators=frozenset({bakery.daria.id, bakery.elena.id}))
    async with opened(bakery):
        world.posts(bakery.max, bakery.support, COMPLAINT)
        card = await world.hears(bakery.staff_room, "#1")
        bakery.fake.faults.slow("users.info", SLOW)
        click = world.presses(bakery.daria, card, "Claim")
        assert await click.acknowledged() < SLOW
        assert "#1 is yours" in (await click.answer()).says


async def test_words_that_take_too_long_are_acknowledged_all_the_same(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        newcomer = bakery.world.add_user("Late")
        bakery.world.joins(newcomer, bakery.support)
        bakery.fake.faults.slow("users.info", 2.0)
        asked = bakery.world.slash(newcomer, bakery.support, "/complain", COMPLAINT)
        assert 1 < await asked.acknowledged() < 2.5
        assert "#1" in (await asked.answer()).says


async def test_a_file_for_one_person_goes_to_their_direct_messages(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        world.posts(bakery.max, bakery.support, COMPLAINT)
        await world.hears(bakery.staff_room, "#1")
        answer = await world.slash(bakery.daria, bakery.support, "/ombud", "case transcript 1").answer()
        assert "direct messages" in answer.says
        sent = await eventually(lambda: [each for each in world.dm(bakery.daria) if each.files], 10, "a file")
        assert COMPLAINT.encode() in sent[0].files[0].content
        assert not any(each.files for each in bakery.support.messages.values())


async def test_an_answer_goes_another_way_when_its_address_is_used_up(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        bakery.fake.settings.url_seconds = 0.0
        answer = await world.slash(bakery.daria, bakery.support, "/ombud", "my-cases").answer()
        assert answer.reader is bakery.daria
        assert bakery.fake.requests.to("chat.postEphemeral")


async def test_an_answer_leaves_the_message_that_was_pressed_as_it_is(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        world.posts(bakery.max, bakery.support, COMPLAINT)
        card = await world.hears(bakery.staff_room, "#1")
        before = card.ts
        await world.presses(bakery.daria, card, "Claim").answer()
        assert not card.deleted
        assert card.ts == before
        assert "is yours" not in card.says


async def test_nobody_else_sees_what_one_is_told(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        await world.slash(bakery.daria, bakery.support, "/ombud", "my-cases").answer()
        assert world.ephemerals(bakery.daria, bakery.support)
        assert not world.ephemerals(bakery.max)
        assert world.by_bot(bakery.support) == []
