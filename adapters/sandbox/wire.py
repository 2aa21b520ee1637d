"""What the bot says, as JSON for the page: written once at send, finished for each reader.

A body is `{"parts": [...], "buttons": [...]}` with the parts and runs of `bot.vocabulary.replies` under
their `kind`; a button has its `id` instead of an action. For a reader, moments get their words and links say
whether they lead anywhere.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from adapters.sandbox.model import Json, Person
from adapters.sandbox.text import clean
from bot.catalogue.button_ids import write_button_id
from bot.language.moments import format_moment
from bot.vocabulary.replies import (
    Button,
    Command,
    Fields,
    File,
    Form,
    FormField,
    Heading,
    Link,
    Mention,
    Message,
    Moment,
    MomentStyle,
    Name,
    Paragraph,
    Part,
    Quotation,
    Run,
    Runs,
    Text,
    label_text,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, when, which channels they see, and which messages are pinned."""

    person: Person
    now: datetime
    sees: Callable[[str], bool]
    pinned: Container[str]

    def moment(self, at: datetime, style: MomentStyle) -> str:
        """A time in this reader's language and zone."""
        return format_moment(at, style, self.person.language, ZoneInfo(self.person.zone), self.now)


def message_body(message: Message, community: int) -> Json:
    """A message as it is stored. Raises ValueError for a button whose id is too long."""
    return {
        "parts": [_part(part) for part in message.parts if not _of_people(part)],
        "buttons": [
            {"id": write_button_id(b, community), "label": clean(b.label), "style": b.style.value}
            for b in message.buttons
        ],
    }


def form_body(form: Form, community: int) -> Json:
    """A form for the page; its id says the action and the numbers, as a button's does."""
    return {
        "id": write_button_id(Button(form.title, form.action, form.numbers), community),
        "title": clean(form.title),
        "fields": [_field(field) for field in form.fields],
        "submit": clean(form.submit),
    }


def for_reader(body: Any, reader: Reader) -> Any:
    """The body (or any part of it) with moments in words and links opened or shut for this reader."""
    if isinstance(body, list):
        return [for_reader(item, reader) for item in body]
    if not isinstance(body, dict):
        return body
    finished = {name: for_reader(value, reader) for name, value in body.items()}
    match body.get("kind"):
        case "moment":
            finished["text"] = reader.moment(datetime.fromisoformat(body["at"]), MomentStyle(body["style"]))
        case "link":
            finished["open"] = body["channel"] is not None and reader.sees(body["channel"])
        case "mention":
            finished["me"] = body["member"] == reader.person.id
    return finished


def _of_people(part: Part) -> bool:
    """Whether it is a file that is kept and shown like those that people post."""
    return isinstance(part, File) and isinstance(part.content, bytes)


def _part(part: Part) -> Json:
    match part:
        case Heading(text):
            return {"kind": "heading", "text": clean(text)}
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _runs(runs)}
        case Quotation(text, by):
            return {"kind": "quotation", "text": clean(text), "by": clean(by) if by else None}
        case Fields(rows):
            return {
                "kind": "fields",
                "rows": [{"label": clean(label_text(row.label)), "value": _runs(row.value)} for row in rows],
            }
        case File(name, media_type, content):
            return {
                "kind": "file",
                "name": clean(name),
                "media_type": media_type,
                "content": clean(content) if isinstance(content, str) else "",
            }


def _runs(runs: Runs) -> list[Json]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Json:
    match run:
        case Text(text):
            return {"kind": "text", "text": clean(text)}
        case Command():
            return {"kind": "text", "text": run.typed()}
        case Name(name):
            return {"kind": "name", "name": clean(name)}
        case Mention(member, name):
            return {"kind": "mention", "member": member, "name": clean(name)}
        case Moment(at, style):
            return {"kind": "moment", "at": at.isoformat(), "style": style.value}
        case Link(label, _, message, channel):
            channel = channel or (message.channel if message else None)
            return {
                "kind": "link",
                "label": clean(label),
                "channel": channel,
                "message": message.message if message else None,
            }


def _field(field: FormField) -> Json:
    return {
        "name": field.name,
        "label": clean(field.label),
        "value": clean(field.value),
        "long": field.long,
        "required": field.required,
        "max_length": field.max_length,
        "options": [{"value": value, "label": clean(label)} for value, label in field.options],
    }
