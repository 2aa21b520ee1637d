"""What people can do on purpose: commands, menus, buttons and forms, in a server and in a direct message."""

import asyncio
from typing import Any

import pytest

from tests.discord.bakery import COMPLAINT, Bakery, started
from tests.fakes.discord.commands import NotOffered
from tests.fakes.discord.interactions import Answer, eventually
from tests.fakes.discord.model import Message
from tests.fakes.discord.permissions import Permission

COMMANDS = "PUT /applications/{application_id}/commands"


async def registered(bakery: Bakery) -> list[dict[str, Any]]:
    """The commands as Discord was told of them."""
    await eventually(lambda: bakery.fake.requests.to(COMMANDS), waiting_for="the commands")
    told: list[dict[str, Any]] = bakery.fake.requests.to(COMMANDS)[0].json
    return told


async def complaint(bakery: Bakery) -> Message:
    """A case, and its card in the staff room."""
    await registered(bakery)
    bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
    card = await bakery.world.hears(bakery.staff_room, "#1")
    await bakery.world.thread_of(bakery.staff_room)
    return card


async def test_every_command_of_the_catalogue_is_there_with_typed_options(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        told = {command["name"]: command for command in await registered(bakery)}
        case = {command["name"]: command for command in told["case"]["options"]}
        assert {"claim", "reply", "solve", "transfer"} <= case.keys()
        assert {"complain", "help", "my-cases"} <= told.keys()
        number, ending, words = case["solve"]["options"]
        assert (number["type"], number["required"], number["autocomplete"]) == (4, True, True)
        assert {choice["value"] for choice in ending["choices"]} >= {"solved", "declined"}
        assert not words["required"], "a form asks for the words"
        claim = case["claim"]
        assert {"ro", "ru"} <= claim["description_localizations"].keys()
        assert claim["description_localizations"]["ro"] != claim["description"]
        assert not claim.get("name_localizations")


async def test_menus_have_their_names_in_every_language(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        menus = [command for command in await registered(bakery) if command["type"] == 3]
        assert "Get help with this" in {menu["name"] for menu in menus}
        assert all({"ro", "ru"} <= menu["name_localizations"].keys() for menu in menus)
        for_staff = next(menu for menu in menus if menu["name"] == "Open a case")
        assert int(for_staff["default_member_permissions"]) == Permission.MANAGE_MESSAGES


async def test_a_moderator_claims_by_command_with_completion(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        await complaint(bakery)
        typing = bakery.world.autocompletes(bakery.daria, bakery.staff_room, "case claim", {"case": 1})
        (offered,) = await typing.completions()
        assert offered["value"] == 1 and "Max" in offered["name"]
        done = bakery.world.slash(bakery.daria, bakery.staff_room, "case claim", {"case": 1})
        assert "#1 is yours" in (await done.answer()).says
        assert (await done.answer()).reader is bakery.daria.user


async def test_members_are_completed_and_found(bakery: Bakery) -> None:
    andrei = bakery.world.joins(bakery.guild, "Andrei", bakery.staff)
    await bakery.set_up()
    async with started(bakery):
        await complaint(bakery)
        options = {"case": 1, "member": "And"}
        typing = bakery.world.autocompletes(bakery.daria, bakery.staff_room, "case transfer", options)
        assert "Andrei" in {choice["value"] for choice in await typing.completions()}
        options = {"case": 1, "member": f"<@{andrei.user.id}>"}
        done = bakery.world.slash(bakery.daria, bakery.staff_room, "case transfer", options)
        assert "Andrei" in (await done.answer()).says


async def test_missing_words_are_asked_for_by_a_form(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        await complaint(bakery)
        opened = bakery.world.slash(
            bakery.daria, bakery.staff_room, "case solve", {"case": 1, "ending": "solved"}
        )
        form = await opened.form()
        ending = form["components"][0]["component"]
        assert [option["value"] for option in ending["options"] if option.get("default")] == ["solved"]
        values = {"ending": ["workaround"], "text": "Clear the cache; a fix comes on Monday."}
        sent = bakery.world.submits_modal(opened, values)
        assert "#1" in (await sent.answer()).says
        private = await bakery.world.thread_of(bakery.support, private=True)
        await bakery.world.hears(private, "Clear the cache")


async def test_a_member_complains_where_nobody_sees_it(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        await registered(bakery)
        opened = bakery.world.slash(bakery.max, bakery.off_topic, "complain")
        await opened.form()
        sent = bakery.world.submits_modal(opened, {"text": COMPLAINT})
        assert "#1" in (await sent.answer()).says
        await bakery.world.hears(bakery.staff_room, "#1")
        assert bakery.world.by_bot(bakery.off_topic) == []


async def test_a_members_own_message_becomes_a_case_by_its_menu(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        await registered(bakery)
        said = bakery.world.posts(bakery.max, bakery.off_topic, "The parcel never came.")
        chosen = bakery.world.menu(bakery.max, said, "Get help with this")
        assert "#1" in (await chosen.answer()).says
        thread = await bakery.world.thread_of(bakery.staff_room)
        await bakery.world.hears(thread, "parcel never came")


async def test_who_may_do_it_is_asked_when_it_is_done(bakery: Bakery) -> None:
    """Discord hides what most people can't use; what is sent all the same is refused."""
    await bakery.set_up()
    async with started(bakery):
        card = await complaint(bakery)
        with pytest.raises(NotOffered):
            bakery.world.presses(bakery.max, card, "Claim")
        tried = bakery.world.slash(bakery.max, bakery.support, "case claim", {"case": 1})
        assert "yours" not in (await tried.answer()).says
        bakery.world.gets_roles(bakery.daria)
        forged = bakery.world.interact(tried.kind, bakery.daria, bakery.support, tried.data)
        assert "yours" not in (await forged.answer()).says


async def test_buttons_and_forms_outlive_the_process(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        card = await complaint(bakery)
        opened = bakery.world.presses(bakery.daria, card, "Reply")
        await opened.form()
        await asyncio.sleep(0.5)
        await process.kill()
    async with started(bakery) as process:
        await asyncio.sleep(0.5)
        sent = bakery.world.submits_modal(opened, {"text": "We are on it."})
        await sent.answer()
        private = await bakery.world.thread_of(bakery.support, private=True)
        await bakery.world.hears(private, "We are on it.")
        noted = bakery.world.presses(bakery.daria, card, "Note")
        await noted.form()
        assert process.errors() == []


async def test_an_old_button_of_something_else_gets_an_answer_all_the_same(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        card = await complaint(bakery)
        pressed = bakery.world.presses(bakery.daria, card, "Claim")
        forged = bakery.world.interact(
            pressed.kind, bakery.daria, bakery.staff_room, pressed.data | {"custom_id": "0:nonsense"}, card
        )
        assert (await forged.answer()).says


async def test_in_a_direct_message_the_case_says_whose_it_is(bakery: Bakery) -> None:
    """The bot is in two servers; the conversation is about the one in which the case is."""
    other = bakery.world.add_guild("Brewery")
    bakery.world.joins(other, bakery.max.user)
    await bakery.set_up()
    async with started(bakery):
        await complaint(bakery)
        direct = bakery.world.dm_with(bakery.max.user)
        await bakery.world.hears(bakery.staff_room, "#1")
        bakery.world.writes_to_bot(bakery.max, COMPLAINT)
        thread = await bakery.world.thread_of(bakery.staff_room)
        await eventually(lambda: len(bakery.world.by_bot(thread)) > 1, waiting_for="the words")
        listed = bakery.world.slash(bakery.max.user, direct, "my-cases")
        assert "#1" in (await listed.answer()).says


async def test_what_takes_long_is_deferred_within_three_seconds(bakery: Bakery) -> None:
    """Discord is slow to say who somebody is; the command is acknowledged all the same."""
    await bakery.set_up()
    async with started(bakery):
        await registered(bakery)
        await asyncio.sleep(1)
        bakery.fake.faults.slow("GET /guilds/{guild_id}/members/{user_id}", 4.0)
        asked = bakery.world.slash(bakery.max.user, bakery.world.dm_with(bakery.max.user), "my-cases")
        assert await asked.acknowledged() is Answer.DEFERRED
        assert asked.answered_after is not None and asked.answered_after < 3
        assert (await asked.answer()).says
        assert len(asked.followups) + (asked.response is not None) == 1
