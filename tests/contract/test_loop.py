"""From a public complaint to the check-in, wherever the community lives."""

import pytest

from tests.contract.stage import Stage

COMPLAINTS = {
    "max": "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails.",
    "ana": "Am platit abonamentul acum doua saptamani si tot nu e activ. Nimeni nu raspunde la mailuri.",
    "vera": "Я оплатила подписку две недели назад, и она до сих пор не активна. На письма никто не отвечает.",
}


@pytest.mark.parametrize("who", COMPLAINTS)
async def test_from_a_complaint_to_not_yet(stage: Stage, who: str) -> None:
    member, daria = getattr(stage, who), stage.daria
    await member.writes("support", COMPLAINTS[who])
    assert len(await member.reads("support")) == 1, "the thought has not ended yet"

    await stage.passes(seconds=9)
    assert "#1" in await member.last("support") and len(await member.reads("support")) == 2
    private = member.private
    assert len(await member.reads(private)) == 1
    assert "#1" in await daria.last("staff-room")
    assert COMPLAINTS[who] in await daria.all(stage.staff_thread())

    assert "#1 is yours" in (await daria.presses("Claim", "staff-room")).text
    asked = await daria.presses("Reply", "staff-room")
    await asked.fills(text="The payment was stuck; it went through a minute ago.")
    answer = await member.last(private)
    assert "it went through a minute ago" in answer and "Daria" in answer

    await member.writes(private, "order 4711, on the fifth")
    assert "order 4711" in await daria.last(stage.staff_thread())
    await daria.writes(stage.staff_thread(), "the bank again, third time this week")
    assert "third time" not in await member.all(private)

    asked = await daria.presses("Solve", "staff-room")
    assert asked.form is not None and "ending" in asked.form
    await asked.fills(ending="solved", text="The plan is active since today.")
    assert "The plan is active since today." in await member.last(private)

    await stage.passes(days=3)
    assert "#1" in await member.last(private)
    _solved, not_yet, _something_else, _never = await member.buttons(private)
    assert "Daria" in (await member.presses(not_yet, private)).text
    card = await daria.last("staff-room")
    assert "Daria" in card and "open" in card
    assert stage.private_places() == 1
