"""Channels and threads over REST."""

from datetime import datetime
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.calls import Call, Created, Route
from tests.fakes.discord.forms import check_message
from tests.fakes.discord.model import Channel, ChannelType, Json
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.problems import Problem, invalid, wrong_length
from tests.fakes.discord.routes_messages import words_of

ACTIVE_AT_MOST = 1000
ARCHIVE_MINUTES = (60, 1440, 4320, 10080)


def _name(call: Call) -> str:
    name = str(call.body.get("name") or "").strip()
    if not 1 <= len(name) <= 100:
        raise wrong_length("name", 1, 100)
    minutes = call.body.get("auto_archive_duration")
    if minutes is not None and minutes not in ARCHIVE_MINUTES:
        sentence = f"Value must be one of {set(ARCHIVE_MINUTES)}."
        raise invalid("auto_archive_duration", "BASE_TYPE_CHOICES", sentence)
    return name


def _room(call: Call, channel: Channel) -> None:
    assert channel.guild is not None
    if sum(not each.archived for each in channel.guild.threads.values()) >= ACTIVE_AT_MOST:
        raise Problem(160006)


async def create(call: Call) -> Any:
    """A thread without a message to start from; in a forum, a post with its first message."""
    channel, body = call.channel, call.body
    if channel.type is ChannelType.FORUM:
        return await _post(call)
    if channel.type not in (ChannelType.TEXT, ChannelType.ANNOUNCEMENT):
        raise Problem(50024)
    kind = ChannelType(int(body.get("type", ChannelType.PRIVATE_THREAD)))
    private = kind is ChannelType.PRIVATE_THREAD
    if private and channel.type is not ChannelType.TEXT:
        raise Problem(50024)
    wanted = Permission.CREATE_PRIVATE_THREADS if private else Permission.CREATE_PUBLIC_THREADS
    call.world.require(call.bot, channel, wanted)
    name = _name(call)
    _room(call, channel)
    made = call.world.open_thread(
        channel,
        name,
        call.bot,
        kind,
        invitable=bool(body.get("invitable", True)),
        archive_minutes=body.get("auto_archive_duration") or 4320,
    )
    return Created(payloads.thread(made, call.bot.id))


async def _post(call: Call) -> Any:
    channel = call.channel
    call.world.require(call.bot, channel, Permission.SEND_MESSAGES)
    name = _name(call)
    body = call.body.get("message") or {}
    check_message(body, len(call.files))
    call.request.json, whole = body, call.request.json
    words = words_of(call, channel)
    call.request.json = whole
    made = call.world.open_thread(channel, name, call.bot)
    first = call.world.say(made, call.bot, words)
    return Created(payloads.thread(made, call.bot.id) | {"message": payloads.message(first, call.world.base)})


async def create_at(call: Call) -> Any:
    """A public thread that starts from a message."""
    channel, message = call.channel, call.message
    if channel.type not in (ChannelType.TEXT, ChannelType.ANNOUNCEMENT):
        raise Problem(50024)
    call.world.require(call.bot, channel, Permission.CREATE_PUBLIC_THREADS, Permission.READ_MESSAGE_HISTORY)
    name = _name(call)
    _room(call, channel)
    announcement = channel.type is ChannelType.ANNOUNCEMENT
    kind = ChannelType.ANNOUNCEMENT_THREAD if announcement else ChannelType.PUBLIC_THREAD
    minutes = call.body.get("auto_archive_duration") or 4320
    made = call.world.open_thread(channel, name, call.bot, kind, start=message, archive_minutes=minutes)
    return Created(payloads.thread(made, call.bot.id))


async def get(call: Call) -> Any:
    """A channel, thread or DM."""
    channel = call.channel
    return payloads.thread(channel, call.bot.id) if channel.is_thread else payloads.channel(channel)


async def change(call: Call) -> Any:
    """A thread's state or name, or a channel's name and topic."""
    channel, body = call.channel, call.body
    if not channel.is_thread:
        call.world.require(call.bot, channel, Permission.MANAGE_CHANNELS)
        channel.topic = body.get("topic", channel.topic)
        call.world.renames(channel, body.get("name", channel.name))
        return payloads.channel(channel)
    changes: Json = {key: body[key] for key in ("name", "archived", "locked", "invitable") if key in body}
    if "auto_archive_duration" in body:
        changes["archive_minutes"] = body["auto_archive_duration"]
    moderator = call.world.permissions(call.bot, channel) & Permission.MANAGE_THREADS
    if not moderator and (channel.owner_id != call.bot.id or changes.keys() & {"locked"} or channel.locked):
        raise Problem(50013)
    if channel.archived and changes.get("archived", True):
        raise Problem(50083)
    call.world.change_thread(channel, **changes)
    return payloads.thread(channel, call.bot.id)


async def delete(call: Call) -> Any:
    """Delete a thread or a channel."""
    channel = call.channel
    if channel.guild is not None:
        needs = Permission.MANAGE_THREADS if channel.is_thread else Permission.MANAGE_CHANNELS
        call.world.require(call.bot, channel, needs)
        call.world.deletes_channel(channel)
    return payloads.channel(channel)


def _thread(call: Call, *, changing: bool = False) -> Channel:
    channel = call.channel
    if not channel.is_thread:
        raise Problem(50024)
    if changing and channel.archived:
        raise Problem(50083)
    return channel


