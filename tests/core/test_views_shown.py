"""Cards are not messages but views: rendered when they are sent, edited when they change, posted anew when gone."""

from datetime import timedelta

import pytest

from bot.catalogue.declare import NotYet
from bot.durable.claims import ATTEMPTS, reclaim
from bot.durable.database import Database
from bot.durable.outbox import State, View
from bot.ports import DoorShut
from bot.vocabulary.places import CaseStaff, MemberDM, MessageRef, Public
from tests.fakes.board import Board
from tests.fakes.platform import FakePlatform, Post
from tests.fakes.village import STAFF_ROOM, Village

OTHER = View("board.notice", 2)


async def sent(village: Village) -> list[Post]:
    """Everything posted so far, once all is sent."""
    async with village.relaying():
        await village.delivered(impatient=True)
    return village.platform.posts


async def test_it_is_posted_once_and_then_edited(village: Village, board: Board) -> None:
    for text in ("open", "claimed", "solved"):
        board.notices[1] = text
        await village.shows()
        assert [post.text for post in await sent(village)] == [text]
    (post,) = village.platform.posts
    assert (post.edits, village.platform.calls["send"]) == (2, 1)


async def test_what_looks_the_same_is_left_alone(village: Village, board: Board) -> None:
    board.notices[1] = "open"
    for _ in range(3):
        await village.shows()
        await sent(village)
    assert village.platform.calls == {"send": 1}
    assert [told.outcome for told in board.told] == [State.DELIVERED] * 3
    assert len({told.message for told in board.told}) == 1


async def test_it_shows_what_is_true_when_it_is_sent(village: Village, board: Board) -> None:
    board.notices[1] = "as it was"
    await village.shows()
    board.notices[1] = "as it is"
    await village.shows()
    (post,) = await sent(village)
    assert (post.text, post.edits) == ("as it is", 0)


async def test_one_that_somebody_deletes_is_posted_anew_when_it_changes_as_often_as_it_takes(
    village: Village, board: Board
) -> None:
    texts = ("open", "claimed", "held", "solved")
    for number, text in enumerate(texts, start=1):
        board.notices[1] = text
        await village.shows()
        posts = await sent(village)
        assert [post.text for post in posts] == list(texts[:number])
        assert board.told[-1].message == posts[-1].ref
        village.platform.loses_message(posts[-1].ref)
    assert village.platform.calls["send"] == len(texts)


async def test_hidden_it_is_taken_down_and_shown_again_it_is_a_new_message(
    village: Village, board: Board
) -> None:
    board.notices[1] = "open"
    await village.shows()
    await village.hides()
    (first,) = await sent(village)
    assert first.taken_down
    await village.hides()
    await sent(village)
    assert village.platform.calls["retract"] == 1, "what is down stays down"
    await village.shows()
    first, second = await sent(village)
    assert first.taken_down and not second.taken_down
    assert second.text == "open"


async def test_one_that_was_never_shown_is_hidden_without_a_word(village: Village) -> None:
    await village.hides()
    assert await sent(village) == []
    assert village.platform.calls == {}
    assert await village.states() == [State.DELIVERED]


async def test_one_that_has_nothing_to_show_any_more_comes_down(village: Village, board: Board) -> None:
    board.notices[1] = "open"
    await village.shows()
    await sent(village)
    board.notices[1] = None
    await village.shows()
    (post,) = await sent(village)
    assert post.taken_down
    assert await village.states() == [State.DELIVERED] * 2


async def test_each_place_and_each_subject_has_its_own(village: Village, board: Board) -> None:
    board.notices |= {1: "first", 2: "second"}
    support = Public(MessageRef("support", "17"))
    await village.shows()
    await village.shows(view=OTHER)
    await village.shows(support)
    assert len(await sent(village)) == 3
    board.notices[1] = "changed"
    await village.shows()
    await sent(village)
    assert village.platform.texts(STAFF_ROOM) == ["changed", "second"]
    assert village.platform.texts("support") == ["first"]


