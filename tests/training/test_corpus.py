"""The corpus that detection learns from: whole, readable, and its test part as it was frozen."""

from collections import Counter
from pathlib import Path

import pytest

from training.corpus import LANGUAGES, digest, for_calibration, frozen, load, plain, read

LEAST = {"en": 600, "ro": 600, "ru": 600, "es": 150, "de": 150, "fr": 150, "uk": 60}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_enough_of_each_language_and_nothing_is_said_twice(language: str) -> None:
    said = [(sample.text.casefold(), sample.context.before) for sample in load([language])]
    assert len(said) >= LEAST[language]
    assert [words for words, count in Counter(said).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_test_part_is_as_it_was_frozen(language: str) -> None:
    assert digest(sample for sample in load([language]) if sample.held_out) == frozen()[language]


def test_no_scenario_lies_on_both_sides_and_none_is_learned_from_and_weighed_with() -> None:
    sides: dict[str, set[tuple[bool, bool]]] = {}
    for sample in load():
        sides.setdefault(sample.scenario, set()).add((sample.held_out, for_calibration(sample)))
    assert [scenario for scenario, where in sides.items() if len(where) > 1] == []
    assert {where for some in sides.values() for where in some} == {
        (False, False),
        (False, True),
        (True, False),
    }


def test_a_frozen_message_cannot_change_unseen() -> None:
    samples = [sample for sample in load(["uk"]) if sample.held_out]
    assert digest(samples) == digest(reversed(samples))
    assert digest(samples[1:]) != digest(samples)


def test_half_of_the_romanian_is_written_without_diacritics() -> None:
    texts = [sample.text for sample in load(["ro"])]
    assert sum(not set("ăâîșțşţ") & set(text.lower()) for text in texts) >= 0.5 * len(texts)


def test_the_plain_messages_of_the_tests_are_never_reported_on() -> None:
    assert not any(sample.held_out or for_calibration(sample) for sample in plain())
    assert {"complaint", "abuse", "spam"} <= set().union(*(sample.labels for sample in plain()))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("calm complaint no tabs", r"en_x\.tsv:2: write kind<TAB>labels<TAB>text"),
        ("calm\tcompliant\ttypo in a label", r"en_x\.tsv:2: no such label: compliant"),
        ("> nobody: hello", r"en_x\.tsv:2: said by one of self, member, helper, staff, not by 'nobody'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, why: str) -> None:
    file = tmp_path / "en_x.tsv"
    file.write_text(f"== a scenario\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=why):
        list(read(file))


def test_a_message_is_read_with_its_context(tmp_path: Path) -> None:
    file = tmp_path / "en_x.tsv"
    lines = (
        "== lost",
        "> self: my parcel",
        "> staff: which?",
        "implicit\tcomplaint ?question by:helper\tthe\\nred",
    )
    file.write_text("\n".join(lines), "utf-8")
    (sample,) = read(file)
    assert (sample.text, sample.scenario, sample.context.speaker) == ("the\nred", "en_x/lost", "helper")
    assert [(said.who, said.same_author) for said in sample.context.before] == [
        ("member", True),
        ("staff", False),
    ]
    assert (sample.has("complaint"), sample.has("question"), sample.has("abuse")) == (True, None, False)
