"""Matters of safety are flagged, whatever else the message is."""

import pytest

from bot.detection import Safety, Severity, assess
from bot.detection.model import PRESSING


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


FLAGGED: dict[Safety, dict[str, tuple[str, ...]]] = {
    Safety.SELF_HARM: {
        "en": (
            "I don't see a reason to wake up tomorrow",
            "goodbye everyone, give my account to my brother",
            "I've saved up my pills",
        ),
        "ro": (
            "nu mai văd niciun rost să mă trezesc",
            "am strans toate pastilele bunicii",
            "tuturor le-ar fi mai ușor fără mine",
        ),
        "ru": (
            "не вижу смысла просыпаться",
            "прощайте все, аккаунт отдаю брату",
            "хочу заснуть и не проснуться",
        ),
        "es": ("ya no quiero vivir más", "tengo las pastillas en la mano, adiós a todos", "quiero morirme"),
        "de": ("ich will nicht mehr leben", "leb wohl, kümmert euch um meinen hund", "ich bringe mich um"),
        "fr": ("je n'ai plus envie de vivre", "adieu à tous, prenez soin de mon chat", "je veux mourir"),
        "uk": ("не хочу більше жити", "прощавайте, кота віддав сестрі", "накопичив таблеток"),
    },
    Safety.THREAT: {
        "en": ("we know where you sleep", "I'm coming to your office with a gun"),
        "ro": ("vin cu bâta la tine acasă", "stim unde iti parchezi masina"),
        "ru": ("встречу тебя после смены и сломаю ноги", "знаю где твои дети учатся"),
        "es": ("te voy a matar", "se donde vives"),
        "de": ("ich weiß wo du wohnst", "ich bring dich um"),
        "fr": ("je sais où tu habites", "je vais te casser les jambes"),
        "uk": ("я знаю де ти живеш", "прийду з ножем"),
    },
    Safety.DOXXING: {
        "en": ("here's her home address, pay her a visit", "I'll leak your nudes"),
        "ro": (
            "o cheamă Maria X, stă pe strada Florilor 12, sunați-o la noapte",
            "îți public pozele și adresa",
        ),
        "ru": ("её зовут Анна, живёт на ул. Мира 5, звоните ей ночью", "солью твои фото и адрес"),
        "es": ("su dirección es calle Sol 12, vayan a visitarlo", "voy a publicar tus fotos"),
        "de": ("sie wohnt in der Lindenstraße 4, ruft sie nachts an", "ich veröffentliche deine adresse"),
        "fr": ("il habite 12 rue des lilas, passez le voir cette nuit", "je vais balancer ton adresse"),
        "uk": ("живе на вул. Миру 5, дзвоніть їй вночі", "викладу твої фото"),
    },
    Safety.MINOR: {
        "en": (
            "an adult in the server asked my daughter for pictures",
            "my stepdad hits me, I'm scared to go home",
        ),
        "ro": ("un adult îi cere fiicei mele poze", "tata mă bate și mi-e frică să merg acasă"),
        "ru": ("взрослый мужик просит у моей дочки фото", "отчим меня бьёт, боюсь идти домой"),
        "es": ("un adulto le pide fotos a mi hija", "tengo 12 años y quiere que nos veamos solos"),
        "de": (
            "ein erwachsener will bilder von meiner tochter",
            "ich bin 13 und er will mich allein treffen",
        ),
        "fr": ("un adulte demande des photos à ma fille", "j'ai 12 ans et il veut me voir seul"),
        "uk": ("дорослий кличе мою доньку зустрітися", "мені 12, дядько просить фото"),
    },
}


@pytest.mark.parametrize(
    ("flag", "text"),
    [(flag, text) for flag, languages in FLAGGED.items() for texts in languages.values() for text in texts],
)
def test_it_is_flagged_in_every_language(flag: Safety, text: str) -> None:
    assert flag in assess(text).safety


