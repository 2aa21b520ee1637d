"""The JSON report written a second time, from what `rules` found."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.archive.recount.rules import Recount, Row

PATIENCE = timedelta(days=7)
LETTERS_QUOTED = 160

Json = dict[str, Any]


def report(count: Recount, zone: ZoneInfo) -> Json:
    """Every section but how long it took. Rankings are counts by name: among equals any order will do."""
    rows = [row_of(number, row, count) for number, row in enumerate(count.rows, start=1)]
    cases = sum(row["decision"] != "maybe" for row in rows)
    local = [row.line.at.astimezone(zone) for row in count.rows]
    hours, weekdays = Counter(at.hour for at in local), Counter(at.isoweekday() for at in local)
    return {
        "zone": str(zone),
        "sensitivity": "careful",
        "period": {"first": count.heard[0].at, "last": count.heard[-1].at},
        "totals": totals(count) | {"alarms": len(rows), "cases": cases, "maybes": len(rows) - cases},
        "decisions": dict.fromkeys(("acknowledged", "quiet", "private", "maybe"), 0)
        | Counter(row["decision"] for row in rows),
        "alarms_per_1000": len(rows) / len(count.heard) * 1000,
        "waiting": waiting(rows),
        "per_day": per_day(count, zone),
        "per_topic": {
            topic: {name: [kind(row) for row in about].count(name) for name in ("cases", "maybes")}
            for topic, about in by_topic(rows).items()
        },
        "per_hour": [hours[hour] for hour in range(24)],
        "per_weekday": [weekdays[day] for day in range(1, 8)],
        "languages": Counter(row["language"] for row in rows),
        "reasons": Counter(reason for row in rows for reason in row["reasons"]),
        "alarms": rows,
        "problems": [],
    }


def totals(count: Recount) -> Json:
    people = {line.author for line in count.heard}
    return {
        "messages": len(count.heard),
        "ignored": len(count.lines) - len(count.heard),
        "members": len(people - set(count.staff)),
        "staff": len(people & set(count.staff)),
        "channels": len({line.channel for line in count.heard}),
        "problems": 0,
    }


def row_of(number: int, row: Row, count: Recount) -> Json:
    line, seen = row.line, row.seen
    wait, by_staff = first_answer(row, count)
    spoken = next(words.strip() for words in line.text.splitlines() if words.strip())
    cut = len(spoken) > LETTERS_QUOTED
    return {
        "number": number,
        "decision": row.decision,
        "at": line.at,
        "channel": line.channel,
        "message": line.id,
        "author": line.author,
        "topic": seen.topic.value,
        "severity": seen.severity.value,
        "language": seen.language,
        "probability": round(seen.complaint, 3),
        "reasons": why(row),
        "joined": row.joined,
        "answered_after_seconds": wait,
        "answered_by_staff": by_staff,
        "too_early": wait is None and count.heard[-1].at - line.at <= PATIENCE,
        "quote": spoken[: LETTERS_QUOTED - 1].rstrip() + "…" if cut else spoken,
    }


def first_answer(row: Row, count: Recount) -> tuple[float | None, bool]:
    """Seconds until somebody else wrote in the channel, within seven days, and whether that was staff."""
    for other in count.heard[row.place :]:
        if other.channel == row.line.channel and other.author != row.line.author:
            waited = other.at - row.line.at
            if waited > PATIENCE:
                break
            return waited.total_seconds(), other.author in count.staff
    return None, False


def why(row: Row) -> list[str]:
    """Rules for a complaint, and those about safety: named after it, or abuse's where it is at stake."""
    names = []
    for reason in row.seen.reasons:
        label = reason.label.value if reason.label else "none"
        spoke = label == "complaint" and reason.weight > 0
        named = label == "none" or reason.rule in {flag.value for flag in row.seen.safety}
        safety = named or (label == "abuse" and reason.weight > 0 and row.seen.safety)
        if (spoke or safety) and reason.rule not in names:
            names.append(reason.rule)
    return names


def waiting(rows: Sequence[Json]) -> Json:
    unanswered = [row["too_early"] for row in rows if row["answered_after_seconds"] is None]
    return {
        "anybody": times([row for row in rows if row["answered_after_seconds"] is not None]),
        "staff": times([row for row in rows if row["answered_by_staff"]]),
        "never_answered": unanswered.count(False),
        "too_early": unanswered.count(True),
    }


def times(rows: Sequence[Json]) -> Json:
    waits = sorted(row["answered_after_seconds"] for row in rows)
    return {"answered": len(waits), "median_seconds": part(waits, 0.5), "p90_seconds": part(waits, 0.9)}


def part(values: Sequence[float], share: float) -> float | None:
    """The value that this share lies below, between the two nearest ones."""
    if not values:
        return None
    place = share * (len(values) - 1)
    low = values[int(place)]
    high = values[min(int(place) + 1, len(values) - 1)]
    return low + (high - low) * (place - int(place))


def per_day(count: Recount, zone: ZoneInfo) -> list[Json]:
    said = Counter(line.at.astimezone(zone).date().isoformat() for line in count.heard)
    raised = Counter(
        (row.line.at.astimezone(zone).date().isoformat(), row.decision == "maybe") for row in count.rows
    )
    return [
        {"day": day, "messages": said[day], "cases": raised[day, False], "maybes": raised[day, True]}
        for day in sorted(said)
    ]


def kind(row: Json) -> str:
    return "maybes" if row["decision"] == "maybe" else "cases"


def by_topic(rows: Sequence[Json]) -> dict[str, list[Json]]:
    topics: dict[str, list[Json]] = {}
    for row in rows:
        topics.setdefault(row["topic"], []).append(row)
    return topics
