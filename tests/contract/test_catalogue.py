"""Whatever the catalogue can declare works on every platform: played with a feature that declares all of it."""

from collections.abc import AsyncIterator

import pytest

from bot.language import Translations
from tests.contract.conftest import Theatre
from tests.contract.stage import Stage
from tests.contract.workshop import Workshop, sentences


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Translations:
    return sentences(tmp_path_factory.mktemp("sentences"))


@pytest.fixture
async def shop(theatre: Theatre, workshop: Workshop, words: Translations) -> AsyncIterator[Stage]:
    async with theatre.opens(cogs=[workshop], words=words) as opened:
        yield opened


async def test_typed_arguments_arrive_as_what_they_are(shop: Stage) -> None:
    given: dict[str, str | int] = {
        "score": 7,
        "member": "Daria",
        "days": "every_day",
        "opens": "9:30",
        "duration": "1d12h",
    }
    answer = await shop.max.types("workshop measure", **given, text="twice, to be sure")
    assert "Daria 7 every_day 570 1 day, 12:00:00 twice, to be sure" in answer.text.translate(UNSEEN)
    assert not answer.public
    short = dict(list(given.items())[:4])
    answer = await shop.max.types("workshop measure", **short)
    assert "1 day, 0:00:00 without a word" in answer.text
    wrong = await shop.max.types("workshop measure", **(short | {"opens": "25:00"}))
    assert "isn't a time of day" in wrong.text and not wrong.public


async def test_a_form_begins_with_what_is_suggested_and_its_answer_can_be_public(shop: Stage) -> None:
    asked = await shop.elena.types("workshop look", channel="support")
    assert asked.form is not None and asked.form["zone"] == "Europe/Chisinau"
    answer = await asked.fills(channel="support", groups=shop.staff)
    assert f"support there Europe/Chisinau {shop.staff}" in answer.text and answer.public
    refused = await shop.max.types("workshop look", channel="support", zone="UTC", groups=shop.staff)
    assert "needs another role" in refused.text and not refused.public


async def test_a_menu_knows_the_message_it_was_opened_on(shop: Stage) -> None:
    said = await shop.max.writes("off-topic", "a hammer")
    assert "Max wrote a hammer" in (await shop.daria.chooses("Pick up", said)).text.translate(UNSEEN)


async def test_a_view_follows_what_is_written_changed_pressed_and_deleted(
    shop: Stage, workshop: Workshop
) -> None:
    said = await shop.max.writes("support", "tool: a saw")
    shelf = await shop.daria.last("staff-room")
    assert "The shelf" in shelf and "tool: a saw" in shelf
    assert await shop.pinned("staff-room") == 1
    assert await shop.max.reads("staff-room") == []

    await shop.max.edits(said, "tool: a better saw")
    answer = await shop.daria.presses("Press", "staff-room")
    assert "Pressed: 1" in answer.text
    assert "Pressed: 2" in (await answer.presses("Again")).text
    assert len(await shop.daria.reads("staff-room")) == 1, "it is the same message"
    shelf = await shop.daria.last("staff-room")
    assert "a better saw" in shelf and "2" in shelf

    await shop.max.deletes(said)
    assert await shop.daria.reads("staff-room") == []
    assert {"show delivered", "react delivered", "pin delivered", "hide delivered"} <= {*workshop.settled}


async def test_what_is_due_is_said_where_it_belongs(shop: Stage) -> None:
    await shop.max.writes("support", "tool: a clock")
    await shop.max.writes("off-topic", "nothing that matters")
    await shop.passes(days=1)
    assert len(await shop.max.reads("support")) == 1
    await shop.passes(days=1, minutes=1)
    assert "It rings." in await shop.max.last("support")
    assert "It rings." in await shop.max.last(shop.max.direct)
    assert await shop.ana.reads(shop.max.direct) == []


UNSEEN = dict.fromkeys(range(0x2066, 0x206A))
"""Signs that keep a name's writing direction to itself."""
