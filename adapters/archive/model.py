"""The words of an archive: what any export is turned into, and what a replay finds out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

PATIENCE = timedelta(days=7)
"""After so long without another voice, a message counts as never answered."""


@dataclass(frozen=True, slots=True)
class ArchivedMessage:
    """One message of an export, whatever its format. `at` is aware UTC.

    `channel` is the id (the name where the export has none), `thread` the id of the message whose thread this
    is in, `roles` the author's role names where the export has them. `system` messages (joins, pins) and those of
    bots are read and counted, but are nobody's words.
    """

    id: str
    channel: str
    channel_name: str
    author: str
    author_name: str
    at: datetime
    text: str
    thread: str | None = None
    reply_to: str | None = None
    roles: tuple[str, ...] = ()
    bot: bool = False
    system: bool = False
    edited: bool = False
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the export that could not be read: the file, the line or entry, and a code for why.

    Codes: `not_json`, `not_text`, `truncated`, `no_time`, `no_author`, `no_id`, `bad_row`, `too_large`, `unreadable`.
    """

    file: str
    entry: int | None
    code: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """One case, or one card for staff, that the bot would have made; times are aware UTC.

    `decision` is acknowledged, quiet, private or maybe. `answered_after` are seconds until somebody else spoke
    to it (None: nobody did), `answered_by_staff` whether that was staff. `too_early`: nobody did, but the export
    ends before PATIENCE is over. `reasons` are the rules that spoke for it.
    """

    number: int
    decision: str
    at: datetime
    channel: str
    message: str
    author: str
    topic: str
    severity: str
    language: str
    probability: float
    reasons: tuple[str, ...]
    quote: str | None
    answered_after: float | None = None
    answered_by_staff: bool = False
    too_early: bool = False
    joined: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """What a replay found out; the maps are counts. `hours` has 24, `weekdays` 7 (Monday first) in `zone`."""

    source: str
    zone: str
    sensitivity: str
    messages: int
    members: int
    channels: int
    staff: int
    ignored: int
    first: datetime | None
    last: datetime | None
    alarms: tuple[Alarm, ...]
    languages: dict[str, int]
    per_day: dict[str, tuple[int, int, int]]
    """ISO date: (messages, cases, maybes)."""
    hours: tuple[int, ...]
    weekdays: tuple[int, ...]
    problems: tuple[Problem, ...]
    problem_count: int
    seconds: float
