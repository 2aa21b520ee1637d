"""Criticism stays, people are protected: warned in private before anything is removed, on whichever platform."""

from tests.contract.stage import Stage

ROOM = "staff-room"
ANGRY = "This fucking update ate my save file, fix your shit"
INSULT = "You are a brainless idiot and everybody here knows it"
AGAIN = "Nobody asked you, moron"
RULES = ("Stay on topic.", "No attacks on people.")


async def both_at_work(stage: Stage) -> None:
    """Two of staff are known, so that one can hear appeals against the other."""
    await stage.change(rules=RULES)
    for person in (stage.mihai, stage.daria):
        await person.types("questions")


async def step(stage: Stage, label: str) -> None:
    """Max attacks somebody, a step is taken by a click, and he reads it."""
    await stage.max.writes("support", INSULT)
    form = await stage.mihai.presses(label, ROOM)
    await form.fills(rule="2")
    assert INSULT in await stage.max.last(stage.max.private)
    await stage.max.presses("I've read this", stage.max.private)
    await stage.passes(minutes=20)


async def test_whoever_is_angry_at_a_thing_is_helped_and_never_proposed(stage: Stage) -> None:
    await stage.max.writes("support", ANGRY)
    await stage.passes(seconds=9)
    assert "#1" in await stage.max.last("support")
    room = await stage.daria.all(ROOM)
    assert "#1" in room and "attack somebody" not in room


async def test_the_abuser_is_warned_twice_before_one_message_goes(stage: Stage) -> None:
    await both_at_work(stage)
    for label in ("Send notice", "First warning", "Second warning"):
        await step(stage, label)
    await stage.max.writes("support", AGAIN)
    form = await stage.mihai.presses("Remove this message" if stage.removes else "Ask to delete it", ROOM)
    await form.fills(rule="2", text="It is about another member.")
    left, told = await stage.ana.all("support"), await stage.max.last(stage.max.private)
    assert INSULT in left, "what was warned for stays"
    assert (AGAIN in left) is not stage.removes
    assert AGAIN in told and "It is about another member." in told and "two warnings" in told
    assert ("was removed by Mihai" if stage.removes else "Mihai asks you to delete") in told
    trail = (await stage.daria.types("warning show", infraction=4)).text
    assert AGAIN in trail
    assert ("removed by the platform" if stage.removes else "was asked to delete") in trail


async def test_what_reaches_nobody_does_not_count(stage: Stage) -> None:
    await both_at_work(stage)
    await stage.shuts_every_door("max", "support")
    await stage.max.writes("support", INSULT)
    await (await stage.mihai.presses("Send notice", ROOM)).fills(rule="2")
    assert "it does not count" in await stage.mihai.all(ROOM)
    await stage.passes(minutes=20)
    await stage.max.writes("support", AGAIN)
    assert "A private notice" in await stage.mihai.last(ROOM), "it is still the first step"


async def test_whoever_may_not_warn_does_not_and_a_complaint_is_never_removed(stage: Stage) -> None:
    await both_at_work(stage)
    said = await stage.ana.writes("support", ANGRY)
    await stage.passes(seconds=9)
    await stage.max.chooses("Report abuse", said)
    assert "reads as a complaint" in await stage.mihai.last(ROOM)
    assert await stage.mihai.buttons(ROOM) == ["Not abuse", "Later"]
    refused = await stage.max.types("warning pardon", infraction=1, text="I did nothing.")
    assert "needs another role" in refused.text
    assert ANGRY in await stage.max.all("support")
