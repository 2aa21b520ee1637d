"""conversations.*: places, who is in them, and what was said there."""

import re

from tests.fakes.slack import payloads
from tests.fakes.slack.calls import Call, Handler
from tests.fakes.slack.methods_chat import check_reachable
from tests.fakes.slack.model import Channel, Json, Message
from tests.fakes.slack.problems import Refused

NAME = re.compile(r"^[\w\-]{1,80}$")
TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im"}


async def open_dm(call: Call) -> Json:
    users = [each for each in call.text("users").split(",") if each]
    if call.text("channel"):
        found = call.world.joined(call.text("channel"))
    elif not users:
        raise Refused("users_list_not_supplied")
    elif len(users) > 1:
        raise Refused("missing_scope", needed="mpim:write", provided="im:write")
    else:
        check_reachable(call, users[0])
        found = call.world.dm_with(call.world.user(users[0]))
    already, found.open = found.open, True
    told: Json = {"id": found.id}
    if call.flag("return_im"):
        told = payloads.channel(found, bot=call.bot)
    return {"channel": told} | ({"already_open": True, "no_op": True} if already else {})


def check_name(call: Call, name: str) -> None:
    """Refused if a channel can't be called so."""
    if not name:
        raise Refused("invalid_name_required")
    if len(name) > 80:
        raise Refused("invalid_name_maxlength")
    if not NAME.match(name) or name != name.lower():
        raise Refused("invalid_name_specials")
    # Names of archived and of private channels are taken too.
    if any(each.name == name for each in call.world.channels.values() if not each.is_im):
        raise Refused("name_taken")


async def create(call: Call) -> Json:
    world, name = call.world, call.text("name")
    check_name(call, name)
    made = world.add_channel(name, world.bot, private=call.flag("is_private"), bot=False)
    return {"channel": payloads.channel(made, bot=call.bot)}


async def invite(call: Call) -> Json:
    world = call.world
    channel = world.joined(str(call.need("channel")))
    if channel.is_im:
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    wanted = [each for each in str(call.need("users", "no_user")).split(",") if each]
    wrong = [(each, error) for each in wanted if (error := _why_not(call, channel, each))]
    good = [each for each in wanted if each not in dict(wrong)]
    if wrong and not (call.flag("force") and good):
        errors = [{"user": user, "ok": False, "error": error} for user, error in wrong]
        raise Refused(wrong[0][1], errors=errors)
    for each in good:
        world.joins(world.users[each], channel, by=call.bot)
    return {"channel": payloads.channel(channel, bot=call.bot)}


def _why_not(call: Call, channel: Channel, user_id: str) -> str | None:
    who = call.world.users.get(user_id)
    if who is None:
        return "user_not_found"
    if who is call.bot:
        return "cant_invite_self"
    if who.id in channel.members:
        return "already_in_channel"
    if who.deleted or who is call.world.slackbot:
        return "cant_invite"
    if who.team != call.world.team:
        return "org_user_not_in_team"
    return "user_is_restricted" if who.is_guest else None


async def kick(call: Call) -> Json:
    channel = call.world.joined(str(call.need("channel")))
    who = call.world.user(str(call.need("user")))
    if who is call.bot:
        raise Refused("cant_kick_self")
    if who.id not in channel.members:
        raise Refused("not_in_channel")
    call.world.leaves(who, channel)
    return {}


async def leave(call: Call) -> Json:
    channel = call.world.seen(str(call.need("channel")))
    if call.bot.id not in channel.members:
        return {"not_in_channel": True}
    call.world.leaves(call.bot, channel)
    return {}


async def join(call: Call) -> Json:
    channel = call.world.seen(str(call.need("channel")))
    if channel.type != "channel":
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    warning = {"warning": "already_in_channel"} if call.bot.id in channel.members else {}
    call.world.joins(call.bot, channel)
    return {"channel": payloads.channel(channel, bot=call.bot)} | warning


async def archive(call: Call) -> Json:
    channel = call.world.joined(str(call.need("channel")))
    if channel.is_im:
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("already_archived")
    if channel.name == "general":
        raise Refused("cant_archive_general")
    call.world.archives(channel, call.bot)
    return {}


async def rename(call: Call) -> Json:
    channel = call.world.joined(str(call.need("channel")))
    check_name(call, call.text("name"))
    if channel.creator != call.bot.id:
        raise Refused("not_authorized")
    call.world.renames(channel, call.text("name"))
    return {"channel": payloads.channel(channel, bot=call.bot)}


