"""Rules that no description tells: Slack's own about what it will show, and ours about what we say."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.slack.checks import LONGEST_TEXT, LONGEST_UPDATE, TOTAL
from tests.fakes.slack.journal import Request
from tests.fakes.slack.model import elements

Json = dict[str, Any]
MESSAGES = ("chat.postMessage", "chat.update", "chat.postEphemeral", "response_url")
VIEWS = ("views.open", "views.update", "views.push", "views.publish")
LONGEST = {"chat.update": LONGEST_UPDATE}
CALLS_EVERYBODY = re.compile(r"<!(here|channel|everyone)\b")
OPAQUE = re.compile(r"[A-Za-z0-9_.:=-]{1,128}")
NEVER = ("link_names", "parse", "as_user", "username", "icon_emoji", "icon_url", "markdown_text")
OUR_FAULT = frozenset(
    {"invalid_arguments", "invalid_blocks", "invalid_blocks_format", "no_text", "msg_blocks_too_long"}
    | {
        "unknown_method",
        "not_allowed_token_type",
        "not_authed",
        "invalid_metadata_format",
        "too_many_attachments",
    }
    | {
        "invalid_name_specials",
        "invalid_name_required",
        "invalid_name_maxlength",
        "invalid_cursor",
        "invalid_limit",
    }
    | {"cannot_reply_to_message", "users_list_not_supplied", "invalid_types"}
)
"""Errors that only a mistake of the caller's brings about."""

# Where a limit of the description applies: the type of an element or block, its field, and the limit's name.
LENGTHS: tuple[tuple[str, str, str], ...] = (
    ("button", "text", "button.text.max_length"),
    ("button", "value", "button.value.max_length"),
    ("button", "url", "button.url.max_length"),
    ("header", "text", "header.text.max_length"),
    ("section", "text", "section.text.max_length"),
    ("input", "label", "input.label.max_length"),
    ("input", "hint", "input.hint.max_length"),
    ("image", "alt_text", "image.alt_text.max_length"),
    ("plain_text_input", "placeholder", "plain_text_input.placeholder.max_length"),
    ("static_select", "placeholder", "select.placeholder.max_length"),
    ("external_select", "placeholder", "select.placeholder.max_length"),
    ("modal", "title", "view.title.max_length"),
    ("modal", "submit", "view.submit.max_length"),
    ("modal", "close", "view.close.max_length"),
    ("modal", "private_metadata", "view.private_metadata.max_length"),
    ("modal", "callback_id", "view.callback_id.max_length"),
    ("home", "private_metadata", "view.private_metadata.max_length"),
)
COUNTS: tuple[tuple[str, str, str], ...] = (
    ("actions", "elements", "actions.elements.max_items"),
    ("context", "elements", "context.elements.max_items"),
    ("section", "fields", "section.fields.max_items"),
    ("static_select", "options", "select.options.max_items"),
    ("radio_buttons", "options", "radio_buttons.options.max_items"),
    ("checkboxes", "options", "checkboxes.options.max_items"),
    ("overflow", "options", "overflow.options.max_items"),
    ("modal", "blocks", "view.blocks.max_items"),
    ("home", "blocks", "view.blocks.max_items"),
)
FILLED = frozenset({"elements", "options"})
"""What may not be empty where it stands."""


def broken_rules(request: Request, limits: Mapping[str, int] | None) -> Iterator[str]:
    """What is wrong with a call by these rules; `limits` are those of the description, if it is there."""
    arguments = request.arguments
    if request.method in MESSAGES and not _only_deletes(arguments):
        yield from _message(request)
        yield from _blocks(arguments.get("blocks") or [], limits)
        if len(arguments.get("blocks") or []) > 50:
            yield f"{len(arguments['blocks'])} blocks"
    elif request.method in VIEWS and isinstance(arguments.get("view"), dict):
        yield from _tree(arguments["view"], limits)
        yield from _ids(arguments["view"].get("blocks") or [])
        yield from _calls(arguments["view"])
    elif request.method == "files.completeUploadExternal" and "initial_comment" in arguments:
        yield from _called(str(arguments["initial_comment"]), "the comment of a file")
    if request.error in OUR_FAULT:
        yield f"was refused: {request.error} {(request.answer or {}).get('response_metadata', '')}"


def _only_deletes(arguments: Json) -> bool:
    return arguments.get("delete_original") in (True, "true")


