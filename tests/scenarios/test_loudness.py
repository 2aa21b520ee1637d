"""How loud the bot is: paused by whoever is there, stopped by its mistakes, louder only when figures speak for it."""

import pytest

from adapters.sandbox.model import COMMUNITY, Kind
from bot.community import Mode
from bot.vocabulary.events import MemberLeft
from cogs.setup.store import Store
from tests.scenarios.correcting import calls_none, says_why
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town

OTHERS = (
    "Nu mai merge aplicația de trei zile și nimeni nu răspunde",
    "Приложение не работает третий день, и никто не отвечает",
)


@pytest.fixture
async def ready(either_community: Town) -> Town:
    """The sandbox with everything set that `/mode` wants to see."""
    for line in ("set staff moderator moderator", "set safety Mihai Daria", "set notice off It is a test."):
        await either_community.elena.types(line)
    return either_community


async def test_a_moderator_pauses_it_and_nothing_is_said_unasked(community: Town) -> None:
    answer = await community.mihai.types("pause 1h")
    assert "Paused" in answer.text
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    assert await community.reads(community.max, "support") == [BROKEN]
    assert community.channels(community.max, Kind.PRIVATE) == []
    assert BROKEN in "\n".join(await community.reads(community.mihai, "staff-room")), "staff have a card"


async def test_a_member_can_neither_pause_nor_resume(community: Town) -> None:
    for line in ("pause", "resume"):
        await community.max.types(line)
    known = await community.app.community(COMMUNITY)
    assert known is not None and not known.settings.paused


