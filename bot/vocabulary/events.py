"""What platforms tell us, in the past tense. Every event has a `key` by which a second delivery is known."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef


@dataclass(frozen=True, slots=True)
class MessagePosted:
    """Somebody wrote. `community` is its key, `author` the platform's id, `at` an aware UTC time.

    `within` is the channel that a thread belongs to, where the message stands in a thread.
    """

    community: str
    message: MessageRef
    author: str
    text: str
    at: datetime
    reply_to: MessageRef | None = None
    direct: bool = False
    within: str | None = None
    files: tuple[Attachment, ...] = ()
    kind: Literal["message_posted"] = "message_posted"

    @property
    def key(self) -> str:
        return f"posted:{self.message.channel}:{self.message.message}"


@dataclass(frozen=True, slots=True)
class MessageEdited:
    """The author changed the text; `revision` tells one edit from the next (a time or a counter).

    `within` as in `MessagePosted`; `files` are those that are there now.
    """

    community: str
    message: MessageRef
    author: str
    text: str
    at: datetime
    revision: str
    direct: bool = False
    within: str | None = None
    files: tuple[Attachment, ...] = ()
    kind: Literal["message_edited"] = "message_edited"

    @property
    def key(self) -> str:
        return f"edited:{self.message.channel}:{self.message.message}:{self.revision}"


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """The message is gone, whoever removed it; platforms often don't say who wrote it."""

    community: str
    message: MessageRef
    at: datetime
    author: str | None = None
    kind: Literal["message_deleted"] = "message_deleted"

    @property
    def key(self) -> str:
        return f"deleted:{self.message.channel}:{self.message.message}"


@dataclass(frozen=True, slots=True)
class ActionTaken:
    """Somebody used a command, a button or a form; `id` is the platform's id of the interaction.

    `values` are the arguments by name as they were typed: `{"case": "42", "text": "..."}`. A button's numbers
    are the first arguments in order.
    """

    community: str
    id: str
    author: str
    action: str
    values: dict[str, str]
    channel: str
    at: datetime
    kind: Literal["action_taken"] = "action_taken"

    @property
    def key(self) -> str:
        return f"action:{self.id}"


@dataclass(frozen=True, slots=True)
class CommunityJoined:
    """The bot was added to the community. `channel` is where it may speak before anything is set up.

    Typically the platform's system channel, or a private conversation with whoever added it; None: nowhere.
    """

    community: str
    at: datetime
    channel: str | None = None
    kind: Literal["community_joined"] = "community_joined"

    @property
    def key(self) -> str:
        return f"joined:{self.at.isoformat()}"


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """Somebody is no longer a member of the community, whoever wanted it so."""

    community: str
    member: str
    at: datetime
    kind: Literal["member_left"] = "member_left"

    @property
    def key(self) -> str:
        return f"left:{self.member}:{self.at.isoformat()}"


MessageEvent = MessagePosted | MessageEdited | MessageDeleted
CommunityEvent = CommunityJoined | MemberLeft
"""What is not about a message; kept only if a feature reacts to it."""

PlatformEvent = MessageEvent | CommunityEvent
Event = Annotated[
    MessagePosted | MessageEdited | MessageDeleted | CommunityJoined | MemberLeft | ActionTaken,
    Field(discriminator="kind"),
]
