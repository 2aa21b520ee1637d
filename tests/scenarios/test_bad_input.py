"""Messages nobody planned for: kept whole, shown safely, and nothing breaks."""

from dataclasses import replace

import pytest

from bot.vocabulary.replies import File
from tests.scenarios.test_member import BROKEN
from tests.scenarios.town import Town

BAD = {
    "emoji only": "😡😡😡🤬",
    "100,000 characters": f"{BROKEN} " * (100_000 // (len(BROKEN) + 1)),
    "one word of 100,000": "a" * 100_000,
    "a NUL": f"{BROKEN}\0 and more",
    "a lone surrogate": f"{BROKEN} \ud83d and more",
    "right to left": "هذا لا يعمل منذ ثلاثة أيام ولا أحد يجيب",
    "mixed scripts": f"{BROKEN} не работает \u202e gnorw \u202c zero\u200bwidth",
    "ligatures that grow": "\ufdfa" * 500,
    "combining marks": "e" + "\u0301" * 5000 + " " + BROKEN,
    "markup": f"{BROKEN} <b>bold</b> <script>alert(1)</script> @everyone <!channel> [x](javascript:1)",
    "braces": f"{BROKEN} {{number}} {{0}} %s %(name)s",
    "only spaces and newlines": "\u2003\u200b.",
}


@pytest.mark.parametrize("kind", BAD)
async def test_it_survives(community: Town, kind: str) -> None:
    text = BAD[kind]
    await community.app.receive(await community.event(community.max, text))
    await community.settled()
    await community.passes(seconds=30)
    if BROKEN[:40] in text:
        assert "#1" in await community.last(community.max, "support")
        assert "Max" in await community.last(community.mihai, "staff-room")
    await community.ana.says("general", "Nu mai merge aplicația de trei zile și nimeni nu răspunde")
    await community.passes(seconds=9)
    assert "#" in await community.last(community.ana, "general"), "whoever comes next is heard"


async def test_the_whole_text_is_kept_and_the_shown_one_is_short(community: Town) -> None:
    text = BAD["100,000 characters"]
    await community.app.receive(await community.event(community.max, text))
    await community.settled()
    await community.passes(seconds=9)
    assert all(len(message) <= 2100 for message in await community.reads(community.mihai, "staff-room"))
    transcript = (await community.mihai.types("case transcript 1")).messages[0].parts[-1]
    assert isinstance(transcript, File) and isinstance(transcript.content, str)
    assert transcript.content.count("unacceptable") == text.count("unacceptable")


async def test_the_same_event_twice_is_one_case(community: Town) -> None:
    event = await community.event(community.max, BROKEN)
    for _ in range(3):
        await community.app.receive(event)
    await community.settled()
    await community.passes(seconds=30)
    await community.app.receive(event)
    await community.passes(seconds=30)
    assert "#1" in await community.last(community.max, "support")
    thread = "\n".join(await community.reads(community.mihai, community.staff_thread()))
    assert thread.count(BROKEN) == 1


async def test_an_event_of_an_unknown_community_is_let_go(community: Town) -> None:
    await community.app.receive(
        replace(await community.event(community.max, BROKEN), community="sandbox:elsewhere")
    )
    await community.passes(seconds=30)
    assert await community.reads(community.mihai, "staff-room") == []
