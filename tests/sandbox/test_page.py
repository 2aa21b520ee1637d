"""The page in a real browser, used the way people use it: mostly by keyboard."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from adapters.sandbox import deeds
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.server import SandboxServer
from adapters.sandbox.world import World
from bot.language import Translations
from tests.sandbox.browser import CONTRAST, PHONE, WIDE, browsing, chromium, overflows, tab_to
from tests.sandbox.client import eventually
from tests.sandbox.conftest import Serve
from tests.sandbox.stage import StageCore

LOOKS: list[Any] = [
    pytest.param(size, scheme, id=f"{name}-{scheme}")
    for name, size in (("wide", WIDE), ("phone", PHONE))
    for scheme in ("light", "dark")
]
COMPLAINT = "My parcel was due nine days ago and nobody answers."


# One browser for all tests of this file, so they share its event loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    async with chromium(chromium_path) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def world(world_file: Path) -> AsyncIterator[World]:
    async with World.open(world_file) as world:
        yield world


@pytest.fixture
def stage(platform: SandboxPlatform) -> StageCore:
    return StageCore(platform=platform)


async def complain(world: World, text: str = COMPLAINT) -> None:
    await deeds.post(world, world.people["max"], "support", text)


async def test_a_member_complains_and_follows_the_link(
    serve: Serve, stage: StageCore, browser: Browser
) -> None:
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=max#support") as page:
        await tab_to(page, "To the message field", "Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("composer")).to_be_focused()
        await page.keyboard.type("first line")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type(COMPLAINT)
        await page.keyboard.press("Enter")
        mine = page.locator("[data-author=max] .words")
        await expect(mine).to_have_text(f"first line\n{COMPLAINT}")
        await expect(page.locator("[data-author=ombud]")).to_contain_text("The team has your message (#42)")
        await expect(page.locator("[data-channel^=thread] .count")).to_have_text("1")
        await tab_to(page, "your private thread", "Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(page.locator(".head h1")).to_have_text("#support › #42 delivery")
        await expect(page.locator("[data-author=ombud] .buttons button")).to_have_count(3)
        await expect(page.locator("[data-channel^=thread] .count")).to_have_count(0)


async def test_a_moderator_claims_and_answers_by_keyboard(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=mihai") as page:
        await complain(world)
        await expect(page.locator(".card")).to_contain_text("#42 · delivery")
        await tab_to(page, "Claim", "Shift+Tab")
        await page.keyboard.press("Enter")
        whisper = page.get_by_test_id("whisper")
        await expect(whisper).to_contain_text("Case #42 is yours")
        await expect(whisper).to_contain_text("Vede doar Mihai")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Space")
        dialog = page.get_by_role("dialog", name="Reply to #42")
        await expect(dialog.locator("textarea")).to_be_focused()
        await page.keyboard.type("It leaves tomorrow.")
        await tab_to(page, "Send")
        await page.keyboard.press("Enter")
        await expect(dialog).to_have_count(0)
        await expect(whisper.nth(1)).to_contain_text("Sent: It leaves tomorrow.")
        await whisper.first.get_by_test_id("hide").press("Enter")
        await expect(whisper).to_have_count(1)
        await page.reload()
        await expect(page.locator(".card")).to_be_visible()
        await expect(whisper).to_have_count(0)


async def test_escape_leaves_a_form_and_the_focus_returns(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=daria") as page:
        await complain(world)
        reply = page.locator("[data-action='case.reply']")
        await reply.press("Enter")
        await expect(page.locator("dialog textarea")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.locator("dialog")).to_be_hidden()
        await expect(reply).to_be_focused()


async def test_commands_complete_by_arrow_enter_and_tab(
    serve: Serve, stage: StageCore, browser: Browser
) -> None:
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=mihai") as page:
        field, options = page.get_by_test_id("composer"), page.locator("#completion [role=option]")
        await field.focus()
        await page.keyboard.type("/ca")
        await expect(options).to_have_count(2)
        await expect(options.first).to_contain_text("/case claim <case>")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("ArrowUp")
        await expect(options.first).to_have_attribute("aria-selected", "true")
        await page.keyboard.press("Enter")
        await expect(field).to_have_value("/case claim ")
        await expect(options.first).to_contain_text("#42 Ana, new")
        await page.keyboard.press("Tab")
        await expect(field).to_have_value("/case claim 42 ")
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("whisper")).to_contain_text("case claim 42")
        await expect(field).to_have_value("")
        await page.keyboard.type("/help")
        await page.keyboard.press("Enter")
        async with page.expect_download() as download:
            await page.locator("button.file").press("Enter")
        assert (await download.value).suggested_filename == "case-42.txt"


async def test_a_message_is_answered_changed_and_deleted_by_keyboard(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    await deeds.post(world, world.people["ana"], "general", "Hello")
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=max#general") as page:
        await page.locator("[data-author=ana]").get_by_test_id("actions").press("Enter")
        await expect(page.get_by_role("menuitem")).to_have_text(["Reply", "Open a case"])
        await page.keyboard.press("Enter")
        await page.keyboard.type("Hello, Ana")
        await page.keyboard.press("Enter")
        mine = page.locator("[data-author=max]")
        await expect(mine.locator(".answered")).to_contain_text("Ana")
        await page.keyboard.press("ArrowUp")
        await expect(page.get_by_test_id("composer")).to_have_value("Hello, Ana")
        await page.keyboard.type(" and all")
        await page.keyboard.press("Enter")
        await expect(mine.locator(".words")).to_have_text("Hello, Ana and all (edited)")
        await mine.get_by_test_id("actions").press("Enter")
        await page.keyboard.press("End")
        await page.keyboard.press("Enter")
        await expect(mine).to_contain_text("This message was deleted.")
        await page.locator("[data-author=ana]").get_by_test_id("actions").press("Enter")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await expect(page.locator("[data-author=ombud]")).to_contain_text("Opened as #43 for Ana.")


async def test_somebody_else_is_chosen_by_keyboard(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=ana#general") as page:
        await page.get_by_test_id("composer").fill("not sent yet")
        await page.get_by_test_id("persona").select_option("vera")
        await expect(page.locator("#side h2").first).to_have_text("Каналы")
        await expect(page.get_by_test_id("composer")).to_have_value("")
        assert await page.evaluate("document.documentElement.lang") == "ru"
        assert page.url.endswith("?as=vera#general")
        await page.go_back()
        await expect(page.locator("#side h2").first).to_have_text("Canale")
        await expect(page.get_by_test_id("composer")).to_have_value("not sent yet")
        await page.get_by_test_id("persona").select_option("mihai")
        await page.locator("[data-channel=staff-room]").press("Enter")
        await page.get_by_test_id("persona").select_option("max")
        await expect(page.locator(".head h1")).to_have_text("#support")


async def test_the_clock_moves_on_and_the_weather_turns(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    before = world.now()
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=elena") as page:
        await page.locator("[data-leap='259200']").press("Enter")
        await page.get_by_test_id("amount").fill("5")
        await page.get_by_test_id("unit").select_option("86400")
        await page.get_by_test_id("forward").press("Enter")
        await eventually(lambda: (world.now() - before).days == 8 and stage.ticks == 2)
        await page.get_by_test_id("weather").press("Enter")
        await page.locator("[data-weather=dms][data-subject=max]").press("Space")
        await expect(page.locator(".weather-toggle.rough")).to_be_visible()
        await page.locator("[data-weather=down]").press("Space")
        await expect(page.locator(".weather-toggle.rough")).to_be_visible()
        await expect(page.locator("[data-weather=down]")).to_be_checked()
        await page.keyboard.press("Escape")
        await eventually(lambda: world.weather.down and not world.people["max"].dms_open)


async def test_on_a_phone_the_sides_are_drawers(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=mihai", PHONE) as page:
        await complain(world)
        await expect(page.locator(".card")).to_be_visible()
        await expect(page.locator("#side")).to_be_hidden()
        await page.get_by_test_id("menu-toggle").press("Enter")
        await expect(page.get_by_test_id("persona")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.locator("#side")).to_be_hidden()
        await expect(page.get_by_test_id("menu-toggle")).to_be_focused()
        await page.get_by_test_id("menu-toggle").click()
        await page.locator("[data-channel=support]").click()
        await expect(page.locator("#side")).to_be_hidden()
        await expect(page.locator("[data-author=max]")).to_contain_text("nine days")
        await page.get_by_test_id("inside-toggle").click()
        await expect(page.locator("[data-assessed]")).to_contain_text("94 %")
        assert not await overflows(page)
        await page.keyboard.press("Escape")
        await page.get_by_test_id("clock").click()
        await expect(page.locator("[data-leap='3600']")).to_be_visible()
        assert not await overflows(page)


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
async def test_everything_can_be_read(
    serve: Serve,
    stage: StageCore,
    world: World,
    browser: Browser,
    size: tuple[int, int],
    scheme: Any,
) -> None:
    address = "?as=daria#staff-room"
    async with (
        serve(stage) as server,
        browsing(browser, f"{server.url}/{address}", size, scheme) as page,
    ):
        await complain(world)
        await page.locator("[data-action='case.claim']").click()
        await expect(page.get_by_test_id("whisper")).to_be_visible()
        assert await page.evaluate(CONTRAST) == []
        await page.locator("[data-action='case.reply']").click()
        await expect(page.locator("dialog textarea")).to_be_visible()
        assert await page.evaluate(CONTRAST) == []
        assert not await overflows(page)


async def test_a_very_long_message_does_not_freeze_the_page(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    for text in ("x" * 100_000, "слово " * 16_000, "line\n" * 20_000):
        await deeds.post(world, world.people["ana"], "general", text)
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=max#general") as page:
        toggles = page.get_by_test_id("whole")
        await expect(toggles).to_have_text(
            [f"Whole message: {n} characters" for n in ("100,000", "96,000", "100,000")]
        )
        for at in range(3):
            began = time.monotonic()
            await toggles.nth(at).click()
            await expect(toggles.nth(at)).to_have_text("Show less")
            assert time.monotonic() - began < 3
        await page.get_by_test_id("composer").fill("still quick")
        await page.keyboard.press("Enter")
        await expect(page.locator("[data-author=max]")).to_contain_text("still quick")


async def test_words_of_people_are_never_markup(
    serve: Serve, stage: StageCore, world: World, browser: Browser
) -> None:
    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script> {name} \u202e [link](javascript:alert(3))"
    async with serve(stage) as server, browsing(browser, f"{server.url}/?as=mihai#support") as page:
        await complain(world, nasty)
        await expect(page.locator("[data-author=max] .words")).to_have_text(nasty)
        await page.locator("[data-channel=staff-room]").click()
        await expect(page.locator(".card blockquote")).to_contain_text("<script>alert(2)</script>")
        assert await page.locator("#talk img:not([src='/static/icon.svg']), #talk script").count() == 0


async def test_what_was_typed_survives_a_restart_of_the_bot(
    platform: SandboxPlatform, stage: StageCore, translations: Translations, browser: Browser
) -> None:
    async with AsyncExitStack() as first:
        server = SandboxServer(platform, stage, stage, translations, port=0)
        url = (await first.enter_async_context(server)).url
        async with browsing(browser, f"{url}/?as=max#support", expected="WebSocket") as page:
            field, lost = page.get_by_test_id("composer"), page.get_by_text("Connection lost. Trying again.")
            await field.fill("half a sentence")
            await first.aclose()
            await expect(lost).to_be_visible()
            await page.keyboard.press("Enter")
            await expect(page.get_by_test_id("notice")).to_have_text("Not sent: there is no connection.")
            await expect(field).to_have_value("half a sentence")
            port = int(url.rpartition(":")[2])
            async with SandboxServer(platform, stage, stage, translations, port=port):
                await expect(lost).to_be_hidden(timeout=15_000)
                await page.keyboard.press("Enter")
                await expect(page.locator("[data-author=max]")).to_contain_text("half a sentence")
