"""A message of ours as Slack shows it: blocks, and beside them the text that notifications show.

Everything that is said stands in rich text: see `escaping` for the reason. What is too long is cut, and attached whole
as a text file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.common.names import file_name
from adapters.slack import limits
from adapters.slack.escaping import escape_line, plain, tidy
from adapters.slack.markup import (
    MORE,
    Address,
    Piece,
    Words,
    cost,
    cut,
    element,
    label_pieces,
    mrkdwn,
    name_pieces,
    runs_pieces,
    text_pieces,
)
from bot.catalogue.button_ids import write_button_id
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    File,
    Heading,
    Message,
    Paragraph,
    Part,
    Quotation,
    plain_text,
)

Block = dict[str, Any]
"""As Slack takes it, in JSON."""

WHOLE = "message.txt"
"""The name of the file with the whole of a text that was cut."""

_STYLES = {
    ButtonStyle.PLAIN: {},
    ButtonStyle.PRIMARY: {"style": "primary"},
    ButtonStyle.DANGER: {"style": "danger"},
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What goes to Slack. Files are uploaded apart from it, and come to the message by an edit."""

    text: str
    blocks: tuple[Block, ...]
    files: tuple[File, ...] = ()

    def words(self) -> dict[str, Any]:
        """The arguments that every way of saying something takes."""
        return {"text": self.text, "blocks": list(self.blocks)}


@dataclass(frozen=True, slots=True)
class _Shown:
    """Some pieces in rich text; `kind` is `rich_text_section` or `rich_text_quote`."""

    kind: str
    pieces: list[Piece]


def draw(message: Message, row: int, address: Address) -> Drawn:
    """Pure; `row` is the row id of the community, for the ids of buttons.

    Raises:
        ValueError: no words, an unreadable button, or more parts, buttons or files than Slack shows.
    """
    _check(message)
    buttons = list(_rows(message.buttons, row))
    headings = [_heading(part) for part in message.parts if isinstance(part, Heading)]
    room = min(limits.WORDS, limits.SIZE - sum(map(cost, (*buttons, *headings))))
    shown, whole = _cut(message.parts, address, room)
    files = [part for part in message.parts if isinstance(part, File)]
    if not whole and len(files) < limits.FILES:
        files.append(File(WHOLE, "text/plain", plain_text(message)))
    blocks = [*_blocks(message.parts, shown), *buttons]
    return Drawn(_text(message, shown), tuple(blocks), tuple(_named(files)))


def blocks_of(message: Message, row: int, address: Address) -> list[Block]:
    """The blocks alone, for places that have no files. Raises as `draw` does."""
    return list(draw(message, row, address).blocks)


def _check(message: Message) -> None:
    if not plain_text(message).strip():
        raise ValueError("a message needs words")
    if len(message.parts) + limits.ROWS + 1 > limits.BLOCKS:
        raise ValueError(f"{len(message.parts)} parts are too many")
    if len(message.buttons) > limits.BUTTONS:
        raise ValueError(f"{len(message.buttons)} buttons; {limits.BUTTONS} is the limit")
    if sum(isinstance(part, File) for part in message.parts) > limits.FILES:
        raise ValueError(f"more than {limits.FILES} files")
    if any(not plain(button.label) for button in message.buttons):
        raise ValueError("a button needs a label")


