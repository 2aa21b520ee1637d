"""Findings to report on: a small story told to the real tally, or alarms by the thousand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from adapters.archive.model import Alarm, ArchivedMessage, Findings, Problem
from adapters.archive.tally import Tally
from adapters.archive.witness import Raised
from bot.detection import assess
from bot.vocabulary.places import MessageRef

ZONE = ZoneInfo("Europe/Bucharest")
BEGIN = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
STAFF = {"mihai"}

# Who, minutes since the beginning, where, what, and what the bot made of it.
STORY = (
    ("max", 0, "support", "My parcel was due nine days ago and nobody answers.", "acknowledged"),
    ("mihai", 90, "support", "Let me look. Which order is it?", None),
    ("ana", 300, "general", "Am platit abonamentul acum doua saptamani si tot nu e activ.", "acknowledged"),
    ("vera", 1500, "general", "Приложение опять не открывается, сколько можно.", "quiet"),
    ("max", 1520, "general", "Same here, and I have no idea why.", "maybe"),
    ("ana", 1530, "general", "La mine merge.", None),
    ("vera", 9000, "support", "Мне пришли чужие личные данные, это нормально?", "private"),
)
PROBLEMS = (
    Problem("support/2026-03-02.json", 17, "no_time"),
    Problem("general/2026-03-04.json", None, "truncated"),
)


def told(*, quotes: bool = True, staff: bool = True) -> Findings:
    """The story, as a replay would have found it."""
    tally = Tally(ZONE, quotes=quotes)
    for number, (who, minutes, where, text, decision) in enumerate(STORY, start=1):
        at = BEGIN + timedelta(minutes=minutes)
        message = ArchivedMessage(f"m{number}", f"c-{where}", where, who, who.title(), at, text)
        tally.hear(message, staff=staff and who in STAFF)
        if decision is not None:
            case = None if decision == "maybe" else number
            ref = MessageRef(message.channel, message.id)
            tally.raised(message, Raised(decision, ref, assess(text), case))
    tally.joined(4)
    found = tally.findings("town-export.zip", "careful", 0.25)
    return replace(found, problems=PROBLEMS, problem_count=3)


def alarm(number: int = 1, **changes: Any) -> Alarm:
    """An ordinary alarm; what matters to a test is changed."""
    ordinary = Alarm(
        number=number,
        decision="acknowledged",
        at=BEGIN + timedelta(minutes=number),
        channel="support",
        message=f"m{number}",
        author="u1",
        topic="delivery",
        severity="low",
        language="en",
        probability=0.9,
        reasons=("broken",),
        quote=None,
        answered_after=60.0,
    )
    return replace(ordinary, **changes)


def findings(alarms: Sequence[Alarm] = (), **changes: Any) -> Findings:
    """What belongs to these alarms, in UTC, with ten messages to each of them."""
    days: dict[str, tuple[int, int, int]] = {}
    hours, weekdays = [0] * 24, [0] * 7
    for one in alarms:
        day, maybe = one.at.date().isoformat(), one.decision == "maybe"
        messages, cases, maybes = days.get(day, (0, 0, 0))
        days[day] = (messages + 10, cases + (not maybe), maybes + maybe)
        hours[one.at.hour] += 1
        weekdays[one.at.weekday()] += 1
    made = Findings(
        source="export.zip",
        zone="UTC",
        sensitivity="careful",
        messages=10 * len(alarms),
        members=3,
        channels=1,
        staff=0,
        ignored=0,
        first=min((one.at for one in alarms), default=None),
        last=max((one.at for one in alarms), default=None),
        alarms=tuple(alarms),
        languages=dict(Counter(one.language for one in alarms).most_common()),
        per_day=dict(sorted(days.items())),
        hours=tuple(hours),
        weekdays=tuple(weekdays),
        problems=(),
        problem_count=0,
        seconds=1.0,
    )
    return replace(made, **changes)