async def test_a_broken_one_is_given_up_after_ten_attempts_and_makes_room(
    village: Village, board: Board
) -> None:
    board.notices |= {1: ValueError("broken"), 2: "fine"}
    await village.shows(case=7)
    await village.shows(view=OTHER)
    (post,) = await sent(village)
    assert post.text == "fine"
    broken, fine = board.told
    assert (broken.outcome, broken.name, broken.subject, broken.case) == (State.DEAD, "board.notice", 1, 7)
    assert (fine.outcome, fine.subject) == (State.DELIVERED, 2)
    assert [row.attempts for row in await village.rows()] == [ATTEMPTS - 1, 0]


async def test_one_that_nobody_can_render_is_given_up_too(sqlite_village: Village, board: Board) -> None:
    """Its feature was renamed, or is not there any more."""
    board.notices[1] = "fine"
    await sqlite_village.shows(view=View("of.long.ago", 1))
    await sqlite_village.shows()
    (post,) = await sent(sqlite_village)
    assert post.text == "fine"
    assert await sqlite_village.states() == [State.DEAD, State.DELIVERED]


async def test_what_is_still_on_its_way_is_waited_for_without_counting(
    village: Village, board: Board
) -> None:
    board.notices[1] = NotYet()
    await village.shows()
    for _ in range(ATTEMPTS + 3):
        await village.hurry()
        (errand,) = await village.claimed()
        assert await village.settled(await village.sender.perform(errand))
    (row,) = await village.rows()
    assert (row.state, row.attempts) == (State.WAITING, 0)
    board.notices[1] = "there it is"
    (post,) = await sent(village)
    assert post.text == "there it is"


async def test_what_a_crash_left_posted_is_found_again_and_brought_up_to_date(
    village: Village, board: Board
) -> None:
    """It was posted, and the process died before it could write that down."""
    board.notices[1] = "as it was"
    await village.shows()
    (errand,) = await village.claimed()
    assert (await village.sender.perform(errand)).state is State.DELIVERED
    async with village.database.transaction("test.start_again") as tx:
        await reclaim(tx, every=True)
    board.notices[1] = "as it is"
    (post,) = await sent(village)
    assert post.text == "as it is"
    board.notices[1] = "as it will be"
    await village.shows()
    (post,) = await sent(village)
    assert post.text == "as it will be"


async def test_without_the_platforms_help_the_same_crash_shows_it_twice(
    sqlite_database: Database, board: Board
) -> None:
    """So the test above does see a double where there is one."""
    village = Village(sqlite_database, board, platform=FakePlatform(deduplicate=False))
    board.notices[1] = "once"
    await village.shows()
    (errand,) = await village.claimed()
    await village.sender.perform(errand)
    async with village.database.transaction("test.start_again") as tx:
        await reclaim(tx, every=True)
    assert len(await sent(village)) == 2


async def test_one_that_expired_is_not_shown(sqlite_village: Village, board: Board) -> None:
    board.notices[1] = "worthless by now"
    await sqlite_village.shows(expires_in=timedelta(microseconds=1))
    assert await sent(sqlite_village) == []
    assert [told.outcome for told in board.told] == [State.EXPIRED]


@pytest.mark.parametrize(
    "place", [CaseStaff(404), MemberDM("max")], ids=["a case nobody knows", "a shut door"]
)
async def test_a_place_that_cannot_be_opened_ends_it(
    sqlite_village: Village, board: Board, place: CaseStaff | MemberDM
) -> None:
    board.notices[1] = "to nobody"
    sqlite_village.platform.error = lambda method, _title: DoorShut("dm_closed") if method == "open" else None
    await sqlite_village.shows(place)
    assert await sent(sqlite_village) == []
    assert [told.outcome for told in board.told] == [
        State.DEAD if isinstance(place, CaseStaff) else State.SHUT
    ]
