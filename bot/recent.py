"""The last few messages of each channel, in memory only: what detection reads around a message."""

from collections import deque
from dataclasses import dataclass

from cachetools import LRUCache

from bot.detection import Said, Speaker
from bot.text import shorten
from bot.vocabulary.people import Member

CHANNELS = 2000
MESSAGES = 5
LONGEST = 500


@dataclass(frozen=True, slots=True)
class _Line:
    author: str
    who: Speaker
    text: str


class Recent:
    """At most 5 messages of 500 characters in each of the 2,000 channels last written in."""

    def __init__(self) -> None:
        self._channels: LRUCache[tuple[int, str], deque[_Line]] = LRUCache(CHANNELS)

    def before(self, community: int, channel: str, author: str) -> tuple[Said, ...]:
        """What was said there, latest last, seen from this author."""
        lines = self._channels.get((community, channel), ())
        return tuple(Said(line.who, line.author == author, line.text) for line in lines)

    def add(self, community: int, channel: str, author: Member, text: str) -> None:
        key = (community, channel)
        lines = self._channels.get(key)
        if lines is None:
            lines = self._channels[key] = deque(maxlen=MESSAGES)
        lines.append(_Line(author.id, speaker(author), shorten(text, LONGEST)))


def speaker(member: Member) -> Speaker:
    """Who speaks, as detection knows it; specialists speak for the brand."""
    return Speaker.MEMBER if member.role == "member" else Speaker.STAFF
