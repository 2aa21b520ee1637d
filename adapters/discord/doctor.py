"""Whether the bot can do its work on Discord: what is as it should be, and for everything else what to do.

It asks Discord over its API alone: a session would take one of the thousand a day, and hear what the bot is to hear.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence

import discord
from sqlalchemy.exc import SQLAlchemyError

from adapters.common.findings import Finding
from adapters.discord.client import granted_by, logged_in
from adapters.discord.community import key_of
from adapters.discord.permissions import WANTED, lacking_in
from bot.community import Community
from bot.language import Voice
from bot.ports import Purpose

PORTAL = "https://discord.com/developers/applications"

SettingsOf = Callable[[str], Awaitable[Community | None]]


async def examine(token: str, voice: Voice, settings_of: SettingsOf) -> AsyncIterator[Finding]:
    """Everything, as it is found. Raises StartError for a wrong token."""
    async with logged_in(token) as client:
        yield Finding(voice.text("discord.doctor.token", name=str(client.user)), well=True)
        for finding in _intents(client, voice):
            yield finding
        guilds = [guild async for guild in client.fetch_guilds(limit=200)]
        if not guilds:
            yield Finding(voice.text("discord.doctor.no_servers"), well=False)
        for each in guilds:
            guild = await client.fetch_guild(each.id)
            yield Finding(voice.text("discord.doctor.server", name=guild.name))
            try:
                community = await settings_of(key_of(guild.id))
            except (SQLAlchemyError, OSError):
                yield Finding(voice.text("discord.doctor.no_settings"), well=False)
                continue
            async for finding in _channels(client, guild, community, voice):
                yield finding


def _intents(client: discord.Client, voice: Voice) -> Iterator[Finding]:
    application = client.application
    if application is None:
        return
    granted, url = granted_by(application.flags), f"{PORTAL}/{application.id}/bot"
    if granted.message_content:
        yield Finding(voice.text("discord.doctor.content"), well=True)
    else:
        yield Finding(voice.text("discord.doctor.no_content", url=url), well=False)
    if granted.members:
        yield Finding(voice.text("discord.doctor.members"), well=True)
    else:
        yield Finding(voice.text("discord.doctor.no_members", url=url), well=False)


async def _channels(
    client: discord.Client, guild: discord.Guild, community: Community | None, voice: Voice
) -> AsyncIterator[Finding]:
    """The channels in use, each with what the bot is to do there."""
    if community is None or community.settings.staff_room is None:
        yield Finding(voice.text("discord.doctor.not_set_up"), well=False)
    if community is None or client.user is None:
        return
    settings = community.settings
    used = [(channel, Purpose.WATCH) for channel in sorted(settings.watched)]
    if settings.staff_room is not None:
        used.append((settings.staff_room, Purpose.STAFF_ROOM))
    me = await guild.fetch_member(client.user.id)
    there = {str(channel.id): channel for channel in await guild.fetch_channels()}
    for id_, purpose in used:
        channel = there.get(id_)
        if channel is None:
            yield Finding(voice.text("discord.doctor.no_channel", channel=id_), well=False)
        else:
            yield _allowed(channel, me, purpose, voice)
    if settings.removal:
        watched = [there[id_] for id_ in sorted(settings.watched & there.keys())]
        for finding in _removal(watched, me, voice):
            yield finding


def _removal(
    channels: Sequence[discord.abc.GuildChannel], me: discord.Member, voice: Voice
) -> Iterator[Finding]:
    """Advice, and no fault: without it everything else works."""
    shut = [channel for channel in channels if lacking_in(channel, me, Purpose.REMOVAL)]
    if shut:
        names = ", ".join(voice.text(f"permission.{code}") for code in WANTED[Purpose.REMOVAL])
        where = ", ".join(channel.name for channel in shut)
        yield Finding(voice.text("permission.removal"))
        yield Finding(voice.text("permission.grant.discord", channel=where, permissions=names))


def _allowed(
    channel: discord.abc.GuildChannel, me: discord.Member, purpose: Purpose, voice: Voice
) -> Finding:
    missing = lacking_in(channel, me, purpose)
    if not missing:
        return Finding(voice.text("discord.doctor.channel", channel=channel.name), well=True)
    names = ", ".join(voice.text(f"permission.{code}") for code in missing)
    grant = voice.text("permission.grant.discord", channel=channel.name, permissions=names)
    return Finding(grant, well=False)
