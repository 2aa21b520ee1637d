"""The one way in which Slack is asked for anything: paced, and with errors in the words of the port.

The client's own repetitions are off. The one for broken connections would post a message twice, which Slack can't
notice; the one for rate limits reads the first digit of Retry-After and no more. A short Retry-After is waited for
here, a long one is told to whoever asked, and nobody asks for the same until it is over.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from ipaddress import ip_address
from typing import Any

import aiohttp
import structlog
from cachetools import LRUCache
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from adapters.common.downloading import Source
from adapters.common.pacing import Pace, Pacer, pacer_for
from adapters.slack import limits
from adapters.slack.errors import TOKEN_REFUSED, Refused, translated
from bot.durable.database import Database
from bot.ports import Queued, Transient

Answer = Mapping[str, Any]

Pacers = Callable[[str, Pace], Pacer]
"""Who keeps the pace of what is called so: of a method, or of a method in one channel."""

LONGEST_CALL = 20.0
"""Seconds for one request."""

SHORT, TRIES = 3.0, 3
"""Seconds that are waited for here when Slack asks for them, and how often."""

FIRST_REFUSAL, LONGEST_REFUSAL = 4.0, 60.0
"""Seconds until the next try with a token that is refused; each time twice as long."""

IN_LINE = 6
"""Who comes when so many wait for the same is sent away for a while, so that the relay isn't held up."""

ASKING, ASKED_AT_ONCE = ("users.", "usergroups.", "views."), 50
"""Methods that the relay doesn't use, and how many may wait for one of them."""

UNDER_WAY, A_MOMENT = 20, 0.5
"""Requests that may be without an answer, and the seconds for which one more waits: a Slack that hangs leaves the relay
some room for other platforms.
"""

LINES = 4096

MOST_PAGES = 30
"""Of one list, however little stands on each."""

log = structlog.get_logger(__name__)


@asynccontextmanager
async def connected(token: str, api_url: str) -> AsyncIterator[AsyncWebClient]:
    """A client for as long as the block lasts, with a connection pool of its own. Asks nothing yet."""
    timeout = aiohttp.ClientTimeout(total=LONGEST_CALL)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        client = AsyncWebClient(token, base_url=api_url, session=session, retry_handlers=[])
        if _is_here(api_url):
            # It takes HTTPS_PROXY from the environment, and doesn't look at NO_PROXY.
            client.proxy = None
        yield client


