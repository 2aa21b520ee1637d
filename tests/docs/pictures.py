"""Takes the pictures of the README and of docs/ anew: `python -m tests.docs.pictures`, with Chromium installed.

Max complains, Daria claims the case and answers; days later Max is asked whether it is solved. Then three people write
of one trouble, and it becomes an incident.
"""

import asyncio
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, Page, expect

from bot.composition.sandbox import sandbox
from bot.settings import Settings
from bot.telemetry import start_logging
from tests.fixtures.browser import NAMES
from tests.house.source import ROOT
from tests.sandbox.browser import PHONE, WIDE, browsing, chromium

IMAGES = ROOT / "docs" / "images"
PORT = int(os.environ.get("PICTURES_PORT", "8125"))
URL = f"http://127.0.0.1:{PORT}/"
COMPLAINT = "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails."
ANSWER = "The payment was stuck at the bank; it went through a minute ago. Does the plan show up for you now?"
TROUBLE = {
    "max": "The app crashes since the update, I can't log in and nobody answers.",
    "ana": "După actualizare aplicația se închide singură, nu mă pot conecta. E inacceptabil.",
    "vera": "После обновления приложение вылетает, не могу войти. Никто не отвечает, это ужас.",
}
NOTICE = "Some of you can't log in since today's update. We know why and are rolling it back."
DONE = "The premium plan is active, and the two lost weeks were added to it."


async def main() -> None:
    """All pictures, from one walk."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise SystemExit("Chromium is not installed.")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        settings = Settings(
            database_url=f"sqlite:///{folder}/ombud.db",
            sandbox_world=Path(folder, "sandbox.db"),
            sandbox_port=PORT,
        )
        start_logging("warning", as_json=False)
        async with sandbox(settings) as running, chromium(path) as browser:
            await running.world.advance(until_office_hours(running.world.now()))
            await complain(browser)
            await work(browser)
            await come_back(browser)
            await trouble(browser)


def until_office_hours(now: datetime) -> timedelta:
    """Until the next 11:40 in Bucharest: the pictures are of an ordinary day."""
    local = now.astimezone(ZoneInfo("Europe/Bucharest"))
    wanted = local.replace(hour=11, minute=40)
    return (wanted - local) % timedelta(days=1)


async def complain(browser: Browser) -> None:
    async with browsing(browser, f"{URL}?as=max#support") as page:
        await page.get_by_test_id("composer").fill(COMPLAINT)
        await page.keyboard.press("Enter")
        await forward(page, "+8 s")
        await expect(page.locator("[data-author=ombud]")).to_contain_text("#1", timeout=20_000)


async def work(browser: Browser) -> None:
    """The staff room on a wide screen, with the look inside."""
    async with browsing(browser, f"{URL}?as=daria#staff-room", WIDE) as page:
        await page.locator("[data-action='case.claim']").click()
        await page.locator("[data-action='case.reply']").click()
        await page.locator("dialog textarea").fill(ANSWER)
        await page.locator("dialog [type=submit]").click()
        await expect(page.locator(".card")).to_contain_text("waiting for the member", timeout=20_000)
        await page.wait_for_timeout(1500)
        await page.screenshot(path=IMAGES / "sandbox.png")
        await page.get_by_test_id("composer").fill(f"/case solve 1 solved {DONE}")
        await page.keyboard.press("Enter")
        await expect(page.locator(".card")).to_contain_text("solved", timeout=20_000)
        await forward(page, "+3 days")


async def come_back(browser: Browser) -> None:
    """The check-in on a phone in the dark."""
    async with browsing(browser, f"{URL}?as=max#support", PHONE, "dark") as page:
        await page.get_by_role("link", name="private thread").click()
        await expect(page.locator("[data-author=ombud] .buttons button").last).to_contain_text("Don't ask me")
        await page.wait_for_timeout(1500)
        await page.screenshot(path=IMAGES / "phone.png")


async def trouble(browser: Browser) -> None:
    """An incident: its card in the staff room, and the notice on a phone."""
    for who, words in TROUBLE.items():
        async with browsing(browser, f"{URL}?as={who}#support") as page:
            await page.wait_for_timeout(2000)
            await page.get_by_test_id("composer").fill(words)
            await page.keyboard.press("Enter")
            await page.wait_for_timeout(2000)
    async with browsing(browser, f"{URL}?as=daria#staff-room", WIDE) as page:
        await forward(page, "+8 s")
        await expect(page.get_by_text("#4").last).to_be_visible(timeout=20_000)
        await page.get_by_test_id("composer").fill("/incident open 2")
        await page.keyboard.press("Enter")
        await page.locator("[data-action='incident.notice']").last.click()
        await page.locator("dialog textarea").fill(NOTICE)
        await page.locator("dialog [type=submit]").click()
        await expect(page.locator("[data-action='incident.tell']").last).to_be_visible(timeout=20_000)
        await page.wait_for_timeout(1500)
        await page.screenshot(path=IMAGES / "incident.png")
    async with browsing(browser, f"{URL}?as=max#support", PHONE) as page:
        await expect(page.get_by_text(NOTICE).last).to_be_visible(timeout=20_000)
        await page.wait_for_timeout(1500)
        await page.screenshot(path=IMAGES / "notice.png")


async def forward(page: Page, leap: str) -> None:
    """Move the community's clock on."""
    await page.get_by_role("button", name=leap, exact=True).click()


if __name__ == "__main__":
    asyncio.run(main())
