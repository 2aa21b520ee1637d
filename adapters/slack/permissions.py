"""What the bot needs in a channel, in scopes of Slack. A scope's code is its name with underscores: `chat_write`."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.ports import Purpose

NOT_MEMBER = "not_member"
"""The bot must be in a channel to read and write there."""

EVERYWHERE = ("chat:write", "files:read", "files:write", "users:read")
"""Files are carried between members and staff, and what is too long for a message is attached to it."""

IN_PUBLIC, IN_PRIVATE = ("channels:read", "channels:history"), ("groups:read", "groups:history")
DOORS = ("im:write", "im:history", "groups:write")
"""The app's direct message, and the private channel that is the door after it."""

NEEDED: Mapping[Purpose, Sequence[str]] = {
    Purpose.WATCH: (*EVERYWHERE, "reactions:write", "pins:write", *DOORS),
    Purpose.STAFF_ROOM: EVERYWHERE,
}
SCOPES = tuple(dict.fromkeys((*NEEDED[Purpose.WATCH], *IN_PUBLIC, *IN_PRIVATE)))
"""All that can be lacking."""


def code_of(scope: str) -> str:
    """As `permission.<code>` has it."""
    return scope.replace(":", "_").replace(".", "_")


def lacking_in(channel: Mapping[str, Any], granted: Collection[str], purpose: Purpose) -> tuple[str, ...]:
    """The codes of what is missing there; `channel` as Slack describes it. Nothing is known of no scopes at all."""
    reading = IN_PRIVATE if channel.get("is_private") else IN_PUBLIC
    absent = [scope for scope in (*reading, *NEEDED[purpose]) if granted and scope not in granted]
    member = () if channel.get("is_member") else (NOT_MEMBER,)
    return (*member, *map(code_of, absent))
