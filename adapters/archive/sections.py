"""The parts of the page around the charts of time: facts, key figures, rankings, what could not be read."""

from markupsafe import Markup

from adapters.archive import charts, content
from adapters.archive.charts import Bar
from adapters.archive.content import Ranked
from adapters.archive.labels import Labels
from adapters.archive.markup import NOTHING, joined, note, section
from adapters.archive.model import Findings

FIRST_BARS = 12
FIRST_PROBLEMS = 50


def header_facts(findings: Findings, labels: Labels) -> Markup:
    return Markup('<dl class="facts">{}</dl>').format(
        joined(
            Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value)
            for name, value in content.facts(findings, labels)
        )
    )


def key_figures(findings: Findings, labels: Labels) -> Markup:
    return Markup('<dl class="figures">{}</dl>').format(
        joined(
            Markup('<div><dt>{}</dt><dd class="figure">{}</dd><dd class="note">{}</dd></div>').format(
                key.name, key.figure, " · ".join(filter(None, (key.aside, key.note)))
            )
            for key in content.key_figures(findings, labels)
        )
    )


def topics(findings: Findings, labels: Labels) -> Markup:
    title = labels.voice.text("archive.topics")
    return section(title, _ranked(title, content.topics(findings, labels), findings, labels), look="tall")


def waiting(findings: Findings, labels: Labels) -> Markup:
    title, told = labels.voice.text("archive.waiting"), note(content.staff_waits(findings, labels))
    return section(title, _ranked(title, content.waits(findings, labels), findings, labels), told)


def languages(findings: Findings, labels: Labels) -> Markup:
    title = labels.voice.text("archive.languages")
    return section(title, _ranked(title, content.languages(findings, labels), findings, labels))


def why(findings: Findings, labels: Labels) -> Markup:
    """What was noticed; nothing where no rule had a part in it."""
    counts = content.reasons(findings, labels)
    if not counts:
        return NOTHING
    title, told = labels.voice.text("archive.why"), note(labels.voice.text("archive.why.note"))
    ranked = _ranked(title, counts, findings, labels)
    return section(title, told, ranked, look="wide two")


def problems(findings: Findings, labels: Labels) -> Markup:
    """What could not be read, the first ones by place; nothing where all could."""
    if not findings.problem_count:
        return NOTHING
    text, shown = labels.voice.text, findings.problems[:FIRST_PROBLEMS]
    rows = joined(
        Markup("<li><bdi>{}</bdi> <span>{}</span></li>").format(
            labels.where(problem), labels.problem(problem)
        )
        for problem in shown
    )
    rest = findings.problem_count - len(shown)
    left = note(text("archive.left_out", count=labels.number(rest))) if rest else NOTHING
    told = note(text("archive.problems.note", count=labels.number(findings.problem_count)))
    return section(
        text("archive.problems"), told, Markup('<ul class="problems">{}</ul>').format(rows), left, look="wide"
    )


def _ranked(title: str, counts: Ranked, findings: Findings, labels: Labels) -> Markup:
    """The first as bars, the rest folded away as numbers."""
    text, whole = labels.voice.text, len(findings.alarms)
    first, rest = counts[:FIRST_BARS], counts[FIRST_BARS:]
    bars = charts.bar_list(
        [Bar(name, count, labels.number(count), labels.part(count, whole)) for name, count in first]
    )
    if not rest:
        return bars
    numbers = ((name, labels.number(count)) for name, count in rest)
    heads = (title, text("archive.series.alarms"))
    return bars + charts.number_table(text("archive.rest"), title, heads, numbers)
