"""Whoever was warned by mistake appeals; somebody else decides, in time, and the member hears why."""

import json

import pytest
from sqlalchemy import select

from bot.catalogue.button_ids import write_button_id
from bot.infractions.model import Step, Undone
from bot.vocabulary.replies import Button
from cogs.labels.store import labels
from tests.appeals.measures import INSULT, as_it_is, at_work, warned
from tests.scenarios.test_privacy import handled, rows
from tests.scenarios.town import Someone, Town

ROOM = "staff-room"
WORDS = "I meant the update, not a person."


async def card(town: Town) -> str:
    """The newest one in the staff room."""
    texts = await town.reads(town.mihai, ROOM)
    return next(text for text in reversed(texts) if "Appeal against measure" in text)


async def decides(town: Town, who: Someone, label: str, reason: str = "It was about the update.") -> str:
    form = (await who.presses(label, ROOM)).forms[0]
    return (await who.sends(form, ROOM, text=reason)).text


async def test_the_appeal_is_won_and_the_warning_does_not_count(court: Town) -> None:
    measure = await warned(court, court.max, court.mihai)
    answer = await court.max.types(f"appeal {WORDS}")
    assert "decided by somebody who did not take the measure" in answer.text
    shown = await card(court)
    assert WORDS in shown and INSULT in shown and "Mihai took the measure and can't decide" in shown
    assert "Max is told" in await decides(court, court.daria, "Overturn")
    told = await court.last(court.max, "dm-max")
    assert "accepted: the warning of" in told and "It was about the update." in told and "sorry" in told
    assert (await as_it_is(court, measure)).undone is Undone.OVERTURNED
    assert "Decided by Daria" in await card(court)
    assert "Overturn" not in await court.buttons(court.mihai, ROOM)


async def test_whoever_took_the_measure_can_not_decide(court: Town) -> None:
    measure = await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    for label in ("Uphold", "Reduce by a step", "Overturn"):
        assert "had a part in the measure" in await decides(court, court.mihai, label)
    assert (await as_it_is(court, measure)).undone is None
    assert "To be decided by" in await card(court)


async def test_a_measure_is_appealed_against_once_and_decided_once(court: Town) -> None:
    await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    assert "appealed against this measure already" in (await court.max.types("appeal Once more.")).text
    form = (await court.daria.presses("Uphold", ROOM)).forms[0]
    await court.daria.sends(form, ROOM, text="It is about Ana.")
    assert "the warning of" in (told := await court.last(court.max, "dm-max"))
    assert "stands" in told and "It is about Ana." in told and "sorry" not in told
    again = await court.elena.sends(form, ROOM, text="No.")
    assert "decided already, by Daria" in again.text


@pytest.mark.parametrize(
    ("step", "counts"),
    [(Step.SECOND_WARNING, Step.FIRST_WARNING), (Step.FIRST_WARNING, Step.NOTICE)],
)
async def test_a_reduced_warning_counts_a_step_less(court: Town, step: Step, counts: Step) -> None:
    measure = await warned(court, court.max, court.mihai, step)
    await court.max.types(f"appeal {WORDS}")
    await decides(court, court.daria, "Reduce by a step")
    found = await as_it_is(court, measure)
    assert found.weight is counts and found.undone is None
    assert "accepted in part" in await court.last(court.max, "dm-max")


@pytest.mark.parametrize("step", [Step.NOTICE, Step.REMOVAL])
async def test_a_notice_and_a_removal_are_not_reduced(court: Town, step: Step) -> None:
    await warned(court, court.max, court.mihai, step)
    await court.max.types(f"appeal {WORDS}")
    assert await court.buttons(court.mihai, ROOM) == ["Uphold", "Overturn"]


async def test_a_removal_that_was_wrong_gives_the_text_back_in_the_members_language(court: Town) -> None:
    await warned(court, court.ana, court.mihai, Step.REMOVAL, language="ro")
    await court.ana.types("appeal Era despre actualizare.")
    await decides(court, court.daria, "Overturn", "Era despre actualizare.")
    told = await court.last(court.ana, "dm-ana")
    assert "îl poți publica din nou" in told and INSULT in told and "Ne pare rău" in told


async def test_where_nothing_was_removed_no_removal_is_spoken_of(court: Town) -> None:
    await warned(court, court.max, court.mihai, Step.REMOVAL, removed=False)
    await court.max.types(f"appeal {WORDS}")
    assert "Request to delete a message" in await card(court)
    await decides(court, court.daria, "Overturn")
    told = await court.last(court.max, "dm-max")
    assert "the request of" in told and "It can stay as it is" in told and INSULT not in told


