"""chat.*, reactions.* and pins.*: what the bot says and does with messages."""

from typing import Any

from tests.fakes.slack.calls import Call, Handler
from tests.fakes.slack.checks import LONGEST_UPDATE, check_message
from tests.fakes.slack.model import Channel, File, Json, Message, User
from tests.fakes.slack.problems import Refused, invalid_arguments
from tests.fakes.slack.talking import Words


def place_to_post(call: Call, wanted: str = "") -> Channel:
    """Where the bot may write: a channel it is in, a DM, or somebody's DM by their user id."""
    world = call.world
    wanted = wanted or str(call.need("channel", "channel_not_found"))
    found = world.dm_with(world.users[wanted]) if wanted in world.users else world.joined(wanted)
    if found.archived:
        raise Refused("is_archived")
    if found.is_im and not world.app_home.get("messages_tab_enabled", True):
        raise Refused("messages_tab_disabled")
    if found.is_im and found.user is not None:
        check_reachable(call, found.user.id)
    return found


def check_reachable(call: Call, user_id: str) -> None:
    """Whom an app can't write to directly: bots, those who are gone, people of other organisations."""
    who = call.world.user(user_id)
    if who.is_bot or who is call.world.slackbot:
        raise Refused("cannot_dm_bot")
    if who.deleted:
        raise Refused("user_disabled")
    if who.team != call.world.team:
        raise Refused("user_not_visible")


def thread_of(call: Call, channel: Channel) -> str | None:
    """The thread to write in; only a thread's first message has one."""
    wanted = call.text("thread_ts")
    if not wanted:
        return None
    root = channel.messages.get(wanted)
    if root is None:
        raise Refused("thread_not_found")
    if root.is_reply:
        raise Refused("cannot_reply_to_message")
    return wanted


async def post(call: Call) -> Json:
    world, blocks = call.world, call.objects("blocks")
    check_message(call.arguments, blocks)
    channel = place_to_post(call)
    thread_ts = thread_of(call, channel)
    said = Words(
        call.text("text"),
        thread_ts,
        blocks=blocks,
        attachments=call.objects("attachments"),
        metadata=call.arguments.get("metadata"),
        broadcast=call.flag("reply_broadcast"),
        of_app=True,
    )
    made = world.say(channel, world.bot, said)
    return {"channel": channel.id, "ts": made.ts, "message": world.told(made)}


async def post_ephemeral(call: Call) -> Json:
    world, blocks = call.world, call.objects("blocks")
    check_message(call.arguments, blocks)
    channel = place_to_post(call)
    reader = world.users.get(str(call.need("user")))
    if reader is None or reader.id not in channel.members:
        raise Refused("user_not_in_channel")
    said = Words(call.text("text"), thread_of(call, channel), blocks=blocks, of_app=True, reader=reader)
    return {"message_ts": world.say(channel, world.bot, said).ts}


def own_message(call: Call, error: str) -> Message:
    """A message the bot may change; others' are refused with that error. Ephemeral ones are not found."""
    channel = call.world.joined(str(call.need("channel")))
    found = call.world.message(channel, str(call.need("ts")))
    if found.bot_id != call.world.bot_id:
        raise Refused(error)
    return found


async def update(call: Call) -> Json:
    world, arguments = call.world, call.arguments
    message = own_message(call, "cant_update_message")
    # Blocks stay if only the text is sent, and so does the text beside new blocks.
    blocks = call.objects("blocks") if "blocks" in arguments else message.blocks
    check_message({"text": message.text, **arguments}, blocks, longest=LONGEST_UPDATE)
    if message.channel.archived:
        raise Refused("is_inactive")
    to: dict[str, Any] = {"edited": {"user": world.bot.id, "ts": world.stamps.next()}}
    to |= {"blocks": world.named(blocks), "text": str(arguments.get("text", message.text))}
    to |= {key: arguments[key] for key in ("attachments", "metadata") if key in arguments}
    if "file_ids" in arguments:
        to["files"] = _files(call, message, arguments["file_ids"])
    world.change(message, **to)
    told = {"channel": message.channel.id, "ts": message.ts, "text": message.text}
    return told | {"message": world.told(message)}


def _files(call: Call, message: Message, ids: Any) -> list[File]:
    """The files a message is to have: those it keeps, and uploaded ones that are new to it."""
    # The SDK joins a list with commas.
    wanted = ids.split(",") if isinstance(ids, str) else ids
    if not isinstance(wanted, list):
        raise invalid_arguments("file_ids must be an array of strings")
    found = []
    for each in wanted:
        file = call.world.files.get(str(each))
        if file is None or not file.uploaded:
            raise Refused("file_not_found")
        if file.deleted:
            raise Refused("file_deleted")
        if message.channel.id not in file.channels:
            file.channels.append(message.channel.id)
        found.append(file)
    return found


def _theirs(call: Call, who: User) -> Message:
    """A message that somebody who has lent a token may delete: their own, or as an admin anybody's they can see."""
    channel = call.world.channels.get(str(call.need("channel")))
    if channel is None or not call.world.sees(who, channel):
        raise Refused("channel_not_found")
    found = call.world.message(channel, str(call.need("ts")))
    if found.author is not who and not (who.is_admin or who.is_owner):
        raise Refused("cant_delete_message")
    return found


async def delete(call: Call) -> Json:
    lent_by = call.lent_by
    message = _theirs(call, lent_by) if lent_by else own_message(call, "cant_delete_message")
    call.world.remove(message)
    return {"channel": message.channel.id, "ts": message.ts}


async def permalink(call: Call) -> Json:
    channel = call.world.seen(str(call.need("channel")))
    message = call.world.message(channel, str(call.need("message_ts")))
    link = f"{call.world.url}archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def marked(call: Call) -> Message:
    """The message that a reaction or a pin is for."""
    channel = call.world.joined(str(call.need("channel", "no_item_specified")))
    return call.world.message(channel, str(call.need("timestamp", "no_item_specified")))


async def react(call: Call) -> Json:
    name = str(call.need("name", "invalid_name"))
    if ":" in name or not name.isascii():
        raise Refused("invalid_name")
    message = marked(call)
    if message.channel.archived:
        raise Refused("is_archived")
    if not call.world.react(message, call.bot, name):
        raise Refused("already_reacted")
    return {}


async def unreact(call: Call) -> Json:
    if not call.world.unreact(marked(call), call.bot, str(call.need("name", "invalid_name"))):
        raise Refused("no_reaction")
    return {}


async def pin(call: Call) -> Json:
    if not call.world.pin(marked(call), call.bot):
        raise Refused("already_pinned")
    return {}


async def unpin(call: Call) -> Json:
    message = marked(call)
    if not message.pinned:
        raise Refused("no_pin")
    message.channel.pins.remove(message.ts)
    return {}


METHODS: dict[str, Handler] = {
    "chat.postMessage": post,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": permalink,
    "reactions.add": react,
    "reactions.remove": unreact,
    "pins.add": pin,
    "pins.remove": unpin,
}
