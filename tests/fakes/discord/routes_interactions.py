"""Answers to interactions: the first within three seconds, the rest within fifteen minutes."""

from dataclasses import replace
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.calls import Call, Route
from tests.fakes.discord.command_forms import check_completions
from tests.fakes.discord.forms import check_message, check_modal
from tests.fakes.discord.interactions import (
    ALLOWED,
    SECONDS_OF_TOKEN,
    SECONDS_TO_ANSWER,
    Answer,
    Interaction,
    Kind,
)
from tests.fakes.discord.model import Json, Message
from tests.fakes.discord.problems import Problem, invalid, required
from tests.fakes.discord.routes_messages import changes_of, words_of
from tests.fakes.discord.talking import EPHEMERAL, Words

LOADING = 1 << 7
APPLICATION_COMMAND, REPLY = 20, 19


async def callback(call: Call) -> Any:
    """The first answer; Problems 10062 after three seconds and 40060 the second time."""
    found = call.world.interactions.get(call.request.params["interaction_token"])
    if found is None or found.id != call.id("interaction_id"):
        raise Problem(10062)
    if found.answered is not None:
        raise Problem(40060)
    if found.age > SECONDS_TO_ANSWER:
        raise Problem(10062)
    kind = _kind(call)
    no_message = kind in (Answer.UPDATE, Answer.DEFERRED_UPDATE) and found.message is None
    if kind not in ALLOWED[found.kind] or no_message:
        raise invalid("type", "INTERACTION_TYPE_INVALID", f"{kind.name} does not answer {found.kind.name}")
    _answer(call, found, kind, call.body.get("data") or {})
    found.answered, found.answered_after = kind, found.age
    if call.request.query.get("with_response") not in ("1", "true"):
        return None
    return _callback_response(found, kind, call.world.base)


def _kind(call: Call) -> Answer:
    if call.body.get("type") not in list(Answer):
        raise invalid("type", "BASE_TYPE_CHOICES", "Value must be one of {1, 4, 5, 6, 7, 8, 9}.")
    return Answer(call.body["type"])


def _answer(call: Call, found: Interaction, kind: Answer, data: Json) -> None:
    whole, call.request.json = call.request.json, data
    try:
        match kind:
            case Answer.MESSAGE:
                found.response = _post(call, found, words_of(call, found.channel))
            case Answer.DEFERRED:
                found.loading, found.deferred_flags = True, int(data.get("flags") or 0)
                ephemeral = Words(flags=LOADING | found.deferred_flags & EPHEMERAL)
                found.response = _post(call, found, ephemeral)
            case Answer.UPDATE:
                assert found.message is not None
                check_message(data, len(call.files), flags=found.message.flags, editing=True)
                call.world.edit(found.message, changes_of(call, found.message))
                found.response = found.message
            case Answer.DEFERRED_UPDATE:
                found.response = found.message
            case Answer.CHOICES:
                check_completions(data.get("choices") or [])
                found.choices = data.get("choices") or []
            case Answer.MODAL:
                check_modal(data)
                found.modal = data
            case Answer.PONG:
                pass
    finally:
        call.request.json = whole


def _post(call: Call, found: Interaction, words: Words) -> Message:
    """A message that answers an interaction: the application may write it even where the bot may not."""
    flags = words.flags | int(call.body.get("flags") or 0) & EPHEMERAL
    kind = APPLICATION_COMMAND if found.kind is Kind.COMMAND else REPLY if found.message else 0
    reader = found.user if flags & EPHEMERAL else None
    told = about(found)
    return call.world.say(
        found.channel,
        call.bot,
        replace(words, flags=flags, interaction=told, reader=reader, type=kind, reply_to=found.message),
    )


def about(found: Interaction) -> Json:
    """What a message tells of the interaction it answers."""
    told: Json = {
        "id": str(found.id),
        "type": int(found.kind),
        "user": payloads.user(found.user),
        "authorizing_integration_owners": {"0": str(found.channel.guild.id) if found.channel.guild else "0"},
    }
    if found.kind is Kind.COMPONENT and found.message is not None:
        told["interacted_message_id"] = str(found.message.id)
    if found.kind is Kind.MODAL and found.opened_by is not None:
        told["triggering_interaction_metadata"] = about(found.opened_by)
    return told


def _callback_response(found: Interaction, kind: Answer, base: str) -> Json:
    told: Json = {"interaction": {"id": str(found.id), "type": int(found.kind)}}
    if found.response is not None:
        told["interaction"] |= {
            "response_message_id": str(found.response.id),
            "response_message_loading": found.loading,
            "response_message_ephemeral": bool(found.response.flags & EPHEMERAL),
        }
        if kind in (Answer.MESSAGE, Answer.UPDATE):
            told["resource"] = {"type": int(kind), "message": payloads.message(found.response, base)}
    return told


def _alive(call: Call) -> Interaction:
    """The interaction whose token is in the path: 10015 before its first answer, 50027 after its 15 minutes."""
    found = call.world.interactions.get(call.request.params["webhook_token"])
    if found is None or call.id("webhook_id") != call.bot.id or found.answered is None:
        raise Problem(10015)
    if found.age > SECONDS_OF_TOKEN:
        raise Problem(50027)
    return found


async def follow(call: Call) -> Any:
    """One message more; the first after "is thinking…" takes its place."""
    found = _alive(call)
    if found.loading:
        return payloads.message(_settle(call, found), call.world.base)
    if len(found.followups) >= 5 and found.channel.guild is None:
        raise required("")
    message = _post(call, found, words_of(call, found.channel))
    found.followups.append(message)
    return payloads.message(message, call.world.base)


def _settle(call: Call, found: Interaction) -> Message:
    """The words that take the place of "is thinking…"."""
    assert found.response is not None
    check_message(call.body, len(call.files), editing=False)
    found.response.flags &= ~LOADING
    found.loading = False
    changes = changes_of(call, found.response)
    changes["flags"] = found.response.flags | int(call.body.get("flags") or 0) & (1 << 15)
    edited = call.world.edit(found.response, changes)
    edited.edited_at = None
    return edited


def _mine(call: Call) -> tuple[Interaction, Message]:
    """The message in the path, @original or a followup: 10008 if there is none."""
    found = _alive(call)
    wanted = call.request.params["message_id"]
    there = [each for each in (found.response, *found.followups) if each is not None and not each.deleted]
    for each in there:
        if (wanted == "@original" and each is found.response) or wanted == str(each.id):
            return found, each
    raise Problem(10008)


async def got(call: Call) -> Any:
    """A message of an interaction."""
    return payloads.message(_mine(call)[1], call.world.base)


async def edited(call: Call) -> Any:
    """A message of an interaction becomes another; editing the original ends "is thinking…"."""
    found, message = _mine(call)
    if message is found.response and found.loading:
        return payloads.message(_settle(call, found), call.world.base)
    check_message(call.body, len(call.files), flags=message.flags, editing=True)
    return payloads.message(call.world.edit(message, changes_of(call, message)), call.world.base)


async def deleted(call: Call) -> Any:
    """A message of an interaction is gone."""
    found, message = _mine(call)
    found.loading = found.loading and message is not found.response
    call.world.delete(message)


WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
ROUTES: tuple[Route, ...] = (
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", callback),
    ("POST", WEBHOOK, follow),
    ("GET", f"{WEBHOOK}/messages/{{message_id}}", got),
    ("PATCH", f"{WEBHOOK}/messages/{{message_id}}", edited),
    ("DELETE", f"{WEBHOOK}/messages/{{message_id}}", deleted),
)
