"""What was said in a case, as a file: for staff with the notes, for the member without."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.cases.model import Case
from bot.cases.timeline import Entry
from bot.context import Context
from bot.language import Voice
from bot.language.moments import format_moment
from bot.replying import signed
from bot.vocabulary.facts import CaseSolved, ComplaintDeleted, MemberWrote, NoteAdded, StaffReplied
from bot.vocabulary.replies import File, Message, MomentStyle, Paragraph
from bot.vocabulary.times import DeadlineBreached, DeadlineCancelled, DeadlineMet, TimeGiven
from cogs.cases.card import deadline
from cogs.cases.pages import Line, Said, as_html, as_json, as_text
from cogs.cases.store import Store


class Format(StrEnum):
    """What the file is for: reading anywhere, reading well, reading by programs."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


async def transcript(ctx: Context, case: Case, wanted: Format = Format.TEXT, *, with_notes: bool) -> Message:
    """A message with the file `case-<number>`, in the reader's language and the community's zone."""
    voice = ctx.own_voice
    title = voice.text("cases.transcript.title", number=case.number, community=ctx.community.name)
    lines = [line for one in await _joined(ctx, case) for line in await _lines(ctx, one, case, with_notes)]
    file = _file(case, wanted, title, sorted(lines, key=lambda line: line.at), voice)
    return Message((Paragraph(voice.say("cases.transcript.done", number=case.number)), file))


async def _joined(ctx: Context, case: Case) -> Sequence[Case]:
    """The case, and those that go on in it."""
    merged = await Store(ctx.tx, ctx.community.id).merged_into(case.id)
    return [case, *[await ctx.cases.get(one) for one in merged]]


def _file(case: Case, wanted: Format, title: str, lines: Sequence[Line], voice: Voice) -> File:
    name = f"case-{case.number}"
    match wanted:
        case Format.TEXT:
            return File(f"{name}.txt", "text/plain", as_text(title, lines))
        case Format.HTML:
            return File(f"{name}.html", "text/html", as_html(title, lines, voice.language))
        case Format.JSON:
            return File(f"{name}.json", "application/json", as_json(title, lines, case.number))


async def _lines(ctx: Context, case: Case, within: Case, with_notes: bool) -> list[Line]:
    voice, lines = ctx.own_voice, []
    for entry in await ctx.timeline.of_case(case.id):
        told = _told(entry, case, voice, with_notes=with_notes)
        if told is not None:
            said, who, text = told
            if case.id != within.id:
                who = voice.text("cases.transcript.merged", name=who, number=case.number)
            lines.append(Line(entry.at, _when(ctx, entry.at, voice), said, who, text, case.number))
    return lines


def _told(entry: Entry, case: Case, voice: Voice, *, with_notes: bool) -> tuple[Said, str, str] | None:
    """(what it is, who, what) of an entry that holds words; None for the others."""
    erased = voice.text("cases.erased")
    match entry.fact:
        case MemberWrote(text=text):
            return Said.MEMBER, case.member_name, text or erased
        case (
            StaffReplied(name=name, text=text, as_team=as_team)
            | TimeGiven(name=name, text=text, as_team=as_team)
        ):
            return Said.TEAM, signed(name, voice, as_team=as_team and not with_notes), text or erased
        case CaseSolved(by=by, text=None) if by is None or by == case.member_id:
            return None  # nobody of staff has said anything
        case CaseSolved(text=text, as_team=as_team):
            name = case.assignee_name or ""
            return Said.TEAM, signed(name, voice, as_team=as_team and not with_notes), text or erased
        case NoteAdded(name=name, text=text) if with_notes:
            return Said.NOTE, voice.text("cases.transcript.note", name=name), text or erased
        case ComplaintDeleted(name=name, text=text) if with_notes:
            return Said.NOTE, voice.text("cases.transcript.deleted", name=name), text or erased
        case DeadlineMet() | DeadlineBreached() | DeadlineCancelled() if with_notes:
            return Said.NOTE, voice.text("cases.card.deadlines"), deadline(entry.fact, voice)
    return None


def _when(ctx: Context, at: datetime, voice: Voice) -> str:
    return format_moment(at, MomentStyle.BOTH, voice.language, ctx.community.settings.tz, ctx.now)
