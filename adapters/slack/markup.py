"""Typed parts in pieces: what Slack shows as one element of rich text, and what stands for it in a notification."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from adapters.common.names import straight
from adapters.slack.address import is_user
from adapters.slack.commands import typed
from adapters.slack.escaping import apart, escape, escape_line, plain, tidy_line
from adapters.slack.limits import units
from bot.text import shorten
from bot.vocabulary.replies import Command, Link, Mention, Moment, MomentStyle, Name, Run, Runs, Text

Address = Callable[[str, str | None], str | None]
"""The address of a channel, or of a message in it; None for what has none."""

MORE = "…"
LABEL = 200
"""Characters of a label or a name that are shown."""

# Numbers only: words would need a case ending in some languages, and a weekday in all of them.
_STYLES = {MomentStyle.TIME: "{time}", MomentStyle.DATE: "{date_num}", MomentStyle.BOTH: "{date_num} {time}"}
_WITHOUT_SLACK = {
    MomentStyle.TIME: "%H:%M UTC",
    MomentStyle.DATE: "%Y-%m-%d",
    MomentStyle.BOTH: "%Y-%m-%d %H:%M UTC",
}
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link under a label; without one its address is shown."""

    url: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Ping:
    user: str


@dataclass(frozen=True, slots=True)
class Time:
    at: datetime
    style: MomentStyle


Piece = Words | Pointer | Ping | Time


def runs_pieces(runs: Runs, address: Address) -> list[Piece]:
    return [piece for run in runs for piece in _run_pieces(run, address)]


def text_pieces(text: str) -> Iterator[Piece]:
    """People's words, in which addresses can be clicked on."""
    return (Pointer(part) if is_link else Words(part) for part, is_link in apart(text))


def name_pieces(name: str) -> Iterator[Piece]:
    """Isolated, so that a name in another direction doesn't turn the sentence around, nor end the isolation itself."""
    shown = tidy_line(shorten(straight(name), LABEL))
    return (Words(part) for part, _ in apart(f"{_ISOLATE}{shown}{_END}"))


def label_pieces(label: str | Command) -> Iterator[Piece]:
    """What stands before a fact."""
    words = typed(label) if isinstance(label, Command) else label
    return (Words(part, bold=True) for part, _ in apart(f"{tidy_line(shorten(words, LABEL))}: "))


def element(piece: Piece) -> dict[str, Any]:
    """The piece in Slack's rich text."""
    match piece:
        case Words(text, bold):
            return {"type": "text", "text": text} | ({"style": {"bold": True}} if bold else {})
        case Pointer(url, label):
            return {"type": "link", "url": url} | ({"text": label} if label else {})
        case Ping(user):
            return {"type": "user", "user_id": user}
        case Time(at, style):
            return {
                "type": "date",
                "timestamp": int(at.timestamp()),
                "format": _STYLES[style],
                "fallback": at.astimezone(UTC).strftime(_WITHOUT_SLACK[style]),
            }


def mrkdwn(piece: Piece) -> str:
    """The piece in the text beside the blocks."""
    match piece:
        case Words(text):
            return escape(text)
        case Pointer(url, label):
            return f"<{escape(url)}|{escape_line(label)}>" if label else escape(url)
        case Ping(user):
            return f"<@{user}>"
        case Time(at, style):
            fallback = at.astimezone(UTC).strftime(_WITHOUT_SLACK[style])
            return f"<!date^{int(at.timestamp())}^{_STYLES[style]}|{fallback}>"


def cost(value: Any) -> int:
    """How much room this takes among the blocks."""
    return units(json.dumps(value, ensure_ascii=False))


def cut(pieces: Iterable[Piece], room: int) -> tuple[list[Piece], int, bool]:
    """As many pieces as there is room for, the room left, and whether all of them fitted."""
    kept: list[Piece] = []
    for piece in pieces:
        price = cost(element(piece)) + 1
        if price > room:
            short = _shortened(piece, room)
            return [*kept, *([short] if short else [])], 0, False
        kept.append(piece)
        room -= price
    return kept, room, True


def _shortened(piece: Piece, room: int) -> Words | None:
    """The beginning of the words, where at least the sign that something is missing fits."""
    text, bold = (piece.text, piece.bold) if isinstance(piece, Words) else ("", False)

    def price(letters: int) -> int:
        return cost(element(Words(text[:letters].rstrip() + MORE, bold))) + 1

    if price(0) > room:
        return None
    fitting = bisect_right(range(len(text) + 1), room, key=price) - 1
    return Words(text[:fitting].rstrip() + MORE, bold)


def _run_pieces(run: Run, address: Address) -> Iterable[Piece]:
    match run:
        case Text(text):
            return text_pieces(text)
        case Name(name):
            return name_pieces(name)
        case Mention(member, name):
            return [Ping(member)] if is_user(member) else name_pieces(name)
        case Moment(at, style):
            return [Time(at, style)]
        case Link():
            return _link_pieces(run, address)
        case Command():
            return [Words(typed(run))]


def _link_pieces(link: Link, address: Address) -> Iterable[Piece]:
    label = plain(shorten(link.label, LABEL))
    target, message = (link.message.channel, link.message.message) if link.message else (link.channel, None)
    url = address(target, message) if target else None
    if url is None or not label:
        return [Words(label)] if label else []
    return [Pointer(url, label)]
