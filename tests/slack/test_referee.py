"""The referee finds what is wrong, and leaves alone what is right."""

import copy
import re
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.slack.journal import Request
from tests.slack.descriptions import needed
from tests.slack.referee import MANIFEST as MANIFEST_FILE
from tests.slack.referee import manifest, needless, problems, validate_manifest

Json = dict[str, Any]
ADAPTER = Path("adapters/slack")


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def button(text: str = "Claim", **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": "claim:1"} | more


def actions(*elements: Json, block_id: str = "row") -> Json:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def section(text: str = "Case 1") -> Json:
    return {"type": "section", "text": mrkdwn(text)}


def words(text: str) -> Json:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_quote", "elements": [{"type": "text", "text": text}]}],
    }


def message(*blocks: Json, **more: Any) -> Request:
    usual: Json = {"channel": "C1", "text": "Case 1", "unfurl_links": False, "unfurl_media": False}
    return Request("chat.postMessage", usual | ({"blocks": list(blocks)} if blocks else {}) | more, "json")


def modal(*blocks: Json, **more: Any) -> Request:
    view: Json = {"type": "modal", "title": plain("Reply"), "submit": plain("Send"), "callback_id": "reply"}
    view |= {"blocks": list(blocks) or [field()]} | more
    return Request("views.open", {"trigger_id": "1.2.a", "view": view}, "json")


def field(**element: Any) -> Json:
    told = {"type": "plain_text_input", "action_id": "text", "multiline": True} | element
    return {"type": "input", "block_id": "text", "label": plain("Your answer"), "element": told}


GOOD = [
    message(),
    message(
        section(), {"type": "divider"}, actions(button(style="primary", value="7")), words("<!here> free")
    ),
    message(
        {"type": "header", "text": plain("The queue")}, {"type": "context", "elements": [mrkdwn("since 9")]}
    ),
    message(metadata={"event_type": "ombud", "event_payload": {"key": "a" * 32}}, thread_ts="1.2"),
    modal(),
    modal(field(initial_value="So far"), private_metadata="C1/1.2"),
    Request("views.publish", {"user_id": "U1", "view": {"type": "home", "blocks": [section()]}}, "json"),
    Request("users.info", {"user": "U1", "include_locale": "true"}, "form"),
    Request("response_url", {"text": "Done", "replace_original": False}, "json", about="block_actions"),
    Request("response_url", {"delete_original": True}, "json", about="block_actions"),
    Request("upload", {"length": 3}),
    Request("conversations.replies", {"channel": "C1", "ts": "1.2", "limit": 100}, "form"),
]


@pytest.mark.parametrize("request_", GOOD, ids=range(len(GOOD)))
def test_what_is_right_is_left_alone(request_: Request) -> None:
    needed()
    assert problems([request_]) == []


def rule(request: Request, complaint: str) -> tuple[Request, str]:
    return request, complaint


BROKEN = [
    rule(message(text=""), "no text on top"),
    rule(message(section(), text=" "), "no text on top"),
    rule(message(text="x" * 40_001), "more than 40000"),
    rule(Request("chat.update", {"channel": "C1", "ts": "1.2", "text": "x" * 4001}), "more than 4000"),
    rule(message(text="<!here> look"), "the text calls everybody"),
    rule(message(section("<!channel> look")), "a block calls everybody"),
    rule(message(section("<!everyone|all> look")), "a block calls everybody"),
    rule(
        message(
            {
                "type": "rich_text",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]}
                ],
            }
        ),
        "a block calls everybody",
    ),
    rule(message(link_names=True), "link_names is set"),
    rule(message(parse="full"), "parse is set"),
    rule(message(unfurl_links=True), "unfurl_links is not switched off"),
    rule(Request("chat.postMessage", {"channel": "C1", "text": "Hi"}), "unfurl_media is not switched off"),
    rule(message(section(""), actions(button())), "a text with nothing in it"),
    rule(message(section("  ")), "a text with nothing in it"),
    rule(message(section() | {"block_id": "a"}, section() | {"block_id": "a"}), "two blocks of one block_id"),
    rule(message(actions(button(), button("Solve"))), "two elements of one action_id"),
    rule(message(actions(button(action_id=""))), "an action_id of 0 characters"),
    rule(message(*(section("x" * 2900) for _ in range(5))), "14500 characters in its blocks"),
    rule(message(*(section() for _ in range(51))), "51 blocks"),
    rule(message(actions()), "actions has no elements"),
    rule(
        message(metadata={"event_type": "ombud", "event_payload": {"words": "The bread is stale"}}),
        "metadata tells",
    ),
    rule(
        Request("response_url", {"text": "Done"}, "json", about="block_actions"),
        "does not say whether it replaces",
    ),
    rule(
        Request("response_url", {"text": "Hi", "response_type": "in_channel"}),
        "unfurl_links is not switched off",
    ),
    rule(
        Request(
            "chat.postMessage", message().arguments, "json", answer={"ok": False, "error": "invalid_blocks"}
        ),
        "was refused: invalid_blocks",
    ),
    rule(modal(field(), field()), "two blocks of one block_id"),
]

