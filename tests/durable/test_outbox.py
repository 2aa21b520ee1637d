"""What must go out is written with its cause, once per key, and once per stale view."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.durable.database import Database
from bot.durable.outbox import Effect, Priority, State, View
from bot.vocabulary.codec import from_json
from bot.vocabulary.places import CasePrivate, CaseStaff, MemberDM, MessageRef, Place, Public, StaffRoom, Team
from bot.vocabulary.replies import (
    Button,
    Fields,
    File,
    Heading,
    Link,
    Mention,
    Message,
    Moment,
    Name,
    Paragraph,
    Quotation,
    Row,
    Text,
)
from tests.fakes.board import NOTICE, words
from tests.fakes.clock import MONDAY_NOON
from tests.fakes.village import Village

HERE = MessageRef("support", "17")
HELLO = words("hello")
EVERYTHING = Message(
    (
        Heading("#42"),
        Paragraph((Text("țară "), Name("Ёлка"), Mention("max", "Max"), Moment(MONDAY_NOON))),
        Paragraph((Link("there", CasePrivate(42)), Link("here", message=HERE))),
        Quotation("every word\n\tof it", "Ana"),
        Fields((Row("due", (Moment(MONDAY_NOON),)),)),
        File("transcript.txt", "text/plain", "line\n"),
    ),
    (Button("Claim", "case claim", (42,)),),
)


async def say(village: Village, key: str, place: Place | None = None, **options: Any) -> None:
    async with village.doing() as ctx:
        options = {"priority": Priority.STAFF} | options
        await ctx.outbox.say(place or MemberDM("max"), HELLO, key, **options)


async def test_what_is_said_twice_under_one_key_is_written_once(database: Database) -> None:
    village = Village(database)
    await say(village, "reply:7")
    await say(village, "reply:7")
    await say(village, "reply:8")
    community = await village.community()
    assert [row.key for row in await village.rows()] == [f"{community.id}:reply:7", f"{community.id}:reply:8"]


async def test_what_is_said_twice_at_once_is_written_once_and_nobody_stumbles(database: Database) -> None:
    village = Village(database)
    await village.community()
    await asyncio.gather(*(say(village, "reply:7") for _ in range(6)))
    assert len(await village.rows()) == 1


async def test_what_was_delivered_long_ago_is_not_said_again(database: Database) -> None:
    village = Village(database)
    await say(village, "reply:7", StaffRoom())
    async with village.relaying():
        await village.delivered()
        await say(village, "reply:7", StaffRoom())
        await village.delivered()
    assert len(village.platform.posts) == 1


async def test_what_is_undone_goes_nowhere(database: Database) -> None:
    village = Village(database)
    with pytest.raises(ZeroDivisionError):  # noqa: PT012  # the transaction is the one statement that raises
        async with village.doing() as ctx:
            await ctx.outbox.say(StaffRoom(), HELLO, "reply:7", priority=Priority.STAFF)
            raise ZeroDivisionError
    assert await village.rows() == []


async def test_every_kind_of_message_comes_back_as_it_was(database: Database) -> None:
    village = Village(database)
    async with village.doing() as ctx:
        await ctx.outbox.say(StaffRoom(), EVERYTHING, "everything", priority=Priority.BULK)
    (errand,) = await village.claimed()
    assert from_json(Message, errand.payload) == EVERYTHING


@pytest.mark.parametrize(
    "place",
    [Public(HERE), CasePrivate(42), CaseStaff(42), StaffRoom(), MemberDM("max"), Team("billing")],
    ids=lambda place: type(place).__name__,
)
async def test_a_view_that_is_marked_stale_twice_is_one_row(sqlite_database: Database, place: Place) -> None:
    village = Village(sqlite_database)
    for _ in range(3):
        async with village.doing() as ctx:
            await ctx.outbox.show(place, NOTICE)
            await ctx.outbox.show(place, NOTICE)
    assert [(row.effect, row.state) for row in await village.rows()] == [(Effect.SHOW, State.WAITING)]


async def test_views_that_only_look_alike_are_marked_apart(database: Database) -> None:
    village = Village(database)
    async with village.doing() as ctx:
        await ctx.outbox.show(CaseStaff(1), View("board.notice", 1))
        await ctx.outbox.show(CaseStaff(1), View("board.notice", 11))
        await ctx.outbox.show(CaseStaff(11), View("board.notice", 1))
        await ctx.outbox.show(CaseStaff(1), View("board_notice", 1))
        await ctx.outbox.show(CaseStaff(1), View("board%", 1))
        await ctx.outbox.show(CaseStaff(1), View("board.notice", 1))
    assert len(await village.rows()) == 5


async def test_a_view_that_goes_stale_while_it_is_being_sent_is_sent_again(database: Database) -> None:
    village = Village(database)
    async with village.doing() as ctx:
        await ctx.outbox.show(StaffRoom(), NOTICE)
    await village.claimed()
    async with village.doing() as ctx:
        await ctx.outbox.show(StaffRoom(), NOTICE)
        await ctx.outbox.show(StaffRoom(), NOTICE)
    assert await village.states() == [State.SENDING, State.WAITING]


async def test_the_last_word_counts_when_a_view_is_shown_hidden_and_shown(database: Database) -> None:
    village = Village(database)
    async with village.doing() as ctx:
        for _ in range(2):
            await ctx.outbox.show(StaffRoom(), NOTICE)
            await ctx.outbox.hide(StaffRoom(), NOTICE)
            await ctx.outbox.hide(StaffRoom(), NOTICE)
        await ctx.outbox.show(StaffRoom(), NOTICE)
    effects = [row.effect for row in await village.rows()]
    assert effects[-1] == Effect.SHOW
    assert effects == [Effect.SHOW, Effect.HIDE, Effect.SHOW, Effect.HIDE, Effect.SHOW]


async def test_an_effect_knows_its_case_its_urgency_and_when_it_is_worthless(database: Database) -> None:
    village = Village(database)
    await say(
        village,
        "ack",
        Public(HERE),
        priority=Priority.ACKNOWLEDGEMENT,
        case=42,
        expires_in=timedelta(minutes=10),
    )
    await say(village, "card", StaffRoom())
    ack, card = await village.rows()
    assert (ack.case_id, ack.priority, ack.attempts) == (42, Priority.ACKNOWLEDGEMENT, 0)
    assert ack.expires_at - ack.created_at == timedelta(minutes=10)
    assert (card.case_id, card.expires_at) == (None, None)
