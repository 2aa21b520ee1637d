"""Words that a form could not take are kept for their author, for a quarter of an hour."""

from datetime import timedelta

from sqlalchemy import func, select

from bot.durable.database import Database
from bot.durable.drafts import KEPT, Draft, find_draft, keep_draft
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
