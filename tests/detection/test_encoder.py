"""Stage 2, the real one: whatever comes in it answers, and alone as it would among others."""

import random
import sys

import pytest

from bot.detection import Context, Label, Said, Speaker, first_look
from bot.detection.encoder.network import FOLDER as DATA
from bot.detection.encoder.network import LONGEST_BEFORE, LONGEST_TEXT, token_ids, tokenizer_of
from bot.detection.meaning import OUTPUTS, Line, Passage
from tests.detection.whole import encoder

HOSTILE = {
    "nothing": "",
    "spaces": "   \n ",
    "NUL": "a\x00b",
    "lone surrogates": "\ud800 hello \udfff",
    "a ligature of eighteen letters": "\ufdfa" * 100,
    "its own special pieces": "</s><pad><s> query: ",
    "another script": "请问我的退款在哪里",
    "emoji": "😡🖕🏽👨‍👩‍👧‍👦",
    "one letter": "a" * 4_000,
    "many words": "refund " * 600,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_comes_in_it_answers(name: str) -> None:
    (found,) = encoder().read([Passage(HOSTILE[name], (Line("staff", HOSTILE[name]),))])
    assert list(found) == list(OUTPUTS)
    assert all(-60 < odds < 60 for odds in found.values())


def test_every_block_of_unicode_is_read() -> None:
    blocks = ["".join(map(chr, range(at, at + 64))) for at in range(0, sys.maxunicode, 16_384)]
    assert len(encoder().read([Passage(block) for block in blocks])) == len(blocks)


def test_alone_it_says_what_it_says_among_others() -> None:
    texts = ["still no parcel", "day 9 😐", "ты вообще читал правила", "super, mersi", "lol", "x " * 70]
    together = encoder().read([Passage(text) for text in texts])
    for text, among in zip(texts, together, strict=True):
        (alone,) = encoder().read([Passage(text)])
        assert list(alone.values()) == pytest.approx(list(among.values()), abs=1e-3)


def test_a_long_message_and_its_context_are_cut() -> None:
    tokenizer = tokenizer_of(DATA / "tokenizer.json")
    rng = random.Random(1)
    words = " ".join("".join(rng.choices("abcdefgh", k=6)) for _ in range(500))
    row = token_ids(tokenizer, Passage(words, (Line("me", words),)))
    assert len(row) == 1 + LONGEST_TEXT + 1 + LONGEST_BEFORE + 1


def test_it_is_told_who_said_what_before() -> None:
    said = (Said(Speaker.MEMBER, True, "my order is lost"), Said(Speaker.STAFF, False, "which number?"))
    (passage,) = first_look("4711", Context(before=said)).passages
    assert passage.told_before == "me: my order is lost | staff: which number?"


def test_where_somebody_is_insulted_the_rest_is_read_too() -> None:
    whole, rest = first_look("I still have no refund, you idiots").passages
    assert "idiots" in whole.text
    assert "idiots" not in rest.text
    assert "refund" in rest.text


def test_an_insult_takes_nothing_away_from_a_complaint() -> None:
    look = first_look("I still have no refund, you idiots")
    calm, furious = dict.fromkeys(map(str, OUTPUTS), 0.0), dict.fromkeys(map(str, OUTPUTS), 0.0)
    calm[Label.COMPLAINT], furious[Label.COMPLAINT] = 3.0, -3.0
    assert look.conclude([furious, calm]).complaint == look.conclude([calm, furious]).complaint
