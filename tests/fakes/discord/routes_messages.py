"""Messages over REST: history, sending, editing, deleting, pins and reactions."""

import copy
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.calls import Call, Route
from tests.fakes.discord.forms import COMPONENTS_V2, check_message
from tests.fakes.discord.model import Attachment, Channel, ChannelType, Json, Message, moment, walk
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.problems import Problem, invalid
from tests.fakes.discord.talking import Words

SENDABLE_FLAGS = 1 << 2 | 1 << 12 | COMPONENTS_V2
TALKED_IN = {
    ChannelType.TEXT,
    ChannelType.DM,
    ChannelType.VOICE,
    ChannelType.ANNOUNCEMENT,
    ChannelType.STAGE,
    ChannelType.ANNOUNCEMENT_THREAD,
    ChannelType.PUBLIC_THREAD,
    ChannelType.PRIVATE_THREAD,
}


def tell(call: Call, message: Message) -> Json:
    """A message as this application may read it: without the message content intent, others' words are left out."""
    told = payloads.message(message, call.world.base)
    free = message.author is call.bot or message.channel.guild is None or call.bot in message.mentions
    if call.settings.flags & (1 << 18 | 1 << 19) or free:
        return told
    return told | {"content": "", "embeds": [], "attachments": [], "components": []}


