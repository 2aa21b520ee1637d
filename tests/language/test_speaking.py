"""What the rest of the program may expect of a voice."""

from datetime import UTC, datetime

import pytest

from bot.language import MissingSentence, MissingValue, Register, Translations
from bot.vocabulary.replies import Link, Moment, Name, Text, runs_text

FORMAL = {"ro": Register.FORMAL, "ru": Register.FORMAL}
INFORMAL = {"ro": Register.INFORMAL, "ru": Register.INFORMAL}


@pytest.fixture(scope="module")
def translations() -> Translations:
    return Translations.load()


def test_english_romanian_and_russian_are_spoken(translations: Translations) -> None:
    assert {"en", "ro", "ru"} <= set(translations.languages)


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("ro", "ro"), ("ro-RO", "ro"), ("ro_MD", "ro"), ("RU", "ru"), ("en-US", "en"), ("de", "en"), ("", "en")],
)
def test_a_reader_is_spoken_to_in_their_language_or_in_english(
    translations: Translations, asked: str, spoken: str
) -> None:
    assert translations.voice(asked).language == spoken


def test_romanian_says_tu_and_russian_says_vy_until_a_community_chooses(translations: Translations) -> None:
    assert "Textul tău" in translations.voice("ro").text("error.draft_kept")
    assert "Ваш текст" in translations.voice("ru").text("error.draft_kept")
    assert "Textul dumneavoastră" in translations.voice("ro", FORMAL).text("error.draft_kept")
    assert "Твой текст" in translations.voice("ru", INFORMAL).text("error.draft_kept")


def test_a_sentence_that_addresses_nobody_is_the_same_in_both_registers(translations: Translations) -> None:
    formal, informal = translations.voice("ru", FORMAL), translations.voice("ru", INFORMAL)
    assert formal.text("error.empty") == informal.text("error.empty")


def test_typed_values_stay_typed_between_the_words(translations: Translations) -> None:
    at, link, name = Moment(datetime(2026, 5, 4, 14, tzinfo=UTC)), Link("your thread"), Name("Ana")
    said = translations.voice("en").say("error.missing", argument=at, usage=link)
    assert said == (Text("Something is missing: "), at, Text(". Usage: "), link)
    assert translations.voice("en").say("error.number", word=name)[1] == name


def test_words_become_part_of_the_text_around_them(translations: Translations) -> None:
    said = translations.voice("en").say("error.number", word="soon")
    assert said == (Text("“soon” isn't a whole number."),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The text has 12,345 characters; at most 2,000 fit here."),
        ("ro", "Textul are 12.345 de caractere; aici încap cel mult 2.000."),
        (
            "ru",
            "В тексте 12\N{NO-BREAK SPACE}345 символов; здесь помещается не больше 2\N{NO-BREAK SPACE}000.",
        ),
    ],
)
def test_counts_are_written_as_the_language_writes_them(
    translations: Translations, language: str, text: str
) -> None:
    voice = translations.voice(language)
    assert runs_text(voice.count("error.too_long", 12345, limit=2000)) == text
    assert voice.text("error.too_long", n=12345, limit=2000) == text


def test_a_case_number_is_never_grouped(translations: Translations) -> None:
    assert "#12345 " in translations.voice("ro").text("error.stale", number=12345, status="nou")


def test_the_plural_form_follows_the_number(translations: Translations) -> None:
    voice = translations.voice("ro")
    said = [voice.text("error.too_long", n=n, limit=2000).partition(";")[0] for n in (1, 2, 20, 101)]
    assert said == [
        "Textul are 1 caracter",
        "Textul are 2 caractere",
        "Textul are 20 de caractere",
        "Textul are 101 caractere",
    ]


def test_choices_are_joined_as_the_language_joins_them(translations: Translations) -> None:
    choices = ["low", "high", "urgent"]
    joined = {code: translations.voice(code).either(choices) for code in ("en", "ro", "ru")}
    assert joined == {
        "en": "low, high or urgent",
        "ro": "low, high sau urgent",
        "ru": "low, high или urgent",
    }


def test_a_missing_sentence_names_key_and_language(translations: Translations) -> None:
    voice = translations.voice("ru")
    assert not voice.has("no.such.key")
    with pytest.raises(MissingSentence, match=r"'no\.such\.key' in ru"):
        voice.say("no.such.key")


def test_a_missing_value_names_its_placeholder(translations: Translations) -> None:
    with pytest.raises(MissingValue, match="usage"):
        translations.voice("en").text("error.missing", argument="case")


@pytest.mark.parametrize("n", [None, "21"])
def test_a_counted_sentence_needs_its_number(translations: Translations, n: str | None) -> None:
    values = {} if n is None else {"n": n}
    with pytest.raises(MissingValue, match="whole number"):
        translations.voice("en").text("error.too_long", limit=2000, **values)


def test_only_a_counted_sentence_can_be_counted(translations: Translations) -> None:
    with pytest.raises(MissingSentence, match="counted"):
        translations.voice("en").count("core.send", 3)
