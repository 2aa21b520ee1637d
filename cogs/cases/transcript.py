"""What was said in a case, as a text file: for staff with the notes, for the member without."""

from datetime import datetime

from bot.cases.model import Case
from bot.cases.timeline import Entry
from bot.context import Context
from bot.language import Voice
from bot.language.moments import format_moment
from bot.vocabulary.facts import CaseSolved, MemberWrote, NoteAdded, StaffReplied
from bot.vocabulary.replies import File, Message, MomentStyle, Paragraph


async def transcript(ctx: Context, case: Case, *, with_notes: bool) -> Message:
    """A message with the file `case-<number>.txt`, in the reader's language and the community's zone."""
    voice = ctx.own_voice
    lines = [voice.text("cases.transcript.title", number=case.number, community=ctx.community.name), ""]
    for entry in await ctx.timeline.of_case(case.id):
        told = _told(entry, case, voice, with_notes=with_notes)
        if told is not None:
            lines += [f"{_when(ctx, entry.at, voice)}  {told[0]}", *_indented(told[1]), ""]
    file = File(f"case-{case.number}.txt", "text/plain", "\n".join(lines))
    return Message((Paragraph(voice.say("cases.transcript.done", number=case.number)), file))


def _told(entry: Entry, case: Case, voice: Voice, *, with_notes: bool) -> tuple[str, str] | None:
    """(who, what) of an entry that holds words; None for the others."""
    erased = voice.text("cases.erased")
    match entry.fact:
        case MemberWrote(text=text):
            return case.member_name, text or erased
        case StaffReplied(name=name, text=text):
            return name, text or erased
        case CaseSolved(text=text):
            return case.assignee_name or "", text or erased
        case NoteAdded(name=name, text=text) if with_notes:
            return voice.text("cases.transcript.note", name=name), text or erased
    return None


def _when(ctx: Context, at: datetime, voice: Voice) -> str:
    return format_moment(at, MomentStyle.BOTH, voice.language, ctx.community.settings.tz, ctx.now)


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]
