"""What was said, as staff see it in the case's thread: a view of one timeline entry, so edits and erasures reach it."""

from bot.context import Context
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.facts import (
    CaseReopened,
    CaseSolved,
    CaseWithdrawn,
    CheckInAnswered,
    Fact,
    MemberWrote,
    NoteAdded,
    StaffReplied,
)
from bot.vocabulary.replies import Message, Name, Paragraph, Quotation, Runs

QUOTED = 1800


async def mirror(ctx: Context, entry: int) -> Message | None:
    """The entry in the staff's language, with the words it holds; None if it was forgotten."""
    found = await ctx.timeline.entry(entry)
    if found is None:
        return None
    voice, fact = ctx.voice(), found.fact
    headline = Paragraph(_headline(fact, voice))
    if isinstance(fact, MemberWrote | StaffReplied | NoteAdded) and fact.text is None:
        return Message((headline, Paragraph(voice.say("cases.erased"))))
    words = getattr(fact, "text", None)
    return Message((headline, Quotation(shorten(words, QUOTED))) if words else (headline,))


def _headline(fact: Fact, voice: Voice) -> Runs:
    match fact:
        case MemberWrote(edited=True):
            return voice.say("cases.mirror.member_edited")
        case MemberWrote(in_public=True):
            return voice.say("cases.mirror.member_public")
        case MemberWrote():
            return voice.say("cases.mirror.member")
        case StaffReplied(name=name):
            return voice.say("cases.mirror.staff", name=Name(name))
        case NoteAdded(name=name):
            return voice.say("cases.mirror.note", name=Name(name))
        case CaseSolved():
            return voice.say("cases.mirror.solved")
        case CaseReopened(reason=reason):
            return voice.say(f"cases.mirror.reopened_{reason}")
        case CaseWithdrawn(reason=reason):
            return voice.say(f"cases.mirror.withdrawn_{reason}")
        case CheckInAnswered(answer=answer):
            return voice.say(f"cases.check_in.{answer}")
    raise LookupError(f"{fact.kind} is not mirrored")
