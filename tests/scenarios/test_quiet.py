"""The bot knows its place: when it stays silent, speaks softly, or asks staff first."""

from dataclasses import replace

from sqlalchemy import select

from bot.community import Mode
from bot.detection import Sensitivity
from cogs.intake.store import acks
from tests.scenarios.correcting import calls_none
from tests.scenarios.test_member import BROKEN
from tests.scenarios.town import Town


async def test_staff_who_are_answering_are_the_acknowledgement(community: Town) -> None:
    complaint = await community.max.says("support", BROKEN)
    await community.mihai.says("support", "I'm looking into your save right now.", to=complaint.id)
    await community.passes(seconds=9)
    assert len(await community.reads(community.max, "support")) == 2
    card = await community.last(community.mihai, "staff-room")
    assert "waiting for the member" in card and "Mihai" in card


async def test_staff_who_answer_somebody_else_are_not(community: Town) -> None:
    await community.max.says("support", BROKEN)
    other = await community.ana.says("support", "salut")
    await community.mihai.says("support", "Salut, Ana!", to=other.id)
    await community.passes(seconds=9)
    assert "#1" in await community.last(community.max, "support")


async def test_watch_only_says_nothing_to_members(community: Town) -> None:
    await community.change(mode=Mode.WATCH_ONLY)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    assert await community.reads(community.max, "support") == [BROKEN]
    assert BROKEN in await community.last(community.mihai, "staff-room")
    answer = await community.mihai.presses("Open a case", "staff-room")
    assert "#1" in answer.text


async def test_a_maybe_that_is_dismissed_is_gone(community: Town) -> None:
    await community.change(mode=Mode.WATCH_ONLY)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await calls_none(community.mihai)
    assert await community.reads(community.mihai, "staff-room") == []


async def test_a_maybe_nobody_decides_expires(community: Town) -> None:
    await community.change(mode=Mode.WATCH_ONLY)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    await community.passes(days=3)
    assert await community.reads(community.mihai, "staff-room") == []


async def test_quiet_mode_is_an_eye_and_a_private_line(community: Town) -> None:
    await community.change(mode=Mode.QUIET)
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    messages = await community.messages(community.max, "support")
    assert [m.text for m in messages] == [BROKEN]
    assert [r.emoji for r in messages[0].reactions] == ["👀"]
    assert "#1" in await community.last(community.max, community.private(community.max))


async def test_a_crowded_channel_makes_it_quiet(community: Town) -> None:
    await community.change(acks_in_10_minutes=1)
    await community.max.says("support", BROKEN)
    await community.ana.says("support", "Nu mai merge aplicația de trei zile și nimeni nu răspunde")
    await community.passes(seconds=9)
    texts = await community.reads(community.mihai, "support")
    assert sum("#1" in text or "#2" in text for text in texts) == 1


async def test_a_message_found_late_is_never_answered_in_public(community: Town) -> None:
    await _found(community, hours=2)
    assert len(await community.reads(community.max, "support")) == 1
    assert "#1" in await community.last(community.max, community.private(community.max))


async def test_a_message_of_days_ago_is_only_a_card(community: Town) -> None:
    await _found(community, days=2)
    assert len(await community.reads(community.max, "support")) == 1
    assert "Is this one for us?" in await community.last(community.mihai, "staff-room")


async def _found(town: Town, **age: float) -> None:
    """A complaint that is this old when the bot first sees it."""
    await town.app.receive(await town.event(town.max, BROKEN, **age))
    await town.settled()
    await town.passes(seconds=1)


async def test_unwatched_channels_are_not_read(community: Town) -> None:
    await community.change(watched=("general",))
    await community.max.says("support", BROKEN)
    await community.passes(seconds=9)
    assert await community.reads(community.mihai, "staff-room") == []


async def test_self_harm_is_never_a_public_matter(community: Town) -> None:
    await community.change(sensitivity=Sensitivity.EAGER)
    text = "I lost everything because of this app and I want to kill myself, nobody answers me"
    await community.max.says("general", text)
    await community.passes(seconds=9)
    assert await community.reads(community.max, "general") == [text]
    assert text in "\n".join(await community.reads(community.mihai, "staff-room"))


async def test_the_bots_own_words_are_nothing_to_it(community: Town) -> None:
    event = await community.event(community.max, BROKEN)
    await community.app.receive(replace(event, author="ombud"))
    await community.passes(seconds=9)
    assert await community.reads(community.mihai, "staff-room") == []


async def test_no_wording_twice_running_in_a_channel(community: Town) -> None:
    await community.change(acks_in_10_minutes=60, acks_an_hour=60)
    for person, text in (
        (community.max, BROKEN),
        (community.ana, "Nu mai merge aplicația de trei zile și nimeni nu răspunde"),
        (community.vera, "Приложение не работает третий день, и никто не отвечает"),
    ):
        await person.says("support", text)
        await community.passes(seconds=9)
    async with community.app.house.database.reading() as tx:
        used = [row.wording for row in await tx.execute(select(acks).order_by(acks.c.case_id))]
    assert len(set(used)) == 3
