"""The report for other programs: everything that the page shows, and every alarm."""

from typing import Any

from adapters.archive import figures, json_model
from adapters.archive.figures import Waits
from adapters.archive.json_model import AlarmRow, Report, WaitTimes
from adapters.archive.model import Alarm, Findings
from bot.detection import Topic
from bot.text import clean


def to_json(findings: Findings) -> dict[str, Any]:
    """Plain JSON types, as docs/replay.schema.json describes them."""
    return report(findings).model_dump(mode="json")


def report(findings: Findings) -> Report:
    alarms = findings.alarms
    return Report(
        version=json_model.VERSION,
        source=clean(findings.source),
        zone=findings.zone,
        sensitivity=findings.sensitivity,
        seconds=findings.seconds,
        period=json_model.Period(first=findings.first, last=findings.last),
        totals=_totals(findings),
        decisions=json_model.Decisions(**figures.decisions(alarms)),
        alarms_per_1000=figures.per_thousand(len(alarms), findings.messages),
        waiting=_waiting(findings),
        per_day=tuple(
            json_model.Day.model_validate({"day": day, "messages": m, "cases": c, "maybes": y})
            for day, (m, c, y) in findings.per_day.items()
        ),
        per_topic=tuple(
            json_model.TopicRow(topic=Topic(row.topic), cases=row.cases, maybes=row.maybes)
            for row in figures.topics(alarms)
        ),
        per_hour=tuple(json_model.HourRow(hour=h, alarms=n) for h, n in enumerate(findings.hours)),
        per_weekday=tuple(
            json_model.WeekdayRow(weekday=day, alarms=n) for day, n in enumerate(findings.weekdays, start=1)
        ),
        languages=tuple(
            json_model.LanguageRow(language=code, alarms=n) for code, n in findings.languages.items()
        ),
        reasons=tuple(json_model.ReasonRow(rule=rule, alarms=n) for rule, n in figures.reasons(alarms)),
        alarms=tuple(map(_row, alarms)),
        problems=tuple(
            json_model.ProblemRow(file=clean(problem.file), entry=problem.entry, code=problem.code)
            for problem in findings.problems
        ),
    )


def _totals(findings: Findings) -> json_model.Totals:
    maybes = figures.decisions(findings.alarms)["maybe"]
    return json_model.Totals(
        messages=findings.messages,
        ignored=findings.ignored,
        members=findings.members,
        staff=findings.staff,
        channels=findings.channels,
        alarms=len(findings.alarms),
        cases=len(findings.alarms) - maybes,
        maybes=maybes,
        problems=findings.problem_count,
    )


def _waiting(findings: Findings) -> json_model.Waiting:
    return json_model.Waiting(
        anybody=_times(figures.waits(findings.alarms)),
        staff=_times(figures.waits(findings.alarms, by_staff=True)),
        never_answered=figures.never_answered(findings.alarms),
        too_early=figures.too_early(findings.alarms),
    )


def _times(waits: Waits) -> WaitTimes:
    return WaitTimes(answered=waits.answered, median_seconds=waits.median, p90_seconds=waits.p90)


def _row(alarm: Alarm) -> AlarmRow:
    return AlarmRow.model_validate(
        {
            "number": alarm.number,
            "decision": alarm.decision,
            "at": alarm.at,
            "channel": clean(alarm.channel),
            "message": clean(alarm.message),
            "author": clean(alarm.author),
            "topic": alarm.topic,
            "severity": alarm.severity,
            "language": alarm.language,
            "probability": alarm.probability,
            "reasons": alarm.reasons,
            "joined": alarm.joined,
            "answered_after_seconds": alarm.answered_after,
            "answered_by_staff": alarm.answered_by_staff,
            "too_early": alarm.too_early,
            "quote": None if alarm.quote is None else clean(alarm.quote),
        }
    )
