"""Who speaks, what was said before and which brand it is about change what a message means."""

import pytest

from bot.detection import Context, Said, Speaker
from tests.detection.whole import assess

TROUBLE = "My transfer is stuck since yesterday and I can't log in"


def just_said(text: str, same_author: bool = True, who: Speaker = Speaker.MEMBER) -> Context:
    return Context(before=(Said(who, same_author, text),))


def test_staff_do_not_complain_to_themselves() -> None:
    text = "Login is failing for some of you since the update, we are on it"
    assert assess(text, Context(speaker=Speaker.STAFF)).complaint < 0.1


def test_a_helper_is_heard_with_more_doubt_than_a_member() -> None:
    text = "my wallet crashes on start"
    assert assess(text, Context(speaker=Speaker.HELPER)).complaint < assess(text).complaint


@pytest.mark.parametrize(
    "text", ["did you try restarting? does it crash on start?", "ce versiune ai? crapa la pornire?"]
)
def test_a_helpers_question_is_no_complaint(text: str) -> None:
    assert assess(text).complaint < 0.4


@pytest.mark.parametrize(
    "text", ["still nothing", "any update?", "nope, didn't help", "its been 3 days already"]
)
def test_a_short_message_goes_on_with_the_writers_own_trouble(text: str) -> None:
    assert assess(text, just_said(TROUBLE)).complaint >= 0.7
    assert "follow_on" in {reason.rule for reason in assess(text, just_said(TROUBLE)).reasons}


def test_it_is_not_ones_own_trouble_if_somebody_else_told_it() -> None:
    mine, theirs = (assess("any news?", just_said(TROUBLE, same_author=same)) for same in (True, False))
    assert mine.complaint >= 0.7
    assert theirs.complaint < mine.complaint
    assert "follow_on" not in {reason.rule for reason in theirs.reasons}


def test_nothing_goes_on_where_there_was_no_trouble() -> None:
    assert assess("any update?", just_said("good morning everyone")).complaint < 0.4


def test_thanks_after_help_go_on_with_nothing() -> None:
    assert assess("thanks, works now!", just_said(TROUBLE)).complaint < 0.1


def test_somebody_elses_product_is_not_our_complaint() -> None:
    text = "Spotify keeps crashing on my phone"
    assert assess(text).complaint < assess(text, Context(brand_names=("Spotify",))).complaint
    assert assess(text, Context(brand_names=("Spotify",))).complaint >= 0.7


def test_a_brand_name_of_several_words_is_found_as_words() -> None:
    brand = Context(brand_names=("Atomic Dex",))
    assert "brand_named" in {reason.rule for reason in assess("Atomic Dex crashed again", brand).reasons}
    assert "brand_named" not in {
        reason.rule for reason in assess("an atomic indexer crashed again", brand).reasons
    }


def test_quoted_words_are_not_the_writers() -> None:
    assert assess("> my refund never arrived\nwhich order was that?").complaint < 0.4
