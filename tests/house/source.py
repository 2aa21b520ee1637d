"""Our files, read once for the tests of conventions."""

import ast
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "cogs", "adapters")
TEXT = {
    ".css",
    ".html",
    ".js",
    ".md",
    ".po",
    ".py",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".example",
    ".cfg",
    ".ini",
}
PLAIN = {"Dockerfile", "Makefile", "run"}
# What machines make: folders at the top, and one that is everywhere.
MADE = {"build", "data", "dist", "node_modules"}


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path below the root with slashes, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    def at(self, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
        """Where a node is, as editors like it."""
        return f"{self.path}:{node.lineno}"


@functools.cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every Python file below the folders named."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(read(path) for path in paths if is_ours(path))


def is_ours(path: Path) -> bool:
    """Whether people wrote a file: not so in caches (hidden folders but for CI's) and what is built."""
    top, *rest = path.relative_to(ROOT).parts
    hidden = bool(rest) and top.startswith(".") and top not in {".ci", ".github"}
    return not hidden and top not in MADE and "__pycache__" not in rest


@functools.cache
def read(path: Path) -> Module:
    text = path.read_text("utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text, filename=str(path)))


def text_files(*suffixes: str) -> Iterator[Path]:
    """Every text file of the project, or only those with the suffixes named."""
    for path in sorted(our_files()):
        wanted = path.suffix in suffixes if suffixes else path.suffix in TEXT or path.name in PLAIN
        if wanted:
            yield path


def our_files() -> Iterator[Path]:
    """Never looks into what is not ours: other tests make and remove files there meanwhile."""
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder)
        folders[:] = [name for name in folders if is_ours(here / name / "file")]
        yield from (here / name for name in names if is_ours(here / name))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.AST) -> str:
    """`a.b.c` for a chain of names, the last part alone for anything longer, "" for the rest."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}".lstrip(".")
    return ""
