"""Which language a person is answered in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.choose import reply_language

SPOKEN = ("en", "ro", "ru")


def choose(
    assessed: str | None = None,
    *,
    sure: bool = True,
    remembered: str | None = None,
    client: str | None = None,
    community: str = "ro",
) -> str:
    return reply_language(assessed, sure, remembered, client, community, SPOKEN)


def test_the_message_decides_when_its_language_is_certain() -> None:
    assert choose("ru", remembered="en", client="en-US", community="ro") == "ru"


def test_a_short_message_leaves_it_to_what_the_person_used_before() -> None:
    assert choose("ru", sure=False, remembered="en", client="ro-RO", community="ro") == "en"


@pytest.mark.parametrize("client", ["ru", "ru-RU", "ru_RU"])
def test_then_the_persons_client_decides(client: str) -> None:
    assert choose("und", sure=False, client=client) == "ru"
    assert choose(None, sure=False, client=client) == "ru"


def test_then_the_community_decides() -> None:
    assert choose("und", sure=False, client="de-DE", community="ro") == "ro"


@pytest.mark.parametrize("written", ["uk", "be", "bg", "sr", "mk"])
@pytest.mark.parametrize("sure", [True, False])
def test_cyrillic_that_is_not_russian_gets_the_communitys_language(written: str, sure: bool) -> None:
    assert choose(written, sure=sure, community="ro") == "ro"


@pytest.mark.parametrize("sure", [True, False])
def test_cyrillic_that_is_not_russian_is_never_answered_in_russian(sure: bool) -> None:
    assert choose("uk", sure=sure, remembered="ru", client="ru-RU", community="ro") == "ro"
    assert choose("uk", sure=sure, client="en-US", community="ru") == "en"
    assert choose("uk", sure=sure, client="ru-RU", community="ru") == "en"


def test_a_language_we_do_not_speak_gets_what_the_person_is_known_to_read_else_english() -> None:
    assert choose("es", client="ro-RO", community="ru") == "ro"
    assert choose("es", client="es-ES", community="ro") == "en"


def test_an_unsure_guess_at_a_foreign_language_does_not_count() -> None:
    assert choose("es", sure=False, community="ro") == "ro"


def test_a_community_in_a_language_without_sentences_is_answered_in_english() -> None:
    assert choose("und", sure=False, community="de") == "en"


CODES = st.one_of(
    st.none(), st.sampled_from(["en", "ro", "ru-RU", "uk", "es", "und", "", "-", "zh-Hans-CN"]), st.text()
)


@given(CODES, st.booleans(), CODES, CODES, CODES.filter(lambda code: code is not None))
def test_the_answer_is_always_in_a_language_we_speak(
    assessed: str | None, sure: bool, remembered: str | None, client: str | None, community: str
) -> None:
    chosen = reply_language(assessed, sure, remembered, client, community, SPOKEN)
    assert chosen in SPOKEN
    if assessed == "uk":
        assert chosen != "ru"
