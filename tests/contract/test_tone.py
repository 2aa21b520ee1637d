"""An answer is read before it goes out, on any platform: its author alone sees what could hurt, and decides."""

from tests.contract.stage import Stage
from tests.contract.test_members import complaint

CALM_DOWN = "Please calm down. Your saved game is in the backup of last night."
GENTLER = "Your saved game is in the backup of last night."


async def test_what_hurts_is_shown_before_it_is_sent(stage: Stage) -> None:
    await complaint(stage)
    form = await stage.daria.presses("Reply", "staff-room")
    asked = await form.fills(text=CALM_DOWN)
    assert "waves the matter away" in asked.text and not asked.public
    ways = ["Send as it is", "Change it", "Use this instead", "No remarks for 7 days"]
    assert list(asked.buttons) == ways
    assert GENTLER not in await stage.max.all(stage.max.private)
    again = await asked.presses("Change it")
    assert again.form == {"text": CALM_DOWN}
    await again.fills(text=GENTLER)
    assert "backup of last night" in await stage.max.last(stage.max.private)


async def test_its_author_decides_and_one_press_sends_it_once(stage: Stage) -> None:
    await complaint(stage)
    asked = await stage.daria.types("case reply", case=1, text=CALM_DOWN)
    assert "on its way" in (await asked.presses("Send as it is")).text
    assert "calm down" in await stage.max.last(stage.max.private)
    read = await stage.max.reads(stage.max.private)
    assert "nothing left to send" in (await asked.presses("Use this instead")).text
    assert await stage.max.reads(stage.max.private) == read
