"""What is about Slack alone: letting the bot in, and the manifest an app is created from."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from pydantic import SecretStr

from adapters.common.findings import Finding
from adapters.slack.doctor import Access, SettingsOf, examine
from adapters.slack.login import APP_UNSET, SECRET_UNSET, UNSET, log_in
from adapters.slack.manifest import manifest
from adapters.slack.server import Http, SlackServer, Socket
from adapters.slack.web import connected
from bot.app import whole_catalogue
from bot.composition.features import cogs
from bot.composition.platforms import Connection, Ground, LetIn, Side
from bot.core import Core
from bot.errors import StartError
from bot.language import Translations
from bot.settings import Settings
from bot.surface import offers_of


def on_slack() -> LetIn:
    return _let_in


async def _let_in(ground: Ground) -> Side:
    settings, way = ground.settings, _way(ground.settings)
    token = _given(settings.slack_bot_token, UNSET)
    client = await ground.stack.enter_async_context(connected(token, settings.slack_api_url))
    workspace = await log_in(client)
    admin = None
    if settings.slack_admin_token is not None:
        lent = settings.slack_admin_token.get_secret_value()
        admin = await ground.stack.enter_async_context(connected(lent, settings.slack_api_url))
    server = SlackServer(client, workspace, ground.database, ground.translations, way, admin=admin)
    await server.load()
    return Side(workspace.name, server.platform, server.directory, partial(_serving, server), server.hears)


@asynccontextmanager
async def _serving(server: SlackServer, core: Core) -> AsyncIterator[Connection]:
    """Slack's connections are made anew for as long as it takes."""
    async with server.serving(core):
        yield asyncio.get_running_loop().create_future()


def _way(settings: Settings) -> Socket | Http:
    if settings.slack_mode == "socket":
        return Socket(_given(settings.slack_app_token, APP_UNSET))
    secret = _given(settings.slack_signing_secret, SECRET_UNSET)
    return Http(secret, settings.slack_http_host, settings.slack_http_port)


def _given(secret: SecretStr | None, unset: str) -> str:
    if secret is None:
        raise StartError(unset)
    return secret.get_secret_value()


def written_manifest(url: str | None, *, with_removal: bool) -> str:
    """What an app is created from; with the address of HTTP mode, for that."""
    translations = Translations.load()
    offers = offers_of(whole_catalogue(cogs()), translations)
    return manifest(offers, translations.voice("en"), url, with_removal=with_removal)


async def examination(settings: Settings, settings_of: SettingsOf) -> AsyncIterator[Finding]:
    """Whether everything is as it should be. Raises StartError for a wrong token."""
    app_token, secret = settings.slack_app_token, settings.slack_signing_secret
    admin = settings.slack_admin_token
    access = Access(
        bot_token=_given(settings.slack_bot_token, UNSET),
        api_url=settings.slack_api_url,
        socket=settings.slack_mode == "socket",
        app_token=app_token.get_secret_value() if app_token else None,
        signing_secret=secret.get_secret_value() if secret else None,
        admin_token=admin.get_secret_value() if admin else None,
    )
    async for finding in examine(access, Translations.load().voice("en"), settings_of):
        yield finding
