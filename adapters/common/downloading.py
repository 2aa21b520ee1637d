"""Reading a file that a platform holds: from its own hosts only, no further than allowed, and following nobody.

The address comes from the platform's answer, not from what people wrote; it is looked at all the same, since whoever
could choose it could have us ask any machine that we can reach.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import aiohttp
from yarl import URL

from bot.ports import DoorShut, Gone, Transient

CHUNK = 64 * 1024
LONGEST = aiohttp.ClientTimeout(total=20.0, sock_read=10.0)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a platform's files are: host names, reached by https, and one `origin` besides that may be anything.

    `origin` is the address of the platform's API where that is a test's. `headers` go to these hosts and nowhere else.
    """

    hosts: frozenset[str]
    origin: URL | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    proxy: str | None = field(default=None, repr=False)

    def holds(self, url: URL) -> bool:
        """Whether it may be asked for this address."""
        if url.user is not None or url.password is not None:
            return False
        if url.scheme == "https" and url.host in self.hosts and url.port == 443:
            return True
        return self.origin is not None and url.origin() == self.origin


def origin_of(api: str, official: str) -> URL | None:
    """The origin of an API that is not where the platform's own is: a test's."""
    url = URL(api)
    return None if url.host == URL(official).host else url.origin()


async def download(source: Source, address: str, limit: int) -> bytes:
    """The file, of at most `limit` bytes. Raises Transient, DoorShut or Gone."""
    url = _allowed(source, address)
    try:
        async with (
            aiohttp.ClientSession(timeout=LONGEST, auto_decompress=False) as session,
            session.get(
                url, headers=dict(source.headers), allow_redirects=False, proxy=source.proxy
            ) as answer,
        ):
            _check(answer, limit)
            return await _read(answer, limit)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise Transient("unreachable") from error


def _allowed(source: Source, address: str) -> URL:
    try:
        url = URL(address)
        if url.absolute and source.holds(url):
            return url
    except ValueError:
        pass
    raise Gone("not_our_host")


def _check(answer: aiohttp.ClientResponse, limit: int) -> None:
    if answer.status in (404, 410):
        raise Gone("file")
    if answer.status == 429 or answer.status >= 500:
        raise Transient("platform_down")
    # A redirect is how some say that one has to log in.
    if answer.status != 200:
        raise DoorShut(f"file_{answer.status}")
    if (answer.content_length or 0) > limit:
        raise DoorShut("too_large")


async def _read(answer: aiohttp.ClientResponse, limit: int) -> bytes:
    """Whatever size was told before: no more than the limit is ever held."""
    read = bytearray()
    async for chunk in answer.content.iter_chunked(CHUNK):
        if len(read) + len(chunk) > limit:
            raise DoorShut("too_large")
        read += chunk
    return bytes(read)
