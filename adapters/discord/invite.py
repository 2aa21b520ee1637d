"""The link by which somebody adds the bot to their server, with the least permissions that it needs.

What it takes to remove messages of others is asked for only where that is wanted.
"""

from collections.abc import Iterator

import discord

from adapters.discord.client import logged_in
from adapters.discord.permissions import NEEDED, WANTED
from bot.language import Voice

SCOPES = ("bot", "applications.commands")


def permissions(*, with_removal: bool = False) -> discord.Permissions:
    """What it needs somewhere: channel by channel it may be less."""
    return discord.Permissions(**dict.fromkeys(_codes(with_removal=with_removal), True))


def link(application: int, *, with_removal: bool = False) -> str:
    asked = permissions(with_removal=with_removal)
    return discord.utils.oauth_url(application, permissions=asked, scopes=SCOPES)


async def invitation(token: str, voice: Voice, *, with_removal: bool = False) -> list[str]:
    """The lines to be printed. Raises StartError for a wrong token."""
    async with logged_in(token) as client:
        name, application = str(client.user), client.application_id or 0
    return [
        voice.text("discord.invite", name=name),
        "",
        link(application, with_removal=with_removal),
        "",
        voice.text("discord.invite.permissions"),
        *(f"  - {voice.text(f'permission.{code}')}" for code in _codes(with_removal=with_removal)),
    ]


def _codes(*, with_removal: bool) -> Iterator[str]:
    asked = {**NEEDED, **WANTED} if with_removal else NEEDED
    yield from dict.fromkeys(code for needed in asked.values() for code in needed)
