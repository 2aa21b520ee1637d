"""Whatever comes in: no crash, bounded time, the same answer each time."""

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.detection import Assessment, Context, Label, Said, Speaker, assess

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=300)
WORDS = """
    still no refund you idiot 3 days nu merge тоже не работает ? ! . … https://example.com @ana thanks # * ** f*** 👏
    `x` > ~ $ $5 n-a «ваш» “quoted” DON'T nooooo ‹url› <@1> :smile:
"""
CHATTY = st.lists(st.sampled_from([*WORDS.split(), "\n", ""]), max_size=60).map(" ".join)
LONGEST_TAKES = 0.25
"""Seconds for 100,000 characters; a calm machine needs a fifth of it. The best of three tries counts."""

NASTY = {
    "one letter": "a" * 100_000,
    "complaints": "still no refund, you idiot, 3 days! " * 3_000,
    "a ligature of eighteen letters": "\ufdfa" * 100_000,
    "stacked accents": "a" + "\u0301\u0323" * 50_000,
    "question marks": "?" * 100_000,
    "back-ticks": "`" * 100_000,
    "mentions": "@a." * 33_000,
    "links": "http://" * 14_000,
    "spaces": " " * 100_000,
    "quotes": "> " * 50_000,
    "numbers": "1 " * 50_000,
    "digits": "1" * 100_000,
    "colons": ":a" * 50_000,
    "brackets": "<@" * 50_000,
    "lone surrogates": "\ud800" * 100_000,
    "asterisks": "f*" * 50_000,
}


@settings(max_examples=300, deadline=None)
@given(st.one_of(ANYTHING, CHATTY))
def test_any_text_is_assessed(text: str) -> None:
    seen = assess(text)
    assert set(seen.probabilities) == set(Label)
    assert all(0 <= chance <= 1 for chance in seen.probabilities.values())
    assert all(len(reason.match) <= 80 for reason in seen.reasons)
    assert assess(text) == seen


@settings(max_examples=150, deadline=None)
@given(CHATTY, CHATTY, st.sampled_from(Speaker), st.booleans())
def test_any_context_is_taken(text: str, before: str, who: Speaker, same_author: bool) -> None:
    context = Context(speaker=who, before=(Said(who, same_author, before),), brand_names=(before[:20], ""))
    assert 0 <= assess(text, context).complaint <= 1


@settings(max_examples=200, deadline=None)
@given(st.one_of(ANYTHING, CHATTY))
def test_an_assessment_survives_json(text: str) -> None:
    seen = assess(text)
    assert Assessment.from_json(seen.to_json()) == seen


def test_every_block_of_unicode_is_taken() -> None:
    for first in range(0, sys.maxunicode + 1, 256):
        assess("".join(map(chr, range(first, min(first + 256, sys.maxunicode + 1)))))


@pytest.mark.parametrize("name", NASTY)
def test_a_long_message_takes_no_longer_than_a_blink(name: str) -> None:
    def once() -> float:
        start = time.process_time()
        assess(NASTY[name])
        return time.process_time() - start

    assert min(once() for _ in range(3)) < LONGEST_TAKES


def test_plain_chat_is_read_by_the_thousand() -> None:
    """A bound that a busy machine keeps; a calm one reads 10,000 a second and more."""
    chat = [
        "good morning everyone",
        "anyone up for ranked in an hour?",
        "nu pot diseară",
        "как выходные",
        "see you",
    ] * 200
    assess("warm up")
    start = time.process_time()
    for text in chat:
        assess(text)
    assert len(chat) / (time.process_time() - start) > 1_500


def test_an_assessment_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        assess("hello").probabilities[Label.SPAM] = 1.0  # type: ignore[index]


def test_every_reason_that_moves_a_label_is_told() -> None:
    seen = assess("You charged me twice!! still no refund, your app is garbage")
    weights = [reason.weight for reason in seen.reasons if reason.label is Label.COMPLAINT]
    assert len(weights) >= 3
    assert len({reason.rule for reason in seen.reasons}) == len(seen.reasons)
