"""The bot has just been added: the card walks the managers through it, and nothing is said before it is ready."""

from tests.contract.stage import Stage
from tests.contract.test_members import BROKEN, complaint


async def set_up(stage: Stage) -> None:
    """Every step that has to be done."""
    elena = stage.elena
    await elena.types("set staff-room", channel="staff-room")
    await elena.types("set staff", role="moderator", groups=stage.staff)
    await elena.types("set watched", channels="support, general")
    await elena.types("set safety", contact="Mihai", stand_in="Daria")
    await elena.types("set notice", notice="on")
    await stage.heeds()


async def test_the_bot_introduces_itself_with_what_is_to_do(new: Stage) -> None:
    card = await new.elena.last(new.doorstep)
    assert "Watch only" in card and card.count("to do") == 6
    assert (await new.elena.buttons(new.doorstep))[:2] == ["Staff channel", "Staff"]


async def test_step_by_step_the_card_is_done_and_moves_to_the_staff(new: Stage) -> None:
    await set_up(new)
    card = await new.elena.last("staff-room")
    assert "Staff channel: #staff-room" in card
    assert "Watched channels: #general, #support" in card
    assert "Safety contact: Mihai; stand-in: Daria" in card
    assert f"{new.doors}, then form" in card
    assert card.count("to do") == 1, "the rules of the community can wait"
    for channel in ("general", "support"):
        assert new.taught("quiet me") in await new.max.last(channel)
        assert await new.pinned(channel) == 1
    assert not any("to do" in text for text in await new.elena.reads(new.doorstep))


async def test_a_step_can_be_pressed_and_filled_in(new: Stage) -> None:
    answer = await new.elena.types("set staff-room", channel="staff-room")
    assert "Noted." in answer.text and "Watched channels" in answer.buttons
    asked = await answer.presses("Watched channels")
    assert asked.form is not None and "support" in asked.form["channels"], "what could be watched is proposed"
    assert "Watched channels: #support" in (await asked.fills(channels="#support")).text


async def test_louder_is_refused_until_it_is_ready(new: Stage) -> None:
    refused = await new.elena.types("mode", mode="full")
    assert "Next: Staff channel" in refused.text
    await complaint(new)
    assert await new.max.reads("support") == [BROKEN]
    await set_up(new)
    await new.elena.types("mode", mode="full")
    await new.ana.writes("support", "Nu mai merge aplicația de trei zile și nimeni nu răspunde")
    await new.passes(seconds=9)
    assert "#1" in await new.ana.last("support")


async def test_what_was_set_is_at_work_at_once_and_it_only_watches(new: Stage) -> None:
    await set_up(new)
    await new.max.writes("off-topic", BROKEN)
    await new.passes(seconds=9)
    assert BROKEN not in await new.daria.all("staff-room"), "it is not watched"
    before = await new.max.reads("support")
    await complaint(new)
    assert BROKEN in await new.daria.last("staff-room")
    assert await new.max.reads("support") == [*before, BROKEN], "not a word to members"


async def test_only_managers_set_anything(new: Stage) -> None:
    await set_up(new)
    before = (await new.elena.types("setup")).text
    for person in (new.max, new.daria):
        refused = await person.types("set rules", text="be kind")
        assert "needs another role" in refused.text
    assert (await new.elena.types("setup")).text == before


async def test_the_card_says_what_is_missing_and_how_to_grant_it(new: Stage) -> None:
    await set_up(new)
    assert "nothing is missing" in (await new.elena.types("setup")).text
    await new.hinders("support")
    card = (await new.elena.types("setup")).text
    assert "#support" in card and "nothing is missing" not in card


async def test_staff_pause_it_and_let_it_go_on(stage: Stage) -> None:
    assert "Paused" in (await stage.daria.types("pause", duration="1h")).text
    await complaint(stage)
    assert await stage.max.reads("support") == [BROKEN]
    assert stage.private_places() == 0
    assert BROKEN in await stage.daria.all("staff-room"), "staff have a card"
    assert "On again" in (await stage.elena.types("resume")).text
    await stage.vera.writes("support", "Приложение не работает третий день, и никто не отвечает")
    await stage.passes(seconds=9)
    assert "#1" in await stage.vera.last("support")


async def test_when_the_pause_is_over_staff_are_asked(stage: Stage) -> None:
    await stage.mihai.types("pause", duration="15m")
    assert "Mihai has paused the bot" in await stage.daria.last("staff-room")
    await stage.passes(minutes=16)
    assert "go on, or stay quiet" in await stage.daria.last("staff-room")
    assert "On again" in (await stage.daria.presses("Go on", "staff-room")).text


async def test_members_neither_pause_nor_resume(stage: Stage) -> None:
    assert "needs another role" in (await stage.max.types("pause")).text
    await complaint(stage)
    assert "#1" in await stage.max.last("support")