async def test_nobody_appeals_against_what_is_somebody_elses_nor_learns_of_it(court: Town) -> None:
    measure = await warned(court, court.max, court.mihai)
    heard = []
    for number in (measure.id, measure.id + 99):
        button = write_button_id(Button("", "appeal make", (number,)), court.row)
        form = (await court.ana.presses_id(button)).forms[0]
        heard.append((await court.ana.sends(form, text="This is mine.")).text.splitlines()[0])
    assert heard[0] == heard[1] and INSULT not in heard[0]
    assert "nicio măsură" in (await court.ana.types("appeal Și eu.")).text


async def test_after_thirty_days_it_is_too_late(court: Town) -> None:
    await warned(court, court.max, court.mihai, Step.SECOND_WARNING)
    await court.passes(days=31)
    assert "30 days" in (await court.max.types(f"appeal {WORDS}")).text


async def test_nothing_hangs_staff_are_reminded_managers_hear_and_the_member_gets_a_new_time(
    court: Town,
) -> None:
    await court.change(managers_room="managers-room")
    await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    first = (await court.messages(court.mihai, ROOM))[-1].id
    await court.passes(days=2, minutes=1)
    assert (await court.messages(court.mihai, ROOM))[-1].id != first, "the card again, a working day before"
    await court.passes(days=1)
    assert "isn't decided yet" in await court.last(court.max, "dm-max")
    assert "and late" in await card(court)
    assert "is late" in await court.last(court.elena, "managers-room")
    await court.passes(days=1)
    reads = await court.reads(court.elena, "managers-room")
    assert len([text for text in reads if "is late" in text]) == 2, "every working day"
    heard = await court.reads(court.max, "dm-max")
    assert len([text for text in heard if "isn't decided yet" in text]) == 1, "not before the new time"
    await decides(court, court.elena, "Uphold")
    await court.passes(days=7)
    assert "stands" in await court.last(court.max, "dm-max")


async def test_a_decision_that_reaches_nobody_is_said_on_the_card(court: Town) -> None:
    await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    await court.world.set_dms_open("max", False)
    await decides(court, court.daria, "Uphold")
    assert "could not be told: no way of reaching them is open" in await card(court)
    assert "was upheld" in (await court.max.types("my-data warnings")).text


async def test_open_appeals_stand_in_the_morning_list(court: Town) -> None:
    await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    await court.passes(days=1)
    room = await court.reads(court.mihai, ROOM)
    listed = next(text for text in room if "Appeals to be decided" in text)
    assert "not by Mihai" in listed and WORDS not in listed


async def test_where_nobody_else_is_known_staff_and_the_member_are_told_so(court: Town) -> None:
    async with at_work(court) as ctx:
        for person in ("daria", "elena"):
            await ctx.deciders.lost(person)
    await court.change(appeal_address="appeals@example.org")
    await warned(court, court.max, court.mihai)
    answer = (await court.max.types(f"appeal {WORDS}")).text
    assert "nobody is known on the team" in answer and "appeals@example.org" in answer
    assert "A second person on staff is needed" in await card(court)


async def test_where_nobody_else_is_known_it_goes_to_those_above(court: Town) -> None:
    async with at_work(court) as ctx:
        for person in ("daria", "elena"):
            await ctx.deciders.lost(person)
    await court.change(managers_room="managers-room")
    await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    assert WORDS in await court.last(court.elena, "managers-room")
    assert WORDS not in "\n".join(await court.reads(court.mihai, ROOM))


async def test_an_overturned_measure_is_a_label_without_words(court: Town) -> None:
    await warned(court, court.max, court.mihai)

    async def known() -> list[tuple[bool, list[str]]]:
        async with court.app.house.database.reading() as tx:
            return [(row.is_one, row.rules) for row in await tx.execute(select(labels))]

    [(abuse, rules)] = await known()
    assert abuse and rules
    await court.max.types(f"appeal {WORDS}")
    await decides(court, court.daria, "Overturn")
    assert [one[0] for one in await known()] == [False]
    await court.passes(days=181)
    assert await known() == []


async def test_forget_me_takes_the_appeal_with_its_card(court: Town) -> None:
    await warned(court, court.max, court.mihai)
    await court.max.types(f"appeal {WORDS}")
    shown = json.dumps(await handled(court, "export"))
    assert WORDS in shown
    await handled(court, "forget")
    court.app.house.wake_relay()
    await court.settled()
    assert WORDS not in await rows(court.app.house.database)
    assert WORDS not in "\n".join(await court.reads(court.mihai, ROOM))
