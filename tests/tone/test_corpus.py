"""What tone makes of answers written for it. Both halves are by the same hand, so this guards against steps back.

`pytest -rP` shows the figures, by language and rule. The held-out half is measured and never tuned on.
"""

import pytest

from bot.tone import Written, read, rule_names
from tests.language.entries import entries_of
from tests.tone.corpus import GOOD, LANGUAGES, Score, answers, score


def told(name: str, scored: Score) -> str:
    rules = (f"{rule} {p:.2f}/{r:.2f}" for rule in rule_names() for p, r in [scored.rule(rule)])
    whole = f"precision {scored.precision:.2f}, recall {scored.recall:.2f} of {scored.hurting}+{scored.good}"
    return f"{name}: {whole}; by rule: {', '.join(rules)}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", ["tuning", "held_out"])
def test_there_is_enough_to_measure_and_nothing_twice(half: str, language: str) -> None:
    corpus = answers(half, language)
    good = sum(answer.kind == GOOD for answer in corpus)
    assert good >= 30 and len(corpus) - good >= 30
    assert {answer.kind for answer in corpus} - {GOOD} == set(rule_names())
    assert len({answer.written.text for answer in corpus}) == len(corpus)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_halves_share_nothing(language: str) -> None:
    tuned, held = (
        {answer.written.text for answer in answers(half, language)} for half in ("tuning", "held_out")
    )
    assert tuned.isdisjoint(held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_answer_is_left_in_peace(language: str) -> None:
    scored = score("tuning", language)
    print(told(f"tuning {language}", scored))
    assert scored.disturbed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_right_nine_times_of_ten(language: str) -> None:
    scored = score("tuning", language)
    wrong = {rule: scored.rule(rule) for rule in rule_names() if scored.rule(rule)[0] < 0.9}
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_what_hurts_is_seen(language: str) -> None:
    scored = score("tuning", language)
    assert scored.recall >= 0.85, scored.missed
    deaf = {rule: scored.rule(rule) for rule in rule_names() if scored.rule(rule)[1] < 0.5}
    assert deaf == {}


def test_romanian_is_read_the_same_without_its_diacritics() -> None:
    bare = str.maketrans("ăâîșțĂÂÎȘȚ", "aaistAAIST")
    for answer in answers("tuning", "ro"):
        written = answer.written
        plain = Written(written.text.translate(bare), written.answers and written.answers.translate(bare))
        assert [remark.rule for remark in read(plain).remarks] == list(answer.heard), written.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_held_out_is_only_measured(language: str) -> None:
    scored = score("held_out", language)
    print(told(f"held out {language}", scored))
    assert scored.precision >= 0.9
    assert scored.recall >= 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_bot_itself_says_would_pass(language: str) -> None:
    sentences = [form for entry in entries_of(language) for form in entry.forms]
    hurting = {text: read(Written(text)).remarks for text in sentences if read(Written(text)).remarks}
    assert len(sentences) > 500 and len(hurting) <= 0.002 * len(sentences), hurting