async def history(call: Call) -> Any:
    """Newest first, at most 100; nothing without the right to read history."""
    channel = call.channel
    limit = call.number("limit", 50, 1, 100)
    if not call.world.permissions(call.bot, channel) & Permission.READ_MESSAGE_HISTORY:
        return []
    newest_first = list(reversed(channel.messages.values()))
    query = call.request.query
    if "after" in query:
        found = [each for each in newest_first if each.id > int(query["after"])][-limit:]
    elif "around" in query:
        middle = int(query["around"])
        later = [each for each in newest_first if each.id > middle][-(limit // 2) :]
        found = later + [each for each in newest_first if each.id <= middle][: limit - len(later)]
    else:
        before = int(query.get("before", 1 << 63))
        found = [each for each in newest_first if each.id < before][:limit]
    return [tell(call, each) for each in found]


async def one(call: Call) -> Any:
    """A message by id."""
    call.world.require(call.bot, call.channel, Permission.READ_MESSAGE_HISTORY)
    return tell(call, call.message)


def may_write(call: Call, channel: Channel) -> None:
    """Whether the bot may write there, with Discord's own reasons if not."""
    if channel.type not in TALKED_IN:
        raise Problem(50008)
    if channel.recipient is not None:
        _may_write_to(call, channel)
        return
    call.world.require(
        call.bot,
        channel,
        Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES,
    )
    moderator = call.world.permissions(call.bot, channel) & Permission.MANAGE_THREADS
    if channel.is_thread and channel.locked and not moderator:
        raise Problem(50083 if channel.archived else 160005)


def _may_write_to(call: Call, channel: Channel) -> None:
    assert channel.recipient is not None
    if not call.world.mutual(channel.recipient):
        raise Problem(50278)
    if not channel.recipient.accepts_dms:
        raise Problem(50007)


def words_of(call: Call, channel: Channel) -> Words:
    """The body of a new message, checked."""
    body = call.body
    check_message(body, len(call.files))
    held = call.world.permissions(call.bot, channel)
    if call.files and not held & Permission.ATTACH_FILES:
        raise Problem(50013)
    embeds = [{"type": "rich"} | each for each in body.get("embeds") or []]
    return Words(
        content=str(body.get("content") or ""),
        embeds=embeds if held & Permission.EMBED_LINKS else [],
        components=numbered(body.get("components")),
        attachments=call.uploads(),
        flags=int(body.get("flags") or 0) & SENDABLE_FLAGS,
        allowed=body.get("allowed_mentions"),
        nonce=str(body["nonce"]) if body.get("nonce") is not None else None,
    )


def numbered(sent: list[Json] | None) -> list[Json]:
    """Components as Discord keeps them: those without a number get one."""
    components = copy.deepcopy(sent or [])
    everything = walk(components)
    taken = {each["id"] for each in everything if each.get("id")}
    free = (number for number in range(1, 1000) if number not in taken)
    for each in everything:
        if not each.get("id"):
            each["id"] = next(free)
    return components


async def send(call: Call) -> Any:
    """A new message, or the earlier one if its nonce was used a moment ago."""
    channel = call.channel
    may_write(call, channel)
    words = words_of(call, channel)
    earlier = call.world.nonces.get((call.bot.id, words.nonce or ""))
    if call.body.get("enforce_nonce") and earlier is not None and _lately(call, earlier):
        return payloads.message(earlier, call.world.base) | {"nonce": earlier.nonce}
    reference = call.body.get("message_reference")
    made = call.world.say(channel, call.bot, _with_reference(call, channel, words, reference))
    told = payloads.message(made, call.world.base)
    return told | {"nonce": made.nonce} if made.nonce is not None else told


def _lately(call: Call, message: Message) -> bool:
    return datetime.now(UTC) - moment(message.id) < timedelta(seconds=call.settings.seconds_of_nonce)


def _with_reference(call: Call, channel: Channel, words: Words, reference: Json | None) -> Words:
    if not reference:
        return words
    if not call.world.permissions(call.bot, channel) & Permission.READ_MESSAGE_HISTORY:
        raise Problem(160002)
    target = channel.messages.get(int(reference["message_id"]))
    if target is None and reference.get("fail_if_not_exists", True):
        raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
    fields = {name: getattr(words, name) for name in Words.__slots__}
    return Words(**(fields | {"reply_to": target}))


async def edit(call: Call) -> Any:
    """Change a message of one's own."""
    message, channel = call.message, call.channel
    if message.author is not call.bot:
        raise Problem(50005)
    if channel.is_thread and channel.archived:
        raise Problem(50083)
    check_message(call.body, len(call.files), flags=message.flags, editing=True)
    _check_old_edits(call, message)
    call.world.edit(message, changes_of(call, message))
    return tell(call, message)


def changes_of(call: Call, message: Message) -> Json:
    """What an edit changes: only what its body names, and the files that came with it."""
    changes = dict(call.body)
    if "components" in changes:
        changes["components"] = numbered(changes["components"])
    if "embeds" in changes:
        changes["embeds"] = [{"type": "rich"} | each for each in changes["embeds"] or []]
    kept: list[Attachment] = message.attachments
    if "attachments" in changes:
        stay = {int(each["id"]) for each in changes["attachments"] or []}
        kept = [each for each in message.attachments if each.id in stay]
    changes["attachments"] = kept + call.uploads()
    if "flags" in changes:
        changes["flags"] = message.flags | int(changes["flags"] or 0) & SENDABLE_FLAGS
    if not (
        changes.get("content", message.content)
        or changes.get("embeds", message.embeds)
        or changes["attachments"]
    ) and not changes.get("components", message.components):
        raise Problem(50006)
    return changes


def _check_old_edits(call: Call, message: Message) -> None:
    """Messages older than an hour may be edited a few times an hour in a channel, and then no more."""
    if datetime.now(UTC) - message.sent_at < timedelta(hours=1):
        return
    edited = [
        each
        for each in message.channel.messages.values()
        if each.edited_at and each.edited_at - each.sent_at > timedelta(hours=1) and each.author is call.bot
    ]
    if len(edited) >= call.settings.old_edits:
        wait = call.settings.old_edit_retry_after
        raise Problem(30046, {"retry_after": wait, "global": False})


async def delete(call: Call) -> Any:
    """One's own message, or with MANAGE_MESSAGES anybody's."""
    message, channel = call.message, call.channel
    if message.author is not call.bot:
        if channel.guild is None:
            raise Problem(50003)
        call.world.require(call.bot, channel, Permission.MANAGE_MESSAGES)
    if channel.is_thread and channel.archived:
        raise Problem(50083)
    call.world.delete(message)


async def bulk_delete(call: Call) -> Any:
    """2 to 100 messages at once."""
    call.world.require(call.bot, call.channel, Permission.MANAGE_MESSAGES)
    ids = [int(each) for each in call.body.get("messages") or []]
    if not 2 <= len(ids) <= 100:
        raise Problem(50016)
    there = [call.channel.messages[each] for each in ids if each in call.channel.messages]
    if there:
        call.world.delete(*there)


def _may_pin(call: Call) -> Message:
    message, channel = call.message, call.channel
    held = call.world.permissions(call.bot, channel)
    if channel.guild is not None and not held & (Permission.PIN_MESSAGES | Permission.MANAGE_MESSAGES):
        raise Problem(50013)
    if channel.is_thread and channel.archived:
        raise Problem(50083)
    return message


async def pin(call: Call) -> Any:
    """Pin a message; 50 fit in a channel."""
    message = _may_pin(call)
    if len(message.channel.pins) >= 50 and not message.pinned:
        raise Problem(30003)
    call.world.pin(message, call.bot)


async def unpin(call: Call) -> Any:
    """Take a pin away."""
    call.world.pin(_may_pin(call), call.bot, pinned=False)


async def pins(call: Call) -> Any:
    """The pinned messages, newest pin first."""
    channel = call.channel
    pinned = [channel.messages[each] for each in reversed(channel.pins) if each in channel.messages]
    items = [{"pinned_at": payloads.iso(each.sent_at), "message": tell(call, each)} for each in pinned]
    return {"items": items, "has_more": False}


def _emoji(call: Call) -> str:
    emoji = call.request.params["emoji_name"]
    if emoji.isascii() and not re.fullmatch(r"\w{2,32}:\d+", emoji):
        raise Problem(10014)
    return emoji


async def react(call: Call) -> Any:
    """Give a reaction."""
    call.world.require(call.bot, call.channel, Permission.READ_MESSAGE_HISTORY)
    emoji = _emoji(call)
    if emoji not in call.message.reactions:
        call.world.require(call.bot, call.channel, Permission.ADD_REACTIONS)
    if call.channel.is_thread and call.channel.archived:
        raise Problem(50083)
    call.world.react(call.message, call.bot, emoji)


async def unreact(call: Call) -> Any:
    """Take one's reaction back."""
    call.world.react(call.message, call.bot, _emoji(call), gone=True)


async def typing(call: Call) -> Any:
    """Show that something is being written."""
    may_write(call, call.channel)


MESSAGES = "/channels/{channel_id}/messages"
ROUTES: tuple[Route, ...] = (
    ("GET", f"{MESSAGES}/pins", pins),
    ("PUT", f"{MESSAGES}/pins/{{message_id}}", pin),
    ("DELETE", f"{MESSAGES}/pins/{{message_id}}", unpin),
    ("PUT", "/channels/{channel_id}/pins/{message_id}", pin),
    ("DELETE", "/channels/{channel_id}/pins/{message_id}", unpin),
    ("POST", f"{MESSAGES}/bulk-delete", bulk_delete),
    ("GET", MESSAGES, history),
    ("POST", MESSAGES, send),
    ("GET", f"{MESSAGES}/{{message_id}}", one),
    ("PATCH", f"{MESSAGES}/{{message_id}}", edit),
    ("DELETE", f"{MESSAGES}/{{message_id}}", delete),
    ("PUT", f"{MESSAGES}/{{message_id}}/reactions/{{emoji_name}}/@me", react),
    ("DELETE", f"{MESSAGES}/{{message_id}}/reactions/{{emoji_name}}/@me", unreact),
    ("POST", "/channels/{channel_id}/typing", typing),
)
