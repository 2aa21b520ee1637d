"""The working day of the staff room, on any platform: saved replies, no two at one answer, finding, merging, files."""

from tests.contract.stage import Stage
from tests.contract.test_members import BROKEN, complaint


async def test_a_saved_reply_is_shown_sent_and_signed(stage: Stage) -> None:
    await complaint(stage)
    await stage.mihai.types(
        "reply add", reply="picture", language="en", text="A picture of {number}, {member}? {me}"
    )
    shown = await stage.daria.types("case use", case=1, reply="picture")
    assert "A picture of #1, Max? Daria" in shown.text and list(shown.buttons) == ["Send", "Edit"]
    assert "A picture" not in await stage.max.all(stage.max.private)
    assert "on its way" in (await shown.presses("Send")).text
    assert "A picture of #1, Max? Daria" in await stage.max.last(stage.max.private)


async def test_a_saved_reply_is_changed_before_it_is_sent(stage: Stage) -> None:
    await complaint(stage)
    await stage.mihai.types("reply add", reply="picture", language="en", text="A picture of {number}?")
    offered = await stage.daria.types("case use", case=1)
    shown = await offered.presses("picture")
    form = await shown.presses("Edit")
    assert form.form == {"text": "A picture of #1?"}
    await form.fills(text="A video of #1?")
    assert "A video of #1?" in await stage.max.last(stage.max.private)


async def test_as_the_team_no_name_reaches_the_member(stage: Stage) -> None:
    await complaint(stage)
    await stage.elena.types("set signature", signature="team")
    asked = await stage.daria.presses("Reply", "staff-room")
    assert "Daria" in await stage.mihai.last("staff-room"), "who is writing is seen by staff"
    await asked.fills(text="It was our update.")
    read = await stage.max.last(stage.max.private)
    assert "The team:" in read and "It was our update." in read and "Daria" not in read
    assert "Daria" in await stage.mihai.all(stage.staff_thread())


async def test_a_case_is_found_by_what_was_said(stage: Stage) -> None:
    await complaint(stage)
    found = await stage.daria.types("case find", text="saved GAME")
    assert "lost my saved game" in found.text
    assert BROKEN in (await found.presses("Look at #1")).text
    assert "No case has all of these words" in (await stage.daria.types("case find", text="zebra")).text


async def test_two_cases_of_one_member_become_one(stage: Stage) -> None:
    await complaint(stage)
    first = stage.max.private
    said = await stage.max.writes("general", "about yesterday, once more")
    await stage.daria.chooses("Open a case", said)
    await stage.daria.types("case merge", case=2, into=1)
    assert "go on as #1" in await stage.max.all(stage.max.private)
    await stage.daria.types("case reply", case=1, text="It was our update.")
    assert "It was our update." in await stage.max.last(first)
    assert "Merged into this: #2" in (await stage.daria.types("case show", case=1)).text.replace("*", "")


async def test_a_transcript_is_a_file_of_any_kind(stage: Stage) -> None:
    await complaint(stage)
    for kind in ("text", "html", "json"):
        told = (await stage.daria.types("case transcript", case=1, layout=kind)).text
        # Where files can't be shown to one person in a channel, it is in their direct messages.
        assert "What was said in #1" in told or "direct messages with this app" in told
