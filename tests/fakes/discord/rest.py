"""The API's outside: what happens to a request before and after its handler."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.fakes.discord.calls import Call, Created, Handler, Route, Settings, Upload
from tests.fakes.discord.faults import CUT, Fault, Faults
from tests.fakes.discord.journal import Journal, Request
from tests.fakes.discord.limits import Limits, Refusal
from tests.fakes.discord.problems import Problem
from tests.fakes.discord.world import World

WITHOUT_TOKEN = ("/interactions/", "/webhooks/", "/gateway")
EVERY_ANSWER = {"Via": "1.1 google", "Server": "cloudflare"}


class Rest:
    """Every route behind the same gate: outage, ban, token, rate limits, faults, handler, faults again."""

    def __init__(self, world: World, token: str, settings: Settings, limits: Limits, faults: Faults) -> None:
        self.world = world
        self.token = token
        self.settings = settings
        self.limits = limits
        self.faults = faults
        self.requests = Journal()
        self.crashes: list[Exception] = []

    def add(self, app: web.Application, routes: Iterable[Route], prefix: str) -> None:
        """Register routes; ids take digits only, so that /users/@me is not a user's."""
        for method, template, handler in routes:
            pattern = template
            for name in (
                "channel_id",
                "guild_id",
                "user_id",
                "overwrite_id",
                "interaction_id",
                "application_id",
            ):
                pattern = pattern.replace(f"{{{name}}}", f"{{{name}:[0-9]+}}")
            if "/webhooks/" not in template:
                pattern = pattern.replace("{message_id}", "{message_id:[0-9]+}")
            app.router.add_route(method, prefix + pattern, self._through(template, handler))

    def _through(
        self, template: str, handler: Handler
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def enter(request: web.Request) -> web.StreamResponse:
            call = await self._read(request, template)
            self.requests.append(call.request)
            answer = await self._answer(request, call, handler)
            if isinstance(answer, web.Response):
                call.request.status = answer.status
            return answer

        return enter

    async def _read(self, request: web.Request, template: str) -> Call:
        path = request.rel_url.path
        noted = Request(request.method, path, template, dict(request.match_info), dict(request.query))
        noted.reason = request.headers.get("X-Audit-Log-Reason")
        call = Call(self.world, self.settings, noted)
        if request.content_type.startswith("multipart/"):
            form = await request.post()
            for key, value in form.items():
                if isinstance(value, FileField):
                    call.files[key] = Upload(value.filename, value.file.read(), value.content_type)
                    value.file.close()
                elif key == "payload_json":
                    noted.json = json.loads(str(value))
            noted.files = {upload.filename: len(upload.content) for upload in call.files.values()}
        elif request.can_read_body:
            noted.json = json.loads(await request.read())
        return call

    async def _answer(self, request: web.Request, call: Call, handler: Handler) -> web.StreamResponse:
        if (how := self.faults.down) is not None:
            return self._cut(request) if how == "refuse" else _plain(503)
        if self.limits.banned:
            return web.Response(status=429, text="<html>error code: 1015</html>", content_type="text/html")
        free = call.request.template.startswith(WITHOUT_TOKEN)
        if not free and request.headers.get("Authorization") != f"Bot {self.token}":
            return self._json(call, 401, Problem(0).body, {})
        refusal, headers = self.limits.take(call.request.route, dict(request.match_info))
        if refusal is not None:
            return self._too_many(call, refusal, headers)
        if (fault := self.faults.hitting(call.request, after=False)) is not None:
            spoilt = await self._spoil(request, call, fault, headers)
            if spoilt is not None:
                return spoilt
        status, body = await self._carry_out(call, handler)
        if (fault := self.faults.hitting(call.request, after=True)) is not None:
            call.request.answer = body
            spoilt = await self._spoil(request, call, fault, headers)
            if spoilt is not None:
                return spoilt
        return self._json(call, status, body, headers)

    async def _carry_out(self, call: Call, handler: Handler) -> tuple[int, Any]:
        try:
            answer = await handler(call)
        except Problem as problem:
            return problem.status, problem.body
        except Exception as crash:
            crash.add_note(f"while {call.request.route} was answered: {call.request.json}")
            self.crashes.append(crash)
            return 500, {"message": "500: Internal Server Error", "code": 0}
        if isinstance(answer, Created):
            return answer.status, answer.body
        return (204, None) if answer is None else (200, answer)

    async def _spoil(
        self, request: web.Request, call: Call, fault: Fault, headers: dict[str, str]
    ) -> web.StreamResponse | None:
        if fault.pause:
            await asyncio.sleep(fault.pause)
        if fault.hold is not None:
            await fault.hold.keep()
        if fault.status == CUT:
            return self._cut(request)
        if fault.retry_after is not None:
            scope = "global" if fault.is_global else "user"
            return self._too_many(call, Refusal(fault.retry_after, fault.is_global, scope), headers)
        if fault.code is not None:
            problem = Problem(fault.code)
            return self._json(call, problem.status, problem.body, headers)
        return _plain(fault.status) if fault.status is not None else None

    def _too_many(self, call: Call, refusal: Refusal, headers: dict[str, str]) -> web.Response:
        told = headers | {
            "Retry-After": str(max(1, round(refusal.retry_after))),
            "X-RateLimit-Scope": refusal.scope,
        }
        if refusal.is_global:
            told["X-RateLimit-Global"] = "true"
        body = {
            "message": "You are being rate limited.",
            "retry_after": round(refusal.retry_after, 3),
            "global": refusal.is_global,
        }
        return self._json(call, 429, body, told)

    def _json(self, call: Call, status: int, body: Any, headers: dict[str, str]) -> web.Response:
        if status in (401, 403, 429) and headers.get("X-RateLimit-Scope") != "shared":
            self.limits.count_invalid()
        call.request.answer = body
        text = None if status == 204 else json.dumps(body, separators=(",", ":")).encode()
        kind = {} if text is None else {"Content-Type": "application/json"}
        return web.Response(status=status, body=text, headers=EVERY_ANSWER | headers | kind)

    def _cut(self, request: web.Request) -> web.StreamResponse:
        if request.transport is not None:
            request.transport.abort()
        return web.StreamResponse()


def _plain(status: int) -> web.Response:
    return web.Response(status=status, text="upstream connect error", headers=EVERY_ANSWER)