def _cut(parts: Sequence[Part], address: Address, room: int) -> tuple[dict[int, _Shown], bool]:
    """What is shown of each part, by its place among them, and whether that is everything.

    Facts come first to the room, up to half of it where the others need the rest: they are short, and staff need them
    more than the end of a long quotation.
    """
    shown: dict[int, _Shown] = {}
    facts = [index for index, part in enumerate(parts) if isinstance(part, Fields)]
    others = [index for index, part in enumerate(parts) if isinstance(part, Paragraph | Quotation)]
    left, all_whole = room, True
    for group, share in (
        (facts, max(room // 2, room - _needed(parts, others, address, room))),
        (others, room),
    ):
        available = min(left, share)
        before = available
        for index in group:
            written = _written(parts[index], address)
            if written is None:
                continue
            pieces, available, whole = cut(written.pieces, available)
            all_whole = all_whole and whole
            if any(not isinstance(piece, Words) or piece.text.strip() for piece in pieces):
                shown[index] = _Shown(written.kind, pieces)
        left -= before - available
    return shown, all_whole


def _needed(parts: Sequence[Part], which: Sequence[int], address: Address, room: int) -> int:
    """How much room these parts would take, if there were no others."""
    left = room
    for index in which:
        written = _written(parts[index], address)
        if written is not None:
            _, left, _ = cut(written.pieces, left)
    return room - left


def _written(part: Part, address: Address) -> _Shown | None:
    match part:
        case Paragraph(runs):
            return _Shown("rich_text_section", runs_pieces(runs, address))
        case Quotation(text, by):
            author = [Words("\n– "), *name_pieces(by)] if by else []
            return _Shown("rich_text_quote", [*text_pieces(text.strip()), *author])
        case Fields(rows):
            lines = [[*label_pieces(row.label), *runs_pieces(row.value, address)] for row in rows]
            return _Shown("rich_text_section", list(_lines(lines)))
    return None


def _lines(lines: Iterable[list[Piece]]) -> Iterator[Piece]:
    for number, line in enumerate(lines):
        if number:
            yield Words("\n")
        yield from line


def _blocks(parts: Sequence[Part], shown: dict[int, _Shown]) -> Iterator[Block]:
    """In the order of the parts; what follows each other without a heading is one block of rich text."""
    rich: list[dict[str, Any]] = []
    said = False
    for index, part in enumerate(parts):
        heads = isinstance(part, Heading) and bool(plain(part.text))
        begins_facts = (
            said and isinstance(part, Fields) and not isinstance(parts[index - 1], Fields | Heading)
        )
        if rich and (heads or begins_facts):
            yield {"type": "rich_text", "elements": rich}
            rich = []
        if isinstance(part, Heading) and heads:
            yield _heading(part)
        elif begins_facts and index in shown:
            yield {"type": "divider"}
        if index in shown:
            rich.append(
                {"type": shown[index].kind, "elements": [element(each) for each in shown[index].pieces]}
            )
        said = said or heads or index in shown
    if not said:
        rich.append({"type": "rich_text_section", "elements": [element(Words(MORE))]})
    if rich:
        yield {"type": "rich_text", "elements": rich}


def _heading(heading: Heading) -> Block:
    return {"type": "header", "text": _plain(heading.text, limits.HEADING)}


def _plain(text: str, limit: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": _within(plain(text), limit), "emoji": False}


def _text(message: Message, shown: dict[int, _Shown]) -> str:
    """The same words on lines, for notifications and for those who have the screen read to them."""
    lines = []
    for index, part in enumerate(message.parts):
        if isinstance(part, Heading):
            lines.append(escape_line(part.text))
        elif index in shown:
            lines.append("".join(map(mrkdwn, shown[index].pieces)))
    return _within("\n".join(filter(None, map(str.strip, lines))) or MORE, limits.TEXT)


def _within(text: str, limit: int) -> str:
    """Cut where it is too long, but never inside of what is between angle brackets."""
    if limits.units(text) <= limit:
        return text
    kept, left = [], limit - limits.units(MORE)
    for atom in re.findall(r"<[^<>]*>|&\w+;|.", text, re.DOTALL):
        left -= limits.units(atom)
        if left < 0:
            break
        kept.append(atom)
    return "".join(kept).rstrip() + MORE


def _rows(buttons: Sequence[Button], row: int) -> Iterator[Block]:
    width = limits.BUTTONS_IN_A_ROW
    shown = [_button(button, row) for button in buttons]
    if len({button["action_id"] for button in shown}) < len(shown):
        raise ValueError("two buttons that do the same")
    for start in range(0, len(shown), width):
        yield {
            "type": "actions",
            "block_id": f"buttons.{start // width}",
            "elements": shown[start : start + width],
        }


def _button(button: Button, row: int) -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": write_button_id(button, row),
        "text": _plain(button.label, limits.BUTTON_LABEL),
    } | _STYLES[button.style]


def _named(files: Iterable[File]) -> Iterator[File]:
    """Under names that Slack keeps as they are; the number keeps two of one name apart."""
    for number, file in enumerate(files, start=1):
        content = file.content if isinstance(file.content, bytes) else tidy(file.content)
        yield File(file_name(file.name, number), file.media_type, content)
