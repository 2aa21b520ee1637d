"""The JSON that Slack tells about its records."""

from typing import Any
from urllib.parse import quote

from tests.fakes.slack.model import Channel, File, Json, Message, User, Usergroup, View


def user(who: User, *, home: str, locale: bool = False) -> Json:
    """As users.info tells somebody; of another team's people (`home` is ours) less is told."""
    profile = {
        "real_name": who.real_name or who.name,
        "display_name": who.display_name,
        "real_name_normalized": who.real_name or who.name,
        "display_name_normalized": who.display_name,
        "team": who.team,
        "status_text": "",
        "status_emoji": "",
        "avatar_hash": "g0",
        "image_48": "https://a.slack-edge.com/48.png",
    }
    told: Json = {
        "id": who.id,
        "team_id": who.team,
        "name": who.name,
        "deleted": who.deleted,
        "profile": profile,
    }
    told |= {"is_bot": who.is_bot, "is_app_user": False, "updated": 1700000000}
    if who.deleted:
        return told
    told |= {"color": "9f69e7", "real_name": who.real_name or who.name}
    told |= {"tz": who.tz, "tz_label": "Eastern European Time", "tz_offset": who.tz_offset}
    if who.team != home:
        return told | {"is_stranger": True}
    told |= {
        "is_admin": who.is_admin or who.is_owner,
        "is_owner": who.is_owner,
        "is_primary_owner": False,
        "is_restricted": who.is_guest,
        "is_ultra_restricted": False,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }
    return told | ({"locale": who.locale} if locale else {})


def channel(place: Channel, *, bot: User, num_members: bool = True) -> Json:
    """As conversations.info tells a conversation to the bot."""
    if place.is_im:
        assert place.user is not None
        return {
            "id": place.id,
            "created": place.created,
            "is_im": True,
            "is_channel": False,
            "is_group": False,
            "is_mpim": False,
            "is_private": True,
            "is_archived": False,
            "is_org_shared": False,
            "user": place.user.id,
            "is_user_deleted": place.user.deleted,
            "is_open": place.open,
            "priority": 0,
        }
    told: Json = {
        "id": place.id,
        "name": place.name,
        "name_normalized": place.name,
        # Private channels made today are both.
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": place.is_private,
        "created": place.created,
        "creator": place.creator,
        "is_archived": place.archived,
        "is_general": place.name == "general",
        "unlinked": 0,
        "is_shared": place.shared,
        "is_ext_shared": place.shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "is_member": bot.id in place.members,
        "topic": {"value": place.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }
    return told | ({"num_members": len(place.members)} if num_members else {})


def file(each: File) -> Json:
    """A file as messages and answers tell it; of a deleted one only that there was one."""
    if each.deleted:
        return {"id": each.id, "mode": "tombstone"}
    return {
        "id": each.id,
        "name": each.name,
        "title": each.title or each.name,
        "mimetype": each.mimetype,
        "filetype": each.name.rpartition(".")[2],
        "user": each.user,
        "size": len(each.content),
        "mode": "external" if each.external else "hosted",
        "is_external": each.external,
        "is_public": False,
        "channels": list(each.channels),
        "url_private": f"{each.home}/files-pri/{each.id}/{quote(each.name)}",
    }


def message(each: Message, *, home: str, bot: User, metadata: bool = True) -> Json:
    """A message as history and events tell it, without its channel."""
    told: Json = {"type": "message", "ts": each.ts, "text": each.text, "team": each.author.team}
    if each.subtype:
        told["subtype"] = each.subtype
    if each.subtype == "bot_message":
        told |= {"bot_id": each.bot_id, "username": each.username or each.author.name}
        del told["team"]
    else:
        told["user"] = each.author.id
    if each.bot_id and each.subtype != "bot_message":
        told |= {"bot_id": each.bot_id, "app_id": each.app_id}
        told["bot_profile"] = bot_profile(each)
    if each.thread_ts is not None:
        told["thread_ts"] = each.thread_ts
        if each.is_reply:
            told["parent_user_id"] = each.channel.messages[each.thread_ts].author.id
    elif each.replies:
        told["thread_ts"] = each.ts
    if each.replies:
        told |= thread(each)
    if each.blocks:
        told["blocks"] = each.blocks
    told |= _trimmings(each, metadata=metadata)
    if each.author.team != home:
        told |= {"user_team": each.author.team, "source_team": each.author.team}
    return told | each.extra


def _trimmings(each: Message, *, metadata: bool) -> Json:
    told: Json = {}
    if each.attachments:
        told["attachments"] = each.attachments
    if each.files:
        told |= {"files": [file(one) for one in each.files], "upload": False}
    if each.edited:
        told["edited"] = each.edited
    if each.metadata and metadata:
        told["metadata"] = each.metadata
    if each.reactions:
        told["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in each.reactions.items()
        ]
    if each.pinned:
        told["pinned_to"] = [each.channel.id]
    return told


def thread(root: Message) -> Json:
    """What the first message of a thread tells of it."""
    replies = [root.channel.messages[ts] for ts in root.replies]
    users = list(dict.fromkeys(each.author.id for each in replies))
    return {
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "latest_reply": root.replies[-1],
        "reply_users": users[:5],
        "is_locked": False,
        "subscribed": False,
    }


def bot_profile(each: Message) -> Json:
    """What messages of apps tell of them."""
    return {
        "id": each.bot_id,
        "app_id": each.app_id,
        "name": each.author.name,
        "deleted": False,
        "updated": 1700000000,
        "team_id": each.author.team,
    }


def usergroup(each: Usergroup, *, team: str, users: bool) -> Json:
    """As usergroups.list tells a group."""
    told: Json = {
        "id": each.id,
        "team_id": team,
        "is_usergroup": True,
        "name": each.name,
        "handle": each.handle,
        "description": "",
        "is_external": False,
        "date_delete": 1 if each.disabled else 0,
        "user_count": len(each.users),
        "prefs": {"channels": [], "groups": []},
    }
    return told | ({"users": list(each.users)} if users else {})


def view(each: View, *, team: str, app_id: str, bot_id: str) -> Json:
    """A view as answers and interactions tell it."""
    empty: Any = None
    return {
        "id": each.id,
        "team_id": team,
        "type": each.type,
        "callback_id": each.payload.get("callback_id", ""),
        "private_metadata": each.payload.get("private_metadata", ""),
        "title": each.payload.get("title"),
        "submit": each.payload.get("submit"),
        "close": each.payload.get("close"),
        "blocks": each.blocks,
        "state": {"values": each.values},
        "hash": each.hash,
        "root_view_id": each.root or each.id,
        "previous_view_id": each.previous or empty,
        "external_id": each.external_id,
        "clear_on_close": bool(each.payload.get("clear_on_close")),
        "notify_on_close": bool(each.payload.get("notify_on_close")),
        "submit_disabled": False,
        "app_id": app_id,
        "app_installed_team_id": team,
        "bot_id": bot_id,
    }
