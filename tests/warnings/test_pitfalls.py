"""What could go wrong between two people's clicks, after an edit, or when an appeal was won: nothing does."""

import asyncio

from sqlalchemy import select

from adapters.sandbox.seeds import STAFF_ROOM
from bot.infractions.model import Step, Undone
from bot.measures import acknowledged, reduce, staff_count, undo
from bot.vocabulary.people import Member, Role
from cogs.labels.store import labels
from tests.appeals.measures import at_work
from tests.appeals.measures import warned as was_warned
from tests.scenarios.test_member import complain
from tests.scenarios.test_privacy import handled, rows
from tests.scenarios.town import Town
from tests.warnings.test_ladder import ABUSE, card, take, warned, warned_twice
from tests.warnings.test_proposing import THREAT, kept

DARIA = Member("daria", "Daria", Role.MODERATOR)
MORON = "Nobody asked you, moron"


async def test_on_either_database_staff_see_the_card_and_only_one_of_two_takes_a_step(
    either_village: Town,
) -> None:
    village = either_village
    await village.max.says("general", ABUSE)
    await village.passes(minutes=20)
    await village.max.says("general", MORON)
    assert MORON in await card(village)
    forms = [
        (await village.mihai.presses_id(f"1:warning.take:{village.row}:{number},0,0", STAFF_ROOM)).forms[0]
        for number in (1, 2)
    ]
    answers = await asyncio.gather(
        village.mihai.sends(forms[0], rule="2"), village.daria.sends(forms[1], rule="2")
    )
    assert sum("goes out" in answer.text for answer in answers) == 1
    async with at_work(village) as ctx:
        assert len(await ctx.infractions.of_member("max")) == 1


async def test_the_second_moderator_agrees_to_the_words_that_the_first_one_read(village: Town) -> None:
    await village.change(second_moderator=True)
    await warned_twice(village)
    first = await village.max.says("general", ABUSE)
    await take(village, "Remove this message", text="He attacks another member.")
    await village.max.says("general", MORON)
    await village.max.edits(first, f"{MORON}, all of you")
    agreed = await village.daria.presses_id(f"1:removal.agree:{village.row}:1")
    assert "Something has changed" in agreed.text
    assert MORON in await village.reads(village.daria, "general")
    await village.max.deletes(first)
    assert "Remove this message" in await village.buttons(village.mihai, STAFF_ROOM), "the other one can go"


async def test_what_was_judged_with_its_outburst_is_not_put_to_staff_again_for_a_changed_word(
    village: Town,
) -> None:
    first = await village.max.says("general", MORON)
    await village.max.says("general", ABUSE)
    await take(village, "Send notice")
    await village.passes(days=2)
    await village.max.edits(first, f"{MORON}!")
    assert await kept(village) == 1


async def test_an_appeal_that_was_won_is_not_undone_by_somebody_elses_report(village: Town) -> None:
    measure = await was_warned(village, village.max, village.mihai)
    async with at_work(village) as ctx:
        await undo(ctx, measure, Undone.OVERTURNED, DARIA)
    said = next(one for one in await village.world.history("off-topic") if one.id == measure.message.message)
    await village.vera.chooses("abuse report", said)
    async with village.app.house.database.reading() as tx:
        judged = (await tx.execute(select(labels.c.is_one))).scalars().all()
    assert judged == [False]


async def test_whoever_reads_at_the_same_moment_does_not_bring_back_what_was_taken_back(
    village: Town,
) -> None:
    seen = await was_warned(village, village.max, village.mihai)
    async with at_work(village) as ctx:
        await undo(ctx, seen, Undone.PARDONED, DARIA)
        await acknowledged(ctx, seen)
        known = await ctx.infractions.get(seen.id)
    assert known is not None and known.undone is Undone.PARDONED and known.acknowledged_at is not None


async def test_whom_it_is_about_is_nobody_who_could_hear_the_appeal(village: Town) -> None:
    async with at_work(village) as ctx:
        assert await staff_count(ctx, "max") == 2
        assert await staff_count(ctx, "daria") == 1


async def test_staff_see_that_a_removal_could_not_be_told_and_can_try_again(village: Town) -> None:
    await village.world.set_private_threads("general", allowed=False)
    await village.world.set_dms_open("max", dms_open=False)
    await warned_twice(village)
    await village.max.says("general", MORON)
    await take(village, "Remove this message", text="He attacks another member.")
    assert MORON not in await village.reads(village.daria, "general")
    told = await card(village)
    assert "Removed" in told and "could not be delivered" in told
    await village.world.set_dms_open("max", dms_open=True)
    await village.mihai.presses("Try again", STAFF_ROOM)
    assert MORON in await village.last(village.max, "dm-max")


async def test_who_wants_to_be_forgotten_is_in_no_report_of_others_either(village: Town) -> None:
    said = await village.max.says("off-topic", THREAT)
    await village.vera.chooses("abuse report", said)
    await handled(village, "forget")
    left = await rows(village.app.house.database)
    assert THREAT not in left, [line for line in left.splitlines() if THREAT in line]
    assert "'max'" not in left, [line for line in left.splitlines() if "'max'" in line]


async def test_words_that_fill_no_message_are_shown_and_given_back_as_a_file(village: Town) -> None:
    await warned_twice(village)
    await village.max.says("general", long := f"{ABUSE} " * 1200)
    await take(village, "Remove this message", text="He attacks another member.")
    given = (await village.messages(village.max, village.private(village.max)))[-1]
    assert long.strip() in str(given.body), "the text file stands in the message's body here"
    assert ABUSE in (await village.daria.types("warning show 4")).text


async def test_the_card_names_no_case_that_has_left_the_staff_room(village: Town) -> None:
    await village.elena.types("set managers-room managers-room")
    private = await complain(village)
    first = await village.max.says(private, ABUSE)
    assert "Case: #1" in await card(village)
    assert "managers' room" in (await village.daria.types("case about 1 Mihai")).text
    await village.max.edits(first, f"{ABUSE}, all of you")
    assert "Case: #1" not in await card(village)


async def test_nobody_takes_a_step_for_what_was_said_in_a_case_about_themselves(village: Town) -> None:
    await village.elena.types("set managers-room managers-room")
    await village.max.says(await complain(village), ABUSE)
    pressed = (await village.mihai.presses("Send notice", STAFF_ROOM)).forms[0]
    await village.daria.types("case about 1 Mihai")
    assert "or is over" in (await village.mihai.sends(pressed, rule="2")).text
    assert "no measure about Max" in (await village.daria.types("warning list Max")).text


async def test_what_an_appeal_made_milder_reads_as_that_where_it_was_told(village: Town) -> None:
    await warned(village, "Send notice")
    await warned(village, "First warning")
    private = village.private(village.max)
    assert "This is a first warning" in await village.last(village.max, private)
    async with at_work(village) as ctx:
        await reduce(ctx, (await ctx.infractions.of_member("max"))[-1], Step.NOTICE, DARIA)
    assert "This is a first warning" not in (now := await village.last(village.max, private))
    assert "a first warning follows" in now


async def test_what_is_no_abuse_is_kept_with_the_rules_that_took_it_for_some(village: Town) -> None:
    await village.max.says("general", ABUSE)
    await village.mihai.presses("Not abuse", STAFF_ROOM)
    async with village.app.house.database.reading() as tx:
        [known] = (await tx.execute(select(labels))).all()
    assert known.is_one is False and known.rules
