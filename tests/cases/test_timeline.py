"""What happened to a case: typed facts, with people's words in a column that can be edited and emptied."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.engine import Row

from bot.cases.store import Cases
from bot.cases.tables import timeline as rows
from bot.cases.timeline import Entry, Timeline
from bot.durable.database import Database
from bot.vocabulary.corrections import NotOne
from bot.vocabulary.facts import (
    CaseClaimed,
    CaseOpened,
    CaseSolved,
    Fact,
    MemberWrote,
    NoteAdded,
    StaffReplied,
)
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef
from tests.cases.making import ORIGIN, new_case
from tests.fakes.clock import MONDAY_NOON as NOON
from tests.fakes.communities import met
from tests.fakes.directory import ANA, MAX

T = TypeVar("T")
KINDS = get_args(Fact)
SECRET = "my landlord reads my letters"

# Whatever a database can hold: what it can't is cleaned away at the door.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
ids = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)
files = st.builds(Attachment, ids, words, st.integers(0, 2**31), st.builds(MessageRef, ids, ids), words)


def values_of(hint: Any, name: str) -> st.SearchStrategy[Any]:
    """Any value a field of a fact can have; `case` stands for the case that the test has opened."""
    if name == "case":
        return st.just(0)
    if name == "by":
        return st.one_of(*(st.none() if part is NoneType else ids for part in get_args(hint) or (str,)))
    if hint is MessageRef:
        return st.builds(MessageRef, ids, ids)
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is UnionType:
        return st.one_of(*(values_of(part, "") for part in get_args(hint)))
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: words,
        bool: st.booleans(),
        int: st.integers(min_value=1, max_value=2**31),
        datetime: st.datetimes(timezones=st.just(UTC)),
        NoneType: st.none(),
        NotOne: st.sampled_from(NotOne),
        tuple[str, ...]: st.lists(words, max_size=4).map(tuple),
        tuple[Attachment, ...]: st.lists(files, max_size=3).map(tuple),
    }
    return known[hint]


def any_of(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    wanted = {
        field.name: values_of(hints[field.name], field.name) for field in fields(kind) if field.name != "kind"
    }
    return st.builds(kind, **wanted)


one_of_each = st.tuples(*(any_of(kind) for kind in KINDS))


@dataclass
class Book:
    """The timelines of one community, each step a transaction of its own."""

    database: Database
    community: int

    async def case(self, **changes: object) -> int:
        async with self.database.transaction("test.open") as tx:
            return (await Cases(tx, self.community).open(new_case(**changes), NOON)).id

    async def add(self, *facts: Fact, at: datetime = NOON) -> list[int]:
        return await self.within(lambda timeline: _all(timeline.add(fact, at) for fact in facts))

    async def read(self, case: int) -> list[Entry]:
        return list(await self.within(lambda timeline: timeline.of_case(case)))

    async def texts(self, case: int) -> list[str | None]:
        return [getattr(entry.fact, "text", None) for entry in await self.read(case)]

    async def within(self, work: Callable[[Timeline], Awaitable[T]]) -> T:
        async with self.database.transaction("test.timeline") as tx:
            return await work(Timeline(tx, self.community))

    async def rows(self) -> Sequence[Row[Any]]:
        async with self.database.reading() as tx:
            return (await tx.execute(select(rows).order_by(rows.c.id))).all()


async def _all(each: Iterable[Awaitable[int]]) -> list[int]:
    return [await one for one in each]


@pytest.fixture
async def book(database: Database) -> Book:
    return Book(database, await met(database))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=one_of_each, seconds=st.integers(0, 10**9))
async def test_every_kind_of_fact_is_read_as_it_was_written(
    book: Book, facts: tuple[Fact, ...], seconds: int
) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=7)
    case = await book.case()
    written = [replace(fact, case=case) for fact in facts]
    numbers = await book.add(*written, at=at)
    read = await book.read(case)
    assert [(entry.id, entry.at, entry.fact) for entry in read] == [
        (number, at, fact) for number, fact in zip(numbers, written, strict=True)
    ]
    assert await book.within(lambda timeline: timeline.entry(numbers[0])) == read[0]
    assert await book.within(lambda timeline: timeline.entry(numbers[-1] + 1)) is None


def wrote(
    case: int, text: str = SECRET, by: str = MAX.id, message: MessageRef | None = ORIGIN
) -> MemberWrote:
    return MemberWrote(case, by, text, message, in_public=True)


async def test_words_stand_in_a_column_of_their_own(book: Book) -> None:
    case = await book.case()
    await book.add(
        wrote(case),
        StaffReplied(case, "mihai", "Mihai", SECRET),
        NoteAdded(case, "mihai", "Mihai", SECRET),
        CaseSolved(case, "mihai", "solved", SECRET),
    )
    kept = await book.rows()
    assert [row.text for row in kept] == [SECRET] * 4
    assert not any(SECRET in str(row.data) for row in kept)


async def test_a_message_leads_to_the_entries_that_hold_its_words(book: Book) -> None:
    first, second = await book.case(), await book.case()
    elsewhere = MessageRef(ORIGIN.channel, "18")
    await book.add(wrote(first), wrote(second), wrote(first, "other words", message=elsewhere))
    found = await book.within(lambda timeline: timeline.about_message(ORIGIN))
    assert [entry.fact.case for entry in found] == [first, second]
    other = Book(book.database, await met(book.database, "fake:other"))
    assert await other.within(lambda timeline: timeline.about_message(ORIGIN)) == []


async def test_edited_words_take_the_place_of_the_old_ones_and_say_so(book: Book) -> None:
    case = await book.case()
    await book.add(wrote(case), wrote(case, "more", message=None))
    first, _ = await book.read(case)
    await book.within(lambda timeline: timeline.reword(first, "in other words"))
    again, other = await book.read(case)
    assert again == replace(first, fact=replace(wrote(case), text="in other words", edited=True))
    assert other.fact == wrote(case, "more", message=None)
    assert not any(SECRET in str(row) for row in await book.rows())


async def test_erased_words_leave_the_fact_that_something_was_said(book: Book) -> None:
    case = await book.case()
    await book.add(wrote(case))
    (entry,) = await book.read(case)
    await book.within(lambda timeline: timeline.reword(entry, None))
    assert [left.fact for left in await book.read(case)] == [replace(wrote(case), text=None)]


async def test_forgetting_a_member_takes_every_word_out_of_their_cases_and_no_others(book: Book) -> None:
    theirs, others = await book.case(member=MAX), await book.case(member=ANA)
    for case, member in ((theirs, MAX), (others, ANA)):
        await book.add(
            CaseOpened(case, member.id),
            wrote(case, by=member.id),
            CaseClaimed(case, "mihai", "Mihai"),
            StaffReplied(case, "mihai", "Mihai", SECRET, message=ORIGIN),
        )
    elsewhere = Book(book.database, await met(book.database, "fake:other"))
    same_name = await elsewhere.case(member=MAX)
    await elsewhere.add(wrote(same_name))
    await book.within(lambda timeline: timeline.erase_member(MAX.id))
    assert [entry.fact for entry in await book.read(theirs)] == [
        CaseClaimed(theirs, "mihai", "Mihai"),
        StaffReplied(theirs, "mihai", "Mihai", None),
    ]
    assert await book.texts(others) == [None, SECRET, None, SECRET]
    assert await elsewhere.texts(same_name) == [SECRET]
