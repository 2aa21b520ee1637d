"""Files between members and staff, in the sandbox: what goes along, what gets lost, and what is kept of it."""

import asyncio
from pathlib import Path

from sqlalchemy import delete, select

from adapters.sandbox import deeds
from adapters.sandbox.model import Upload, Weather
from adapters.sandbox.tables import files
from bot.cases.tables import timeline
from bot.vocabulary.replies import File
from tests.contract.test_files import picture
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.test_privacy import handled, on_disk, rows
from tests.scenarios.town import Town


async def vanish(town: Town) -> None:
    """The platform has no files any more, and says nothing about it."""
    async with town.world.writing() as (connection, _):
        await connection.execute(delete(files))


async def test_a_picture_under_the_complaint_itself_reaches_staff(community: Town) -> None:
    await community.max.says("support", BROKEN, files={"crash.png": picture()})
    await community.passes(seconds=9)
    thread = community.staff_thread()
    assert await community.files(community.mihai, thread) == {"crash.png": picture()}
    assert "📎 crash.png" in "\n".join(await community.reads(community.mihai, thread))
    assert "📎 crash.png" in await community.last(community.mihai, "staff-room"), (
        "the card says that there is one"
    )


async def test_a_program_under_a_complaint_is_named_after_the_bot_has_said_who_it_is(community: Town) -> None:
    await community.max.says("support", BROKEN, files={"fix.exe": b"MZ"})
    await community.passes(seconds=9)
    private = community.private(community.max)
    assert "fix.exe" not in "\n".join(await community.reads(community.max, private))
    await community.passes(seconds=31)
    assert "fix.exe (2 B)" in await community.last(community.max, private)


