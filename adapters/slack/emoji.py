"""Emoji, which go by name on Slack: people's come as `:joy:`, and reactions are given by name."""

import re

from emoji import emojize

from bot.ports import DoorShut

_NAMES = {"👀": "eyes", "✅": "white_check_mark", "❤️": "heart", "🙏": "pray", "👍": "+1"}


def name_of(emoji: str) -> str:
    """The name, without colons. Raises DoorShut for a sign that has none here."""
    try:
        return _NAMES[emoji]
    except KeyError:
        raise DoorShut("unknown_emoji") from None


_NAMED = re.compile(r"<[^<>]*>|(?<!\d):([a-z0-9_+'-]{1,60}):(?::skin-tone-([2-6]):)?")
_FLAG = re.compile(r"flag-([a-z])([a-z])")
_LIGHTEST, _FIRST_LETTER, _IN_COLOUR = 0x1F3FB, 0x1F1E6, "\ufe0f"


def shown(text: str) -> str:
    """With emoji in the place of their names; what is between `<` and `>`, and the workspace's own, stays as it is."""
    return _NAMED.sub(_shown, text) if ":" in text else text


def _shown(found: re.Match[str]) -> str:
    name, tone = found.groups()
    sign = _sign(name) if name else None
    if sign is None:
        return found[0]
    # A skin tone stands behind the person, and before what they are doing.
    return f"{sign[0]}{chr(_LIGHTEST + int(tone) - 2)}{sign[1:].lstrip(_IN_COLOUR)}" if tone else sign


def _sign(name: str) -> str | None:
    flag = _FLAG.fullmatch(name)
    if flag:
        return "".join(chr(_FIRST_LETTER + ord(letter) - ord("a")) for letter in flag.groups())
    for known in (name, name.replace("-", "_")):
        sign = emojize(f":{known}:", language="alias")
        if not sign.startswith(":"):
            return sign
    return None
