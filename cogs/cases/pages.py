"""A transcript on paper: plain text, a page of its own, or data. Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup


class Said(StrEnum):
    """Whose words they are: the member's, an answer of the team's, or what staff keep among themselves."""

    MEMBER = "member"
    TEAM = "team"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """`when` is `at` as people read it; `number` is that of the case it was said in."""

    at: datetime
    when: str
    said: Said
    who: str
    text: str
    number: int


STYLE = Markup("""
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.3rem; }
article { margin: 0 0 1rem; padding: .5rem .9rem; border-left: .25rem solid #8a8f98; overflow-wrap: anywhere; }
.team { border-color: #2f6fde; }
.note { border-color: #b8860b; font-style: italic; }
header { font-weight: 600; }
time { font-weight: 400; opacity: .75; margin-left: .5rem; }
p { margin: .2rem 0 0; white-space: pre-wrap; }
@media (prefers-color-scheme: dark) { body { background: #16181d; color: #e6e6e6; } }
""")

PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n'
    "<title>{title}</title>\n<style>{style}</style>\n<h1>{title}</h1>\n{body}\n</html>\n"
)
LINE = Markup(
    '<article class="{said}"><header>{who}<time datetime="{at}">{when}</time></header><p>{text}</p></article>'
)


def as_text(title: str, lines: Sequence[Line]) -> str:
    written = [title, ""]
    for line in lines:
        written += [f"{line.when}  {line.who}", *(f"    {part}" for part in line.text.splitlines()), ""]
    return "\n".join(written)


def as_html(title: str, lines: Sequence[Line], language: str) -> str:
    """One file that needs nothing else: no script, no picture, nothing from elsewhere."""
    articles = [
        LINE.format(said=line.said, who=line.who, at=line.at.isoformat(), when=line.when, text=line.text)
        for line in lines
    ]
    return str(PAGE.format(language=language, title=title, style=STYLE, body=Markup("\n").join(articles)))


def as_json(title: str, lines: Sequence[Line], number: int) -> str:
    """Times in ISO 8601, UTC."""
    said = [
        {
            "at": line.at.isoformat(),
            "said": line.said,
            "who": line.who,
            "text": line.text,
            "case": line.number,
        }
        for line in lines
    ]
    return json.dumps({"title": title, "case": number, "said": said}, ensure_ascii=False, indent=2) + "\n"
