"""Words that a form could not take are kept for their author, for a quarter of an hour."""

from datetime import timedelta

from sqlalchemy import func, select

from bot.durable.database import Database
from bot.durable.drafts import KEPT, Draft, drop_draft, drop_drafts, find_draft, keep_draft
from bot.durable.tables import drafts
from tests.fakes.clock import MONDAY_NOON as NOON
from tests.fakes.communities import met

REPLY = Draft("case reply", {"case": "42", "text": "Îmi pare rău, " + "ёлка " * 800})


async def test_the_author_finds_every_word_again(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.drafts") as tx:
        number = await keep_draft(tx, community, "mihai", REPLY, NOON)
        assert await find_draft(tx, community, "mihai", number, NOON) == REPLY
        assert await find_draft(tx, community, "mihai", number, NOON + KEPT) == REPLY


async def test_nobody_else_finds_it(database: Database) -> None:
    community, other = await met(database), await met(database, "fake:other")
    async with database.transaction("test.drafts") as tx:
        number = await keep_draft(tx, community, "mihai", REPLY, NOON)
        assert await find_draft(tx, community, "ana", number, NOON) is None
        assert await find_draft(tx, other, "mihai", number, NOON) is None
        assert await find_draft(tx, community, "mihai", number + 1, NOON) is None


async def test_after_a_quarter_of_an_hour_it_is_gone_and_with_the_next_one_erased(database: Database) -> None:
    community = await met(database)
    later = NOON + KEPT + timedelta(seconds=1)
    async with database.transaction("test.drafts") as tx:
        number = await keep_draft(tx, community, "mihai", REPLY, NOON)
        assert await find_draft(tx, community, "mihai", number, later) is None
        kept = await keep_draft(tx, community, "mihai", Draft("case note", {"text": "new"}), later)
        assert (await tx.execute(select(func.count()).select_from(drafts))).scalar_one() == 1
        assert await find_draft(tx, community, "mihai", kept, later) is not None


async def test_it_is_dropped_once_and_by_its_author_alone(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.drafts") as tx:
        number = await keep_draft(tx, community, "mihai", REPLY, NOON)
        assert not await drop_draft(tx, community, "ana", number)
        assert await drop_draft(tx, community, "mihai", number)
        assert not await drop_draft(tx, community, "mihai", number)


async def test_those_that_have_the_same_words_are_dropped_together(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.drafts") as tx:
        kept = [
            await keep_draft(tx, community, who, Draft(action, {"case": case, "text": "words"}), NOON)
            for who, action, case in (
                ("mihai", "case reply", "42"),
                ("mihai", "case reply", "43"),
                ("mihai", "case note", "42"),
                ("ana", "case reply", "42"),
            )
        ]
        await drop_drafts(tx, community, "mihai", Draft("case reply", {"case": "42"}))
        owners = ("mihai", "mihai", "mihai", "ana")
        found = [await find_draft(tx, community, who, n, NOON) for who, n in zip(owners, kept, strict=True)]
        assert [draft is not None for draft in found] == [False, True, True, True]
