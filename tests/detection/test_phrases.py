"""The notation in which rules write word patterns."""

import pytest

from bot.detection.normalise import normalise
from bot.detection.phrases import Index, compile_phrase


def found(pattern: str, text: str) -> list[str]:
    seen = normalise(text)
    index = Index([(compile_phrase(pattern), 0)])
    hits = index.search(seen, range(len(seen.tokens)))
    return [" ".join(seen.words[start:end]) for _, start, end in hits]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("still no|nothing", "there is still nothing here"),
        ("crash*", "it crashes"),
        ("waiting ~ refund", "waiting for my stupid little refund"),
        ("is a|an? joke", "this is joke"),
        ("is a|an? joke", "this is a joke"),
        ("^ thanks", "Ok. Thanks a lot"),
        ("thanks $", "many thanks 👍"),
        ("# days", "after 14 days"),
        ("n-a venit", "coletul n-a venit"),
        ("tot nu vine", "tot nu vine"),
        ("ещё нет", "его еще нет"),
        ("!not working", "it is working"),
        ("‹url›", "see https://example.com"),
    ],
)
def test_it_matches(pattern: str, text: str) -> None:
    assert len(found(pattern, text)) == 1


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("still no", "no, still"),
        ("crash", "crashes"),
        ("waiting ~2 refund", "waiting for my stupid little refund"),
        ("waiting ~ refund", "waiting. The refund came"),
        ("^ thanks", "many thanks"),
        ("thanks $", "thanks for nothing"),
        ("!not working", "it is not working"),
        ("working !for", "working for me"),
        ("is joke", "is a joke"),
    ],
)
def test_it_does_not_match(pattern: str, text: str) -> None:
    assert found(pattern, text) == []


def test_the_words_that_matched_are_told_as_they_were_written() -> None:
    assert found("nu|n-am ~2 primit", "Eu NU am mai primit nimic") == ["NU am mai primit"]


@pytest.mark.parametrize("pattern", ["", "~", "^ $", "a? ~2", "!not"])
def test_a_pattern_needs_a_word(pattern: str) -> None:
    with pytest.raises(ValueError, match="no word"):
        compile_phrase(pattern)