async def add(call: Call) -> Any:
    """Bring somebody into a thread: they must be able to see the channel it is in."""
    thread = _thread(call, changing=True)
    call.world.require(call.bot, thread, Permission.SEND_MESSAGES_IN_THREADS)
    user = call.world.users.get(call.id("user_id"))
    assert thread.guild is not None
    assert thread.parent is not None
    if user is None:
        raise Problem(10013)
    if user.id not in thread.guild.members:
        raise Problem(10007)
    held = call.world.permissions(call.bot, thread)
    if not (thread.invitable or thread.owner_id == call.bot.id or held & Permission.MANAGE_THREADS):
        raise Problem(50013)
    if not call.world.sees(user, thread.parent):
        raise Problem(50001)
    call.world.adds_to_thread(thread, user, call.bot)


async def remove(call: Call) -> Any:
    """Put somebody out of a thread: its maker may in a private one, moderators anywhere."""
    thread = _thread(call, changing=True)
    held = call.world.permissions(call.bot, thread)
    own = thread.is_private_thread and thread.owner_id == call.bot.id
    if not (own or held & Permission.MANAGE_THREADS):
        raise Problem(50013)
    if (user := call.world.users.get(call.id("user_id"))) is None:
        raise Problem(10013)
    call.world.removes_from_thread(thread, user)


async def join(call: Call) -> Any:
    """The bot enters a thread."""
    call.world.adds_to_thread(_thread(call, changing=True), call.bot)


async def leave(call: Call) -> Any:
    """The bot leaves a thread."""
    call.world.removes_from_thread(_thread(call, changing=True), call.bot)


async def members(call: Call) -> Any:
    """Who is in a thread."""
    thread = _thread(call)
    return [payloads.thread_member(thread, each) for each in thread.members]


async def member(call: Call) -> Any:
    """Somebody's place in a thread."""
    thread, wanted = _thread(call), call.id("user_id")
    if wanted not in thread.members:
        raise Problem(10007)
    return payloads.thread_member(thread, wanted)


async def active(call: Call) -> Any:
    """All active threads of a guild that the bot sees."""
    there = [
        each for each in call.guild.threads.values() if not each.archived and call.world.sees(call.bot, each)
    ]
    return _listed(call, sorted(there, key=lambda each: each.id, reverse=True), more=False)


async def archived_public(call: Call) -> Any:
    """Archived public threads of a channel, latest archived first."""
    call.world.require(call.bot, call.channel, Permission.READ_MESSAGE_HISTORY)
    return _archived(call, [each for each in _of(call) if not each.is_private_thread])


async def archived_private(call: Call) -> Any:
    """All archived private threads of a channel: for holders of MANAGE_THREADS."""
    call.world.require(call.bot, call.channel, Permission.READ_MESSAGE_HISTORY, Permission.MANAGE_THREADS)
    return _archived(call, [each for each in _of(call) if each.is_private_thread])


async def archived_joined(call: Call) -> Any:
    """Archived private threads that the bot is in, newest first; `before` is an id here."""
    call.world.require(call.bot, call.channel, Permission.READ_MESSAGE_HISTORY)
    before = int(call.request.query.get("before", 1 << 63))
    joined = [each for each in _of(call) if each.is_private_thread and call.bot.id in each.members]
    newest_first = sorted(
        (each for each in joined if each.id < before), key=lambda each: each.id, reverse=True
    )
    limit = int(call.request.query.get("limit", 50))
    return _listed(call, newest_first[:limit], more=len(newest_first) > limit)


def _of(call: Call) -> list[Channel]:
    return [each for each in call.world.threads_of(call.channel) if each.archived]


def _archived(call: Call, threads: list[Channel]) -> Any:
    before = call.request.query.get("before")
    if before is not None:
        threads = [each for each in threads if each.archived_at < datetime.fromisoformat(before)]
    latest_first = sorted(threads, key=lambda each: each.archived_at, reverse=True)
    limit = int(call.request.query.get("limit", 50))
    return _listed(call, latest_first[:limit], more=len(latest_first) > limit)


def _listed(call: Call, threads: list[Channel], *, more: bool) -> Any:
    mine = [each for each in threads if call.bot.id in each.members]
    return {
        "threads": [payloads.thread(each) for each in threads],
        "members": [payloads.thread_member(each, call.bot.id) for each in mine],
        "has_more": more,
    }


CHANNEL = "/channels/{channel_id}"
ROUTES: tuple[Route, ...] = (
    ("POST", f"{CHANNEL}/threads", create),
    ("POST", f"{CHANNEL}/messages/{{message_id}}/threads", create_at),
    ("GET", f"{CHANNEL}/threads/archived/public", archived_public),
    ("GET", f"{CHANNEL}/threads/archived/private", archived_private),
    ("GET", f"{CHANNEL}/users/@me/threads/archived/private", archived_joined),
    ("GET", "/guilds/{guild_id}/threads/active", active),
    ("GET", f"{CHANNEL}/thread-members", members),
    ("PUT", f"{CHANNEL}/thread-members/@me", join),
    ("DELETE", f"{CHANNEL}/thread-members/@me", leave),
    ("GET", f"{CHANNEL}/thread-members/{{user_id}}", member),
    ("PUT", f"{CHANNEL}/thread-members/{{user_id}}", add),
    ("DELETE", f"{CHANNEL}/thread-members/{{user_id}}", remove),
    ("GET", CHANNEL, get),
    ("PATCH", CHANNEL, change),
    ("DELETE", CHANNEL, delete),
)
