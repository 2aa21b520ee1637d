"""The platform did what it was asked, and the connection was cut before it could say so."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import sandbox
from bot.ports import Destination, Platform, Transient
from bot.settings import Settings
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Message
from tests.kill.page import Page
from tests.kill.runner import Port
from tests.kill.stories import COMPLAINT, THOUGHT

pytestmark = pytest.mark.kill

AGAIN = 1.0
"""Seconds until what was cut is tried again."""


class Cut(Port):
    """Posts the first card, and does not say so."""

    cut = False

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        sent = await super().send(community, to, message, key)
        if to.channel == "staff-room" and not self.cut:
            self.cut = True
            raise Transient("cut", retry_after=AGAIN)
        return sent


@asynccontextmanager
async def cut_off(folder: Path) -> AsyncIterator[Mapping[str, Page]]:
    """The pages of Max and Mihai in a community whose platform is cut off once."""
    settings = Settings.model_construct(
        database_url=f"sqlite:///{folder / 'ombud.db'}", sandbox_world=folder / "world.db", sandbox_port=0
    )
    heard = asyncio.Event()
    pages = {person: Page(person, heard) for person in ("max", "mihai")}

    def cut(platform: Platform) -> Platform:
        return Cut(platform, lambda _: nullcontext())

    async with sandbox(settings, around=cut) as running, aiohttp.ClientSession() as session:
        for page in pages.values():
            await page.open(session, running.server.url)
        yield pages
        for page in pages.values():
            await page.close()


async def test_a_card_that_was_posted_unknown_to_us_shows_what_happened_meanwhile(tmp_path: Path) -> None:
    async with cut_off(tmp_path) as pages:
        member, mihai = pages["max"], pages["mihai"]
        await member.says("support", COMPLAINT)
        await mihai.moves_clock(THOUGHT)
        await mihai.until(lambda: mihai.offers("case claim", "staff"))
        await mihai.presses("case claim", "staff-room")
        await mihai.until(lambda: mihai.offers("case release", "staff"))
