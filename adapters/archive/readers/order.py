"""Many files, one time: messages of all of them in the order in which they were written."""

import heapq
import pickle
import sqlite3
from bisect import insort
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice, pairwise
from operator import attrgetter

from adapters.archive.model import ArchivedMessage
from adapters.archive.readers.watched import Reading

# How many places late a message may stand in its file and still be put right.
PLACES = 64

# Messages at the head of a file that tell when it starts, and whether it was written newest first.
HEAD = 16

FileReader = Callable[[Reading], Generator[ArchivedMessage, None, None]]

BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Source:
    """A file (or the files of a channel): no message of it is earlier than `start`, and it is not opened before."""

    start: datetime
    messages: Callable[[], Iterator[ArchivedMessage]]


def probe(read: FileReader, reading: Reading) -> Source:
    """The source of a file that `read` reads. Its head is looked at once now."""
    with closing(read(reading.uncounted())) as messages:
        head = [message.at for message in islice(messages, HEAD)]
    falling = sum(earlier > later for earlier, later in pairwise(head))
    rising = sum(earlier < later for earlier, later in pairwise(head))
    if falling > rising:
        return Source(BEGINNING, lambda: reversed_on_disk(read(reading)))
    return Source(min(head, default=BEGINNING), lambda: in_order(read(reading)))


def in_order(messages: Iterable[ArchivedMessage]) -> Iterator[ArchivedMessage]:
    """Put right what stands up to 64 places late; what is later than that comes late, with its own time."""
    waiting: list[ArchivedMessage] = []
    at = attrgetter("at")
    for message in messages:
        insort(waiting, message, key=at)
        if len(waiting) > PLACES:
            yield waiting.pop(0)
    yield from waiting


def reversed_on_disk(messages: Iterable[ArchivedMessage]) -> Iterator[ArchivedMessage]:
    """An export written newest first, sorted in a temporary file: the first message is known only at its end."""
    with closing(sqlite3.connect("")) as database:
        database.execute("CREATE TABLE messages (place INTEGER PRIMARY KEY, at REAL, message BLOB)")
        database.executemany(
            "INSERT INTO messages (at, message) VALUES (?, ?)",
            ((message.at.timestamp(), pickle.dumps(message)) for message in messages),
        )
        for (message,) in database.execute("SELECT message FROM messages ORDER BY at, place DESC"):
            found: ArchivedMessage = pickle.loads(message)  # noqa: S301 - nobody else can write this file
            yield found


def merged(sources: Iterable[Source]) -> Iterator[ArchivedMessage]:
    """All messages of all sources by time; of those with the same time in the order of the sources.

    Each source is in order itself. One is opened when its start is reached, so that only those are held in memory
    that run side by side.
    """
    waiting = sorted(enumerate(sources), key=lambda each: each[1].start, reverse=True)
    running: list[tuple[datetime, int, ArchivedMessage, Iterator[ArchivedMessage]]] = []
    while waiting or running:
        while waiting and (not running or waiting[-1][1].start <= running[0][0]):
            place, source = waiting.pop()
            messages = source.messages()
            for message in islice(messages, 1):
                heapq.heappush(running, (message.at, place, message, messages))
        if running:
            _, place, message, messages = running[0]
            yield message
            following = next(messages, None)
            if following is None:
                heapq.heappop(running)
            else:
                heapq.heapreplace(running, (following.at, place, following, messages))


def distinct(messages: Iterable[ArchivedMessage]) -> Iterator[ArchivedMessage]:
    """Leave out what was exported twice: overlapping exports of a channel have the same id at the same time."""
    at = BEGINNING
    seen: set[tuple[str, str]] = set()
    for message in messages:
        if message.at != at:
            at = message.at
            seen.clear()
        if (message.channel, message.id) not in seen:
            seen.add((message.channel, message.id))
            yield message