class Web:
    """Calls methods of Slack's Web API for one bot, `bot` being its user id; `pacers` are shared with whoever shares
    the database, unless told otherwise. `token` is the setting that the client's token comes from.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        database: Database,
        bot: str,
        pacers: Pacers | None = None,
        token: str = "SLACK_BOT_TOKEN",  # noqa: S107 (its name)
    ) -> None:
        self._token = token
        self._client = client
        self._pacers = pacers or partial(pacer_for, database, f"slack:{bot}")
        self._lines: LRUCache[str, _Line] = LRUCache(LINES)
        self._everything = _Line(None)
        self._refused_for = 0.0
        self._room = asyncio.Semaphore(UNDER_WAY)
        self._scopes_told: set[str] = set()

    async def call(self, method: str, *, place: str | None = None, **arguments: Any) -> Answer:
        """Call it, when it is its turn; arguments that are None are left out.

        Args:
            method: as Slack's reference has it: `chat.postMessage`.
            place: the channel whose pace this call keeps, for messages.

        Raises:
            PortError: Transient, Gone, or `Refused`, which is a DoorShut and has Slack's own code.
            ValueError: Slack finds the request malformed.
        """
        line = self._line(method, place)
        for left in reversed(range(TRIES)):
            self._everything.check()
            await line.turn()
            try:
                return await self._ask(method, arguments)
            except Transient as error:
                self._hold(line, error)
                if str(error) != "rate_limited" or (error.retry_after or SHORT) >= SHORT or not left:
                    raise
                await asyncio.sleep(error.retry_after or SHORT)
        raise Transient("rate_limited", SHORT)

    async def pages(
        self, method: str, entries: str, *, most: int, page: int = limits.PAGE, **arguments: Any
    ) -> AsyncIterator[Any]:
        """The entries of all pages under this name, `most` of them at most. Raises as `call` does.

        Slack may put few on a page, and still go on: what is archived is left out of a page that was full of it.
        """
        cursor: str | None = None
        for _ in range(MOST_PAGES):
            answer = await self.call(method, cursor=cursor, limit=min(page, most), **arguments)
            for entry in answer.get(entries, ())[:most]:
                yield entry
            most -= len(answer.get(entries, ()))
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor or most <= 0:
                return

    async def upload(self, name: str, content: bytes) -> str:
        """Hand over a file that nobody sees yet; its id. Raises as `call` does."""
        ticket = await self.call("files.getUploadURLExternal", filename=name, length=len(content))
        session = self._client.session
        if session is None:
            raise Transient("not_connected")
        with translated():
            async with session.post(ticket["upload_url"], data=content, proxy=self._client.proxy) as answer:
                answer.raise_for_status()
        file = str(ticket["file_id"])
        await self.call("files.completeUploadExternal", files=[{"id": file, "title": name}])
        return file

    def source_at(self, hosts: frozenset[str]) -> Source:
        """Where files are read with the bot's token; a Slack on this machine, a test's, has them itself."""
        api = self._client.base_url
        headers = {"Authorization": f"Bearer {self._client.token}"}
        return Source(hosts, URL(api).origin() if _is_here(api) else None, headers, self._client.proxy)

    async def _ask(self, method: str, arguments: Mapping[str, Any]) -> Answer:
        try:
            async with self._under_way(method):
                with translated():
                    answer = await self._client.api_call(method, data=_form(arguments))
        except Refused as refused:
            self._tell_scope(method, refused)
            raise
        self._refused_for = 0.0
        data: Any = answer.data
        return data if isinstance(data, Mapping) else {}

    @asynccontextmanager
    async def _under_way(self, method: str) -> AsyncIterator[None]:
        """One of the requests without an answer. Raises Transient where there are too many, and none comes back."""
        if method.startswith(ASKING):
            # Somebody looks at the screen for it: what is being sent is not in their way.
            yield
            return
        try:
            async with asyncio.timeout(A_MOMENT):
                await self._room.acquire()
        except TimeoutError:
            raise Queued("slow", SHORT) from None
        try:
            yield
        finally:
            self._room.release()

    def _hold(self, line: "_Line", error: Transient) -> None:
        """Nobody asks again before it may be answered."""
        if str(error) == "rate_limited" and error.retry_after:
            line.hold(error)
        elif str(error) == TOKEN_REFUSED:
            self._hold_everything(error)

    def _hold_everything(self, error: Transient) -> None:
        """Said once; what is asked for meanwhile comes to the same end, and makes nobody wait longer."""
        if not self._refused_for:
            log.error(
                "slack.token_refused", what=f"{self._token} is not valid any more: install the app again"
            )
        if not self._everything.held:
            self._refused_for = min(2 * self._refused_for or FIRST_REFUSAL, LONGEST_REFUSAL)
            self._everything.hold(Transient(TOKEN_REFUSED, self._refused_for))
        error.retry_after = self._everything.held

    def _tell_scope(self, method: str, refused: Refused) -> None:
        if refused.code == "missing_scope" and method not in self._scopes_told:
            self._scopes_told.add(method)
            log.warning("slack.missing_scope", method=method)

    def _line(self, method: str, place: str | None) -> "_Line":
        what = f"{method}:{place}" if place else method
        if what not in self._lines:
            most = ASKED_AT_ONCE if method.startswith(ASKING) else IN_LINE
            self._lines[what] = _Line(self._pacer(method, what, place), most)
        return self._lines[what]

    def _pacer(self, method: str, what: str, place: str | None) -> Pacer | None:
        if place is not None:
            pace = Pace(limits.MESSAGES_A_SECOND, limits.MESSAGES_AT_ONCE)
        elif method in limits.A_MINUTE:
            a_minute = limits.A_MINUTE[method]
            pace = Pace(a_minute / 60, int(a_minute * limits.AT_ONCE))
        else:
            return None
        return self._pacers(what, pace)


class _Line:
    """Those who wait to ask for the same, `most` of them."""

    def __init__(self, pacer: Pacer | None, most: int = IN_LINE) -> None:
        self._pacer = pacer
        self._most = most
        self._waiting = 0
        self._held_until = 0.0
        self._reason = ""

    def hold(self, error: Transient) -> None:
        self._held_until = time.monotonic() + (error.retry_after or 0.0)
        self._reason = str(error)

    @property
    def held(self) -> float:
        """Seconds for which nothing may be asked."""
        return max(0.0, self._held_until - time.monotonic())

    def check(self) -> None:
        """Raises Transient where nothing may be asked yet, unless it is only a moment."""
        if self.held > SHORT:
            raise Queued(self._reason, self.held)

    async def turn(self) -> None:
        """Return when one request may go. Raises Transient where many wait already."""
        self.check()
        await asyncio.sleep(self.held)
        if self._pacer is None:
            return
        if self._waiting >= self._most:
            raise Queued("paced", SHORT)
        self._waiting += 1
        try:
            await self._pacer.turn()
        finally:
            self._waiting -= 1


def _form(arguments: Mapping[str, Any]) -> dict[str, str]:
    """Every method takes a form; only some take JSON."""
    return {name: _field(value) for name, value in arguments.items() if value is not None}


def _field(value: Any) -> str:
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
    return json.dumps(value, ensure_ascii=False)


def _is_here(url: str) -> bool:
    host = URL(url).host or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