@pytest.mark.parametrize(
    "text",
    [
        "this level is killing me",
        "kill the boss",
        "I could kill for a pizza",
        "I will kill you in the next round lol",
        "my battery is going to die soon",
        "goodbye old server, hello new one",
        "the movie where he jumps from the bridge is sad",
        "I don't want to be charged again",
        "the driver knows where I live and still can't find it",
        "mor de râs",
        "mor de foame, unde e comanda",
        "te omor in ranked diseara =))",
        "mă omor cu munca",
        "am 12 ani de experienta",
        "termin cu jocul ăsta",
        "te găsesc pe discord",
        "vă aștept la poartă cu coletul",
        "сдохну от смеха",
        "умираю с голоду, где доставка",
        "я тебя убью в катке",
        "фильм про самоубийцу хороший",
        "таблетки для посудомойки не пришли",
        "найду тебя в дискорде",
        "знаю где вы ошиблись",
        "не хочу жить без этой игры",
        "me muero de risa",
        "te voy a matar en el fifa jaja",
        "mi hijo tiene 10 años y no puede entrar",
        "tengo 15 años siendo cliente",
        "adiós amigos hasta mañana",
        "este juego me mata",
        "el repartidor vive en otro planeta",
        "no puedo más con esta app",
        "ich sterbe vor lachen",
        "der boss bringt mich um",
        "ich kann nicht mehr warten",
        "im film bringt er sich um",
        "meine tochter ist 10 und spielt gern",
        "danke für alles, war schön mit euch",
        "mach schluss für heute",
        "ich komme morgen bei euch vorbei und hole das paket ab",
        "mort de rire",
        "je vais te tuer à mario kart mdr",
        "mon fils a 10 ans et ne peut plus jouer",
        "j'en peux plus de ce bug",
        "adieu les vacances",
        "ce jeu me tue",
        "je sais où est le problème",
        "le livreur passe chez vous demain",
        "помираю зі сміху",
        "вбив боса",
        "син має 10 років, не може зайти",
        "дякую вам за все",
        "знайду тебе в дискорді",
        "більше не можу чекати",
        "фільм про самогубство цікавий",
        "таблетки для посудомийки не прийшли",
    ],
)
def test_games_jokes_and_stories_are_not(text: str) -> None:
    assert assess(text).safety.isdisjoint(PRESSING)


@pytest.mark.parametrize(
    "text",
    [
        "send it to 12 Elm Street, my phone is 0721 234 567",
        "stau pe strada Lunga 12, tel 0721 234 567, va rog livrati",
        "доставьте на ул. Ленина 12, кв 5, телефон 8 916 123 45 67",
        "vivo en calle Mayor 12, tel 600123123, manden el pedido",
        "ich wohne in der Hauptstraße 12, handy 0151 1234567, bitte liefern",
        "j'habite 12 rue des lilas, tel 06 12 34 56 78, merci de livrer",
        "доставте на вул. Шевченка 12, кв 5, тел 0501234567",
    ],
)
def test_to_tell_ones_own_address_is_not_doxxing(text: str) -> None:
    assert Safety.DOXXING not in assess(text).safety


@pytest.mark.parametrize(
    "text",
    [
        "du bist ein idiot",
        "hijos de puta",
        "bande d'incapables",
        "ви всі дебіли",
        "eres un imbecil",
    ],
)
def test_an_insult_is_abuse_in_every_language(text: str) -> None:
    assert assess(text).abuse >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "die scheiß app stürzt wieder ab",
        "puta app de mierda, no funciona nada",
        "putain de mise à jour de merde",
        "сраний застосунок знову впав, йолки",
        "what was he doing in the war, the die is cast",
        "the con of this plan is the pain of moving",
    ],
)
def test_swearing_at_a_thing_and_words_of_another_language_are_no_abuse(text: str) -> None:
    assert assess(text).abuse < 0.2
