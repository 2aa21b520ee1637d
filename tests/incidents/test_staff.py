"""Incidents as staff live through them: asked with figures, taken by one, told once, ended for all."""

import asyncio

from tests.incidents.crowd import NEVER_CAME, Crowd


async def test_six_people_in_half_an_hour_are_proposed_with_figures(crowd: Crowd) -> None:
    await crowd.complain(5)
    assert "Is this one incident?" not in await crowd.staff()
    await crowd.complain(1)
    card = await crowd.staff()
    assert "Is this one incident? Topic: outage" in card
    assert "6 different people wrote about this (topic: outage); usual at this hour: 0.5" in card
    assert "Cases: 6" in card


async def test_it_is_taken_told_and_solved_for_everybody(crowd: Crowd) -> None:
    town = crowd.town
    these = await crowd.complain(6)
    answer = await town.mihai.presses("It is one incident", "staff-room")
    assert "The incident is yours" in answer.text
    form = (await town.mihai.presses("Public notice", "staff-room")).forms[0]
    prepared = {field.name: field.value for field in form.fields}
    assert "several people have reported the same problem (topic: outage)" in prepared["text"]
    done = await crowd.notice("Servers in Frankfurt do not answer.")
    assert "6 people hear it. Public notices: 1" in done.text
    notice = (await crowd.public())[-1]
    assert "Servers in Frankfurt do not answer." in notice and "Next update here by" in notice
    for member in these:
        told = await crowd.private(member)
        assert "Servers in Frankfurt do not answer." in told and "The next update on #" in told

    form = (await town.daria.presses("Tell everybody", "staff-room")).forms[0]
    answer = await town.daria.sends(form, "staff-room", text="Half of the servers answer.", next_update="2h")
    assert "6 people hear it" in answer.text
    await town.passes(seconds=1)
    assert "Half of the servers" in (await crowd.public())[-1]
    assert len([text for text in await crowd.public() if "servers" in text.lower()]) == 1
    assert "Half of the servers" in await crowd.private(these[3])

    form = (await town.mihai.presses("Solve for all", "staff-room")).forms[0]
    await town.mihai.sends(form, "staff-room", text="All servers answer.")
    await town.passes(seconds=2)
    assert "Settled since" in (await crowd.public())[-1]
    for member in these:
        assert "All servers answer." in await crowd.private(member)
    await town.passes(seconds=2)
    assert "Incident, solved: outage" in await crowd.staff()
    await town.passes(days=3)
    assert "Not yet" in await town.buttons(these[0], town.private(these[0]))


async def test_managers_see_it_early_and_no_alarm_rings_for_each_grave_case(crowd: Crowd) -> None:
    await crowd.town.change(managers_room="managers-room")
    await crowd.complain(6)
    room = "\n".join(await crowd.town.reads(crowd.town.elena, "managers-room"))
    assert "Is this one incident? Topic: outage" in room
    await crowd.complain(1, "Server down again, all my data was leaked because of the outage.")
    after = "\n".join(await crowd.town.reads(crowd.town.elena, "managers-room"))
    assert after.count("#7") == 0


async def test_two_who_press_at_once_take_it_once(crowd: Crowd) -> None:
    await crowd.complain(6)
    town = crowd.town
    both = await asyncio.gather(
        town.mihai.presses("It is one incident", "staff-room"),
        town.daria.presses("It is one incident", "staff-room"),
    )
    told = "\n".join(answer.text for answer in both)
    assert told.count("The incident is yours") == 1
    assert told.count("The incident is with") == 1


async def test_a_second_notice_and_a_second_solving_are_refused(crowd: Crowd) -> None:
    await crowd.complain(6)
    town = crowd.town
    await town.mihai.presses("It is one incident", "staff-room")
    form = (await town.mihai.presses("Public notice", "staff-room")).forms[0]
    await town.mihai.sends(form, "staff-room", text="First words.")
    again = await town.daria.sends(form, "staff-room", text="Other words.")
    assert "The notice is there already" in again.text
    await town.mihai.types("incident solve It works.")
    assert "no incident" in (await town.daria.types("incident solve It works, too.")).text


