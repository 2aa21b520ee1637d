"""Charts without a script: columns as an SVG that stretches, its words as text beside it, its numbers in a table.

Colours come from the page's classes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from adapters.archive.markup import joined

LOWEST = 1.5
"""A column of one among thousands still shows, in hundredths of the height."""


@dataclass(frozen=True, slots=True)
class Series:
    """One colour: its CSS class, what it is called, and a value for each column."""

    look: str
    name: str
    values: Sequence[int]


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled value with its words, and its share of the whole where that says something."""

    label: str
    value: int
    words: str
    share: str = ""


def column_chart(
    stacked: Sequence[Series], hovers: Sequence[str], summary: str, peak: str, slots: int
) -> Markup:
    """Columns in `slots` places, the first series at the bottom.

    `hovers` say what each column is and shows, `summary` is read out instead of the picture, `peak` names the
    height of the plot.
    """
    values = list(zip(*(series.values for series in stacked), strict=True))
    top = max(map(sum, values), default=0)
    looks = [series.look for series in stacked]
    columns = enumerate(zip(hovers, values, strict=True))
    drawn = joined(_column(at, hover, looks, parts, top) for at, (hover, parts) in columns if any(parts))
    return Markup(
        '<div class="plot"><span class="peak" aria-hidden="true">{}</span>'
        '<svg viewBox="0 0 {} 100" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg></div>'
    ).format(peak, slots * 10, summary, drawn)


def _column(at: int, hover: str, looks: Sequence[str], values: Sequence[int], top: int) -> Markup:
    parts, base = [], 100.0
    for look, value in zip(looks, values, strict=True):
        if value:
            height = max(100 * value / top, LOWEST)
            base = max(base - height, 0)
            box = (look, at * 10 + 1, round(base, 2), round(height, 2))
            parts.append(Markup('<rect class="{}" x="{}" y="{}" width="8" height="{}"/>').format(*box))
    ground = Markup('<rect class="hover" x="{}" width="10" height="100"/>').format(at * 10)
    return Markup("<g><title>{}</title>{}{}</g>").format(hover, ground, joined(parts))


def ticks(names: Sequence[str], slots: int, shown: int) -> Markup:
    """The names of `shown` columns, evenly spread, each below where its own begins."""
    starts = [-(-slots * tick // shown) for tick in range(shown)]
    words = joined(
        Markup("<span>{}</span>").format(names[start] if start < len(names) else "") for start in starts
    )
    look = "ticks each" if shown == slots else "ticks"
    return Markup('<div class="{}" aria-hidden="true">{}</div>').format(look, words)


def legend(series: Iterable[Series]) -> Markup:
    return Markup('<p class="legend">{}</p>').format(
        joined(Markup('<span class="key {}">{}</span>').format(one.look, one.name) for one in series)
    )


def number_table(summary: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Every number of a chart, folded away; the first cell of a row is its head."""
    return Markup(
        '<details class="numbers"><summary>{}</summary><div class="scroll" tabindex="0" role="group"'
        ' aria-label="{}"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div></details>'
    ).format(
        summary,
        title,
        joined(Markup('<th scope="col">{}</th>').format(head) for head in heads),
        joined(_row(row) for row in rows),
    )


def _row(cells: Sequence[str]) -> Markup:
    rest = joined(Markup("<td>{}</td>").format(cell) for cell in cells[1:])
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(cells[0], rest)


def bar_list(bars: Sequence[Bar]) -> Markup:
    """Horizontal bars as a list of words and numbers: its own text alternative."""
    top = max((bar.value for bar in bars), default=0)
    return Markup('<ul class="bars">{}</ul>').format(joined(_bar(bar, top) for bar in bars))


def _bar(bar: Bar, top: int) -> Markup:
    width = max(100 * bar.value / top, 0.6) if bar.value else 0
    return Markup(
        '<li><span class="label">{}</span> <span class="value">{}</span> <span class="share">{}</span>'
        '<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="cases" width="{}" height="1"/></svg></li>'
    ).format(bar.label, bar.words, bar.share, round(width, 2))
