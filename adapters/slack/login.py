"""Getting to know Slack at the start: whose the tokens are, or what has to be done about them."""

import asyncio

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import TOKEN_REFUSED, translated
from adapters.slack.workspace import Workspace, meet
from bot.errors import StartError
from bot.ports import PortError

LONGEST_WAIT = 60.0
"""Seconds between two attempts, at most; the first wait is one second, then it doubles."""

APPS = "https://api.slack.com/apps"
UNSET = (
    f"SLACK_BOT_TOKEN is not set. Open {APPS}, choose your app, then OAuth & Permissions, and copy the Bot User "
    "OAuth Token (xoxb-...) into .env. “python -m bot manifest” prints what a new app is created from."
)
REFUSED = (
    f"Slack doesn't accept SLACK_BOT_TOKEN. Open {APPS}, choose your app, then Install App, install it to the "
    "workspace, and put the Bot User OAuth Token (xoxb-...) into .env."
)
APP_UNSET = (
    f"SLACK_APP_TOKEN is not set, and Socket Mode needs it. Open {APPS}, choose your app, then Basic Information, "
    "App-Level Tokens, generate one with the scope connections:write, and put it (xapp-...) into .env."
)
APP_REFUSED = (
    f"Slack doesn't accept SLACK_APP_TOKEN. Open {APPS}, choose your app, then Basic Information, App-Level Tokens, "
    "generate one with the scope connections:write, and put it (xapp-...) into .env. Socket Mode has to be on."
)
SECRET_UNSET = (
    f"SLACK_SIGNING_SECRET is not set, and SLACK_MODE=http needs it. Open {APPS}, choose your app, then Basic "
    "Information, and copy the Signing Secret into .env."
)

log = structlog.get_logger(__name__)


async def log_in(client: AsyncWebClient, *, patiently: bool = True) -> Workspace:
    """Until Slack answers: an outage of theirs is no reason to stop. Raises StartError for a wrong token.

    Without patience, also where Slack doesn't answer at once.
    """
    wait = 1.0
    while True:
        try:
            return await meet(client)
        except PortError as error:
            if str(error) == TOKEN_REFUSED:
                raise StartError(REFUSED) from None
            if not patiently:
                raise StartError(f"Slack can't be reached ({error}). Try again later.") from error
            log.warning("slack.unreachable", seconds=wait, exc_info=error)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


async def check_app_token(client: AsyncWebClient, app_token: str) -> None:
    """Raises StartError for a token that opens no connection; what else goes wrong, the connections find out."""
    try:
        with translated():
            await client.apps_connections_open(app_token=app_token)
    except PortError as error:
        if str(error) == TOKEN_REFUSED or not hasattr(error, "retry_after"):
            raise StartError(APP_REFUSED) from None
        log.warning("slack.unreachable", seconds=0, exc_info=error)
