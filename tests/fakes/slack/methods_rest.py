"""Everything else of the Web API: who one is, people, user groups, files, the workspace."""

from tests.fakes.slack import payloads
from tests.fakes.slack.calls import Call, Handler
from tests.fakes.slack.checks import check_message
from tests.fakes.slack.methods_chat import place_to_post, thread_of
from tests.fakes.slack.model import File, Json
from tests.fakes.slack.problems import Refused, invalid_arguments
from tests.fakes.slack.talking import Words


async def auth_test(call: Call) -> Json:
    world, who = call.world, call.lent_by
    if who is not None:
        told = {"url": world.url, "team": world.team_name, "user": who.name, "team_id": world.team}
        return told | {"user_id": who.id, "is_enterprise_install": False}
    return {
        "url": world.url,
        "team": world.team_name,
        "user": world.bot.name,
        "team_id": world.team,
        "user_id": world.bot.id,
        "bot_id": world.bot_id,
        "is_enterprise_install": False,
    }


async def users_info(call: Call) -> Json:
    who = call.world.user(str(call.need("user", "user_not_found")))
    return {"user": payloads.user(who, home=call.world.team, locale=call.flag("include_locale"))}


async def users_list(call: Call) -> Json:
    locale = call.flag("include_locale")
    everybody = [
        payloads.user(each, home=call.world.team, locale=locale) for each in call.world.users.values()
    ]
    return call.paged("members", everybody) | {"cache_ts": int(call.world.stamps.now())}


async def bots_info(call: Call) -> Json:
    world = call.world
    if call.need("bot") != world.bot_id:
        raise Refused("bot_not_found")
    told = {"id": world.bot_id, "deleted": False, "name": world.bot.name, "app_id": world.app_id}
    return {"bot": told | {"user_id": world.bot.id}}


async def team_info(call: Call) -> Json:
    world = call.world
    return {"team": {"id": world.team, "name": world.team_name, "domain": world.domain, "url": world.url}}


async def groups(call: Call) -> Json:
    users, world = call.flag("include_users"), call.world
    there = [each for each in world.groups.values() if not each.disabled or call.flag("include_disabled")]
    return {"usergroups": [payloads.usergroup(each, team=world.team, users=users) for each in there]}


async def group_users(call: Call) -> Json:
    found = call.world.groups.get(str(call.need("usergroup")))
    if found is None or found.disabled:
        raise Refused("no_such_subteam")
    return {"users": list(found.users)}


async def upload_url(call: Call) -> Json:
    length = int(call.text("length") or 0)
    if not call.text("filename") or length < 1:
        raise invalid_arguments("missing required field: filename or length")
    made = File(call.world.ids.next("F"), call.text("filename"), user=call.bot.id, home=call.base)
    call.world.files[made.id] = made
    return {"upload_url": f"{call.base}/upload/v1/{made.id}", "file_id": made.id}


async def complete_upload(call: Call) -> Json:
    world = call.world
    wanted = call.objects("files")
    if not wanted:
        raise invalid_arguments("missing required field: files")
    found = []
    for each in wanted:
        file = world.files.get(str(each.get("id")))
        if file is None or not file.uploaded or file.deleted:
            raise Refused("file_not_found")
        file.title = str(each.get("title") or file.name)
        found.append(file)
    if call.text("channel_id"):
        _share(call, found)
    return {"files": [payloads.file(each) for each in found]}


def _share(call: Call, files: list[File]) -> None:
    """The files appear as a message of the bot's: which `ts` it has, Slack does not tell."""
    channel = place_to_post(call, call.text("channel_id"))
    thread_ts = thread_of(call, channel)
    comment, blocks = call.text("initial_comment"), call.objects("blocks")
    if blocks:
        check_message({"text": comment}, blocks)
    for each in files:
        each.channels.append(channel.id)
    call.world.say(
        channel, call.bot, Words(comment, thread_ts, "file_share", blocks, files=files, of_app=True)
    )


async def files_info(call: Call) -> Json:
    found = call.world.files.get(str(call.need("file")))
    if found is None:
        raise Refused("file_not_found")
    return {"file": payloads.file(found) | {"shares": _shares(call, found)}}


def _shares(call: Call, file: File) -> Json:
    """The messages that a file is in, by the kind of channel."""
    told: Json = {}
    for channel in call.world.channels.values():
        for message in channel.messages.values():
            if file in message.files:
                share = {"ts": message.ts, "channel_name": channel.name, "team_id": call.world.team}
                kind = told.setdefault("private" if channel.type != "channel" else "public", {})
                kind.setdefault(channel.id, []).append(share | {"thread_ts": message.thread_ts})
    return told


async def files_delete(call: Call) -> Json:
    found = call.world.files.get(str(call.need("file")))
    if found is None:
        raise Refused("file_not_found")
    if found.deleted:
        raise Refused("file_deleted")
    if found.user != call.bot.id:
        raise Refused("cant_delete_file")
    found.deleted = True
    return {}


async def api_test(call: Call) -> Json:
    return {"args": call.arguments}


METHODS: dict[str, Handler] = {
    "api.test": api_test,
    "auth.test": auth_test,
    "users.info": users_info,
    "users.list": users_list,
    "bots.info": bots_info,
    "team.info": team_info,
    "usergroups.list": groups,
    "usergroups.users.list": group_users,
    "files.getUploadURLExternal": upload_url,
    "files.completeUploadExternal": complete_upload,
    "files.info": files_info,
    "files.delete": files_delete,
}
