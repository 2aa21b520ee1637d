"""Measures as rows: kept whole, told of, and gone when their time is over; and what is sent for a removal."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.sandbox.model import COMMUNITY
from bot.context import Context
from bot.durable.database import Database
from bot.infractions.model import Infraction, Refused, Step, Undone
from bot.keeping import Keeping
from bot.measures import (
    delivered,
    forget,
    lost,
    order_removal,
    purge,
    reduce,
    removed,
    staff_count,
    standing_of,
    take,
    undo,
)
from bot.opening import opening_of
from bot.ports import Door, DoorShut, Transient
from bot.rollcall import RollCall
from bot.vocabulary.events import MemberLeft
from bot.vocabulary.people import Role
from bot.vocabulary.places import Aside, MessageRef, parse_place, place_key
from tests.fakes.directory import MIHAI
from tests.fakes.village import Village
from tests.infractions.making import NOW, taken, told, warned_twice
from tests.scenarios.town import Town

OTHER = replace(MIHAI, id="daria", name="Daria")


@pytest.fixture
async def village(sqlite_database: Database) -> Village:
    """Two moderators are at work, and Max was warned twice."""
    village = Village(sqlite_database)
    async with village.doing() as ctx:
        for person in (MIHAI, OTHER):
            await ctx.deciders.seen(person.id, ctx.now)
        for one in warned_twice():
            await ctx.infractions.add(one)
    return village


async def wanted(ctx: Context, **changed: object) -> Infraction:
    """Mihai wants a message removed that was said just now."""
    made = replace(taken(Step.REMOVAL, NOW, 9), taken_at=NOW, **changed)  # type: ignore[arg-type]
    ordered = await take(ctx, made)
    await order_removal(ctx, ordered)
    return ordered


async def went_out(village: Village) -> list[tuple[str, str | None]]:
    """What became of what was to be sent."""
    async with village.relaying():
        await village.delivered(impatient=True)
    return [(row.state, row.reason) for row in await village.rows()]


async def test_a_measure_is_kept_whole_and_forgotten_whole(database: Database) -> None:
    full = replace(
        told(taken(Step.FIRST_WARNING)),
        context=("What is that?", "Calm down."),
        refused=("dm",),
        counts_as=Step.NOTICE,
        undone=Undone.PARDONED,
        undone_at=NOW,
        undone_by="daria",
        wrote_at=NOW,
        second_by="daria",
        urgent=True,
        case_id=4,
    )
    async with Village(database).doing() as ctx:
        first = await ctx.infractions.add(taken(Step.NOTICE))
        kept = await ctx.infractions.add(full)
        assert kept == replace(full, id=kept.id)
        assert await ctx.infractions.get(kept.id) == kept
        changed = replace(kept, lost_at=NOW)
        await ctx.infractions.save(changed)
        assert await ctx.infractions.of_message(full.message) == [first, changed]
        await ctx.infractions.log(kept.id, "pardoned", "daria", "Daria", NOW, reason="kind")
        await purge(ctx)
        assert len(await ctx.infractions.logged(kept.id)) == 1
        await forget(ctx, "daria")
        assert await ctx.infractions.get(kept.id) == replace(changed, undone_by="-", second_by="-")
        await forget(ctx, "max")
        assert await ctx.infractions.since(NOW - timedelta(days=9)) == []


async def test_measures_of_another_community_do_not_exist(village: Village) -> None:
    village.adopt(type(village.platform)("other"))
    async with village.doing("other") as ctx:
        assert await ctx.infractions.get(1) is None
        assert await ctx.infractions.of_member("max") == []
        assert await staff_count(ctx, "max") == 0
        assert (await standing_of(ctx, "max", ctx.now)).step is Step.NOTICE


async def test_what_was_wanted_and_is_permitted_is_removed_once(village: Village) -> None:
    async with village.doing() as ctx:
        one = await wanted(ctx)
        await order_removal(ctx, one)
    assert await went_out(village) == [("delivered", None)]
    assert village.platform.removed == [MessageRef("support", "m9")]


async def test_an_answer_that_was_lost_is_no_reason_to_keep_it_from_the_writer(village: Village) -> None:
    """The first attempt has removed it, and we never heard: the second finds nothing, and the writer is told."""
    async with village.doing() as ctx:
        await wanted(ctx)
    answers = iter([Transient("no_answer"), None])
    village.platform.error = lambda _method, _channel: next(answers)
    village.platform.removed.append(MessageRef("support", "m9"))
    assert await went_out(village) == [("delivered", None)]
    assert village.platform.calls["remove"] == 2


@pytest.mark.parametrize("called", [False, True])
async def test_killed_before_or_after_the_call_it_is_removed_once_and_the_writer_told(
    village: Village, called: bool
) -> None:
    """Its row was taken in flight, and whoever had it is dead: the next life takes it up."""
    async with village.doing() as ctx:
        one = await wanted(ctx)
    assert len(await village.claimed()) == 1
    if called:
        await village.platform.remove(village.platform.name, one.message)
    assert await went_out(village) == [("delivered", None)]
    assert village.platform.removed == [one.message]


async def test_what_stayed_in_the_end_is_its_authors_to_delete(village: Village) -> None:
    """Then its words are theirs again: nobody of staff has taken them down."""
    async with village.doing() as ctx:
        one = await wanted(ctx)
        assert await ctx.infractions.takes_down(one.message)
        kept = await lost(ctx, one)
        assert not await ctx.infractions.takes_down(one.message)
        await removed(ctx, kept)
        assert await ctx.infractions.takes_down(one.message), "only its author was not told"


async def test_what_is_taken_back_before_it_goes_out_is_never_done(village: Village) -> None:
    async with village.doing() as ctx:
        await wanted(ctx)
        await undo(ctx, (await ctx.infractions.of_member("max"))[1], Undone.OVERTURNED, OTHER)
    assert await went_out(village) == [("gone", "no_warnings")]
    assert village.platform.removed == []


async def test_what_was_edited_into_a_complaint_stays(village: Village) -> None:
    async with village.doing() as ctx:
        one = await wanted(ctx)
        await ctx.infractions.weigh(one.message, 0.1, 0.9, urgent=False)
    assert await went_out(village) == [("gone", "complaint")]


async def test_an_edit_is_heard_while_a_removal_is_on_its_way(community: Town) -> None:
    said = await community.max.says("support", "see you all tomorrow")
    house = community.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.wanted") as tx:
        ctx = house.context(tx, known)
        made = replace(taken(Step.REMOVAL, ctx.now), message=MessageRef("support", said.id))
        kept = await ctx.infractions.add(made)
        ctx.stir("support")
    await community.max.edits(said, "see you all on Monday")
    async with house.database.reading() as tx:
        found = await house.context(tx, known).infractions.get(kept.id)
    assert found is not None
    assert found.abuse < 0.5 < kept.abuse
    assert found.text == kept.text


async def test_a_platform_that_may_not_says_so(village: Village) -> None:
    village.platform.shuts("support", "may_not_remove")
    async with village.doing() as ctx:
        await wanted(ctx)
    assert await went_out(village) == [("shut", "may_not_remove")]


async def test_with_one_person_on_staff_nothing_is_taken(village: Village) -> None:
    async with village.doing() as ctx:
        await ctx.deciders.lost("daria")
    with pytest.raises(Refused, match="alone"):
        async with village.doing() as ctx:
            await wanted(ctx)
    assert await village.rows() == []


async def test_whoever_was_not_at_work_for_long_is_not_counted_on(village: Village) -> None:
    village.clock.move(days=89)
    async with village.doing() as ctx:
        await ctx.deciders.seen("daria", ctx.now)
        assert await staff_count(ctx, "max") == 2
        village.clock.move(days=2)
    async with village.doing() as ctx:
        assert await ctx.deciders.all(ctx.now) == ["daria"]


async def test_whoever_is_no_longer_staff_is_not_counted_on(sqlite_database: Database) -> None:
    village = Village(sqlite_database, Keeping())
    village.directory.people |= {"mihai": MIHAI, "daria": replace(OTHER, role=Role.MEMBER)}
    async with village.doing() as ctx:
        for person in ("mihai", "daria", "ilie"):
            await ctx.deciders.seen(person, ctx.now)
        await ctx.dispatch(ctx, MemberLeft("fake:main", "ilie", ctx.now))
    await RollCall(village.house).call()
    async with village.looking() as ctx:
        assert await ctx.deciders.all(ctx.now) == ["mihai"]


async def test_an_appeal_can_make_a_warning_milder_and_shorter_and_never_a_removal(village: Village) -> None:
    async with village.doing() as ctx:
        one = await delivered(ctx, await take(ctx, taken(Step.SECOND_WARNING, NOW, 5)))
        assert one.expires_at == NOW + timedelta(days=60)
        milder = await reduce(ctx, one, Step.NOTICE, OTHER)
        assert (milder.weight, milder.expires_at) == (Step.NOTICE, NOW + timedelta(days=14))
        with pytest.raises(ValueError, match="no milder"):
            await reduce(ctx, milder, Step.FIRST_WARNING, OTHER)
        with pytest.raises(ValueError, match="no milder"):
            await reduce(ctx, taken(Step.REMOVAL), Step.NOTICE, OTHER)


async def test_the_trail_says_who_did_what(village: Village) -> None:
    async with village.doing() as ctx:
        one = await delivered(ctx, await take(ctx, taken(Step.NOTICE, NOW, 5)))
        await undo(ctx, one, Undone.PARDONED, OTHER)
        trail = await ctx.infractions.logged(one.id)
    assert [(line.what, line.by_name) for line in trail] == [
        ("taken", "Mihai"),
        ("delivered", None),
        ("pardoned", "Daria"),
    ]
    assert trail[0].detail == {"step": "notice", "rule": 1}


async def test_it_is_brought_by_the_next_door_that_is_not_shut(village: Village) -> None:
    async with village.doing() as ctx:
        one = await ctx.infractions.add(taken(Step.NOTICE))
        place = Aside(one.id)
        opening = await opening_of(ctx, place)
        assert (opening.door, opening.member, opening.beside) == (Door.PRIVATE_THREAD, "max", one.message)
        await ctx.infractions.save(replace(one, refused=("private_thread", "private_channel")))
        later = await opening_of(ctx, place)
        assert (later.door, later.title) == (Door.DM, opening.title)
        assert later.key != opening.key
        await ctx.infractions.save(replace(one, refused=("private_thread", "private_channel", "dm")))
        with pytest.raises(DoorShut, match="no_door_left"):
            await opening_of(ctx, place)


def test_the_private_place_of_a_measure_has_a_key() -> None:
    assert parse_place(place_key(Aside(7))) == Aside(7)


async def test_words_go_when_the_time_for_appeals_is_over_and_the_measure_later(village: Village) -> None:
    async def left() -> list[tuple[Step, str | None]]:
        async with village.doing() as ctx:
            await purge(ctx)
            return [(one.step, one.text) for one in await ctx.infractions.of_member("max")]

    words = "You are an idiot, Ana."
    steps = [Step.NOTICE, Step.FIRST_WARNING, Step.SECOND_WARNING]
    assert await left() == [(step, words) for step in steps]
    village.clock.move(days=55)
    assert await left() == [(step, words) for step in steps]
    village.clock.move(days=6)
    assert await left() == [(step, None) for step in steps]
    village.clock.move(days=50)
    assert await left() == [(step, None) for step in steps[1:]]
    village.clock.move(days=60)
    assert await left() == []


async def test_who_is_forgotten_leaves_no_measure_and_who_was_staff_no_name(village: Village) -> None:
    async with village.doing() as ctx:
        one = await wanted(ctx, member_id="vera", member_name="Vera", reason="Rude.", step=Step.NOTICE)
        await ctx.places.keep(Aside(one.id), "thread-9")
        await forget(ctx, "max")
        assert await ctx.infractions.of_member("max") == []
        assert await ctx.infractions.logged(1) == []
        await forget(ctx, "mihai")
        (known,) = await ctx.infractions.of_member("vera")
        assert (known.by, known.by_name) == ("-", "-")
        assert [line.by for line in await ctx.infractions.logged(one.id)] == ["-"]
        await forget(ctx, "vera")
        assert await ctx.places.channel_of(Aside(one.id)) is None
        assert await ctx.infractions.since(NOW - timedelta(days=9)) == []
