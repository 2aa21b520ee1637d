"""A figure and its interval, tables of them, and how they are written down."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from training.evaluate.intervals import Interval, wilson

Unit = Literal["share", "per 1,000", "number", "score", "ms", "per second", "MB"]
Scalar = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, its 95 % interval if it has one, and of how many messages it tells. None: there were none to tell of."""

    value: float | None
    unit: Unit
    low: float | None = None
    high: float | None = None
    of: int | None = None

    def __str__(self) -> str:
        """As in a table: shares in percent."""
        if self.value is None:
            return "–"
        shown = self._written(self.value)
        if self.low is not None and self.high is not None:
            shown += f" ({self._written(self.low)}–{self._written(self.high)})"
        return shown if self.of is None else f"{shown} of {self.of:,}"

    def _written(self, value: float) -> str:
        match self.unit:
            case "share":
                return f"{100 * value:.1f}"
            case "score":
                return f"{value:.3f}"
            case "number" | "per second" | "MB":
                return f"{value:,.0f}"
            case _:
                return f"{value:.1f}" if value >= 1 or not value else f"{value:.2g}"

    def to_json(self) -> dict[str, Scalar]:
        """What is known of it, to six digits."""
        known = {name: value for name, value in asdict(self).items() if value is not None}
        return {name: round(value, 6) if isinstance(value, float) else value for name, value in known.items()}


def share(hits: int, of: int) -> Figure:
    """With Wilson's interval."""
    low, high = wilson(hits, of)
    return Figure(hits / of, "share", low, high, of) if of else Figure(None, "share", of=0)


def rate(hits: int, of: int) -> Figure:
    """Per 1,000, with Wilson's interval."""
    low, high = wilson(hits, of)
    return (
        Figure(1000 * hits / of, "per 1,000", 1000 * low, 1000 * high, of)
        if of
        else Figure(None, "per 1,000", of=0)
    )


def number(value: float, unit: Unit = "number") -> Figure:
    """Without an interval."""
    return Figure(float(value), unit)


def scored(value: float, interval: Interval | None, of: int | None = None, unit: Unit = "share") -> Figure:
    """Something computed, with its interval; not a number becomes None."""
    if math.isnan(value):
        return Figure(None, unit, of=of)
    low, high = interval or (None, None)
    return Figure(value, unit, low, high, of)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by name, each with figures by column; a row need not have all columns."""

    title: str
    rows: Mapping[str, Mapping[str, Figure]]
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        rows = {
            name: {column: figure.to_json() for column, figure in row.items()}
            for name, row in self.rows.items()
        }
        return {"title": self.title, "note": self.note, "rows": rows}

    def to_markdown(self) -> str:
        columns = list(dict.fromkeys(column for row in self.rows.values() for column in row))
        lines = [f"### {self.title}", "", *([self.note, ""] if self.note else [])]
        lines += [_line(["", *columns]), _line(["---"] * (len(columns) + 1))]
        for name, row in self.rows.items():
            lines.append(_line([name, *(str(row[column]) if column in row else "" for column in columns)]))
        return "\n".join([*lines, ""])


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report. `dump` has single messages as numbers, without a word of theirs."""

    name: str
    title: str
    tables: Sequence[Table]
    dump: Sequence[Mapping[str, Scalar]] = field(default=())

    def to_json(self) -> dict[str, Any]:
        tables = [table.to_json() for table in self.tables]
        return {"title": self.title, "tables": tables, "dump": [dict(row) for row in self.dump]}

    def to_markdown(self) -> str:
        return "\n".join([f"## {self.title}", "", *(table.to_markdown() for table in self.tables)])


@dataclass(frozen=True, slots=True)
class Report:
    """All parts that were measured; `facts` say what was measured and how."""

    facts: Mapping[str, Scalar]
    parts: Sequence[Part]

    def to_json(self) -> dict[str, Any]:
        return {"facts": dict(self.facts), "parts": {part.name: part.to_json() for part in self.parts}}

    def to_markdown(self) -> str:
        facts = [f"- {name}: {value}" for name, value in self.facts.items()]
        head = ["# How good the detector is", "", *facts, "", LEGEND, ""]
        return "\n".join([*head, *(part.to_markdown() for part in self.parts)])


LEGEND = (
    "Shares are in percent; in brackets is the 95 % interval; `of` is how many messages a figure tells of. "
    "`act` and `maybe` are the thresholds of the balanced sensitivity unless another is named."
)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
