"""A reply is read before it goes out: its author sees what could hurt, alone, and decides."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.sandbox.model import Kind
from bot.catalogue.button_ids import write_button_id
from bot.durable.database import Database
from tests.scenarios.test_member import complain
from tests.scenarios.town import Answer, Someone, Town, town
from tests.specialists.desk import DESK, settle

CALM_DOWN = "Please calm down. Your saved game is in the backup of last night."
WITHOUT = "Your saved game is in the backup of last night."
SENT = "on its way"


@pytest.fixture
async def room(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(sqlite_database, tmp_path / "world.db") as town_of_ours:
        yield town_of_ours


async def pressed(room: Town, who: Someone, answer: Answer, label: str) -> Answer:
    button = next(button for button in answer.buttons if button.label == label)
    return await who.presses_id(write_button_id(button, room.row))


def labels(answer: Answer) -> list[str]:
    return [button.label for button in answer.buttons]


async def test_what_hurts_is_shown_to_its_author_and_nobody_else(room: Town) -> None:
    private = await complain(room)
    before = [await room.reads(room.mihai, place) for place in ("staff-room", room.staff_thread())]
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    assert "calm down" in asked.text and "Not sent yet" in asked.text and not asked.public
    assert labels(asked) == ["Send as it is", "Change it", "Use this instead", "No remarks for 7 days"]
    assert WITHOUT not in "\n".join(await room.reads(room.max, private))
    assert [await room.reads(room.mihai, place) for place in ("staff-room", room.staff_thread())] == before


async def test_it_is_sent_as_it_is_if_its_author_says_so_once(room: Town) -> None:
    private = await complain(room)
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    assert SENT in (await pressed(room, room.daria, asked, "Send as it is")).text
    assert await room.last(room.max, private) == f"Daria:\n{CALM_DOWN}"
    read = await room.reads(room.max, private)
    for label in ("Send as it is", "Use this instead"):
        assert "nothing left to send" in (await pressed(room, room.daria, asked, label)).text
    assert await room.reads(room.max, private) == read


async def test_two_presses_at_once_send_it_once(room: Town) -> None:
    private = await complain(room)
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    presses = (pressed(room, room.daria, asked, label) for label in ("Send as it is", "Use this instead"))
    said = [answer.text for answer in await asyncio.gather(*presses)]
    assert sum(SENT in text for text in said) == 1
    assert sum(WITHOUT in text for text in await room.reads(room.max, private)) == 1


async def test_a_restart_loses_nothing(database: Database, tmp_path: Path) -> None:
    async with town(database, tmp_path / "world.db") as before:
        private = await complain(before)
        asked = await before.daria.types(f"case reply 1 {CALM_DOWN}")
    async with town(database, tmp_path / "world.db") as after:
        assert SENT in (await pressed(after, after.daria, asked, "Send as it is")).text
        assert await after.last(after.max, private) == f"Daria:\n{CALM_DOWN}"


async def test_the_gentler_words_are_sent_as_they_were_shown(room: Town) -> None:
    private = await complain(room)
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    assert WITHOUT in asked.text
    await pressed(room, room.daria, asked, "Use this instead")
    assert await room.last(room.max, private) == f"Daria:\n{WITHOUT}"
    assert "nothing left to send" in (await pressed(room, room.daria, asked, "Send as it is")).text


async def test_changing_it_opens_the_form_with_the_words(room: Town) -> None:
    private = await complain(room)
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    form = (await pressed(room, room.daria, asked, "Change it")).forms[0]
    assert [field.value for field in form.fields] == [CALM_DOWN]
    assert SENT in (await room.daria.sends(form, text="It is in the backup of last night.")).text
    assert "backup of last night" in await room.last(room.max, private)

    again = await pressed(room, room.daria, asked, "Send as it is")
    assert "a newer answer of yours to #1" in again.text, "two answers are rarely meant"
    assert CALM_DOWN not in "\n".join(await room.reads(room.max, private))
    await pressed(room, room.daria, again, "Send this too")
    assert CALM_DOWN in await room.last(room.max, private)


async def test_a_calm_answer_goes_out_at_once(room: Town) -> None:
    private = await complain(room)
    assert SENT in (await room.daria.types(f"case reply 1 {WITHOUT}")).text
    assert WITHOUT in await room.last(room.max, private)


async def test_a_question_without_an_answer_is_noticed_until_it_is_answered(room: Town) -> None:
    private = await complain(room)
    await room.max.says(private, "When will I get my saved game back?")
    text = "We have passed it on to the people who look after the servers."
    asked = await room.daria.types(f"case reply 1 {text}")
    assert "when, or how much" in asked.text
    await pressed(room, room.daria, asked, "Send as it is")
    assert SENT in (await room.daria.types("case reply 1 They have all they need.")).text, (
        "said once is enough"
    )


@pytest.mark.parametrize(
    "line",
    [
        "case solve 1 workaround That's your own fault.",
        "case time 1 2h That's your own fault.",
        "reply add mine en That's your own fault.",
    ],
)
async def test_whatever_members_will_read_is_read_first(room: Town, line: str) -> None:
    await complain(room)
    asked = await room.daria.types(line)
    assert "reads as a reproach" in asked.text
    done = await pressed(room, room.daria, asked, "Send as it is")
    assert "reads as" not in done.text and done.text


async def test_notes_are_nobody_elses_business(room: Town) -> None:
    await complain(room)
    assert "reads as" not in (await room.daria.types("case note 1 It is his own fault, the idiot.")).text
    await room.daria.says(room.staff_thread(), "It is his own fault, calm down everybody.")
    assert "reads as" not in "\n".join(await room.reads(room.daria, room.staff_thread()))


async def test_a_saved_reply_is_read_when_it_is_shown(room: Town) -> None:
    private = await complain(room)
    await room.change(tone=False)
    await room.mihai.types("reply add wait en Calm down, {member}. We answer by 17:00 today.")
    await room.change(tone=True)
    shown = await room.daria.types("case use 1 wait")
    assert "waves the matter away" in shown.text
    assert labels(shown) == ["Send", "Edit", "Use this instead", "No remarks for 7 days"]
    assert SENT in (await pressed(room, room.daria, shown, "Send")).text
    assert "Calm down, Max." in await room.last(room.max, private)


async def test_whoever_wants_no_remarks_has_a_week_without_and_a_way_back(room: Town) -> None:
    private = await complain(room)
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    resting = await pressed(room, room.daria, asked, "No remarks for 7 days")
    assert labels(resting) == ["Send as it is", "Change it"], "the answer still waits"
    await pressed(room, room.daria, resting, "Send as it is")
    assert CALM_DOWN in await room.last(room.max, private)
    assert SENT in (await room.daria.types(f"case reply 1 {CALM_DOWN}")).text
    assert "waves" in (await room.mihai.types(f"case reply 1 {CALM_DOWN}")).text, "only for Daria"

    await room.passes(days=8)
    assert "waves" in (await room.daria.types(f"case reply 1 {CALM_DOWN}")).text
    await room.daria.types("tone off")
    assert SENT in (await room.daria.types(f"case reply 1 {CALM_DOWN}")).text
    await room.daria.types("tone on")
    assert "waves" in (await room.daria.types(f"case reply 1 {CALM_DOWN}")).text


async def test_a_community_can_do_without(room: Town) -> None:
    await complain(room)
    assert "without being read" in (await room.elena.types("set tone off")).text
    assert SENT in (await room.daria.types(f"case reply 1 {CALM_DOWN}")).text
    await room.elena.types("set tone on")
    assert "waves" in (await room.daria.types(f"case reply 1 {CALM_DOWN}")).text


async def test_an_answer_that_was_forgotten_is_brought_to_mind_once(room: Town) -> None:
    private = await complain(room)
    await room.daria.types(f"case reply 1 {CALM_DOWN}")
    await room.passes(minutes=11)
    direct = room.channels(room.daria, Kind.DM)[-1].id
    reminded = await room.last(room.daria, direct)
    assert "has not gone out" in reminded and CALM_DOWN in reminded
    assert SENT in (await room.daria.presses("Send as it is", direct)).text
    assert CALM_DOWN in await room.last(room.max, private)


async def test_whoever_has_answered_meanwhile_is_reminded_of_nothing(room: Town) -> None:
    await complain(room)
    await room.daria.types(f"case reply 1 {CALM_DOWN}")
    await room.daria.types(f"case reply 1 {WITHOUT}")
    await room.passes(minutes=11)
    places = [channel.id for channel in room.world.channels.values() if channel.seen_by(room.daria.person)]
    everything = [text for place in places for text in await room.reads(room.daria, place)]
    assert not any("has not gone out" in text for text in everything)


async def test_nobody_sends_what_somebody_else_has_written(room: Town) -> None:
    private = await complain(room)
    asked = await room.daria.types(f"case reply 1 {CALM_DOWN}")
    for label in ("Send as it is", "Change it"):
        answer = await pressed(room, room.mihai, asked, label)
        assert not answer.forms and ("nothing left" in answer.text or "late" in answer.text.lower())
    assert CALM_DOWN not in "\n".join(await room.reads(room.max, private))


async def test_a_public_word_is_read_too(room: Town) -> None:
    await complain(room)
    await room.mihai.types("incident open 1")
    form = (await room.mihai.types("incident update")).forms[0]
    asked = await room.mihai.sends(form, text="PLEASE STOP ASKING ABOUT THIS. It is done by 17:00 today.")
    assert "reads as shouting" in asked.text
    assert "Please stop asking about this" in asked.text


async def test_a_specialists_answer_is_read_in_their_own_language(room: Town) -> None:
    await settle(room)
    private = await complain(room)
    await room.mihai.types("case escalate 1 billing Was the card charged twice?")
    form = (await room.ioana.presses("Answer", DESK)).forms[0]
    asked = await room.ioana.sends(form, DESK, text="That's your own fault, it was charged once.")
    assert "sună a reproș" in asked.text
    assert "your own fault" not in "\n".join(await room.reads(room.max, private))
    await pressed(room, room.ioana, asked, "Trimitere așa cum e")
    assert "your own fault" in await room.last(room.max, private)
