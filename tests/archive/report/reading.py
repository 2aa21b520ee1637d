"""A page as its parser sees it: which tags with which attributes, and the words between them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "input", "rect"}
FOREIGN = {"src", "href", "action", "formaction", "srcset", "data", "poster", "background"}


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    attributes: dict[str, str]


@dataclass(slots=True)
class Read:
    """`unbalanced` are end tags that close something else than what is open, and what is never closed."""

    tags: list[Tag] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words between tags, with single spaces."""
        return " ".join(" ".join(self.texts).split())

    def named(self, name: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name == name]

    @property
    def addresses(self) -> list[str]:
        """Whatever a browser would fetch or follow."""
        return [value for tag in self.tags for name, value in tag.attributes.items() if name in FOREIGN]


def read(page: str) -> Read:
    """Parse it, style left out of the words."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    parser.found.unbalanced += parser.opened
    return parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Read()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.opened and self.opened[-1] == tag:
            self.opened.pop()
        else:
            self.found.unbalanced.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if not self.opened or self.opened[-1] != "style":
            self.found.texts.append(data)
