"""A file under somebody's message: named here, and kept where it is until it is carried on."""

from dataclasses import dataclass

from bot.vocabulary.places import MessageRef


@dataclass(frozen=True, slots=True)
class Attachment:
    """`id` is the platform's id of the file, `message` where it stands; `size` is in bytes, by the platform's word."""

    id: str
    name: str
    size: int
    message: MessageRef
    media_type: str = ""
