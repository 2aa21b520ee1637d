"""What the documents promise is there: the files they link to, the commands they tell people to type."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.house.source import ROOT, text_files

LINK = re.compile(r"""\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:src|href)="([^"]+)\"""")
ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|#|//)", re.IGNORECASE)
MAKE = re.compile(r"(?:^|`|\$ )make ([a-z][a-z-]*)", re.MULTILINE)
TARGET = re.compile(r"^([a-z][a-z-]*):(?!=)", re.MULTILINE)


def documents() -> list[Path]:
    return list(text_files(".md"))


def broken(document: Path, text: str) -> Iterator[str]:
    """The links of a document, relative to it, that lead to no file."""
    for groups in LINK.findall(text):
        target = unquote("".join(groups))
        if not ELSEWHERE.match(target) and not (document.parent / target.partition("#")[0]).exists():
            yield f"{document.relative_to(ROOT)}: {target}"


def test_every_link_leads_to_a_file() -> None:
    assert [link for path in documents() for link in broken(path, path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[the core](bot/__init__.py#L1) and [the web](https://example.org) and [below](#below)", 0),
        ("![a picture](docs/no-such-picture.png)", 1),
        ('<img src="docs/no-such-picture.png" alt="">', 1),
    ],
)
def test_a_broken_link_is_noticed(text: str, count: int) -> None:
    assert len(list(broken(ROOT / "README.md", text))) == count


def test_every_make_command_exists() -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    told = {
        f"{path.relative_to(ROOT)}: make {target}"
        for path in documents()
        for target in MAKE.findall(path.read_text("utf-8"))
        if target not in targets
    }
    assert told == set()
