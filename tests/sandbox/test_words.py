"""The page says only what the catalogues say."""

import re
from collections.abc import Iterator

import pytest

from adapters.sandbox.server import PAGE
from adapters.sandbox.words import page_words
from bot.language import Translations

SAID = re.compile(r"""say\(\s*["'`]([a-z._]+)["'`]|words(?:\.([a-z_]+)|\[["']([a-z._]+)["']\])""")
FAMILIES = {
    "about.": ("public", "staff", "specialists", "private", "thread", "dm"),
    "empty.": ("public", "staff", "specialists", "private", "thread", "dm"),
    "role.": ("member", "moderator", "specialist", "manager"),
    "inside.": (
        "assessments", "outbox", "timers", "cases", "severity", "topic", "language", "attempts", "due",
        "place", "effect", "state", "age", "owner", "next",
    ),
}  # fmt: skip


def scripts() -> Iterator[str]:
    for path in sorted(PAGE.glob("*.js")):
        yield path.read_text("utf-8")


def words_in_scripts() -> set[str]:
    return {next(filter(None, match)) for script in scripts() for match in SAID.findall(script)}


def test_every_word_the_page_says_exists(translations: Translations) -> None:
    assert words_in_scripts() - page_words(translations.voice("en")).keys() == set()


@pytest.mark.parametrize("language", ["en", "ro", "ru"])
def test_every_language_has_the_same_words(translations: Translations, language: str) -> None:
    assert page_words(translations.voice(language)).keys() == page_words(translations.voice("en")).keys()


def test_the_page_has_no_sentence_of_its_own() -> None:
    """Texts of elements come from `say`, data or numbers; a literal with a space between words is a sentence."""
    literal = re.compile(r"""(?:textContent = |say\([^)]*\), |h\([^)]*\}, )["'`]([A-Z][a-z]+ [a-z ]+)["'`]""")
    assert [match for script in scripts() for match in literal.findall(script)] == []


def test_nothing_is_parsed_as_markup() -> None:
    risky = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setHTML")
    assert [match for script in scripts() for match in risky.findall(script)] == []
