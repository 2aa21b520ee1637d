"""The platform did what it was asked, and the connection was cut before it could say so."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.composition.sandbox import sandbox
from bot.settings import Settings
from tests.kill.campaign import Campaign, Trial
from tests.kill.page import Page
from tests.kill.ports import Cut
from tests.kill.stories import ASIDES, COMPLAINT, NOT_YET, THOUGHT

pytestmark = [pytest.mark.kill, pytest.mark.timeout(300)]


async def test_cut_off_at_every_call_nothing_is_lost_and_nothing_said_twice(campaign: Campaign) -> None:
    await campaign.hold_all(Trial(story, cut=0.1) for story in (NOT_YET, ASIDES))
    assert campaign.verdicts == []


@asynccontextmanager
async def cut_off(folder: Path, again: float) -> AsyncIterator[Mapping[str, Page]]:
    """The pages of Max and Mihai in a community whose platform is cut off at each call."""
    settings = Settings.model_construct(
        database_url=f"sqlite:///{folder / 'ombud.db'}", sandbox_world=folder / "world.db", sandbox_port=0
    )
    heard = asyncio.Event()
    pages = {person: Page(person, heard) for person in ("max", "mihai")}
    async with (
        sandbox(settings, around=lambda platform: Cut(platform, again)) as running,
        aiohttp.ClientSession() as session,
    ):
        for page in pages.values():
            await page.open(session, running.server.url)
        yield pages
        for page in pages.values():
            await page.close()


async def test_a_card_that_was_posted_unknown_to_us_shows_what_happened_meanwhile(tmp_path: Path) -> None:
    async with cut_off(tmp_path, again=1.0) as pages:
        member, mihai = pages["max"], pages["mihai"]
        await member.says("support", COMPLAINT)
        await mihai.moves_clock(THOUGHT)
        await mihai.until(lambda: mihai.offers("case claim", "staff"))
        await mihai.presses("case claim", "staff-room")
        await mihai.until(lambda: mihai.offers("case release", "staff"))
