"""Slack's messages in the words of the core. What is given here is the `event` of an envelope, as JSON."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.slack import address
from adapters.slack.address import threaded
from adapters.slack.files import files_of
from bot.vocabulary.events import MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.vocabulary.places import MessageRef

Payload = Mapping[str, Any]

WORDS = frozenset({None, "file_share", "thread_broadcast", "me_message"})
"""The subtypes of messages that people write; all others are Slack's own notices, or programs."""

SLACKBOT = "USLACKBOT"
TOMBSTONE = "tombstone"
"""What stands in the place of a deleted message that has answers."""


def by_a_person(message: Payload) -> bool:
    """Programs and workflows have a bot's id, whatever name they go by."""
    wrote = message.get("user")
    return (
        message.get("subtype") in WORDS
        and isinstance(wrote, str)
        and wrote != SLACKBOT
        and not message.get("bot_id")
    )


def is_direct(event: Payload) -> bool:
    """Whether it stands in the conversation between somebody and the bot."""
    return event.get("channel_type") == "im" or address.is_direct(str(event.get("channel", "")))


def time_of(ts: str) -> datetime:
    """When Slack made this id: seconds and microseconds. Raises ValueError for anything else."""
    seconds, _, fraction = ts.partition(".")
    return datetime.fromtimestamp(int(seconds), UTC) + timedelta(microseconds=int(fraction.ljust(6, "0")[:6]))


def ref(channel: str, message: Payload) -> MessageRef:
    """Where it stands: a thread is a channel of its own, its first message is the channel's."""
    ts, thread = str(message["ts"]), message.get("thread_ts")
    return MessageRef(threaded(channel, str(thread)) if thread and thread != ts else channel, ts)


def posted(community: str, event: Payload, text: str) -> MessagePosted:
    channel, ts = str(event["channel"]), str(event["ts"])
    here = ref(channel, event)
    within = channel if here.channel != channel else None
    root = MessageRef(channel, str(event["thread_ts"])) if within else None
    direct = is_direct(event)
    files = files_of(event, here)
    return MessagePosted(community, here, str(event["user"]), text, time_of(ts), root, direct, within, files)


def edited(community: str, event: Payload, text: str) -> MessageEdited | None:
    """None if nobody changed the words: Slack tells of new previews in the same way."""
    message, channel = event["message"], str(event["channel"])
    revision = (message.get("edited") or {}).get("ts")
    if revision is None:
        return None
    here = ref(channel, message)
    within = channel if here.channel != channel else None
    author, at = str(message["user"]), time_of(str(revision))
    files = files_of(message, here)
    return MessageEdited(community, here, author, text, at, str(revision), is_direct(event), within, files)


def deleted(community: str, event: Payload) -> MessageDeleted | None:
    """None if it was a program's. Of what Slack no longer knows, it tells the time alone."""
    before: Payload = event.get("previous_message") or {}
    if before and not by_a_person(before):
        return None
    ts = str(event.get("deleted_ts") or before.get("ts") or event["message"]["ts"])
    here = ref(str(event["channel"]), {**before, "ts": ts})
    author = before.get("user")
    return MessageDeleted(community, here, time_of(str(event.get("event_ts") or event["ts"])), author)


def is_gone(event: Payload) -> bool:
    """Whether the message was deleted: one with answers becomes a gravestone, and Slack calls that a change."""
    subtype = event.get("subtype")
    return subtype == "message_deleted" or (
        subtype == "message_changed" and event["message"].get("subtype") == TOMBSTONE
    )


def left(community: str, event: Payload) -> MemberLeft | None:
    """None if they are still there: Slack tells of every new picture in the same way."""
    user: Payload = event["user"]
    if not user.get("deleted") or user.get("is_bot"):
        return None
    at = datetime.fromtimestamp(int(user.get("updated") or float(event["event_ts"])), UTC)
    return MemberLeft(community, str(user["id"]), at)
