"""What people type and what they read, where that is not what travels.

Typed words travel with `&`, `<` and `>` escaped and links in angle brackets; what is read has names in the place of
ids, labels in the place of links, and no escaping.
"""

import re
from collections.abc import Mapping

from tests.fakes.slack.model import Channel, User, Usergroup

TOKEN = re.compile(
    r"<(?:[@#][A-Z0-9]+(?:\|[^<>]*)?|!(?:here|channel|everyone|subteam\^[A-Z0-9]+)|https?://[^<>\s|]+(?:\|[^<>]*)?)>"
)
LINK = re.compile(r"https?://[^\s<>&]+(?:&[^\s<>&]+)*")
REFERENCE = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
AMPERSAND = re.compile("&(?!(?:lt|gt|amp);)")
ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def escaped(text: str) -> str:
    """As Slack escapes what somebody typed; what is escaped already is left so, for tests that write what travels."""
    return AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def travelling(text: str) -> str:
    """Typed words as events tell them; `<@U1>`, `<#C1>`, `<!here>` and so on stand for what was picked from a list."""
    parts, end = [], 0
    for token in TOKEN.finditer(text):
        parts += [_plain(text[end : token.start()]), token[0]]
        end = token.end()
    return "".join([*parts, _plain(text[end:])])


def _plain(text: str) -> str:
    parts, end = [], 0
    for link in LINK.finditer(text):
        parts += [escaped(text[end : link.start()]), f"<{escaped(link[0])}>"]
        end = link.end()
    return "".join([*parts, escaped(text[end:])])


class Reader:
    """Turns what travelled into what is read."""

    def __init__(
        self, users: Mapping[str, User], channels: Mapping[str, Channel], groups: Mapping[str, Usergroup]
    ) -> None:
        self._users = users
        self._channels = channels
        self._groups = groups

    def __call__(self, text: str) -> str:
        """As a client shows it."""
        shown = REFERENCE.sub(self._name, text)
        for entity, sign in ENTITIES.items():
            shown = shown.replace(entity, sign)
        return shown

    def _name(self, found: re.Match[str]) -> str:
        sign, what, label = found.groups()
        if sign == "@" and what in self._users:
            who = self._users[what]
            return f"@{who.display_name or who.real_name or who.name}"
        if sign == "#" and what in self._channels:
            return f"#{self._channels[what].name}"
        if sign == "!":
            kind, _, about = what.partition("^")
            if kind == "subteam" and about in self._groups:
                return f"@{self._groups[about].handle}"
            return label if label is not None else f"@{kind}"
        return label if label is not None else what
