"""People's words in Discord's markdown: shown as they were typed, with no effect.

`discord.utils.escape_markdown` is not enough: it leaves `<`, and so emoji, timestamps and channel links, numbered
lists, and everything between the brackets of what looks like a link.
"""

import re

from bot.text import clean

UNSEEN = "\u200b"
"""A space without width: keeps an at sign from its name."""

_LINK = re.compile(r"https?://[^\s<>\\]*[^\s<>\\*_~`|\[\]().,:;!?\"'»”]")
_SPECIAL = re.compile(r"[\\*_~`|<>\[\]()]")
_BEGINS_A_BLOCK = re.compile(r"^([^\S\n]*)(#{1,3}|-#|[-+]|\d+\.)(?=\s|$)", re.MULTILINE)
_PINGS = re.compile(r"@(?=everyone|here|[!&]?\d)")
_IN_AN_ADDRESS = str.maketrans({"*": "%2A", "~": "%7E", "`": "%60", "|": "%7C", "[": "%5B", "]": "%5D"})
_ATOM = re.compile(r"<https?://[^\s<>]+>|\\?.", re.DOTALL)


def escape(text: str) -> str:
    """The text with everything escaped that would be markup, a mention or an emoji.

    Addresses stay links. They are put into angle brackets, which Discord doesn't show: without them it would take the
    backslash behind an address for a part of it.
    """
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    written, at = [], 0
    for link in _LINK.finditer(text):
        written += [_escape_words(text[at : link.start()]), f"<{link[0].translate(_IN_AN_ADDRESS)}>"]
        at = link.end()
    escaped = "".join((*written, _escape_words(text[at:])))
    return _PINGS.sub(f"@{UNSEEN}", _BEGINS_A_BLOCK.sub(_escape_block, escaped))


def escape_line(text: str) -> str:
    """The same for what must stay on one line: names and labels."""
    return escape(" ".join(text.split()))


def atoms(escaped: str) -> list[str]:
    """Pieces between which an escaped text may be cut: a link is one, and a backslash with what it escapes."""
    return _ATOM.findall(escaped)


def _escape_words(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _escape_block(found: re.Match[str]) -> str:
    """A backslash before a digit would be shown, so it goes before the dot."""
    indent, sign = found[1], found[2]
    return f"{indent}{sign[:-1]}\\." if sign.endswith(".") else f"{indent}\\{sign}"
