"""What a report says, in the reader's words, before it is a page or lines in a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.archive import figures
from adapters.archive.labels import Labels
from adapters.archive.model import PATIENCE, Findings

Ranked = Sequence[tuple[str, int]]
"""Labels with their counts, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number one looks for first: its name, what it means, and what may be said beside it."""

    name: str
    figure: str
    note: str
    aside: str = ""


def facts(findings: Findings, labels: Labels) -> list[tuple[str, str]]:
    """What was replayed: names and values."""
    text, number = labels.voice.text, labels.number
    return [
        (text("archive.period"), labels.period(findings.first, findings.last)),
        (text("archive.messages"), number(findings.messages)),
        (text("archive.members"), number(findings.members)),
        (text("archive.staff"), number(findings.staff)),
        (text("archive.channels"), number(findings.channels)),
        (text("archive.ignored"), number(findings.ignored)),
        (text("archive.sensitivity"), text(f"archive.sensitivity.{findings.sensitivity}")),
        (text("archive.zone"), findings.zone.replace("_", " ")),
    ]


def key_figures(findings: Findings, labels: Labels) -> list[KeyFigure]:
    """Six of them: what it would have done three, how often, and how it was in reality two."""
    text, number, alarms = labels.voice.text, labels.number, findings.alarms
    made = figures.decisions(alarms)
    return [
        KeyFigure(
            text("archive.acknowledged.aloud"),
            number(made["acknowledged"]),
            text("archive.acknowledged.aloud.note"),
        ),
        KeyFigure(
            text("archive.acknowledged.quietly"),
            number(made["quiet"] + made["private"]),
            text("archive.acknowledged.quietly.note"),
        ),
        KeyFigure(text("archive.maybe"), number(made["maybe"]), text("archive.maybe.note")),
        KeyFigure(
            text("archive.rate"),
            labels.rate(figures.per_thousand(len(alarms), findings.messages)),
            text("archive.rate.note"),
        ),
        _never(findings, labels),
        _median(findings, labels),
    ]


def _never(findings: Findings, labels: Labels) -> KeyFigure:
    text, never = labels.voice.text, figures.never_answered(findings.alarms)
    note = text("archive.never.note", time=labels.days(PATIENCE.days))
    share = labels.part(never, len(findings.alarms))
    return KeyFigure(text("archive.never"), labels.number(never), note, share)


def _median(findings: Findings, labels: Labels) -> KeyFigure:
    """The ninth in ten beside it, where there are answers enough for one."""
    text, taken = labels.voice.text, figures.waits(findings.alarms)
    many = taken.answered >= figures.FEW
    p90 = text("archive.median.p90", time=labels.duration(taken.p90)) if many else ""
    return KeyFigure(text("archive.median"), labels.duration(taken.median), text("archive.median.note"), p90)


def topics(findings: Findings, labels: Labels) -> Ranked:
    return [(labels.topic(row.topic), row.cases + row.maybes) for row in figures.topics(findings.alarms)]


def languages(findings: Findings, labels: Labels) -> Ranked:
    return [(labels.language(code), count) for code, count in findings.languages.items()]


def reasons(findings: Findings, labels: Labels) -> Ranked:
    return [(labels.reason(rule), count) for rule, count in figures.reasons(findings.alarms)]


def waits(findings: Findings, labels: Labels) -> Ranked:
    """From the shortest to never; nothing without alarms."""
    steps = figures.waits_by_step(findings.alarms) if findings.alarms else {}
    return [(labels.step(step), count) for step, count in steps.items()]


def staff_waits(findings: Findings, labels: Labels) -> str:
    """How long the answers of staff took, or how to tell who is staff."""
    text = labels.voice.text
    if not findings.staff:
        return text("archive.waiting.no_staff")
    staff = figures.waits(findings.alarms, by_staff=True)
    count, time = labels.number(staff.answered), labels.duration(staff.median)
    return text("archive.waiting.staff", count=count, time=time)
