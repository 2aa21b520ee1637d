"""Abuse of people is warned, step by step, by a person's click; only then can one message be removed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from adapters.sandbox.model import COMMUNITY, StoredMessage
from adapters.sandbox.seeds import STAFF_ROOM
from bot.infractions.model import WARNINGS, Infraction, Step
from bot.measures import acknowledged, delivered
from bot.measures import take as take_step
from bot.vocabulary.places import MessageRef
from tests.scenarios.test_member import BROKEN
from tests.scenarios.town import Answer, Someone, Town
from tests.warnings.conftest import RULES

ABUSE = "Your devs are brain-dead morons"
ANGRY = "This fucking update ate my save file, fix your shit"


async def take(town: Town, label: str, who: Someone | None = None, **values: str) -> Answer:
    """Press the step on the newest card and send its form."""
    who = who or town.mihai
    form = (await who.presses(label, STAFF_ROOM)).forms[0]
    return await who.sends(form, **{"rule": "2", **values})


async def card(town: Town) -> str:
    """The newest card that is about a person."""
    told = await town.reads(town.mihai, STAFF_ROOM)
    return next(text for text in reversed(told) if "attack" in text or "Decided" in text)


async def warned(town: Town, label: str, text: str = ABUSE) -> StoredMessage:
    """Max attacks somebody again, a step is taken, and he reads it."""
    said = await town.max.says("general", text)
    await take(town, label)
    await town.max.presses("I've read this", town.private(town.max))
    await town.passes(minutes=20)
    return said


async def warned_twice(town: Town) -> None:
    """Max has had a notice and two warnings, each read before the next one: as if by Mihai's clicks."""
    house = town.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.warned") as tx:
        ctx = house.context(tx, known)
        for number, step in enumerate((Step.NOTICE, *WARNINGS)):
            at = ctx.now - timedelta(hours=3 - number)
            then = replace(ctx, now=at)
            said = MessageRef("general", f"before-{number}")
            measure = Infraction(
                0, "max", "Max", step, said, at, ABUSE, (), RULES[1], 2, "mihai", "Mihai", None, "en", at
            )
            await acknowledged(then, await delivered(then, await take_step(then, measure)))


async def test_whoever_is_angry_at_a_thing_is_helped_and_never_proposed(village: Town) -> None:
    await village.max.says("support", ANGRY)
    await village.passes(seconds=9)
    told = "\n".join(await village.reads(village.mihai, STAFF_ROOM))
    assert "#1" in told
    assert "attack somebody" not in told


async def test_a_notice_goes_out_by_a_click_in_private_and_in_public_nothing_is_said(village: Town) -> None:
    await village.max.says("general", ABUSE)
    assert await village.reads(village.max, "general") == [ABUSE]
    assert "A private notice" in await card(village)
    answer = await take(village, "Send notice")
    assert "goes out" in answer.text
    told = await village.last(village.max, village.private(village.max))
    assert ABUSE in told and "rule 2: No attacks on people" in told
    assert "not a warning" in told and "You can appeal until" in told
    assert "not read yet" in await card(village)
    await village.max.presses("I've read this", village.private(village.max))
    assert "Read" in await card(village)
    assert await village.reads(village.max, "general") == [ABUSE]


async def test_after_two_warnings_one_message_can_be_removed_with_its_words_given_back(village: Town) -> None:
    for label in ("Send notice", "First warning", "Second warning"):
        await warned(village, label)
    await village.max.says("general", "Nobody asked you, moron")
    await village.max.says("general", "hello again")
    answer = await take(village, "Remove this message", text="He attacks another member.")
    assert "is being removed" in answer.text
    left = await village.reads(village.daria, "general")
    assert "Nobody asked you, moron" not in left
    assert [text for text in left if text == ABUSE] == [ABUSE] * 3, "the others stay"
    assert "hello again" in left
    told = await village.last(village.max, village.private(village.max))
    assert "removed by Mihai" in told and "Nobody asked you, moron" in told
    assert "He attacks another member." in told and "two warnings" in told
    trail = (await village.daria.types("warning show 4")).text
    assert "Nobody asked you, moron" in trail and "removed by the platform" in trail


async def test_what_reaches_nobody_does_not_count_and_can_be_tried_again(village: Town) -> None:
    await village.world.set_private_threads("general", allowed=False)
    await village.world.set_dms_open("max", dms_open=False)
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    assert "Could not be delivered: it does not count." in await card(village)
    await village.world.set_dms_open("max", dms_open=True)
    await village.mihai.presses("Try again", STAFF_ROOM)
    assert "not a warning" in await village.last(village.max, "dm-max")
    assert "not read yet" in await card(village)


async def test_a_matter_begun_in_the_dm_of_a_notice_is_heard(village: Town) -> None:
    await village.world.set_private_threads("general", allowed=False)
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    await village.max.says("dm-max", BROKEN)
    await village.passes(seconds=9)
    assert "#1" in await village.last(village.max, "dm-max")


