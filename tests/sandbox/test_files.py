"""Files in the sandbox: sent by the page, told to the core, shown to those who see the message, and gone with it."""

import base64
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import expect

from adapters.sandbox import deeds
from adapters.sandbox.deeds import LARGEST_FILES, MOST_FILES
from adapters.sandbox.model import COMMUNITY, Refused, Upload
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.world import World
from bot.ports import Destination, DoorShut, Gone
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.replies import File, Message, Paragraph, Text, say
from tests.contract.test_files import picture
from tests.sandbox.browser import WIDE, browsing, chromium, overflows, tab_to
from tests.sandbox.client import eventually, page_of
from tests.sandbox.conftest import Serve
from tests.sandbox.fakes import FakeCore

PICTURE = {"name": "proof.png", "media_type": "image/png", "content": base64.b64encode(picture()).decode()}
PAGE = {
    "name": "x.html",
    "media_type": "text/html",
    "content": base64.b64encode(b"<script>alert(1)</script>").decode(),
}
CARRIED = Message((Paragraph((Text("Look."),)), File("proof.png", "image/png", picture())))


async def got(url: str, path: str) -> tuple[int, bytes, dict[str, str]]:
    async with aiohttp.ClientSession() as session, session.get(url + path) as answer:
        return answer.status, await answer.read(), dict(answer.headers)


async def test_a_file_reaches_the_core_and_those_who_see_the_message(serve: Serve, core: FakeCore) -> None:
    async with serve() as server, page_of(server.url, "max") as max_:
        assert (await max_.ask("post", channel="dm-max", text="", files=[PICTURE]))["type"] == "done"
        [shown] = (await max_.until("message"))["message"]["files"]
        assert (shown["name"], shown["picture"]) == ("proof.png", True)
        status, content, headers = await got(server.url, f"/files/{shown['id']}?as=max")
        assert (status, content) == (200, picture())
        assert headers["Content-Type"] == "image/png" and headers["X-Content-Type-Options"] == "nosniff"
        assert (await got(server.url, f"/files/{shown['id']}?as=ana"))[0] == 404
        assert (await got(server.url, "/files/nothing?as=max"))[0] == 404
        await eventually(lambda: len(core.events) == 1)
        [event] = core.events
        assert isinstance(event, MessagePosted)
        assert [(file.name, file.size) for file in event.files] == [("proof.png", len(picture()))]


async def test_what_a_browser_could_run_is_handed_out_as_bytes(serve: Serve) -> None:
    async with serve() as server, page_of(server.url, "max") as max_:
        await max_.ask("post", channel="support", text="", files=[PAGE])
        [shown] = (await max_.until("message"))["message"]["files"]
        _, _, headers = await got(server.url, f"/files/{shown['id']}?as=max")
        assert headers["Content-Type"] == "application/octet-stream"
        assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''x.html"
        assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "files",
    [
        [Upload("a.txt", "text/plain", b"x")] * (MOST_FILES + 1),
        [Upload("a.txt", "", b"x" * (LARGEST_FILES + 1))],
    ],
    ids=["too many", "too large"],
)
async def test_no_message_has_more_files_than_it_may(world: World, files: list[Upload]) -> None:
    with pytest.raises(Refused, match="files"):
        await deeds.post(world, world.people["max"], "support", "", files=files)


async def test_a_message_without_words_and_files_is_none(world: World) -> None:
    with pytest.raises(Refused, match="empty"):
        await deeds.post(world, world.people["max"], "support", " ")


async def test_a_carried_file_is_sent_once_and_goes_with_an_edit(platform: SandboxPlatform) -> None:
    sent = [await platform.send(COMMUNITY, Destination("support"), CARRIED, "1:x") for _ in range(2)]
    assert sent[0] == sent[1]
    message = await platform.world.message(sent[0].message)
    assert message is not None and [file.name for file in message.files] == ["proof.png"]
    await platform.edit(COMMUNITY, sent[0], say(Text("erased")))
    message = await platform.world.message(sent[0].message)
    assert message is not None and message.files == ()


async def test_a_file_is_read_until_its_message_is_deleted(
    world: World, platform: SandboxPlatform, serve: Serve, core: FakeCore
) -> None:
    async with serve():
        upload = Upload("proof.png", "image/png", picture())
        said = await deeds.post(world, world.people["max"], "support", "", files=[upload])
        await eventually(lambda: len(core.events) == 1)
    [event] = core.events
    assert isinstance(event, MessagePosted)
    [file] = event.files
    assert await platform.fetch(COMMUNITY, file, 1000) == picture()
    with pytest.raises(DoorShut, match="too_large"):
        await platform.fetch(COMMUNITY, file, 10)
    await deeds.delete(world, world.people["max"], said.id)
    with pytest.raises(Gone):
        await platform.fetch(COMMUNITY, file, 1000)


async def test_on_the_page_a_file_is_chosen_named_and_shown(
    serve: Serve, chromium_path: str, tmp_path: Path
) -> None:
    chosen: list[Any] = [tmp_path / "proof.png", tmp_path / "notes.txt"]
    chosen[0].write_bytes(picture())
    chosen[1].write_text("what happened")
    async with (
        chromium(chromium_path) as browser,
        serve() as server,
        browsing(browser, f"{server.url}/?as=max#support", size=WIDE) as page,
    ):
        await expect(page.get_by_test_id("attach")).to_have_attribute("aria-label", "Attach files")
        await page.get_by_test_id("files").set_input_files(chosen)
        await expect(page.locator(".enclosures li")).to_have_count(2)
        await page.get_by_role("button", name="Remove notes.txt").click()
        await expect(page.locator(".enclosures li")).to_have_count(1)
        await page.get_by_test_id("composer").focus()
        await page.keyboard.press("Enter")
        await expect(page.locator(".enclosures li")).to_have_count(0)
        shown = page.get_by_test_id("file")
        await expect(shown).to_contain_text("proof.png")
        await expect(shown.locator("img")).to_have_js_property("naturalWidth", 1)
        assert not await overflows(page)
        await tab_to(page, "attach", "Shift+Tab")
