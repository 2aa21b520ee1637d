"""The whole loop: from a public complaint to the check-in days later, in each language."""

import pytest

from adapters.sandbox.model import Kind
from tests.scenarios.town import Town

COMPLAINTS = {
    "max": "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails.",
    "ana": "Am platit abonamentul acum doua saptamani si tot nu e activ. Nimeni nu raspunde la mailuri.",
    "vera": "Я оплатила подписку две недели назад, и она до сих пор не активна. На письма никто не отвечает.",
}


@pytest.mark.parametrize("who", COMPLAINTS)
async def test_from_a_public_complaint_to_not_yet(either_community: Town, who: str) -> None:
    town = either_community
    member, mihai = getattr(town, who), town.mihai

    await member.says("support", COMPLAINTS[who])
    assert len(await town.reads(member, "support")) == 1, "the thought has not ended yet"

    await town.passes(seconds=9)
    assert "#1" in await town.last(member, "support")
    private = town.private(member)
    assert len(await town.reads(member, private)) == 1
    assert "#1" in await town.last(mihai, "staff-room")
    assert COMPLAINTS[who] in "\n".join(await town.reads(mihai, town.staff_thread()))

    await mihai.presses("Claim", "staff-room")
    form = (await mihai.presses("Reply", "staff-room")).forms[0]
    await mihai.sends(form, "staff-room", text="The payment was stuck; it went through a minute ago.")
    assert "it went through a minute ago" in await town.last(member, private)
    assert "Mihai" in await town.last(member, private)

    await mihai.says(town.staff_thread(), "the bank again, third time this week")
    assert "third time" not in "\n".join(await town.reads(member, private))

    form = (await mihai.presses("Solve", "staff-room")).forms[0]
    await mihai.sends(form, "staff-room", ending="solved", text="The plan is active since today.")
    assert "The plan is active since today." in await town.last(member, private)

    await town.passes(days=3)
    assert "#1" in await town.last(member, private)
    _solved, not_yet, _something_else, _never = await town.buttons(member, private)

    answer = await member.presses(not_yet, private)
    assert "Mihai" in answer.text
    card = await town.last(mihai, "staff-room")
    assert "Mihai" in card and "open" in card
    assert len(town.channels(mihai, Kind.PRIVATE)) == 1
