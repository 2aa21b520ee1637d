"""Follows a document to the letter, in a copy of the house.

A code block belongs to the file named in bold on the line before it. A block of `diff` changes a file that is
there already; any other block of a named file is the whole of a new one.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.house.source import ROOT

BLOCK = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*\n\n```(?P<language>[a-z]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
LEFT_BEHIND = (".git", ".venv", ".hypothesis", ".pytest_cache", "__pycache__", "data", "build", "dist")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of code with the file it belongs to."""

    path: str
    language: str
    text: str


def blocks(document: str) -> Iterator[Block]:
    """The blocks of a document of docs/ that belong to a file, in order."""
    for match in BLOCK.finditer((ROOT / "docs" / document).read_text("utf-8")):
        yield Block(**match.groupdict())


def copied(folder: Path) -> Path:
    """A copy of the project without what machines made."""
    house = folder / "house"
    shutil.copytree(ROOT, house, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
    return house


def follow(document: str, house: Path) -> None:
    """Write and change every file as the document says."""
    for block in blocks(document):
        path = house / block.path
        if block.language == "diff":
            path.write_text(changed(path.read_text("utf-8"), block.text), "utf-8")
            continue
        assert not path.exists(), f"{block.path} is there already"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")


def changed(text: str, difference: str) -> str:
    """The text after a change; the lines that stay and go must be in it, once and together."""
    lines = difference.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    assert text.count(before) == 1, f"{text.count(before)} times in the file:\n{before}"
    return text.replace(before, after)


def run(house: Path, *arguments: str) -> None:
    """Run a Python module in the copy; fails with what it printed."""
    done = _done(house, *arguments)
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}"


def checks(house: Path, *made: str) -> None:
    """What was made is formatted, linted and typed, whatever may be said of the rest of the house."""
    run(house, "ruff", "format", "--quiet", "--check", *made)
    run(house, "ruff", "check", "--quiet", *made)
    done = _done(house, "mypy", *made)
    assert " source file" in done.stdout, done.stdout
    assert [line for line in done.stdout.splitlines() if line.startswith(made)] == []


def passes(house: Path, paths: Sequence[str]) -> None:
    """The tests at these paths pass in the copy, where they need neither PostgreSQL nor a browser."""
    here = "not postgres and not browser and not soak"
    run(house, "pytest", "-q", "-p", "no:cacheprovider", "-m", here, *paths)


def _done(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=house,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
