"""What slack-bolt costs by itself: `python -m benchmarks.bare_slack`, told where Slack is by the environment.

An AsyncApp as anybody makes it, with one listener for messages that does nothing, or with `ASSESS=1` asks detection
about the words; by Socket Mode, or by HTTP with `SLACK_MODE=http`, whose requests it checks for Slack's signature like
the bot.
"""

import asyncio
import os
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.detection import assess


async def main() -> None:
    environment = os.environ
    assesses = "ASSESS" in environment
    client = AsyncWebClient(environment["SLACK_BOT_TOKEN"], base_url=environment["SLACK_API_URL"])
    app = AsyncApp(client=client, signing_secret=environment["SLACK_SIGNING_SECRET"])

    @app.event("message")
    async def listen(event: dict[str, Any]) -> None:
        if assesses:
            assess(event["text"])

    if environment["SLACK_MODE"] == "http":
        runner = web.AppRunner(app.web_app(), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", int(environment["SLACK_HTTP_PORT"])).start()
    else:
        handler = AsyncSocketModeHandler(app, environment["SLACK_APP_TOKEN"])
        await handler.connect_async()  # type: ignore[no-untyped-call]
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
