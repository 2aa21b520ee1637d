"""The page in a real browser: on a phone and on a desk, in light and dark, in three languages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from adapters.archive.model import Findings, Problem
from adapters.archive.report import to_html
from bot.language import Translations
from tests.archive.report.making import alarm, findings, told
from tests.archive.report.test_page import HOSTILE
from tests.sandbox.browser import CONTRAST, PHONE, WIDE, chromium, overflows

LOOKS: list[Any] = [
    pytest.param(language, size, scheme, id=f"{language}-{name}-{scheme}")
    for language in Translations.load().languages
    for name, size in (("wide", WIDE), ("phone", PHONE))
    for scheme in ("light", "dark")
]
LONG = "W" * 300

# One browser for all tests of this file, so they share its event loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    async with chromium(chromium_path) as browser:
        yield browser


@asynccontextmanager
async def opened(
    browser: Browser,
    folder: Path,
    found: Findings,
    language: str = "en",
    size: tuple[int, int] = WIDE,
    scheme: Literal["light", "dark"] = "light",
) -> AsyncIterator[Page]:
    """The page as a file on a disk. In the end: no error, no warning, nothing asked of anybody."""
    file, wrong = folder / "report.html", list[str]()
    file.write_text(to_html(found, Translations.load().voice(language)), encoding="utf-8")
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, java_script_enabled=True
    )
    try:
        page = await context.new_page()
        page.on("console", lambda said: wrong.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on(
            "request",
            lambda asked: wrong.extend([asked.url] * (not asked.url.startswith(("file:", "data:")))),
        )
        await page.goto(file.as_uri())
        yield page
    finally:
        await context.close()
    assert wrong == []


def hostile() -> Findings:
    """Long words, markup and every rule in every place that takes words."""
    wicked = [
        alarm(number, channel=words, quote=f"{words} {LONG}", reasons=(words, LONG), decision=decision)
        for number, (words, decision) in enumerate(zip(HOSTILE, ["maybe", "quiet"] * 3, strict=True), start=1)
    ]
    problems = tuple(Problem(f"{words}/{LONG}", 3, "not_json") for words in HOSTILE)
    return findings(wicked, source=LONG, problems=problems, problem_count=len(problems))


@pytest.mark.parametrize(("language", "size", "scheme"), LOOKS)
async def test_it_fits_and_can_be_read(
    browser: Browser, tmp_path: Path, language: str, size: tuple[int, int], scheme: Literal["light", "dark"]
) -> None:
    async with opened(browser, tmp_path, told(), language, size, scheme) as page:
        assert not await overflows(page)
        assert await page.evaluate(CONTRAST) == []
        picture = await page.screenshot(full_page=True)
        assert picture.startswith(b"\x89PNG")
        await expect(page.get_by_role("row")).to_have_count(6)
        ground = await page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(246, 245, 242)" if scheme == "light" else "rgb(20, 24, 26)")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
async def test_hostile_and_endless_words_neither_run_nor_push_anything_aside(
    browser: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(browser, tmp_path, hostile(), size=size) as page:
        assert not await overflows(page)
        await expect(page.locator("blockquote")).to_have_count(len(HOSTILE))
        await expect(page.locator("blockquote").first).to_contain_text("<script>alert(1)</script>")


async def test_the_columns_are_as_high_as_their_numbers(browser: Browser, tmp_path: Path) -> None:
    many = [alarm(n) for n in range(1, 4)] + [alarm(4, at=alarm(24 * 60).at)]
    async with opened(browser, tmp_path, findings(many)) as page:
        heights = (
            await page.locator("svg[aria-label^='Day'] >> nth=1")
            .locator("rect.cases")
            .evaluate_all("rects => rects.map(rect => rect.getBoundingClientRect().height)")
        )
        assert heights[0] == pytest.approx(3 * heights[1], rel=0.05)
        plot = await page.locator("svg[aria-label^='Day'] >> nth=1").bounding_box()
        assert plot is not None
        assert heights[0] == pytest.approx(plot["height"], rel=0.05)


async def test_rows_are_chosen_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    async with opened(browser, tmp_path, told()) as page:
        await page.get_by_role("radio", name="All").focus()
        await page.keyboard.press("ArrowRight")
        await expect(page.get_by_role("radio", name="In public")).to_be_checked()
        await expect(page.locator("tbody tr.aloud:visible")).to_have_count(2)
        await expect(page.locator("table.cases tbody tr:visible")).to_have_count(2)
        await page.keyboard.press("ArrowRight")
        await expect(page.locator("table.cases tbody tr:visible")).to_have_count(2)
        await page.keyboard.press("ArrowRight")
        await expect(page.locator("table.cases tbody tr:visible")).to_have_count(1)


async def test_all_numbers_of_a_chart_unfold(browser: Browser, tmp_path: Path) -> None:
    async with opened(browser, tmp_path, told(), size=PHONE) as page:
        numbers = page.locator("details.numbers").first
        await expect(numbers.get_by_role("table")).to_be_hidden()
        await numbers.locator("summary").press("Enter")
        await expect(numbers.get_by_role("row", name="2 Mar 2026")).to_contain_text("3")
        assert not await overflows(page)


async def test_a_page_of_the_most_rows_opens_at_once(browser: Browser, tmp_path: Path) -> None:
    many = [alarm(n, decision=["acknowledged", "maybe"][n % 2], quote=LONG) for n in range(1, 20_001)]
    async with opened(browser, tmp_path, findings(many), size=PHONE) as page:
        took = await page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventEnd")
        assert 0 < took < 5000
        assert not await overflows(page)
