"""Addresses on Slack as the core knows them: the only place where they are put together and taken apart.

A channel is `C123`, a direct message `D123`, a thread of either `C123/1700000000.000100`: the channel and the `ts` of
the message that the thread hangs on.
"""

import re

PLATFORM = "slack"

_CHANNEL = re.compile(r"[CDG][A-Z0-9]{1,30}")
_TS = re.compile(r"\d{1,12}\.\d{1,9}")
_USER = re.compile(r"[UW][A-Z0-9]{1,30}")


def threaded(channel: str, thread_ts: str | None) -> str:
    """The thread on this message; the channel itself if there is none."""
    return f"{channel}/{thread_ts}" if thread_ts else channel


def split(channel: str) -> tuple[str, str | None]:
    """The channel, and the `ts` of its thread's first message. Raises ValueError for what is no address of Slack."""
    place, slash, thread = channel.partition("/")
    if not _CHANNEL.fullmatch(place) or (slash and not is_ts(thread)):
        raise ValueError(f"not an address of Slack: {channel!r}")
    return place, thread or None


def is_ts(text: str) -> bool:
    """Whether this numbers a message."""
    return text.isascii() and _TS.fullmatch(text) is not None


def is_user(text: str) -> bool:
    return _USER.fullmatch(text) is not None


def is_direct(channel: str) -> bool:
    """Whether this is a direct message, or a thread in one."""
    return channel.startswith("D")


def key_of(team: str) -> str:
    """The community's key."""
    return f"{PLATFORM}:{team}"


def team_of(key: str) -> str:
    """The workspace's id in a community's key. Raises ValueError for another platform's key."""
    platform, _, team = key.partition(":")
    if platform != PLATFORM or not team:
        raise ValueError(f"not a community of Slack: {key!r}")
    return team