async def set_topic(call: Call) -> Json:
    channel = call.world.joined(str(call.need("channel")))
    if len(call.text("topic")) > 250:
        raise Refused("too_long")
    channel.topic = call.text("topic")
    return {"channel": payloads.channel(channel, bot=call.bot)}


async def info(call: Call) -> Json:
    channel = call.world.seen(str(call.need("channel")))
    return {"channel": payloads.channel(channel, bot=call.bot, num_members=call.flag("include_num_members"))}


async def members(call: Call) -> Json:
    channel = call.world.seen(str(call.need("channel")))
    return call.paged("members", list(channel.members))


def listed(call: Call, *, mine: bool) -> list[Json]:
    """The conversations of the types asked for that the bot may know of."""
    types = [each.strip() for each in (call.text("types") or "public_channel").split(",")]
    if unknown := set(types) - {*TYPES, "mpim"}:
        raise Refused("invalid_types", response_metadata={"messages": sorted(unknown)})
    wanted = {TYPES[each] for each in types if each in TYPES}
    there = []
    for each in call.world.channels.values():
        inside = call.bot.id in each.members
        visible = inside or (each.type == "channel" and not mine)
        if visible and each.type in wanted and each.open:
            there.append(payloads.channel(each, bot=call.bot))
    return there


def shown(call: Call, there: list[Json]) -> Json:
    """A page of them. Slack leaves out what is archived only then: such a page is shorter, or empty."""
    told = call.paged("channels", there)
    if call.flag("exclude_archived"):
        told["channels"] = [each for each in told["channels"] if not each["is_archived"]]
    return told


async def list_all(call: Call) -> Json:
    return shown(call, listed(call, mine=False))


async def list_mine(call: Call) -> Json:
    """users.conversations: of the bot itself; of other users it tells what both are in."""
    there = listed(call, mine=True)
    if user := call.text("user"):
        who = call.world.user(user)
        there = [each for each in there if who.id in call.world.channels[each["id"]].members]
    return shown(call, there)


def between(call: Call, message: Message) -> bool:
    """Whether a message is in the span of time asked for."""
    oldest, latest = call.text("oldest") or "0", call.text("latest")
    after, before = (
        _number(message.ts) - _number(oldest),
        _number(latest or "9999999999") - _number(message.ts),
    )
    return (after > 0 and before > 0) or (call.flag("inclusive") and after >= 0 and before >= 0)


def _number(ts: str) -> int:
    """Microseconds, exactly: as floats two `ts` may be one."""
    whole, _, fraction = ts.partition(".")
    return int(whole) * 1_000_000 + int((fraction + "000000")[:6])


async def history(call: Call) -> Json:
    channel = call.world.joined(str(call.need("channel")))
    there = [each for each in channel.messages.values() if each.in_channel and between(call, each)]
    told = call.paged("messages", there[::-1], most=999)
    more = bool(told["response_metadata"]["next_cursor"])
    told["messages"] = _told(call, told["messages"])
    return told | {"has_more": more, "pin_count": len(channel.pins)}


async def replies(call: Call) -> Json:
    channel = call.world.joined(str(call.need("channel")))
    asked = call.world.message(channel, str(call.need("ts")), "thread_not_found")
    root = channel.messages[asked.thread_ts] if asked.is_reply and asked.thread_ts else asked
    inside = [channel.messages[ts] for ts in root.replies]
    # The first message comes with every page, whatever span of time was asked for.
    told = call.paged("messages", [each for each in inside if between(call, each)], most=1000)
    more = bool(told["response_metadata"]["next_cursor"])
    told["messages"] = _told(call, [root, *told["messages"]])
    return told | {"has_more": more}


def _told(call: Call, messages: list[Message]) -> list[Json]:
    with_metadata = call.flag("include_all_metadata")
    return [call.world.told(each, metadata=with_metadata) for each in messages]


METHODS: dict[str, Handler] = {
    "conversations.open": open_dm,
    "conversations.create": create,
    "conversations.invite": invite,
    "conversations.kick": kick,
    "conversations.leave": leave,
    "conversations.join": join,
    "conversations.archive": archive,
    "conversations.rename": rename,
    "conversations.setTopic": set_topic,
    "conversations.info": info,
    "conversations.members": members,
    "conversations.list": list_all,
    "conversations.history": history,
    "conversations.replies": replies,
    "users.conversations": list_mine,
}
