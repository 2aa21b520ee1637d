"""A real browser on the sandbox's page, watched for whatever a page must not do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from playwright.async_api import Browser, Page, async_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1280, 800)
PHONE = (390, 844)

CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const pixel = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => getComputedStyle(element).backgroundColor;
  const grounds = (element) => element ? [...grounds(element.parentElement), ground(element)] : ["Canvas"];
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !element.closest(".visually-hidden, .skip, [inert], .gutter, :disabled");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(element)) continue;
    const under = grounds(element);
    const [back, front] = [light(pixel(...under)), light(pixel(...under, getComputedStyle(element).color))];
    const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
    const words = walker.currentNode.data.slice(0, 30);
    if (ratio < 4.5) found.push(`${element.className || element.tagName} "${words}" ${ratio.toFixed(2)}`);
  }
  return [...new Set(found)];
}"""
"""Every visible text whose contrast with its ground is below 4.5 to 1 (WCAG 2, AA)."""


@asynccontextmanager
async def chromium(path: str) -> AsyncIterator[Browser]:
    """The browser itself, for many pages."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def browsing(
    browser: Browser,
    url: str,
    size: tuple[int, int] = WIDE,
    scheme: Literal["light", "dark"] = "light",
    expected: str = "nothing",
) -> AsyncIterator[Page]:
    """A page, opened and welcomed. In the end: no error, no warning (but what is expected), no foreign request."""
    wrong: list[str] = []

    def foreign(asked: str) -> list[str]:
        return [] if asked.startswith(("/".join(url.split("/")[:3]), "blob:")) else [asked]

    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    try:
        page = await context.new_page()
        page.on("console", lambda said: wrong.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.extend(foreign(request.url)))
        await page.goto(url)
        await page.wait_for_selector(".message, .empty")
        yield page
    finally:
        await context.close()
    assert [line for line in wrong if expected not in line] == []


async def focused(page: Page) -> str:
    """What has the focus: its test id, its name or its words."""
    words: str = await page.evaluate(
        "() => { const e = document.activeElement;"
        " return e.dataset.testid || e.dataset.channel || e.getAttribute('aria-label') || e.textContent.trim(); }"
    )
    return words


async def tab_to(page: Page, target: str, key: str = "Tab") -> None:
    """Press Tab until this is focused. Fails when it can't be reached."""
    for _ in range(60):
        await page.keyboard.press(key)
        if await focused(page) == target:
            return
    raise AssertionError(f"{target!r} can't be reached by {key}")


async def overflows(page: Page) -> bool:
    """Whether the page is wider than the window."""
    wide: bool = await page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
    return wide
