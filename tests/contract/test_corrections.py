"""Staff put the bot right, and managers choose how sure it must be; on whichever platform."""

from bot.community import Mode
from tests.contract.stage import Stage
from tests.contract.test_members import complaint

ROOM = "staff-room"


async def test_what_staff_say_on_cards_is_listed_and_forgotten(stage: Stage) -> None:
    await stage.change(mode=Mode.WATCH_ONLY)
    await complaint(stage)
    form = await stage.daria.presses("Not a complaint", ROOM)
    assert form.form is not None and set(form.form) == {"why", "text"}
    assert "Noted" in (await form.fills(why="not_to_us")).text
    told = (await stage.daria.types("label list")).text
    assert "no complaint" in told and "not addressed to us" in told and "Daria" in told
    assert "crashing" not in told
    assert "another role" in (await stage.daria.types("label export")).text
    exported = (await stage.elena.types("label export")).text
    assert "1 label" in exported or "direct messages with this app" in exported
    assert "is gone" in (await stage.elena.types("label forget", label=1)).text
    assert "no labels" in (await stage.elena.types("label list")).text


async def test_abuse_that_nobody_noticed_is_put_to_staff(stage: Stage) -> None:
    await stage.change(mode=Mode.WATCH_ONLY, rules=("Be kind to people.",))
    await complaint(stage)
    answer = await stage.daria.presses("This was abuse", ROOM)
    assert "Noted as abuse" in answer.text and not answer.public
    assert "Not abuse" in await stage.daria.buttons(ROOM)
    assert "abuse; called so by staff" in (await stage.daria.types("label list")).text


async def test_managers_choose_how_sure_it_must_be(stage: Stage) -> None:
    assert "eager" in (await stage.elena.types("set sensitivity", sensitivity="eager")).text
    assert "Sensitivity: eager" in (await stage.elena.types("setup")).text
    assert "another role" in (await stage.daria.types("set sensitivity", sensitivity="careful")).text
