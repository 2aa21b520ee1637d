"""The arithmetic of the evaluation, and that it reads a brand's export as the bot would have heard it."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

from bot.detection import Assessment, Context, Label, Severity, Speaker, Topic
from training.evaluate import Sources, brand, evaluate
from training.evaluate.asking import Item, ask, sample
from training.evaluate.calibration import calibration_error
from training.evaluate.choosing import for_cards, for_public
from training.evaluate.figures import Figure, rate, share
from training.evaluate.intervals import bootstrap, clustered, hanley, wilson
from training.evaluate.robustness import strings
from training.evaluate.scores import area, average_precision, f1, outcomes, rated, recall
from training.evaluate.sources import Limits

TRUE = np.array([True, True, True, True, False, False])
SEEN = np.array([True, True, True, False, True, False])


def seen(complaint: float, abuse: float = 0.0) -> Assessment:
    chances = dict.fromkeys(Label, 0.0) | {Label.COMPLAINT: complaint, Label.ABUSE: abuse}
    return Assessment(
        MappingProxyType(chances), Severity.LOW, Topic.OTHER, "en", sure=True, safety=frozenset(), reasons=()
    )


def by_words(items: Sequence[Item]) -> list[Assessment]:
    """Whoever is no helper and says "broken" complains."""
    return [
        seen(0.9 if "broken" in text and context.speaker is Speaker.MEMBER else 0.1)
        for text, context in items
    ]


def test_wilson_is_wilson() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(10, 10)[1] == 1.0
    assert wilson(0, 0) == (0.0, 1.0)


def test_drawing_single_messages_anew_gives_about_the_binomial_interval() -> None:
    hit = np.arange(400) % 4 != 0
    low, high = bootstrap(outcomes(np.ones(400, bool), hit), recall) or (0, 0)
    assert (low, high) == pytest.approx((0.7075, 0.7925), abs=0.01)


def test_messages_of_one_scenario_are_drawn_together_and_tell_less() -> None:
    hit, scenario = np.repeat(np.arange(20) % 2 == 0, 20), np.repeat(np.arange(20), 20)
    counts = outcomes(np.ones(400, bool), hit)
    alone, together = bootstrap(counts, recall), bootstrap(clustered(counts, scenario), recall)
    assert alone is not None
    assert together is not None
    assert together[1] - together[0] > 3 * (alone[1] - alone[0])


def test_the_same_draw_comes_each_time_and_none_where_there_is_nothing() -> None:
    counts = outcomes(TRUE, SEEN)
    assert bootstrap(counts, f1) == bootstrap(counts, f1)
    assert bootstrap(counts[:0], f1) is None
    assert bootstrap(outcomes([False, False], [False, False]), f1) is None


def test_precision_recall_and_f1_are_what_they_are_called() -> None:
    figures = rated(TRUE, SEEN)
    assert [figures[name].value for name in ("precision", "recall", "F1")] == pytest.approx(
        [0.75, 0.75, 0.75]
    )
    assert [figures[name].of for name in ("precision", "recall", "F1")] == [4, 4, None]


def test_where_nothing_was_flagged_there_is_no_precision_and_f1_is_nothing_of_something() -> None:
    figures = rated(TRUE, np.zeros(6, bool))
    assert figures["precision"].value is None
    assert figures["F1"].value == 0.0
    assert figures["F1"].high is not None
    assert figures["F1"].high > 0.2


def test_an_area_counts_the_pairs_in_the_right_order_and_ties_half() -> None:
    truth, scores = [True, True, False, False], [0.9, 0.4, 0.4, 0.1]
    assert area(truth, scores).value == pytest.approx(3.5 / 4)
    assert area([True], [0.5]).value is None
    low, high = hanley(0.9, 50, 100)
    assert 0.83 < low < 0.9 < high < 0.97


def test_average_precision_takes_equal_scores_as_one_step() -> None:
    assert average_precision([True, False, True], [0.9, 0.5, 0.1]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([True, False], [0.5, 0.5]) == pytest.approx(0.5)


def test_a_calibration_error_is_the_gap_in_each_bin_as_heavy_as_it_is_full() -> None:
    scores = np.array([0.05, 0.05, 0.95, 0.95, 1.0])
    truth = [False, False, True, True, False]
    assert calibration_error(truth, scores) == pytest.approx((2 * 0.05 + abs(2 - 2.9)) / 5)
    assert calibration_error([False, True], np.array([0.5, 0.5])) == 0.0


def test_thresholds_are_the_loudest_that_are_right_enough_and_the_strictest_that_find_enough() -> None:
    half = ([True, True, True, False, True, False], [0.95, 0.9, 0.8, 0.6, 0.5, 0.1])
    assert for_public(half) == pytest.approx(0.11)
    assert for_cards(half) == pytest.approx(0.8)
    assert for_public(([False, False], [0.9, 0.2])) is None


def test_figures_are_written_in_percent_with_their_interval() -> None:
    assert str(share(8, 10)) == "80.0 (49.0–94.3) of 10"
    assert str(share(0, 0)) == "–"
    assert str(rate(0, 1000)) == "0.0 (0.0–3.8) of 1,000"
    assert Figure(0.5, "share", 0.4, 0.6, 9).to_json() == {
        "value": 0.5, "unit": "share", "low": 0.4, "high": 0.6, "of": 9,
    }  # fmt: skip


def test_a_sample_is_the_same_each_time_and_fair_to_each_stratum() -> None:
    rows = [(number, number % 10 == 0) for number in range(1000)]
    taken = sample(rows, 100, lambda row: row[1])
    assert taken == sample(rows, 100, lambda row: row[1]) == sorted(taken)
    assert [sum(row[1] for row in taken), len(taken)] == [50, 100]
    assert sample(rows, 0) == rows


def test_a_judge_that_swallows_a_message_is_found_out() -> None:
    with pytest.raises(ValueError, match="once for each"):
        ask(lambda items: by_words(items)[1:], [("a", Context()), ("b", Context())])


def test_robustness_meets_all_of_unicode_and_the_same_random_strings() -> None:
    first, second = list(strings()), list(strings())
    assert first == second
    met = {character for _, text in first for character in text}
    assert {"\0", "\ud800", "\ufdfa", "\u0219", "\u0451", "\U0001f621", "\U00020000"} <= met
    assert sum(family == "random strings" for family, _ in first) == 3000


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A made-up channel: Ann answers three people, then asks; Bob's things break."""
    said = [
        ("1", "ann", "morning, this is secretword one"),
        ("2", "bob", "my wallet is broken"),
        ("3", "cat", "hello"),
        ("4", "dan", "hi"),
        ("1", "ann", "@bob which version? @nobody"),
        ("1", "ann", "@cat @dan welcome"),
        ("1", "ann", "so what is broken now?"),
        ("2", "bob", "still broken"),
    ]
    folder = tmp_path / "brand-discord" / "support"
    folder.mkdir(parents=True)
    with (folder / "1.csv").open("w", encoding="utf-8", newline="") as file:
        file.write("AuthorID;Author;Date;Content;Attachments;Reactions;\n")
        rows = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        for number, (key, name, text) in enumerate(said):
            rows.writerow([key, f"{name}#0000", f"05-Dec-19 07:{number:02} AM", text, "", "", ""])
    labels = [
        {
            "file": "support/1.csv",
            "row": row,
            "label": "other",
            "act": act,
            "unsure": row == 1,
            "severity": "low",
        }
        for row, act in ((1, True), (6, False), (7, True))
    ]
    (tmp_path / "brand-discord" / "labels.jsonl").write_text(
        "\n".join(map(json.dumps, labels)) + "\n", "utf-8"
    )
    return tmp_path


