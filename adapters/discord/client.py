"""The connection: which intents and caches, and what to do when Discord does not let us in.

Nothing is cached that we don't ask for: no messages (raw events tell what we need), and of the members only the bot
itself. Who wrote comes with each message, and `directory` keeps what it needs of that.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.common.guard import report
from bot.errors import StartError

LONGEST_WAIT = 60.0
"""Seconds between two attempts to log in, at most; the first wait is one second, then it doubles."""

GUILDS_WAIT = 1.0
"""Seconds without another guild after which a shard counts as ready."""

UNSET = (
    "DISCORD_TOKEN is not set. Copy the bot's token from https://discord.com/developers/applications "
    "(your application, Bot, Reset Token) into .env."
)
REFUSED = (
    "Discord doesn't accept DISCORD_TOKEN. Open https://discord.com/developers/applications, choose your application, "
    "then Bot, then Reset Token, and put the new token into .env."
)

log = structlog.get_logger(__name__)

Ear = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Access:
    """The privileged intents that the application has, as its owner switched them on at Discord."""

    message_content: bool = True
    members: bool = True


@dataclass(frozen=True, slots=True)
class Shards:
    """Which of how many shards are this process's; without a count, all that Discord advises."""

    ids: Sequence[int] = ()
    count: int | None = None


class IntentsRefused(Exception):
    """Discord closed the connection because of a privileged intent."""


def point_at(api: str, gateway: str) -> None:
    """Where Discord is, for the whole process. Called once, before anything connects."""
    Route.BASE = api.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = type(DiscordWebSocket.DEFAULT_GATEWAY)(gateway)
    # It says at every start that it could not sing.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def intents_of(access: Access) -> discord.Intents:
    """What we want to hear of: servers, their messages, direct messages, and who leaves."""
    return discord.Intents(
        guilds=True,
        guild_messages=True,
        dm_messages=True,
        message_content=access.message_content,
        members=access.members,
    )


class Tree(app_commands.CommandTree["OmbudClient"]):
    """A command that fails is logged like everything else."""

    async def on_error(
        self, interaction: discord.Interaction["OmbudClient"], error: app_commands.AppCommandError, /
    ) -> None:
        report("command", error)


class OmbudClient(commands.AutoShardedBot):
    """A client whose events go to `ears` by name, at once and in order; what has no ear goes discord.py's way.

    discord.py would start a task for each event, and lose their order.
    """

    def __init__(
        self,
        access: Access,
        shards: Shards,
        trace: aiohttp.TraceConfig | None = None,
        *,
        guilds_wait: float = GUILDS_WAIT,
    ) -> None:
        # What is None here would have to be left out there.
        given: dict[str, Any] = {
            "shard_ids": list(shards.ids) or None,
            "shard_count": shards.count,
            "http_trace": trace,
        }
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=intents_of(access),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=guilds_wait,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=False
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            **{name: value for name, value in given.items() if value is not None},
        )
        self.access = access
        self.ears: dict[str, Ear] = {}

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        ear = self.ears.get(event_name)
        if ear is not None:
            ear(*args)
        elif event_name not in UNHEARD:
            super().dispatch(event_name, *args, **kwargs)


UNHEARD = frozenset({"message", "raw_message_edit", "raw_message_delete", "socket_event_type"})
"""What is told often, and interests nobody as long as there is no ear for it."""


async def log_in(make: Callable[[Access], OmbudClient], token: str, wanted: Access) -> OmbudClient:
    """A client with the intents that the application has, logged in. Raises StartError for a wrong token."""
    client = make(wanted)
    await _log_in(client, token)
    flags = client.application.flags if client.application else discord.ApplicationFlags()
    granted = granted_by(flags)
    had = Access(
        wanted.message_content and granted.message_content,
        wanted.members and granted.members,
    )
    if had == wanted:
        return client
    await client.close()
    client = make(had)
    await _log_in(client, token)
    return client


@asynccontextmanager
async def logged_in(token: str) -> AsyncIterator[discord.Client]:
    """For a few questions over the API, without a session. Raises StartError when there is no answer."""
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(token)
        except discord.LoginFailure:
            raise StartError(REFUSED) from None
        except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
            raise StartError(
                f"Discord can't be reached ({type(error).__name__}). Try again later."
            ) from error
        yield client


def granted_by(flags: discord.ApplicationFlags) -> Access:
    """The privileged intents that are switched on; an application in few servers has them as "limited"."""
    return Access(
        flags.gateway_message_content or flags.gateway_message_content_limited,
        flags.gateway_guild_members or flags.gateway_guild_members_limited,
    )


async def _log_in(client: discord.Client, token: str) -> None:
    """Until Discord answers: an outage of theirs is no reason to stop."""
    wait = 1.0
    while True:
        try:
            await client.login(token)
        except discord.LoginFailure:
            await client.close()
            raise StartError(REFUSED) from None
        except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("discord.unreachable", seconds=wait, exc_info=error)
        else:
            return
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


async def stay_connected(client: OmbudClient) -> None:
    """Connect, and return when the client is closed. Raises StartError, or IntentsRefused."""
    await _spare_sessions(client)
    try:
        await client.connect()
    except discord.PrivilegedIntentsRequired:
        raise IntentsRefused from None
    except discord.ConnectionClosed as error:
        if error.code == 4004:
            raise StartError(REFUSED) from None
        raise StartError(
            f"Discord closed the connection with code {error.code} and does not want another attempt. "
            "Check DISCORD_SHARD_IDS and DISCORD_SHARD_COUNT; the code is explained at "
            "https://discord.com/developers/docs/topics/opcodes-and-status-codes."
        ) from None


async def _spare_sessions(client: OmbudClient) -> None:
    """Wait while few sessions are left: after a thousand a day Discord takes the token away.

    Discord itself counts them, so a process that is started again and again slows down all the same.
    """
    try:
        limits = await client.fetch_session_start_limits()
    except (discord.GatewayNotFound, discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("discord.unreachable", seconds=0, exc_info=error)
        return
    wait = pause_before_session(limits.total, limits.remaining, limits.reset_after / 1000)
    if wait > 0:
        log.warning("discord.sessions_spared", remaining=limits.remaining, seconds=round(wait))
        await asyncio.sleep(wait)


def pause_before_session(total: int, remaining: int, reset_after: float) -> float:
    """Seconds to wait: none while half of the sessions are left, then the rest is spread over the time left."""
    if remaining * 2 >= total:
        return 0.0
    return reset_after / (remaining + 1)