async def test_no_step_follows_before_the_last_one_was_read(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    await village.passes(minutes=5)
    await village.max.says("general", ABUSE)
    assert "before the last measure was read" in await card(village)
    assert await village.buttons(village.mihai, STAFF_ROOM) == ["Nothing further", "Not abuse", "Later"]
    await village.mihai.presses("Nothing further", STAFF_ROOM)
    await village.passes(minutes=20)
    await village.max.says("general", "hello")
    await village.passes(minutes=20)
    await village.max.says("general", ABUSE)
    assert "A first warning" in await card(village), "whoever goes on writing has had the time to read"


async def test_the_button_names_the_step_that_is_taken(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await village.daria.says("general", "please stay calm")
    forged = f"1:warning.take:{village.row}:1,0,2"
    form = (await village.mihai.presses_id(forged, STAFF_ROOM)).forms[0]
    assert "Something has changed" in (await village.mihai.sends(form, rule="2")).text
    assert "1 to 2" in (await take(village, "Send notice", rule="9")).text
    await village.change(rules=())
    assert "/set rules" in (await take(village, "Send notice")).text


async def test_where_two_moderators_are_asked_for_the_second_is_somebody_else(village: Town) -> None:
    await village.change(second_moderator=True)
    await warned_twice(village)
    await village.max.says("general", "Nobody asked you, moron")
    answer = await take(village, "Remove this message", text="He attacks another member.")
    assert "A second moderator has to agree" in answer.text
    assert "Mihai wants this message removed" in await card(village)
    assert "somebody else" in (await village.mihai.presses("Agree", STAFF_ROOM)).text
    assert "Nobody asked you, moron" in await village.reads(village.daria, "general")
    await village.daria.presses("Agree", STAFF_ROOM)
    assert "Nobody asked you, moron" not in await village.reads(village.daria, "general")
    assert "a second moderator agreed. Daria" in (await village.elena.types("warning show 4")).text


async def test_with_nobody_else_on_staff_there_is_no_removal(village: Town) -> None:
    await warned_twice(village)
    async with village.app.house.database.transaction("test.alone") as tx:
        known = await village.app.house.community(COMMUNITY)
        assert known is not None
        await village.app.house.context(tx, known).deciders.lost("daria")
    await village.max.says("general", "Nobody asked you, moron")
    assert "Nobody else on staff is known" in await card(village)
    assert "Remove this message" not in await village.buttons(village.mihai, STAFF_ROOM)


@pytest.mark.parametrize("action", ["message.remove", "message.ask"])
async def test_a_forged_button_removes_nothing_and_the_log_knows(village: Town, action: str) -> None:
    await village.max.says("general", ABUSE)
    forged = f"1:{action}:{village.row}:1,0"
    elsewhere = f"1:{action}:{village.row + 1}:1,0"
    form = (await village.mihai.presses_id(forged, STAFF_ROOM)).forms[0]
    with capture_logs() as logs:
        answer = await village.mihai.sends(form, rule="2", text="I don't like it.")
        assert "Two warnings that count" in answer.text
        assert "needs another role" in (await village.max.sends(form, rule="2", text="Me neither.")).text
        assert "no longer works" in (await village.mihai.presses_id(elsewhere, STAFF_ROOM)).text
    known = [(line["event"], line["code"]) for line in logs]
    assert known == [
        ("measure.refused", "no_warnings"),
        ("action.refused", "error.not_allowed"),
        ("action.refused", "error.button"),
    ]
    assert await village.reads(village.daria, "general") == [ABUSE]
    assert "no measure about" in (await village.mihai.types("warning list max")).text


async def test_what_was_taken_back_counts_no_more_and_the_member_hears_why(village: Town) -> None:
    await warned(village, "Send notice")
    assert "needs another role" in (await village.max.types("warning pardon 1 I am sorry.")).text
    answer = await village.daria.types("warning pardon 1 They are friends and laughed.")
    assert "doesn't count" in answer.text
    told = await village.reads(village.max, village.private(village.max))
    assert "They are friends and laughed." in told[-1]
    assert "taken back" in told[-2] and ABUSE not in told[-2]
    await village.max.says("general", ABUSE)
    assert "A private notice" in await card(village), "it begins anew"


async def test_nobody_else_can_say_that_they_have_read_it(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    assert "другого человека" in (await village.vera.presses_id(f"1:warning.read:{village.row}:1")).text
    assert "not read yet" in await card(village)


async def test_what_the_member_answers_there_reaches_the_team(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    aside = village.private(village.max)
    await village.max.says(aside, "They were rude to me first.")
    await village.max.says(aside, "Look it up.")
    room = "\n".join(await village.reads(village.daria, STAFF_ROOM))
    assert "They were rude to me first." in room and "Look it up." in room
    read = await village.reads(village.max, aside)
    assert sum("The moderators read what you write here" in text for text in read) == 1


async def test_a_manager_says_how_far_the_ladder_goes(village: Town) -> None:
    assert "needs another role" in (await village.mihai.types("set warnings off")).text
    await village.elena.types("set warnings warn")
    await village.elena.types("set appeal-address mods@community.example")
    await warned(village, "Send notice")
    assert "mods@community.example" in await village.last(village.max, village.private(village.max))
    await warned_twice(village)
    await village.max.says("general", "Nobody asked you, moron")
    assert "Removal is switched off" in await card(village)


async def test_the_case_in_a_removed_message_goes_on_with_its_words(village: Town) -> None:
    await warned_twice(village)
    both = f"{BROKEN} You moron, Mihai."
    await village.max.says("support", both)
    await village.passes(seconds=9)
    form = (await village.mihai.presses("Remove this message", STAFF_ROOM)).forms[0]
    asked = await village.mihai.sends(form, rule="2", text="Calm down, you insulted me.")
    assert "waves the matter away" in asked.text, "the author of a reason is shown what could hurt, too"
    await village.mihai.sends(form, rule="2", text="It insults Mihai. The rest can be said again.")
    assert both not in await village.reads(village.daria, "support")
    assert "#1 is not affected" in await village.last(village.max, village.private(village.max))
    shown = (await village.daria.types("case show 1")).text
    assert BROKEN in shown and "closed" not in shown


async def test_the_words_go_when_nobody_can_appeal_any_more(village: Town) -> None:
    await warned(village, "Send notice")
    assert ABUSE in (await village.daria.types("warning show 1")).text
    await village.passes(days=62)
    shown = (await village.daria.types("warning show 1")).text
    assert ABUSE not in shown and "not kept any more" in shown
