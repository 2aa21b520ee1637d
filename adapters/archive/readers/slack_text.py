"""Slack's text as its readers saw it: names for ids, labels for links."""

import re
from collections.abc import Mapping

# A mention or an address; a "<" that somebody wrote is `&lt;`, except in exports of other tools.
TOKEN = re.compile(r"<([@#!]\w[^<>\n]*|[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\n]+)>")

# What Slack itself wrote around a member's words when files had comments of their own (until 2018).
UPLOADED = re.compile(
    r"<@(\w+)(?:\|[^>]*)?> (?:uploaded|shared) a file: <[^>]*>(?: and commented: (.*))?", re.DOTALL
)
COMMENTED = re.compile(r"<@(\w+)(?:\|[^>]*)?> commented on .{0,200}?<[^>]*>: (.*)", re.DOTALL)


def readable(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """`text` with @name, #channel and labels. `people` and `channels` are names by id."""
    if "<" in text:
        text = TOKEN.sub(lambda token: _said(token[1], people, channels), text)
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return text


def own_words(text: str) -> tuple[str | None, str]:
    """(the member's id, what they said) of a sentence that Slack wrote for them; (None, `text`) of any other."""
    if sentence := UPLOADED.fullmatch(text) or COMMENTED.fullmatch(text):
        return sentence[1], sentence[2] or ""
    return None, text


def _said(token: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    body, _, label = token.partition("|")
    kind, name = body[:1], body[1:]
    if kind == "@":
        return "@" + (people.get(name) or label or name)
    if kind == "#":
        return "#" + (label or channels.get(name) or name)
    if kind == "!":
        return label or "@" + name.partition("^")[0]
    return label or body.removeprefix("mailto:").removeprefix("tel:")
