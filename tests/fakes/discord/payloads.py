"""The world as Discord's JSON, by object: user, member, role, channel, thread, message, guild."""

from datetime import datetime

from tests.fakes.discord.model import (
    Attachment,
    Channel,
    ChannelType,
    Guild,
    Json,
    Member,
    Message,
    Role,
    User,
    moment,
)

TEXTUAL = (ChannelType.TEXT, ChannelType.ANNOUNCEMENT, ChannelType.FORUM)


def iso(at: datetime | None) -> str | None:
    """A moment as Discord writes it."""
    return at.isoformat() if at else None


def user(one: User) -> Json:
    """A user object."""
    return {
        "id": str(one.id),
        "username": one.name,
        "discriminator": "0" if not one.bot else "0001",
        "global_name": one.display,
        "avatar": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
        "public_flags": 0,
        "flags": 0,
        "bot": one.bot,
        "banner": None,
        "accent_color": None,
    }


def member(one: Member, *, with_user: bool = True) -> Json:
    """A guild member object; inside a message it comes without its user."""
    told: Json = {
        "roles": [str(role) for role in sorted(one.roles)],
        "nick": one.nick,
        "avatar": None,
        "banner": None,
        "joined_at": iso(one.joined_at),
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }
    return told | {"user": user(one.user)} if with_user else told


def role(one: Role) -> Json:
    """A role object."""
    colors = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    return {
        "id": str(one.id),
        "name": one.name,
        "description": None,
        "permissions": str(int(one.permissions)),
        "position": one.position,
        "color": 0,
        "colors": colors,
        "hoist": False,
        "managed": one.managed,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(one: Channel) -> Json:
    """A channel object of whatever kind: guild channel, thread or DM."""
    if one.is_thread:
        return thread(one)
    told: Json = {
        "id": str(one.id),
        "type": int(one.type),
        "last_message_id": str(one.last_message_id) if one.last_message_id else None,
        "flags": 0,
    }
    if one.recipient is not None:
        return told | {"recipients": [user(one.recipient)]}
    assert one.guild is not None
    told |= {
        "guild_id": str(one.guild.id),
        "name": one.name,
        "position": one.position,
        "parent_id": str(one.parent.id) if one.parent else None,
        "nsfw": False,
        "permission_overwrites": [
            {
                "id": str(key),
                "type": int(overwrite.of_member),
                "allow": str(int(overwrite.allow)),
                "deny": str(int(overwrite.deny)),
            }
            for key, overwrite in one.overwrites.items()
        ],
        "rate_limit_per_user": 0,
    }
    if one.type in TEXTUAL:
        told |= {"topic": one.topic}
    if one.type is ChannelType.FORUM:
        told |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
        told |= {"default_forum_layout": 0, "default_thread_rate_limit_per_user": 0}
    if one.type in (ChannelType.VOICE, ChannelType.STAGE):
        told |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
    return told


def thread(one: Channel, viewer: int | None = None) -> Json:
    """A thread; with `viewer` in it, their thread member comes along, as Discord does for the bot."""
    assert one.guild is not None
    assert one.parent is not None
    state: Json = {
        "archived": one.archived,
        "archive_timestamp": iso(one.archived_at),
        "auto_archive_duration": one.archive_minutes,
        "locked": one.locked,
        "create_timestamp": iso(moment(one.id)),
    }
    if one.is_private_thread:
        state["invitable"] = one.invitable
    told: Json = {
        "id": str(one.id),
        "type": int(one.type),
        "guild_id": str(one.guild.id),
        "parent_id": str(one.parent.id),
        "owner_id": str(one.owner_id),
        "name": one.name,
        "last_message_id": str(one.last_message_id) if one.last_message_id else None,
        "message_count": one.message_count,
        "total_message_sent": one.message_count,
        "member_count": min(len(one.members), 50),
        "rate_limit_per_user": 0,
        "flags": 0,
        "thread_metadata": state,
    }
    if viewer in one.members:
        told["member"] = thread_member(one, viewer)
    return told


def thread_member(one: Channel, user_id: int) -> Json:
    """Somebody's place in a thread."""
    joined = one.members[user_id]
    return {"id": str(one.id), "user_id": str(user_id), "join_timestamp": iso(joined), "flags": 1}


def attachment(one: Attachment, base: str, channel_id: int) -> Json:
    """A file on a message."""
    url = f"{base}/attachments/{channel_id}/{one.id}/{one.filename}"
    told: Json = {
        "id": str(one.id),
        "filename": one.filename,
        "size": len(one.content),
        "url": url,
        "proxy_url": url,
        "content_type": one.content_type,
    }
    return told | {"description": one.description} if one.description else told


def message(one: Message, base: str, *, replied: bool = True) -> Json:
    """A message as REST tells it: without guild and member, and without its nonce."""
    told: Json = {
        "id": str(one.id),
        "channel_id": str(one.channel.id),
        "author": user(one.author),
        "content": one.content,
        "type": one.type,
        "timestamp": iso(one.sent_at),
        "edited_timestamp": iso(one.edited_at),
        "tts": False,
        "mention_everyone": one.mention_everyone,
        "mentions": [user(each) for each in one.mentions],
        "mention_roles": [str(each) for each in one.mention_roles],
        "attachments": [attachment(each, base, one.channel.id) for each in one.attachments],
        "embeds": one.embeds,
        "components": one.components,
        "pinned": one.pinned,
        "flags": one.flags,
    }
    if one.reference is not None:
        told["message_reference"] = one.reference
    if one.replied_to is not None and replied:
        gone = one.replied_to.deleted
        told["referenced_message"] = None if gone else message(one.replied_to, base, replied=False)
    if one.snapshots:
        told["message_snapshots"] = one.snapshots
    if one.webhook_id is not None:
        told |= {"webhook_id": str(one.webhook_id), "application_id": str(one.webhook_id)}
    if one.interaction is not None:
        told["interaction_metadata"] = one.interaction
    if one.thread is not None:
        told["thread"] = thread(one.thread)
    if one.reactions:
        told["reactions"] = [reaction(emoji, who, one.author.id) for emoji, who in one.reactions.items()]
    return told


def reaction(emoji: str, who: set[int], me: int) -> Json:
    """One emoji under a message and how many gave it."""
    return {
        "emoji": {"id": None, "name": emoji},
        "count": len(who),
        "count_details": {"burst": 0, "normal": len(who)},
        "burst_colors": [],
        "me": me in who,
        "me_burst": False,
    }


def guild(one: Guild) -> Json:
    """A guild object as REST tells it: roles, no channels or members."""
    return {
        "id": str(one.id),
        "name": one.name,
        "owner_id": str(one.owner_id),
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "home_header": None,
        "banner": None,
        "description": None,
        "vanity_url_code": None,
        "application_id": None,
        "preferred_locale": one.locale,
        "system_channel_id": str(one.system_channel.id) if one.system_channel else None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "widget_enabled": False,
        "widget_channel_id": None,
        "region": "deprecated",
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw": False,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "max_members": 500000,
        "max_presences": None,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "features": ["COMMUNITY"],
        "emojis": [],
        "stickers": [],
        "roles": [role(each) for each in one.roles.values()],
    }
