"""What a newcomer does in the first five minutes, in a real browser on the real program: every step is looked at.

The pictures are in build/pictures, one folder for each language and width.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.model import Kind
from bot.composition.sandbox import Running, sandbox
from bot.language import Translations, Voice
from bot.settings import Settings
from tests.house.source import ROOT
from tests.sandbox.browser import PHONE, WIDE, browsing, chromium, overflows

pytestmark = pytest.mark.asyncio(loop_scope="module")

COMPLAINTS = {
    "max": "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails.",
    "ana": "Am platit abonamentul acum doua saptamani si tot nu e activ. Nimeni nu raspunde la mailuri.",
    "vera": "Я оплатила подписку две недели назад, и она до сих пор не активна. На письма никто не отвечает.",
}
LANGUAGES = {"max": "en", "ana": "ro", "vera": "ru"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    async with chromium(chromium_path) as opened:
        yield opened


@dataclass
class Visit:
    """The running program, seen at one width, with a picture of each step."""

    running: Running
    browser: Browser
    size: tuple[int, int]
    folder: Path
    stack: AsyncExitStack
    pictures: int = 0

    async def window(self, person: str, channel: str) -> Page:
        """A window of this person on this channel."""
        url = f"{self.running.server.url}/?as={person}#{channel}"
        return await self.stack.enter_async_context(browsing(self.browser, url, self.size))

    async def looks(self, page: Page, step: str) -> None:
        """Take the picture; nothing may stick out of the window."""
        self.pictures += 1
        await page.screenshot(path=self.folder / f"{self.pictures:02}-{step}.png")
        assert not await overflows(page), step

    async def later(self, **time: float) -> None:
        await SandboxClock(self.running.world).advance(timedelta(**time))
        await self.running.app.tick()

    def private(self, person: str) -> str:
        channels = self.running.world.channels.values()
        return [c.id for c in channels if c.kind is Kind.PRIVATE and c.member == person][-1]

    def thread(self) -> str:
        return [c.id for c in self.running.world.channels.values() if c.kind is Kind.THREAD][-1]


@pytest_asyncio.fixture(loop_scope="module")
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    settings = Settings(
        database_url=f"sqlite:///{tmp_path}/ombud.db",
        sandbox_world=tmp_path / "world.db",
        sandbox_port=port,
    )
    async with sandbox(settings) as opened:
        yield opened


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("who", "size"),
    [
        # The longest words where there is least room for them; the rest takes a minute more.
        pytest.param("max", WIDE, id="max-wide"),
        pytest.param("ana", WIDE, id="ana-wide", marks=pytest.mark.soak),
        pytest.param("vera", PHONE, id="vera-narrow"),
        pytest.param("vera", WIDE, id="vera-wide", marks=pytest.mark.soak),
        *(pytest.param(who, PHONE, id=f"{who}-narrow", marks=pytest.mark.soak) for who in ("max", "ana")),
    ],
)
async def test_from_complaint_to_not_yet(
    running: Running, browser: Browser, who: str, size: tuple[int, int], request: pytest.FixtureRequest
) -> None:
    folder = ROOT / "build" / "pictures" / f"{LANGUAGES[who]}-{'wide' if size == WIDE else 'narrow'}"
    folder.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        visit = Visit(running, browser, size, folder, stack)
        words = Translations.load().voice(LANGUAGES[who])
        await _complains(visit, who, words)
        await _is_answered(visit, who)
        await _is_asked(visit, who, words)


async def _complains(visit: Visit, who: str, words: Voice) -> None:
    page = await visit.window(who, "support")
    await page.get_by_test_id("composer").fill(COMPLAINTS[who])
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(COMPLAINTS[who])).to_be_visible()
    await visit.looks(page, "complaint")
    await visit.later(seconds=9)
    await expect(page.locator("[data-testid=message]", has_text="#1").last).to_be_visible()
    await visit.looks(page, "acknowledged")
    private = await visit.window(who, visit.private(who))
    await expect(private.get_by_role("button", name=words.text("intake.label.case_public"))).to_be_visible()
    await visit.looks(private, "private-place")


async def _is_answered(visit: Visit, who: str) -> None:
    staff = await visit.window("mihai", "staff-room")
    await expect(staff.locator("[data-action='case.claim']")).to_be_visible()
    await visit.looks(staff, "card")
    await staff.locator("[data-action='case.claim']").click()
    await expect(staff.locator("[data-action='case.release']")).to_be_visible()
    await visit.looks(staff, "claimed")
    await staff.locator("[data-action='case.reply']").click()
    await staff.locator("[data-field='text']").fill("The payment was stuck; it went through a minute ago.")
    await visit.looks(staff, "reply-form")
    await staff.get_by_test_id("form").locator("button[type=submit]").click()
    thread = await visit.window("mihai", visit.thread())
    await thread.get_by_test_id("composer").fill("the bank again, third time this week")
    await thread.keyboard.press("Enter")
    await expect(thread.get_by_text("third time this week")).to_be_visible()
    await visit.looks(thread, "note")
    member = await visit.window(who, visit.private(who))
    await expect(member.get_by_text("it went through a minute ago")).to_be_visible()
    await visit.looks(member, "answered")
    await staff.locator("[data-action='case.solve']").click()
    await staff.locator("[data-field='ending']").select_option("solved")
    await staff.locator("[data-field='text']").fill("The plan is active since today.")
    await visit.looks(staff, "solve-form")
    await staff.get_by_test_id("form").locator("button[type=submit]").click()
    await expect(staff.locator("[data-action='case.reopen']")).to_be_visible()
    await visit.looks(staff, "solved")


async def _is_asked(visit: Visit, who: str, words: Voice) -> None:
    await visit.later(days=3)
    member = await visit.window(who, visit.private(who))
    not_yet = member.get_by_role("button", name=words.text("followups.label.check_in_not_yet"))
    await expect(not_yet).to_be_visible()
    await visit.looks(member, "check-in")
    await not_yet.click()
    await expect(member.get_by_test_id("whisper")).to_contain_text("Mihai")
    await visit.looks(member, "not-yet")
    staff = await visit.window("mihai", "staff-room")
    await expect(staff.locator("[data-action='case.solve']")).to_be_visible()
    await expect(staff.get_by_text("Mihai").last).to_be_visible()
    await visit.looks(staff, "open-again")
