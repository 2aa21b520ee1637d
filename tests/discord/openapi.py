"""Requests held against Discord's own description of its API, and against rules that it leaves out.

    complaints = validate(fake.requests, description())

The description lies beside the project (`../shared/specs/discord/openapi.json`) and is no part of it; without it
`description()` skips the test that asked. Snowflakes may be numbers: Discord takes them, and discord.py sends them.
"""

import functools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.discord.rules import broken_rules
from tests.fakes.discord.journal import Request

WHERE = Path(__file__).parents[3] / "shared" / "specs" / "discord" / "openapi.json"
ROOT = "urn:discord"
# What discord.py sends although nobody knows it there; Discord takes no notice.
LIBRARY_SENDS = {"PATCH /channels/{channel_id}/messages/{message_id}": ("tts",)}
PREFIX = re.compile(r"^/api/v10")


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path of the description."""

    path: str
    method: str
    told: dict[str, Any]
    shared_parameters: tuple[dict[str, Any], ...]

    @property
    def pointer(self) -> str:
        """Where it is in the description."""
        return f"{ROOT}#/paths/{self.path.replace('~', '~0').replace('/', '~1')}/{self.method}"


class Description:
    """Discord's OpenAPI description, with validators made once each."""

    def __init__(self, text: str) -> None:
        self.document = json.loads(text)
        snowflake = self.document["components"]["schemas"]["SnowflakeType"]
        snowflake["type"] = ["string", "integer"]
        resource = DRAFT202012.create_resource(self.document)
        self._registry: Registry[Any] = Registry().with_resource(ROOT, resource)
        self._validators: dict[str, Draft202012Validator] = {}
        self._seen: dict[str, list[str]] = {}
        self._operations = [
            (re.compile(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(path)) + "$"), path)
            for path in self._by_detail()
        ]

    def _by_detail(self) -> list[str]:
        """Paths with the most fixed steps first, so that /users/@me is found before /users/{user_id}."""
        return sorted(self.document["paths"], key=lambda path: path.count("{"))

    def operation(self, method: str, path: str) -> Operation | None:
        """What the description says of a method and a path; None if it knows none such."""
        for pattern, template in self._operations:
            told = self.document["paths"][template]
            if pattern.match(path) and method.lower() in told:
                return Operation(
                    template, method.lower(), told[method.lower()], tuple(told.get("parameters", ()))
                )
        return None

    def validator(self, pointer: str, *, closed: bool = False) -> Draft202012Validator:
        """The validator of a schema by its place; `closed` forbids fields that the schema does not name."""
        key = f"{pointer} {closed}"
        if key not in self._validators:
            schema: dict[str, Any] = {"$ref": pointer}
            if closed:
                schema["unevaluatedProperties"] = False
            self._validators[key] = Draft202012Validator(schema, registry=self._registry)
        return self._validators[key]

    def complaints(self, request: Request) -> Iterator[str]:
        """What is wrong with one request."""
        operation = self.operation(request.method, PREFIX.sub("", request.path))
        if operation is None:
            yield "the API has no such route"
            return
        yield from self._parameters(operation, request)
        body = operation.told.get("requestBody")
        if body is None:
            if request.json is not None or request.files:
                yield "takes no body"
        elif request.json is not None:
            place = f"{operation.pointer}/requestBody/content/application~1json/schema"
            yield from self._body(place, _without(request.json, LIBRARY_SENDS.get(request.route, ())))
        elif body.get("required") and not request.files:
            yield "takes a body"

    def _body(self, place: str, body: Any) -> Iterator[str]:
        # Every test registers the same commands, and to look at them takes a second.
        key = f"{place} {json.dumps(body, sort_keys=True)}"
        if key not in self._seen:
            errors = self.validator(place, closed=isinstance(body, dict)).iter_errors(body)
            self._seen[key] = [_explain(error) for error in errors]
        yield from self._seen[key]

    def answer_complaints(self, request: Request) -> Iterator[str]:
        """What is wrong with the answer that our fake gave, if it was one of the good ones that are described."""
        operation = self.operation(request.method, PREFIX.sub("", request.path))
        if operation is None or request.status is None or request.status >= 300:
            return
        told = operation.told["responses"].get(str(request.status))
        if told is None:
            yield f"answers are never {request.status} but {sorted(operation.told['responses'])}"
        elif "content" in told:
            place = f"{operation.pointer}/responses/{request.status}/content/application~1json/schema"
            for error in self.validator(place).iter_errors(request.answer):
                yield _explain(error)

    def _parameters(self, operation: Operation, request: Request) -> Iterator[str]:
        known = {
            each["name"]: each
            for each in (*operation.shared_parameters, *operation.told.get("parameters", ()))
        }
        for name, text in request.query.items():
            if name not in known or known[name]["in"] != "query":
                yield f"no parameter {name!r}"
                continue
            value = self._parsed(known[name]["schema"], text)
            schema = (
                {"$ref": f"{ROOT}{known[name]['schema']['$ref']}"}
                if "$ref" in known[name]["schema"]
                else known[name]["schema"]
            )
            validator = Draft202012Validator(schema, registry=self._registry)
            for error in validator.iter_errors(value):
                yield f"parameter {name}: {error.message}"
        for name, about in known.items():
            if about["in"] == "query" and about.get("required") and name not in request.query:
                yield f"parameter {name} is required"

    def _one_parameter(self, schema: dict[str, Any]) -> Draft202012Validator:
        if "$ref" in schema:
            return self.validator(ROOT + schema["$ref"])
        return Draft202012Validator(schema, registry=self._registry)

    def _parsed(self, schema: dict[str, Any], text: str) -> Any:
        kind = schema.get("type")
        if kind == "integer" and re.fullmatch(r"-?\d+", text):
            return int(text)
        if kind == "boolean" and text in ("0", "1", "true", "false"):
            return text in ("1", "true")
        return text


