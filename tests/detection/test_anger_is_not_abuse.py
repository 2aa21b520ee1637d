"""Anger is not abuse, and abuse does not cost the writer the complaint."""

import pytest

from bot.detection import Label
from tests.detection.whole import assess


@pytest.mark.parametrize(
    "text",
    [
        "This f***ing update ate my save",
        "this fucking update ate my save",
        "What the hell did you do to the servers, nothing works",
        "Your company is trash",
        "the new launcher is a steaming pile of shit, it crashes every time I start it",
        "Futu-i mama ei de actualizare, mi-a șters salvarea",
        "pula mea, iar nu merge serverul",
        "firma voastră e o bătaie de joc",
        "Какого хрена обновление стёрло моё сохранение",
        "бл*ть, опять сервер лежит, верните деньги",
        "ваша компания — дно",
    ],
)
def test_fury_at_a_thing_is_a_complaint_and_no_abuse(text: str) -> None:
    seen = assess(text)
    assert seen.complaint >= 0.7
    assert seen.abuse < 0.4


@pytest.mark.parametrize(
    "text",
    [
        "your devs are brain-dead",
        "your devs are braindead",
        "devii voștri sunt niște retardați",
        "модеры тут дебилы",
    ],
)
def test_an_insult_alone_is_abuse_and_no_complaint(text: str) -> None:
    seen = assess(text)
    assert seen.abuse >= 0.7
    assert seen.complaint < 0.7


@pytest.mark.parametrize(
    ("calm", "furious"),
    [
        ("You charged me twice.", "You charged me twice, you idiots."),
        ("I still haven't received my refund.", "I still haven't received my refund, you thieving scum."),
        ("Nu mi-ați trimis coletul nici acum.", "Nu mi-ați trimis coletul nici acum, nesimțiților."),
        ("Опять списали деньги дважды.", "Опять списали деньги дважды, уроды."),
    ],
)
def test_abuse_never_lowers_the_complaint(calm: str, furious: str) -> None:
    assert assess(furious).abuse >= 0.7
    assert assess(calm).abuse < 0.2
    assert assess(furious).complaint >= assess(calm).complaint >= 0.7


@pytest.mark.parametrize(
    "text", ["Your company is trash", "you idiots, my refund never came", "fix your damn servers"]
)
def test_no_reason_for_abuse_speaks_against_a_complaint(text: str) -> None:
    against = [
        reason.rule
        for reason in assess(text).reasons
        if reason.label is Label.COMPLAINT and reason.weight < 0
    ]
    assert against == []