def test_a_labelled_message_is_judged_after_what_was_said_before_it(export: Path) -> None:
    asked: list[Item] = []

    def judge(items: Sequence[Item]) -> list[Assessment]:
        asked.extend(items)
        return by_words(items)

    brand.judged(Sources(judge, export))
    (first, first_around), (_, helping), (last, last_around) = asked
    assert (first, last) == ("my wallet is broken", "still broken")
    assert [one.text for one in first_around.before] == ["morning, this is secretword one"]
    assert [one.same_author for one in last_around.before] == [False] * 5
    assert [one.same_author for one in helping.before] == [False, False, False, True, True]
    assert last_around.before[-1].text == "so what is broken now?"
    assert "Komodo" in last_around.brand_names


def test_whoever_has_answered_three_people_is_a_helper_from_then_on(export: Path) -> None:
    asked: list[Context] = []

    def judge(items: Sequence[Item]) -> list[Assessment]:
        asked.extend(context for _, context in items)
        return by_words(items)

    brand.judged(Sources(judge, export))
    assert [context.speaker for context in asked] == ["member", "helper", "member"]
    assert [one.who for one in asked[2].before] == ["member", "member", "member", "member", "helper"]
    brand.judged(Sources(judge, export, helper_after=0))
    assert {context.speaker for context in asked[3:]} == {"member"}


def test_the_report_has_figures_and_places_and_not_a_word_of_the_messages(export: Path) -> None:
    report = evaluate(Sources(by_words, export), ["brand"])
    row = report.to_json()["parts"]["brand"]["tables"][0]["rows"]["all"]
    assert [row[name]["value"] for name in ("public: right", "public: found")] == [1.0, 1.0]
    written = json.dumps(report.to_json()) + report.to_markdown()
    assert not [word for word in ("secretword", "wallet", "still", "welcome") if word in written]
    assert [(one["row"], one["complaint"]) for one in report.parts[0].dump] == [(1, 0.9), (6, 0.1), (7, 0.9)]


def test_the_corpus_is_rated_by_language_and_kind(tmp_path: Path) -> None:
    text = "".join(
        f"== scenario-{number}\nprofane\tcomplaint profanity\tit is fucking broken\nchatter\t-\tlunch?\n"
        for number in range(40)
    )
    (tmp_path / "en_a.tsv").write_text(text, "utf-8")
    report = evaluate(Sources(by_words, tmp_path, tmp_path, Limits()), ["own", "calibration"])
    tables = {table.title: table.rows for part in report.parts for table in part.tables}
    assert tables["Complaint at act"]["en"]["F1"].value == 1.0
    assert tables["Anger and abuse"]["all"]["profane complaints heard"].value == 1.0
    assert tables["Anger and abuse"]["all"]["flagged as abuse"].value == 0.0
    assert tables["Complaint by kind, at act"]["chatter"]["false alarms"].value == 0.0
    assert tables["Expected calibration error and Brier score"]["en"][
        "complaint: error"
    ].value == pytest.approx(0.1)
