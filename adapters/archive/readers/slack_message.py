"""Slack's messages and people, as its exports have them.

Source: Slack's API reference of messages and their subtypes, and an export of 2016.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers.slack_text import own_words, readable
from adapters.archive.readers.values import Unusable, each, get, needed, plausible, text

# A message has no subtype, or one of these; whatever else Slack puts into a channel, nobody said it.
SAID = frozenset(
    {"", "bot_message", "file_comment", "file_share", "me_message", "reply_broadcast", "slackbot_response",
     "thread_broadcast"}
)  # fmt: skip
BOTS = frozenset({"bot_message", "slackbot_response"})
SLACKBOT = "USLACKBOT"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Workspace:
    """Who and where: names, roles and bots by user id, channels' ids by folder and their names by id."""

    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bots: set[str] = field(default_factory=lambda: {SLACKBOT})
    channel_ids: dict[str, str] = field(default_factory=dict)
    channel_names: dict[str, str] = field(default_factory=dict)

    def add_user(self, user: object) -> None:
        if not (key := text(get(user, "id"))):
            return
        self.names[key] = name_of(user) or key
        if get(user, "is_bot") is True:
            self.bots.add(key)
        owner = ("owner",) if get(user, "is_owner") is True else ()
        admin = ("admin",) if get(user, "is_admin") is True else ()
        self.roles[key] = owner + admin

    def add_channel(self, channel: object) -> None:
        if key := text(get(channel, "id")):
            folder = text(get(channel, "name")) or key
            self.channel_ids[folder] = key
            self.channel_names[key] = folder


def message_of(element: object, folder: str, workspace: Workspace) -> ArchivedMessage:
    """A message of the channel whose folder that is. Raises Unusable."""
    if not isinstance(element, dict):
        raise Unusable("bad_row")
    subtype = text(element.get("subtype"))
    system = subtype not in SAID or element.get("hidden") is True
    speaker, words = own_words(text(element.get("text")))
    author = (
        text(element.get("user")) or speaker or text(element.get("bot_id")) or text(element.get("username"))
    )
    if not system:
        needed(author, "no_author")
    key = text(element.get("ts"))
    thread = text(element.get("thread_ts"))
    thread = thread if thread != key else ""
    channel = workspace.channel_ids.get(folder, folder)
    return ArchivedMessage(
        id=key,
        channel=channel,
        channel_name=folder,
        author=author,
        author_name=author_name(element, author, workspace),
        at=needed(time_of(key), "no_time"),
        text=readable(words, workspace.names, workspace.channel_names),
        thread=thread or None,
        reply_to=thread or None,
        roles=workspace.roles.get(author, ()),
        bot=bool(element.get("bot_id")) or subtype in BOTS or author in workspace.bots,
        system=system,
        edited=bool(element.get("edited")),
        attachments=len(each(element.get("files"))) or int(subtype == "file_share"),
    )


def author_name(element: object, author: str, workspace: Workspace) -> str:
    """Bots may call themselves something else in each message; guests are described in the message alone."""
    return (
        text(get(element, "username"))
        or workspace.names.get(author)
        or name_of({"profile": get(element, "user_profile")})
        or text(get(element, "bot_profile", "name"))
        or author
    )


def name_of(user: object) -> str:
    """The name that others see, of an entry of users.json."""
    paths = (("profile", "display_name"), ("profile", "real_name"), ("real_name",), ("name",))
    return next((name for path in paths if (name := text(get(user, *path)))), "")


def time_of(key: str) -> datetime | None:
    """The time in a message's id, which is `<seconds>.<microseconds>`."""
    seconds, _, micro = key.partition(".")
    try:
        return plausible(EPOCH + timedelta(seconds=int(seconds), microseconds=int(micro[:6] or "0")), UTC)
    except (ValueError, OverflowError):
        return None
