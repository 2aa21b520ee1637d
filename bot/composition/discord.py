"""What is about Discord alone: letting the bot in, its invitation and its examination."""

from collections.abc import AsyncIterator, Callable
from functools import partial
from hashlib import sha256

from adapters.common.findings import Finding
from adapters.discord.client import UNSET, Access, IntentsRefused, OmbudClient, Shards, log_in, point_at
from adapters.discord.doctor import SettingsOf, examine
from adapters.discord.invite import invitation
from adapters.discord.pacing import requests_of, trace_of
from adapters.discord.server import DiscordServer
from bot.composition.platforms import Ground, LetIn, Side
from bot.durable.database import Database
from bot.errors import StartError
from bot.language import Translations
from bot.settings import Settings

__all__ = ["IntentsRefused", "examination", "invited", "on_discord"]


def on_discord(*, fully: bool) -> LetIn:
    """With the privileged intents, or without where Discord grants one and then refuses it."""
    return partial(_let_in, Access() if fully else Access(message_content=False, members=False))


async def _let_in(access: Access, ground: Ground) -> Side:
    client = await log_in(_client(ground.settings, ground.database), _token(ground.settings), access)
    ground.stack.push_async_callback(client.close)
    server = DiscordServer(client, ground.database, ground.translations)
    await server.load()
    return Side(str(client.user), server.platform, server.directory, server.serving)


def _client(settings: Settings, database: Database) -> Callable[[Access], OmbudClient]:
    """Makes clients of discord.py that send no more than Discord takes, together with all that share the database."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    shards = Shards(settings.discord_shard_ids, settings.discord_shard_count)
    bot = sha256(_token(settings).encode()).hexdigest()[:32]
    pacer = requests_of(database, bot)
    return lambda access: OmbudClient(access, shards, trace_of(pacer))


async def invited(settings: Settings, *, with_removal: bool) -> list[str]:
    """What is to be done to add the bot to a server."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    voice = Translations.load().voice("en")
    return await invitation(_token(settings), voice, with_removal=with_removal)


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        raise StartError(UNSET)
    return settings.discord_token.get_secret_value()


async def examination(settings: Settings, settings_of: SettingsOf) -> AsyncIterator[Finding]:
    """Whether everything is as it should be. Raises StartError for a wrong token."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    async for finding in examine(_token(settings), Translations.load().voice("en"), settings_of):
        yield finding
