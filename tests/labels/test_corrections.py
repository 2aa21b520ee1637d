"""Corrections are kept: what staff say of the bot's judgement becomes a label, without the message's words."""

import json
from collections.abc import Sequence

import pytest

from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.seeds import STAFF_ROOM
from bot.community import Contact, Mode
from bot.detection import Sensitivity
from bot.vocabulary.corrections import How, NotOne
from bot.vocabulary.replies import File
from cogs.labels.model import Label, What
from cogs.labels.store import Store
from tests.scenarios.correcting import calls_none, says_why
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.test_privacy import handled, rows
from tests.scenarios.town import Someone, Town

PLAIN = "my parcel is a bit late"
SWEARING = "damn, my parcel is a bit late"
MISSED = "about yesterday, you know what I mean"
QUIET_INSULT = "My parcel is a bit late. Vera knows what Vera is, and so does Vera’s mother."


@pytest.fixture
async def watchful(community: Town) -> Town:
    """Everything that may be a complaint is a card."""
    await community.change(mode=Mode.WATCH_ONLY, sensitivity=Sensitivity.CAREFUL, rules=("Be kind.",))
    return community


async def kept(town: Town) -> Sequence[Label]:
    async with town.app.house.database.reading() as tx:
        return await Store(tx, town.row).all()


async def one(town: Town) -> Label:
    [label] = await kept(town)
    return label


async def asks(town: Town, text: str, who: Someone | None = None) -> None:
    """Somebody wrote it, and a card asks staff about it."""
    await (who or town.max).says("support", text)
    await town.passes(seconds=9)
    assert "Is this one for us?" in await town.last(town.mihai, STAFF_ROOM)


async def test_a_case_opened_from_the_card_is_a_complaint(watchful: Town) -> None:
    await asks(watchful, PLAIN)
    await watchful.mihai.presses("Open a case", STAFF_ROOM)
    label = await one(watchful)
    assert (label.what, label.is_one, label.how) == (What.COMPLAINT, True, How.CARD_OPENED)
    assert (label.member_id, label.by, label.by_name, label.language) == ("max", "mihai", "Mihai", "en")
    assert label.rules and label.reason is None


async def test_a_plain_message_is_called_none_with_one_click(watchful: Town) -> None:
    await asks(watchful, PLAIN)
    answer = await watchful.mihai.presses("Not a complaint", STAFF_ROOM)
    assert "Noted: not a complaint" in answer.text and not answer.forms
    label = await one(watchful)
    assert (label.is_one, label.how, label.reason) == (False, How.CARD_DISMISSED, None)
    assert PLAIN not in await rows(watchful.app.house.database)


@pytest.mark.parametrize("text", [SWEARING, "MY PARCEL IS A BIT LATE!!!", BROKEN])
async def test_an_angry_message_is_called_none_with_a_reason(watchful: Town, text: str) -> None:
    await asks(watchful, text)
    form = (await watchful.mihai.presses("Not a complaint", STAFF_ROOM)).forms[0]
    assert [field.name for field in form.fields] == ["why", "text"]
    assert next(label for _, label in form.fields[0].options) == "banter among friends"
    assert await kept(watchful) == []
    await watchful.mihai.sends(form, why="other_product")
    label = await one(watchful)
    assert (label.is_one, label.reason, label.note) == (False, NotOne.OTHER_PRODUCT, None)


async def test_something_else_takes_words_and_nothing_typed_is_lost(watchful: Town) -> None:
    await asks(watchful, SWEARING)
    assert "takes a few words" in (await calls_none(watchful.mihai, "other")).text
    assert await kept(watchful) == []
    await calls_none(watchful.mihai, "other", text="It is a line from a film.")
    assert (await one(watchful)).note == "It is a line from a film."


async def test_a_card_whose_words_became_angry_asks_after_all(watchful: Town) -> None:
    said = await watchful.max.says("support", PLAIN)
    await watchful.passes(seconds=9)
    [card] = await watchful.messages(watchful.mihai, STAFF_ROOM)
    old = next(b["id"] for b in (card.body or {})["buttons"] if b["label"] == "Not a complaint")
    await watchful.max.edits(said, SWEARING)
    asked = await watchful.mihai.presses_id(old, STAFF_ROOM)
    assert "it takes a reason" in asked.text
    await says_why(watchful.mihai, asked, "banter")
    assert (await one(watchful)).reason is NotOne.BANTER


