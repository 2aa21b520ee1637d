"""The link by which somebody adds the bot to their server, with the least permissions that it needs."""

from collections.abc import Iterator

import discord

from adapters.discord.client import logged_in
from adapters.discord.permissions import NEEDED
from bot.language import Voice

SCOPES = ("bot", "applications.commands")


def permissions() -> discord.Permissions:
    """What it needs somewhere: channel by channel it may be less."""
    return discord.Permissions(**dict.fromkeys(_codes(), True))


def link(application: int) -> str:
    return discord.utils.oauth_url(application, permissions=permissions(), scopes=SCOPES)


async def invitation(token: str, voice: Voice) -> list[str]:
    """The lines to be printed. Raises StartError for a wrong token."""
    async with logged_in(token) as client:
        name, application = str(client.user), client.application_id or 0
    return [
        voice.text("discord.invite", name=name),
        "",
        link(application),
        "",
        voice.text("discord.invite.permissions"),
        *(f"  - {voice.text(f'permission.{code}')}" for code in _codes()),
    ]


def _codes() -> Iterator[str]:
    yield from dict.fromkeys(code for needed in NEEDED.values() for code in needed)