def _message(request: Request) -> Iterator[str]:
    arguments, text = request.arguments, str(request.arguments.get("text") or "")
    if not text.strip():
        yield "no text on top, which notifications and screen readers read"
    if len(text) > (most := LONGEST.get(request.method, LONGEST_TEXT)):
        yield f"a text of {len(text)} characters, more than {most}"
    for name in NEVER:
        if arguments.get(name) not in (None, False, "none", "false"):
            yield f"{name} is set"
    public = request.method == "chat.postMessage" or arguments.get("response_type") == "in_channel"
    for name in ("unfurl_links", "unfurl_media"):
        if public and arguments.get(name) not in (False, "false", "0"):
            yield f"{name} is not switched off"
    if request.about == "block_actions" and "replace_original" not in arguments:
        yield "does not say whether it replaces what was pressed"
    yield from _called(text, "the text")
    yield from _metadata(arguments.get("metadata"))


def _metadata(metadata: Any) -> Iterator[str]:
    """Everybody in the workspace can read it."""
    if metadata is None:
        return
    if not isinstance(metadata, dict) or set(metadata) != {"event_type", "event_payload"}:
        yield f"metadata has {metadata!r}"
        return
    for key, value in metadata["event_payload"].items():
        if not OPAQUE.fullmatch(str(value)):
            yield f"metadata tells {key}={value!r}"


def _blocks(blocks: list[Json], limits: Mapping[str, int] | None) -> Iterator[str]:
    for block in blocks:
        yield from _tree(block, limits)
    yield from _ids(blocks)
    for block in blocks:
        yield from _calls(block)
    if (size := sum(len(text) for text in _words(blocks))) > TOTAL:
        yield f"{size} characters in its blocks"


def _ids(blocks: list[Json]) -> Iterator[str]:
    names = [each["block_id"] for each in blocks if "block_id" in each]
    if len(set(names)) < len(names):
        yield f"two blocks of one block_id: {sorted(names)}"
    for block in blocks:
        actions = [each["action_id"] for each in elements([block]) if "action_id" in each]
        if len(set(actions)) < len(actions):
            yield f"two elements of one action_id in a block: {sorted(actions)}"
    for element in elements(blocks):
        if element.get("type") != "image" and not 1 <= len(str(element.get("action_id", ""))) <= 255:
            yield f"an action_id of {len(str(element.get('action_id', '')))} characters"
    if any(not 1 <= len(name) <= 255 for name in names):
        yield "a block_id that is empty or longer than 255 characters"


def _tree(node: Any, limits: Mapping[str, int] | None) -> Iterator[str]:
    """Every object in a block or view: texts are not empty, and nothing is longer than it may be."""
    if isinstance(node, list):
        for each in node:
            yield from _tree(each, limits)
    if not isinstance(node, dict):
        return
    kind = node.get("type")
    if kind in ("plain_text", "mrkdwn") and not str(node.get("text") or "").strip():
        yield "a text with nothing in it"
    if kind == "text" and node.get("text") == "":
        yield "a run of rich text with nothing in it"
    if limits is not None:
        yield from _too_much(node, limits)
    for key, value in node.items():
        if key in FILLED and value == []:
            yield f"{kind} has no {key}"
        yield from _tree(value, limits)


def _too_much(node: Json, limits: Mapping[str, int]) -> Iterator[str]:
    for kind, name, limit in LENGTHS:
        if node.get("type") == kind and name in node:
            told = node[name]["text"] if isinstance(node[name], dict) else str(node[name] or "")
            if len(told) > limits[limit]:
                yield f"{kind}.{name} of {len(told)} characters, more than {limits[limit]}"
    for kind, name, limit in COUNTS:
        if node.get("type") == kind and len(node.get(name) or ()) > limits[limit]:
            yield f"{kind} with {len(node[name])} {name}, more than {limits[limit]}"
    for option in node.get("options") or ():
        yield from _option(option, limits)
    for field in node.get("fields") or () if node.get("type") == "section" else ():
        if len(field["text"]) > limits["section.fields.item_max_length"]:
            yield "a field of more than 2000 characters"


def _option(option: Json, limits: Mapping[str, int]) -> Iterator[str]:
    if len(option["text"]["text"]) > limits["option.text.max_length"]:
        yield "an option whose words are too long"
    if len(str(option.get("value", ""))) > limits["option.value.max_length"]:
        yield "an option whose value is too long"


def _calls(node: Any) -> Iterator[str]:
    """Nobody calls everybody: mrkdwn and markdown read `<!here>`, plain text and rich text don't."""
    if isinstance(node, list):
        for each in node:
            yield from _calls(each)
    if not isinstance(node, dict):
        return
    if node.get("type") in ("mrkdwn", "markdown"):
        yield from _called(str(node.get("text") or ""), "a block")
    if node.get("type") == "broadcast":
        yield "a block calls everybody"
    for value in node.values():
        yield from _calls(value)


def _called(text: str, where: str) -> Iterator[str]:
    if found := CALLS_EVERYBODY.search(text):
        yield f"{where} calls everybody: {found[0]}>"


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _words(each)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from _words(value)
