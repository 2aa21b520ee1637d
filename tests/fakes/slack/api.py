"""The Web API's outside: what happens to a call before and after its handler."""

import asyncio
import json
from typing import Any

from aiohttp import web

from tests.fakes.slack import (
    methods_chat,
    methods_conversations,
    methods_rest,
    methods_views,
    responses,
    scopes,
)
from tests.fakes.slack.calls import Call, Handler, Settings
from tests.fakes.slack.faults import CUT, Fault, Faults
from tests.fakes.slack.journal import Journal, Request
from tests.fakes.slack.limits import Limits
from tests.fakes.slack.model import Json, User
from tests.fakes.slack.problems import Refused, invalid_arguments
from tests.fakes.slack.world import World

METHODS: dict[str, Handler] = {
    **methods_chat.METHODS,
    **methods_conversations.METHODS,
    **methods_views.METHODS,
    **methods_rest.METHODS,
}
OF_APP = "apps.connections.open"
OF_USERS = ("auth.test", "chat.delete")
"""What the fake knows of tokens that users lend."""

FORM_ONLY = frozenset(
    {"bots.info", "chat.getPermalink", "conversations.info", "conversations.list", "conversations.members"}
    | {"conversations.replies", "files.getUploadURLExternal", "files.info", "usergroups.list"}
    | {"usergroups.users.list", "users.conversations", "users.info", "users.list"}
)
"""Methods that do not read JSON bodies."""
OBJECTS = ("attachments", "blocks", "file_ids", "files", "metadata", "view")


