"""One spelling for many."""

import pytest

from bot.detection import assess
from bot.detection.normalise import LONGEST, normalise


def tokens(text: str) -> list[str]:
    return list(normalise(text).tokens)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("și totuși nu ține", "şi totuşi nu ţine"),
        ("încă aștept coletul", "inca astept coletul"),
        ("n-a mers", "n’a mers"),
        ("ещё не пришёл", "еще не пришел"),
        ("doesn't work", "doesn’t work"),
        ("noooooo waaaay", "no way"),
        ("ｆｕｌｌｗｉｄｔｈ", "fullwidth"),
        ("re\u200bfund", "refund"),
        ("\u202erefund\u202c", "refund"),
        ("ref\x00und", "refund"),
        ("refund\ud800", "refund"),
        ("паcкуда", "паскуда"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_spellings_that_mean_the_same_are_the_same(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.com/a?b=c now", ["see", "‹url›", "now"]),
        ("<@123456> hi @ana", ["‹mention›", "hi", "‹mention›"]),
        ("mail me: ana@example.com", ["mail", "me", "‹email›"]),
        ("run `rm -rf` please", ["run", "‹code›", "please"]),
        ("f***ing thing, sh*t", ["‹censored›", "thing", "‹censored›"]),
        ("**bold** move", ["bold", "move"]),
        ("3 days", ["#", "days"]),
        ("5days", ["#", "days"]),
        ("wait... what", ["wait", "what"]),
        ("No. Really?!", ["no", ".", "really", "?"]),
        ("great 👏🏽", ["great", "👏"]),
        (":disappointed: me", ["me"]),
    ],
)
def test_what_becomes_of_it(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_words_are_kept_as_they_were_written() -> None:
    text = normalise("Coletul NU a ajuns")
    assert text.words == ("Coletul", "NU", "a", "ajuns")
    assert text.tokens == ("coletul", "nu", "a", "ajuns")


def test_head_and_tail_of_a_long_message_are_read() -> None:
    filler = "lorem ipsum dolor " * 5_000
    assert assess(f"I want my money back. {filler}").complaint >= 0.7
    assert assess(f"{filler}. I want my money back.").complaint >= 0.7


def test_no_message_grows_beyond_the_limit() -> None:
    assert len(normalise("\ufdfa" * 100_000).shown) <= LONGEST
