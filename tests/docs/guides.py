"""What a guide to a platform names, so that tests can ask whether it is there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.app import whole_catalogue
from bot.composition.features import cogs
from bot.language import Translations
from bot.surface import Offers, offers_of
from tests.house.source import ROOT, modules
from tests.language.entries import entries_of

BOT = re.compile(r'make run ARGS="([a-z]+)[^"]*"|python -m bot ([a-z]+)')
CODE = re.compile(r"`([^`\n]+)`")
VARIABLE = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
BOLD = re.compile(r"\*\*([^*`]+?)\*\*")
SAID = re.compile(r"“([^”]+)”")
FIRST = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)


@dataclass(frozen=True)
class Guide:
    text: str

    @property
    def code(self) -> list[str]:
        """What stands between backticks."""
        return CODE.findall(self.text)

    @property
    def bold(self) -> set[str]:
        return set(BOLD.findall(self.text))

    @property
    def orders(self) -> set[str]:
        """What is typed after `python -m bot`."""
        return {one or other for one, other in BOT.findall(self.text)}

    @property
    def quoted(self) -> set[str]:
        said = (" ".join(words.split()) for words in SAID.findall(self.text))
        return {words.strip("… ") for words in said}

    @property
    def unknown_variables(self) -> list[str]:
        """Settings that `.env.example` doesn't have."""
        example = (ROOT / ".env.example").read_text("utf-8")
        named = set(VARIABLE.findall(" ".join(self.code)))
        return [name for name in named if not re.search(rf"^(?:# )?{name}=", example, re.MULTILINE)]

    def codes(self, pattern: str) -> Iterator[str]:
        """What stands between backticks and looks like this, from its beginning."""
        return (code for code in self.code if re.match(pattern, code))

    def table(self, heading: str) -> list[str]:
        """The first column of the table whose first heading this is."""
        found = re.search(rf"^\| {heading} \|.*?\n\|[-|]+\|\n(.*?)\n\n", self.text, re.MULTILINE | re.DOTALL)
        assert found is not None, heading
        return FIRST.findall(found[1])


def guide(name: str) -> Guide:
    return Guide((ROOT / "docs" / name).read_text("utf-8"))


def offers() -> Offers:
    return offers_of(whole_catalogue(cogs()), Translations.load())


def labels() -> set[str]:
    return {form for entry in entries_of("en") for form in entry.forms}


def sources() -> Sequence[str]:
    """What the bot can say: sentences of the catalogues, and those about the start, in the code."""
    return [*labels(), *(re.sub(r'"\s*f?"', "", module.text) for module in modules("bot", "adapters"))]


def unsaid(quoted: set[str]) -> list[str]:
    """Quotations of the bot that it never says."""
    texts = sources()
    return sorted(words for words in quoted if not any(words in text for text in texts))


def unlogged(named: set[str]) -> list[str]:
    """Events of the log that the manual doesn't explain."""
    manual = (ROOT / "docs" / "operate.md").read_text("utf-8")
    return [event for event in named if f"`{event}`" not in manual]