async def test_a_picture_alone_is_the_members_word(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved It was our update.")
    await community.max.says(private, "", files={"still.png": picture()})
    assert "open" in await community.last(community.mihai, "staff-room")
    assert await community.files(community.mihai, community.staff_thread()) == {"still.png": picture()}


async def test_where_a_file_is_gone_the_words_go_and_both_sides_hear_of_it_once(community: Town) -> None:
    private = await complain(community)
    await community.world.set_weather(Weather(down=True))
    await _says_into_the_dark(community, private)
    await vanish(community)
    await community.world.set_weather(Weather())
    await community.settled()
    thread, told = community.staff_thread(), "but this didn't: proof.png"
    mirrored = await community.reads(community.mihai, thread)
    assert sum("look at this" in each for each in mirrored) == 1
    assert sum("Could not be shown here: proof.png" in each for each in mirrored) == 1
    assert sum(told in each for each in await community.reads(community.max, private)) == 1


async def _says_into_the_dark(town: Town, private: str) -> None:
    upload = Upload("proof.png", "image/png", picture())
    await deeds.post(town.world, town.world.people["max"], private, "look at this", files=[upload])
    async with asyncio.timeout(20):
        while not await _heard(town, "look at this"):  # noqa: ASYNC110  # what is waited for is a row
            await asyncio.sleep(0.01)


async def _heard(town: Town, words: str) -> bool:
    said = select(timeline.c.id).where(timeline.c.text.contains(words))
    async with town.app.house.database.reading() as tx:
        return (await tx.execute(said)).first() is not None


async def test_a_program_that_calls_itself_a_picture_is_lost_on_the_way(community: Town) -> None:
    private = await complain(community)
    await community.max.says(private, "here", files={"photo.png": b"MZ\x90\x00"})
    assert await community.files(community.mihai, community.staff_thread()) == {}
    assert "Could not be shown here: photo.png" in await community.last(
        community.mihai, community.staff_thread()
    )
    assert "photo.png" in await community.last(community.max, private)


async def test_a_community_can_have_none_or_small_ones_only(community: Town) -> None:
    private = await complain(community)
    await community.change(file_mb=1)
    await community.max.says(private, "", files={"film.mp4": b"x" * 1_000_001, "short.mp4": b"x" * 1_000})
    assert set(await community.files(community.mihai, community.staff_thread())) == {"short.mp4"}
    assert "A file may have 1.0 MB at most" in await community.last(community.max, private)


async def test_an_edit_keeps_the_files_and_a_deletion_takes_them(community: Town) -> None:
    private = await complain(community)
    said = await community.max.says(private, "lok", files={"proof.png": picture()})
    await community.max.edits(said, "look")
    thread = community.staff_thread()
    assert await community.files(community.mihai, thread) == {"proof.png": picture()}
    assert "look\n📎 proof.png" in await community.last(community.mihai, thread)
    await community.max.deletes(said)
    assert await community.files(community.mihai, thread) == {}


async def test_only_whoever_posted_the_files_sends_them_and_only_once(community: Town) -> None:
    private = await complain(community)
    await community.mihai.says(community.staff_thread(), "", files={"guide.png": picture()})
    form = await community.daria.presses("Reply with files", "staff-room")
    refused = await community.daria.sends(form.forms[0], "staff-room", text="Here.")
    assert "no files of yours" in refused.text
    sent = await community.mihai.sends(form.forms[0], "staff-room", text="Here.")
    assert "with guide.png" in sent.text
    assert await community.files(community.max, private) == {"guide.png": picture()}
    again = await community.mihai.sends(form.forms[0], "staff-room", text="Here.")
    assert "no files of yours" in again.text


async def test_a_file_that_is_gone_before_the_answer_goes_is_told_to_both(community: Town) -> None:
    private = await complain(community)
    await community.mihai.says(community.staff_thread(), "", files={"guide.png": picture()})
    await vanish(community)
    form = await community.mihai.presses("Reply with files", "staff-room")
    await community.mihai.sends(form.forms[0], "staff-room", text="Here it is.")
    read = await community.reads(community.max, private)
    assert any("Here it is." in each for each in read)
    assert "could not be passed on: guide.png" in read[-1]
    assert "Did not reach the member: guide.png" in await community.last(
        community.mihai, community.staff_thread()
    )


async def test_what_staff_show_the_member_in_private_stands_in_the_staff_thread_too(community: Town) -> None:
    private = await complain(community)
    await community.mihai.says(private, "like this", files={"guide.png": picture()})
    assert await community.files(community.daria, community.staff_thread()) == {"guide.png": picture()}


async def test_a_transcript_names_the_files(community: Town) -> None:
    private = await complain(community)
    await community.max.says(private, "", files={"proof.png": picture()})
    file = (await community.mihai.types("case transcript 1")).messages[0].parts[-1]
    assert isinstance(file, File) and isinstance(file.content, str)
    assert "📎 proof.png (" in file.content and "erased" not in file.content


async def test_no_byte_of_a_file_is_kept_and_no_name_outlives_the_words(
    community: Town, tmp_path: Path
) -> None:
    private = await complain(community)
    secret = b"\x89PNG these are somebody's bytes"
    await community.max.says(private, "", files={"passport.png": secret})
    await community.mihai.says(community.staff_thread(), "", files={"contract.png": secret})
    form = await community.mihai.presses("Reply with files", "staff-room")
    await community.mihai.sends(form.forms[0], "staff-room", text="Here.")
    assert secret not in on_disk(tmp_path)
    await handled(community, "forget")
    kept = await rows(community.app.house.database)
    assert "passport.png" not in kept and "contract.png" not in kept


async def test_a_manager_says_how_large_a_file_may_be(community: Town) -> None:
    private = await complain(community)
    assert "No files are passed on" in (await community.elena.types("set files 0")).text
    await community.max.says(private, "", files={"proof.png": picture()})
    assert await community.files(community.mihai, community.staff_thread()) == {}
    assert "No files are passed on here" in await community.last(community.max, private)
    assert "up to 1.0 MB" in (await community.elena.types("set files 1")).text
    assert "Between 0 and 25" in (await community.elena.types("set files 26")).text


async def test_where_nothing_private_is_open_staff_hear_that_only_words_arrive(community: Town) -> None:
    await community.world.set_private_threads("support", allowed=False)
    await community.world.set_dms_open("max", dms_open=False)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    thread = community.staff_thread()
    await community.mihai.says(thread, "", files={"guide.png": picture()})
    form = await community.mihai.presses("Reply with files", "staff-room")
    await community.mihai.sends(form.forms[0], "staff-room", text="Here it is.")
    assert "No private conversation" in "\n".join(await community.reads(community.mihai, thread))