async def test_what_is_no_incident_leaves_the_channel_as_it_was(crowd: Crowd) -> None:
    await crowd.complain(6)
    said = len(await crowd.public())
    await crowd.town.mihai.presses("Not an incident", "staff-room")
    await crowd.complain(2)
    assert "Not an incident: outage" in await crowd.staff()
    assert "Is this one incident?" not in await crowd.staff()
    await crowd.town.passes(minutes=11)
    await crowd.complain(1)
    assert len(await crowd.public()) > said


async def test_staff_are_asked_three_times_and_no_more(crowd: Crowd) -> None:
    await crowd.town.elena.types("set next-level elena")
    await crowd.complain(6)
    for _ in range(5):
        await crowd.town.passes(minutes=5)
    asked = [
        text for text in await crowd.town.reads(crowd.town.mihai, "staff-room") if "nobody has said" in text
    ]
    assert len(asked) == 3
    assert "Elena" in asked[-1] and "Elena" not in asked[0]


async def test_what_nobody_takes_passes_when_nobody_writes_any_more(crowd: Crowd) -> None:
    await crowd.complain(6)
    await crowd.town.passes(hours=2, minutes=1)
    assert "It passed by itself: outage" in await crowd.staff()
    assert "Nothing is going on" in (await crowd.town.mihai.types("incident list")).text


async def test_cases_are_added_and_taken_out_by_hand(crowd: Crowd) -> None:
    these = await crowd.taken()
    (other,) = await crowd.complain(1, NEVER_CAME)
    assert "Servers in Frankfurt" not in await crowd.private(other)
    assert "#7 is part" in (await crowd.town.daria.types("incident add 7")).text
    assert "already" in (await crowd.town.daria.types("incident add 7")).text
    await crowd.town.passes(seconds=1)
    assert "Servers in Frankfurt" in await crowd.private(other)
    shown = (await crowd.town.daria.types("case show 1")).text
    assert "Part of the incident: outage" in shown
    assert "#1 goes its own way" in (await crowd.town.daria.types("incident remove 1")).text
    assert "isn't part" in (await crowd.town.daria.types("incident remove 1")).text
    shown = (await crowd.town.daria.types("case show 1")).text
    assert "Part of the incident" not in shown
    await crowd.town.daria.types("incident update It comes back slowly.")
    await crowd.town.passes(seconds=1)
    assert "It comes back slowly." in await crowd.private(other)
    assert "It comes back slowly." not in await crowd.private(these[0])


async def test_the_promised_times_of_its_cases_rest_and_the_incident_is_reminded_once(crowd: Crowd) -> None:
    these = await crowd.taken()
    await crowd.town.passes(minutes=52)
    room = await crowd.staff()
    assert "The next update on this incident is promised by" in room
    await crowd.town.passes(minutes=7)
    await crowd.town.passes(seconds=1)
    assert "There is no news yet" in (await crowd.public())[-1]
    assert "No answer to #1 yet" in await crowd.private(these[0])
    for _ in range(6):
        await crowd.town.passes(minutes=30)
    room = await crowd.staff()
    assert "is still missing (topic: outage). The bot says nothing more" in room
    assert "Somebody is needed here" not in room
    assert (await crowd.private(these[0])).count("No answer to #1 yet") == 1

    await crowd.town.mihai.presses("Not an incident", "staff-room")
    await crowd.town.passes(seconds=1)
    await crowd.town.passes(minutes=1)
    assert "Somebody is needed here" in await crowd.staff(), "each case has its own times again"


async def test_members_take_nothing(crowd: Crowd) -> None:
    await crowd.complain(6)
    for command in ("incident update Words.", "incident solve Words.", "incident list", "incident add 1"):
        assert "needs another role" in (await crowd.members[0].types(command)).text


async def test_staff_open_one_before_the_figures_do(crowd: Crowd) -> None:
    await crowd.complain(2)
    answer = await crowd.town.daria.types("incident open 1")
    assert "The incident is yours" in answer.text
    assert "already" in (await crowd.town.mihai.types("incident open 2")).text
    assert "Cases: 2" in await crowd.staff()
    assert "Incident: outage" in (await crowd.town.mihai.types("incident list")).text
