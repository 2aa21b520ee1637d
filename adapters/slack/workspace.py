"""Which workspace the token belongs to, and who the bot is there."""

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import translated


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace and the bot in it, by Slack's ids; `url` ends with a slash.

    `bot` is the user that the bot is, `program` what its messages name as `bot_id`; `app` is empty where Slack doesn't
    say. `scopes` are what the token may do.
    """

    team: str
    name: str
    url: str
    bot: str
    program: str
    app: str = ""
    enterprise: str | None = None
    scopes: frozenset[str] = frozenset()


async def meet(client: AsyncWebClient) -> Workspace:
    """Ask Slack whose the token is. Raises Transient, also for a token that is refused."""
    with translated():
        answer = await client.auth_test()
    granted = str(answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or "")
    url = str(answer["url"])
    return Workspace(
        team=str(answer["team_id"]),
        name=str(answer.get("team") or answer["team_id"]),
        url=url if url.endswith("/") else f"{url}/",
        bot=str(answer["user_id"]),
        program=str(answer.get("bot_id") or ""),
        app=str(answer.get("app_id") or ""),
        enterprise=str(answer["enterprise_id"]) if answer.get("enterprise_id") else None,
        scopes=frozenset(scope.strip() for scope in granted.split(",") if scope.strip()),
    )
