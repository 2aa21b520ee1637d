"""Reading files from a platform: its own hosts, no more than allowed, and following nobody."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from yarl import URL

from adapters.common.downloading import Source, download, origin_of
from bot.ports import DoorShut, Gone, Transient

LIMIT = 100_000
HOSTS = frozenset({"files.example.org"})


class Shelf:
    """A server on this machine, and what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.url = ""

    async def give(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.path, request.headers.get("Authorization")))
        match request.path:
            case "/small":
                return web.Response(body=b"x" * LIMIT)
            case "/large":
                return web.Response(body=b"x" * (LIMIT + 1))
            case "/endless":
                return await self._endless(request)
            case "/away":
                raise web.HTTPFound("/small")
            case "/down":
                return web.Response(status=503)
            case "/gone":
                return web.Response(status=404)
        return web.Response(status=403)

    async def _endless(self, request: web.Request) -> web.StreamResponse:
        """It doesn't say how long it is, and never ends."""
        answer = web.StreamResponse()
        await answer.prepare(request)
        try:
            while True:
                await answer.write(b"x" * 10_000)
        except ConnectionError:
            return answer

    @property
    def source(self) -> Source:
        return Source(HOSTS, URL(self.url), {"Authorization": "Bearer secret"})


@pytest.fixture
async def shelf() -> AsyncIterator[Shelf]:
    shelf = Shelf()
    app = web.Application()
    app.router.add_get("/{rest:.*}", shelf.give)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    shelf.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield shelf
    await runner.cleanup()


async def test_a_file_is_read_whole(shelf: Shelf) -> None:
    assert await download(shelf.source, f"{shelf.url}/small", LIMIT) == b"x" * LIMIT
    assert shelf.asked == [("/small", "Bearer secret")]


@pytest.mark.parametrize("path", ["/large", "/endless"])
async def test_reading_ends_at_the_limit_whatever_was_said(shelf: Shelf, path: str) -> None:
    with pytest.raises(DoorShut, match="too_large"):
        await download(shelf.source, shelf.url + path, LIMIT)


async def test_nobody_is_followed(shelf: Shelf) -> None:
    with pytest.raises(DoorShut, match="file_302"):
        await download(shelf.source, f"{shelf.url}/away", LIMIT)
    assert [path for path, _ in shelf.asked] == ["/away"]


@pytest.mark.parametrize(("path", "error"), [("/down", Transient), ("/gone", Gone), ("/forbidden", DoorShut)])
async def test_what_a_refusal_means(shelf: Shelf, path: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        await download(shelf.source, shelf.url + path, LIMIT)


async def test_where_nobody_answers_it_may_be_later() -> None:
    nobody = "http://127.0.0.1:9"
    with pytest.raises(Transient):
        await download(Source(HOSTS, URL(nobody)), f"{nobody}/small", LIMIT)


@pytest.mark.parametrize(
    "address",
    [
        "http://files.example.org/a",
        "https://files.example.org.evil.net/a",
        "https://evil.net/files.example.org",
        "https://files.example.org:8443/a",
        "https://me:pass@files.example.org/a",
        "https://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:22/",
        "file:///etc/passwd",
        "//files.example.org/a",
        "",
        "http://[bad",
    ],
)
async def test_no_other_address_is_asked(shelf: Shelf, address: str) -> None:
    with pytest.raises(Gone, match="not_our_host"):
        await download(shelf.source, address, LIMIT)
    assert shelf.asked == []


def test_only_an_api_elsewhere_brings_its_own_files() -> None:
    official = "https://discord.com/api/"
    assert origin_of("https://discord.com/api/v10", official) is None
    assert origin_of("http://127.0.0.1:5000/api/v10", official) == URL("http://127.0.0.1:5000")