async def test_staff_replies_go_on_during_a_pause(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("pause")
    await community.mihai.types("case reply 1 We found your save.")
    assert "We found your save." in await community.last(community.max, private)


async def test_what_the_pause_held_is_opened_by_staff_in_private(community: Town) -> None:
    await community.mihai.types("pause")
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await community.mihai.presses("Open a case", "staff-room")
    assert "#1" in await community.last(community.max, community.private(community.max))
    assert await community.reads(community.max, "support") == [BROKEN], "in public it stays quiet"


async def test_when_the_pause_is_over_staff_are_asked_and_it_stays_quiet_until_they_say(
    community: Town,
) -> None:
    await community.mihai.types("pause 15m")
    assert "Mihai has paused the bot" in await community.last(community.daria, "staff-room")
    await community.passes(minutes=16)
    assert "go on, or stay quiet" in await community.last(community.daria, "staff-room")
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    assert await community.reads(community.max, "support") == [BROKEN]
    await community.passes(days=1)
    assert "go on, or stay quiet" in await community.last(community.daria, "staff-room"), "asked again"
    answer = await community.daria.presses("Go on", "staff-room")
    assert "On again" in answer.text
    assert "paused" not in "\n".join(await community.reads(community.daria, "staff-room"))
    await community.ana.says("support", OTHERS[0])
    await community.passes(seconds=9)
    assert "#1" in await community.last(community.ana, "support")


async def test_a_pause_can_be_made_longer(community: Town) -> None:
    await community.mihai.types("pause 15m")
    await community.passes(minutes=16)
    await community.daria.presses("2 more hours", "staff-room")
    assert "Daria has paused the bot" in await community.last(community.mihai, "staff-room")
    await community.passes(minutes=90)
    assert "Daria has paused the bot" in await community.last(community.mihai, "staff-room")


async def test_a_check_in_waits_for_the_end_of_the_pause(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved Your save is back.")
    await community.passes(days=2, hours=23)
    await community.mihai.types("pause 2h")
    await community.passes(hours=2)
    before = await community.reads(community.max, private)
    await community.passes(hours=5)
    assert await community.reads(community.max, private) == before, "paused, and not forgotten"
    await community.mihai.types("resume")
    await community.passes(hours=2)
    assert "Is it solved" in "\n".join((await community.reads(community.max, private))[len(before) :])


async def test_a_case_that_was_none_takes_its_reply_down(community: Town) -> None:
    await complain(community)
    assert "#1" in await community.last(community.max, "support")
    answer = await calls_none(community.mihai)
    assert "nothing for us" in answer.text
    assert await community.reads(community.max, "support") == [BROKEN]


async def wrong(town: Town, times: int) -> None:
    """Acknowledged, and then called wrong."""
    for _ in range(times):
        await town.max.says("support", BROKEN)
        await town.passes(seconds=9)
        await calls_none(town.mihai)


async def test_the_brake_stops_it_when_three_of_the_last_ten_were_wrong(either_community: Town) -> None:
    community = either_community
    await wrong(community, 2)
    assert "paused" not in "\n".join(await community.reads(community.mihai, "staff-room"))
    await wrong(community, 1)
    assert "I have paused myself" in await community.last(community.mihai, "staff-room")
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    assert "#4" not in await community.last(community.max, "support")


async def test_a_member_who_needs_no_help_counts_as_wrong_too(community: Town) -> None:
    await community.change(brake_after_wrong=2)
    for _ in range(2):
        private = await complain(community)
        await community.max.presses("No help needed", private)
    assert "I have paused myself" in await community.last(community.mihai, "staff-room")


async def test_right_ones_between_wrong_ones_push_them_out(community: Town) -> None:
    await community.change(acks_in_10_minutes=60, acks_an_hour=60)
    await wrong(community, 2)
    for number in range(3, 12):
        await community.ana.says("support", f"{OTHERS[0]}, {number}")
        await community.passes(seconds=9)
        await community.mihai.types(f"case solve {number} solved Rezolvat.")
    await wrong(community, 1)
    assert "I have paused myself" not in "\n".join(await community.reads(community.mihai, "staff-room"))


async def test_after_the_brake_somebody_trusts_it_anew(community: Town) -> None:
    await wrong(community, 3)
    await community.mihai.types("resume")
    await wrong(community, 1)
    assert "I have paused myself" not in "\n".join(await community.reads(community.mihai, "staff-room"))


async def judged(town: Town, right: int, wrong: int) -> None:
    """Staff decide on so many cards; only the last one is played out."""
    async with town.app.house.database.transaction("test.judged") as tx:
        store, now = Store(tx, town.row), town.clock.now()
        for number in range(right + wrong - 1):
            await store.judged("en", now, sure=True, right=number < right - 1, case=None)
    await town.max.says("support", BROKEN)
    await town.passes(seconds=9)
    await town.mihai.presses("Open a case", "staff-room")


async def test_it_asks_to_be_louder_after_a_week_of_being_right(ready: Town) -> None:
    await ready.elena.types("mode watch_only")
    await judged(ready, 26, 4)
    assert "A manager decides" not in "\n".join(await ready.reads(ready.mihai, "staff-room"))
    await ready.passes(days=7)
    suggestion = await ready.last(ready.mihai, "staff-room")
    assert "English: right: 26 of 30 (87 %)" in suggestion
    assert "not" in (await ready.mihai.presses("Switch to quiet", "staff-room")).text, "a manager decides"
    answer = await ready.elena.presses("Switch to quiet", "staff-room")
    assert "Quiet" in answer.text
    known = await ready.app.community(COMMUNITY)
    assert known is not None and known.settings.mode is Mode.QUIET


async def test_it_does_not_ask_while_it_is_wrong_too_often(ready: Town) -> None:
    await ready.elena.types("mode watch_only")
    await judged(ready, 25, 5)
    await ready.passes(days=7, minutes=1)
    assert "A manager decides" not in "\n".join(await ready.reads(ready.mihai, "staff-room"))


async def test_no_is_an_answer(ready: Town) -> None:
    await ready.elena.types("mode watch_only")
    await judged(ready, 30, 0)
    await ready.passes(days=7)
    await ready.elena.presses("Leave it as it is", "staff-room")
    await ready.ana.says("support", OTHERS[0])
    await ready.passes(seconds=9)
    await ready.mihai.presses("Open a case", "staff-room")
    assert "A manager decides" not in "\n".join(await ready.reads(ready.mihai, "staff-room"))


async def test_a_message_itself_can_be_called_none(community: Town) -> None:
    message = await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    asked = await community.mihai.chooses("complaint not", message)
    assert "it takes a reason" in asked.text and "#1" in await community.last(community.max, "support")
    answer = await says_why(community.mihai, asked)
    assert "#1 is closed" in answer.text
    assert await community.reads(community.max, "support") == [BROKEN]
    assert "alt rol" in (await community.ana.chooses("complaint not", message)).text, "staff decide"


async def test_a_card_that_asks_goes_when_the_message_is_called_none(community: Town) -> None:
    await community.change(mode=Mode.WATCH_ONLY)
    message = await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await says_why(community.mihai, await community.mihai.chooses("complaint not", message))
    assert await community.reads(community.mihai, "staff-room") == []
    again = await community.mihai.chooses("complaint not", message)
    assert "did nothing about this message" in again.text


async def test_staff_can_ask_why_it_acted(community: Town) -> None:
    message = await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    answer = await community.mihai.chooses("bot why", message)
    assert "What became of it: #1" in answer.text
    assert "Certainty" in answer.text and "Why" in answer.text
    idle = await community.max.says("general", "hello there")
    assert "What became of it: nothing" in (await community.mihai.chooses("bot why", idle)).text


async def test_nobody_is_asked_after_they_have_left(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved Your save is back.")
    before = await community.reads(community.mihai, private)
    await community.app.receive(MemberLeft(COMMUNITY, "max", community.clock.now()))
    await community.settled()
    await community.passes(days=8)
    assert await community.reads(community.mihai, private) == before
