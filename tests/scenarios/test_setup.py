"""A manager sets the bot up: nothing is guessed, nothing is said to members before it is ready."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.sandbox.model import COMMUNITY
from bot.community import CommunitySettings, Mode, find_community
from bot.durable.database import Database
from bot.vocabulary.events import CommunityJoined
from tests.scenarios.test_member import BROKEN
from tests.scenarios.town import Town, town

STEPS = (
    "set staff-room #staff-room",
    "set staff moderator moderator",
    "set watched #support, #general",
    "set safety Mihai Daria",
    "set notice on",
)


@pytest.fixture
async def new(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """A community that the bot has just been added to."""
    async with town(sqlite_database, tmp_path / "world.db", seeds=CommunitySettings) as opened:
        await opened.app.receive(CommunityJoined(COMMUNITY, opened.clock.now(), "off-topic"))
        await opened.settled()
        yield opened


async def set_up(town: Town) -> None:
    for line in STEPS:
        await town.elena.types(line)


async def settings(town: Town) -> CommunitySettings:
    """As another process would read them."""
    async with town.app.house.database.reading() as tx:
        found = await find_community(tx, COMMUNITY)
    assert found is not None
    return found.settings


async def test_the_bot_introduces_itself_with_what_is_to_do(new: Town) -> None:
    card = await new.last(new.elena, "off-topic")
    assert "Watch only" in card
    assert card.count("to do") == 6
    assert "usual: Monday to Friday, 09:00–18:00, UTC" in card
    assert (await new.buttons(new.elena, "off-topic"))[:2] == ["Staff channel", "Staff"]


async def test_being_added_is_told_twice_and_said_once(new: Town) -> None:
    event = CommunityJoined(COMMUNITY, new.clock.now(), "off-topic")
    for _ in range(2):
        await new.app.receive(event)
        await new.settled()
    assert len(await new.reads(new.elena, "off-topic")) == 1


async def test_step_by_step_the_card_is_done_and_moves_to_the_staff(new: Town) -> None:
    await set_up(new)
    card = await new.last(new.elena, "staff-room")
    assert "Staff channel: #staff-room" in card
    assert "Watched channels: #general, #support" in card
    assert "Safety contact: Mihai; stand-in: Daria" in card
    assert card.count("to do") == 1, "the rules of the community can wait"
    assert await new.reads(new.elena, "off-topic") == []


async def test_it_is_the_same_on_either_database(either_community: Town) -> None:
    await set_up(either_community)
    card = (await either_community.elena.types("setup")).text
    assert "posted: 2 of 2, pinned: 2" in card
    assert "Staff: moderator: moderator" in card


async def test_each_answer_has_the_card_with_the_next_step(new: Town) -> None:
    answer = await new.elena.types("set staff-room staff-room")
    assert "Noted. Every case gets its card and its thread there." in answer.text
    assert "Staff: to do" in answer.text
    assert "Watched channels" in [button.label for button in answer.buttons]


async def test_a_step_can_be_pressed_and_filled_in(new: Town) -> None:
    await new.elena.types("setup")
    asked = await new.elena.presses("Watched channels", "off-topic")
    form = asked.forms[0]
    assert form.fields[0].value == "#general, #support, #off-topic", "what could be watched is proposed"
    answer = await new.elena.sends(form, channels="#support")
    assert "Watched channels: #support" in answer.text
    asked = await new.elena.presses("Watched channels", "off-topic")
    assert asked.forms[0].fields[0].value == "#support"


async def test_what_was_set_is_at_work_at_once(new: Town) -> None:
    await set_up(new)
    await new.max.says("off-topic", BROKEN)
    await new.passes(seconds=9)
    assert BROKEN not in "\n".join(await new.reads(new.mihai, "staff-room")), "it is not watched"
    await new.max.says("support", BROKEN)
    await new.passes(seconds=9)
    assert BROKEN in await new.last(new.mihai, "staff-room")
    assert [m.text for m in await new.messages(new.max, "support")][-1] == BROKEN, "not a word to members"


async def test_only_managers_set_anything(new: Town) -> None:
    for line in (*STEPS, "setup", "mode full", "set rules be kind"):
        for person in (new.max, new.mihai):
            assert "not" in (await person.types(line)).text.lower()
    assert await settings(new) == CommunitySettings()


async def test_the_notice_is_posted_and_pinned_where_the_bot_reads(new: Town) -> None:
    await set_up(new)
    for channel in ("general", "support"):
        notice = await new.last(new.max, channel)
        assert "/quiet me" in notice and "30 days" in notice
        assert (await new.messages(new.max, channel))[-1].id in new.world.pinned
    assert await new.reads(new.max, "off-topic") == []
    assert "posted: 2 of 2, pinned: 2" in (await new.elena.types("setup")).text


async def test_the_notice_follows_the_watched_channels_and_the_language(new: Town) -> None:
    await set_up(new)
    await new.elena.types("set watched off-topic, support")
    assert await new.reads(new.max, "general") == []
    assert "/quiet me" in await new.last(new.max, "off-topic")
    await new.elena.types("set language ro")
    assert "Un program" in await new.last(new.max, "support")
    assert len(await new.reads(new.max, "support")) == 1
    assert "fixat: 2" in (await new.elena.types("setup")).text


async def test_no_notice_needs_a_reason(new: Town) -> None:
    refused = await new.elena.types("set notice off")
    assert "needs a reason" in refused.text
    await new.elena.types("set notice off The rules page says it already.")
    assert "off; reason: The rules page says it already." in (await new.elena.types("setup")).text


async def test_it_does_not_speak_before_it_is_set_up(new: Town) -> None:
    answer = await new.elena.types("mode full")
    assert "Next: Staff channel" in answer.text
    await set_up(new)
    assert "Full" in (await new.elena.types("mode full")).text
    await new.max.says("support", BROKEN)
    await new.passes(seconds=9)
    assert "#1" in await new.last(new.max, "support")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("set staff-room #general", "Members can see #general"),
        ("set staff-room #nowhere", "no channel"),
        ("set watched #support #staff-room", "Only staff can see #staff-room"),
        ("set staff moderator Nobody", "neither a group nor a person"),
        ("set safety Max Mihai", "Max is not staff yet"),
        ("set safety Mihai Mihai", "two people"),
        ("set hours 18:00 9:00", "later than the beginning"),
        ("set hours 9 25:00", "isn't a time of day"),
        ("set hours 9 18 weekdays Atlantis", "isn't a time zone"),
        ("set check-in 2d 3d 90d", "Days from 1 to 30"),
        ("set doors window", "window"),
        ("set rules " + "\n".join(f"{n}. Be kind" for n in range(21)), "at most 20 rules"),
        ("pause 5m", "from 15m to 7d"),
        ("resume", "not paused"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_what_does(new: Town, line: str, told: str) -> None:
    before = await settings(new)
    assert told in (await new.elena.types(line)).text
    assert await settings(new) == before


async def test_everything_else_can_be_set_too(new: Town) -> None:
    for line in (
        "set rules 1. Be kind\n- No spam\n\n* Stay on topic",
        "set doors dm_first",
        "set hours 10:00 24:00 every_day bucharest",
        "set check-in 1d 36h 1w",
        "set language ru informal",
        "set staff specialist Ioana, specialist",
    ):
        await new.elena.types(line)
    now = await settings(new)
    assert now.rules == ("Be kind", "No spam", "Stay on topic")
    assert [door.value for door in now.doors] == ["dm", "private_thread", "private_channel", "form"]
    assert (now.zone, now.day_starts, now.day_ends) == ("Europe/Bucharest", 600, 1440)
    assert (now.check_in_days_high, now.check_in_days_medium, now.check_in_days_low) == (1, 2, 7)
    assert (now.language, now.address_ru.value) == ("ru", "informal")
    assert now.specialists == {"ioana", "specialist"}
    await new.elena.types("set staff specialist -")
    assert (await settings(new)).specialists == frozenset()


async def test_the_card_says_precisely_what_is_missing_and_how_to_grant_it(new: Town) -> None:
    await set_up(new)
    await new.world.set_private_threads("support", allowed=False)
    card = (await new.elena.types("setup")).text
    assert "#support: opening private threads." in card
    assert "switch" in card
    assert card in await new.last(new.elena, "staff-room"), "the card that staff see is as fresh"
    await new.world.set_private_threads("support", allowed=True)
    assert "nothing is missing" in (await new.elena.types("setup")).text


@pytest.mark.parametrize("language", ["en", "ro", "ru"])
async def test_the_fullest_card_fits_into_one_message(new: Town, language: str) -> None:
    await set_up(new)
    await new.elena.types("set watched general, support, off-topic")
    await new.elena.types("set rules " + "\n".join(f"{n}. Be kind" for n in range(20)))
    await new.elena.types(f"set language {language}")
    for channel in ("general", "support", "off-topic"):
        await new.world.set_private_threads(channel, allowed=False)
    await new.mihai.types("pause")
    answer = await new.elena.types("set staff manager Elena, Mihai, Daria, manager")
    assert len(answer.text) < 1600
    assert len(answer.buttons) <= 25


async def test_the_safety_contact_and_the_stand_in_are_called_by_name(new: Town) -> None:
    await set_up(new)
    await new.elena.types("mode full")
    await new.max.says("support", "I lost everything because of this app and I want to kill myself")
    await new.passes(seconds=9)
    told = "\n".join(await new.reads(new.mihai, "staff-room"))
    assert "Mihai Daria somebody may be in danger" in told
    assert "danger" not in "\n".join(await new.reads(new.max, "support"))


async def test_whoever_wants_to_be_left_alone_is(new: Town) -> None:
    await set_up(new)
    await new.elena.types("mode full")
    await new.max.types("quiet me")
    await new.max.says("support", BROKEN)
    await new.passes(seconds=9)
    assert (await new.reads(new.max, "support"))[-1] == BROKEN
    assert BROKEN not in "\n".join(await new.reads(new.mihai, "staff-room"))
    assert "#1" in (await new.max.types(f"complain {BROKEN}")).text, "they can still begin themselves"
    await new.max.types("quiet off")
    await new.max.says("support", "And nobody from support answers me, the app is still broken.")
    await new.passes(seconds=9)
    assert (await settings(new)).left_alone == frozenset()
    assert "still broken" in "\n".join(await new.reads(new.mihai, new.staff_thread()))


async def test_a_mode_is_shown_in_help_only_to_those_who_may(new: Town) -> None:
    assert "/mode <mode>" in (await new.elena.types("help")).text
    mihai = (await new.mihai.types("help")).text
    assert "/pause [duration]" in mihai and "/mode" not in mihai
    assert "/quiet me" in (await new.max.types("help")).text
    assert (await settings(new)).mode is Mode.WATCH_ONLY
