"""One cause behind many cases, on whichever platform: one notice in public, and the same words to each in private."""

from tests.contract.stage import Stage
from tests.contract.test_members import BROKEN, complaint

DOWN = "The server does not answer."


async def opened(stage: Stage) -> None:
    """Max and Ana wrote about the same, and Daria opened an incident and told everybody."""
    await complaint(stage)
    await stage.ana.writes("support", BROKEN)
    await stage.passes(seconds=9)
    answer = await stage.daria.types("incident open", case=1)
    assert "The incident is yours" in answer.text
    asked = await answer.presses("Public notice")
    told = await asked.fills(text=DOWN, next_update="1h")
    assert "2 people hear it. Public notices: 1" in told.text
    await stage.passes(seconds=1)


async def test_one_word_reaches_everybody_and_one_notice_stands_in_public(stage: Stage) -> None:
    await opened(stage)
    assert "Next update here by" in await stage.vera.all("support")
    for member in (stage.max, stage.ana):
        assert DOWN in await member.last(member.private)
    await stage.daria.types("incident update", text="It answers again, slowly.")
    await stage.passes(seconds=1)
    public = await stage.vera.all("support")
    assert "It answers again, slowly." in public and DOWN not in public
    await stage.daria.types("incident solve", text="It answers as ever.")
    await stage.passes(seconds=2)
    assert "Settled since" in await stage.vera.all("support")
    for member in (stage.max, stage.ana):
        assert "It answers as ever." in await member.last(member.private)


async def test_nobody_is_answered_aloud_and_same_here_is_told_the_end(stage: Stage) -> None:
    said = await complaint(stage)
    await stage.daria.types("incident open", case=1)
    before = len(await stage.ana.reads("support"))
    await stage.ana.writes("support", BROKEN)
    await stage.passes(seconds=9)
    assert len(await stage.ana.reads("support")) == before + 1
    assert "#2" in await stage.ana.all(stage.ana.private)
    await stage.vera.writes("support", "у меня тоже", to=said)
    await stage.daria.types("incident solve", text="It answers as ever.")
    await stage.passes(seconds=2)
    assert "It answers as ever." in await stage.vera.last(stage.vera.direct)


async def test_whoever_has_something_else_goes_alone(stage: Stage) -> None:
    await opened(stage)
    answer = await stage.ana.presses("Mine is something else", stage.ana.private)
    assert "matter of its own" in answer.text
    await stage.daria.types("incident solve", text="It answers as ever.")
    await stage.passes(seconds=2)
    assert "It answers as ever." not in await stage.ana.all(stage.ana.private)
    assert "#2: new" in await stage.daria.all("staff-room")
