"""The kinds of complaint people make, and what only sounds like one."""

import pytest

from bot.detection import assess as quick
from tests.detection.whole import assess

CLEAR = 0.85


@pytest.mark.parametrize(
    "text",
    [
        "You charged me twice and nobody answers my emails",
        "My parcel still hasn't arrived, it's been three weeks",
        "I want my money back, the app crashes every single time",
        "Comanda n-a ajuns nici acum, de trei săptămâni nu răspunde nimeni",
        "vreau banii inapoi, aplicatia nu merge deloc",
        "Посылка до сих пор не пришла, поддержка не отвечает",
        "верните деньги, игра постоянно вылетает",
    ],
)
def test_plain_complaints_are_certain(text: str) -> None:
    assert assess(text).complaint >= CLEAR


@pytest.mark.parametrize(
    "text",
    [
        "day 9, still no parcel",
        "Love how the priority queue takes two hours",
        "I give up, keep the money",
        "Hello, could somebody please tell me why my account was suspended?",
        "ziua 9, coletul tot n-a venit",
        "девятый день, посылки всё нет",
    ],
)
def test_implicit_sarcastic_resigned_and_polite_complaints_are_seen(text: str) -> None:
    assert assess(text).complaint >= 0.7


@pytest.mark.parametrize("text", ["it doesn't work", "nu merge", "не работает", "bit disappointed tbh"])
def test_a_bare_hint_is_left_to_a_person(text: str) -> None:
    assert assess(text).complaint < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "the app doesn't open since yesterday",
        "jocul nu mai pornește de ieri",
        "приложение не открывается со вчерашнего дня",
    ],
)
def test_more_evidence_makes_it_more_certain(text: str) -> None:
    bare = " ".join(text.split()[:-2])
    assert assess(text).complaint > assess(bare).complaint - 0.05
    assert quick(text).complaint > quick(bare).complaint


@pytest.mark.parametrize(
    "text",
    [
        "thanks, that solved it!",
        "nevermind, it works now, my refund arrived today",
        "this is fucking brilliant, best update ever",
        "how long does a refund usually take?",
        "my landlord still hasn't fixed the heating",
        "would be nice to have a dark mode",
        "mersi, s-a rezolvat, am primit banii",
        "спасибо, деньги вернули, всё хорошо",
        "someone in voice called me an idiot",
    ],
)
def test_what_is_none(text: str) -> None:
    assert assess(text).complaint < 0.4
