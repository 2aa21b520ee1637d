"""Who must not see an alarm doesn't, and where it can't be shown somebody hears of it all the same."""

from adapters.sandbox.model import COMMUNITY
from bot.community import Contact
from bot.detection import Topic
from bot.vocabulary.questions import StaffLost
from tests.alarms.conftest import PEOPLE
from tests.alarms.test_managers import LAWYER, NEEDED, ROOM, room
from tests.scenarios.test_member import complain
from tests.scenarios.town import Town

OTHER = "It is the blue one, from April."
GRAVE = "You charged my card twice, 400 euros are gone and nobody answers. I want my money back."


async def leaves(town: Town, person: str) -> None:
    """Somebody has no role any more."""
    house = town.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.lost") as tx:
        ctx = house.context(tx, known)
        await ctx.dispatch(ctx, StaffLost(person))
    house.wake_relay()
    await town.settled()


async def directly(town: Town, person: str) -> str:
    return "\n".join(await town.reads(getattr(town, person), f"dm-{person}"))


async def test_a_manager_who_is_gone_keeps_nothing_about_a_colleague(office: Town) -> None:
    await complain(office, LAWYER)
    await office.mihai.types("case about 1 elena")
    assert LAWYER in await directly(office, "daria")
    await leaves(office, "daria")
    assert LAWYER not in await directly(office, "daria")


async def test_nor_if_nobody_had_taken_it(office: Town) -> None:
    await complain(office, LAWYER)
    await office.mihai.types("case about 1 elena")
    await office.passes(minutes=31)
    await leaves(office, "daria")
    assert LAWYER not in await directly(office, "daria")


async def test_a_line_of_the_list_that_is_about_a_manager_calls_another_one(office: Town) -> None:
    await office.change(pings_an_hour=1)
    await complain(office, LAWYER)
    await office.ana.says("support", LAWYER)
    await office.passes(seconds=9)
    await office.mihai.types("case about 2 elena")
    assert "A manager is needed: #2" in await directly(office, "daria")
    assert "#2" not in await room(office)


async def test_what_was_waiting_for_anybody_calls_another_one_when_it_is_about_a_manager(
    office: Town,
) -> None:
    await office.elena.types("alarm people daria out")
    await complain(office, LAWYER)
    await office.passes(minutes=31)
    await office.change(alarm_people=PEOPLE)
    await office.mihai.types("case about 1 elena")
    assert NEEDED in await directly(office, "daria")


async def test_where_the_managers_room_is_gone_the_staff_room_has_it(office: Town) -> None:
    await office.change(managers_room="no-such-room")
    await complain(office, LAWYER)
    staff = "\n".join(await office.reads(office.mihai, "staff-room"))
    assert NEEDED in staff and "Elena, this needs to be taken" in staff
    await office.passes(minutes=31)
    staff = "\n".join(await office.reads(office.mihai, "staff-room"))
    assert staff.count(NEEDED) == 1 and "Daria, this needs to be taken" in staff
    await office.elena.types("alarm take 1")
    assert "Elena has taken it" in "\n".join(await office.reads(office.mihai, "staff-room"))


async def test_what_belongs_to_another_case_is_not_quoted_any_more(office: Town) -> None:
    await office.world.set_private_threads("support", allowed=False)
    await office.max.types("complain The app lost my saved game and nobody answers.")
    await office.max.types(f"complain {LAWYER}")
    for number in (1, 2):
        await office.mihai.types(f"case reply {number} Which version is it?")
    await office.max.says("dm-max", OTHER)
    assert OTHER in await room(office)
    label = next(one for one in await office.buttons(office.max, "dm-max") if one.startswith("#1"))
    await office.max.presses(label, "dm-max")
    assert OTHER not in await room(office)


async def test_handed_on_twice_by_mistake_nobody_is_passed_over(office: Town) -> None:
    await office.change(alarm_people=(*PEOPLE, Contact("mihai", "Mihai")))
    await complain(office, LAWYER)
    for _ in range(2):
        assert "next manager is called" in (await office.elena.types("alarm pass 1")).text
    assert "Daria, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_taken_in_the_one_it_is_taken_in_the_other_though_that_waits_for_the_morning(
    office: Town,
) -> None:
    await office.change(high_at_any_hour=False)
    await complain(office, LAWYER)
    await office.elena.types("alarm take 1")
    await office.passes(hours=12)
    await office.max.types("complain The app lost my saved game.")
    await office.mihai.types("case merge 1 2")
    await office.passes(hours=12)
    texts = await room(office)
    assert "Elena has taken it" in texts and "this needs to be taken" not in texts


async def test_whoever_was_called_in_vain_is_not_called_again_for_the_case_it_goes_on_in(
    office: Town,
) -> None:
    await complain(office, LAWYER)
    await office.passes(minutes=31)
    assert "Daria, this needs to be taken" in await room(office)
    await office.max.types("complain The app lost my saved game.")
    await office.mihai.types("case merge 1 2")
    assert "Daria, this needs to be taken" in await office.last(office.elena, ROOM)


async def test_a_steady_stream_still_calls_somebody_each_hour(office: Town) -> None:
    await office.change(pings_an_hour=1)
    await complain(office, LAWYER)
    await office.passes(minutes=31)
    await office.ana.says("support", LAWYER)
    await office.passes(seconds=9)
    assert "A manager is needed: #2" not in await room(office)
    await office.passes(minutes=31)
    await office.vera.says("support", LAWYER)
    await office.passes(seconds=9)
    assert "A manager is needed: #3" in await room(office)


async def test_what_hits_many_at_once_is_called_out_by_the_incident_alone(office: Town) -> None:
    house = office.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.incident") as tx:
        ctx = house.context(tx, known)
        now = office.clock.now()
        for topic in Topic:
            await ctx.incidents.propose(topic, now, now, 6, 0.1)
    await complain(office, GRAVE)
    assert NEEDED not in await room(office)
    await office.ana.says("support", LAWYER)
    await office.passes(seconds=9)
    assert "lawyers" in await room(office)
