"""The lists of what we do not say find what they are meant to find, and let through what is well said."""

import pytest

from tests.language import phrases
from tests.language.entries import Entry
from tests.language.phrases import found, whole_words


def entry(language: str, text: str, register: str | None = None) -> Entry:
    return Entry(language, "core.po", 1, "core.example", register, (text,), counted=False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We'll get back to you ASAP."),
        ("en", "We apologize for any inconvenience caused."),
        ("en", "Please be patient."),
        ("en", "Rest assured, we are on it."),
        ("en", "Has your issue been resolved successfully?"),
        ("en", "Thanks for reaching out."),
        ("ro", "Vom reveni în cel mai scurt timp posibil."),
        ("ro", "Ne cerem scuze pentru eventualele neplăceri create."),
        ("ro", "Din păcate, conform politicii, nu."),
        ("ro", "Tichetul dvs. a fost înregistrat."),
        ("ru", "Мы свяжемся с вами в ближайшее время."),
        ("ru", "Приносим извинения за доставленные неудобства."),
        ("ru", "К сожалению, нет."),
        ("ru", "Тикет создан."),
        ("ru", "Я передал это коллегам."),
    ],
)
def test_empty_phrases_are_found(language: str, text: str) -> None:
    assert found([entry(language, text)], whole_words(phrases.NEVER[language]))


@pytest.mark.parametrize(
    "text",
    [
        "Ești mulțumit(ă)?",
        "mulțumit/ă",
        "написал(а)",
        "доволен/довольна",
        "he/she answered",
        "он/она",
        "your case(s)",
    ],
)
def test_guessed_genders_are_found(text: str) -> None:
    assert found([entry("en", text)], phrases.GENDER_PATTERNS)


@pytest.mark.parametrize("text", ["Hello Ana!", "PLEASE READ", "ВНИМАНИЕ", "Gata, URGENT de tot"])
def test_shouting_is_found(text: str) -> None:
    assert found([entry("en", text)], phrases.SHOUTING)


@pytest.mark.parametrize("text", ["Solved \N{SMILING FACE WITH SMILING EYES}", "Done ✔", "Ok :)", "→ next"])
def test_decoration_is_found(text: str) -> None:
    assert found([entry("en", text)], phrases.DECORATION)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ro", "I-am transmis lui {name}."),
        ("ro", "Răspunsul vine până {time}."),
        ("ru", "Вы писали о {topic}."),
        ("ru", "Передано от {name}."),
        ("ru", "Ваш вопрос — в {place}."),
        ("ru", "Это ты написал вчера."),
        ("ru", "Что вы хотел сказать?"),
        ("ru", "Спасибо, что Вы с нами."),
    ],
)
def test_what_breaks_when_it_is_filled_is_found(language: str, text: str) -> None:
    assert found([entry(language, text)], phrases.GRAMMAR[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "A person will reply by {time}, here or in your private thread: {link}. Whichever you prefer.",
        ),
        ("ro", "Cazul #{number} e la echipă, iar cineva îți scrie până la {time}: {link}."),
        ("ro", "De caz se ocupă {name}, de la facturare."),
        ("ru", "Вам ответит человек до {time} — здесь или в личной ветке: {link}. Как вам удобнее."),
        ("ru", "Спрошу про #{number} ещё один раз. Этим занимается {name}, тема: {topic}."),
        ("ru", "Вы правы. Деньги списали дважды, это наша ошибка. Ответ через {n} минуту."),
    ],
)
def test_what_is_well_said_is_let_through(language: str, text: str) -> None:
    well_said = [entry(language, text)]
    grammar, spelling = phrases.GRAMMAR.get(language, ()), phrases.SPELLING.get(language, ())
    every_list = (phrases.NEVER[language], phrases.NEVER_TO_MEMBERS[language], spelling)
    manners = (*phrases.GENDER_PATTERNS, *phrases.SHOUTING, *phrases.DECORATION)
    assert found(well_said, [*whole_words(*every_list), *manners, *grammar]) == []


def test_a_slip_into_the_other_register_is_found() -> None:
    assert found([entry("ro", "Îți scriem mâine.")], whole_words(phrases.OTHER_REGISTER["ro", "formal"]))
    assert found([entry("ru", "Ваше обращение")], whole_words(phrases.OTHER_REGISTER["ru", "informal"]))
    assert found([entry("ru", "Твоё обращение")], whole_words(phrases.ADDRESSED["ru"]))


def test_missing_diacritics_and_a_missing_yo_are_found() -> None:
    assert found([entry("ro", "Raspunsul vine azi")], whole_words(phrases.SPELLING["ro"]))
    assert found([entry("ru", "Обращение еще открыто")], whole_words(phrases.SPELLING["ru"]))