def _without(body: Any, fields: Iterable[str]) -> Any:
    return (
        {key: value for key, value in body.items() if key not in fields} if isinstance(body, dict) else body
    )


def _explain(error: Any) -> str:
    """The innermost reason of an error, with the place it is at."""
    while error.context:
        error = min(_meant(error), key=lambda each: (-len(each.absolute_path), len(str(each.message))))
    place = ".".join(str(step) for step in error.absolute_path) or "body"
    return f"{place}: {str(error.message)[:200]}"


def _meant(error: Any) -> list[Any]:
    """Of several alternatives the errors of those that were meant: an alternative of another `type` was not."""
    of_another_type = {
        each.schema_path[0]
        for each in error.context
        if "type" in list(each.path)[-1:] and len(each.absolute_path) == len(error.absolute_path) + 1
    }
    return [each for each in error.context if each.schema_path[0] not in of_another_type] or list(
        error.context
    )


@functools.cache
def _read(path: Path) -> Description:
    return Description(path.read_text("utf-8"))


def description() -> Description:
    """Discord's description of its API; the test is skipped where it does not lie beside the project."""
    if not WHERE.exists():
        pytest.skip(f"Discord's API description is not at {WHERE.name} beside the project")
    return _read(WHERE)


def validate(requests: Iterable[Request], known: Description | None = None) -> list[str]:
    """Everything wrong with some requests, a line each; with no description, by our own rules alone."""
    found = []
    for request in requests:
        reasons = list(broken_rules(request)) + (list(known.complaints(request)) if known else [])
        found += [f"{request.method} {request.path}: {reason}" for reason in reasons]
    return found


def validate_all(requests: Iterable[Request]) -> list[str]:
    """As `validate`, with the description where there is one."""
    return validate(requests, _read(WHERE) if WHERE.exists() else None)


def wrong_answers(requests: Iterable[Request], known: Description) -> list[str]:
    """Everything in the fake's good answers that Discord would not answer, a line each."""
    return [
        f"{request.method} {request.path}: {reason}"
        for request in requests
        for reason in known.answer_complaints(request)
    ]
