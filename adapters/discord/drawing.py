"""A message of ours as Discord shows it.

What has a heading or facts is a card, made of components (Components V2). Everything else is plain text with rows of
buttons: the notification of a message made of components is empty
(https://github.com/discord/discord-api-docs/issues/7854), and members should read on their phone what was said.
What is too long is cut, and attached whole as a text file.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from adapters.common.names import file_name
from adapters.discord import limits
from adapters.discord.markup import Address, cut, is_snowflake, parts_atoms
from bot.catalogue.button_ids import write_button_id
from bot.text import clean
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    File,
    Heading,
    Mention,
    Message,
    Paragraph,
    Part,
    Run,
    plain_text,
)

WHOLE = "message.txt"
"""The name of the file with the whole of a text that was cut."""

_STYLES = {
    ButtonStyle.PLAIN: discord.ButtonStyle.secondary,
    ButtonStyle.PRIMARY: discord.ButtonStyle.primary,
    ButtonStyle.DANGER: discord.ButtonStyle.danger,
}

Plain = ui.View
Card = ui.LayoutView


@dataclass(frozen=True, slots=True)
class Drawn:
    """What goes to discord.py. A view is stopped already: its buttons are found by their id, also after a restart."""

    content: str | None
    view: Plain | Card | None
    files: tuple[discord.File, ...]
    mentions: discord.AllowedMentions

    def posting(self) -> dict[str, Any]:
        """Keyword arguments for `send` and for the answers of interactions."""
        arguments: dict[str, Any] = {"allowed_mentions": self.mentions, "suppress_embeds": True}
        arguments |= {"content": self.content} if self.content is not None else {}
        arguments |= {"view": self.view} if self.view is not None else {}
        return arguments | ({"files": list(self.files)} if self.files else {})

    def editing(self) -> dict[str, Any]:
        """Keyword arguments for `edit`: what was there and is not any more is taken away."""
        arguments: dict[str, Any] = {
            "view": self.view,
            "attachments": list(self.files),
            "allowed_mentions": self.mentions,
        }
        return arguments | ({"content": self.content} if self.content is not None else {})


def draw(message: Message, row: int, address: Address, mark: int | None = None) -> Drawn:
    """Pure. `mark` becomes the id of one component, if there is any: by it the message is known again.

    Raises:
        ValueError: no words, an unreadable button, or more buttons or files than Discord shows.
    """
    _check(message)
    buttons = [_button(button, row) for button in message.buttons]
    files = [part for part in message.parts if isinstance(part, File)]
    text, whole = _text(message.parts, address)
    if not whole and len(files) < limits.FILES:
        files.append(File(WHOLE, "text/plain", plain_text(message)))
    attached = [_file(file, number) for number, file in enumerate(files, start=1)]
    if is_card(message):
        view: Plain | Card | None = _card(text, buttons, attached, mark)
        content = None
    else:
        view, content = _plain(buttons, mark), text[0] or None
    if view is not None:
        view.stop()
    return Drawn(content, view, tuple(attached), _mentions(message))


def is_card(message: Message) -> bool:
    """Whether it is made of components. It depends on the kinds of its parts alone, so an edit never changes it."""
    return any(isinstance(part, Heading | Fields) for part in message.parts)


def _check(message: Message) -> None:
    if not plain_text(message).strip():
        raise ValueError("a message needs words")
    if len(message.buttons) > limits.BUTTONS:
        raise ValueError(f"{len(message.buttons)} buttons; {limits.BUTTONS} is the limit")
    files = sum(isinstance(part, File) for part in message.parts)
    # A card keeps a place for its whole text; of others, whoever attaches files to them sees to that.
    most = limits.FILES_OF_A_CARD - 1 if is_card(message) else limits.FILES
    if files > most:
        raise ValueError(f"{files} files; {most} is the limit")
    if any(not clean(button.label).strip() for button in message.buttons):
        raise ValueError("a button needs a label")


def _text(parts: tuple[Part, ...], address: Address) -> tuple[tuple[str, str], bool]:
    """The text above the first facts, the text from there on, and whether both are whole."""
    split = next((i for i, part in enumerate(parts) if isinstance(part, Fields)), len(parts))
    card = any(isinstance(part, Heading | Fields) for part in parts)
    limit = limits.LAYOUT_TEXT if card else limits.CONTENT
    # Facts are short, and staff need them more than the end of a long quotation.
    below, below_whole = cut(parts_atoms(parts[split:], address), limit // 2)
    above, above_whole = cut(parts_atoms(parts[:split], address), limit - limits.units(below))
    return (above, below), above_whole and below_whole


def _card(
    text: tuple[str, str], buttons: Sequence[ui.Button[Any]], files: Iterable[discord.File], mark: int | None
) -> Card:
    shown: list[ui.Item[Any]] = [ui.TextDisplay(words) for words in text if words.strip()]
    if len(shown) == 2:
        shown.insert(1, ui.Separator())
    shown += [ui.File(file) for file in files]
    shown += [ui.ActionRow(*row) for row in _rows(buttons)]
    card: Card = Card(timeout=None)
    return card.add_item(ui.Container(*shown, id=mark))


def _plain(buttons: Sequence[ui.Button[Any]], mark: int | None) -> Plain | None:
    if not buttons:
        return None
    view: Plain = Plain(timeout=None)
    buttons[0].id = mark
    for number, row in enumerate(_rows(buttons)):
        for button in row:
            button.row = number
            view.add_item(button)
    return view


def _rows(buttons: Sequence[ui.Button[Any]]) -> Iterable[Sequence[ui.Button[Any]]]:
    width = limits.BUTTONS_IN_A_ROW
    return (buttons[start : start + width] for start in range(0, len(buttons), width))


def _button(button: Button, row: int) -> ui.Button[Any]:
    label, _ = cut(list(" ".join(clean(button.label).split())), limits.BUTTON_LABEL)
    return ui.Button(label=label, custom_id=write_button_id(button, row), style=_STYLES[button.style])


def _file(file: File, number: int) -> discord.File:
    """Under a name that Discord keeps as it is; the number keeps two of one name apart."""
    content = file.content if isinstance(file.content, bytes) else clean(file.content).encode()
    return discord.File(io.BytesIO(content), file_name(file.name, number))


def _mentions(message: Message) -> discord.AllowedMentions:
    """Nobody but those who are typed as mentions."""
    mentions = (run for run in all_runs(message) if isinstance(run, Mention))
    typed = dict.fromkeys(int(run.member) for run in mentions if is_snowflake(run.member))
    users = [discord.Object(member) for member in typed][: limits.MENTIONS]
    return discord.AllowedMentions(everyone=False, roles=False, replied_user=False, users=users)


def all_runs(message: Message) -> Iterable[Run]:
    for part in message.parts:
        match part:
            case Paragraph(runs):
                yield from runs
            case Fields(rows):
                for row in rows:
                    yield from row.value
