"""What the rules make of our own messages. We wrote both, so this guards against steps back and proves nothing more."""

import re

import pytest

from bot.detection import Sensitivity, thresholds
from tests.detection.cases import LANGUAGES, cases
from tests.detection.whole import assess

ACT = thresholds(Sensitivity.BALANCED).act
MAYBE = thresholds(Sensitivity.BALANCED).maybe


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_enough_and_says_nothing_twice(language: str) -> None:
    corpus = cases(language)
    assert sum(case.is_complaint for case in corpus) >= 60
    assert sum(not case.is_complaint for case in corpus) >= 60
    assert len({case.text.casefold() for case in corpus}) == len(corpus)


def test_half_of_the_romanian_is_written_as_people_write_it() -> None:
    without = [case for case in cases("ro") if not re.search("[ăâîșț]", case.text, re.IGNORECASE)]
    assert 0.4 <= len(without) / len(cases("ro")) <= 0.7


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_would_answer_in_public_is_a_complaint_nine_times_of_ten(language: str) -> None:
    alarms = [case for case in cases(language) if assess(case.text).complaint >= ACT]
    false = [case.text for case in alarms if not case.is_complaint]
    assert len(false) <= 0.1 * len(alarms), false


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_complaints_of_four_are_found(language: str) -> None:
    complaints = [case for case in cases(language) if case.is_complaint]
    missed = [case.text for case in complaints if assess(case.text).complaint < ACT]
    assert len(missed) <= 0.25 * len(complaints), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_swearing_at_a_thing_is_never_abuse(language: str) -> None:
    swearing = {case.text: assess(case.text).abuse for case in cases(language, ["profane"])}
    assert {text: chance for text, chance in swearing.items() if chance >= 0.5} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_but_abuse_is_called_abuse(language: str) -> None:
    others = (case.text for case in cases(language) if not case.is_abuse)
    assert [text for text in others if assess(text).abuse >= ACT] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_abuse_is_seen(language: str) -> None:
    attacks = [case.text for case in cases(language) if case.is_abuse]
    missed = [text for text in attacks if assess(text).abuse < ACT]
    assert len(missed) <= 0.25 * len(attacks), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_spam_is_told_from_everything_else(language: str) -> None:
    caught = [case.kind for case in cases(language) if assess(case.text).spam >= ACT]
    assert set(caught) == {"spam"}
    assert len(caught) >= 0.75 * len(cases(language, ["spam"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_praise_are_recognised(language: str) -> None:
    questions = [assess(case.text).question >= 0.5 for case in cases(language, ["question"])]
    praise = [assess(case.text).praise >= 0.5 for case in cases(language, ["praise", "thanks"])]
    assert sum(questions) >= 0.9 * len(questions)
    assert sum(praise) >= 0.75 * len(praise)


@pytest.mark.parametrize("language", LANGUAGES)
def test_chatter_is_left_in_peace(language: str) -> None:
    chatter = cases(language, ["chatter", "thanks", "praise", "banter", "wish", "question"])
    alarms = [case.text for case in chatter if assess(case.text).complaint >= ACT]
    assert len(alarms) <= 1, alarms
    cards = [case.text for case in chatter if assess(case.text).complaint >= MAYBE]
    assert len(cards) <= 0.05 * len(chatter), cards


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_answered_in_a_wrong_language(language: str) -> None:
    wrong = [
        case.text for case in cases(language) if (a := assess(case.text)).sure and a.language != language
    ]
    assert wrong == []
