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


class Lines:
    """The last messages of one channel."""

    def __init__(self) -> None:
        self._lines: deque[_Line] = deque(maxlen=MESSAGES)

    def seen_by(self, author: Member) -> tuple[Said, ...]:
        """What was said, latest last, seen from this author."""
        return tuple([Said(line.who, line.author == author.id, line.text) for line in self._lines])

    def before(self, author: str, text: str) -> tuple[str, ...]:
        """What the same author said before their last message of these words, as evidence."""
        mine = [line.text for line in self._lines if line.author == author]
        wanted = shorten(text, LONGEST)
        return tuple(mine[: max((at for at, known in enumerate(mine) if known == wanted), default=0)])

    def add(self, author: Member, text: str) -> None:
        self._lines.append(_Line(author.id, speaker(author), shorten(text, LONGEST)))


class Recent:
    """At most 5 messages of 500 characters in each of the 2,000 channels last written in."""

    def __init__(self) -> None:
        self._channels: LRUCache[tuple[int, str], Lines] = LRUCache(CHANNELS)

    def of(self, community: int, channel: str) -> Lines:
        """The channel's, empty at first."""
        lines = self._channels.get((community, channel))
        if lines is None:
            lines = self._channels[community, channel] = Lines()
        return lines


def speaker(member: Member) -> Speaker:
    """Who speaks, as detection knows it; specialists speak for the brand."""
    return Speaker.MEMBER if member.role == "member" else Speaker.STAFF