DESCRIBED = [
    rule(Request("chat.shout", {"text": "Hi"}), "no such method"),
    rule(message(colour="red"), "has no argument 'colour'"),
    rule(Request("views.open", {"trigger_id": "1.2.a"}), "view is required"),
    rule(Request("pins.add", {"timestamp": "1.2"}), "channel is required"),
    rule(Request("users.info", {"user": "U1"}, "json"), "does not read JSON"),
    rule(
        Request("files.getUploadURLExternal", {"filename": "a", "length": "many"}), "length can't be 'many'"
    ),
    rule(Request("conversations.create", {"name": "a", "is_private": "yes"}), "is_private can't be 'yes'"),
    rule(message({"type": "sektion", "text": mrkdwn("Hi")}), "no block of type 'sektion'"),
    rule(message(section() | {"colour": "red"}), "Additional properties"),
    rule(message({"type": "section", "text": "Hi"}), "block 0"),
    rule(message(section("x" * 3001)), "section.text of 3001 characters"),
    rule(message({"type": "header", "text": mrkdwn("Hi")}), "block 0"),
    rule(message({"type": "header", "text": plain("x" * 151)}), "header.text of 151 characters"),
    rule(message(actions(button("x" * 76))), "button.text of 76 characters"),
    rule(message(actions(button(value="x" * 2001))), "button.value of 2001 characters"),
    rule(message(actions(button(action_id="x" * 256))), "256 characters"),
    rule(message(actions(button(style="green"))), "block 0"),
    rule(message(actions(*(button(action_id=f"a{n}") for n in range(26)))), "actions with 26 elements"),
    rule(message({"type": "context", "elements": [mrkdwn("a")] * 11}), "context with 11 elements"),
    rule(message({"type": "section", "fields": [mrkdwn("a")] * 11}), "section with 11 fields"),
    rule(message({"type": "divider", "text": plain("a")}), "block 0"),
    rule(
        message(
            actions(
                {
                    "type": "static_select",
                    "action_id": "a",
                    "options": [{"text": plain("a"), "value": str(n)} for n in range(101)],
                }
            )
        ),
        "static_select with 101 options",
    ),
    rule(modal(title=plain("x" * 25)), "modal.title of 25 characters"),
    rule(modal(private_metadata="x" * 3001), "modal.private_metadata of 3001 characters"),
    rule(modal(submit=None), "it"),
    rule(modal(footer=plain("a")), "footer"),
    rule(
        Request("views.open", {"trigger_id": "1.2.a", "view": {"type": "pop-up", "blocks": []}}),
        "a view of type",
    ),
    rule(Request("views.publish", {"user_id": "U1", "view": {"type": "home"}}), "blocks"),
]


@pytest.mark.parametrize(("request_", "complaint"), BROKEN, ids=range(len(BROKEN)))
def test_what_breaks_a_rule_is_found(request_: Request, complaint: str) -> None:
    found = problems([request_])
    assert any(complaint in each for each in found), found


@pytest.mark.parametrize(("request_", "complaint"), DESCRIBED, ids=range(len(DESCRIBED)))
def test_what_slack_does_not_describe_is_found(request_: Request, complaint: str) -> None:
    needed()
    found = problems([request_])
    assert any(complaint in each for each in found), found


MANIFEST: Json = {
    "display_information": {"name": "Ombud"},
    "features": {
        "bot_user": {"display_name": "Ombud", "always_online": True},
        "slash_commands": [{"command": "/ombud", "description": "Everything", "should_escape": True}],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "channels:history", "commands"]}},
    "settings": {"event_subscriptions": {"bot_events": ["message.channels"]}, "socket_mode_enabled": True},
}


def changed(*path: str, to: Any) -> Json:
    """The manifest with something else in one place."""
    told = copy.deepcopy(MANIFEST)
    inner = told
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return told


def test_a_good_manifest_is_left_alone() -> None:
    assert validate_manifest(MANIFEST) == []
    assert needless(MANIFEST, ["chat.postMessage"]) == []


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        (changed("display_information", to={}), "name"),
        (
            changed("oauth_config", "scopes", "bot", to=["commands", "chat:shout", "channels:history"]),
            "no scope",
        ),
        (changed("settings", "event_subscriptions", "bot_events", to=["message.shouts"]), "no event"),
        (
            changed("settings", "event_subscriptions", "bot_events", to=["app_mention"]),
            "app_mention needs one of",
        ),
        (changed("oauth_config", "scopes", "bot", to=["chat:write", "channels:history"]), "'commands'"),
        (changed("features", "slash_commands", to=[{"command": "ombud"}]), "description"),
    ],
    ids=range(6),
)
def test_a_bad_manifest_is_found(told: Json, complaint: str) -> None:
    found = validate_manifest(told)
    assert any(complaint in each for each in found), found


def test_a_scope_that_nothing_needs_is_found() -> None:
    assert needless(MANIFEST, []) == ["chat:write"]


def test_a_call_whose_scope_the_manifest_lacks_is_found() -> None:
    needed()
    found = problems([Request("pins.add", {"channel": "C1", "timestamp": "1.2"})], MANIFEST)
    assert found == ["pins.add: needs one of ['pins:write'], and the manifest asks for none"]


def test_the_projects_own_manifest_is_good() -> None:
    assert validate_manifest(MANIFEST_FILE) == []


def test_the_projects_own_manifest_asks_for_nothing_that_nobody_uses() -> None:
    """By what the adapter's source names: a method as `pins.add`, or the client's own as `pins_add`."""
    known, app = needed(), manifest()
    assert app is not None
    source = "\n".join(path.read_text("utf-8") for path in ADAPTER.glob("*.py"))
    words = set(re.findall(r"[A-Za-z_.]+", source))
    called = [name for name in known.methods if name in words or f"client.{name.replace('.', '_')}" in source]
    assert needless(app, called) == []
