"""Bolt, and the one ear it has: what matters is stored before Slack is told that we have it.

Everything is heard in a middleware. What its answer says is what Slack is told, at once: nothing that goes wrong later
can take an acknowledgement back, and nothing is acknowledged that was lost.
"""

import logging
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.asked import Payload
from adapters.slack.home import Home
from adapters.slack.inbound import Inbound
from adapters.slack.interactions import Interactions
from adapters.slack.parts import Parts
from adapters.slack.turns import Once
from adapters.slack.workspace import Workspace

MOST = 5000
"""Events that wait for being stored. What comes then, Slack is asked to keep and to send again."""

DONE, AGAIN, FULL = 200, 500, 503

log = structlog.get_logger(__name__)


class Ear(AsyncMiddleware):
    """Hears everything."""

    def __init__(self, inbound: Inbound, home: Home, parts: Parts) -> None:
        self._inbound = inbound
        self._home = home
        self._guard = parts.guard
        self._once = Once()
        self._interactions = Interactions(parts, home, self._once)
        self._closing = False

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 (Bolt's name)
    ) -> BoltResponse:
        if self._closing or len(self._once) >= MOST:
            return BoltResponse(status=FULL)
        heard = await self._guard.succeeds("hear", partial(self._hear, req.body))
        return BoltResponse(status=DONE if heard else AGAIN)

    async def _hear(self, body: Payload) -> None:
        """Returns when Slack may be told that we have it."""
        if body.get("type") == "app_rate_limited":
            # Nobody is told what they were, and reading the past isn't allowed to everybody.
            log.error("slack.events_withheld", minute=body.get("minute_rate_limited"))
            return
        if body.get("type") != "event_callback":
            await self._interactions.happened(body)
            return
        event: Payload = body["event"]
        if event["type"] == "app_home_opened":
            self._opened(event)
            return
        hear = self._inbound.ear_for(event)
        if hear is not None:
            await self._once.do(str(body["event_id"]), partial(hear, event))

    async def finish(self, within: float) -> None:
        """What was begun, for so many seconds at most. What comes now is left to Slack, which sends it again."""
        self._closing = True
        await self._once.finish(within)

    def _opened(self, event: Payload) -> None:
        """Somebody looks at the app: at its Home there is something to draw."""
        member = str(event["user"])
        if event.get("tab") == "home":
            self._guard.start("home", partial(self._home.show, member))
            self._guard.start("welcome", partial(self._inbound.welcomed, member))


class Known(AsyncAuthorize):
    """Who the bot is, in the one workspace whose token it has."""

    def __init__(self, workspace: Workspace) -> None:
        self._known = AuthorizeResult(
            enterprise_id=workspace.enterprise,
            team_id=workspace.team,
            bot_user_id=workspace.bot,
            bot_id=workspace.program,
        )

    async def __call__(self, **_asked: object) -> AuthorizeResult:
        return self._known


def bolt(client: AsyncWebClient, workspace: Workspace, ear: Ear) -> AsyncApp:
    """An app that knows who it is without asking for each event, and leaves what it is told to the ear."""
    app = AsyncApp(
        name="ombud",
        logger=silent(),
        # Without a token: Bolt warns of one that is given beside `authorize`, and it is not asked for anything.
        client=AsyncWebClient(base_url=client.base_url, session=client.session, retry_handlers=[]),
        authorize=Known(workspace),
        # Signatures are checked where requests come in, with the right answer to broken ones.
        request_verification_enabled=False,
        attaching_function_token_enabled=False,
    )
    app.use(ear)
    return app


def silent() -> logging.Logger:
    """For libraries that would write people's words into the log; what goes wrong is reported here."""
    logger = logging.getLogger("ombud.slack")
    logger.setLevel(logging.CRITICAL + 1)
    return logger
