"""What a Slack workspace consists of, as far as an app sees it: plain records, changed by `world.py` alone.

Ids are Slack's strings; a message's key is its channel and its `ts`.
"""

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
NOTICES = frozenset(
    {"channel_join", "channel_leave", "channel_archive", "channel_unarchive", "channel_name", "channel_topic"}
    | {"group_join", "group_leave", "pinned_item", "tombstone"}
)
"""Subtypes of what Slack itself writes on somebody's behalf."""


class Stamps:
    """The clock of the workspace and the `ts` it gives, never two alike. Subclass it and override `now` to leap."""

    def __init__(self) -> None:
        self._last = 0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def next(self) -> str:
        """A new `ts`, later than all before it."""
        self._last = max(int(self.now() * 1_000_000), self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"


class Ids:
    """Ids as Slack writes them: a letter for the kind, then capitals and digits."""

    def __init__(self) -> None:
        self._count = itertools.count(0xA1B2C3)

    def next(self, kind: str) -> str:
        """A new id of a kind, such as `C` or `Ev`."""
        return f"{kind}0{next(self._count):09X}"


@dataclass(eq=False, slots=True)
class User:
    """An account: a person's or an app's. `team` is another one's for strangers of a shared channel."""

    id: str
    name: str
    team: str
    real_name: str = ""
    display_name: str = ""
    is_bot: bool = False
    is_admin: bool = False
    is_owner: bool = False
    is_guest: bool = False
    deleted: bool = False
    locale: str = "en-US"
    tz: str = "Europe/Bucharest"
    tz_offset: int = 7200
    email: str = ""

    @property
    def mention(self) -> str:
        """As it stands in a message's text."""
        return f"<@{self.id}>"


@dataclass(eq=False, slots=True)
class Channel:
    """A channel, or a direct message (`user` is its person). `members` are ids, in the order they came."""

    id: str
    name: str = ""
    is_private: bool = False
    is_im: bool = False
    user: User | None = None
    creator: str = ""
    created: int = 0
    members: dict[str, None] = field(default_factory=dict)
    archived: bool = False
    shared: bool = False
    topic: str = ""
    messages: "dict[str, Message]" = field(default_factory=dict, repr=False)
    pins: list[str] = field(default_factory=list)
    open: bool = True

    @property
    def type(self) -> str:
        """As message events call it."""
        return "im" if self.is_im else "group" if self.is_private else "channel"

    @property
    def texts(self) -> list[str]:
        """The words of its messages, threads included, oldest first, without Slack's notices."""
        return [each.text for each in self.messages.values() if not each.is_notice]

    @property
    def roots(self) -> "list[Message]":
        """The messages that stand in the channel itself, oldest first, without notices."""
        return [each for each in self.messages.values() if each.in_channel and not each.is_notice]


@dataclass(eq=False, slots=True)
class Usergroup:
    """A user group, such as @helpers."""

    id: str
    handle: str
    name: str
    users: list[str] = field(default_factory=list)
    disabled: bool = False


@dataclass(eq=False, slots=True)
class File:
    """An uploaded file; shared once it is in a channel."""

    id: str
    name: str
    title: str = ""
    content: bytes = b""
    mimetype: str = "text/plain"
    user: str = ""
    channels: list[str] = field(default_factory=list)
    uploaded: bool = False
    deleted: bool = False
    home: str = "https://files.slack.com"
    external: bool = False


@dataclass(eq=False, slots=True)
class Message:
    """A message; `reader` is set on ephemeral ones, which only that user sees and which no history has."""

    ts: str
    channel: Channel = field(repr=False)
    author: User = field(repr=False)
    text: str = ""
    thread_ts: str | None = None
    subtype: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    files: list[File] = field(default_factory=list)
    edited: Json | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    broadcast: bool = False
    reader: User | None = None
    deleted: bool = False
    replies: list[str] = field(default_factory=list)
    extra: Json = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread, below its first message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def in_channel(self) -> bool:
        """Whether it is seen without opening a thread."""
        return not self.is_reply or self.broadcast

    @property
    def is_notice(self) -> bool:
        """Whether Slack wrote it on somebody's behalf."""
        return self.subtype in NOTICES

    @property
    def pinned(self) -> bool:
        """Whether it is among its channel's pins."""
        return self.ts in self.channel.pins

    @property
    def says(self) -> str:
        """Everything a person reads in it: its blocks if it has any, else its text; files by name and words."""
        words = readable(self.blocks) if self.blocks else [self.text]
        words += readable(self.attachments)
        for each in (file for file in self.files if not file.deleted):
            words += [each.name, each.content.decode("utf-8", "replace")]
        return "\n".join(word for word in words if word)

    @property
    def buttons(self) -> list[str]:
        """What is written on its buttons."""
        return [label(each) for each in elements(self.blocks) if each.get("type") == "button"]


@dataclass(eq=False, slots=True)
class View:
    """A modal that somebody has before them, or the home they see."""

    id: str
    type: str
    user: User
    payload: Json
    hash: str
    root: str = ""
    previous: str | None = None
    external_id: str = ""
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    open: bool = True

    @property
    def blocks(self) -> list[Json]:
        """Its blocks."""
        found: list[Json] = self.payload.get("blocks") or []
        return found

    @property
    def title(self) -> str:
        """What stands above a modal."""
        return str((self.payload.get("title") or {}).get("text", ""))

    @property
    def says(self) -> str:
        """Everything a person reads in it."""
        return "\n".join([*([self.title] if self.title else []), *readable(self.blocks)])

    @property
    def buttons(self) -> list[str]:
        """What is written on its buttons."""
        return [label(each) for each in elements(self.blocks) if each.get("type") == "button"]

    @property
    def fields(self) -> dict[str, Any]:
        """Its input elements by action_id, with what is in them: a text, an option's value, a list, or None."""
        inputs = [each["element"] for each in self.blocks if each.get("type") == "input"]
        return {each["action_id"]: initial(each) for each in inputs}


def label(element: Json) -> str:
    """What is written on an element."""
    text = element.get("text") or element.get("placeholder") or {}
    return str(text.get("text", "")) if isinstance(text, dict) else str(text)


def elements(blocks: list[Json]) -> list[Json]:
    """All interactive elements of some blocks; each is told its `block_id` under that name."""
    found = []
    for block in blocks:
        inside = list(block.get("elements") or []) if block.get("type") == "actions" else []
        inside += [block[key] for key in ("accessory", "element") if isinstance(block.get(key), dict)]
        found += [each | {"block_id": block.get("block_id", "")} for each in inside]
    return found


def initial(element: Json) -> Any:
    """What an input holds before anybody touched it."""
    if "initial_option" in element:
        return element["initial_option"]["value"]
    if "initial_options" in element:
        return [each["value"] for each in element["initial_options"]]
    found = [value for key, value in element.items() if key.startswith("initial_")]
    return found[0] if found else None


def readable(tree: Any) -> list[str]:
    """All words in blocks, attachments or the like, in order, as a reader finds them."""
    if isinstance(tree, list):
        return [word for each in tree for word in readable(each)]
    if not isinstance(tree, dict):
        return []
    if tree.get("type") in ("rich_text_section", "rich_text_quote", "rich_text_preformatted"):
        return ["".join(_inline(each) for each in tree.get("elements") or [])]
    if isinstance(tree.get("text"), str):
        return [tree["text"]]
    keys = (
        *("title", "pretext", "text", "fields", "fallback", "label", "hint", "placeholder", "alt_text"),
        *("element", "elements", "accessory", "options", "description", "blocks", "rows"),
    )
    words = []
    for key in keys:
        value = tree.get(key)
        words += [value] if isinstance(value, str) else readable(value)
    return words


def _inline(part: Json) -> str:
    match part.get("type"):
        case "text":
            return str(part["text"])
        case "link":
            return str(part.get("text") or part["url"])
        case "user":
            return f"<@{part['user_id']}>"
        case "channel":
            return f"<#{part['channel_id']}>"
        case "usergroup":
            return f"<!subteam^{part['usergroup_id']}>"
        case "emoji":
            return f":{part['name']}:"
        case "broadcast":
            return f"<!{part['range']}>"
        case "date":
            return str(part.get("fallback") or part["timestamp"])
    return ""
