"""What comes in: kept if it matters, handled once, in the order of each member, whatever breaks on the way."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, update

from bot.catalogue.declare import on
from bot.context import Context
from bot.durable.database import Database
from bot.durable.tables import inbox, timers
from bot.vocabulary.events import CommunityJoined, MemberLeft, MessagePosted
from bot.vocabulary.places import MessageRef
from tests.fakes.diary import Diary
from tests.fakes.running import COMMUNITY, Running, running
from tests.fakes.village import STAFF_ROOM


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
async def core(database: Database, diary: Diary) -> AsyncIterator[Running]:
    """The core with a diary, once on SQLite and once on PostgreSQL."""
    async with running(database, diary) as core:
        yield core


@pytest.fixture
async def sqlite_core(sqlite_database: Database, diary: Diary) -> AsyncIterator[Running]:
    async with running(sqlite_database, diary) as core:
        yield core


async def pages(core: Running) -> set[int]:
    """Which messages stand in the diary."""
    async with core.app.house.database.reading() as tx:
        return set(await tx.scalars(select(timers.c.subject).where(timers.c.name == "diary.page")))


async def test_what_matters_is_handled_and_its_words_leave_the_inbox(core: Running) -> None:
    await core.says("max", "my landlord reads my letters")
    await core.settled()
    assert core.platform.texts(STAFF_ROOM) == ["max: my landlord reads my letters"]
    (letter,) = await core.letters()
    assert (letter.state, letter.payload) == ("done", None)
    assert "max" not in str(letter), "nor does it say whose words they were"


async def test_what_is_nothing_to_us_leaves_no_row(core: Running) -> None:
    await core.says("max", "small talk about the weather")
    await core.says("robot", "I am a program")
    message = await core.says("max", "small talk")
    await core.edits("max", "small talk, edited", message)
    await core.deletes("max", message)
    await core.settled()
    assert await core.letters() == []
    assert core.platform.posts == []


async def test_what_a_platform_tells_twice_is_handled_once(core: Running, diary: Diary) -> None:
    message = MessageRef("support", "17")
    for _ in range(3):
        await asyncio.gather(*(core.posts("max", "hello", message) for _ in range(3)))
        await core.settled()
    assert core.platform.texts(STAFF_ROOM) == ["max: hello"]
    assert diary.read["max"] == ["hello"]


async def test_each_member_is_heard_in_the_order_they_wrote(core: Running, diary: Diary) -> None:
    diary.breaks["0"] = 1
    for number in range(12):
        await core.says("max", f"{number}")
    await core.settled()
    assert diary.read["max"] == ["0", *(f"{number}" for number in range(12))]


async def test_a_platform_of_an_unknown_community_is_not_listened_to(sqlite_core: Running) -> None:
    now = sqlite_core.clock.now()
    await sqlite_core.app.receive(MessagePosted("fake:other", MessageRef("c", "1"), "max", "hello", now))
    assert await sqlite_core.letters() == []


async def test_the_order_survives_a_crash_in_between(database: Database) -> None:
    """One letter is being tried again, others wait behind it; the process ends; the next one takes them up."""
    before, after = Diary(), Diary()
    before.breaks["second"] = 100
    async with running(database, before) as core:
        for text in ("first", "second", "third"):
            await core.says("max", text)
        await core.says("ana", "aside")
        async with asyncio.timeout(10):
            while before.read["max"].count("second") < 2 or len(core.platform.posts) < 2:  # noqa: ASYNC110  # there is no event for rows
                await asyncio.sleep(0.01)
    async with running(database, after, platform=core.platform, since=100) as core:
        await core.says("max", "fourth")
        await core.settled()
    assert set(before.read["max"]) == {"first", "second"}
    assert after.read["max"] == ["second", "third", "fourth"]
    texts = core.platform.texts(STAFF_ROOM)
    assert [text for text in texts if text.startswith("max")] == [
        f"max: {text}" for text in ("first", "second", "third", "fourth")
    ]
    assert [text for text in texts if text.startswith("ana")] == ["ana: aside"]


async def test_a_poisonous_event_is_tried_five_times_then_set_aside_and_the_next_one_is_heard(
    core: Running, diary: Diary
) -> None:
    diary.breaks["poison"] = 100
    await core.says("max", "before")
    await core.says("max", "poison")
    await core.says("max", "after")
    await core.says("ana", "something else")
    await core.settled()
    assert diary.read["max"] == ["before", *["poison"] * 5, "after"]
    poison = next(letter for letter in await core.letters() if letter.state == "dead")
    assert poison.attempts == 5
    assert "poison" in str(poison.payload)
    said = core.platform.texts(STAFF_ROOM)
    assert {"max: before", "max: after", "ana: something else"} < set(said)
    assert "max: poison" not in said, "what it did before it failed was undone"
    assert any(poison.reference in text for text in said), "staff can name it to whoever runs the bot"


async def test_what_fails_twice_and_then_works_takes_effect_once(core: Running, diary: Diary) -> None:
    diary.breaks["hello"] = 2
    await core.says("max", "hello")
    await core.settled()
    assert core.platform.texts(STAFF_ROOM) == ["max: hello"]
    assert [letter.state for letter in await core.letters()] == ["done"]


async def test_a_letter_that_nobody_can_read_is_set_aside_too(
    sqlite_database: Database, diary: Diary
) -> None:
    """As one of a version that wrote them otherwise."""
    async with running(sqlite_database, Diary()) as core:
        await core.says("max", "old")
        await core.settled()
    garbled = {"state": "new", "lane": "max", "payload": {"event": {"kind": "of another time"}}}
    async with sqlite_database.transaction("test.garble") as tx:
        await tx.execute(update(inbox).values(**garbled))
    async with running(sqlite_database, diary, since=100) as core:
        await core.says("max", "hello")
        await core.settled()
        assert [letter.state for letter in await core.letters()] == ["dead", "done"]
    assert diary.read["max"] == ["hello"]


class TestWhatWasNotHandledYet:
    """Somebody takes back, or rewords, what still waits: the features know nothing of it so far."""

    async def test_a_message_deleted_before_it_was_handled_does_not_stay(
        self, core: Running, diary: Diary
    ) -> None:
        diary.breaks["busy"] = 2
        kept = await core.says("max", "busy")
        taken_back = await core.says("max", "my landlord reads my letters")
        await core.deletes("max", taken_back)
        await core.settled()
        assert await pages(core) == {int(kept.message)}

    async def test_a_message_edited_before_it_was_handled_is_read_as_it_is_now(
        self, core: Running, diary: Diary
    ) -> None:
        diary.breaks["busy"] = 2
        await core.says("max", "busy")
        message = await core.says("max", "as it was")
        await core.edits("max", "as it is", message)
        await core.settled()
        assert diary.read["max"] == [*["busy"] * 3, "as it was", "now as it is"]

    async def test_a_deletion_of_nobody_in_particular_finds_its_message(
        self, core: Running, diary: Diary
    ) -> None:
        """Some platforms don't say who deleted it, or whose it was."""
        diary.breaks["busy"] = 2
        kept = await core.says("max", "busy")
        taken_back = await core.says("max", "my landlord reads my letters")
        await core.deletes(None, taken_back)
        await core.settled()
        assert await pages(core) == {int(kept.message)}


