"""Which scopes a bot token needs for what, as Slack's reference tells them: any one of a method's will do."""

from tests.fakes.slack.model import Channel
from tests.fakes.slack.problems import Refused

ByKind = dict[str, tuple[str, ...]]

OF_METHOD: ByKind = {
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "chat.delete": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "bots.info": ("users:read",),
    "usergroups.list": ("usergroups:read",),
    "usergroups.users.list": ("usergroups:read",),
    "reactions.add": ("reactions:write",),
    "reactions.remove": ("reactions:write",),
    "pins.add": ("pins:write",),
    "pins.remove": ("pins:write",),
    "files.getUploadURLExternal": ("files:write",),
    "files.completeUploadExternal": ("files:write",),
    "files.delete": ("files:write",),
    "files.info": ("files:read",),
    "team.info": ("team:read",),
    "conversations.open": ("im:write", "mpim:write"),
    "conversations.join": ("channels:join",),
}
# Of conversations: what a method needs depends on what kind of conversation it is about.
READ: ByKind = {"channel": ("channels:read",), "group": ("groups:read",), "im": ("im:read",)}
HISTORY: ByKind = {"channel": ("channels:history",), "group": ("groups:history",), "im": ("im:history",)}
MANAGE: ByKind = {"channel": ("channels:manage",), "group": ("groups:write",), "im": ("im:write",)}
INVITE: ByKind = {
    "channel": ("channels:manage", "channels:write.invites"),
    "group": ("groups:write", "groups:write.invites"),
    "im": ("im:write",),
}
TOPIC: ByKind = {
    "channel": ("channels:manage", "channels:write.topic"),
    "group": ("groups:write", "groups:write.topic"),
    "im": ("im:write", "im:write.topic"),
}
OF_CONVERSATION: dict[str, ByKind] = {
    **dict.fromkeys(("conversations.info", "conversations.members"), READ),
    **dict.fromkeys(("conversations.history", "conversations.replies"), HISTORY),
    **dict.fromkeys(
        ("conversations.archive", "conversations.kick", "conversations.leave", "conversations.rename"), MANAGE
    ),
    "conversations.invite": INVITE,
    "conversations.setTopic": TOPIC,
}
# What an event needs; those that are not here need nothing, and message events need what reading history does.
OF_EVENT: ByKind = {
    "app_mention": ("app_mentions:read",),
    "channel_archive": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "channel_rename": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_left": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "group_rename": ("groups:read",),
    "group_left": ("groups:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "pin_added": ("pins:read",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_join": ("users:read",),
    "user_change": ("users:read",),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
}
TOLD: tuple[ByKind, ...] = (OF_METHOD, OF_EVENT, READ, HISTORY, MANAGE, INVITE, TOPIC)
EVERY = frozenset(scope for told in TOLD for scopes in told.values() for scope in scopes) | {
    "commands",
    "im:write",
    "chat:write.public",
    "users:read.email",
    "files:read",
}


def of(method: str, channel: Channel | None) -> tuple[str, ...]:
    """The scopes of which a call needs one; none if it needs none."""
    if (by_type := OF_CONVERSATION.get(method)) is not None:
        return by_type[channel.type] if channel else tuple(s for each in by_type.values() for s in each)
    return OF_METHOD.get(method, ())


def require(granted: frozenset[str], needed: tuple[str, ...]) -> None:
    """Refused missing_scope, with what is needed and what there is, if none of them is granted."""
    if needed and not granted & set(needed):
        told = {"needed": ",".join(needed), "provided": ",".join(sorted(granted))}
        raise Refused("missing_scope", **told)
