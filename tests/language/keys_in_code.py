"""The sentence keys that the code names, found by reading it.

A key is a literal ("core.yes"), a literal that other keys begin with ("intake.ack.ordinary", one of which is
chosen later), or an f-string with at least its first segment constant (f"status.{case.status}").
"""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
# Calls whose dotted words are no sentences: names of transactions, timers, views, tasks, events; tables.
NOT_SENTENCES = {
    "transaction", "due", "view", "timers.set", "timers.cancel", "View", "edge", "start", "files",
    "bind", "debug", "info", "warning", "error", "exception", "critical",
    "ForeignKey", "ForeignKeyConstraint",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A key, or a pattern for a family of keys, and where it stands."""

    where: str
    key: str
    pattern: str

    def matches(self, keys: Collection[str]) -> set[str]:
        if self.key in keys:
            return {self.key}
        return {key for key in keys if re.fullmatch(self.pattern, key)}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A call that gives a literal key and its values by name: `voice.say("key", name=...)`."""

    where: str
    key: str
    values: frozenset[str]


@cache
def code() -> dict[str, ast.Module]:
    """The syntax trees of the program, by path."""
    paths = (path for folder in ("bot", "cogs", "adapters") for path in sorted((ROOT / folder).rglob("*.py")))
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
        if "migrations" not in path.parts
    }


def keys_in(tree: ast.AST, domains: Collection[str], where: str) -> Iterator[Named]:
    """Every key in a syntax tree whose first segment is one of `domains`, leaving out what is no sentence."""
    names = names_of_handlers(tree)
    for node in _strings(tree):
        text, pattern = _pattern(node)
        if text.partition(".")[0] in domains and KEY.fullmatch(text.replace("*", "x")) and text not in names:
            yield Named(f"{where}:{node.lineno}", text, pattern)


def spoken(tree: ast.AST, where: str, speakers: Collection[str]) -> Iterator[Spoken]:
    """Every call of one of `speakers` with a literal key and no `**values`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in speakers and node.args:
            key = node.args[0]
            values = {keyword.arg for keyword in node.keywords}
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and None not in values:
                given = frozenset(filter(None, values))
                yield Spoken(f"{where}:{node.lineno}", key.value, given | counted(node))


def counted(call: ast.Call) -> frozenset[str]:
    """`count` takes its number without a name."""
    return frozenset({"n"} if called(call) == "count" else ())


def names_of_handlers(tree: ast.AST) -> set[str]:
    """Constants that look like keys and name a view or a timer: `CARD, ASK = "cases.card", "cases.ask"`."""
    return {
        str(value.value)
        for assigned in ast.walk(tree)
        if isinstance(assigned, ast.Assign)
        for target in assigned.targets
        for name, value in zip(_elements(target), _elements(assigned.value), strict=False)
        if isinstance(name, ast.Name) and name.id in _handled() and isinstance(value, ast.Constant)
    }


def _elements(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


@cache
def _handled() -> set[str]:
    """The names of the constants that are given to @view or @due."""
    return {
        argument.id
        for tree in code().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in {"view", "due"}
        for argument in node.args
        if isinstance(argument, ast.Name)
    }


def called(call: ast.Call) -> str:
    """The name of what is called; of `timers.set` both words."""
    match call.func:
        case ast.Attribute(value=ast.Attribute(attr="timers") | ast.Name(id="timers"), attr=name):
            return f"timers.{name}"
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _strings(node: ast.AST) -> Iterator[ast.expr]:
    """Strings and f-strings under a node, except in calls that take no sentences."""
    if isinstance(node, ast.Call) and called(node) in NOT_SENTENCES:
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _strings(child)


def _pattern(node: ast.expr) -> tuple[str, str]:
    """The key, with * for what is filled in, and a pattern for the keys it can become."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
    text = "".join("*" if word is None else word for word in words)
    pattern = "".join(r"[a-z0-9_]+" if word is None else re.escape(word) for word in words)
    return text, pattern + r"(?:\.[a-z0-9_]+)*"
