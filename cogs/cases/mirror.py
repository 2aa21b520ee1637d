"""What was said, as staff see it in the case's thread: a view of one timeline entry, so edits and erasures reach it."""

from bot.attachments import named, sort
from bot.context import Context
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.facts import (
    CaseAbsorbed,
    CaseLinked,
    CaseMerged,
    CaseReopened,
    CaseSolved,
    CaseUnlinked,
    CaseWithdrawn,
    CheckInAnswered,
    ClosingAnswered,
    ComplaintDeleted,
    Fact,
    MemberWrote,
    NoteAdded,
    StaffReplied,
)
from bot.vocabulary.files import Attachment
from bot.vocabulary.questions import CaseEscalated, QuestionMoved
from bot.vocabulary.replies import Mention, Message, Name, Paragraph, Part, Quotation, Runs, Text
from bot.vocabulary.times import HoldingSent, SilenceAsked, StillWaiting, TimeGiven

QUOTED = 1800

WITH_WORDS = (MemberWrote, StaffReplied, TimeGiven, NoteAdded, CaseEscalated, ComplaintDeleted)
"""Without their words there is nothing to be read of them."""


async def mirror(ctx: Context, entry: int) -> Message | None:
    """The entry in the staff's language, with the words it holds; None if it was forgotten."""
    found = await ctx.timeline.entry(entry)
    if found is None:
        return None
    voice, fact = ctx.voice(), found.fact
    headline = Paragraph(_headline(ctx, fact, voice))
    if isinstance(fact, WITH_WORDS) and fact.text is None:
        return Message((headline, Paragraph(voice.say("cases.erased"))))
    words = getattr(fact, "text", None)
    parts: tuple[Part, ...] = (headline, Quotation(shorten(words, QUOTED))) if words else (headline,)
    files = sort(_to_carry(fact), ctx.largest_file, words)
    left = [Paragraph(voice.say(f"cases.files.left_{why}", file=named(file))) for file, why in files.refused]
    return Message((*parts, *left), attached=files.kept)


def _to_carry(fact: Fact) -> tuple[Attachment, ...]:
    """Files that staff don't have before them yet: what is sent from the thread stands in it."""
    match fact:
        case MemberWrote(files=files) | StaffReplied(relayed=False, files=files):
            return files
        case NoteAdded(typed=False, files=files):
            return files
    return ()


def _headline(ctx: Context, fact: Fact, voice: Voice) -> Runs:
    match fact:
        case MemberWrote(edited=True):
            return voice.say("cases.mirror.member_edited")
        case MemberWrote(in_public=True):
            return voice.say("cases.mirror.member_public")
        case MemberWrote():
            return voice.say("cases.mirror.member")
        case StaffReplied(name=name):
            return voice.say("cases.mirror.staff", name=Name(name))
        case NoteAdded(name=name) | ComplaintDeleted(name=name):
            key = "note" if isinstance(fact, NoteAdded) else fact.kind
            return voice.say(f"cases.mirror.{key}", name=Name(name))
        case CaseMerged() | CaseAbsorbed() | CaseLinked() | CaseUnlinked():
            number = fact.number
            return voice.say(f"cases.mirror.{fact.kind.removeprefix('case_')}", number=number)
        case TimeGiven() | HoldingSent() | SilenceAsked():
            return _time(ctx, fact, voice)
        case CaseEscalated() | QuestionMoved():
            return _question(ctx, fact, voice)
    why = fact.why if isinstance(fact, CaseWithdrawn) else None
    return voice.say(_turn(fact), **({"why": voice.text(f"why.{why}")} if why else {}))


def _time(ctx: Context, fact: TimeGiven | HoldingSent | SilenceAsked, voice: Voice) -> Runs:
    """What the member was told of a time."""
    until = ctx.moment(fact.until)
    match fact:
        case TimeGiven(name=name):
            return voice.say("cases.mirror.time", name=Name(name), until=until)
        case HoldingSent(first=True):
            return voice.say("cases.mirror.holding_first", until=until)
        case HoldingSent():
            return voice.say("cases.mirror.holding_second", until=until)
        case SilenceAsked():
            return voice.say("cases.mirror.silence", until=until)


CALLING = ("answered", "declined", "late", "returned")
"""Turns of a question that call whoever keeps watch."""


def _question(ctx: Context, fact: CaseEscalated | QuestionMoved, voice: Voice) -> Runs:
    """What was asked of specialists, and what became of it."""
    if isinstance(fact, CaseEscalated):
        until = ctx.moment(fact.until)
        return voice.say("cases.mirror.escalated", team=fact.team, name=Name(fact.name), until=until)
    told = voice.say(f"cases.mirror.question_{fact.turn}", team=fact.team, name=Name(fact.name))
    called = Mention(fact.watcher, fact.watcher_name)
    return (called, Text(" "), *told) if fact.turn in CALLING else told


def _turn(fact: Fact) -> str:
    """The sentence that says which turn the case has taken."""
    match fact:
        case StillWaiting():
            return "cases.mirror.still_waiting"
        case CaseSolved(by=None):
            return "cases.mirror.solved_silent"
        case CaseSolved(text=None):
            return "cases.mirror.solved_member"
        case CaseSolved():
            return "cases.mirror.solved"
        case CaseReopened(reason=reason):
            return f"cases.mirror.reopened_{reason}"
        case CaseWithdrawn(reason=reason, why=why):
            return f"cases.mirror.withdrawn_{reason}" if why is None else "cases.mirror.withdrawn_because"
        case CheckInAnswered(answer=answer):
            return f"cases.check_in.{answer}"
        case ClosingAnswered(shown=shown):
            return "cases.mirror.closing_shown" if shown else "cases.mirror.closing_kept"
    raise LookupError(f"{fact.kind} is not mirrored")
