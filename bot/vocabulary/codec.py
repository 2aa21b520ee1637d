"""Typed values to JSON and back, through pydantic, for rows that outlive the process."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(kind: Any, value: Any) -> Any:
    """`value`, which is of the type (or union) `kind`, as plain JSON types."""
    return _adapter(kind).dump_python(value, mode="json")


def from_json(kind: Any, data: Any) -> Any:
    """The value that `to_json` wrote. Raises pydantic.ValidationError if the data is not of that type."""
    return _adapter(kind).validate_python(data)
