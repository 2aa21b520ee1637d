"""What is attended to in a channel, in memory: so that a plain message costs no question to the database.

An entry is what the database said when it was last asked. Whoever changes that says so by `Context.stir`, which
forgets the entry; and no entry is older than half a minute, should another process have changed it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cachetools import TTLCache

from bot.community import CommunitySettings
from bot.detection import Assessment
from bot.vocabulary.people import Member
from bot.vocabulary.places import Place

CHANNELS = 10_000
OLDEST = 30.0


@dataclass(frozen=True, slots=True)
class Attended:
    """A feature listens to this member in the channel, or holds these messages (platform's ids), or both.

    Of a member who is `awaited` it only wants to know that they write: that concerns no other feature.
    """

    member: str | None = None
    messages: tuple[str, ...] = ()
    awaited: str | None = None


@dataclass(frozen=True, slots=True)
class Heed:
    """Everything that is attended to in one channel."""

    places: tuple[Place, ...]
    members: frozenset[str]
    messages: frozenset[str]
    awaited: frozenset[str] = frozenset()


def heed(places: Sequence[Place], attended: Sequence[Attended]) -> Heed:
    """What the core and the features attend to, put together."""
    members = frozenset(one.member for one in attended if one.member is not None)
    messages = frozenset(message for one in attended for message in one.messages)
    awaited = frozenset(one.awaited for one in attended if one.awaited is not None)
    return Heed(tuple(places), members, messages, awaited)


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known of an event without a look into the database; `@matters` decides by it.

    `listened_to` are the members that a feature listens to in this channel, `awaited` those of whom one only wants to
    know that they write; `held` tells that a feature holds the
    message itself; `in_case` that a case holds its words, or those of the message it replies to.
    """

    settings: CommunitySettings
    actor: Member | None
    assessment: Assessment | None
    place: Place | None
    listened_to: frozenset[str] = frozenset()
    awaited: frozenset[str] = frozenset()
    held: bool = False
    in_case: bool = False


class Attention:
    """Remembers the channels looked at last, by community and channel."""

    def __init__(self) -> None:
        self._known: TTLCache[tuple[int, str], Heed] = TTLCache(CHANNELS, OLDEST)
        self.stirred = 0
        """How often anything was forgotten: what was read before the last time may be old."""

    def of(self, community: int, channel: str) -> Heed | None:
        """What was known last; None: ask."""
        return self._known.get((community, channel))

    def keep(self, community: int, channel: str, heed: Heed, stirred: int) -> None:
        """Remember what was read after `stirred` was what it says, unless something has changed since."""
        if stirred == self.stirred:
            self._known[community, channel] = heed

    def stir(self, community: int, channel: str) -> None:
        """Something changed there."""
        self.stirred += 1
        self._known.pop((community, channel), None)
