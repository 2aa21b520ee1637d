"""Rules of Discord's that its API description does not tell: lengths for bots, custom ids, names of commands."""

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord.journal import Request

NAME = re.compile(r"^[-_'\w]{1,32}$")
MESSAGES = (
    "POST /channels/{channel_id}/messages",
    "PATCH /channels/{channel_id}/messages/{message_id}",
    "POST /webhooks/{webhook_id}/{webhook_token}",
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
)
CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"
COMMANDS = (
    "/applications/{application_id}/commands",
    "/applications/{application_id}/guilds/{guild_id}/commands",
)
V2 = 1 << 15
BUTTON, LINK, PREMIUM, TEXT = 2, 5, 6, 10
INTERACTIVE = (2, 3, 4, 5, 6, 7, 8)


def broken_rules(request: Request) -> Iterator[str]:
    """What is wrong with a request by these rules."""
    if request.route in MESSAGES:
        yield from _message(request.json or {})
    elif request.route == CALLBACK:
        data = (request.json or {}).get("data") or {}
        yield from _modal(data) if request.json["type"] == 9 else _message(data)
    elif request.template in COMMANDS and request.method in ("PUT", "POST"):
        commands = request.json if isinstance(request.json, list) else [request.json]
        for command in commands:
            yield from _command(command)
        if len(names := [(each.get("type", 1), each["name"]) for each in commands]) > len(set(names)):
            yield "two commands of one name"
    if len(request.files) > 10:
        yield "more than 10 files"


def _message(body: dict[str, Any]) -> Iterator[str]:
    if len(content := str(body.get("content") or "")) > 2000:
        yield f"content of {len(content)} characters"
    everything = list(_all(body.get("components") or []))
    yield from _custom_ids(everything)
    if int(body.get("flags") or 0) & V2:
        if body.get("content") or body.get("embeds"):
            yield "content or embeds beside new components"
        if len(everything) > 40:
            yield f"{len(everything)} components"
        if (
            size := sum(len(each.get("content") or "") for each in everything if each.get("type") == TEXT)
        ) > 4000:
            yield f"{size} characters of text in components"
    elif any(each.get("type") != 1 for each in body.get("components") or []):
        yield "new components without their flag"
    elif len(body.get("components") or []) > 5:
        yield "more than 5 rows"
    if sum(_size(embed) for embed in body.get("embeds") or []) > 6000:
        yield "more than 6000 characters in embeds"


def _size(embed: dict[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    texts += [(embed.get("author") or {}).get("name")]
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text or "") for text in texts)


def _all(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in components:
        yield each
        yield from _all(each.get("components") or [])
        yield from _all([each[key] for key in ("component", "accessory") if each.get(key)])


def _custom_ids(everything: list[dict[str, Any]]) -> Iterator[str]:
    wanting = [
        each
        for each in everything
        if each.get("type") in INTERACTIVE
        and not (each["type"] == BUTTON and each.get("style") in (LINK, PREMIUM))
    ]
    for each in wanting:
        if not 1 <= len(each.get("custom_id") or "") <= 100:
            yield f"a custom id of {len(each.get('custom_id') or '')} characters"
        if len(each.get("label") or "") > 80:
            yield "a label of more than 80 characters"
    ids = [each.get("custom_id") for each in wanting]
    if len(set(ids)) < len(ids):
        yield "two components of one custom id"


def _modal(data: dict[str, Any]) -> Iterator[str]:
    if not 1 <= len(data.get("title") or "") <= 45:
        yield "a form's title has 1 to 45 characters"
    if not 1 <= len(data.get("components") or []) <= 5:
        yield "a form has 1 to 5 fields"
    if not 1 <= len(data.get("custom_id") or "") <= 100:
        yield "a form needs a custom id"
    yield from _custom_ids(list(_all(data.get("components") or [])))


def _command(command: dict[str, Any]) -> Iterator[str]:
    if command.get("type", 1) == 1:
        yield from _named(command)
        if len(command.get("name_localizations") or {}) and not all(
            NAME.match(name) and name == name.lower() for name in command["name_localizations"].values()
        ):
            yield f"{command['name']!r} has a name in another language that can't be typed"
    elif not 1 <= len(command.get("name") or "") <= 32 or command.get("description"):
        yield f"menu {command.get('name')!r} has 1 to 32 characters and no description"


def _named(thing: dict[str, Any]) -> Iterator[str]:
    name = thing.get("name") or ""
    if not NAME.match(name) or name != name.lower():
        yield f"{name!r} is no name for a command or an option"
    for text in [thing.get("description") or "", *(thing.get("description_localizations") or {}).values()]:
        if not 1 <= len(text) <= 100:
            yield f"{name!r} has a description of {len(text)} characters"
    optional = False
    for option in thing.get("options") or []:
        yield from _named(option)
        if option.get("type", 3) > 2:
            if option.get("required") and optional:
                yield f"{name!r} has a required option after one that is not"
            optional = optional or not option.get("required")
