"""Rows of a CSV out of its text, losing no more than one row to a damage."""

import csv
import re
from collections.abc import Callable, Iterator

# Characters of a row. A message has 4,000 at most, and ten attachments.
LARGEST_ROW = 64 * 1024


def lines(pieces: Iterator[str]) -> Iterator[str]:
    """Lines with their ends. Only \\n ends one: texts have every other separator in them. Endless ones are cut."""
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + piece).split("\n")
        for line in whole:
            yield line + "\n"
        if len(rest) > LARGEST_ROW:
            yield rest
            rest = ""
    if rest:
        yield rest


def rows(
    lines: Iterator[str], delimiter: str, report: Callable[[int, str], None]
) -> Iterator[tuple[int, list[str]]]:
    """(number from 1, fields) of each row; blank lines are none. `report` is told the number and code of the others."""
    for number, (row, problem) in enumerate(unparsed(lines, delimiter), start=1):
        if problem:
            report(number, problem)
            continue
        try:
            fields = next(csv.reader([row], delimiter=delimiter))
        except csv.Error:
            report(number, "bad_row")
        else:
            yield number, fields


def unparsed(lines: Iterator[str], delimiter: str) -> Iterator[tuple[str, str | None]]:
    """(text, None or a problem's code) of each row.

    A text may have line breaks in it, between quotes, so that a lost quote would swallow the rest of the file. But no
    text can have a line that starts as a row does, `"123","`, for its quotes would be doubled: there a row starts,
    whatever came before.
    """
    starts = re.compile(rf'"\d+"{re.escape(delimiter)}"').match
    held: list[str] = []
    quotes = size = 0
    for line in lines:
        if held and starts(line):
            yield "".join(held), "bad_row"
            held, quotes, size = [], 0, 0
        held.append(line)
        quotes += line.count('"')
        size += len(line)
        if quotes % 2 == 0 or size > LARGEST_ROW:
            if size > LARGEST_ROW or not line.isspace() or len(held) > 1:
                yield "".join(held), "too_large" if size > LARGEST_ROW else None
            held, quotes, size = [], 0, 0
    if held:
        yield "".join(held), "truncated"
