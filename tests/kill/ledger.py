"""Both sides after a walk: the community's file and the bot's database, and all that is wrong with them."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.kill.ports import what_was_sent
from tests.kill.runner import Order

UNDER_WAY = """
    SELECT 1 FROM inbox WHERE state = 'new' UNION ALL
    SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') LIMIT 1
"""
SAID = """
    SELECT c.kind, m.author, m.key, m.text FROM messages m JOIN channels c ON c.id = m.channel
    WHERE NOT m.deleted ORDER BY m.id
"""
# What must not be there, in either file: what is wrong, and the rows that show it.
WRONG_IN_WORLD = {
    "not delivered": "SELECT kind, channel, message FROM events WHERE NOT delivered",
    "words left behind": "SELECT 'event', id FROM events WHERE text <> ''",
    "said twice": """
        SELECT channel, author, text FROM messages WHERE NOT deleted
        GROUP BY channel, author, text HAVING count(*) > 1
    """,
    "sent twice": "SELECT key FROM messages WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1",
    "opened twice": """
        SELECT name, kind FROM channels WHERE key IS NOT NULL
        GROUP BY name, kind, parent HAVING count(*) > 1
    """,
}
WRONG_IN_DATABASE = {
    "left in the inbox": "SELECT key, state FROM inbox WHERE state <> 'done'",
    "left in the outbox": "SELECT key, state FROM outbox WHERE state <> 'delivered'",
    "words left behind": """
        SELECT 'inbox', key FROM inbox WHERE payload IS NOT NULL UNION ALL
        SELECT 'outbox', key FROM outbox WHERE payload IS NOT NULL UNION ALL
        SELECT 'thought', id FROM intake_thoughts UNION ALL SELECT 'draft', id FROM drafts
    """,
    "set aside": "SELECT name, subject FROM timers WHERE dead OR attempts > 0",
    "posted anew": "SELECT name, subject, posting FROM views WHERE posting > 0 AND message IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """How a story ends. What is listed happened once for each time it is listed, and nothing else did.

    `said` is (kind of channel, author, what): a person's words, or the name of what the program posted. `facts`
    are those of every timeline, as (kind, words). `cases` are (number, status, assignee, times re-opened).
    """

    said: Sequence[tuple[str, str, str]]
    facts: Sequence[tuple[str, str | None]]
    cases: Sequence[tuple[int, str, str | None, int]]
    answers: Sequence[str]
    timers: Sequence[str]


def resting(order: Order) -> bool:
    """Whether everything that was said is taken in, handled and answered."""
    # The world first: an event leaves it only when the inbox has it.
    if _rows(order.world, WRONG_IN_WORLD["not delivered"]):
        return False
    return not _rows(order.database, UNDER_WAY)


def problems(order: Order, expected: Ledger) -> Sequence[str]:
    """Everything that was lost, said twice or left behind."""
    found = _read(order)
    return [
        *_wrong(order.world, WRONG_IN_WORLD),
        *_wrong(order.database, WRONG_IN_DATABASE),
        *_differences("message", expected.said, found.said),
        *_differences("fact", expected.facts, found.facts),
        *_differences("case", expected.cases, found.cases),
        *_differences("answer", expected.answers, found.answers),
        *_differences("timer", expected.timers, found.timers),
    ]


def pass_time(order: Order, time: timedelta) -> None:
    """Let the community's clock go on while nobody is there to see it."""
    with closing(sqlite3.connect(order.world)) as connection, connection:
        later = "UPDATE state SET value = value + ? WHERE name = 'offset'"
        connection.execute(later, (time.total_seconds(),))


# What is due when about promised times depends on the hour and the weekday; tests/deadlines has a clock for that.
TIMERS = "SELECT name FROM timers WHERE name NOT LIKE 'deadlines.%'"


def _read(order: Order) -> Ledger:
    said = _rows(order.world, SAID)
    return Ledger(
        said=[(kind, author, what_was_sent(key) if key else text) for kind, author, key, text in said],
        facts=_rows(order.database, "SELECT fact, text FROM timeline"),
        cases=_rows(order.database, "SELECT number, status, assignee, reopened FROM cases"),
        answers=[answer for (answer,) in _rows(order.database, "SELECT answer FROM followups_check_ins")],
        timers=[name for (name,) in _rows(order.database, TIMERS)],
    )


def _wrong(file: Path, queries: dict[str, str]) -> Iterator[str]:
    for what, query in queries.items():
        yield from (f"{what}: {row}" for row in _rows(file, query))


def _differences(what: str, expected: Sequence[object], found: Sequence[object]) -> Iterator[str]:
    wanted, there = Counter(expected), Counter(found)
    yield from (f"{what} lost: {item}" for item in (wanted - there).elements())
    yield from (f"{what} too many: {item}" for item in (there - wanted).elements())


def _rows(file: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()