class TestCommands:
    async def test_words_are_kept_before_anybody_hears_that_they_were(
        self, core: Running, diary: Diary
    ) -> None:
        answer = await core.types("max", "diary write dear diary")
        assert answer.deferred
        await core.settled()
        assert answer.text == "It is written."
        assert diary.read["max"] == ["dear diary"]
        assert [(letter.state, letter.payload) for letter in await core.letters()] == [("done", None)]

    async def test_words_that_break_something_are_answered_with_the_reference(
        self, sqlite_core: Running, diary: Diary
    ) -> None:
        core = sqlite_core
        diary.breaks["poison"] = 100
        answer = await core.types("max", "diary write poison")
        await core.settled()
        (letter,) = await core.letters()
        assert letter.state == "dead"
        assert letter.reference in answer.text
        assert "poison" not in answer.text

    async def test_any_text_can_be_written(self, core: Running, diary: Diary) -> None:
        texts = ["țară ёлка 👩‍👩‍👧", "nul\0nul", "half a \ud800 letter", "\u202eright to left", "x" * 1400]
        for text in texts:
            answer = await core.types("max", f"diary write {text}")
            await core.settled()
            assert answer.text == "It is written."
            await core.says("ana", text)
            await core.settled()
        assert [len(text) for text in diary.read["max"]] == [len(text.replace("\0", "")) for text in texts]
        assert diary.read["ana"] == diary.read["max"]
        assert diary.read["max"][1:3] == ["nulnul", "half a ? letter"]

    async def test_whoever_hung_up_keeps_nobody_else_waiting(
        self, sqlite_core: Running, diary: Diary
    ) -> None:
        core = sqlite_core
        diary.breaks["busy"] = 2
        await core.says("max", "busy")
        await core.types("max", "diary write first", hung_up=True)
        second = await core.types("max", "diary write second")
        await core.settled()
        assert diary.read["max"] == [*["busy"] * 3, "first", "second"]
        assert second.text == "It is written."


class Porter:
    """Notes who leaves."""

    name = "porter"

    def __init__(self) -> None:
        self.gone: list[str] = []

    @on(MemberLeft)
    async def left(self, ctx: Context, event: MemberLeft) -> None:
        self.gone.append(event.member)


async def test_who_leaves_is_heard_of_once_by_whoever_listens(sqlite_database: Database) -> None:
    porter = Porter()
    async with running(sqlite_database, porter) as core:
        for _ in range(2):
            await core.app.receive(MemberLeft(COMMUNITY, "max", core.clock.now()))
            await core.settled()
    assert porter.gone == ["max"]


async def test_what_no_feature_listens_to_leaves_no_row(sqlite_database: Database, diary: Diary) -> None:
    async with running(sqlite_database, diary) as core:
        await core.app.receive(CommunityJoined(COMMUNITY, core.clock.now()))
        assert await core.letters() == []
