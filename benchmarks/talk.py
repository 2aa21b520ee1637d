"""What people write: ordinary talk and complaints in three languages, never twice the same."""

from collections.abc import Iterator
from itertools import count
from random import Random

PLAIN = (
    "anybody up for a round tonight around {n}?",
    "morning all",
    "I put {n} hours into it last weekend and loved every minute, the new map is lovely",
    "lol",
    "which keyboard do you use, {name}?",
    "the stream starts at {n}, I'll be there with popcorn",
    "thanks {name}, that did it",
    "same",
    "my cat walked over the desk and wrote half of this sentence, sorry",
    "has anyone tried the recipe that {name} posted? I had {n} helpings",
    "yes, but only after lunch",
    "see you at {n} then",
    "we went to the lake on Sunday, {n} degrees and not a cloud anywhere, the kids did not want to go home",
    "salut, cine mai e pe aici?",
    "eu zic să ne vedem pe la {n}, mai vine și {name}",
    "mersi mult",
    "am văzut filmul aseară, mi-a plăcut mai mult decât mă așteptam, mai ales muzica din partea a doua",
    "bună dimineața tuturor",
    "ce faceți la sfârșit de săptămână? noi mergem la munte",
    "всем привет",
    "я вчера прошёл {n} уровней, очень красиво сделано",
    "кто сегодня вечером играет?",
    "спасибо, {name}",
    "мы с друзьями собираемся в субботу часов в {n}, приходите тоже",
    "ага",
)

COMPLAINTS = (
    "I paid for the upgrade {n} days ago and it still does not work, nobody answers my tickets",
    "my order never arrived, it has been {n} days and support ignores me",
    "the update deleted my save, {n} hours of work are gone and I want my money back",
    "am plătit acum {n} zile și tot nu funcționează, nimeni nu îmi răspunde",
    "comanda mea nu a ajuns nici după {n} zile, vreau banii înapoi",
    "я заплатил {n} дней назад, ничего не работает, поддержка не отвечает",
    "заказ так и не пришёл, прошло {n} дней, верните деньги",
)

NAMES = ("Ana", "Max", "Vera", "Ion", "Olga", "Sam", "Radu", "Lena", "Kim", "Petru")


def plain(seed: int = 1) -> Iterator[str]:
    """Messages that are nothing to us, without end. Half of them are shorter than 40 characters."""
    return _filled(PLAIN, seed)


def complaints(seed: int = 2) -> Iterator[str]:
    """Clear complaints, without end."""
    return _filled(COMPLAINTS, seed)


def _filled(patterns: tuple[str, ...], seed: int) -> Iterator[str]:
    random = Random(seed)
    for number in count(2):
        yield random.choice(patterns).format(n=number % 90, name=random.choice(NAMES))
