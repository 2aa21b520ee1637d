"""Whatever people write or are called passes through a sentence unharmed."""

import unicodedata
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.language import Register, Translations, Value
from bot.language.template import parse
from bot.vocabulary.replies import Link, Mention, Moment, Name, Run, Text, runs_text
from tests.language.entries import Entry, all_entries

TRANSLATIONS = Translations.load()

# Lone surrogates, NULs, right-to-left marks and letters of every block, with many braces among them.
WORDS = st.text(
    st.one_of(
        st.sampled_from("{}%\\#!\N{RIGHT-TO-LEFT OVERRIDE}\0\ud83d"), st.characters(exclude_categories=())
    )
)
RUNS: st.SearchStrategy[Run] = st.one_of(
    WORDS.map(Text),
    WORDS.map(Name),
    st.builds(Mention, WORDS, WORDS),
    st.datetimes(timezones=st.just(UTC)).map(Moment),
    WORDS.map(Link),
)
ENTRIES = st.sampled_from(all_entries())


def speak(entry: Entry, values: dict[str, Value]) -> tuple[Run, ...]:
    registers = {entry.language: Register(entry.register or Register.INFORMAL)}
    return TRANSLATIONS.voice(entry.language, registers).say(entry.key, **values)


def values_for(entry: Entry, value: Value) -> dict[str, Value]:
    return dict.fromkeys(entry.placeholders, value) | ({"n": 5} if entry.counted else {})


@given(ENTRIES, WORDS)
def test_words_of_people_are_never_interpreted(entry: Entry, words: str) -> None:
    values = values_for(entry, words)
    said = runs_text(speak(entry, values))
    for name in entry.placeholders:
        assert str(values[name]) in said
    if words and "{" not in words:
        assert "{" not in said


@given(ENTRIES, RUNS)
def test_typed_values_come_out_as_they_went_in(entry: Entry, run: Run) -> None:
    said = speak(entry, values_for(entry, run))
    if not isinstance(run, Text):
        assert said.count(run) >= len(entry.placeholders - ({"n"} if entry.counted else set()))
    neighbours = pairwise(said)
    assert not any(isinstance(one, Text) and isinstance(two, Text) for one, two in neighbours)
    assert all(run.text for run in said if isinstance(run, Text))


@given(st.integers(min_value=0, max_value=10**9))
def test_every_number_has_a_plural_form_in_every_language(n: int) -> None:
    for language in TRANSLATIONS.languages:
        said = runs_text(TRANSLATIONS.voice(language).count("error.too_long", n, limit="-"))
        digits = "".join(letter for letter in said if unicodedata.category(letter) == "Nd")
        assert digits == str(n)


@given(WORDS)
def test_a_sentence_is_taken_apart_or_refused_but_never_breaks(sentence: str) -> None:
    try:
        template = parse(sentence)
    except ValueError:
        assert "{" in sentence or "}" in sentence
    else:
        at = Moment(datetime(2026, 1, 1, tzinfo=UTC))
        assert template.fill(lambda _: at).count(at) == sum(
            piece.field is not None for piece in template.pieces
        )
