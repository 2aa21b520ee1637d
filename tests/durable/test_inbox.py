"""What came in is kept once, handled in order, and erased when it is done."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable import inbox
from bot.durable.database import Database
from bot.durable.inbox import ATTEMPTS, Letter
from bot.durable.tables import inbox as rows
from tests.fakes.communities import met

T = TypeVar("T")


class Post:
    """The inbox of one community, each step a transaction of its own."""

    def __init__(self, database: Database, community: int) -> None:
        self.database = database
        self.community = community

    async def arrives(self, key: str, lane: str = "ana", words: str = "hello") -> bool:
        payload = {"words": words}
        return await self._within(lambda tx: inbox.store(tx, self.community, key, lane, payload))

    async def next(self, lane: str = "ana") -> Letter | None:
        return await self._within(lambda tx: inbox.next_in_lane(tx, self.community, lane))

    async def done(self, letter: Letter) -> None:
        await self._within(lambda tx: inbox.settle(tx, letter))

    async def failed(self, letter: Letter, reference: str = "ABC234") -> bool:
        return await self._within(lambda tx: inbox.fail(tx, letter, reference))

    async def lanes(self) -> list[tuple[int, str]]:
        return await self._within(inbox.waiting_lanes)

    async def prune(self, before: datetime) -> None:
        await self._within(lambda tx: inbox.prune(tx, before))

    async def rows(self) -> Sequence[Row[Any]]:
        async with self.database.reading() as tx:
            return (await tx.execute(select(rows).order_by(rows.c.id))).all()

    async def _within(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        async with self.database.transaction("test.inbox") as tx:
            return await work(tx)


async def an_inbox(database: Database) -> Post:
    return Post(database, await met(database))


async def first(post: Post, lane: str = "ana") -> Letter:
    letter = await post.next(lane)
    assert letter is not None
    return letter


async def test_what_is_stored_twice_is_kept_once(database: Database) -> None:
    post = await an_inbox(database)
    assert await post.arrives("posted:c:1", words="as it was first") is True
    assert await post.arrives("posted:c:1", words="as it came again") is False
    assert [row.payload for row in await post.rows()] == [{"words": "as it was first"}]


async def test_what_was_handled_already_is_known_when_it_comes_again(database: Database) -> None:
    post = await an_inbox(database)
    await post.arrives("posted:c:1")
    await post.done(await first(post))
    assert await post.arrives("posted:c:1") is False
    assert await post.next() is None


async def test_what_arrives_many_times_at_once_is_kept_once_and_nobody_stumbles(database: Database) -> None:
    post = await an_inbox(database)
    stored = await asyncio.gather(*(post.arrives("posted:c:1") for _ in range(8)))
    assert sorted(stored) == [False] * 7 + [True]
    assert len(await post.rows()) == 1


async def test_two_communities_may_have_the_same_key(database: Database) -> None:
    here, there = await an_inbox(database), Post(database, await met(database, "fake:other"))
    assert await here.arrives("posted:c:1") and await there.arrives("posted:c:1")
    await here.done(await first(here))
    assert await here.next() is None
    assert (await first(there)).community_id == there.community


async def test_a_lane_gives_back_what_came_in_the_order_it_came(database: Database) -> None:
    post = await an_inbox(database)
    for number in range(5):
        await post.arrives(f"posted:a:{number}", words=f"ana {number}")
        await post.arrives(f"posted:m:{number}", lane="max", words=f"max {number}")
    heard = []
    while (letter := await post.next("ana")) is not None:
        heard.append(letter.payload["words"])
        await post.done(letter)
    assert heard == [f"ana {number}" for number in range(5)]
    assert (await first(post, "max")).payload == {"words": "max 0"}


async def test_the_words_are_gone_when_it_is_done_and_the_key_stays(database: Database) -> None:
    post = await an_inbox(database)
    await post.arrives("posted:c:1", words="my landlord reads my letters")
    await post.done(await first(post))
    (row,) = await post.rows()
    assert (row.state, row.payload, row.key) == ("done", None, "posted:c:1")
    assert row.settled_at is not None


async def test_after_five_failures_it_is_set_aside_with_its_words_and_the_next_one_is_up(
    database: Database,
) -> None:
    post = await an_inbox(database)
    await post.arrives("posted:c:1", words="poison")
    await post.arrives("posted:c:2", words="bread")
    dead = []
    for attempt in range(ATTEMPTS):
        letter = await first(post)
        assert (letter.payload, letter.attempts) == ({"words": "poison"}, attempt)
        dead.append(await post.failed(letter, f"REF{attempt}"))
    assert dead == [False, False, False, False, True]
    row = (await post.rows())[0]
    assert (row.state, row.attempts, row.reference) == ("dead", 5, "REF4")
    assert row.payload == {"words": "poison"}
    assert (await first(post)).payload == {"words": "bread"}


async def test_what_a_crash_left_is_found_by_its_lanes(database: Database) -> None:
    post = await an_inbox(database)
    other = Post(database, await met(database, "fake:other"))
    await post.arrives("posted:c:1", lane="done")
    await post.done(await first(post, "done"))
    for key in ("posted:c:2", "posted:c:3"):
        await post.arrives(key, lane="ana")
    await other.arrives("posted:c:2", lane="ana")
    assert sorted(await post.lanes()) == sorted([(post.community, "ana"), (other.community, "ana")])


async def test_what_is_settled_or_set_aside_is_forgotten_after_a_while_and_nothing_that_waits(
    database: Database,
) -> None:
    post = await an_inbox(database)
    for key in ("settled", "poison", "waits"):
        await post.arrives(key, lane=key)
    await post.done(await first(post, "settled"))
    for _ in range(ATTEMPTS):
        await post.failed(await first(post, "poison"))
    now = datetime.now(UTC)
    await post.prune(now - timedelta(days=7))
    assert len(await post.rows()) == 3
    await post.prune(now + timedelta(seconds=1))
    assert [row.key for row in await post.rows()] == ["waits"]


async def test_any_words_come_back_as_they_were(database: Database) -> None:
    post = await an_inbox(database)
    words = "țară ёлка 👩‍👩‍👧 \u202eenough\u202c " + "x" * 100_000 + ' \\ " \n\t\x01'
    await post.arrives("posted:c:1", words=words)
    assert (await first(post)).payload == {"words": words}
