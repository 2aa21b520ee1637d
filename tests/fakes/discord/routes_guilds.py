"""Guilds, members, users and the application over REST."""

import time
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.calls import Call, Route
from tests.fakes.discord.model import Json
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.problems import Problem


async def guild(call: Call) -> Any:
    """A guild."""
    told = payloads.guild(call.guild)
    if call.request.query.get("with_counts") in ("1", "true"):
        told |= {"approximate_member_count": len(call.guild.members), "approximate_presence_count": 0}
    return told


async def channels(call: Call) -> Any:
    """Its channels, without threads."""
    return [payloads.channel(each) for each in call.guild.channels.values()]


async def roles(call: Call) -> Any:
    """Its roles."""
    return [payloads.role(each) for each in call.guild.roles.values()]


async def member(call: Call) -> Any:
    """A member by id; Problem 10007 if there is none, 10013 if there is no such user at all."""
    wanted = call.id("user_id")
    if wanted not in call.guild.members:
        raise Problem(10007 if wanted in call.world.users else 10013)
    return payloads.member(call.guild.members[wanted])


async def members(call: Call) -> Any:
    """Members in order of id; needs the members intent."""
    if not call.settings.flags & (1 << 14 | 1 << 15):
        raise Problem(50001)
    limit, after = call.number("limit", 1, 1, 1000), int(call.request.query.get("after", 0))
    there = sorted(
        (each for each in call.guild.members.values() if each.id > after), key=lambda each: each.id
    )
    return [payloads.member(each) for each in there[:limit]]


async def search(call: Call) -> Any:
    """Members whose name or nickname begins with the query."""
    query, limit = call.request.query["query"].lower(), call.number("limit", 1, 1, 1000)
    there = call.guild.members.values()
    names = ((each, (each.user.name, each.user.display or "", each.nick or "")) for each in there)
    found = [each for each, told in names if any(name.lower().startswith(query) for name in told)]
    return [payloads.member(each) for each in found[:limit]]


async def my_nick(call: Call) -> Any:
    """The bot's own nickname."""
    mine = call.guild.members[call.bot.id]
    mine.nick = call.body.get("nick")
    return payloads.member(mine)


async def leave(call: Call) -> Any:
    """The bot leaves a guild by itself."""
    call.world.removes_bot(call.guild)


async def me(call: Call) -> Any:
    """The bot's own account."""
    return payloads.user(call.bot) | {"verified": True, "mfa_enabled": True, "email": None, "locale": "en-US"}


async def user(call: Call) -> Any:
    """Anybody's account."""
    if (found := call.world.users.get(call.id("user_id"))) is None:
        raise Problem(10013)
    return payloads.user(found)


async def my_guilds(call: Call) -> Any:
    """The guilds the bot is in."""
    inside = [each for each in call.world.guilds.values() if call.bot.id in each.members]
    keys = ("id", "name", "icon", "banner", "features")
    told = [{key: payloads.guild(each)[key] for key in keys} for each in inside]
    return [each | {"owner": False, "permissions": "0"} for each in told]


async def open_dm(call: Call) -> Any:
    """The DM with somebody, made if there is none: Problem 40003 when many were made lately, 50278 without a guild."""
    wanted = call.world.users.get(int(call.body["recipient_id"]))
    if wanted is None:
        raise Problem(10013)
    if wanted is call.bot or wanted.bot:
        raise Problem(50007)
    if wanted.id not in call.world.dms:
        if not call.world.mutual(wanted):
            raise Problem(50278)
        now = time.monotonic()
        lately = [each for each in call.world.dm_openings if now - each < call.settings.dm_opening_seconds]
        if len(lately) >= call.settings.dm_openings:
            raise Problem(40003)
        call.world.dm_openings.append(now)
    return payloads.channel(call.world.dm_with(wanted))


def application_object(call: Call) -> Json:
    """The application as its owner made it."""
    some_guild = next(iter(call.world.guilds.values()), None)
    owner = call.world.users[some_guild.owner_id] if some_guild else call.bot
    return {
        "id": str(call.bot.id),
        "name": call.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": call.settings.flags,
        "owner": payloads.user(owner),
        "bot": payloads.user(call.bot),
        "team": None,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": len(call.world.guilds),
        "approximate_user_install_count": 0,
        "integration_types_config": {"0": {}},
        "explicit_content_filter": 0,
        "summary": "",
        "flags_new": str(call.settings.flags),
        "approximate_user_authorization_count": 0,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
    }


async def application(call: Call) -> Any:
    """The bot's application."""
    return application_object(call)


async def overwrite(call: Call) -> Any:
    """A channel's overwrite for a role or member; takes MANAGE_ROLES."""
    call.world.require(call.bot, call.channel, Permission.MANAGE_ROLES)
    target = call.id("overwrite_id")
    assert call.channel.guild is not None
    who = call.world.users.get(target) or call.channel.guild.roles.get(target)
    if who is None:
        raise Problem(10011)
    call.world.overwrites(
        call.channel, who, int(call.body.get("allow") or 0), int(call.body.get("deny") or 0)
    )


ROUTES: tuple[Route, ...] = (
    ("GET", "/guilds/{guild_id}", guild),
    ("GET", "/guilds/{guild_id}/channels", channels),
    ("GET", "/guilds/{guild_id}/roles", roles),
    ("GET", "/guilds/{guild_id}/members/search", search),
    ("GET", "/guilds/{guild_id}/members", members),
    ("PATCH", "/guilds/{guild_id}/members/@me", my_nick),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
    ("GET", "/users/@me/guilds", my_guilds),
    ("DELETE", "/users/@me/guilds/{guild_id}", leave),
    ("POST", "/users/@me/channels", open_dm),
    ("GET", "/users/@me", me),
    ("GET", "/users/{user_id}", user),
    ("GET", "/applications/@me", application),
    ("GET", "/oauth2/applications/@me", application),
    ("PUT", "/channels/{channel_id}/permissions/{overwrite_id}", overwrite),
)
