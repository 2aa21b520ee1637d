"""What we say, as typed parts. Raw markup never crosses the port: adapters render and escape.

A sentence is a tuple of runs. A message is a tuple of parts with buttons under it; a card is a message that
begins with a heading.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer

from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef, Place, parse_place, place_key

StoredPlace = Annotated[
    Place,
    BeforeValidator(lambda value: parse_place(value) if isinstance(value, str) else value),
    PlainSerializer(place_key),
]
"""A place that is written as its key: the places' fields alone would not tell them apart."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, of ours or of people; always escaped by the renderer."""

    text: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's display name; the renderer isolates its writing direction."""

    name: str
    kind: Literal["name"] = "name"


@dataclass(frozen=True, slots=True)
class Mention:
    """A ping of this member; the only way to make one."""

    member: str
    name: str
    kind: Literal["mention"] = "mention"


class MomentStyle(StrEnum):
    TIME = "time"
    DATE = "date"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time (aware, UTC), shown in the reader's zone and never with a weekday (case endings)."""

    at: datetime
    style: MomentStyle = MomentStyle.BOTH
    kind: Literal["moment"] = "moment"


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a place or to a message. `channel` is filled in by the relay when the place is known."""

    label: str
    place: StoredPlace | None = None
    message: MessageRef | None = None
    channel: str | None = None
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it is typed: each platform has its own way. `arguments` stand behind its name."""

    name: str
    arguments: str = ""
    kind: Literal["command"] = "command"

    def typed(self, before: str = "/") -> str:
        """`/case claim <case>`, with what the platform wants before it."""
        return f"{before}{self.name} {self.arguments}".rstrip()


Run = Annotated[Text | Name | Mention | Moment | Link | Command, Field(discriminator="kind")]
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's own words, set apart."""

    text: str
    by: str | None = None
    kind: Literal["quotation"] = "quotation"


@dataclass(frozen=True, slots=True)
class Row:
    label: str | Command
    value: Runs


@dataclass(frozen=True, slots=True)
class Fields:
    """Short facts: a label and a value each."""

    rows: tuple[Row, ...]
    kind: Literal["fields"] = "fields"


@dataclass(frozen=True, slots=True)
class File:
    """A file handed over with the message: a text of ours, or somebody's bytes, which are never stored."""

    name: str
    media_type: str
    content: str | bytes
    kind: Literal["file"] = "file"


Part = Annotated[Heading | Paragraph | Quotation | Fields | File, Field(discriminator="kind")]


class ButtonStyle(StrEnum):
    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A command line typed in advance: the action's name and the numbers it needs."""

    label: str
    action: str
    numbers: tuple[int, ...] = ()
    style: ButtonStyle = ButtonStyle.PLAIN


@dataclass(frozen=True, slots=True)
class Message:
    """`attached` are fetched when it is sent; adapters see them as parts, and never `attached` itself."""

    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = ()
    attached: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class FormField:
    name: str
    label: str
    value: str = ""
    long: bool = True
    required: bool = True
    max_length: int = 2000
    options: tuple[tuple[str, str], ...] = ()
    """(value, label) pairs when only one of these can be chosen."""


@dataclass(frozen=True, slots=True)
class Form:
    """At most 5 fields and a title of 24 characters: what both Discord and Slack can show."""

    action: str
    numbers: tuple[int, ...]
    title: str
    fields: tuple[FormField, ...]
    submit: str


Reply = Message | Form
"""What a waiting click or command is answered with."""


def say(*runs: Run, buttons: tuple[Button, ...] = ()) -> Message:
    """A message of one paragraph."""
    return Message((Paragraph(runs),), buttons)


def plain_text(message: Message) -> str:
    """The message without markup, for notifications, transcripts and tests; moments as ISO."""
    return "\n".join(filter(None, (_part_text(part) for part in message.parts)))


def runs_text(runs: Runs) -> str:
    """Runs as plain text; a moment is written in ISO format."""
    return "".join(_run_text(run) for run in runs)


def label_text(label: str | Command, before: str = "/") -> str:
    """What stands before a fact."""
    return label.typed(before) if isinstance(label, Command) else label


def _part_text(part: Part) -> str:
    match part:
        case Heading(text) | Quotation(text):
            return text
        case Paragraph(runs):
            return runs_text(runs)
        case Fields(rows):
            return "\n".join(f"{label_text(row.label)}: {runs_text(row.value)}" for row in rows)
        case File(name):
            return f"[{name}]"


def _run_text(run: Run) -> str:
    match run:
        case Text(text):
            return text
        case Name(name) | Mention(name=name):
            return name
        case Moment(at):
            return at.isoformat(timespec="minutes")
        case Link(label):
            return label
        case Command():
            return run.typed()
