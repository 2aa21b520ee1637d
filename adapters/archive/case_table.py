"""The table of cases and cards: one row each, in order of time, a card of its own on a phone."""

from collections.abc import Sequence

from markupsafe import Markup

from adapters.archive import figures
from adapters.archive.labels import Labels, harmless
from adapters.archive.markup import NOTHING, joined, note, section
from adapters.archive.model import Alarm, Findings

OF_EACH_DECISION = 150
"""A page with more rows than this for each of the four is slow on a phone; the JSON report has them all."""

GROUPS = {"acknowledged": "aloud", "quiet": "quietly", "private": "quietly", "maybe": "maybe"}
"""Which filter shows a decision."""

HEADS = (
    "archive.head.number",
    "archive.head.where",
    "archive.head.decision",
    "archive.head.topic",
    "archive.head.answer",
    "archive.head.why",
)


def case_table(findings: Findings, labels: Labels) -> Markup:
    """The rows that matter most, a filter by decision where there is a choice, and how many are left out."""
    text = labels.voice.text
    shown = figures.listed(findings.alarms, OF_EACH_DECISION)
    heads = [text(key) for key in HEADS]
    rest = len(findings.alarms) - len(shown)
    left = note(text("archive.left_out.gravest", count=labels.number(rest))) if rest else NOTHING
    title = text("archive.cases")
    table = Markup(
        '<table class="cases" role="table" aria-label="{}"><thead role="rowgroup"><tr role="row">{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table>'
    ).format(
        title,
        joined(Markup('<th scope="col" role="columnheader">{}</th>').format(head) for head in heads),
        joined(_row(alarm, heads, labels) for alarm in shown),
    )
    return section(title, _filter(shown, labels), left, table, look="wide")


def _filter(shown: Sequence[Alarm], labels: Labels) -> Markup:
    """Works without a script: the page's style hides the rows of the other groups."""
    groups = [GROUPS[alarm.decision] for alarm in shown]
    present = [group for group in dict.fromkeys(GROUPS.values()) if group in groups]
    if len(present) < 2:
        return NOTHING
    text = labels.voice.text
    choices = [("all", text("archive.filter.all"), len(shown))]
    choices += [(group, text(f"archive.{group}"), groups.count(group)) for group in present]
    return Markup('<fieldset class="filter"><legend class="visually-hidden">{}</legend>{}</fieldset>').format(
        text("archive.filter"),
        joined(
            Markup(
                '<label><input type="radio" name="shown" id="only-{}"{}> {} <span>{}</span></label>'
            ).format(group, Markup(" checked") if group == "all" else "", name, labels.number(count))
            for group, name, count in choices
        ),
    )


def _row(alarm: Alarm, heads: Sequence[str], labels: Labels) -> Markup:
    cells = (
        Markup("{}").format(labels.number(alarm.number)),
        _where(alarm, labels),
        _decision(alarm, labels),
        _topic(alarm, labels),
        _answer(alarm, labels),
        _why(alarm, labels),
    )
    return Markup('<tr role="row" class="{}">{}</tr>').format(
        GROUPS[alarm.decision],
        joined(
            Markup('<td role="cell" data-head="{}"><div>{}</div></td>').format(head, cell)
            for head, cell in zip(heads, cells, strict=True)
        ),
    )


def _where(alarm: Alarm, labels: Labels) -> Markup:
    at, shown = alarm.at.isoformat(), labels.moment(alarm.at)
    return Markup('<time datetime="{}">{}</time> <bdi class="channel">{}</bdi>').format(
        at, shown, labels.channel(alarm.channel)
    )


def _decision(alarm: Alarm, labels: Labels) -> Markup:
    chip = Markup('<span class="chip {}">{}</span>').format(
        GROUPS[alarm.decision], labels.decision(alarm.decision)
    )
    if not alarm.joined:
        return chip
    more = labels.voice.text("archive.joined", count=labels.number(alarm.joined))
    return chip + Markup(' <span class="small">{}</span>').format(more)


def _topic(alarm: Alarm, labels: Labels) -> Markup:
    return Markup('<span class="topic">{}</span> <span class="severity {}">{}</span>').format(
        labels.topic(alarm.topic), alarm.severity, labels.severity(alarm.severity)
    )


def _answer(alarm: Alarm, labels: Labels) -> Markup:
    if alarm.answered_after is None:
        step = figures.wait_step(alarm)
        return Markup('<span class="{}">{}</span>').format(step, labels.step(step))
    who = "archive.answer.staff" if alarm.answered_by_staff else "archive.answer.other"
    return Markup('{} <span class="small">{}</span>').format(
        labels.duration(alarm.answered_after), labels.voice.text(who)
    )


def _why(alarm: Alarm, labels: Labels) -> Markup:
    """The words, where they may be shown, and what was noticed in them."""
    parts = []
    if alarm.quote is not None:
        parts.append(Markup('<blockquote dir="auto">{}</blockquote>').format(harmless(alarm.quote)))
    if alarm.reasons:
        reasons = joined(Markup("<li>{}</li>").format(labels.reason(rule)) for rule in alarm.reasons)
        parts.append(Markup('<ul class="reasons">{}</ul>').format(reasons))
    return joined(parts)
