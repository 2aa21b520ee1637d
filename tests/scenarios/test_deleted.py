"""Criticism is never deleted silently: what staff are asked when the public message of a case disappears."""

from dataclasses import replace

from adapters.sandbox.model import COMMUNITY, StoredMessage
from bot.infractions.model import Step
from bot.infractions.store import Infractions
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import File
from tests.infractions.making import taken
from tests.scenarios.town import Answer, Town

BROKEN = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."
ASKED = "If one of you deleted it, say why."


async def complain(town: Town) -> StoredMessage:
    message = await town.max.says("support", BROKEN)
    await town.passes(seconds=9)
    return message


async def thread(town: Town) -> str:
    return "\n".join(await town.reads(town.mihai, town.staff_thread()))


async def say_why(town: Town) -> Answer:
    where = town.staff_thread()
    (form,) = (await town.mihai.presses("Say why", where)).forms
    assert [field.name for field in form.fields] == ["text"]
    return await town.mihai.sends(form, where, text="Posted twice, I meant the other one.")


def transcript(answer: Answer) -> str:
    (message,) = answer.messages
    return "".join(str(part.content) for part in message.parts if isinstance(part, File))


async def test_a_moderator_who_deletes_a_complaint_is_asked_why_and_it_is_on_the_case(
    community: Town,
) -> None:
    message = await complain(community)
    await community.mihai.types("case reply 1 We are looking into it.")
    await community.max.deletes(message)
    assert ASKED in await thread(community)
    done = await say_why(community)
    assert "Noted on #1" in done.text and "closed" not in done.text
    assert "deleted by Mihai" in await thread(community)
    assert "Posted twice" in await community.last(community.mihai, community.staff_thread())
    assert "deleted by Mihai" in "\n".join(await community.reads(community.mihai, "staff-room"))
    assert "Posted twice" in transcript(await community.mihai.types("case transcript 1"))
    assert "Posted twice" not in transcript(await community.max.types("case transcript 1"))


async def test_it_is_asked_too_where_the_case_looked_taken_back(community: Town) -> None:
    message = await complain(community)
    await community.max.deletes(message)
    assert (await thread(community)).count(ASKED) == 1
    assert "closed as if the member had taken it back" in (await say_why(community)).text


async def test_only_staff_can_say_that_they_deleted_it(community: Town) -> None:
    message = await complain(community)
    await community.max.deletes(message)
    (asked,) = [each for each in await community.messages(community.mihai, community.staff_thread())
                if ASKED in each.text]  # fmt: skip
    assert asked.body is not None
    pressed = await community.max.presses_id(asked.body["buttons"][0]["id"])
    assert not pressed.forms


async def test_what_is_removed_as_abuse_keeps_its_case_and_its_words(community: Town) -> None:
    message = await complain(community)
    about = MessageRef("support", message.id)
    removal = replace(taken(Step.REMOVAL, message.at), message=about)
    async with community.app.house.database.transaction("test.removal") as tx:
        await Infractions(tx, community.row).add(removal)
    await community.platform.remove(COMMUNITY, about)
    await community.settled()
    told = await thread(community)
    assert BROKEN in told and ASKED not in told
    assert "#1" in (await community.mihai.types("case list")).text
