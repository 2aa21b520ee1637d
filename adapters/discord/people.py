"""What is remembered of a member, and which role they have by the settings of now."""

from dataclasses import dataclass

import discord

from bot.community import CommunitySettings
from bot.vocabulary.people import Member, Role


@dataclass(frozen=True, slots=True)
class Known:
    """A member with their groups; `manages` if the guild's own rights make them a manager."""

    id: str
    name: str
    groups: frozenset[str]
    manages: bool
    bot: bool


def remembered(member: discord.Member) -> Known:
    rights = member.guild_permissions
    # The owner has every right.
    manages = rights.administrator or rights.manage_guild
    groups = frozenset(str(role.id) for role in member.roles)
    return Known(str(member.id), member.display_name, groups, manages, member.bot)


def member_of(known: Known, settings: CommunitySettings) -> Member:
    return Member(known.id, known.name, _role(known, settings), bot=known.bot)


def _role(known: Known, settings: CommunitySettings) -> Role:
    """The highest: whoever may manage the guild manages here; else whoever is listed, alone or by a group."""
    who = known.groups | {known.id}
    if known.manages or who & settings.managers:
        return Role.MANAGER
    if who & settings.moderators:
        return Role.MODERATOR
    return Role.SPECIALIST if who & settings.specialists else Role.MEMBER
