"""What Slack itself refuses in messages and views; the strictest that its reference tells."""

from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.model import Json, elements
from tests.fakes.slack.problems import Refused, invalid_arguments, invalid_blocks

LONGEST_TEXT = 40_000
LONGEST_UPDATE = 4_000
TOTAL = 13_200
"""Of all words in a message's blocks, found by experiment: msg_blocks_too_long beyond."""

BLOCKS = frozenset(
    {
        "section",
        "divider",
        "header",
        "context",
        "actions",
        "image",
        "input",
        "rich_text",
        "file",
        "video",
        "markdown",
    }
    | {"table", "context_actions", "alert"}
)
OF_VIEWS = frozenset(
    {"section", "divider", "header", "context", "actions", "image", "input", "rich_text", "video"}
)
TEXTS = {"section": 3000, "header": 150}
MOST_ELEMENTS = {"actions": 25, "context": 10}
LENGTHS = {"action_id": 255, "block_id": 255, "value": 2000}
LABELS = {"button": 75}


def check_message(arguments: Json, blocks: list[Json], *, longest: int = LONGEST_TEXT) -> None:
    """Refused if a message can't be shown: no_text, msg_too_long, invalid_blocks, msg_blocks_too_long."""
    text = str(arguments.get("text") or "")
    if not text.strip() and not blocks and not arguments.get("attachments"):
        raise Refused("no_text")
    if len(text) > longest:
        raise Refused("msg_too_long")
    if len(blocks) > 50:
        raise invalid_blocks("no more than 50 items allowed [json-pointer:/blocks]")
    if wrong := list(block_problems(blocks, BLOCKS)):
        raise invalid_blocks(*wrong)
    if sum(len(each) for each in _texts(blocks)) > TOTAL:
        raise Refused("msg_blocks_too_long")
    if (metadata := arguments.get("metadata")) is not None:
        good = isinstance(metadata, dict) and set(metadata) >= {"event_type", "event_payload"}
        if not good or not isinstance(metadata["event_payload"], dict):
            raise Refused("invalid_metadata_format")


def check_view(view: Any, kind: str) -> Json:
    """The view, if Slack would show it."""
    if not isinstance(view, dict) or view.get("type") != kind:
        raise invalid_arguments(f"failed to match all allowed schemas [json-pointer:/view], wanted {kind}")
    wrong = list(block_problems(view.get("blocks") or [], OF_VIEWS))
    if not 1 <= len(view.get("blocks") or []) <= 100:
        wrong.append("between 1 and 100 blocks are needed [json-pointer:/view/blocks]")
    if len(str(view.get("private_metadata") or "")) > 3000:
        wrong.append("private_metadata is too long [json-pointer:/view/private_metadata]")
    if len(str(view.get("callback_id") or "")) > 255:
        wrong.append("callback_id is too long [json-pointer:/view/callback_id]")
    if kind == "modal":
        wrong += _modal(view)
    if wrong:
        raise invalid_arguments(*wrong)
    return view


def _modal(view: Json) -> Iterator[str]:
    for key in ("title", "submit", "close"):
        words = (view.get(key) or {}).get("text", "")
        if (key == "title" or view.get(key)) and not 1 <= len(words) <= 24:
            yield f"must be 1 to 24 characters [json-pointer:/view/{key}/text]"
    if any(each.get("type") == "input" for each in view.get("blocks") or []) and not view.get("submit"):
        yield "a modal with inputs needs submit [json-pointer:/view/submit]"


def block_problems(blocks: list[Json], known: frozenset[str]) -> Iterator[str]:
    """What is wrong with some blocks, as Slack would say it."""
    ids = [each["block_id"] for each in blocks if each.get("block_id")]
    if len(set(ids)) < len(ids):
        yield "`block_id` must be unique [json-pointer:/blocks]"
    for number, block in enumerate(blocks):
        for problem in _block(block, known):
            yield f"{problem} [json-pointer:/blocks/{number}]"


def _block(block: Json, known: frozenset[str]) -> Iterator[str]:
    kind = block.get("type")
    if kind not in known:
        yield f"unsupported type: {kind}"
        return
    if kind in ("section", "header"):
        yield from _said(block, TEXTS[kind])
    if kind == "section" and not block.get("text") and not block.get("fields"):
        yield "missing required field: text or fields"
    for each in block.get("fields") or []:
        yield from _text(each, 2000)
    if len(block.get("fields") or []) > 10:
        yield "no more than 10 items allowed"
    if kind in MOST_ELEMENTS and not 1 <= len(block.get("elements") or []) <= MOST_ELEMENTS[kind]:
        yield f"between 1 and {MOST_ELEMENTS[kind]} elements are needed"
    if kind == "context":
        for each in block.get("elements") or []:
            yield from _text(each, 3000) if each.get("type") != "image" else ()
    if kind == "input" and not (
        (block.get("label") or {}).get("text") and isinstance(block.get("element"), dict)
    ):
        yield "missing required field: label or element"
    yield from _elements(block)


def _elements(block: Json) -> Iterator[str]:
    there = elements([block])
    ids = [each.get("action_id") for each in there if each.get("action_id")]
    if len(set(ids)) < len(ids):
        yield "`action_id` must be unique in a block"
    for each in there:
        for name, most in LENGTHS.items():
            if isinstance(each.get(name), str) and len(each[name]) > most:
                yield f"{name} must be less than {most + 1} characters"
        if each.get("type") == "button":
            yield from _text(each.get("text") or {}, LABELS["button"])
        options = each.get("options")
        if options is not None and not 1 <= len(options) <= 100:
            yield "between 1 and 100 options are needed"
        for option in options or []:
            yield from _text(option.get("text") or {}, 75)
            if len(str(option.get("value", ""))) > 150:
                yield "an option's value must be less than 151 characters"


def _said(block: Json, most: int) -> Iterator[str]:
    if block.get("text") is not None:
        yield from _text(block["text"], most)


def _text(told: Any, most: int) -> Iterator[str]:
    if not isinstance(told, dict) or told.get("type") not in ("plain_text", "mrkdwn"):
        yield "a text object is needed"
    elif not told.get("text"):
        yield "must be more than 0 characters"
    elif len(told["text"]) > most:
        yield f"must be less than {most + 1} characters"


def _texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(tree, list):
        for each in tree:
            yield from _texts(each)
