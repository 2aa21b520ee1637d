"""What in a reply could hurt: said with the words that do it, and left out where that is all it takes."""

import time

import pytest
from hypothesis import given, settings

from bot.tone import MOST, Written, read
from tests.detection.test_any_text import ANYTHING, CHATTY, NASTY

FURIOUS = "This is the third time you lost my parcel!!! Give me my money back, this is a damn joke"
CALM = "My parcel has not come yet."


def heard(text: str, asked: str | None = None) -> list[str]:
    return [remark.rule for remark in read(Written(text, asked)).remarks]


@pytest.mark.parametrize(
    ("text", "rule", "match"),
    [
        ("Learn to read, it is pinned.", "hostility", "Learn to read"),
        ("Don't be such an idiot.", "hostility", "be such an idiot"),
        ("That's your own fault.", "blame", "your own fault"),
        ("Ar fi trebuit să citești anunțul.", "blame", "trebuit să citești"),
        ("Успокойтесь, пожалуйста.", "dismissal", "Успокойтесь"),
        ("PLEASE READ THE MANUAL", "shouting", "PLEASE READ THE MANUAL"),
        ("Revenim cat mai repede.", "open_promise", "cat mai repede"),
    ],
)
def test_the_words_that_hurt_are_named(text: str, rule: str, match: str) -> None:
    (remark,) = read(Written(text)).remarks
    assert remark.rule == rule
    assert match in remark.match


def test_what_others_have_said_is_not_the_writers() -> None:
    assert heard('You wrote "calm down, idiots" in #general at 11:20. Your case goes on as before.') == []
    assert heard("Ai scris: „e vina ta”. Cazul merge mai departe.") == []
    assert heard("> calm down everybody\nThis line was removed by its author.") == []


def test_names_of_settings_are_not_shouted() -> None:
    assert heard("Set OMBUD_SLACK_BOT_TOKEN and restart; HDMI ARC and USB DAC both work.") == []


def test_a_phrase_that_says_nothing_is_only_noticed_where_somebody_is_angry() -> None:
    empty = "We apologize for any inconvenience."
    assert heard(empty, FURIOUS) == ["empty_phrase"]
    assert heard(empty, CALM) == heard(empty) == []


@pytest.mark.parametrize(
    "answer",
    [
        "On Friday.",
        "By 17:00 I'll know.",
        "I don't know yet.",
        "It has arrived already.",
        "When did you order it?",
    ],
)
def test_any_answer_to_when_is_an_answer(answer: str) -> None:
    assert heard(answer, "when will my parcel come?") == []
    assert heard("The courier has it.", "when will my parcel come?") == ["unanswered"]


def test_a_promise_with_a_time_is_a_promise() -> None:
    assert heard("We'll get back to you soon.") == ["open_promise"]
    assert read(Written("We'll get back to you soon.", timed=True)).remarks == (), "the time is told with it"
    assert heard("We'll get back to you soon, by Friday 12:00 at the latest.") == []


def test_at_most_two_remarks_the_gravest_first() -> None:
    text = "ARE YOU KIDDING ME. It is your own fault, calm down!!! We will look at it soon."
    assert heard(text) == ["hostility", "blame"]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Please calm down, the parcel is in Cluj.", "The parcel is in Cluj."),
        ("Calm down. The parcel is in Cluj.", "The parcel is in Cluj."),
        ("Cum v-am mai spus, coletul e la Cluj.", "Coletul e la Cluj."),
        ("Как уже было сказано, посылка в Клуже.", "Посылка в Клуже."),
        ("The parcel is in CLUJ!!! It comes on TUESDAY!!!", "The parcel is in cluj. It comes on tuesday."),
    ],
)
def test_what_can_be_left_out_is_left_out(text: str, instead: str) -> None:
    assert read(Written(text)).instead == instead


@pytest.mark.parametrize(
    "text", ["That's your own fault.", "Calm down.", "Calm down, idiots, the parcel is in Cluj."]
)
def test_where_only_its_author_can_say_it_otherwise_nothing_is_put_into_their_mouth(text: str) -> None:
    assert read(Written(text)).remarks
    assert read(Written(text)).instead is None


@given(CHATTY | ANYTHING, CHATTY)
@settings(max_examples=200, deadline=None)
def test_any_reply_can_be_read(text: str, asked: str) -> None:
    advice = read(Written(text, asked))
    assert advice == read(Written(text, asked))
    assert len(advice.remarks) <= MOST
    assert all(len(remark.match) <= 170 for remark in advice.remarks)
    if advice.instead is not None:
        assert read(Written(advice.instead, asked)).remarks == ()


@pytest.mark.parametrize("name", NASTY)
def test_it_takes_no_longer_for_nasty_ones(name: str) -> None:
    tries = []
    for _ in range(3):
        started = time.perf_counter()
        read(Written(NASTY[name], NASTY[name]))
        tries.append(time.perf_counter() - started)
    assert min(tries) < 0.5