async def test_a_case_that_was_none_is_a_label_with_its_reason(community: Town) -> None:
    await complain(community)
    asked = await community.mihai.types("case dismiss 1")
    assert "it takes a reason" in asked.text and await kept(community) == []
    assert "is closed" in (await community.mihai.types("case dismiss 1 not_to_us")).text
    label = await one(community)
    assert (label.is_one, label.how, label.reason) == (False, How.CASE_DISMISSED, NotOne.NOT_TO_US)
    thread = "\n".join(await community.reads(community.mihai, community.staff_thread()))
    assert "reason: not addressed to us" in thread


async def test_a_member_who_needs_no_help_says_less_than_staff(community: Town) -> None:
    private = await complain(community)
    await community.max.presses("No help needed", private)
    label = await one(community)
    assert (label.is_one, label.how, label.by) == (False, How.NO_HELP_NEEDED, None)
    await community.change(mode=Mode.WATCH_ONLY)
    await asks(community, BROKEN, community.ana)
    await community.mihai.presses("Open a case", STAFF_ROOM)
    await community.ana.types("case withdraw 2")
    assert [(one.member_id, one.is_one) for one in await kept(community)] == [("max", False), ("ana", True)]


async def test_a_missed_one_is_a_complaint_and_so_is_one_that_a_card_asks_about(watchful: Town) -> None:
    missed = await watchful.max.says("general", MISSED)
    await watchful.daria.chooses("case open", missed)
    assert ((await one(watchful)).how, (await one(watchful)).is_one) == (How.CASE_OPENED, True)
    asked = await watchful.ana.says("support", PLAIN)
    await watchful.passes(seconds=9)
    await watchful.daria.chooses("case open", asked)
    assert (await kept(watchful))[-1].how is How.CARD_OPENED
    cards = "\n".join(await watchful.reads(watchful.mihai, STAFF_ROOM))
    assert "Is this one for us?" not in cards, "nobody is asked about it any more"


async def test_what_staff_call_abuse_is_put_to_them_and_the_card_stays(watchful: Town) -> None:
    await asks(watchful, QUIET_INSULT)
    answer = await watchful.mihai.presses("This was abuse", STAFF_ROOM)
    assert "Noted as abuse" in answer.text
    label = await one(watchful)
    assert (label.what, label.is_one, label.how, label.by) == (What.ABUSE, True, How.SAID_ABUSE, "mihai")
    cards = await watchful.reads(watchful.mihai, STAFF_ROOM)
    assert "Is this one for us?" in cards[0] and QUIET_INSULT in cards[1], (
        "both decisions are still to be made"
    )
    await watchful.daria.presses("Not abuse", STAFF_ROOM)
    label = await one(watchful)
    assert (label.is_one, label.how, label.by) == (False, How.DECIDED, "daria")
    await watchful.daria.presses("Open a case", STAFF_ROOM)
    assert {one.what for one in await kept(watchful)} == {What.ABUSE, What.COMPLAINT}


async def test_a_danger_is_for_the_named_people_and_not_for_the_ladder(watchful: Town) -> None:
    await watchful.change(safety_contact=Contact("elena", "Elena"))
    await watchful.max.says("support", "I will find you and kill you if my parcel is late again")
    await watchful.passes(seconds=9)
    assert "may be a danger" in (await watchful.mihai.presses("This was abuse", STAFF_ROOM)).text
    told = await watchful.messages(watchful.mihai, STAFF_ROOM)
    assert "Elena" in "".join(message.text for message in told)
    assert "Not abuse" not in str([message.body for message in told])


async def test_without_warnings_it_is_a_label_and_no_more(watchful: Town) -> None:
    await watchful.change(warnings=False)
    await asks(watchful, QUIET_INSULT)
    assert "switched off" in (await watchful.mihai.presses("This was abuse", STAFF_ROOM)).text
    assert ((await one(watchful)).what, (await one(watchful)).is_one) == (What.ABUSE, True)
    assert len(await watchful.reads(watchful.mihai, STAFF_ROOM)) == 1


async def test_a_report_by_staff_says_that_it_is_abuse_one_by_a_member_does_not(community: Town) -> None:
    said = await community.max.says("general", MISSED)
    await community.vera.chooses("abuse report", said)
    assert await kept(community) == []
    await community.daria.chooses("abuse report", said)
    assert ((await one(community)).how, (await one(community)).by) == (How.SAID_ABUSE, "daria")


