"""`GET /healthz` and `GET /metrics`. Figures only, so there is no password; by default on loopback only."""

from contextlib import AsyncExitStack
from http import HTTPStatus
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.errors import StartError
from bot.health.metrics import Metrics
from bot.health.report import Health, Status


class HealthServer:
    """`async with HealthServer(...)`: answers from the first line of the block. Raises StartError for a taken port."""

    def __init__(self, health: Health, metrics: Metrics, *, host: str, port: int) -> None:
        self._health = health
        self._metrics = metrics
        self._host, self._port = host, port
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_get("/healthz", self._healthz)
        application.router.add_get("/metrics", self._show_metrics)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as error:
            await self._stack.aclose()
            raise StartError(
                f"Health can't be served on {self._host}:{self._port} ({error.strerror}). "
                "Stop what uses it, or change HEALTH_PORT or HEALTH_HOST."
            ) from error
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def _healthz(self, request: web.Request) -> web.Response:
        report = await self._health.report()
        failing = report.status is Status.FAILING
        status = HTTPStatus.SERVICE_UNAVAILABLE if failing else HTTPStatus.OK
        return web.json_response(report.to_json(), status=status, headers={"Cache-Control": "no-store"})

    async def _show_metrics(self, request: web.Request) -> web.Response:
        report = await self._health.report()
        body, kind = self._metrics.expose(
            report, tuple(self._health.platforms), request.headers.get("Accept", "")
        )
        return web.Response(body=body, headers={"Content-Type": kind})
