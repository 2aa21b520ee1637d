"""From what was typed to what rules compare: one spelling for many, in bounded time.

`normalise` gives the words as they were written (for showing) beside tokens that are folded: lower case, without
Romanian diacritics, ё as е, apostrophes and hyphens closed up, stretched letters shortened. Numbers become "#",
links, mentions, addresses and code become "‹url›", "‹mention›", "‹email›" and "‹code›", currency signs "‹money›" and
swearing behind asterisks "‹censored›". Sentence ends stay as ".", "?" and "!"; an ellipsis ends nothing and is dropped.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 4_000
HEAD = 3_000
KNOWN = 50_000
LONGEST_KNOWN = 20
"""So many words, of so many letters at most, are folded once: people use the same ones all the time."""
ENDS = frozenset(".?!")
CURRENCIES = frozenset("$€£₽")

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ud800-\udfff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_QUOTED_LINE = re.compile(r"^\s{0,3}(?:>|&gt;).*$", re.MULTILINE)
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]{1,400}`", re.DOTALL)
_CUSTOM_EMOJI = re.compile(r"<a?:(\w{1,40}):\d{1,25}>")
_EMOJI_NAME = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])")
_MENTION = re.compile(r"<[@#!][^<>\s]{1,60}>")
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_AT = re.compile(r"(?<![\w@])@[\w.\-]{1,40}")
_URL = re.compile(
    r"<?(?:https?://|www\.)[^\s<>]{1,2000}>?|\b(?:discord\.gg|t\.me|bit\.ly)/[\w/+-]{1,60}", re.IGNORECASE
)
_EMOJI = "[\u2600-\u27bf\u2b50\u203c\u2049\U0001f000-\U0001faff]"
_WORD = re.compile(
    rf"‹\w+›|[^\W\d_]+(?:[*'’ʼ`´-]+[^\W\d_]+)*\*{{0,4}}|\d+(?:[.,:]\d+)*|[.!?…\n]+|{_EMOJI}|[$€£₽%]"
)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_CENSORED = re.compile(r"[^\W\d_*]{1,3}\*+[^\W\d_]*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")

_FOLD = str.maketrans(
    {"ă": "a", "â": "a", "î": "i", "ș": "s", "ş": "s", "ț": "t", "ţ": "t", "ё": "е", "é": "e"}
    | dict.fromkeys("'’ʼ`´-", "")
)
_TO_CYRILLIC = str.maketrans("aceopxyhkmtb", "асеорхункмтв")
_TO_LATIN = str.maketrans("асеорхукмт", "aceopxykmt")
_KEEP_DOUBLE = {
    "stil": "still",
    "god": "good",
    "col": "cool",
    "fre": "free",
    "ned": "need",
    "wel": "well",
    "al": "all",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A message made comparable. `words[i]` is how `tokens[i]` was written; `shown` is the cleaned text.

    `present` are the different tokens; `shouted` tells of mostly capitals or a run of exclamation or question marks.
    """

    shown: str
    words: tuple[str, ...]
    tokens: tuple[str, ...]
    present: frozenset[str]
    shouted: bool


def normalise(text: str) -> Text:
    """Return the comparable form of `text`. Never raises; time and size are bounded whatever comes in."""
    shown = _clean(text)
    words = [word for word in _WORD.findall(shown) if not _soft(word)]
    folded = "\x1f".join(words).casefold().translate(_FOLD)
    raws = folded.split("\x1f") if words else ()
    tokens = [_known(raw) if len(raw) <= LONGEST_KNOWN else _token(raw) for raw in raws]
    return Text(shown, tuple(words), tuple(tokens), frozenset(tokens), _shouted(shown))


def fold(word: str) -> str:
    """Fold one word as `normalise` folds those of a message."""
    return word.casefold().translate(_FOLD)


def _clean(text: str) -> str:
    if len(text) > LONGEST:
        text = f"{text[:HEAD]}\n{text[HEAD - LONGEST :]}"
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))[:LONGEST]
        text = _MARKS.sub("", text)
    elif not text.isprintable():
        text = _INVISIBLE.sub("", text)
    if ">" in text or "&gt;" in text:
        text = _QUOTED_LINE.sub("", text)
        text = _CUSTOM_EMOJI.sub(r" \1 ", text)
        text = _MENTION.sub(" ‹mention› ", text)
    if ":" in text:
        text = _EMOJI_NAME.sub(" ", text)
    if "`" in text:
        text = _CODE.sub(" ‹code› ", text)
    if "/" in text or "www." in text:
        text = _URL.sub(" ‹url› ", text)
    if "@" in text:
        text = _AT.sub(" ‹mention› ", _EMAIL.sub(" ‹email› ", text))
    return text


def _soft(word: str) -> bool:
    """Whether it is an ellipsis, which ends no sentence: "still nothing... day 4"."""
    return (
        word[0] in ".…"
        and (len(word) > 1 or word == "…")
        and not ("\n" in word or "?" in word or "!" in word)
    )


def _token(raw: str) -> str:
    first = raw[0] if raw else "."
    if first in ".…!?\n":
        return "?" if "?" in raw else "!" if "!" in raw else "."
    if first.isdigit():
        return "#"
    if raw in CURRENCIES:
        return "‹money›"
    if "*" in raw:
        return "‹censored›" if _CENSORED.fullmatch(raw) else raw.replace("*", "")
    if len(raw) > 3 and _STRETCHED.search(raw):
        short = _STRETCHED.sub(r"\1", raw)
        return _KEEP_DOUBLE.get(short, short)
    return raw if raw.isascii() else _one_script(raw)


_known = lru_cache(KNOWN)(_token)


def _one_script(raw: str) -> str:
    """Undo look-alike letters: a word half Latin and half Cyrillic is read in the script it mostly has."""
    cyrillic = len(_CYRILLIC.findall(raw))
    latin = len(_LATIN.findall(raw))
    if not cyrillic or not latin:
        return raw
    return raw.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


def _shouted(shown: str) -> bool:
    if "!!" in shown or "??" in shown or "?!" in shown or "!?" in shown:
        return True
    letters = sum(map(str.isalpha, shown)) if shown.upper() == shown else 0
    return letters >= 8
