"""One call of the API as its handler sees it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.journal import Request
from tests.fakes.discord.model import Attachment, Channel, Guild, Json, Message, User
from tests.fakes.discord.problems import Problem
from tests.fakes.discord.world import World


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    filename: str
    content: bytes
    content_type: str


@dataclass(slots=True)
class Settings:
    """What tests may change about how strict the server is."""

    seconds_of_nonce: float = 180.0
    old_edits: int = 5
    old_edit_retry_after: float = 5.0
    dm_openings: int = 50
    dm_opening_seconds: float = 600.0
    command_creates: int = 200
    flags: int = 0


@dataclass(slots=True)
class Call:
    """World, parameters and body of a call. The caller is always the bot."""

    world: World
    settings: Settings
    request: Request
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def body(self) -> Json:
        """The JSON object that was sent; empty if there was none."""
        return self.request.json if isinstance(self.request.json, dict) else {}

    @property
    def bot(self) -> User:
        """Who calls."""
        return self.world.bot

    def id(self, name: str) -> int:
        """A parameter of the path that is an id."""
        return int(self.request.params[name])

    @property
    def channel(self) -> Channel:
        """The channel in the path, which the bot must see: Problems 10003 and 50001."""
        found = self.world.channel(self.id("channel_id"))
        self.world.require(self.bot, found)
        return found

    @property
    def guild(self) -> Guild:
        """The guild in the path: Problem 10004."""
        return self.world.guild(self.id("guild_id"))

    @property
    def message(self) -> Message:
        """The message in the path: Problem 10008."""
        return self.world.message(self.channel, self.id("message_id"))

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A number in the query."""
        value = int(self.request.query.get(name, default))
        if not least <= value <= most:
            raise Problem(
                50035, {"errors": {name: {"_errors": [{"code": "NUMBER_TYPE_MAX", "message": f"{most}"}]}}}
            )
        return value

    def uploads(self) -> list[Attachment]:
        """The files of a message, described by the `attachments` of its body; Discord numbers them anew."""
        told = {str(each["id"]): each for each in self.body.get("attachments") or [] if "id" in each}
        made = []
        for key, upload in self.files.items():
            about = told.get(key.removeprefix("files[").removesuffix("]"), {})
            name = about.get("filename") or upload.filename
            snowflake = self.world.snowflakes.next()
            made.append(
                Attachment(snowflake, name, upload.content, upload.content_type, about.get("description"))
            )
        return made


@dataclass(frozen=True, slots=True)
class Created:
    """An answer with another status than 200."""

    body: Any
    status: int = 201


Handler = Callable[[Call], Awaitable[Any]]
Route = tuple[str, str, Handler]
