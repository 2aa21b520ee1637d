"""Who says that the same has happened to them, in a few words or in more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.detection.agreeing import Agreement, agreement

SAME = (
    "same", "Same here!", "same problem here", "me too", "Me too :(", "yeah, same", "+1", "+", "1+", "ditto", "us too",
    "I'm having the same issue", "it happens to me too", "here too today",
    "și eu", "si eu", "La fel", "la fel și la mine", "da, și la mine", "am aceeași problemă", "idem", "și mie la fel",
    "у меня тоже", "И у меня тоже сегодня((", "тоже самое", "аналогично", "такая же проблема", "плюсую", "мне тоже",
)  # fmt: skip

MORE = (
    "same here, order 4431 never came",
    "Same problem here since Monday, the payment fails",
    "la fel și la mine, de ieri nu mă pot conecta",
    "у меня тоже, заказ не пришёл уже вторую неделю",
)

NONE = (
    "I love it", "same as last year", "me too?", "you too", "thanks", "it works for me", "not me", "тоже хочу такую",
    "la ce oră?", "и у тебя тоже?", "", "   ", "👍", "the same thing happened in 2019 and they refunded everybody? lol",
    "works again, restart it",
)  # fmt: skip


@pytest.mark.parametrize("text", SAME)
def test_that_and_no_more(text: str) -> None:
    assert agreement(text) is Agreement.SAME


@pytest.mark.parametrize("text", MORE)
def test_that_and_something_of_their_own(text: str) -> None:
    assert agreement(text) is Agreement.MORE


@pytest.mark.parametrize("text", NONE)
def test_neither(text: str) -> None:
    assert agreement(text) is Agreement.NONE


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert agreement(text) in Agreement
