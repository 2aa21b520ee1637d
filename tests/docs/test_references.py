"""What the documents name is there: functions, tests, settings, targets, buttons."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.following import BLOCK
from tests.house.source import ROOT, text_files
from tests.language.entries import entries_of

NAMED = re.compile(r"`([\w/.-]+\.py)::([A-Za-z_][\w.]*)`")
SETTING = re.compile(r"^\| `([A-Z0-9_]+)` \| (?:`([^`]*)` )?\|", re.MULTILINE)
VARIABLE = re.compile(r"^(# )?([A-Z][A-Z0-9_]*)=(.*)$", re.MULTILINE)
MADE = re.compile(r"^\| `make ([a-z]+)` \|", re.MULTILINE)
TARGET = re.compile(r"^#   make (\w+)", re.MULTILINE)
BOLD = re.compile(r"\*\*([^*]+?)\*\*")
TOUR = re.compile(r"^## The loop in five minutes$(.*?)^## ", re.MULTILINE | re.DOTALL)


def text_of(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


@functools.cache
def names_in(path: Path) -> frozenset[str]:
    """The functions and classes of a module, and the methods of its classes as `Class.method`."""
    return frozenset(_names(ast.parse(path.read_text("utf-8")).body, ""))


def _names(body: list[ast.stmt], inside: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield inside + node.name
            if isinstance(node, ast.ClassDef):
                yield from _names(node.body, f"{inside}{node.name}.")


def test_every_function_that_is_named_exists() -> None:
    named = {
        (path, name)
        for document in text_files(".md")
        for path, name in NAMED.findall(document.read_text("utf-8"))
    }
    assert len(named) > 50
    there = {
        path: names_in(ROOT / path) if (ROOT / path).is_file() else frozenset[str]() for path, _ in named
    }
    assert sorted(f"{path}::{name}" for path, name in named if name not in there[path]) == []


def test_a_function_that_is_gone_is_noticed() -> None:
    assert "App.receive" in names_in(ROOT / "bot" / "app.py")
    assert "App.receive_all" not in names_in(ROOT / "bot" / "app.py")


def test_the_readme_lists_every_setting_with_its_default() -> None:
    """One that is commented out has no default: its value there is an example."""
    settings = [
        (name, "" if off else value) for off, name, value in VARIABLE.findall(text_of(".env.example"))
    ]
    assert SETTING.findall(text_of("README.md")) == settings


def test_contributing_lists_every_target() -> None:
    assert MADE.findall(text_of("CONTRIBUTING.md")) == TARGET.findall(text_of("Makefile"))


def test_the_tour_names_the_buttons_as_they_are() -> None:
    tour = TOUR.search(text_of("README.md"))
    assert tour is not None
    labels = {form for entry in entries_of("en") for form in entry.forms}
    bold = [words for words in BOLD.findall(tour[1]) if not words.endswith(".")]
    assert len(bold) > 5
    assert [words for words in bold if words not in labels] == []


def test_every_decision_is_in_the_list_in_order() -> None:
    pages = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    listed = re.findall(r"\]\((\d{4}-[^)]+\.md)\)", text_of("docs/decisions/README.md"))
    assert listed == pages


def test_pictures_load_quickly() -> None:
    pictures = list((ROOT / "docs" / "images").glob("*.png"))
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > 200_000] == []


def test_code_in_the_pages_belongs_to_a_file_or_is_a_glimpse() -> None:
    """A Python block that no test follows is a few lines at most."""
    for document in text_files(".md"):
        loose = BLOCK.sub("", document.read_text("utf-8"))
        for code in re.findall(r"^```python\n(.*?)^```", loose, re.MULTILINE | re.DOTALL):
            assert len(code.splitlines()) <= 25, document