async def test_staff_list_them_without_a_word_of_the_message(watchful: Town) -> None:
    assert "no labels" in (await watchful.mihai.types("label list")).text
    await asks(watchful, PLAIN)
    await watchful.mihai.presses("Open a case", STAFF_ROOM)
    await asks(watchful, SWEARING, watchful.ana)
    await calls_none(watchful.daria, "other", text="A line from a film.")
    told = (await watchful.mihai.types("label list")).text
    assert "Complaint: yes: 1, no: 1" in told and "Abuse: yes: 0, no: 0" in told
    assert "1: a complaint; said on the card; Mihai" in told and "2: no complaint" in told
    assert "something else" in told and "message" in told
    assert "parcel" not in told and "film" not in told
    assert "another role" in (await watchful.max.types("label list")).text


async def test_managers_export_them_and_forget_one(watchful: Town) -> None:
    await asks(watchful, PLAIN)
    await watchful.mihai.presses("Open a case", STAFF_ROOM)
    for line in ("label export", "label forget 1"):
        assert "another role" in (await watchful.mihai.types(line)).text
    answer = await watchful.elena.types("label export")
    assert "1 label," in answer.text
    [file] = [part for part in answer.messages[0].parts if isinstance(part, File)]
    [line] = str(file.content).splitlines()
    written = json.loads(line)
    assert (written["what"], written["is_one"], written["how"]) == ("complaint", True, "card_opened")
    assert file.name == "corrections.jsonl" and "max" not in line and "Mihai" not in line
    assert "Label 1 is gone" in (await watchful.elena.types("label forget 1")).text
    assert "There is no label 1" in (await watchful.elena.types("label forget 1")).text
    assert await kept(watchful) == []
    assert "no labels" in (await watchful.elena.types("label export")).text


async def test_after_half_a_year_they_are_gone(watchful: Town) -> None:
    await asks(watchful, PLAIN)
    await watchful.mihai.presses("Not a complaint", STAFF_ROOM)
    await watchful.passes(days=179)
    assert len(await kept(watchful)) == 1
    await watchful.passes(days=2)
    assert await kept(watchful) == []


async def test_whoever_asks_sees_how_they_were_judged_and_is_forgotten(watchful: Town) -> None:
    await asks(watchful, SWEARING)
    await calls_none(watchful.mihai, "other", text="A line from a film, says Max.")
    shown = json.dumps(await handled(watchful, "export"))
    assert "card_dismissed" in shown and "film" not in shown, "what staff note is theirs"
    await handled(watchful, "forget")
    assert await kept(watchful) == []


async def test_of_staff_who_are_forgotten_the_name_goes(watchful: Town) -> None:
    await asks(watchful, SWEARING)
    await calls_none(watchful.mihai, "other", text="A line from a film.")
    house = watchful.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.forget") as tx:
        for handler in house.catalogue.every("forget"):
            await handler(house.context(tx, known), "mihai")
    label = await one(watchful)
    assert (label.by, label.by_name, label.note, label.reason) == (None, None, None, NotOne.OTHER)


async def test_nothing_is_learned_from_who_wants_to_be_left_alone(watchful: Town) -> None:
    await asks(watchful, PLAIN)
    await watchful.mihai.presses("Open a case", STAFF_ROOM)
    await watchful.max.types("quiet me")
    assert await kept(watchful) == []
    said = await watchful.max.says("general", MISSED)
    await watchful.daria.chooses("case open", said)
    assert await kept(watchful) == []


async def test_what_is_about_somebody_of_staff_is_no_label(watchful: Town) -> None:
    await watchful.elena.types("set managers-room managers-room")
    said = await watchful.max.says("general", "Mihai has insulted me")
    await watchful.daria.chooses("case open", said)
    assert len(await kept(watchful)) == 1
    await watchful.daria.types("case about 1 Mihai")
    assert await kept(watchful) == []
    await watchful.elena.types("case dismiss 1 other It is not so.")
    assert await kept(watchful) == []


async def test_it_is_the_same_on_either_database(either_community: Town) -> None:
    await complain(either_community)
    await calls_none(either_community.mihai, "already_solved")
    assert ((await one(either_community)).reason, (await one(either_community)).id) == (
        NotOne.ALREADY_SOLVED,
        1,
    )
