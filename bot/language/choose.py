"""Which language to answer in."""

from collections.abc import Collection

from bot.language.moments import primary
from bot.language.translations import FALLBACK

CYRILLIC_NOT_RUSSIAN = frozenset({"be", "bg", "kk", "mk", "mn", "sr", "uk"})
"""Written in Cyrillic by people whom an answer in Russian may hurt."""


def reply_language(
    assessed: str | None,
    sure: bool,
    remembered: str | None,
    client: str | None,
    community: str,
    spoken: Collection[str],
) -> str:
    """The message's own language when certain, else the one used before, the client's, the community's.

    Languages are codes or locale codes ("ro", "ru-RU", "und" for unknown); `spoken` are the codes we answer
    in. The result is one of them, English if none fits. Two rules cut across the order: a message surely in
    a language we don't speak ends in English rather than in the community's language; and one in a Cyrillic
    language other than Russian, sure or not, is never answered in Russian.
    """
    written = primary(assessed or "und")
    avoided = {"ru"} if written in CYRILLIC_NOT_RUSSIAN else set()
    foreign = sure and written not in {"und", *spoken}
    last = (FALLBACK, community) if foreign and not avoided else (community, FALLBACK)
    for candidate in (written if sure else None, remembered, client, *last):
        code = primary(candidate or "und")
        if code in spoken and code not in avoided:
            return code
    return FALLBACK
