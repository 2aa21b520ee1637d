"""Who may talk to the page's server: loopback or a password, known hosts, own origin, signed sessions."""

import hashlib
import hmac
import re
import time
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import StartError

COOKIE = "ombud_sandbox"
SESSION = 7 * 24 * 3600
"""Seconds until the password is asked for again."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'{sockets}; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
HEADERS = {
    "Server": "Ombud",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HOST = re.compile(r"[\w.:\[\]-]+")
OPEN_WITHOUT_PASSWORD = ("/login", "/static/")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to the host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class Sentry:
    """Checks each request.

    A page of somebody else whose name is made to point here (DNS rebinding) comes with its own name as host,
    so without a password only this machine's own names are let in. With one, such a page lacks the session:
    its cookie belongs to the name it was made under.
    """

    host: str
    password: str | None
    secret: str

    def __post_init__(self) -> None:
        if self.password is None and not is_loopback(self.host):
            raise StartError(
                f"The sandbox would be open to everybody who reaches {self.host}. "
                "Set SANDBOX_PASSWORD, or SANDBOX_HOST=127.0.0.1 for this machine alone."
            )

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._known_host(request):
            raise web.HTTPMisdirectedRequest
        if (request.method == "POST" or request.path == "/ws") and not _own_origin(request):
            raise web.HTTPForbidden
        if self._needs_password(request):
            if request.path == "/":
                raise web.HTTPSeeOther("/login")
            raise web.HTTPUnauthorized
        return await handler(request)

    def admits(self, password: str) -> bool:
        expected = self.password or ""
        return hmac.compare_digest(password.encode("utf-8", "replace"), expected.encode())

    def new_session(self) -> str:
        """A cookie's value: when it ends, signed. Another password makes it worthless."""
        ends = str(int(time.time()) + SESSION)
        return f"{ends}.{self._sign(ends)}"

    def _needs_password(self, request: web.Request) -> bool:
        if self.password is None or request.path.startswith(OPEN_WITHOUT_PASSWORD):
            return False
        ends, _, signature = request.cookies.get(COOKIE, "").partition(".")
        signed = hmac.compare_digest(self._sign(ends).encode(), signature.encode("utf-8", "replace"))
        return not (signed and ends.isascii() and ends.isdecimal() and int(ends) > time.time())

    def _sign(self, text: str) -> str:
        key = hashlib.sha256(f"{self.secret}:{self.password}".encode()).digest()
        return hmac.new(key, text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def _known_host(self, request: web.Request) -> bool:
        return self.password is not None or is_loopback(_host_name(request.host))


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Before each response: what browsers are to refuse."""
    # For some browsers 'self' does not include the WebSocket of the same host.
    sockets = f" ws://{request.host} wss://{request.host}" if HOST.fullmatch(request.host) else ""
    response.headers["Content-Security-Policy"] = POLICY.format(sockets=sockets)
    for name, value in HEADERS.items():
        response.headers[name] = value
    response.headers.setdefault("Cache-Control", "no-cache")


def _own_origin(request: web.Request) -> bool:
    """Browsers send where a page came from; it must be this server."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return origin.scheme in {"http", "https"} and origin.netloc == request.host


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""
