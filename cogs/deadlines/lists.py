"""Lists of cases as staff see them: a line a case, what is owed and by when, who has it, the way to its thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cases.model import Case, NextStep
from bot.context import Context
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.replies import Fields, Link, Name, Paragraph, Part, Row, Text
from cogs.deadlines.model import Promise

LISTED = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A case and what is owed in it."""

    case: Case
    step: NextStep
    due_at: datetime


async def listed(
    ctx: Context, promises: Sequence[Promise], voice: Voice, most: int = LISTED
) -> tuple[Part, ...]:
    """Each case once, with the first of its promises."""
    first: dict[int, Promise] = {}
    for promise in promises:
        first.setdefault(promise.case_id, promise)
    shown = list(first.values())[:most]
    lines = [Line(await ctx.cases.get(p.case_id), p.step, p.due_at) for p in shown]
    return written(ctx, lines, len(first) - len(shown), voice)


def written(ctx: Context, lines: Sequence[Line], more: int, voice: Voice) -> tuple[Part, ...]:
    """The lines, and how many more there are."""
    rows = Fields(tuple(_row(ctx, line, voice) for line in lines))
    return (rows, *((Paragraph(voice.count("deadlines.more", more)),) if more > 0 else ()))


def _row(ctx: Context, line: Line, voice: Voice) -> Row:
    case, step = line.case, voice.text(f"next_step.{line.step}")
    key = "deadlines.line.over" if line.due_at < ctx.now else "deadlines.line.due"
    name = Name(case.assignee_name) if case.assignee_name else Text(voice.text("deadlines.nobody"))
    told = voice.say(key, step=step, due=ctx.moment(line.due_at), name=name)
    link = Link(voice.text("deadlines.link"), place=CaseStaff(case.id))
    return Row(f"#{case.number} {shorten(case.member_name, 30)}", (*told, Text(" "), link))
