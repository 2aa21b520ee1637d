"""Slack's own descriptions of its interface, which lie beside the project and are no part of it.

known = described()          # None where they are missing; `needed()` skips the test that asked instead
"""

import functools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError, best_match
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Json = dict[str, Any]
WHERE = Path(__file__).parents[3] / "shared" / "specs" / "slack"
# Of these the SDK knows a parser that turns what is missing into something else, or none at all.
ONLY_BY_SCHEMA = frozenset({"rich_text", "alert", "card", "carousel", "container", "data_table", "plan"})
UNDESCRIBED = {
    "channel_archive": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_unarchive": ("groups:read",),
}
"""Events that Slack has and the description leaves out, with their scopes."""


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the Web API."""

    arguments: dict[str, Json]
    required: tuple[str, ...]
    reads_json: bool
    scopes: frozenset[str]
    errors: frozenset[str]


class Description:
    """Methods, events, the schemas of blocks and views and of the manifest."""

    def __init__(self, folder: Path) -> None:
        told = {
            name: each
            for name, each in _read(folder / "slack_api_ref_methods.json").items()
            if name != "methods"
        }
        self.methods = {name: _method(each) for name, each in told.items()}
        events = _read(folder / "slack_api_ref_events.json").items()
        self.events = {
            name: tuple(scope.replace("mentions.read", "mentions:read") for scope in each.get("scopes") or ())
            for name, each in events
            if "Events" in each.get("APIs", ())
        } | UNDESCRIBED
        self.limits: dict[str, int] = _read(folder / "slackblocks_limits_spec.json")
        self.scopes = frozenset(
            scope
            for scopes in (*(each.scopes for each in self.methods.values()), *self.events.values())
            for scope in scopes
        ) | {"commands"}
        self._manifest = Draft7Validator(_read(folder / "manifest.schema.2.0.0.json"))
        kit = folder / "block-kit-schemas"
        self._views = {
            name: _validator(_read(kit / f"{name.title()}.schema.json"), f"{name.title()}View")
            for name in ("modal", "home")
        }
        blocks = _read(kit / "Blocks.schema.json")
        self._blocks = {
            each["properties"]["type"]["const"]: _validator(blocks, name)
            for name, each in blocks["definitions"].items()
            if name.endswith("Block") and "const" in each.get("properties", {}).get("type", {})
        }
        self._blocks["image"] = _validator(blocks, "ImageBlock")
        self._seen: dict[str, list[str]] = {}

    def block_complaints(self, blocks: Sequence[Any]) -> Iterator[str]:
        """What is wrong with some blocks, by the schemas and by the SDK's own models."""
        for number, block in enumerate(blocks):
            for reason in self._once(f"block {json.dumps(block, sort_keys=True)}", block, self._of_block):
                yield f"block {number}: {reason}"

    def view_complaints(self, view: Any) -> Iterator[str]:
        """What is wrong with a view, its blocks included."""
        kind = view.get("type") if isinstance(view, dict) else None
        if kind not in self._views:
            yield f"a view of type {kind!r}"
            return
        yield from self._once(f"view {json.dumps(view, sort_keys=True)}", view, self._of_view)
        yield from self.block_complaints(view.get("blocks") or [])

    def manifest_complaints(self, manifest: Json) -> Iterator[str]:
        """What is wrong with a manifest by its schema."""
        for error in self._manifest.iter_errors(manifest):
            yield _explain(error)

    def _once(self, key: str, told: Any, look: Any) -> list[str]:
        # The same card is drawn many times, and to look at it takes a while.
        if key not in self._seen:
            self._seen[key] = list(look(told))
        return self._seen[key]

    def _of_block(self, block: Any) -> Iterator[str]:
        kind = block.get("type") if isinstance(block, dict) else None
        if kind not in self._blocks:
            yield f"no block of type {kind!r}"
            return
        if (error := best_match(self._blocks[kind].iter_errors(block))) is not None:
            yield _explain(error)
        if kind in ONLY_BY_SCHEMA:
            return
        try:
            if (parsed := Block.parse(block)) is not None:
                parsed.to_dict()
        except SlackObjectFormationError as wrong:
            yield f"the SDK says: {wrong}"
        except TypeError as wrong:
            yield f"the SDK can't read it: {wrong}"

    def _of_view(self, view: Json) -> Iterator[str]:
        bare = view | {"blocks": []}
        if (error := best_match(self._views[view["type"]].iter_errors(bare))) is not None:
            yield _explain(error)
        try:
            View(**bare | {"blocks": (view.get("blocks") or []) and [{"type": "divider"}]}).to_dict()
        except (SlackObjectFormationError, TypeError) as wrong:
            yield f"the SDK says: {wrong}"


def _method(told: Json) -> Method:
    arguments, scope = told["args"], told["scope"]
    return Method(
        arguments.get("properties") or {},
        tuple(name for name in arguments.get("required") or () if name != "token"),
        bool(told.get("json_input_supported")),
        # Some say "none" where others have no scopes.
        frozenset(scope.get("bot") or () if isinstance(scope, dict) else ()),
        frozenset(told.get("errors") or ()),
    )


def _validator(document: Json, name: str) -> Draft7Validator:
    return Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": document["definitions"]})


def _explain(error: ValidationError) -> str:
    place = ".".join(str(step) for step in error.absolute_path) or "it"
    return f"{place}: {re.sub(r'[ ]+', ' ', error.message)[:200]}"


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@functools.cache
def _description() -> Description:
    return Description(WHERE)


def described() -> Description | None:
    """Slack's descriptions, or None where they don't lie beside the project."""
    return _description() if WHERE.exists() else None


def needed() -> Description:
    """Slack's descriptions; the test is skipped where they don't lie beside the project."""
    if not WHERE.exists():
        pytest.skip(f"the descriptions of Slack's interface are not in {WHERE.name}/ beside the project")
    return _description()
