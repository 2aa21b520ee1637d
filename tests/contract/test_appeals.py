"""A mistake is put right by somebody else, and whoever reports abuse hears what came of it; on whichever platform."""

from tests.contract.stage import Stage

ROOM = "staff-room"
INSULT = "You are a brainless idiot and everybody here knows it"
RULES = ("Be kind to people.", "No spam.")


async def both_at_work(stage: Stage) -> None:
    """Two of staff are known, so that one can hear appeals against the other."""
    await stage.change(rules=RULES)
    for person in (stage.mihai, stage.daria):
        await person.types("questions")


async def test_the_member_warned_by_mistake_appeals_and_wins(stage: Stage) -> None:
    await both_at_work(stage)
    await stage.max.writes("support", INSULT)
    form = await stage.mihai.presses("Send notice", ROOM)
    await form.fills(rule="1")
    assert INSULT in await stage.max.last(stage.max.private)
    assert "Notice" in (await stage.max.types("my-data warnings")).text
    form = await stage.max.presses("Appeal", stage.max.private)
    assert "did not take the measure" in (await form.fills(text="It is a line from a play.")).text
    form = await stage.mihai.presses("Overturn", ROOM)
    assert "had a part in the measure" in (await form.fills(text="Oh well.")).text
    form = await stage.daria.presses("Overturn", ROOM)
    assert "doesn't count" in (await form.fills(text="It is a quotation.")).text
    told = await stage.max.all(stage.max.private)
    assert "accepted: the notice of" in told and "It is a quotation." in told and "sorry" in told
    assert "It was overturned after your appeal" in (await stage.max.types("my-data warnings")).text
    assert "Decided by Daria" in await stage.mihai.all(ROOM)


async def test_a_member_reports_abuse_and_hears_what_came_of_it(stage: Stage) -> None:
    await both_at_work(stage)
    said = await stage.ana.writes("support", "Max, nobody here wants to read anything from you")
    assert "Received" in (await stage.max.chooses("Report abuse", said)).text
    await stage.daria.presses("Not abuse", ROOM)
    told = await stage.max.last(stage.max.direct)
    assert "it may stay" in told and "Ana" not in told and "Daria" not in told
    assert "may stay" not in await stage.ana.all(stage.ana.direct)
