"""Commands, buttons, forms and shortcuts, as people use them on Slack."""

import pytest

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Message
from tests.slack.bakery import COMPLAINT, Bakery, opened


async def a_case(bakery: Bakery) -> Message:
    """Max has complained; the card of the case."""
    bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
    return await bakery.world.hears(bakery.staff_room, "#1")


async def test_a_word_alone_teaches(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        for typed in ("", "help"):
            asked = bakery.world.slash(bakery.daria, bakery.support, "/ombud", typed)
            answer = await asked.answer()
            assert answer.reader is bakery.daria
            assert "claim" in answer.says


async def test_a_command_is_acknowledged_and_answered_for_one_pair_of_eyes(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        await a_case(bakery)
        asked = bakery.world.slash(bakery.daria, bakery.support, "/ombud", "case claim 1")
        assert await asked.acknowledged() < 1
        answer = await asked.answer()
        assert "#1 is yours" in answer.says
        assert answer.reader is bakery.daria


async def test_a_mention_says_who_is_meant(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        await a_case(bakery)
        line = f"case transfer 1 <@{bakery.elena.id}|elena>"
        answer = await bakery.world.slash(bakery.daria, bakery.support, "/ombud", line).answer()
        assert "Elena" in answer.says


async def test_what_is_not_known_is_said(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        answer = await bakery.world.slash(bakery.max, bakery.support, "/ombud", "make coffee").answer()
        assert "make coffee" in answer.says


async def test_a_complaint_is_made_in_a_form(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        form = await bakery.world.slash(bakery.max, bakery.support, "/complain").form()
        sent = bakery.world.submits(bakery.max, form, {"text": COMPLAINT})
        await sent.acknowledged()
        assert "#1" in (await sent.answer()).says
        await bakery.world.hears(bakery.staff_room, "#1")


async def test_a_complaint_is_made_in_one_line(bakery: Bakery) -> None:
    await bakery.set_up()
    async with opened(bakery):
        answer = await bakery.world.slash(bakery.max, bakery.support, "/complain", COMPLAINT).answer()
        assert "#1" in answer.says


async def test_a_button_that_is_pressed_in_a_thread_is_answered_there(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        card = await a_case(bakery)
        reply = world.posts(bakery.daria, bakery.staff_room, "What do we know?", thread_ts=card)
        form = await world.shortcut(bakery.daria, reply, "more").form()
        sent = world.submits(bakery.daria, form, {"command": "case claim", "words": "1"})
        answer = await sent.answer()
        assert "#1 is yours" in answer.says
        assert answer.thread_ts == card.ts


async def test_the_chooser_offers_what_each_may_use(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        said = world.posts(bakery.max, bakery.support, "Good morning")
        offered = []
        for person in (bakery.max, bakery.daria):
            form = await world.shortcut(person, said, "more").form()
            groups = form.blocks[0]["element"]["option_groups"]
            offered.append({each["value"] for group in groups for each in group["options"]})
        members, staffs = offered
        assert "complain" in members
        assert "case claim" not in members
        assert {"complain", "case claim"} <= staffs


async def test_what_the_chooser_lacks_is_asked_for_in_a_form(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        said = world.posts(bakery.max, bakery.support, "Good morning")
        form = await world.shortcut(bakery.max, said, "more").form()
        asked = await world.submits(bakery.max, form, {"command": "complain"}).form()
        answer = await world.submits(bakery.max, asked, {"text": COMPLAINT}).answer()
        assert "#1" in answer.says


async def test_a_menu_is_a_shortcut(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        said = world.posts(bakery.max, bakery.off_topic, f"<@{bakery.daria.id}> {COMPLAINT}")
        answer = await world.shortcut(bakery.daria, said, "menu:case.open").answer()
        assert "#1" in answer.says
        card = await world.hears(bakery.staff_room, "#1")
        assert "Max" in card.says
        await world.hears(bakery.staff_room, "@Daria The app", thread_ts=card)


async def test_a_form_that_comes_too_late_is_offered_behind_a_button(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        bakery.fake.faults.refuse("views.open", "expired_trigger_id")
        offered = await world.slash(bakery.max, bakery.support, "/complain").answer()
        form = await world.presses(bakery.max, offered, offered.buttons[0]).form()
        assert "text" in form.fields


async def test_an_answer_finds_its_way_when_the_first_one_is_shut(bakery: Bakery) -> None:
    """The form was opened in a channel that the bot is not in."""
    world = bakery.world
    await bakery.set_up()
    elsewhere = world.add_channel("elsewhere", bakery.max, bot=False)
    async with opened(bakery):
        form = await world.slash(bakery.max, elsewhere, "/complain").form()
        await world.submits(bakery.max, form, {"text": COMPLAINT}).acknowledged()
        await world.hears(world.dm_with(bakery.max), "#1")


async def test_words_that_are_refused_can_be_edited(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        answer = await world.slash(bakery.max, bakery.support, "/complain", "x" * 1600).answer()
        form = await world.presses(bakery.max, answer, "Edit").form()
        assert form.fields["text"] == "x" * 1600


async def test_a_click_that_comes_twice_is_done_once(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        card = await a_case(bakery)
        click = world.presses(bakery.daria, card, "Claim")
        await click.answer()
        bakery.fake.delivery.again(click.payload)
        await bakery.fake.delivered()
        assert len(click.messages) == 1


async def test_the_home_shows_the_queue_and_acts_on_it(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        await a_case(bakery)
        world.opens_home(bakery.daria)
        home = await eventually(lambda: world.home(bakery.daria), waiting_for="the home")
        assert "#1" in home.says
        click = world.presses(bakery.daria, home, "Take #1")
        shown = await click.form()
        assert "#1 is yours" in shown.says
        await click.home_shown()


async def test_home_is_shown_also_where_slack_is_busy_at_first(bakery: Bakery) -> None:
    world = bakery.world
    await bakery.set_up()
    async with opened(bakery):
        bakery.fake.faults.before("views.publish", 503)
        world.opens_home(bakery.daria)
        await eventually(lambda: world.home(bakery.daria), waiting_for="the home")


async def test_a_stranger_can_press_what_they_see(bakery: Bakery) -> None:
    """Somebody of another organisation, in a shared channel."""
    world = bakery.world
    await bakery.set_up()
    guest = world.add_user("Guest", stranger=True)
    world.joins(guest, bakery.support)
    async with opened(bakery):
        said = world.posts(guest, bakery.support, COMPLAINT)
        await world.hears(bakery.support, "#1", thread_ts=said)
        await world.hears(bakery.staff_room, "Guest")


@pytest.mark.parametrize("person", ["max", "daria"])
async def test_who_may_not_is_told_so(bakery: Bakery, person: str) -> None:
    await bakery.set_up()
    async with opened(bakery):
        answer = await bakery.world.slash(getattr(bakery, person), bakery.support, "/ombud", "setup").answer()
        assert "role" in answer.says
