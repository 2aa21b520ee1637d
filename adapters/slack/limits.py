"""What Slack takes from a bot. Sources: its reference ("Block Kit", "chat.postMessage", "Rate limits"), platforms.md.

Lengths are counted in UTF-16 units: Slack doesn't say how it counts, and no other count is longer.
"""

from collections.abc import Mapping

TEXT = 3000
"""Of the text beside the blocks, which notifications show."""

SIZE = 12_500
"""Of all the blocks of a message as JSON; a little over 13,000 was refused."""

WORDS = 9000
"""Of people's words and ours among them, as JSON: the longest help fits, whose every line is several pieces."""

BLOCKS = 50
HEADING = 150
BUTTON_LABEL = 75
BUTTONS_IN_A_ROW = 5
ROWS = 5
BUTTONS = ROWS * BUTTONS_IN_A_ROW
URL = 3000
FILES = 10
CHANNEL_NAME = 80
INVITED = 100
"""People that one call lets into a channel."""

PAGE, LARGE_PAGE = 200, 900
"""Entries that are asked for at once: as Slack advises, and what it still takes, where a list may be long."""

MESSAGES_A_SECOND, MESSAGES_AT_ONCE = 1.0, 3
"""In one channel, its threads among it."""

_TIER_2, _TIER_3, _TIER_4 = 20.0, 50.0, 100.0

A_MINUTE: Mapping[str, float] = {
    "chat.update": _TIER_3,
    "chat.delete": _TIER_3,
    "chat.postEphemeral": _TIER_4,
    "conversations.open": _TIER_3,
    "conversations.create": _TIER_2,
    "conversations.invite": _TIER_3,
    "conversations.archive": _TIER_2,
    "conversations.info": _TIER_3,
    "conversations.list": _TIER_2,
    "conversations.members": _TIER_4,
    "conversations.history": _TIER_3,
    "conversations.replies": _TIER_3,
    "users.info": _TIER_4,
    "users.list": _TIER_2,
    "users.conversations": _TIER_3,
    "usergroups.list": _TIER_2,
    "reactions.add": _TIER_3,
    "pins.add": _TIER_2,
    "views.open": _TIER_4,
    "views.update": _TIER_4,
    "views.push": _TIER_4,
    "views.publish": _TIER_4,
    "files.getUploadURLExternal": _TIER_4,
    "files.completeUploadExternal": _TIER_4,
    "files.info": _TIER_4,
    "files.delete": _TIER_3,
}
"""Calls of a method in a minute, for the whole workspace."""

AT_ONCE = 0.5
"""The share of a minute's calls that may go at once after a pause: Slack's tiers allow for bursts."""


def units(text: str) -> int:
    """The length as Slack may count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
