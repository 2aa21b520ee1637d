"""What is put to staff, what never is, and how a card ends."""

import json

from sqlalchemy import select

from adapters.sandbox.seeds import STAFF_ROOM
from bot.community import Contact
from cogs.warnings.store import proposals
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.test_privacy import handled
from tests.scenarios.town import Town
from tests.warnings.test_ladder import ABUSE, card, take

THREAT = "I will find you and kill you"
LURE = "You have won! verify your wallet at http://wallet-verify.example seed phrase"


async def room(town: Town) -> str:
    return "\n".join(await town.reads(town.mihai, STAFF_ROOM))


async def kept(town: Town) -> int:
    async with town.app.house.database.reading() as tx:
        return len((await tx.execute(select(proposals.c.id))).all())


async def test_one_outburst_is_one_card_and_what_is_both_goes_both_ways(village: Town) -> None:
    await village.max.says("support", f"{BROKEN} Your devs are brain-dead morons.")
    await village.max.says("general", "Nobody asked you, moron")
    await village.passes(seconds=9)
    assert await kept(village) == 1
    told = await card(village)
    assert "Case: #1" in told and "brain-dead" in told and "Nobody asked you" in told
    assert "#1" in await village.last(village.max, "support"), "the case goes its way"


async def test_words_to_staff_in_a_private_place_count_too(village: Town) -> None:
    private = await complain(village)
    await village.max.says(private, ABUSE)
    await take(village, "Send notice")
    told = await village.last(village.max, private)
    assert "#1 is not affected" in told, "it is said where they talk already"


async def test_a_threat_is_for_the_named_people_at_once_and_never_proposed(village: Town) -> None:
    await village.change(safety_contact=Contact("elena", "Elena"), maybe_cards=False)
    await village.max.says("general", THREAT)
    await village.passes(seconds=9)
    told = await room(village)
    assert "Elena" in told and "the platform's own tools" in told
    assert "attack somebody" not in told and await kept(village) == 0


async def test_phishing_is_one_line_an_hour_to_staff(village: Town) -> None:
    for _ in range(3):
        await village.vera.says("general", LURE)
    assert (await room(village)).count("phishing or a scam") == 1
    assert await kept(village) == 0


async def test_staff_and_whoever_is_left_alone_are_not_judged(village: Town) -> None:
    await village.change(left_alone=frozenset({"max"}))
    await village.daria.says("general", ABUSE)
    await village.max.says("general", ABUSE)
    await village.change(left_alone=frozenset(), warnings=False)
    await village.vera.says("general", ABUSE)
    assert await kept(village) == 0


async def test_what_its_author_takes_back_is_not_judged_and_its_words_go(village: Town) -> None:
    first = await village.max.says("general", ABUSE)
    second = await village.max.says("general", "Nobody asked you, moron")
    await village.max.edits(first, "The last update was a poor one")
    told = await card(village)
    assert "its author has rewritten it" in told and "brain-dead" not in told
    await village.max.deletes(second)
    told = await card(village)
    assert "deleted meanwhile" in told and "nothing to act on" in told
    assert await village.buttons(village.mihai, STAFF_ROOM) == ["Not abuse", "Later"]


async def test_not_abuse_takes_the_card_down_and_nobody_hears_of_it(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await village.mihai.presses("Not abuse", STAFF_ROOM)
    assert await kept(village) == 0
    assert "attack somebody" not in await room(village)
    assert await village.reads(village.max, "general") == [ABUSE]


async def test_later_brings_the_card_back_and_a_week_without_an_answer_ends_it(village: Town) -> None:
    await village.max.says("general", ABUSE)
    answer = await village.mihai.presses("Later", STAFF_ROOM)
    assert "is back at" in answer.text
    assert "attack somebody" not in await room(village)
    await village.passes(days=1)
    assert "attack somebody" in await room(village)
    await village.passes(days=7)
    assert await kept(village) == 0 and "attack somebody" not in await room(village)


async def test_a_reported_complaint_is_looked_at_but_no_step_is_taken_for_it(village: Town) -> None:
    said = await village.max.says("general", BROKEN)
    await village.vera.chooses("abuse report", said)
    told = await card(village)
    assert "somebody reported it" in told and "reads as a complaint" in told
    forged = f"1:warning.take:{village.row}:1,0,0"
    form = (await village.mihai.presses_id(forged, STAFF_ROOM)).forms[0]
    assert "reads as a complaint" in (await village.mihai.sends(form, rule="2")).text
    assert "no measure about" in (await village.mihai.types("warning list max")).text


async def test_forget_me_takes_what_was_proposed_and_what_was_done(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    await village.passes(hours=2)
    await village.max.says("general", "Nobody asked you, moron")
    shown = json.dumps(await handled(village, "export"))
    assert "brain-dead" in shown and "Nobody asked you" in shown
    await handled(village, "forget")
    assert "brain-dead" not in json.dumps(await handled(village, "export"))
    assert await kept(village) == 0
