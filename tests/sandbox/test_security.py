"""Who may talk to the sandbox's server."""

import asyncio
import socket

import aiohttp
import pytest

from adapters.sandbox.security import COOKIE, is_loopback
from bot.errors import StartError
from tests.sandbox.conftest import Serve


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", "", "127.0.0.1.example.org"])
def test_beyond_this_machine(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5"])
async def test_an_open_door_to_the_network_is_refused(serve: Serve, host: str) -> None:
    with pytest.raises(StartError, match="SANDBOX_PASSWORD"):
        async with serve(host=host):
            pass


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8025", "127.0.0.1.evil.example", "[", "0.0.0.0"]
)
async def test_a_foreign_name_for_this_machine_is_refused(serve: Serve, host: str) -> None:
    async with serve() as server, aiohttp.ClientSession() as session:
        for path in ("/", "/static/main.js", "/ws"):
            async with session.get(server.url + path, headers={"Host": host}) as answer:
                assert answer.status in {400, 421}


async def test_localhost_is_as_good_as_the_number(serve: Serve) -> None:
    async with (
        serve() as server,
        aiohttp.ClientSession() as session,
        session.get(server.url, headers={"Host": "localhost:9999"}) as answer,
    ):
        assert answer.status == 200


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "https://127.0.0.1:1", "file://"])
async def test_the_socket_is_for_our_own_page(serve: Serve, origin: str | None) -> None:
    async with serve() as server, aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{server.url}/ws?as=ana", origin=origin)
        assert refused.value.status == 403


async def test_browsers_are_told_what_to_refuse(serve: Serve) -> None:
    async with serve() as server, aiohttp.ClientSession() as session:
        for path, status in (("/", 200), ("/static/main.js", 200), ("/nothing", 404)):
            async with session.get(server.url + path) as answer:
                assert answer.status == status
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy
                assert "unsafe" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_nothing_outside_the_page_is_served(serve: Serve) -> None:
    """The path is sent as it is: clients tidy it up."""
    async with serve() as server:
        port = int(server.url.rpartition(":")[2])
        for path in ("/static/../server.py", "/static/%2e%2e/server.py", "/static//etc/passwd"):
            with socket.create_connection(("127.0.0.1", port)) as line:
                line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
                assert b" 404 " in await read_all(line)


async def read_all(line: socket.socket) -> bytes:
    line.setblocking(False)
    return await asyncio.wait_for(asyncio.get_running_loop().sock_recv(line, 4096), 5)


async def test_with_a_password_nothing_is_shown_before_it(serve: Serve) -> None:
    russian = {"Accept-Language": "ru-RU,ru;q=0.9"}
    async with serve(password="nine days") as server, aiohttp.ClientSession() as session:
        async with session.get(server.url, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/login")
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{server.url}/ws?as=ana", origin=server.url)
        assert refused.value.status == 401
        async with session.get(f"{server.url}/login", headers=russian) as answer:
            assert "Пароль" in await answer.text()


async def test_the_password_opens_the_page(serve: Serve) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with serve(password="nine days") as server, aiohttp.ClientSession(cookie_jar=jar) as session:
        assert await enter(session, server.url, "ten days") == 403
        assert await enter(session, server.url, "nine days", origin="http://evil.example") == 403
        assert await enter(session, server.url, "nine days") == 200
        cookie = next(cookie for cookie in jar if cookie.key == COOKIE)
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
        async with session.ws_connect(f"{server.url}/ws?as=ana", origin=server.url) as line:
            assert (await line.receive_json())["type"] == "welcome"


async def test_a_made_up_session_opens_nothing(serve: Serve) -> None:
    async with serve(password="nine days") as server, serve(password="another") as other:
        own = await session_of(server.url, "nine days")
        foreign = await session_of(other.url, "another")
        for cookie in (f"{own[:-1]}x", f"9{own}", "", "a.b.c", "9999999999.", foreign):
            assert not await is_let_in(server.url, cookie)
        assert await is_let_in(server.url, own)


async def enter(session: aiohttp.ClientSession, url: str, password: str, origin: str = "") -> int:
    """The status in the end, after all redirections."""
    headers = {"Origin": origin or url}
    async with session.post(f"{url}/login", data={"password": password}, headers=headers) as answer:
        return answer.status


async def session_of(url: str, password: str) -> str:
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        await enter(session, url, password)
    return next(cookie.value for cookie in jar if cookie.key == COOKIE)


async def is_let_in(url: str, cookie: str) -> bool:
    async with (
        aiohttp.ClientSession() as session,
        session.get(url, headers={"Cookie": f"{COOKIE}={cookie}"}, allow_redirects=False) as answer,
    ):
        return answer.status == 200
