"""The charts of time: column by column through the export, around the clock, around the week."""

from collections.abc import Sequence

from markupsafe import Markup

from adapters.archive import charts, figures
from adapters.archive.charts import Series
from adapters.archive.figures import Column, Span
from adapters.archive.labels import Labels
from adapters.archive.markup import section
from adapters.archive.model import Findings

FEWEST_COLUMNS = 16
"""Columns get narrower than a share of so many, never wider: two days are not two walls."""


def over_time(findings: Findings, labels: Labels) -> Markup:
    """Messages above, cases and cards below, on one axis of time."""
    text = labels.voice.text
    span, columns = figures.columns(findings)
    names = [labels.column(span, column.start) for column in columns]
    ticks = [labels.tick(span, column.start) for column in columns]
    heads = (text("archive.messages"), text("archive.series.cases"), text("archive.series.maybes"))
    all_messages = Series("messages", heads[0], [column.messages for column in columns])
    raised = (
        Series("cases", heads[1], [column.cases for column in columns]),
        Series("maybes", heads[2], [column.maybes for column in columns]),
    )
    lower = (charts.legend(raised), _plot(raised, names, labels, span)) if findings.alarms else ()
    body = (
        charts.legend((all_messages,)),
        _plot((all_messages,), names, labels, span),
        *lower,
        charts.ticks(ticks, max(len(columns), FEWEST_COLUMNS), 4),
        _numbers(span, columns, names, heads, labels),
    )
    return section(text(f"archive.over_time.{span}"), *body, look="wide")


def _plot(stacked: Sequence[Series], names: Sequence[str], labels: Labels, span: Span) -> Markup:
    totals = [sum(values) for values in zip(*(series.values for series in stacked), strict=True)]
    title = f"{labels.voice.text(f'archive.over_time.{span}')}: {', '.join(s.name for s in stacked)}"
    hovers = [
        f"{name} · " + " · ".join(f"{s.name}: {labels.number(s.values[at])}" for s in stacked)
        for at, name in enumerate(names)
    ]
    summary, peak = _peak(title, names, totals, labels)
    return charts.column_chart(stacked, hovers, summary, peak, max(len(names), FEWEST_COLUMNS))


def _numbers(
    span: Span, columns: Sequence[Column], names: Sequence[str], heads: Sequence[str], labels: Labels
) -> Markup:
    number, text = labels.number, labels.voice.text
    rows = (
        (name, number(column.messages), number(column.cases), number(column.maybes))
        for name, column in zip(names, columns, strict=True)
    )
    title = text(f"archive.over_time.{span}")
    return charts.number_table(text("archive.numbers"), title, (text(f"archive.span.{span}"), *heads), rows)


def hours(findings: Findings, labels: Labels) -> Markup:
    names = [f"{hour:02}:00" for hour in range(24)]
    return _rhythm("archive.hours", names, charts.ticks(names, 24, 4), findings.hours, labels)


def weekdays(findings: Findings, labels: Labels) -> Markup:
    short = [labels.weekday(day, short=True) for day in range(7)]
    names = [labels.weekday(day) for day in range(7)]
    return _rhythm("archive.weekdays", names, charts.ticks(short, 7, 7), findings.weekdays, labels)


def _rhythm(key: str, names: Sequence[str], ticks: Markup, counts: Sequence[int], labels: Labels) -> Markup:
    title, alarms = labels.voice.text(key), labels.voice.text("archive.series.alarms")
    summary, peak = _peak(title, names, counts, labels)
    words = [labels.number(count) for count in counts]
    hovers = [f"{name} · {word}" for name, word in zip(names, words, strict=True)]
    drawn = charts.column_chart((Series("cases", alarms, counts),), hovers, summary, peak, len(names))
    table = charts.number_table(
        labels.voice.text("archive.numbers"), title, (title, alarms), zip(names, words, strict=True)
    )
    return section(title, drawn, ticks, table)


def _peak(title: str, names: Sequence[str], counts: Sequence[int], labels: Labels) -> tuple[str, str]:
    """What is read out instead of a chart, and the height of its plot."""
    top = max(counts, default=0)
    if not top:
        return f"{title}. {labels.voice.text('archive.nothing')}", ""
    when, count = names[list(counts).index(top)], labels.number(top)
    return f"{title}. {labels.voice.text('archive.peak', when=when, count=count)}", count