class Api:
    """Every method behind the same gate: outage, fault, token, scope, limit, handler, fault again."""

    def __init__(self, world: World, settings: Settings, limits: Limits, faults: Faults) -> None:
        self.world = world
        self.settings = settings
        self.limits = limits
        self.faults = faults
        self.bot_token = "xoxb-1-fake"
        self.app_token = "xapp-1-fake"
        self.lent: dict[str, User] = {}
        self.granted_by_users = frozenset({"chat:write"})
        self.granted: frozenset[str] = scopes.EVERY
        self.requests = Journal()
        self.crashes: list[Exception] = []
        self.base = ""
        self.methods: dict[str, Handler] = dict(METHODS)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """POST or GET /api/{method}."""
        noted = await _read(request)
        self._note(noted)

        async def carry_out() -> Json:
            return await self._carry_out(Call(self.world, self.settings, noted, self.base))

        return await self._through(request, noted, carry_out)

    async def respond(self, request: web.Request) -> web.StreamResponse:
        """POST to a response_url."""
        one = self.world.interactions.get(request.match_info["token"])
        noted = Request(
            "response_url", json.loads(await request.read()), "json", about=one.kind if one else ""
        )
        self._note(noted)

        async def carry_out() -> Json:
            responses.respond(self.world, one, noted.arguments, self.settings)
            return {}

        return await self._through(request, noted, carry_out, refused=404)

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """POST of a file's content to the address that was given for it."""
        content = await _content(request)
        noted = Request("upload", {"length": len(content)}, "none", about=request.match_info["file"])
        self._note(noted)

        async def carry_out() -> Json:
            file = self.world.files.get(noted.about)
            if file is None or file.uploaded:
                raise Refused("file_not_found")
            file.content, file.uploaded = content, True
            return {}

        answer = await self._through(request, noted, carry_out, refused=404)
        if noted.ok and answer.status == 200:
            return web.Response(text=f"OK - {len(content)}")
        return answer

    async def download(self, request: web.Request) -> web.StreamResponse:
        """GET of a file at its private address: with a token that may read files, or Slack asks to log in."""
        file = self.world.files.get(request.match_info["file"])
        if (
            request.headers.get("Authorization") != f"Bearer {self.bot_token}"
            or "files:read" not in self.granted
        ):
            raise web.HTTPFound("/signin")
        if file is None or file.deleted or not file.uploaded:
            raise web.HTTPNotFound
        return web.Response(body=file.content, content_type=file.mimetype)

    def _note(self, noted: Request) -> None:
        if self.settings.keeps_requests:
            self.requests.append(noted)

    async def _through(
        self, request: web.Request, noted: Request, carry_out: Any, refused: int = 200
    ) -> web.StreamResponse:
        if (how := self.faults.down) is not None:
            return self._cut(request) if how == "refuse" else self._plain(noted, 503)
        if (fault := self.faults.hitting(noted, after=False)) is not None:
            spoilt = await self._spoil(request, noted, fault)
            if spoilt is not None:
                return spoilt
        place = str(noted.arguments.get("channel", ""))
        if wait := self.limits.take(noted.method, place):
            return self._too_many(noted, wait)
        status, body = await self._decide(noted, carry_out, refused)
        noted.answer = body
        if (fault := self.faults.hitting(noted, after=True)) is not None:
            spoilt = await self._spoil(request, noted, fault)
            if spoilt is not None:
                return spoilt
        return self._json(noted, status, body)

    async def _decide(self, noted: Request, carry_out: Any, refused: int) -> tuple[int, Json]:
        try:
            return 200, {"ok": True, **await carry_out()}
        except Refused as problem:
            return refused, problem.body
        except Exception as crash:  # whatever goes wrong in here is the fake's own fault
            crash.add_note(f"while {noted.method} was answered: {noted.arguments}")
            self.crashes.append(crash)
            return 500, {"ok": False, "error": "internal_error"}

    async def _carry_out(self, call: Call) -> Json:
        method = call.request.method
        if method == OF_APP or method in self.methods:
            self._authorize(call)
        handler = self.methods.get(method)
        if handler is None:
            raise Refused("unknown_method", req_method=method)
        if call.request.sent_as == "json" and method in FORM_ONLY:
            call.request.about = "sent as JSON, which this method does not read"
            raise invalid_arguments("missing required field")
        self._require_scopes(call)
        return await handler(call)

    def _authorize(self, call: Call) -> None:
        token, method = call.request.token, call.request.method
        of_app = method == OF_APP
        if not token:
            raise Refused("not_authed")
        if token not in (self.bot_token, self.app_token, *self.lent):
            raise Refused("invalid_auth")
        call.lent_by = self.lent.get(token)
        if call.lent_by is not None and method not in OF_USERS:
            raise Refused("not_allowed_token_type")
        if of_app != (token == self.app_token):
            raise Refused("not_allowed_token_type")
        if not of_app and self.faults.revoked:
            raise Refused(self.faults.revoked)

    def _require_scopes(self, call: Call) -> None:
        method, arguments = call.request.method, call.arguments
        if method == "conversations.create":
            scopes.require(self.granted, scopes.MANAGE["group" if call.flag("is_private") else "channel"])
        elif method in ("conversations.list", "users.conversations"):
            for each in (call.text("types") or "public_channel").split(","):
                kind = methods_conversations.TYPES.get(each.strip())
                scopes.require(self.granted, scopes.READ[kind] if kind else ())
        else:
            channel = self.world.channels.get(str(arguments.get("channel", "")))
            granted = self.granted_by_users if call.lent_by is not None else self.granted
            scopes.require(granted, scopes.of(method, channel))

    async def _spoil(self, request: web.Request, noted: Request, fault: Fault) -> web.StreamResponse | None:
        if fault.pause:
            await asyncio.sleep(fault.pause)
        if fault.hold is not None:
            await fault.hold.keep()
        if fault.status == CUT:
            return self._cut(request)
        if fault.retry_after is not None:
            return self._too_many(noted, fault.retry_after)
        if fault.error is not None:
            return self._json(noted, 200, Refused(fault.error).body)
        return self._plain(noted, fault.status) if fault.status is not None else None

    def _too_many(self, noted: Request, seconds: int) -> web.Response:
        body = {"ok": False, "error": "ratelimited"}
        return self._json(noted, 429, body, {"Retry-After": str(seconds)})

    def _json(
        self, noted: Request, status: int, body: Json, headers: dict[str, str] | None = None
    ) -> web.Response:
        noted.status, noted.answer = status, body
        granted = self.granted_by_users if noted.token in self.lent else self.granted
        told = {"X-OAuth-Scopes": ",".join(sorted(granted)), "X-Slack-Req-Id": "fake"}
        told["X-Accepted-OAuth-Scopes"] = ",".join(scopes.of(noted.method, None))
        return web.json_response(body, status=status, headers=told | (headers or {}))

    def _plain(self, noted: Request, status: int) -> web.Response:
        noted.status = status
        return web.Response(status=status, text="<html>Slack is down</html>", content_type="text/html")

    def _cut(self, request: web.Request) -> web.StreamResponse:
        if request.transport is not None:
            request.transport.abort()
        return web.StreamResponse()


async def _read(request: web.Request) -> Request:
    arguments: Json = dict(request.query)
    sent_as = "form" if arguments else "none"
    if request.content_type == "application/json":
        if body := await request.read():
            arguments |= json.loads(body)
            sent_as = "json"
    elif request.can_read_body:
        arguments |= dict(await request.post())
        sent_as = "form"
    token = request.headers.get("Authorization", "").removeprefix("Bearer ") or arguments.get("token", "")
    arguments.pop("token", None)
    for name in OBJECTS:
        if isinstance(arguments.get(name), str):
            arguments[name] = _decoded(arguments[name])
    return Request(request.match_info["method"], arguments, sent_as, str(token))


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


async def _content(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    form = await request.post()
    for value in form.values():
        if isinstance(value, web.FileField):
            with value.file as file:
                return file.read()
    return b""
