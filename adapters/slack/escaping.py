"""People's words on Slack: shown as they were typed, with no effect.

There are two places for them. In blocks they stand in rich text, whose text elements Slack shows letter by letter:
nothing has to be escaped there, and what is copied from there is what was typed. (In mrkdwn a star or a backquote
can't be kept from its effect without putting unseen letters beside it.) The text beside the blocks is mrkdwn, in
which `&`, `<` and `>` are escaped: without angle brackets there is no mention, no link and no `<!...>`.
"""

import re
from collections.abc import Iterator

from adapters.slack.limits import URL, units
from bot.text import clean

JOINER = "\u2060"
"""A space without width, where a text stands in one piece."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL = re.compile(r"<(?=[!@#])")
_LINK = re.compile(r"https?://[^\s<>|\"]*[^\s<>|\"*_~`.,:;!?'»”)\]}]")


def tidy(text: str) -> str:
    """Without what no platform can hold: NULs, halves of letters, control characters."""
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", text)


def tidy_line(text: str) -> str:
    """The same for what must stay on one line: names and labels."""
    return " ".join(tidy(text).split())


def escape(text: str) -> str:
    """The text for mrkdwn."""
    return tidy(text).translate(_ENTITIES)


def escape_line(text: str) -> str:
    """The same for names and labels in a sentence."""
    return tidy_line(text).translate(_ENTITIES)


def plain(text: str) -> str:
    """One line for plain text: headings and labels of buttons, which Slack doesn't read as markup."""
    return _SPECIAL.sub(f"<{JOINER}", tidy_line(text))


def apart(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each is an address.

    What looks like a mention is cut in two: then it is none wherever the pieces may ever be read as markup.
    """
    text, at = tidy(text), 0
    for link in _LINK.finditer(text):
        if units(link[0]) <= URL:
            yield from _words(text[at : link.start()])
            yield link[0], True
            at = link.end()
    yield from _words(text[at:])


def _words(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in _SPECIAL.finditer(text):
        yield text[at : found.end()], False
        at = found.end()
    if text[at:]:
        yield text[at:], False
