"""Slack's markup as plain words: what people meant, as they would read it themselves.

Source: "Formatting text for app surfaces". People's `&`, `<` and `>` arrive as entities; everything between `<` and
`>` is Slack's own: people, channels, links and commands such as `<!here>`. Emoji arrive by name.
"""

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from adapters.slack.emoji import shown

MARKED = re.compile(r"<([^<>]+)>")
PERSON = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")


def people_in(text: str) -> list[str]:
    """The ids of the people who are mentioned, in order."""
    return list(dict.fromkeys(PERSON.findall(text)))


def plain(text: str, names: Mapping[str, str]) -> str:
    """`names` are people's by their id; whoever is not among them stays `<@U...>`, as nobody could read otherwise."""
    return html.unescape(MARKED.sub(lambda found: _read(found[1], names), shown(text)))


def typed(text: str) -> str:
    """A command's words: mentions stay as they are, so that it is known for certain who is meant."""
    return html.unescape(MARKED.sub(lambda found: _typed(found[1]), shown(text))).strip()


def words_of(message: Mapping[str, Any]) -> str:
    """The words, and those of a message that was shared with them; still in Slack's markup."""
    shared = (str(one.get("text", "")) for one in _attached(message) if one.get("is_share"))
    return "\n".join(filter(None, (str(message.get("text") or ""), *shared)))


def _attached(message: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return message.get("attachments") or ()


def _read(marked: str, names: Mapping[str, str]) -> str:
    """Names are escaped again: entities in them are what they look like."""
    target, _, label = marked.partition("|")
    match target[:1]:
        case "@":
            name = names.get(target[1:])
            return f"@{html.escape(name, quote=False)}" if name else f"&lt;{target}&gt;"
        case "#":
            return f"#{label}" if label else f"&lt;{target}&gt;"
        case "!":
            return label or f"@{target[1:].partition('^')[0]}"
    return _link(target, label)


def _typed(marked: str) -> str:
    target, _, label = marked.partition("|")
    if target[:1] in {"@", "#"}:
        return f"&lt;{marked}&gt;"
    if target.startswith("!subteam^"):
        return f"&lt;{marked}&gt;"
    return label or f"@{target[1:]}" if target[:1] == "!" else _link(target, label)


def _link(target: str, label: str) -> str:
    """Where it leads is always seen. Slack makes links of bare addresses too, with what was typed as their label."""
    target = target.removeprefix("mailto:").removeprefix("tel:")
    if not label:
        return target
    as_typed = label.rstrip("/") in {target.rstrip("/"), target.partition("://")[2].rstrip("/")}
    return label if as_typed else f"{label} ({target})"
