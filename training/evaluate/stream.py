"""An export read as the bot hears it: each message of a person with what was said before it in the same place."""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers import open_archive
from bot.detection import Context, Said, Speaker
from bot.recent import LONGEST, MESSAGES
from bot.text import shorten

MENTION = re.compile(r"@([\w.-]{2,32})")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message by its id in the archive (`file:row` in a CSV), its channel, and what a judge is asked."""

    id: str
    channel: str
    text: str
    context: Context


@dataclass(slots=True)
class Helpers:
    """Who has answered others: whoever mentioned at least `after` people that had spoken before, earlier in a scope.

    This is what a bot can see by itself. Who asks three people for help counts as a helper, too; who answers
    without a mention doesn't. With `after` 0 nobody is one.
    """

    after: int = 3
    _spoke: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _answered: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def who(self, scope: str, author: str) -> Speaker:
        """What this author is, before their next message."""
        known = self.after > 0 and len(self._answered[scope, author]) >= self.after
        return Speaker.HELPER if known else Speaker.MEMBER

    def hear(self, scope: str, author: str, name: str, text: str) -> None:
        """Somebody spoke."""
        people = self._spoke[scope]
        self._answered[scope, author] |= {
            one for one in MENTION.findall(text) if one in people and one != name
        }
        people.add(name)


Scope = Callable[[ArchivedMessage], str]


def by_file(message: ArchivedMessage) -> str:
    """Helpers are known within one file of a CSV export."""
    return message.id.rpartition(":")[0]


def everywhere(_: ArchivedMessage) -> str:
    """Helpers are known in the whole export."""
    return ""


SCOPES: Mapping[str, Scope] = {"file": by_file, "server": everywhere}


def heard(
    messages: Iterable[ArchivedMessage],
    helpers: Helpers,
    scope: Scope = by_file,
    brand_names: tuple[str, ...] = (),
) -> Iterator[Heard]:
    """What people said; programs, notices and messages without words are passed over, as the bot does."""
    places: dict[str, deque[tuple[str, Speaker, str]]] = defaultdict(lambda: deque(maxlen=MESSAGES))
    for message in messages:
        if message.bot or message.system or not message.text.strip():
            continue
        place = f"{message.channel}:{message.thread}" if message.thread else message.channel
        who = helpers.who(scope(message), message.author)
        before = tuple([Said(spoke, author == message.author, text) for author, spoke, text in places[place]])
        yield Heard(
            message.id, message.channel_name, message.text, Context(who, before, brand_names=brand_names)
        )
        places[place].append((message.author, who, shorten(message.text, LONGEST)))
        helpers.hear(scope(message), message.author, message.author_name, message.text)


def read(
    folder: Path, helpers: Helpers, scope: Scope = by_file, brand_names: tuple[str, ...] = ()
) -> list[Heard]:
    """An export's messages. Raises adapters.archive.readers.UnknownArchive."""
    return list(heard(open_archive(folder).messages(), helpers, scope, brand_names))
