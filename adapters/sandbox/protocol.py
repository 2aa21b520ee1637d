"""What the page and the server say to each other over `/ws?as=<person>`, one JSON object a line.

From the page (every line may carry `request`, a number that the answer repeats):

    look        channel, before?              -> history
    read        channel, message              the last message this person has seen there
    post        channel, text, reply_to?, files?  -> done; a file has name, media_type, and content in base64
    edit        message, text                 -> done
    delete      message                       -> done
    full        message                       -> full: the whole of a message that was sent cut
    press       channel, button, message?     -> interaction; without `message` a button of a private answer
    submit      channel, form, values         -> interaction; `form` is the id the form came with
    command     channel, line                 -> interaction; the line without its slash
    choose      menu, message                 -> interaction
    commands                                  -> commands
    complete    line                          -> completions
    menus                                     -> menus
    advance     seconds                       -> done, when the core has done what fell due
    weather     name, on, subject?            -> done; down, slow, private_threads, dms (of `subject`)
    inside      open                          start or stop sending `inside`

From the server:

    welcome     me, people, channels, words, examples, now, weather
    history     channel, messages, more
    message     message, fresh                new (fresh) or changed
    channel     channel                       new or changed
    people      people                        somebody opened or closed their DMs
    clock       now                           community time, ISO 8601
    weather     weather                       {down, slow}
    interaction state                         waiting, deferred, answered, failed (nobody answered in time)
    private     id, channel, body             an answer for this person alone
    form        channel, form                 a form to fill in
    inside      inside                        what happens inside, whenever it changed
    commands, completions, menus, full, done
    refused     code, text                    why a request was not granted
"""

import json
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Base64Bytes, Field, TypeAdapter

from adapters.sandbox.text import clean

Id = Annotated[str, Field(max_length=200)]
Line = Annotated[str, Field(max_length=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What every line from the page may carry."""

    request: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Ask):
    type: Literal["look"]
    channel: Id
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Ask):
    type: Literal["read"]
    channel: Id
    message: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as the page sends it."""

    name: Id
    media_type: Id
    content: Base64Bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Ask):
    type: Literal["post"]
    channel: Id
    text: str
    reply_to: Id | None = None
    files: list[Sent] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(Ask):
    type: Literal["edit"]
    message: Id
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete(Ask):
    type: Literal["delete"]
    message: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Full(Ask):
    type: Literal["full"]
    message: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Press(Ask):
    type: Literal["press"]
    channel: Id
    button: Id
    message: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit(Ask):
    type: Literal["submit"]
    channel: Id
    form: Id
    values: dict[Id, Line] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Ask):
    type: Literal["command"]
    channel: Id
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Ask):
    type: Literal["choose"]
    menu: Id
    message: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands(Ask):
    type: Literal["commands"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete(Ask):
    type: Literal["complete"]
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Menus(Ask):
    type: Literal["menus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance(Ask):
    type: Literal["advance"]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeather(Ask):
    type: Literal["weather"]
    name: Literal["down", "slow", "private_threads", "dms"]
    on: bool
    subject: Id = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchInside(Ask):
    type: Literal["inside"]
    open: bool


Asked = (
    Look
    | Read
    | Post
    | Edit
    | Delete
    | Full
    | Press
    | Submit
    | Command
    | Choose
    | Commands
    | Complete
    | Menus
    | Advance
    | SetWeather
    | WatchInside
)


class LineReader:
    """Reads lines from the page; anything unknown or misshapen is a ValueError."""

    def __init__(self) -> None:
        self._adapter: TypeAdapter[Asked] = TypeAdapter(Annotated[Asked, Field(discriminator="type")])

    def read(self, line: str) -> Asked:
        return self._adapter.validate_python(_cleaned(json.loads(line)))


def _cleaned(value: Any) -> Any:
    """JSON may hold half a surrogate pair, which no database and no validator takes."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {clean(name): _cleaned(item) for name, item in value.items()}
        case list():
            return [_cleaned(item) for item in value]
    return value
