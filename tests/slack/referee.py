"""The referee: every call that the fake Slack recorded, held against Slack's descriptions and against rules of ours.

    assert problems(fake.requests) == []                    # with the project's manifest, where there is one
    assert validate_manifest(manifest()) == []
    assert needless(manifest(), fake.requests.methods) == []

The descriptions lie beside the project (`../shared/specs/slack`) and are no part of it; without them `problems` goes
by our own rules alone, and `validate_manifest` skips the test that asked.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.fakes.slack.journal import Request
from tests.slack.descriptions import Description, Method, described, needed
from tests.slack.rules import MESSAGES, VIEWS, broken_rules

Json = dict[str, Any]
MANIFEST = Path(__file__).parents[2] / "slack-manifest.yaml"
GENERAL_ERRORS = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "account_inactive",
        "not_allowed_token_type",
        "missing_scope",
    }
    | {"ratelimited", "invalid_arguments", "unknown_method", "internal_error", "missing_argument"}
)
"""What any method may answer; most descriptions leave them out."""

UNDESCRIBED: dict[str, set[str]] = {
    "chat.postMessage": {
        "msg_too_long",
        "thread_not_found",
        "cannot_dm_bot",
        "user_disabled",
        "user_not_visible",
    },
    "conversations.open": {"cannot_dm_bot"},
}
"""Errors that Slack is known for and its reference leaves out."""

ADDRESSES = ("response_url", "upload")
BOOLEANS = (True, False, 0, 1, "true", "false", "0", "1")


def manifest(path: Path = MANIFEST) -> Json | None:
    """The manifest that an app is made of; None where there is none yet."""
    if not path.exists():
        return None
    told: Json = yaml.safe_load(path.read_text("utf-8"))
    return told


def problems(requests: Iterable[Request], known_manifest: Json | None = None) -> list[str]:
    """Everything wrong with some calls, a line each."""
    known, app = described(), known_manifest or manifest()
    scopes = frozenset(app["oauth_config"]["scopes"]["bot"]) if app else None
    found = []
    for request in requests:
        reasons = list(broken_rules(request, known.limits if known else None))
        if known is not None:
            reasons += _against(known, scopes, request)
        found += [f"{request.method}: {reason}" for reason in dict.fromkeys(reasons)]
    return found


def _against(known: Description, scopes: frozenset[str] | None, request: Request) -> Iterator[str]:
    if request.method not in ADDRESSES:
        method = known.methods.get(request.method)
        if method is None:
            yield "Slack has no such method"
            return
        yield from _arguments(method, request)
        if scopes is not None and method.scopes and not method.scopes & scopes:
            yield f"needs one of {sorted(method.scopes)}, and the manifest asks for none"
    if request.method in MESSAGES:
        yield from known.block_complaints(request.arguments.get("blocks") or [])
    elif request.method in VIEWS and "view" in request.arguments:
        yield from known.view_complaints(request.arguments["view"])


def _arguments(method: Method, request: Request) -> Iterator[str]:
    if request.sent_as == "json" and not method.reads_json:
        yield "does not read JSON"
    for name, value in request.arguments.items():
        if name not in method.arguments:
            yield f"has no argument {name!r}"
        elif not _fits(method.arguments[name].get("type"), value):
            yield f"{name} can't be {value!r}"
    for name in method.required:
        if request.arguments.get(name) in (None, ""):
            yield f"{name} is required"


def _fits(kind: str | None, value: Any) -> bool:
    if kind == "boolean":
        return value in BOOLEANS
    if kind == "integer":
        return isinstance(value, int) or (isinstance(value, str) and value.lstrip("-").isdigit())
    return kind != "string" or isinstance(value, str | int | float | dict | list)


def strange_answers(requests: Iterable[Request]) -> list[str]:
    """The errors that our fake gave and Slack does not describe for those methods, a line each."""
    known, found = described(), set()
    for request in requests if known else ():
        method = known.methods.get(request.method) if known else None
        allowed = GENERAL_ERRORS | method.errors if method else GENERAL_ERRORS
        if method and request.error and request.error not in allowed | UNDESCRIBED.get(request.method, set()):
            found.add(f"{request.method}: {request.error}")
    return sorted(found)


def validate_manifest(told: Json | Path | None) -> list[str]:
    """Everything wrong with a manifest: its shape, events and scopes that don't exist, events without their scope."""
    known = needed()
    app = manifest(told) if isinstance(told, Path) else told
    if app is None:
        return ["there is no manifest"]
    found = list(known.manifest_complaints(app))
    scopes = set(app.get("oauth_config", {}).get("scopes", {}).get("bot", []))
    found += [f"no scope {scope!r}" for scope in sorted(scopes - known.scopes)]
    for event in events_of(app):
        if event not in known.events:
            found.append(f"no event {event!r}")
        elif known.events[event] and not scopes & set(known.events[event]):
            found.append(f"{event} needs one of {sorted(known.events[event])}")
    features = app.get("features", {})
    if (features.get("slash_commands") or features.get("shortcuts")) and "commands" not in scopes:
        found.append("commands and shortcuts need the scope 'commands'")
    return found


def needless(app: Json, methods: Iterable[str]) -> list[str]:
    """The scopes that neither an event of the manifest, nor a command, nor one of these methods needs."""
    known = needed()
    wanted = {scope for event in events_of(app) for scope in known.events.get(event, ())}
    wanted |= {scope for name in set(methods) & set(known.methods) for scope in known.methods[name].scopes}
    features = app.get("features", {})
    if features.get("slash_commands") or features.get("shortcuts"):
        wanted.add("commands")
    return sorted(set(app["oauth_config"]["scopes"]["bot"]) - wanted)


def events_of(app: Json) -> list[str]:
    """The events that a manifest subscribes to."""
    found: list[str] = app.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])
    return found
