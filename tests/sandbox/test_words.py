"""The page says only what the catalogues say."""

import re
from functools import cache

import pytest

from adapters.sandbox.model import Kind
from adapters.sandbox.server import PAGE
from adapters.sandbox.words import page_words
from bot.language import Translations

SAID = re.compile(r"""say\(\s*["']([a-z._]+)["']|words(?:\.([a-z_]+)|\[["']([a-z._]+)["']\])""")
COMPOSED = re.compile(r"`([a-z]+\.)\$\{")
LITERAL = re.compile(r"""["']([a-z_.]+)["']""")


@cache
def scripts() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(PAGE.glob("*.js")))


def test_every_word_the_page_says_exists(translations: Translations) -> None:
    said = {next(filter(None, match)) for match in SAID.findall(scripts())}
    assert said - page_words(translations.voice("en")).keys() == set()


def test_every_word_the_page_is_given_is_said(translations: Translations) -> None:
    """By its key, or by a key put together: `about.${channel.kind}`."""
    said = {next(filter(None, match)) for match in SAID.findall(scripts())} | set(LITERAL.findall(scripts()))
    ends = said | set(Kind) | {"manager", "member", "moderator", "specialist"}
    composed = {prefix + end for prefix in COMPOSED.findall(scripts()) for end in ends}
    assert page_words(translations.voice("en")).keys() - said - composed == set()


@pytest.mark.parametrize("language", ["en", "ro", "ru"])
def test_every_language_has_the_same_words(translations: Translations, language: str) -> None:
    assert page_words(translations.voice(language)).keys() == page_words(translations.voice("en")).keys()


def test_the_page_has_no_sentence_of_its_own() -> None:
    """A literal of several words that begins with a capital letter is a sentence."""
    sentence = re.compile(r"""["'`]([A-Z][a-z]+(?: [a-z]+)+[.]?)["'`]""")
    assert sentence.findall(scripts()) == []


def test_nothing_is_parsed_as_markup() -> None:
    risky = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setHTML")
    assert risky.findall(scripts()) == []
