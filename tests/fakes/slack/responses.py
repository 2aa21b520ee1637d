"""What comes of an interaction outside the Web API: messages posted to its response_url, and its acknowledgement."""

from typing import Any

from tests.fakes.slack.calls import Settings
from tests.fakes.slack.checks import check_message
from tests.fakes.slack.interactions import ACTIONS, COMMAND, SUBMISSION, Interaction
from tests.fakes.slack.methods_views import answered
from tests.fakes.slack.model import Json, Message
from tests.fakes.slack.problems import Refused
from tests.fakes.slack.talking import Words
from tests.fakes.slack.world import World


def respond(world: World, one: Interaction | None, body: Json, settings: Settings) -> None:
    """A message comes by a response_url; Refused used_url after 5 and expired_url after 30 minutes."""
    if one is None or not one.response_url:
        raise Refused("invalid_url")
    if one.age > settings.url_seconds:
        raise Refused("expired_url")
    if one.uses_of_url >= settings.url_uses:
        raise Refused("used_url")
    one.uses_of_url += 1
    if _true(body.get("delete_original")):
        if one.message is not None and not one.message.deleted:
            world.remove(one.message)
        return
    blocks = body.get("blocks") or []
    check_message(body, blocks)
    # Slack's default is to replace what was pressed; whoever means another message has to say so.
    if one.kind == ACTIONS and _true(body.get("replace_original", True)) and one.message is not None:
        edited = {"user": world.bot.id, "ts": world.stamps.next()}
        world.change(one.message, text=str(body.get("text") or ""), blocks=world.named(blocks), edited=edited)
        return
    _show(world, one, body)


def _show(world: World, one: Interaction, body: Json) -> Message:
    assert one.channel is not None
    public = body.get("response_type") == "in_channel"
    thread_ts = body.get("thread_ts") or None
    if thread_ts is not None and thread_ts not in one.channel.messages:
        raise Refused("thread_not_found")
    said = Words(
        str(body.get("text") or ""),
        thread_ts,
        blocks=body.get("blocks") or [],
        metadata=body.get("metadata"),
        of_app=True,
        reader=None if public else one.user,
    )
    made = world.say(one.channel, world.bot, said)
    one.responses.append(made)
    return made


def acknowledged(world: World, one: Interaction, ack: Any) -> None:
    """What is in an acknowledgement: words for a command, what becomes of a form, options."""
    one.ack = ack
    if one.kind == SUBMISSION:
        answered(world, one, ack)
    elif one.kind == "block_suggestion":
        told = ack if isinstance(ack, dict) else {}
        groups = [option for group in told.get("option_groups", []) for option in group["options"]]
        one.options = [*told.get("options", []), *groups]
    elif one.kind == COMMAND and ack:
        body: Json = ack if isinstance(ack, dict) else {"text": str(ack)}
        check_message(body, body.get("blocks") or [])
        _show(world, one, body)
    one.acknowledged_after = one.age


def _true(value: Any) -> bool:
    return value in (True, "true", 1)
