"""The report in a terminal: what matters most on one screen, and a bar while the export is read.

Everything is printed as Text, which rich takes for words and never for markup.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from rich.bar import Bar
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from adapters.archive import content
from adapters.archive.labels import Labels, harmless
from adapters.archive.model import Findings
from bot.language import Voice

FIRST = 5
"""So many of each ranking fit on one screen."""
LABEL_WIDTH, BAR_WIDTH = 44, 20


@contextmanager
def progress(total_bytes: int, voice: Voice, console: Console) -> Generator[Callable[[int], None]]:
    """A bar with the time left, gone when it is over. Yields what to call with the bytes read so far.

    Where the console is no terminal, nothing is shown.
    """
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn(voice.text("archive.progress.left"), markup=False),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with bar:
        task = bar.add_task(voice.text("archive.progress"), total=total_bytes)
        yield lambda done: bar.update(task, completed=done)


def print_summary(findings: Findings, voice: Voice, console: Console) -> None:
    """Key figures, the first of each ranking, and what could not be read."""
    labels = Labels(voice, ZoneInfo(findings.zone))
    console.print(Text(voice.text("archive.title"), style="bold"))
    console.print(Text(voice.text("archive.source", source=harmless(findings.source))))
    if not findings.messages:
        console.print(Text(voice.text("archive.no_messages")))
    else:
        console.print(Padding(_figures(findings, labels), (1, 0, 0, 2)))
        _rankings(findings, labels, console)
    _problems(findings, labels, console)


def _figures(findings: Findings, labels: Labels) -> Table:
    """The first facts, then the key figures with what may be said beside them."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for name, value in content.facts(findings, labels)[:2]:
        table.add_row(Text(name), Text(value))
    for key in content.key_figures(findings, labels):
        table.add_row(Text(key.name), Text(key.figure, style="bold"), Text(key.aside, style="dim"))
    return table


def _rankings(findings: Findings, labels: Labels, console: Console) -> None:
    text = labels.voice.text
    rankings = (
        (text("archive.topics"), content.topics(findings, labels)[:FIRST]),
        (text("archive.why"), content.reasons(findings, labels)[:FIRST]),
        (text("archive.languages"), content.languages(findings, labels)[:FIRST]),
        (text("archive.waiting"), content.waits(findings, labels)),
    )
    for title, counts in rankings:
        if counts:
            console.print(Text(f"\n{title}", style="bold"))
            console.print(Padding(_bars(counts, len(findings.alarms), labels), (0, 0, 0, 2)))
    if findings.alarms:
        console.print(Padding(Text(content.staff_waits(findings, labels), style="dim"), (0, 0, 0, 2)))


def _bars(counts: content.Ranked, whole: int, labels: Labels) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=LABEL_WIDTH)
    for _ in range(2):
        table.add_column(justify="right")
    table.add_column(width=BAR_WIDTH)
    top = max(1, *(count for _, count in counts))
    for name, count in counts:
        share = Text(labels.part(count, whole), style="dim")
        table.add_row(Text(name), Text(labels.number(count)), share, Bar(top, 0, count, color="cyan"))
    return table


def _problems(findings: Findings, labels: Labels, console: Console) -> None:
    if not findings.problem_count:
        return
    text, shown = labels.voice.text, findings.problems[:FIRST]
    console.print(Text(f"\n{text('archive.problems')}", style="bold"))
    for problem in shown:
        console.print(Padding(Text(f"{labels.where(problem)}: {labels.problem(problem)}"), (0, 0, 0, 2)))
    rest = findings.problem_count - len(shown)
    if rest:
        more = text("archive.more", count=labels.number(rest))
        console.print(Padding(Text(more, style="dim"), (0, 0, 0, 2)))
