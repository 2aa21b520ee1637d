"""Members see their own measures and nobody else's; managers see moderators' figures and nobody else does."""

from bot.infractions.model import Step
from tests.appeals.measures import INSULT, warned
from tests.appeals.test_appealing import ROOM, WORDS, decides
from tests.scenarios.town import Town


async def test_a_member_sees_their_own_measures_and_what_can_be_done(court: Town) -> None:
    await warned(court, court.max, court.mihai, Step.NOTICE)
    await warned(court, court.ana, court.mihai, Step.SECOND_WARNING, language="ro")
    mine = await court.max.types("my-data warnings")
    assert "1. Notice" in mine.text and "Be kind to people." in mine.text and INSULT in mine.text
    assert "It counts until" in mine.text and "Second warning" not in mine.text
    assert [(b.label, b.action) for b in mine.buttons] == [
        ("1: I've read it", "warning read"),
        ("1: appeal", "appeal make"),
    ]
    assert "Nothing was ever decided" in (await court.daria.types("my-data warnings")).text
    await court.passes(days=15)
    assert "doesn't count any more" in (await court.max.types("my-data warnings")).text


async def test_it_says_what_became_of_the_appeal(court: Town) -> None:
    await warned(court, court.max, court.mihai, Step.SECOND_WARNING)
    await court.max.types(f"appeal {WORDS}")
    assert "you hear the outcome by" in (await court.max.types("my-data warnings")).text
    await decides(court, court.daria, "Reduce by a step")
    mine = (await court.max.types("my-data warnings")).text
    assert "it counts as a first warning" in mine and "reduced" in mine


async def test_many_measures_still_fit_into_one_message(court: Town) -> None:
    for _ in range(6):
        await warned(court, court.max, court.mihai)
    mine = await court.max.types("my-data warnings")
    assert "5. First warning" in mine.text and "And 1 older one." in mine.text and len(mine.buttons) == 10


async def test_figures_are_for_managers_alone(court: Town) -> None:
    await warned(court, court.max, court.mihai, Step.NOTICE)
    await warned(court, court.max, court.mihai, Step.FIRST_WARNING)
    await warned(court, court.ana, court.daria, Step.REMOVAL, language="ro")
    await court.max.types(f"appeal {WORDS}")
    await decides(court, court.daria, "Overturn")
    assert "needs another role" in (await court.mihai.types("moderation figures")).text
    assert "needs another role" in (await court.max.types("moderation figures")).text
    told = (await court.elena.types("moderation figures")).text
    assert "Mihai: notices: 1, warnings: 1, removals: 0; appeals upheld: 0, reduced: 0, overturned: 1" in told
    assert "Daria: notices: 0, warnings: 0, removals: 1" in told
    alone = (await court.elena.types("moderation figures Daria")).text
    assert "Daria" in alone and "Mihai" not in alone
    await court.passes(days=91)
    assert "No measures were taken" in (await court.elena.types("moderation figures")).text
    assert WORDS not in "\n".join(await court.reads(court.mihai, ROOM)), "the card is gone by then"
