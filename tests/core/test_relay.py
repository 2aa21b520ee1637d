"""What goes out: in order, side by side, however the platform behaves."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.durable.claims import ATTEMPTS, LEASE, reclaim
from bot.durable.database import Database
from bot.durable.outbox import Effect, Priority, State
from bot.durable.tables import timers
from bot.ports import Door, Gone, Transient
from bot.sending import LONGEST_CALL, Sender
from bot.vocabulary.places import MemberDM, MessageRef, Public, StaffRoom, Team
from tests.fakes.board import Board, words
from tests.fakes.platform import FakePlatform
from tests.fakes.village import STAFF_ROOM, Village, until

DM = MemberDM("max")
QUESTION = MessageRef("support", "17")


async def test_what_is_said_arrives_where_it_belongs(village: Village) -> None:
    await village.says("in the staff room")
    await village.says("to Max alone", DM)
    await village.says("under the question", Public(QUESTION))
    async with village.doing() as ctx:
        await ctx.outbox.react(QUESTION, "👀", Public(QUESTION), "seen:1")
    async with village.relaying():
        await village.delivered()
    (opening,) = village.platform.openings
    assert (opening.place, opening.member) == (DM, "max")
    assert village.platform.texts(STAFF_ROOM) == ["in the staff room"]
    assert village.platform.texts("channel-1") == ["to Max alone"]
    (post,) = (post for post in village.platform.posts if post.ref.channel == "support")
    assert (post.text, post.reply_to) == ("under the question", "17")
    assert village.platform.reactions == [(QUESTION, "👀")]
    assert set(await village.states()) == {State.DELIVERED}


async def test_each_place_hears_everything_once_in_order_and_one_at_a_time(village: Village) -> None:
    """Whatever is refused on the way, and however long it takes."""
    dice = random.Random(7)
    stumbles = 0

    def stumble(method: str, _channel: str) -> Exception | None:
        nonlocal stumbles
        if method == "send" and dice.random() < 0.2:
            stumbles += 1
            return Transient("busy", retry_after=0.01)
        return None

    village.platform.error = stumble
    village.platform.pace = lambda _channel: dice.uniform(0, 0.02)
    async with village.doing() as ctx:
        for member in range(6):
            await ctx.places.keep(MemberDM(str(member)), f"dm-{member}")
    wanted: dict[str, list[str]] = {f"dm-{member}": [] for member in range(6)}
    async with village.relaying():
        for batch in range(4):
            async with village.doing() as ctx:
                for number in range(15):
                    member, text = dice.randrange(6), f"{batch}.{number}"
                    wanted[f"dm-{member}"].append(text)
                    urgency = dice.choice(list(Priority))
                    await ctx.outbox.say(MemberDM(str(member)), words(text), text, priority=urgency)
        await village.delivered()
    assert stumbles > 0
    assert {channel: village.platform.texts(channel) for channel in wanted} == wanted
    assert {channel: village.platform.most_at_once[channel] for channel in wanted} == dict.fromkeys(wanted, 1)


async def test_an_acknowledgement_overtakes_what_nobody_waits_for(sqlite_village: Village) -> None:
    village = sqlite_village
    village.platform.pace = lambda _channel: 0.05
    async with village.doing() as ctx:
        for number in range(160):
            place = Public(MessageRef("news", f"{number}"))
            await ctx.outbox.say(place, words("bulk"), f"bulk:{number}", priority=Priority.BULK)
    async with village.relaying():
        await until(lambda: village.platform.posts)
        await village.says("ack", Public(QUESTION), priority=Priority.ACKNOWLEDGEMENT)
        before = len(village.platform.posts)
        await village.delivered()
    said = [post.text for post in village.platform.posts]
    in_flight_at_once = 32
    assert said.index("ack") <= before + 2 * in_flight_at_once < len(said) - in_flight_at_once


async def test_a_slow_place_does_not_hold_up_another(sqlite_village: Village) -> None:
    village = sqlite_village
    village.platform.pace = lambda channel: 60.0 if channel == "slow" else 0.0
    await village.says("for ever", Public(MessageRef("slow", "1")))
    async with village.relaying():
        async with village.doing() as ctx:
            for number in range(20):
                await ctx.outbox.say(StaffRoom(), words(f"{number}"), f"{number}", priority=Priority.BULK)
        await until(lambda: len(village.platform.texts(STAFF_ROOM)) == 20)
        assert village.platform.texts("slow") == []
    assert (await village.states())[0] == State.SENDING


async def test_what_a_stopped_process_had_in_flight_is_sent_by_the_next_one(sqlite_village: Village) -> None:
    village = sqlite_village
    village.platform.pace = lambda _channel: 60.0
    await village.says("begun")
    async with village.relaying():
        await until(lambda: village.platform.calls["send"])
    village.platform.pace = lambda _channel: 0.0
    async with village.relaying():
        await village.delivered()
    assert village.platform.texts(STAFF_ROOM) == ["begun"]


class TestAPlatformThatIsDown:
    async def test_loses_nothing_however_long_it_takes(self, village: Village) -> None:
        village.platform.goes_down()
        for number in range(3):
            await village.says(f"{number}")
        async with village.relaying():
            while village.platform.calls["send"] < ATTEMPTS + 5:
                await village.hurry()
                await asyncio.sleep(0.01)
            first, *others = await village.rows()
            assert (first.state in ("waiting", "sending"), first.reason) == (True, "transient")
            assert {row.state for row in others} == {State.WAITING}
            village.platform.comes_back()
            await village.delivered(impatient=True)
        assert village.platform.texts(STAFF_ROOM) == ["0", "1", "2"]

    async def test_is_asked_again_when_it_said_so(self, sqlite_village: Village) -> None:
        village = sqlite_village
        village.platform.goes_down(retry_after=17.0)
        await village.says("later")
        (errand,) = await village.claimed()
        outcome = await village.sender.perform(errand)
        assert (outcome.state, outcome.again_after) == (State.WAITING, 17.0)
        await village.settled(outcome)
        (row,) = await village.rows()
        assert timedelta(seconds=15) < row.not_before - datetime.now(UTC) < timedelta(seconds=18)

    async def test_is_asked_less_and_less_often_but_every_minute(self, sqlite_village: Village) -> None:
        village = sqlite_village
        village.platform.goes_down()
        await village.says("later")
        pauses = []
        for _ in range(12):
            await village.hurry()
            (errand,) = await village.claimed()
            outcome = await village.sender.perform(errand)
            await village.settled(outcome)
            pauses.append(outcome.again_after)
        assert pauses == [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]

    async def test_that_never_answers_is_given_up_and_tried_again(self, sqlite_village: Village) -> None:
        village = sqlite_village
        village.platform.pace = lambda _channel: 60.0
        await village.says("later")
        (errand,) = await village.claimed()
        outcome = await Sender(village.house, patience=0.05).perform(errand)
        assert (outcome.state, outcome.reason, outcome.again_after) == (State.WAITING, "transient", 0.5)
        assert LEASE.total_seconds() > LONGEST_CALL

    async def test_does_not_use_up_the_patience_with_other_mistakes(self, sqlite_village: Village) -> None:
        village = sqlite_village
        weather = [Transient("down", retry_after=0.001)] * 15 + [ValueError("a garbled answer")] * 2
        village.platform.error = lambda _method, _channel: weather.pop(0) if weather else None
        await village.says("in the end")
        async with village.relaying():
            await village.delivered(impatient=True)
        assert village.platform.texts(STAFF_ROOM) == ["in the end"]

    async def test_does_not_keep_the_relay_busy(self, sqlite_village: Village) -> None:
        village = sqlite_village
        village.platform.goes_down(retry_after=60.0)
        for number in range(5):
            await village.says(f"{number}")
        async with village.relaying():
            await asyncio.sleep(1.0)
        assert village.platform.calls["send"] == 1

    async def test_does_not_disturb_another_platform(self, sqlite_village: Village) -> None:
        village, other = sqlite_village, FakePlatform("other")
        village.adopt(other)
        village.platform.goes_down()
        await village.says("here")
        await village.says("there", platform="other")
        async with village.relaying():
            await until(lambda: other.posts)
        assert other.texts(STAFF_ROOM) == ["there"]
        assert village.platform.posts == []

    async def test_that_is_no_longer_connected_loses_nothing_either(self, sqlite_village: Village) -> None:
        village, other = sqlite_village, FakePlatform("other")
        village.adopt(other)
        await village.says("there", platform="other")
        await village.says("here")
        village.abandon(other)
        async with village.relaying():
            await until(lambda: village.platform.posts)
            await village.says("here again")
            await until(lambda: len(village.platform.posts) == 2)
        assert (await village.states())[:2] == [State.WAITING, State.DELIVERED]
        village.adopt(other)
        async with village.relaying():
            await village.delivered(impatient=True)
        assert other.texts(STAFF_ROOM) == ["there"]


async def test_what_has_expired_is_not_said(village: Village, board: Board) -> None:
    village.platform.goes_down(retry_after=0.1)
    await village.says("worthless by then", Public(QUESTION), expires_in=timedelta(seconds=0.3), case=7)
    await village.says("still true", Public(QUESTION))
    async with village.relaying():
        await asyncio.sleep(0.4)
        village.platform.comes_back()
        await village.delivered(impatient=True)
    assert village.platform.texts("support") == ["still true"]
    assert [(told.key, told.outcome, told.case) for told in board.told] == [
        ("worthless by then", State.EXPIRED, 7),
        ("still true", State.DELIVERED, None),
    ]


class TestAnEnding:
    """Each frees its place, and is told to the features with what it was about."""

    async def test_a_door_that_is_shut(self, village: Village, board: Board) -> None:
        village.platform.refused_doors[Door.DM] = "dm_closed"
        village.platform.shuts("support", "no_permission")
        await village.says("first", Public(QUESTION), case=7)
        await village.says("second", Public(QUESTION))
        await village.says("billing", Team("billing"))
        async with village.relaying():
            await village.delivered()
        assert {(told.key, told.outcome, told.reason) for told in board.told} == {
            ("first", State.SHUT, "no_permission"),
            ("second", State.SHUT, "no_permission"),
            ("billing", State.SHUT, "no_team_channel"),
        }
        assert village.platform.calls["send"] == 2

    async def test_a_message_that_is_gone(self, village: Village, board: Board) -> None:
        village.platform.loses("support")
        await village.says("reply", Public(QUESTION))
        async with village.doing() as ctx:
            await ctx.outbox.react(QUESTION, "👀", StaffRoom(), "seen:1")
        async with village.relaying():
            await village.delivered()
        assert {(told.effect, told.outcome) for told in board.told} == {
            (Effect.SAY, State.GONE),
            (Effect.REACT, State.GONE),
        }

    async def test_a_row_that_breaks_every_time(self, village: Village, board: Board) -> None:
        """What no adapter should raise is tried ten times, and then makes room for the next."""
        village.platform.error = lambda _method, _channel: ValueError("broken") if not mended else None
        mended = False
        await village.says("poison", case=7)
        await village.says("bread")
        async with village.relaying():
            await until(lambda: board.told, village)
            mended = True
            await village.delivered(impatient=True)
        poison, bread = board.told
        assert (poison.key, poison.outcome, poison.case) == ("poison", State.DEAD, 7)
        assert poison.reason is not None and poison.reason.startswith("error ")
        assert (bread.key, bread.outcome) == ("bread", State.DELIVERED)
        assert [row.attempts for row in await village.rows()] == [
            ATTEMPTS - 1,
            village.platform.calls["send"] - 11,
        ]
        assert [row.payload for row in await village.rows()] == [None, None]

    async def test_is_told_in_the_transaction_that_stores_it(self, sqlite_url: str, board: Board) -> None:
        async with Stumbling.open(sqlite_url) as database:
            village = Village(database, board)
            await village.says("once")
            database.stumbles = 1
            async with village.relaying():
                await village.delivered()
            assert len(board.told) == 2, "the first time was undone"
            async with database.reading() as tx:
                told = (await tx.execute(select(timers.c.subject))).scalars().all()
            assert told == [2]
            assert village.platform.calls["send"] == 1

    async def test_is_stored_even_if_a_feature_stumbles_over_it(self, village: Village, board: Board) -> None:
        board.stumbles_over = "first"
        await village.says("first")
        await village.says("second")
        async with village.relaying():
            await village.delivered()
        assert await village.states() == [State.DELIVERED, State.DELIVERED]
        async with village.database.reading() as tx:
            told = (await tx.execute(select(timers.c.subject))).scalars().all()
        assert told == [2], "what the stumbling feature wrote was undone, and nothing else"


class Stumbling(Database):
    """A database whose commits of outcomes fail so many times."""

    stumbles = 0

    async def before_commit(self, name: str) -> None:
        if name == "outbox.settle" and self.stumbles:
            self.stumbles -= 1
            raise ConnectionError("the database went away")


class TestAPlaceThatIsLost:
    async def test_is_opened_anew_and_what_was_to_be_said_is_said_there(self, village: Village) -> None:
        await village.says("before", DM)
        async with village.relaying():
            await village.delivered()
            village.platform.loses("channel-1")
            await village.says("after", DM)
            await village.delivered(impatient=True)
        assert village.platform.texts("channel-1") == ["before"]
        assert village.platform.texts("channel-2") == ["after"]
        async with village.looking() as ctx:
            assert await ctx.places.channel_of(DM) == "channel-2"

    async def test_is_not_looked_for_for_ever(self, village: Village, board: Board) -> None:
        village.platform.error = lambda method, _channel: Gone("channel") if method == "send" else None
        await village.says("to nobody", DM)
        async with village.relaying():
            await village.delivered(impatient=True)
        assert [(told.key, told.outcome) for told in board.told] == [("to nobody", State.GONE)]


async def test_a_lease_that_was_lost_is_neither_sent_nor_settled(village: Village, board: Board) -> None:
    """A process that froze, and wakes up after another took over."""
    await village.says("once")
    (frozen,) = await village.claimed()
    async with village.database.transaction("test.sweep") as tx:
        await reclaim(tx, every=True)
    async with village.relaying():
        await village.delivered()
        assert village.platform.texts(STAFF_ROOM) == ["once"]
        late = await village.sender.perform(frozen)
    assert village.platform.calls["send"] == 1
    assert late.state is State.WAITING
    assert not await village.settled(late)
    assert await village.states() == [State.DELIVERED]
    assert len(board.told) == 1


@pytest.mark.postgres
async def test_two_processes_share_the_work_and_say_everything_once_in_order(
    migrated_postgres_url: str,
) -> None:
    platform, dice = FakePlatform(), random.Random(3)
    platform.pace = lambda _channel: dice.uniform(0, 0.005)
    async with Database.open(migrated_postgres_url) as one, Database.open(migrated_postgres_url) as two:
        first, second = Village(one, platform=platform), Village(two, platform=platform)
        async with first.doing() as ctx:
            for number in range(80):
                place = Public(MessageRef(f"channel {number % 5}", "1"))
                await ctx.outbox.say(place, words(f"{number}"), f"{number}", priority=Priority.STAFF)
        async with first.relaying(), second.relaying():
            await first.delivered()
    for channel in range(5):
        assert platform.texts(f"channel {channel}") == [f"{number}" for number in range(channel, 80, 5)]
    assert set(platform.most_at_once.values()) == {1}
    assert platform.calls["send"] == 80
