"""Matters of safety are flagged, whatever else the message is."""

import pytest

from bot.detection import Safety, Severity, assess


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        (Safety.SELF_HARM, "I don't want to live anymore"),
        (Safety.SELF_HARM, "thinking about killing myself tonight"),
        (Safety.SELF_HARM, "nu mai vreau să trăiesc"),
        (Safety.SELF_HARM, "vreau sa mor"),
        (Safety.SELF_HARM, "я больше не хочу жить"),
        (Safety.SELF_HARM, "думаю о самоубийстве"),
        (Safety.THREAT, "I know where you live"),
        (Safety.THREAT, "I will kill you"),
        (Safety.THREAT, "știu unde stai și îți rup picioarele"),
        (Safety.THREAT, "te omor"),
        (Safety.THREAT, "найду тебя и переломаю ноги"),
        (Safety.THREAT, "я тебя убью"),
        (Safety.DOXXING, "his home address is 12 Elm Street"),
        (Safety.DOXXING, "adresa lui este strada Lungă 4"),
        (Safety.DOXXING, "вот его адрес и телефон"),
        (Safety.MINOR, "im 12 years old and he asked me for photos"),
        (Safety.MINOR, "am 13 ani"),
        (Safety.MINOR, "мне 11 лет"),
        (Safety.HARASSMENT, "he keeps messaging me and calling me a bitch"),
        (Safety.HARASSMENT, "mă hărțuiește de o săptămână"),
        (Safety.HARASSMENT, "он меня преследует и угрожает"),
        (Safety.HEALTH, "my daughter had an allergic reaction to your cream"),
        (Safety.HEALTH, "am ajuns la spital după ce am mâncat la voi"),
        (Safety.HEALTH, "после вашей еды мама попала в больницу"),
        (Safety.ABOUT_STAFF, "your moderator insulted me"),
        (Safety.ABOUT_STAFF, "curierul a țipat la mine"),
        (Safety.ABOUT_STAFF, "оператор нахамил мне по телефону"),
    ],
)
def test_it_is_flagged(flag: Safety, text: str) -> None:
    assert flag in assess(text).safety


@pytest.mark.parametrize("text", ["I don't want to live anymore", "я тебя убью", "im 12 years old"])
def test_safety_is_always_grave(text: str) -> None:
    assert assess(text).severity is Severity.HIGH


@pytest.mark.parametrize(
    "text",
    [
        "I'm dead 💀 this meme",
        "that boss killed me five times",
        "I'm 15 minutes late",
        "am 45 de ani",
        "мне 35 лет",
        "the app died on me",
        "killer deal",
        "am murit de râs",
    ],
)
def test_dark_words_alone_are_not(text: str) -> None:
    assert assess(text).safety == frozenset()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("telephone", "call me at +40 721 234 567 please"),
        ("telephone", "numarul meu e 0721 234 567"),
        ("telephone", "мой номер 8 (916) 123-45-67"),
        ("e-mail", "write to ana.pop@example.com"),
        ("IBAN", "send it to RO49 AAAA 1B31 0075 9384 0000"),
        ("card", "my card is 4111 1111 1111 1111"),
    ],
)
def test_personal_data_is_flagged_and_not_repeated(kind: str, text: str) -> None:
    seen = assess(text)
    assert seen.safety == {Safety.PERSONAL_DATA}
    assert [reason.match for reason in seen.reasons if reason.rule == "personal_data"] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "order 4471829364 is late",
        "version 2.4.1.20241122 crashes",
        "4111 1111 1111 1112",
        "it was 2024-11-22 14:00:05",
        "block 1635295 of 1671976",
        "txid 0012345678901234567890",
    ],
)
def test_other_numbers_are_not_personal(text: str) -> None:
    assert Safety.PERSONAL_DATA not in assess(text).safety


def test_a_report_of_abuse_suffered_is_not_abuse() -> None:
    assert assess("he called me an idiot and a whore in voice chat").abuse < 0.2
